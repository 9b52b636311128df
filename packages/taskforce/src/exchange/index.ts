/** Import as a feature: from files to entries, row by row. */
export { badRows } from "./bad-rows.ts";
export {
  type ImportOptions,
  type ImportProgress,
  type ImportReport,
  importRows,
  type RefusedRow,
} from "./import-rows.ts";
export { type Format, formatOf, type Mapping, mappingSchema, readLines, readMapping } from "./read-lines.ts";
export type { Line, Row } from "./row.ts";
