/** What a witness answers to a submitted checkpoint (C2SP tlog-witness): the protocol's rules, in the order it demands. */
import type { KeyObject } from "node:crypto";
import { addSignature, cosign, parseCheckpoint, type SignedCheckpoint, verifyNote } from "../note.ts";
import { EMPTY_ROOT, verifyConsistency } from "../tree.ts";
import { base64Bytes, parseVerifierKey } from "../verifier-key.ts";
import { CLOSING_LINE, type WitnessBook } from "./book.ts";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
}

export interface Submission {
  /** Size of the checkpoint that the proof starts from. */
  readonly oldSize: number;
  readonly proof: readonly Buffer[];
  /** The signed note. */
  readonly checkpoint: string;
}

export interface Bench {
  readonly name: string;
  readonly key: KeyObject;
  readonly trusted: readonly string[];
  /** Whether a trusted log without a history here may begin with the checkpoint it first shows. */
  readonly firstUse: boolean;
  readonly book: WitnessBook;
  /** Unix seconds. */
  readonly clock: () => number;
}

const MOST_PROOF_LINES = 63;

function say(status: number, text: string): Answer {
  return { status, type: "text/plain; charset=utf-8", text: `${text}\n` };
}

/** Writes the body of `POST /add-checkpoint`. */
export function submissionText({ oldSize, proof, checkpoint }: Submission): string {
  return `old ${oldSize}\n${proof.map((hash) => `${hash.toString("base64")}\n`).join("")}\n${checkpoint}`;
}

/** Reads the body of `POST /add-checkpoint`; undefined where it is malformed. */
export function parseSubmission(body: string): Submission | undefined {
  const blank = body.indexOf("\n\n");
  if (blank < 0) return undefined;
  const [first = "", ...lines] = body.slice(0, blank).split("\n");
  const oldSize = /^old (0|[1-9][0-9]{0,15})$/.exec(first)?.[1];
  const proof = lines.map(base64Bytes);
  if (oldSize === undefined || proof.length > MOST_PROOF_LINES) return undefined;
  if (!proof.every((hash) => hash?.length === 32)) return undefined;
  return { oldSize: Number(oldSize), proof: proof as Buffer[], checkpoint: body.slice(blank + 2) };
}

function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch {
    return undefined;
  }
}

/** The checkpoint with those of its signatures alone that the trusted keys made. */
function trustedPart({ text, signatures }: SignedCheckpoint, keys: readonly string[]): string {
  const known = new Set(keys.map(parseVerifierKey).map(({ name, keyId }) => `${name} ${keyId}`));
  const lines = signatures
    .filter(({ name, keyId }) => known.has(`${name} ${keyId}`))
    .map(({ name, keyId, signature }) => {
      return `\u2014 ${name} ${Buffer.concat([Buffer.from(keyId, "hex"), signature]).toString("base64")}\n`;
    });
  return `${text}\n${lines.join("")}`;
}

/** Judges one submission, and keeps what it cosigns before it answers. Runs without a pause, so that two cannot mix. */
export function judge(bench: Bench, body: string): Answer {
  const submission = parseSubmission(body);
  const checkpoint = submission && attempt(() => parseCheckpoint(submission.checkpoint));
  if (!submission || !checkpoint || checkpoint.text.split("\n").includes(CLOSING_LINE)) {
    return say(
      400,
      "This is not an add-checkpoint request: an old size, proof lines, a blank line, a checkpoint.",
    );
  }
  const keys = bench.trusted.filter((key) => parseVerifierKey(key).name === checkpoint.origin);
  const known = bench.book.latest(checkpoint.origin);
  if (keys.length === 0) return say(404, "This witness does not know this log.");
  if (verifyNote(submission.checkpoint, keys).length === 0)
    return say(403, "No trusted key signed this checkpoint.");
  if (!known && !bench.firstUse)
    return say(404, "This witness has no history of this log and may not begin one.");
  if (submission.oldSize > checkpoint.size) return say(400, "The old size is larger than the checkpoint's.");
  return compare(bench, submission, checkpoint, trustedPart(checkpoint, keys));
}

function compare(bench: Bench, submission: Submission, checkpoint: SignedCheckpoint, note: string): Answer {
  const known = bench.book.latest(checkpoint.origin);
  const { size, root } = known ?? { size: 0, root: EMPTY_ROOT };
  if (submission.oldSize !== size) return { status: 409, type: "text/x.tlog.size", text: `${size}\n` };
  if (checkpoint.size === size && !checkpoint.root.equals(root)) {
    bench.book.recordFork(note);
    return say(
      409,
      `Fork: this witness cosigned another root at ${size} entries. The checkpoint was kept as proof.`,
    );
  }
  if (!verifyConsistency(size, checkpoint.size, submission.proof, root, checkpoint.root)) {
    return say(
      422,
      `The proof does not show that the ${size} entries cosigned before are the beginning of these.`,
    );
  }
  const line = cosign(note, bench.name, bench.key, bench.clock());
  // Nothing new is seen where the head stands still; the answer only tells that it still stands.
  if (!known || checkpoint.size !== size) bench.book.record(addSignature(note, line));
  return { status: 200, type: "text/plain; charset=utf-8", text: `${line}\n` };
}
