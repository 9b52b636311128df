/** Reads CSV and JSON lines into the fields of rows, line by line, with a mapping where the columns have other names. */
import { createInterface } from "node:readline";
import type { Readable } from "node:stream";
import type { Why } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { type CsvRow, csvRows } from "./csv.ts";
import { isRowField } from "./fields.ts";
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

/** A row of more characters is no row; a million hold a judgment with every word of its reasons. */
const LONGEST_LINE = 1_000_000;
const TOO_LONG: Why = {
  en: `it has more than ${LONGEST_LINE} characters`,
  es: `tiene más de ${LONGEST_LINE} caracteres`,
};
/** How deep a row's values may lie inside one another. */
const DEEPEST = 64;

/** What a decoder puts where bytes are no UTF-8: a text that holds it has lost something already. */
const LOST = "\uFFFD";
const NOT_UTF8: Why = { en: "it is not UTF-8 text", es: "no es texto UTF-8" };

function isDeeper(value: unknown, than: number): boolean {
  if (value === null || typeof value !== "object") return false;
  return than === 0 || Object.values(value).some((inner) => isDeeper(inner, than - 1));
}

async function* jsonLines(input: Readable): AsyncGenerator<Line> {
  let number = 0;
  refuseFailed(input);
  const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
  // A line reader does not hand on what befalls the file under it.
  input.once("error", () => lines.close());
  for await (const text of lines) {
    number += 1;
    const raw = number === 1 ? text.replace(/^\uFEFF/, "") : text;
    if (raw.trim() === "") continue;
    yield { number, raw, ...jsonFields(raw) };
  }
  refuseFailed(input);
}

function refuseFailed({ errored }: Readable): void {
  if (errored) throw fileUnreadable({ why: errored.message }, errored);
}

function jsonFields(raw: string): Pick<Line, "fields" | "unreadable"> {
  const not = (unreadable: Why) => ({ fields: {}, unreadable });
  if (raw.includes(LOST)) return not(NOT_UTF8);
  if (raw.length > LONGEST_LINE) return not(TOO_LONG);
  try {
    const value: unknown = JSON.parse(raw);
    if (value === null || typeof value !== "object" || Array.isArray(value))
      return not({ en: "it is not an object", es: "no es un objeto" });
    // Depth needs length; the ordinary row is not searched for it.
    if (raw.length > 2000 && isDeeper(value, DEEPEST))
      return not({
        en: `its values lie more than ${DEEPEST} deep inside one another`,
        es: `sus valores están a más de ${DEEPEST} niveles unos dentro de otros`,
      });
    const { refused: _reasons, ...fields } = value as Record<string, unknown>;
    return { fields };
  } catch (error) {
    const what = error instanceof Error ? error.message : "?";
    return not({ en: `it is not JSON (${what})`, es: `no es JSON (${what})` });
  }
}

/**
 * Puts a value at a path such as `body.peopleSmuggled.count`; false where a value stands in the way. Only own members
 * are followed: a column may be called like something that every object inherits.
 */
function setPath(target: Record<string, unknown>, path: string, value: unknown): boolean {
  const steps = path.split(".");
  const last = steps.pop() as string;
  const put = (place: object, name: string, what: unknown) =>
    Object.defineProperty(place, name, { value: what, configurable: true, enumerable: true, writable: true });
  let place = target;
  for (const step of steps) {
    if (!Object.hasOwn(place, step)) put(place, step, {});
    const next = Object.getOwnPropertyDescriptor(place, step)?.value as unknown;
    if (next === null || typeof next !== "object") return false;
    place = next as Record<string, unknown>;
  }
  if (Object.hasOwn(place, last) && typeof place[last] === "object") return false;
  put(place, last, value);
  return true;
}

/** Where a column goes that the mapping does not name: an envelope field by its own name, else into the body. */
function pathOf(column: string, mapping: Mapping): string {
  const mapped = Object.hasOwn(mapping.columns, column) ? mapping.columns[column] : undefined;
  if (mapped !== undefined) return mapped;
  // Reasons that an earlier import wrote beside its refused rows.
  if (column.startsWith("refused.")) return "";
  return isRowField(column) || column.startsWith("body.") ? column : `body.${column}`;
}

/** What a value as written means, by the mapping; only its own members are asked, not those every object inherits. */
function meantBy({ values }: Mapping, path: string, written: string): string {
  const meant = Object.hasOwn(values, path) ? values[path] : undefined;
  return meant && Object.hasOwn(meant, written) ? (meant[written] ?? written) : written;
}

