/** Opens what an installation stands on: its database (embedded, or DATABASE_URL), its keys, its ledger. */
import { once } from "node:events";
import { constants, createReadStream } from "node:fs";
import { access } from "node:fs/promises";
import { join } from "node:path";
import { createInterface } from "node:readline";
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

/** Begins to read when it is first asked: a reader that begins by itself loses the lines nobody waits for yet. */
async function* linesOf(file: string): AsyncGenerator<string> {
  const input = createReadStream(file, "utf8");
  await once(input, "open");
  yield* createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
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
