/** Writes rows as CSV that opens the same in every spreadsheet: quoted, with nothing in it that one would run. */

/** A number stands for itself; text that a spreadsheet would take for a formula does not. */
function cell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** Rows under their headings (RFC 4180). */
export function csvOf(
  headings: readonly string[],
  rows: readonly (readonly (string | number | null)[])[],
): string {
  return [headings, ...rows, []].map((row) => row.map(cell).join(",")).join("\r\n");
}
