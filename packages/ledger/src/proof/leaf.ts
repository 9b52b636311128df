/** How an entry becomes 32 bytes of the tree without its content being guessable from them. */
import { createHash } from "node:crypto";
import type { Header } from "../entry.ts";
import { canonical } from "./canonical.ts";

/** SHA-256(salt ‖ canonical content): binds the content, and tells nothing once the salt is gone. */
export function commitmentOf(salt: Uint8Array, canonicalContent: string): Buffer {
  return createHash("sha256").update(salt).update(canonicalContent, "utf8").digest();
}

/** SHA-256(canonical header ‖ commitment): the entry's data in the tree. */
export function leafOf(header: Header, commitment: Uint8Array): Buffer {
  return createHash("sha256").update(canonical(header), "utf8").update(commitment).digest();
}
