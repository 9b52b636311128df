/** An import row: the draft of an entry in which other rows are named by their keys. */
import { createHash } from "node:crypto";
import { canonical } from "@joint-docket/ledger";
import type { Certainty, Why } from "@joint-docket/ledger/pure";
import { isRowField, rowFields } from "./fields.ts";
import { rowFieldUnknown, rowUnreadable } from "./refusals.ts";

export interface Row {
  /** Stable; the same key is the same row for ever. Without one, the row's content is its key. */
  readonly key: string;
  readonly kind: string;
  /** Key or identifier of the record, for kinds that speak of one that stands. */
  readonly subject?: string;
  readonly occurred?: string;
  readonly source?: string;
  readonly attestedAt?: string;
  readonly certainty?: Certainty;
  readonly note?: string;
  /** Key of the earlier row whose entry this one corrects, or that entry's identifier. */
  readonly replaces?: string;
  readonly reason?: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** NUL and halves of surrogate pairs. */
const UNKEEPABLE = /\0|\p{Cs}/u;

/** A line of the file. */
export interface Line {
  readonly number: number;
  /** The line's own fields, to write a refused row back. */
  readonly raw: string;
  /** The names of a CSV file's columns, of which `raw` holds the cells. */
  readonly columns?: readonly string[];
  readonly fields: Readonly<Record<string, unknown>>;
  /** Why nothing could be made of the line. */
  readonly unreadable?: Why | undefined;
}

/** Reads the fields of a line as a row. Refuses `row-unreadable`, `row-field-unknown`. */
export function rowOf(fields: Readonly<Record<string, unknown>>): Row {
  for (const name of Object.keys(fields)) {
    if (name !== "body" && !isRowField(name))
      throw rowFieldUnknown({ name, field: name, value: fields[name] });
  }
  const text: Record<string, string> = {};
  for (const name of rowFields) {
    const value = fields[name];
    if (value === undefined || value === null || value === "") continue;
    if (typeof value !== "string")
      throw rowUnreadable({
        why: { en: `${name} must be text`, es: `${name} debe ser texto` },
        field: name,
        value,
      });
    if (UNKEEPABLE.test(value))
      throw rowUnreadable({
        why: {
          en: `${name} holds a character that cannot be kept`,
          es: `${name} contiene un carácter que no se puede conservar`,
        },
        field: name,
        value,
      });
    // The ledger keeps no space around a text, so a key with one would never be found again.
    const kept = value.trim();
    if (kept !== "") text[name] = kept;
  }
  const body = fields.body ?? {};
  if (typeof body !== "object" || Array.isArray(body))
    throw rowUnreadable({
      why: { en: "body must be an object", es: "body debe ser un objeto" },
      field: "body",
      value: body,
    });
  if (text.kind === undefined)
    throw rowUnreadable({
      why: { en: "it names no kind", es: "no indica ninguna clase" },
      field: "kind",
      value: fields.kind,
    });
  const row = { ...text, body } as Omit<Row, "key"> & { key?: string };
  return { ...row, key: row.key ?? `content:${digest(row)}` } as Row;
}

/** Refuses `row-unreadable` where there is something in it that the ledger could not keep. */
export function canonicalOf(content: object): string {
  try {
    return canonical(content);
  } catch (error) {
    throw rowUnreadable(
      {
        why: {
          en: "it holds a number or a character that cannot be kept",
          es: "contiene un número o un carácter que no se puede conservar",
        },
        field: "body",
      },
      error,
    );
  }
}

const digest = (row: Omit<Row, "key">) =>
  createHash("sha256").update(canonicalOf(row)).digest("hex").slice(0, 32);
