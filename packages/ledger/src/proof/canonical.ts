/** Canonical JSON (RFC 8785), so that the same content always hashes to the same bytes. */

/** A lone surrogate has no UTF-8 form, so it could not be hashed the same way twice. */
const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/;

/** Nearly every text of a record: nothing in it to escape. */
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/;

function canonicalString(text: string): string {
  if (PLAIN.test(text)) return `"${text}"`;
  if (LONE_SURROGATE.test(text)) throw new TypeError("A text with a lone surrogate has no canonical form.");
  return JSON.stringify(text);
}

/** Whether an object is a record of members alone, of this realm or another; a Date or Map would come out empty. */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === null || prototype === Object.prototype || Object.getPrototypeOf(prototype) === null;
}

/**
 * The RFC 8785 form of a JSON value. Members that are undefined are left out, as JSON.stringify does.
 * Throws TypeError on what JSON cannot hold: undefined, non-finite numbers, bigint, functions, lone surrogates, arrays
 * with gaps, and objects of a class.
 */
export function canonical(value: unknown): string {
  if (typeof value === "string") return canonicalString(value);
  if (value === null || typeof value === "boolean") return String(value);
  if (typeof value === "number") {
    if (!Number.isFinite(value)) throw new TypeError(`${value} has no canonical form.`);
    return JSON.stringify(value);
  }
  // Not map, which would pass over the gaps of an array.
  if (Array.isArray(value)) return `[${Array.from(value, canonical).join(",")}]`;
  if (typeof value !== "object") throw new TypeError(`A ${typeof value} has no canonical form.`);
  if (!isPlain(value)) throw new TypeError("An object of a class has no canonical form.");
  let members = "";
  // The default sort compares UTF-16 code units, which is the order RFC 8785 asks for.
  for (const name of Object.keys(value).sort()) {
    const member = (value as Record<string, unknown>)[name];
    if (member !== undefined)
      members += `${members === "" ? "" : ","}${canonicalString(name)}:${canonical(member)}`;
  }
  return `{${members}}`;
}
