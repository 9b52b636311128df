/** Matches the columns of a CSV file with fields of the record, and gives every row its kind where no column does. */
import { useQuery } from "@tanstack/react-query";
import { type KindInfo, queries, type Schema } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";
import type { Mapping } from "./keptImport.ts";

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
/** Stands for "no field" in a choice; the mapping writes it as an empty path. */
const LEAVE_OUT = "-";
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

interface MappingEditorProps {
  columns: readonly string[];
  mapping: Mapping;
  onChange: (mapping: Mapping) => void;
}

export function MappingEditor({ columns, mapping, onChange }: MappingEditorProps) {
  const { t } = useWords();
  const { data: kinds = [] } = useQuery(queries.kinds());
  const kind = mapping.constants["kind"] ?? "";
  const chosen = kinds.filter((one) => kind === "" || one.kind === kind);
  const fields = [...new Set(chosen.flatMap((one) => fieldPaths(one.schema)))].sort();

  function match(column: string, field: string) {
    const { [column]: _, ...rest } = mapping.columns;
    const path = field === LEAVE_OUT ? "" : field;
    onChange({ ...mapping, columns: field === "" ? rest : { ...rest, [column]: path } });
  }

  return (
    <div className="stack">
      <KindForAll
        kind={kind}
        kinds={kinds}
        onChange={(picked) => {
          const { kind: _, ...rest } = mapping.constants;
          onChange({ ...mapping, constants: picked === "" ? rest : { ...rest, kind: picked } });
        }}
      />
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
                  value={mapping.columns[column] === "" ? LEAVE_OUT : (mapping.columns[column] ?? "")}
                  onChange={(event) => match(column, event.target.value)}
                >
                  <option value="">{t("import.asNamed")}</option>
                  <option value={LEAVE_OUT}>{t("import.leaveOut")}</option>
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
    </div>
  );
}

interface KindForAllProps {
  kind: string;
  kinds: readonly KindInfo[];
  onChange: (kind: string) => void;
}

function KindForAll({ kind, kinds, onChange }: KindForAllProps) {
  const { t, say } = useWords();
  return (
    <div className="field">
      <label htmlFor="import-kind">{t("import.kindForAll")}</label>
      <select id="import-kind" value={kind} onChange={(event) => onChange(event.target.value)}>
        <option value="">{t("import.kindByColumn")}</option>
        {kinds.map((one) => (
          <option key={one.kind} value={one.kind}>
            {say(one.title)}
          </option>
        ))}
      </select>
    </div>
  );
}