function csvFields(
  record: Readonly<Record<string, string>>,
  mapping: Mapping,
): Pick<Line, "fields" | "unreadable"> {
  const fields: Record<string, unknown> = {};
  const takes = Object.entries(mapping.constants);
  for (const [column, text] of Object.entries(record)) {
    const path = pathOf(column, mapping);
    const value = text.trim();
    if (path !== "" && value !== "") takes.push([path, meantBy(mapping, path, value)]);
  }
  for (const [path, value] of takes) {
    if (!setPath(fields, path, value))
      return {
        fields: {},
        unreadable: {
          en: `“${path}” cannot stand beside another column`,
          es: `«${path}» no puede estar junto a otra columna`,
        },
      };
  }
  return { fields };
}

/** The names in the header line. Refuses `file-unreadable` where the rows under it could not be told apart. */
function columnsOf({ cells, raw, unreadable }: CsvRow): string[] {
  if (unreadable) throw fileUnreadable({ why: unreadable });
  const names = cells.map((name) => name.trim());
  const [only = "", ...others] = names;
  const mark = others.length === 0 ? /[;\t]/.exec(only)?.[0] : undefined;
  if (mark !== undefined)
    throw fileUnreadable({
      why:
        mark === ";"
          ? {
              en: "its columns are parted by semicolons, not commas",
              es: "sus columnas van separadas por punto y coma, no por comas",
            }
          : {
              en: "its columns are parted by tabs, not commas",
              es: "sus columnas van separadas por tabuladores, no por comas",
            },
    });
  const twice = names.find((name, index) => name !== "" && names.indexOf(name) !== index);
  if (twice !== undefined)
    throw fileUnreadable({
      why: { en: `two columns are called “${twice}”`, es: `dos columnas se llaman «${twice}»` },
    });
  if (raw.includes(LOST) || raw.includes("\0"))
    throw fileUnreadable({
      why: { en: "its header line is not UTF-8 text", es: "su encabezado no es texto UTF-8" },
    });
  return names;
}

const OTHER_WIDTH: Why = {
  en: "it has more or fewer cells than the header",
  es: "tiene más o menos celdas que el encabezado",
};

function unreadableIn({ raw, cells, unreadable }: CsvRow, columns: readonly string[]): Why | undefined {
  if (raw.length > LONGEST_LINE) return TOO_LONG;
  if (raw.includes(LOST)) return NOT_UTF8;
  return unreadable ?? (cells.length === columns.length ? undefined : OTHER_WIDTH);
}

/**
 * The text of a stream: UTF-8, or UTF-16 where its first bytes say so, as a spreadsheet's “Unicode text” does. Refuses
 * `file-unreadable` where the stream fails.
 */
async function* textOf(input: Readable): AsyncGenerator<string> {
  refuseFailed(input);
  let decoder: InstanceType<typeof TextDecoder> | undefined;
  try {
    for await (const chunk of input as AsyncIterable<Buffer | string>) {
      const bytes = typeof chunk === "string" ? Buffer.from(chunk) : chunk;
      decoder ??= new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : "utf-8");
      yield decoder.decode(bytes, { stream: true });
    }
  } catch (error) {
    throw fileUnreadable({ why: error instanceof Error ? error.message : String(error) }, error);
  }
  yield decoder?.decode() ?? "";
}

async function* csvLines(input: Readable, mapping: Mapping): AsyncGenerator<Line> {
  let columns: string[] | undefined;
  for await (const row of csvRows(textOf(input), LONGEST_LINE)) {
    if (!columns) {
      columns = columnsOf(row);
      continue;
    }
    const { number, raw } = row;
    const unreadable = unreadableIn(row, columns);
    const record = () =>
      Object.fromEntries(columns?.map((name, index) => [name, row.cells[index] ?? ""]) ?? []);
    yield {
      number,
      raw,
      columns,
      ...(unreadable === undefined ? csvFields(record(), mapping) : { fields: {}, unreadable }),
    };
  }
}

/** The lines of a file. JSON lines need no mapping. Refuses `file-unreadable` where nothing can be made of the rest. */
export function readLines(input: Readable, format: Format, mapping: Mapping): AsyncGenerator<Line> {
  // A file may fail before the first line is asked for; that is told when it is.
  input.on("error", () => undefined);
  return format === "csv" ? csvLines(input, mapping) : jsonLines(input);
}
