/** What a request works with: the installation, the person asking, and how positions become tokens. */
import { randomBytes } from "node:crypto";
import { type Actor, type Ledger, type Reader, seal, unseal } from "@joint-docket/ledger";
import { localOperator } from "@joint-docket/taskforce/access";
import type { Config } from "./config.ts";
import type { Installation } from "./installation.ts";
import type { Log } from "./problem.ts";
import { cursorWrong } from "./refusals.ts";

export interface Desk {
  readonly config: Config;
  readonly installation: Installation;
  readonly ledger: Ledger;
  readonly actor: Actor;
  /** Reads in one snapshot as the person asking. */
  read<T>(work: (reader: Reader) => Promise<T>): Promise<T>;
  /** The token of the cut at this position. */
  sealCutAt(size: number): Promise<string>;
  /** Where a list goes on, opaque: a position must not leave the house. It continues the list of that name alone. */
  sealCursor(list: string, value: unknown): string;
  /** Refuses `cursor-wrong`. */
  openCursor<T>(list: string, token: string | undefined): T | undefined;
  /** Takes a line of the server's log. */
  readonly log: Log;
}

/** Positions are sealed in pieces of so many bytes, or a token's length would tell how many digits one has. */
const PIECE = 64;

/** JSON with spaces after it, which no reader of JSON minds. */
function padded(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  return Buffer.concat([text, Buffer.alloc((PIECE - (text.length % PIECE)) % PIECE, " ")]);
}

/** Sealed with a key of this process: a list is continued while the server runs, and started again after. */
function cursorSeal() {
  const key = randomBytes(32);
  return {
    seal: (list: string, value: unknown): string => seal(key, padded(value), list),
    open(list: string, token: string): unknown {
      try {
        return JSON.parse(unseal(key, token, list).toString("utf8"));
      } catch (error) {
        throw cursorWrong({ field: "cursor", value: token }, error);
      }
    },
  };
}

export function makeDesk(config: Config, installation: Installation, log: Log = () => undefined): Desk {
  const { ledger } = installation;
  const actor = localOperator;
  const cursors = cursorSeal();
  return {
    config,
    installation,
    ledger,
    actor,
    read: (work) => ledger.read(actor, work),
    sealCutAt: async (size) => ledger.cut.seal(await ledger.cut.at(size)),
    sealCursor: cursors.seal,
    openCursor: <T>(list: string, token: string | undefined) =>
      token === undefined ? undefined : (cursors.open(list, token) as T),
    log,
  };
}
