/** What every entry says beside its body: when it happened, how sure the source is, a note; and the source itself. */
import { certainties } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { idOf, useForm } from "./context.ts";
import { Boxed } from "./Labelled.tsx";
import { Choice, DateField, TextField } from "./plain.tsx";
import type { AboutEntry, SourceChoice } from "./plan.ts";
import { RecordPicker } from "./RecordPicker.tsx";
import { Properties } from "./SchemaField.tsx";
import { follow, schemaOf } from "./schema.ts";
import { within } from "./value.ts";

interface AboutProps {
  value: AboutEntry;
  onChange: (part: Partial<AboutEntry>) => void;
}

/** The date on which it happened, which most entries need and none can do without for long. */
export function Happened({ value, onChange }: AboutProps) {
  const { t } = useWords();
  const { wrong } = useForm();
  return (
    <DateField
      id={idOf("occurred")}
      label={t("entries.when")}
      optional
      value={value.occurred}
      wrong={wrong.get("occurred")}
      onChange={(occurred) => onChange({ occurred })}
    />
  );
}

export function AboutFields({ value, onChange }: AboutProps) {
  const { t } = useWords();
  const { wrong } = useForm();
  const told =
    value.attestedAt !== "" || value.certainty !== "" || value.note !== "" || wrong.has("attestedAt");
  return (
    <details open={told}>
      <summary>{t("form.more")}</summary>
      <div className="stack">
        <DateField
          id={idOf("attestedAt")}
          label={t("entry.attested")}
          hint={t("form.attestedHint")}
          optional
          value={value.attestedAt}
          wrong={wrong.get("attestedAt")}
          onChange={(attestedAt) => onChange({ attestedAt })}
        />
        <Choice
          id={idOf("certainty")}
          label={t("entry.certainty")}
          optional
          value={value.certainty}
          options={[
            { value: "", words: t("case.notStated") },
            ...certainties.map((one) => ({ value: one, words: t(`certainty.${one}`) })),
          ]}
          onChange={(certainty) => onChange({ certainty })}
        />
        <TextField
          id={idOf("note")}
          label={t("entry.note")}
          optional
          long
          value={value.note}
          wrong={wrong.get("note")}
          onChange={(note) => onChange({ note })}
        />
      </div>
    </details>
  );
}

interface SourceProps {
  value: SourceChoice;
  onChange: (source: SourceChoice) => void;
}

/** One source for everything the form records: described before, or in the same act. */
export function SourceFields({ value, onChange }: SourceProps) {
  const { t } = useWords();
  const { kinds, wrong } = useForm();
  const schema = schemaOf(kinds, "source.described");
  return (
    <Boxed id="field-source-choice" label={t("form.source")} hint={t("form.sourceHint")}>
      <div className="ways">
        {(["known", "new", "none"] as const).map((how) => (
          <label key={how} className="choice">
            <input
              type="radio"
              name="source-how"
              checked={value.how === how}
              onChange={() => onChange({ ...value, how })}
            />
            {t(`form.sourceHow.${how}`)}
          </label>
        ))}
      </div>
      {value.how === "known" ? (
        <RecordPicker
          id={idOf("source")}
          label={t("form.whichSource")}
          optional
          type="source"
          value={value.id}
          wrong={wrong.get("source")}
          onChange={(id) => onChange({ ...value, id: id ?? "" })}
        />
      ) : null}
      {value.how === "new" ? (
        <Properties
          schema={follow(schema, schema)}
          root={schema}
          path={within("source", "body")}
          value={value.body}
          onChange={(body) => onChange({ ...value, body })}
        />
      ) : null}
      {value.how === "none" && wrong.get("source") ? (
        <p className="usa-error-message">{wrong.get("source")}</p>
      ) : null}
    </Boxed>
  );
}
