/** The fields of an import row that are text, beside its body: what a column, a mapping or a row may name. */
export const rowFields = [
  "key",
  "kind",
  "subject",
  "occurred",
  "source",
  "attestedAt",
  "certainty",
  "note",
  "replaces",
  "reason",
] as const;

export const isRowField = (name: string): name is (typeof rowFields)[number] =>
  (rowFields as readonly string[]).includes(name);
