/** The public half of a signing key as one line of text, so that people can hand it on and configure it (C2SP signed-note). */
import { createHash, createPublicKey, type KeyObject } from "node:crypto";
import { verifierKeyUnreadable } from "./refusals.ts";

/** The signature types of C2SP signed-note that are used here: a log's own signature, and a witness's dated one. */
export const LOG_SIGNATURE = 0x01;
export const COSIGNATURE = 0x04;
export type SignatureType = typeof LOG_SIGNATURE | typeof COSIGNATURE;

export interface VerifierKey {
  readonly name: string;
  /** First four bytes of the key's hash, in hexadecimal. */
  readonly keyId: string;
  readonly type: SignatureType;
  readonly publicKey: KeyObject;
}

/** What stands before the 32 bytes of an Ed25519 key in its DER form (RFC 8410, section 4). */
const SPKI_PREFIX = Buffer.from("302a300506032b6570032100", "hex");

/** A key's name may hold neither white space nor a plus, which separate the fields it stands between. */
export function isKeyName(name: string): boolean {
  return name !== "" && !/[\s+\p{Cc}\p{Cs}]/u.test(name);
}

/** Bytes of standard base64 with padding; undefined where the text is not exactly what those bytes encode to. */
export function base64Bytes(text: string): Buffer | undefined {
  const bytes = Buffer.from(text, "base64");
  return bytes.toString("base64") === text ? bytes : undefined;
}

/** The 32 bytes of an Ed25519 public key. */
function rawKeyOf(publicKey: KeyObject): Buffer {
  if (publicKey.asymmetricKeyType !== "ed25519") throw new TypeError("Only Ed25519 keys sign here.");
  return publicKey.export({ type: "spki", format: "der" }).subarray(SPKI_PREFIX.length);
}

/** Which key made a signature: SHA-256(name ‖ "\n" ‖ type ‖ key), its first four bytes, in hexadecimal. */
export function keyIdOf(name: string, type: SignatureType, publicKey: KeyObject): string {
  const hash = createHash("sha256").update(`${name}\n`).update(Buffer.of(type)).update(rawKeyOf(publicKey));
  return hash.digest("hex").slice(0, 8);
}

function textOf(name: string, type: SignatureType, publicKey: KeyObject): string {
  if (!isKeyName(name)) throw verifierKeyUnreadable({ why: "its name is empty or holds a space or a plus" });
  const key = Buffer.concat([Buffer.of(type), rawKeyOf(publicKey)]).toString("base64");
  return `${name}+${keyIdOf(name, type, publicKey)}+${key}`;
}

/** The line by which others verify the checkpoints that this key signs. */
export function verifierKeyOf(name: string, publicKey: KeyObject): string {
  return textOf(name, LOG_SIGNATURE, publicKey);
}

/** The line by which others verify the cosignatures of a witness with this key. */
export function cosignerKeyOf(name: string, publicKey: KeyObject): string {
  return textOf(name, COSIGNATURE, publicKey);
}

/** Reads a verifier key; throws the refusal `verifier-key-unreadable`. */
export function parseVerifierKey(text: string): VerifierKey {
  const [, name, keyId, base64] = /^([^+]+)\+([0-9a-f]{8})\+(.+)$/.exec(text.trim()) ?? [];
  if (name === undefined || keyId === undefined || base64 === undefined || !isKeyName(name)) {
    throw verifierKeyUnreadable({ why: "it does not have the form name+number+key" });
  }
  const bytes = base64Bytes(base64);
  const type = bytes?.[0];
  if (bytes?.length !== 33 || (type !== LOG_SIGNATURE && type !== COSIGNATURE)) {
    throw verifierKeyUnreadable({ why: "its last part is not an Ed25519 key" });
  }
  const der = Buffer.concat([SPKI_PREFIX, bytes.subarray(1)]);
  const publicKey = createPublicKey({ key: der, format: "der", type: "spki" });
  if (keyIdOf(name, type, publicKey) !== keyId) {
    throw verifierKeyUnreadable({ why: "its number does not belong to its name and key" });
  }
  return { name, keyId, type, publicKey };
}
