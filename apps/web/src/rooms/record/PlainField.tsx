/** One plain field of a form: text, number, choice or yes/no/not stated, with its hint and its error. */
import { useWords } from "../../language/index.ts";
import type { FieldProps } from "./SchemaField.tsx";
import { isReference, RecordName } from "./RecordName.tsx";
import { useLabels } from "./useLabels.ts";

interface ChoiceProps {
  id: string;
  label: string;
  hint?: string | undefined;
  value: string;
  options: { value: string; words: string }[];
  optional?: boolean;
  wrong?: string | undefined;
  onChange: (value: string) => void;
}

export function Choice({ id, label, hint, value, options, optional, wrong, onChange }: ChoiceProps) {
  const { t } = useWords();
  const described = [hint ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].join(" ").trim() || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional ? <span className="muted"> {t("form.optional")}</span> : null}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className="usa-hint">
          {hint}
        </span>
      ) : null}
      <Wrong id={id} words={wrong} />
      <select
        id={id}
        value={value}
        aria-invalid={wrong !== undefined}
        aria-describedby={described}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.words}
          </option>
        ))}
      </select>
    </div>
  );
}

export function Wrong({ id, words }: { id: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <span id={`${id}-wrong`} className="usa-error-message">
      {words}
    </span>
  );
}

interface TextProps {
  id: string;
  label: string;
  hint?: string | undefined;
  value: string;
  optional?: boolean;
  long?: boolean;
  numeric?: boolean;
  mono?: boolean;
  wrong?: string | undefined;
  onChange: (value: string) => void;
}

export function TextField(props: TextProps) {
  const { t } = useWords();
  const { id, hint, wrong } = props;
  const described = [hint ? `${id}-hint` : "", wrong ? `${id}-wrong` : ""].join(" ").trim() || undefined;
  const shared = {
    id,
    value: props.value,
    "aria-describedby": described,
    "aria-invalid": wrong !== undefined,
    className: props.mono ? "mono" : undefined,
  };
  return (
    <div className="field">
      <label htmlFor={id}>
        {props.label}
        {props.optional ? <span className="muted"> {t("form.optional")}</span> : null}
      </label>
      {hint ? (
        <span id={`${id}-hint`} className="usa-hint">
          {hint}
        </span>
      ) : null}
      <Wrong id={id} words={wrong} />
      {props.long ? (
        <textarea {...shared} rows={4} onChange={(event) => props.onChange(event.target.value)} />
      ) : (
        <input
          {...shared}
          autoComplete="off"
          inputMode={props.numeric ? "numeric" : undefined}
          onChange={(event) => props.onChange(event.target.value)}
        />
      )}
    </div>
  );
}

const LONG = 300;

export function PlainField({ schema, name, path, value, required, wrong, onChange }: FieldProps) {
  const { t } = useWords();
  const labels = useLabels();
  const id = `field-${path}`;
  const label = labels.field(schema, name);
  const hint = labels.hint(schema);
  const shared = { id, label, hint, optional: !required, wrong: wrong.get(path) };
  const blank = { value: "", words: t("case.notStated") };
  if (schema.enum) {
    return (
      <Choice
        {...shared}
        value={typeof value === "string" ? value : ""}
        options={[
          ...(required && value !== undefined ? [] : [blank]),
          ...schema.enum.map((item) => ({ value: String(item), words: labels.choice(schema, String(item)) })),
        ]}
        onChange={(picked) => onChange(picked === "" ? undefined : picked)}
      />
    );
  }
  if (schema.type === "boolean") {
    return (
      <Choice
        {...shared}
        value={typeof value === "boolean" ? String(value) : ""}
        options={[
          blank,
          { value: "true", words: t("answer.yes") },
          { value: "false", words: t("answer.no") },
        ]}
        onChange={(picked) => onChange(picked === "" ? undefined : picked === "true")}
      />
    );
  }
  const numeric = schema.type === "integer" || schema.type === "number";
  const text = value === undefined || value === null ? "" : String(value);
  const field = (
    <TextField
      {...shared}
      hint={schema.format === "imprecise-date" ? [hint, t("form.dateHint")].filter(Boolean).join(". ") : hint}
      value={text}
      numeric={numeric}
      mono={schema.format === "uuid"}
      long={!numeric && ((schema.maxLength ?? 0) > LONG || text.length > 90)}
      onChange={(typed) => {
        const asNumber = Number(typed);
        // What is no number is sent as typed, so that the server can name it in its answer.
        onChange(typed === "" ? undefined : numeric && Number.isFinite(asNumber) ? asNumber : typed);
      }}
    />
  );
  if (!isReference(schema, value)) return field;
  return (
    <div>
      {field}
      <p className="small named" aria-live="polite">
        <RecordName schema={schema} id={value} />
      </p>
    </div>
  );
}
