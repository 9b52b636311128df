/** SHA-256 in one call: an entry takes four of them, and an object for each is what costs. */
import { hash } from "node:crypto";

/** The hash of the parts, one after another. */
export function sha256(...parts: readonly Uint8Array[]): Buffer {
  return hash("sha256", Buffer.concat(parts), "buffer");
}
