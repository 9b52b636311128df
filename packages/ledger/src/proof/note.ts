/** Checkpoints as signed notes (C2SP signed-note, tlog-checkpoint, tlog-cosignature), so that common transparency-log tools read ours. */
import { createPublicKey, type KeyObject, sign, verify } from "node:crypto";
import type { Refusal } from "../refusal.ts";
import { checkpointUnreadable } from "./refusals.ts";
import {
  base64Bytes,
  COSIGNATURE,
  isKeyName,
  keyIdOf,
  LOG_SIGNATURE,
  parseVerifierKey,
  type VerifierKey,
} from "./verifier-key.ts";

export { cosignerKeyOf, parseVerifierKey, type VerifierKey, verifierKeyOf } from "./verifier-key.ts";

/** What a log says of itself: at this size its tree has this root. */
export interface TreeHead {
  /** Names the log; one line, never empty. */
  readonly origin: string;
  /** Number of leaves, 0 to 2^53 − 1. */
  readonly size: number;
  /** 32 bytes. */
  readonly root: Buffer;
}

export interface NoteSignature {
  readonly name: string;
  /** Four bytes in hexadecimal. */
  readonly keyId: string;
  /** Everything after the key's number: 64 bytes of a log, 8 + 64 of a witness. */
  readonly signature: Buffer;
}

export interface SignedCheckpoint extends TreeHead {
  /** The signed bytes: everything up to the blank line, with its last newline. */
  readonly text: string;
  readonly signatures: readonly NoteSignature[];
}

const DASH = "\u2014";
const SIZE = /^(?:0|[1-9][0-9]{0,15})$/;
/** More than any log has of keys and witnesses; a bound on what an unknown sender can make us verify. */
const MOST_SIGNATURES = 128;
const LONGEST_NOTE = 65_536;
/** ASCII control characters but the newline, and halves of surrogate pairs, which have no UTF-8 form. */
const FORBIDDEN = /(?!\n)[\p{Cs}\p{Cc}]/u;

function signatureLine(name: string, keyId: string, signature: Uint8Array): string {
  return `${DASH} ${name} ${Buffer.concat([Buffer.from(keyId, "hex"), signature]).toString("base64")}`;
}

function parseSignatureLine(line: string): NoteSignature | undefined {
  const [dash, name, base64, ...more] = line.split(" ");
  if (dash !== DASH || name === undefined || base64 === undefined || more.length > 0) return undefined;
  const bytes = base64Bytes(base64);
  if (!isKeyName(name) || !bytes || bytes.length < 5) return undefined;
  return { name, keyId: bytes.toString("hex", 0, 4), signature: bytes.subarray(4) };
}

function isOrigin(origin: string): boolean {
  return origin !== "" && !/[\p{Cc}\p{Cs}]/u.test(origin);
}

/** The whole note: the tree's head, signed under `name`. */
export function signCheckpoint(
  { origin, size, root }: TreeHead,
  name: string,
  privateKey: KeyObject,
): string {
  if (!isOrigin(origin) || !isKeyName(name))
    throw new TypeError("The origin or the key's name cannot stand in a note.");
  if (!Number.isSafeInteger(size) || size < 0 || root.length !== 32)
    throw new TypeError("This is no tree head.");
  const text = `${origin}\n${size}\n${root.toString("base64")}\n`;
  const keyId = keyIdOf(name, LOG_SIGNATURE, createPublicKey(privateKey));
  return `${text}\n${signatureLine(name, keyId, sign(null, Buffer.from(text), privateKey))}\n`;
}

function refuse(why: string): Refusal {
  return checkpointUnreadable({ why });
}

