/** Matches the columns of a CSV file with fields of the record: one choice for each column. */
import { useQuery } from "@tanstack/react-query";
import { queries, type Schema } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";

const envelope = [
  "key",
  "kind",
  "subject",
  "occurred",
  "source",
  "attestedAt",
  "certainty",
  "note",
  "reason",
] as const;

/** The dotted paths of the plain fields in a schema, such as `term.months`. */
export function fieldPaths(schema: Schema, root: Schema = schema, prefix = "", depth = 0): string[] {
  const name = schema.$ref?.split("/").at(-1);
  const followed = name ? (root.$defs?.[name] ?? schema) : schema;
  const variants = [followed, ...(followed.anyOf ?? followed.oneOf ?? [])];
  const paths = variants.flatMap((variant) =>
    depth > 3
      ? []
      : Object.entries(variant.properties ?? {}).flatMap(([field, property]) => {
          const path = prefix ? `${prefix}.${field}` : field;
          const inner = fieldPaths(property, root, path, depth + 1);
          return inner.length > 0 ? inner : [path];
        }),
  );
  return [...new Set(paths)];
}

interface MappingEditorProps {
  columns: readonly string[];
  mapping: Record<string, string>;
  onChange: (mapping: Record<string, string>) => void;
}

export function MappingEditor({ columns, mapping, onChange }: MappingEditorProps) {
  const { t } = useWords();
  const { data: kinds = [] } = useQuery(queries.kinds());
  const fields = [...new Set(kinds.flatMap((kind) => fieldPaths(kind.schema)))].sort();
  return (
    <>
      <p className="usa-hint">{t("import.mappingHint")}</p>
      <DataTable
        flat
        caption={t("import.mapping")}
        hideCaption
        rows={columns}
        rowKey={(column) => column}
        columns={[
          { key: "column", title: t("import.column"), heads: true, cell: (column) => <code>{column}</code> },
          {
            key: "field",
            title: t("import.field"),
            cell: (column) => (
              <span className="field">
                <select
                  aria-label={t("import.fieldFor", { column })}
                  value={mapping[column] ?? ""}
                  onChange={(event) => {
                    const { [column]: _, ...rest } = mapping;
                    onChange(event.target.value === "" ? rest : { ...rest, [column]: event.target.value });
                  }}
                >
                  <option value="">{t("import.asNamed")}</option>
                  <optgroup label={t("import.envelope")}>
                    {envelope.map((field) => (
                      <option key={field} value={field}>
                        {field}
                      </option>
                    ))}
                  </optgroup>
                  <optgroup label={t("import.bodyFields")}>
                    {fields.map((field) => (
                      <option key={field} value={`body.${field}`}>
                        {field}
                      </option>
                    ))}
                  </optgroup>
                </select>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}
