/** Opens what an installation stands on: its database (embedded, or DATABASE_URL), its keys, its ledger. */
import { constants, createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import {
  type Embedded,
  importLedger,
  type Ledger,
  openEmbedded,
  openLedger,
  openSecrets,
  type OpenOptions,
} from "@joint-docket/ledger";
import { gate } from "@joint-docket/taskforce/access";
import { importRows, readLines, readMapping } from "@joint-docket/taskforce/exchange";
import { publicRecordLoader } from "@joint-docket/taskforce/access";
import { kinds } from "@joint-docket/taskforce/pure";
import { type Config, settingWrong } from "./config.ts";

export interface Installation {
  readonly ledger: Ledger;
  readonly database: "embedded" | "server";
  /** Undefined where DATABASE_URL names the database. */
  readonly embedded: Embedded | undefined;
  close(): Promise<void>;
}

export interface OpeningWords {
  /** Who opens it, for whoever else asks for the same data directory. */
  readonly purpose: string;
  readonly mode: "own" | "join-or-own";
  readonly address?: string;
  readonly say: (line: string) => void;
}

async function open(
  config: Config,
  words: OpeningWords,
  make: (options: OpenOptions) => Promise<Ledger>,
): Promise<Installation> {
  const { say, mode, purpose, address } = words;
  const embedded =
    config.databaseUrl === undefined
      ? await openEmbedded({
          dataDir: config.dataDir,
          mode,
          purpose,
          say,
          ...(address === undefined ? {} : { address }),
        })
      : undefined;
  try {
    const secrets = await openSecrets(join(config.dataDir, "secrets"));
    const url = embedded?.adminUrl ?? (config.databaseUrl as string);
    const ledger = await make({
      url,
      secrets,
      kinds,
      gate,
      timeZone: config.timeZone,
      witnesses: config.witnesses,
      say,
    });
    return {
      ledger,
      database: embedded ? "embedded" : "server",
      embedded,
      close: async () => {
        await ledger.close();
        await embedded?.stop();
      },
    };
  } catch (error) {
    await embedded?.stop();
    throw error;
  }
}

/** Opens the installation. Refuses whatever the embedded server and the ledger refuse. */
export function openInstallation(config: Config, words: OpeningWords): Promise<Installation> {
  return open(config, words, openLedger);
}

/** Opens the installation with a ledger restored from an exported file. */
export async function restoreInstallation(
  config: Config,
  words: OpeningWords,
  file: string,
  say: (entries: number) => void,
): Promise<Installation> {
  await access(file, constants.R_OK);
  return open(config, words, (options) => importLedger(options, linesOf(file), say));
}

/** The lines as they are, whatever else a line reader takes for the end of one: an export's hash is of its bytes. */
async function* linesOf(file: string): AsyncGenerator<string> {
  let rest = "";
  for await (const chunk of createReadStream(file, "utf8") as AsyncIterable<string>) {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  if (rest !== "") yield rest;
}

/** Loads the public record where the ledger holds nothing yet, by the same import that everybody uses. */
export async function loadPublicRecord(
  ledger: Ledger,
  file: string | undefined,
  say: (line: string) => void,
): Promise<void> {
  if (file === undefined || (await ledger.cut.now()).size > 0) return;
  await access(file, constants.R_OK).catch((error: unknown) => {
    throw settingWrong({ name: "JD_PUBLIC_RECORD", why: `the file ${file} cannot be read` }, error);
  });
  say("Loading the public record.");
  const report = await importRows(
    ledger,
    publicRecordLoader,
    readLines(createReadStream(file), "jsonl", readMapping({})),
    { format: "jsonl" },
  );
  say(
    `The public record holds ${report.accepted} entries${report.refused.length > 0 ? `; ${report.refused.length} rows were refused` : ""}.`,
  );
}
