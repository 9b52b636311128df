/** Reads CSV and JSON lines into the fields of rows, line by line, with a mapping where the columns have other names. */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import { parse } from "csv-parse";
import { z } from "zod";
import { fileUnreadable, mappingInvalid } from "./refusals.ts";
import type { Line } from "./row.ts";

export type Format = "csv" | "jsonl";

/** How columns of a CSV file become fields: `body.district`, `occurred`, … */
export const mappingSchema = z.strictObject({
  /** Column name → field path; an empty path leaves the column out. */
  columns: z.record(z.string(), z.string()).default({}),
  /** Field path → value for every row. */
  constants: z.record(z.string(), z.string()).default({}),
  /** Field path → value as written → value as meant. */
  values: z.record(z.string(), z.record(z.string(), z.string())).default({}),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** Reads a mapping. Refuses `mapping-invalid`. */
export function readMapping(value: unknown): Mapping {
  const parsed = mappingSchema.safeParse(value);
  if (!parsed.success)
    throw mappingInvalid(
      { why: z.prettifyError(parsed.error).split("\n")[0] ?? "it has another form" },
      parsed.error,
    );
  return parsed.data;
}

/** The format a file's name or first characters speak for. */
export function formatOf(name: string, start: string): Format {
  if (/\.csv$/i.test(name)) return "csv";
  if (/\.(jsonl|ndjson|json)$/i.test(name)) return "jsonl";
  return start.trimStart().startsWith("{") ? "jsonl" : "csv";
}

async function* jsonLines(input: Readable): AsyncGenerator<Line> {
  let number = 0;
  for await (const text of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    number += 1;
    const raw = number === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (raw.trim() === "") continue;
    yield { number, raw, fields: jsonFields(raw) };
  }
}

function jsonFields(raw: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(raw);
    return value !== null && typeof value === "object" && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : { unreadable: "it is not an object" };
  } catch (error) {
    return { unreadable: `it is not JSON (${error instanceof Error ? error.message : "unknown"})` };
  }
}

function setPath(target: Record<string, unknown>, path: string, value: unknown): void {
  const steps = path.split(".");
  const last = steps.pop() as string;
  let place = target;
  for (const step of steps) place = (place[step] ??= {}) as Record<string, unknown>;
  place[last] = value;
}

const ENVELOPE = new Set([
  "key",
  "kind",
  "subject",
  "occurred",
  "source",
  "attestedAt",
  "certainty",
  "note",
  "reason",
]);

/** Where a column goes that the mapping does not name: an envelope field by its own name, else into the body. */
function pathOf(column: string, mapping: Mapping): string {
  const mapped = mapping.columns[column];
  if (mapped !== undefined) return mapped;
  return ENVELOPE.has(column) || column.startsWith("body.") ? column : `body.${column}`;
}

function csvFields(record: Readonly<Record<string, string>>, mapping: Mapping): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const [path, value] of Object.entries(mapping.constants)) setPath(fields, path, value);
  for (const [column, text] of Object.entries(record)) {
    const path = pathOf(column, mapping);
    const value = text.trim();
    if (path !== "" && value !== "") setPath(fields, path, mapping.values[path]?.[value] ?? value);
  }
  return fields;
}

interface CsvRecord {
  readonly record: Record<string, string>;
  readonly raw: string;
  readonly info: { readonly lines: number };
}

async function* csvLines(input: Readable, mapping: Mapping): AsyncGenerator<Line> {
  const parser = parse({
    columns: true,
    bom: true,
    info: true,
    raw: true,
    skip_empty_lines: true,
    relax_column_count: true,
    max_record_size: 1_000_000,
  });
  input.on("error", (error) => parser.destroy(error));
  try {
    for await (const { record, raw, info } of input.pipe(parser) as AsyncIterable<CsvRecord>) {
      yield { number: info.lines, raw: raw.replace(/\r?\n$/, ""), fields: csvFields(record, mapping) };
    }
  } catch (error) {
    throw fileUnreadable({ why: error instanceof Error ? error.message : "unknown" }, error);
  }
}

/** The lines of a file. JSON lines need no mapping. Refuses `file-unreadable` where nothing can be made of the rest. */
export function readLines(input: Readable, format: Format, mapping: Mapping): AsyncGenerator<Line> {
  return format === "csv" ? csvLines(input, mapping) : jsonLines(input);
}
