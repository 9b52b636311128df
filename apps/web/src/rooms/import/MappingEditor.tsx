/** Matches the columns of a CSV file with fields of the record, says what written values mean and what the rows are. */
import { rowFields } from "@joint-docket/taskforce/exchange/pure";
import { useQuery } from "@tanstack/react-query";
import { type KindInfo, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";
import { type Choices, fieldPaths, type Meaning } from "./mapping.ts";

/** Stands for "no field" in a choice; the mapping writes it as an empty path. */
const LEAVE_OUT = "-";

interface MappingEditorProps {
  columns: readonly string[];
  choices: Choices;
  onChange: (choices: Choices) => void;
}

export function MappingEditor({ columns, choices, onChange }: MappingEditorProps) {
  const { t } = useWords();
  const { data: kinds = [] } = useQuery(queries.kinds());
  const chosen = kinds.filter((one) => choices.kind === "" || one.kind === choices.kind);
  const fields = [...new Set(chosen.flatMap((one) => fieldPaths(one.schema)))].sort();

  function match(column: string, field: string) {
    const { [column]: _, ...rest } = choices.columns;
    const path = field === LEAVE_OUT ? "" : field;
    onChange({ ...choices, columns: field === "" ? rest : { ...rest, [column]: path } });
  }

  return (
    <div className="stack">
      <KindForAll kind={choices.kind} kinds={kinds} onChange={(kind) => onChange({ ...choices, kind })} />
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
                  value={choices.columns[column] === "" ? LEAVE_OUT : (choices.columns[column] ?? "")}
                  onChange={(event) => match(column, event.target.value)}
                >
                  <option value="">{t("import.asNamed")}</option>
                  <option value={LEAVE_OUT}>{t("import.leaveOut")}</option>
                  <optgroup label={t("import.envelope")}>
                    {rowFields.map((field) => (
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
      <Meanings
        columns={columns}
        meanings={choices.meanings}
        onChange={(meanings) => onChange({ ...choices, meanings })}
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

interface MeaningsProps {
  columns: readonly string[];
  meanings: readonly Meaning[];
  onChange: (meanings: readonly Meaning[]) => void;
}

function Meanings({ columns, meanings, onChange }: MeaningsProps) {
  const { t } = useWords();
  const change = (at: number, part: Partial<Meaning>) =>
    onChange(meanings.map((one, index) => (index === at ? { ...one, ...part } : one)));
  return (
    <fieldset className="boxed stack">
      <legend className="usa-legend">{t("import.meanings")}</legend>
      <p className="usa-hint">{t("import.meaningsHint")}</p>
      {meanings.map((meaning, at) => (
        // A line has no name of its own but its place in the list.
        <div key={`meaning ${String(at)}`} className="filters">
          <div className="field">
            <label htmlFor={`meaning-column-${at}`}>{t("import.meaningColumn")}</label>
            <select
              id={`meaning-column-${at}`}
              value={meaning.column}
              onChange={(event) => change(at, { column: event.target.value })}
            >
              {columns.map((column) => (
                <option key={column} value={column}>
                  {column}
                </option>
              ))}
            </select>
          </div>
          <div className="field">
            <label htmlFor={`meaning-written-${at}`}>{t("import.meaningWritten")}</label>
            <input
              id={`meaning-written-${at}`}
              value={meaning.written}
              autoComplete="off"
              onChange={(event) => change(at, { written: event.target.value })}
            />
          </div>
          <div className="field">
            <label htmlFor={`meaning-meant-${at}`}>{t("import.meaningMeant")}</label>
            <input
              id={`meaning-meant-${at}`}
              value={meaning.meant}
              autoComplete="off"
              onChange={(event) => change(at, { meant: event.target.value })}
            />
          </div>
          <button
            type="button"
            className="text-button"
            onClick={() => onChange(meanings.filter((_, index) => index !== at))}
          >
            {t("import.meaningRemove", { line: at + 1 })}
          </button>
        </div>
      ))}
      <button
        type="button"
        className="text-button"
        onClick={() => onChange([...meanings, { column: columns[0] ?? "", written: "", meant: "" }])}
      >
        {t("import.meaningAdd")}
      </button>
    </fieldset>
  );
}
