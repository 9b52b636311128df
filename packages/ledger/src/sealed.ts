/** Opaque tokens: bytes that only the holder of the key can read or make (AES-256-GCM). */
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";

const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** Two tokens of the same bytes differ, so that equality tells nothing. `use` is what the token may be opened for. */
export function seal(key: Uint8Array, plain: Buffer, use = ""): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce).setAAD(Buffer.from(use));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString(
    "base64url",
  );
}

/** Throws where the token was not sealed with this key for this use. */
export function unseal(key: Uint8Array, token: string, use = ""): Buffer {
  const bytes = Buffer.from(token, "base64url");
  // The last sign of a token has bits to spare, which would be read over.
  if (bytes.toString("base64url") !== token) throw new Error("not as a token is written");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(use));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}
