/** One number for a set of entries, so that a figure of a hundred thousand of them is pinned in 64 characters. */
import { createHash } from "node:crypto";
import type { Id } from "@joint-docket/ledger";

/** Set before the identifiers, so that no other list of ours can have the same digest. */
const DOMAIN = "joint-docket figure entries 1\n";

/** SHA-256 over the identifiers in order of their text, one a line. The same set has the same digest, however it is given. */
export function digestOf(entries: Iterable<Id>): string {
  const hash = createHash("sha256").update(DOMAIN);
  for (const entry of [...new Set(entries)].sort()) hash.update(`${entry}\n`);
  return hash.digest("hex");
}
