/** Writes refused rows back, each with its reason, so that they can be mended and imported again. */
import type { RefusedRow } from "./import-rows.ts";

/** A cell that a spreadsheet cannot take for a formula. */
function cell(value: unknown): string {
  const text =
    value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** CSV with the columns line, code, field, value, message, remedy, row. */
export function badRowsCsv(refused: readonly RefusedRow[]): string {
  const lines = refused.map(({ line, code, field, value, message, remedy, raw }) =>
    [line, code, field, value, message, remedy, raw].map(cell).join(","),
  );
  return ["line,code,field,value,message,remedy,row", ...lines, ""].join("\r\n");
}
