/** The faces that paper is set in, shipped with it, and what becomes of a sign they do not have. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

function face(name: string): Buffer {
  return readFileSync(fileURLToPath(new URL(`../fonts/${name}.ttf`, import.meta.url)));
}

let read: { readonly plain: Buffer; readonly strong: Buffer } | undefined;

export function faces(): { readonly plain: Buffer; readonly strong: Buffer } {
  read ??= { plain: face("PublicSans-Regular"), strong: face("PublicSans-SemiBold") };
  return read;
}

/** What stands on the page for a sign that the face does not have; assistive technology is told the sign itself. */
const MISSING = "?";

/** The text in signs that the face has, spaces and line ends made plain. */
export function setIn(text: string, has: (sign: number) => boolean): string {
  return [...text.normalize("NFC").replaceAll(/\s+/gu, " ").trim()]
    .map((sign) => (has(sign.codePointAt(0) ?? 0) ? sign : MISSING))
    .join("");
}
