/** How an entry becomes 32 bytes of the tree without its content being guessable from them. */
import type { Header } from "../entry.ts";
import { canonical } from "./canonical.ts";
import { sha256 } from "./sha256.ts";

/** SHA-256(salt ‖ canonical content): binds the content, and tells nothing once the salt is gone. */
export function commitmentOf(salt: Uint8Array, canonicalContent: string): Buffer {
  return sha256(salt, Buffer.from(canonicalContent));
}

/** SHA-256(canonical header ‖ commitment): the entry's data in the tree. */
export function leafOf(header: Header, commitment: Uint8Array): Buffer {
  return sha256(Buffer.from(canonical(header)), commitment);
}
