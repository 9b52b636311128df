/** What a witness has cosigned, kept so that no crash can make it forget: forgetting would let a ledger be rewritten. */
import { createHash } from "node:crypto";
import {
  closeSync,
  existsSync,
  fstatSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { fsyncDirectory, writeDurably } from "../../durable.ts";
import { parseCheckpoint, type SignedCheckpoint } from "../note.ts";
import { witnessStateUnreadable } from "../refusals.ts";

/** Stands in a line of its own after each note of the witness's file. */
export const CLOSING_LINE = "---";
const CLOSING = `\n${CLOSING_LINE}\n`;
/** Two of the longest notes: the end of the file that a crash can have touched. */
const TAIL = 1 << 18;

function shortName(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

/** A witness's memory in a directory: `checkpoints.txt`, the latest note of each log, and the forks it was shown. */
export class WitnessBook {
  readonly #directory: string;
  readonly #latest = new Map<string, SignedCheckpoint>();
  /** Logs whose latest note stands in checkpoints.txt but not yet in its own file. */
  readonly #unsaved = new Map<string, string>();
  readonly #file: number;
  #length: number;

  constructor(directory: string) {
    this.#directory = directory;
    const file = join(directory, "checkpoints.txt");
    const fresh = !existsSync(file);
    for (const name of readdirSync(directory)) {
      if (name.startsWith("latest-") && name.endsWith(".note")) this.#remember(this.#read(name));
    }
    this.#file = openSync(file, fresh ? "w+" : "r+");
    if (fresh) fsyncDirectory(directory);
    this.#length = this.#repair();
  }

  /** The latest checkpoint cosigned for this log. */
  latest(origin: string): SignedCheckpoint | undefined {
    return this.#latest.get(origin);
  }

  /** Keeps a note that is about to be handed out; throws where it cannot be kept, and then it must not be. */
  record(note: string): void {
    this.#saveLatest();
    const bytes = Buffer.from(`${note}${CLOSING_LINE}\n`);
    // What a failed write may have left half done is cut off first.
    ftruncateSync(this.#file, this.#length);
    let written = 0;
    while (written < bytes.length) {
      written += writeSync(this.#file, bytes, written, bytes.length - written, this.#length + written);
    }
    fsyncSync(this.#file);
    this.#length += bytes.length;
    this.#remember(note);
    this.#unsaved.set(parseCheckpoint(note).origin, note);
    this.#saveLatest();
  }

  /** Keeps a signed checkpoint that contradicts the one cosigned: the proof that the log has two histories. */
  recordFork(note: string): void {
    const directory = join(this.#directory, "forks");
    mkdirSync(directory, { recursive: true });
    const name = `${shortName(parseCheckpoint(note).text)}.note`;
    if (!existsSync(join(directory, name))) writeDurably(directory, name, note);
  }

  close(): void {
    closeSync(this.#file);
  }

  #saveLatest(): void {
    for (const [origin, note] of this.#unsaved) {
      writeDurably(this.#directory, `latest-${shortName(origin)}.note`, note);
      this.#unsaved.delete(origin);
    }
  }

  #remember(note: string): void {
    const checkpoint = parseCheckpoint(note);
    const known = this.#latest.get(checkpoint.origin);
    if (!known || known.size <= checkpoint.size) this.#latest.set(checkpoint.origin, checkpoint);
  }

  #read(name: string): string {
    const file = join(this.#directory, name);
    try {
      const note = readFileSync(file, "utf8");
      parseCheckpoint(note);
      return note;
    } catch (error) {
      throw witnessStateUnreadable({ file }, error);
    }
  }

  /**
   * Cuts off a note that a crash left half written, and takes up the last whole one: it may have been written without
   * its log's own file following. Gives the length of what is whole, in bytes.
   */
  #repair(): number {
    const { size } = fstatSync(this.#file);
    const from = Math.max(0, size - TAIL);
    const tail = Buffer.alloc(size - from);
    readSync(this.#file, tail, 0, tail.length, from);
    const closed = tail.lastIndexOf(CLOSING);
    if (closed < 0) {
      if (from > 0) throw witnessStateUnreadable({ file: join(this.#directory, "checkpoints.txt") });
      return 0;
    }
    const before = tail.subarray(0, closed).lastIndexOf(CLOSING);
    const note = tail.toString("utf8", before < 0 ? 0 : before + CLOSING.length, closed + 1);
    try {
      const { origin, size: entries } = parseCheckpoint(note);
      if (entries > (this.#latest.get(origin)?.size ?? -1)) {
        this.#remember(note);
        this.#unsaved.set(origin, note);
        this.#saveLatest();
      }
    } catch (error) {
      throw witnessStateUnreadable({ file: join(this.#directory, "checkpoints.txt") }, error);
    }
    return from + closed + CLOSING.length;
  }
}
