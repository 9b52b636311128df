/** The words that kinds have for the values of their fields, in the reader's language: told once, by the kind itself. */
import { useQuery } from "@tanstack/react-query";
import { queries, type Schema } from "../../docket/index.ts";
import { follow, useLabels } from "../../form/index.ts";

export function useKindWords() {
  const { data: kinds = [] } = useQuery(queries.kinds());
  const labels = useLabels();

  /** The schema of a field, such as `value.amount`; a list's is that of its items. */
  function fieldOf(kind: string, path: string): Schema | undefined {
    const root = kinds.find((one) => one.kind === kind)?.schema;
    if (!root) return undefined;
    return path.split(".").reduce<Schema | undefined>((schema, name) => {
      const found = schema?.properties?.[name];
      const field = found && follow(found, root);
      return field?.items ? follow(field.items, root) : field;
    }, root);
  }

  return {
    /** What the field is called. */
    field: (kind: string, path: string): string =>
      labels.field(fieldOf(kind, path), path.split(".").at(-1) ?? path),
    /** The word for a value of a choice; nothing for nothing. */
    word: (kind: string, path: string, value: string | null | undefined): string =>
      value === null || value === undefined ? "" : labels.choice(fieldOf(kind, path), value),
    /** Every value of a choice with its word, in the kind's own order. */
    choices: (kind: string, path: string): { value: string; word: string }[] => {
      const field = fieldOf(kind, path);
      return (field?.enum ?? []).map((value) => ({
        value: String(value),
        word: labels.choice(field, String(value)),
      }));
    },
  };
}
