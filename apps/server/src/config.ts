/** What the environment says: where to listen, where the data stands, which database. */
import { resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { defineRefusal, type WitnessAddress } from "@joint-docket/ledger";
import { LEAST_SHOWN } from "@joint-docket/taskforce/published";

export const settingWrong = defineRefusal<{ name: string; why: string }>({
  code: "setting-wrong",
  status: 500,
  en: {
    sentence: ({ name, why }) => `The setting ${name} cannot be used: ${why}.`,
    remedy: ({ name }) => `Correct ${name}, or leave it out.`,
  },
  es: {
    sentence: ({ name, why }) => `El ajuste ${name} no se puede usar: ${why}.`,
    remedy: ({ name }) => `Corrija ${name} u omítalo.`,
  },
});

export interface Config {
  readonly host: string;
  readonly port: number;
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  /** Of a new ledger; a ledger keeps its own. */
  readonly timeZone: string | undefined;
  readonly witnesses: readonly WitnessAddress[];
  /** Seconds between checkpoints. */
  readonly checkpointSeconds: number;
  /** Folder of the public record; `none` leaves a new ledger empty. */
  readonly publicRecord: string | undefined;
  /** The smallest count of people that a fact sheet breaks down; never below three. */
  readonly leastShown: number;
}

export const ROOT = fileURLToPath(new URL("../../../", import.meta.url));

function portOf(text: string | undefined): number {
  const port = Number(text || 4810);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw settingWrong({ name: "PORT", why: `“${text}” is no port (0 to 65535)` });
  return port;
}

function timeZoneOf(text: string | undefined): string | undefined {
  if (!text) return undefined;
  try {
    return new Intl.DateTimeFormat("en", { timeZone: text }).resolvedOptions().timeZone;
  } catch (error) {
    throw settingWrong(
      { name: "JD_TIME_ZONE", why: `“${text}” is no time zone (such as America/New_York)` },
      error,
    );
  }
}

/** `JD_WITNESSES`: `http://127.0.0.1:4820 name+hash+key`, several parted by commas. */
function witnessesOf(text: string | undefined): WitnessAddress[] {
  return (text ?? "")
    .split(",")
    .map((item) => item.trim())
    .filter(Boolean)
    .map((item) => {
      const [url, verifierKey] = item.split(/\s+/);
      if (!url || !verifierKey)
        throw settingWrong({ name: "JD_WITNESSES", why: "each witness is an address and a verifier key" });
      return { url, verifierKey };
    });
}

/** Reads the settings. Refuses `setting-wrong`. */
export function readConfig(env: NodeJS.ProcessEnv): Config {
  const seconds = Number(env.JD_CHECKPOINT_SECONDS || 3);
  if (!(seconds >= 0.1 && seconds <= 3600))
    throw settingWrong({ name: "JD_CHECKPOINT_SECONDS", why: "it is a number of seconds from 0.1 to 3600" });
  const leastShown = Number(env.JD_LEAST_SHOWN || LEAST_SHOWN);
  if (!(Number.isInteger(leastShown) && leastShown >= LEAST_SHOWN && leastShown <= 1000))
    throw settingWrong({ name: "JD_LEAST_SHOWN", why: `it is a whole number from ${LEAST_SHOWN} to 1000` });
  return {
    // An empty HOST would listen on every address there is.
    host: env.HOST || "127.0.0.1",
    port: portOf(env.PORT),
    dataDir: env.JD_DATA ? resolve(env.JD_DATA) : `${ROOT}.data`,
    databaseUrl: env.DATABASE_URL || undefined,
    timeZone: timeZoneOf(env.JD_TIME_ZONE),
    witnesses: witnessesOf(env.JD_WITNESSES),
    checkpointSeconds: seconds,
    publicRecord:
      env.JD_PUBLIC_RECORD === "none"
        ? undefined
        : env.JD_PUBLIC_RECORD || `${ROOT}data/public-record/record.jsonl`,
    leastShown,
  };
}
