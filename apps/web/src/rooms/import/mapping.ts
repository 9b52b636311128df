/** What a person chooses about a file's columns, and the mapping that the server takes. */
import { isRowField } from "@joint-docket/taskforce/exchange/pure";
import type { Schema } from "../../docket/index.ts";
import type { Mapping } from "./keptImport.ts";

/** One written value of a column and what is meant by it. */
export interface Meaning {
  readonly column: string;
  readonly written: string;
  readonly meant: string;
}

export interface Choices {
  /** Column to field path; an empty path leaves the column out. */
  readonly columns: Readonly<Record<string, string>>;
  /** The kind of every row; blank where a column says it. */
  readonly kind: string;
  readonly meanings: readonly Meaning[];
}

export const NOTHING_CHOSEN: Choices = { columns: {}, kind: "", meanings: [] };

/** Where a column's values go: as chosen, else as it is named. Blank for a column that is left out. */
export function pathOf(column: string, columns: Choices["columns"]): string {
  return columns[column] ?? (isRowField(column) ? column : `body.${column}`);
}

/** The mapping for the server; none where nothing was chosen. */
export function mappingOf({ columns, kind, meanings }: Choices): Mapping | undefined {
  const values: Record<string, Record<string, string>> = {};
  for (const { column, written, meant } of meanings) {
    const path = pathOf(column, columns);
    const said = written.trim();
    if (path !== "" && said !== "") values[path] = { ...values[path], [said]: meant.trim() };
  }
  const constants: Record<string, string> = kind === "" ? {} : { kind };
  const chosen = [columns, constants, values].some((part) => Object.keys(part).length > 0);
  return chosen ? { columns: { ...columns }, constants, values } : undefined;
}

/** Bodies nest no deeper than this. */
const DEEPEST = 4;

/** The dotted paths of the plain fields in a schema, such as `term.months`. */
export function fieldPaths(schema: Schema, root: Schema = schema, prefix = "", depth = 1): string[] {
  const name = schema.$ref?.split("/").at(-1);
  const followed = name ? (root.$defs?.[name] ?? schema) : schema;
  if (depth > DEEPEST) return [];
  const shapes = [followed, ...(followed.anyOf ?? followed.oneOf ?? [])];
  const paths = shapes.flatMap((shape) =>
    Object.entries(shape.properties ?? {}).flatMap(([field, property]) => {
      const path = prefix ? `${prefix}.${field}` : field;
      const inner = fieldPaths(property, root, path, depth + 1);
      return inner.length > 0 ? inner : [path];
    }),
  );
  return [...new Set(paths)];
}
