/** Writes refused rows back as they came, each with its reasons, so that the file can be mended and imported again as it is. */
import type { RefusedRow } from "./import-rows.ts";
import type { Format } from "./read-lines.ts";

const REASONS = ["line", "code", "field", "value", "message", "remedy"] as const;

/** A cell that a spreadsheet cannot take for a formula. */
function cell(value: unknown): string {
  const text =
    value === null || value === undefined ? "" : typeof value === "string" ? value : JSON.stringify(value);
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return `"${safe.replaceAll('"', '""')}"`;
}

/** The reasons stand in front, because a row may have more cells than its header. */
function csv(refused: readonly RefusedRow[]): string {
  const columns = refused.find(({ columns: names }) => names)?.columns ?? [];
  const header = [...REASONS.map((name) => `refused.${name}`), ...columns].map(
    (name) => `"${name.replaceAll('"', '""')}"`,
  );
  const rows = refused.map((row) => [...REASONS.map((name) => cell(row[name])), row.raw].join(","));
  return [header.join(","), ...rows, ""].join("\r\n");
}

function jsonLine({ raw, columns: _columns, ...reasons }: RefusedRow): string {
  const members = /^\s*\{\s*(?<rest>[\s\S]*)$/.exec(raw)?.groups?.rest;
  // What is no object keeps its text inside the reasons, where a person finds it.
  if (members === undefined) return JSON.stringify({ refused: { ...reasons, row: raw } });
  return `{"refused":${JSON.stringify(reasons)}${members.startsWith("}") ? "" : ","}${members}`;
}

/**
 * The refused rows in the format they came in. CSV has their own columns after `refused.line`, `refused.code`, …;
 * JSON lines have a member `refused`. An import passes over both.
 */
export function badRows(refused: readonly RefusedRow[], format: Format): string {
  return format === "csv" ? csv(refused) : refused.map((row) => `${jsonLine(row)}\n`).join("");
}