/** Reads a checkpoint without trusting it; throws the refusal `checkpoint-unreadable`. */
export function parseCheckpoint(note: string): SignedCheckpoint {
  if (note.length > LONGEST_NOTE) throw refuse("it is too long");
  if (FORBIDDEN.test(note)) throw refuse("it holds control characters");
  const blank = note.lastIndexOf("\n\n");
  if (blank < 0 || !note.endsWith("\n")) throw refuse("it has no signatures");
  const text = note.slice(0, blank + 1);
  const [origin = "", size = "", base64 = "", ...extensions] = text.slice(0, -1).split("\n");
  if (!isOrigin(origin)) throw refuse("its first line does not name a log");
  if (!SIZE.test(size) || !Number.isSafeInteger(Number(size)))
    throw refuse("its second line is not a number of entries");
  const root = base64Bytes(base64);
  if (root?.length !== 32) throw refuse("its third line is not a root of 32 bytes");
  if (extensions.includes("")) throw refuse("it has an empty line among its own");
  const lines = note.slice(blank + 2, -1).split("\n");
  if (lines.length > MOST_SIGNATURES) throw refuse("it has too many signatures");
  const signatures = lines.map((line) => {
    const signature = parseSignatureLine(line);
    if (!signature) throw refuse("one of its signature lines is broken");
    return signature;
  });
  return { origin, size: Number(size), root, text, signatures };
}

function made(key: VerifierKey, { name, keyId }: NoteSignature): boolean {
  return key.name === name && key.keyId === keyId;
}

/** What a witness signs: the checkpoint's text under a line of its own and the time (cosignature/v1). */
function cosignedText(text: string, seconds: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`);
}

/** Unix seconds of a cosignature that holds. */
function cosignedAt(text: string, signature: Buffer, key: VerifierKey): number | undefined {
  if (signature.length !== 72) return undefined;
  const seconds = signature.readBigUInt64BE(0);
  if (seconds > BigInt(Number.MAX_SAFE_INTEGER)) return undefined;
  const signed = cosignedText(text, seconds);
  return verify(null, signed, key.publicKey, signature.subarray(8)) ? Number(seconds) : undefined;
}

function holds(text: string, signature: Buffer, key: VerifierKey): boolean {
  if (key.type === COSIGNATURE) return cosignedAt(text, signature, key) !== undefined;
  return signature.length === 64 && verify(null, Buffer.from(text), key.publicKey, signature);
}

/**
 * Names of the given keys whose signatures hold on this note; signatures of other keys are passed over.
 * One false signature under a given key spoils the whole note, as the format advises: the answer is then empty.
 */
export function verifyNote(note: string, verifierKeys: readonly string[]): string[] {
  const keys = verifierKeys.map(parseVerifierKey);
  const { text, signatures } = parseCheckpoint(note);
  const names = new Set<string>();
  for (const signature of signatures) {
    for (const key of keys.filter((candidate) => made(candidate, signature))) {
      if (!holds(text, signature.signature, key)) return [];
      names.add(key.name);
    }
  }
  return [...names];
}

/** A witness's signature line on a checkpoint, without its newline. `unixSeconds` is when it was made. */
export function cosign(note: string, name: string, privateKey: KeyObject, unixSeconds: number): string {
  if (!isKeyName(name)) throw new TypeError("The key's name cannot stand in a note.");
  const { text } = parseCheckpoint(note);
  const time = Buffer.alloc(8);
  time.writeBigUInt64BE(BigInt(unixSeconds));
  const signature = sign(null, cosignedText(text, BigInt(unixSeconds)), privateKey);
  const keyId = keyIdOf(name, COSIGNATURE, createPublicKey(privateKey));
  return signatureLine(name, keyId, Buffer.concat([time, signature]));
}

/**
 * Who cosigned the checkpoint, and when in Unix seconds; undefined where no line is this key's or its signature is false.
 * `line` may hold several signature lines, as a witness with several keys answers.
 */
export function verifyCosignature(
  note: string,
  line: string,
  verifierKey: string,
): { name: string; time: number } | undefined {
  const key = parseVerifierKey(verifierKey);
  if (key.type !== COSIGNATURE) return undefined;
  const { text } = parseCheckpoint(note);
  for (const each of line.split("\n")) {
    const signature = parseSignatureLine(each);
    if (!signature || !made(key, signature)) continue;
    const time = cosignedAt(text, signature.signature, key);
    if (time !== undefined) return { name: key.name, time };
  }
  return undefined;
}

/** The note with one or more signature lines added; lines it already has are not added again. */
export function addSignature(note: string, line: string): string {
  const have = new Set(note.split("\n"));
  const added = line.split("\n").filter((each) => each !== "" && !have.has(each));
  if (added.some((each) => !parseSignatureLine(each))) {
    throw checkpointUnreadable({ why: "the line to add is not a signature" });
  }
  return note + added.map((each) => `${each}\n`).join("");
}
