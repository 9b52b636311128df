/** Counts and the document that brings them: each count is typed once, whoever it is against. */
import type { Schema } from "../../docket/index.ts";
import { Boxed, Choice, DateField, idOf, TextField, useForm, useLabels, schemaOf } from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { type ChargesState, type CountState, nextCount } from "./charges.ts";

export interface Accused {
  /** The record, or its name in the act. */
  readonly ref: string;
  readonly name: string;
}

interface ChargesFieldsProps {
  value: ChargesState;
  accused: readonly Accused[];
  onChange: (charges: ChargesState) => void;
}

/** Superseding needs to say which document is superseded, and has a form of its own. */
const SUPERSEDING = "superseding-indictment";

export function ChargesFields({ value, accused, onChange }: ChargesFieldsProps) {
  const { t } = useWords();
  const labels = useLabels();
  const { kinds, wrong } = useForm();
  const charge = schemaOf(kinds, "charge.filed").properties ?? {};
  const { instrument = {} } = charge;
  const set = (part: Partial<ChargesState>) => onChange({ ...value, ...part });
  const documents = (instrument.enum ?? []).map(String).filter((one) => one !== SUPERSEDING);
  return (
    <>
      <Choice
        id={idOf("charges.instrument")}
        label={labels.field(instrument, "instrument")}
        hint={labels.hint(instrument)}
        law={instrument.law}
        optional
        value={value.instrument}
        wrong={wrong.get("charges.instrument")}
        options={[
          { value: "", words: t("case.notStated") },
          ...documents.map((one) => ({ value: one, words: labels.choice(instrument, one) })),
        ]}
        onChange={(picked) => set({ instrument: picked })}
      />
      <DateField
        id={idOf("charges.filed")}
        label={t("write.filedOn")}
        optional
        value={value.filed}
        wrong={wrong.get("charges.filed")}
        onChange={(filed) => set({ filed })}
      />
      {value.counts.map((count, index) => (
        // A count has no name of its own but its place in the list.
        <CountFields
          key={`count ${String(index)}`}
          index={index}
          value={count}
          accused={accused}
          schemas={charge}
          onChange={(part) =>
            set({ counts: value.counts.map((other, at) => (at === index ? { ...other, ...part } : other)) })
          }
          onRemove={() => set({ counts: value.counts.filter((_, at) => at !== index) })}
        />
      ))}
      <button
        type="button"
        className="text-button"
        onClick={() =>
          set({
            counts: [
              ...value.counts,
              nextCount(
                value,
                accused.map(({ ref }) => ref),
              ),
            ],
          })
        }
      >
        {t("write.addCount")}
      </button>
    </>
  );
}

interface CountFieldsProps {
  index: number;
  value: CountState;
  accused: readonly Accused[];
  schemas: Readonly<Record<string, Schema>>;
  onChange: (part: Partial<CountState>) => void;
  onRemove: () => void;
}

function CountFields({ index, value, accused, schemas, onChange, onRemove }: CountFieldsProps) {
  const { t } = useWords();
  const labels = useLabels();
  const { wrong } = useForm();
  const path = `charges.counts.${index}`;
  const { number = {}, wording = {}, statutes = {} } = schemas;
  const toggle = (ref: string) =>
    onChange({
      against: value.against.includes(ref)
        ? value.against.filter((one) => one !== ref)
        : [...value.against, ref],
    });
  // What is wrong with one citation is said of the line they stand in.
  const cited = [...wrong].find(([at]) => at.startsWith(`${path}.statutes`))?.[1];
  return (
    <Boxed id={idOf(path)} label={t("write.count", { number: value.number || index + 1 })}>
      <TextField
        id={idOf(`${path}.number`)}
        label={labels.field(number, "number")}
        hint={labels.hint(number)}
        optional
        value={value.number}
        wrong={wrong.get(`${path}.number`)}
        onChange={(text) => onChange({ number: text })}
      />
      <TextField
        id={idOf(`${path}.wording`)}
        label={labels.field(wording, "wording")}
        hint={labels.hint(wording)}
        optional
        long
        value={value.wording}
        wrong={wrong.get(`${path}.wording`)}
        onChange={(text) => onChange({ wording: text })}
      />
      <TextField
        id={idOf(`${path}.statutes`)}
        label={labels.field(statutes, "statutes")}
        hint={t("write.statutesHint")}
        law={statutes.law}
        optional
        value={value.statutes}
        wrong={cited}
        onChange={(text) => onChange({ statutes: text })}
      />
      <Boxed id={idOf(`${path}.against`)} label={t("write.against")} wrong={wrong.get(`${path}.against`)}>
        {accused.length === 0 ? <p className="muted">{t("write.nobodyYet")}</p> : null}
        {accused.map(({ ref, name }, at) => (
          <label key={ref} className="choice">
            <input type="checkbox" checked={value.against.includes(ref)} onChange={() => toggle(ref)} />
            {name === "" ? t("write.defendant", { number: at + 1 }) : name}
          </label>
        ))}
      </Boxed>
      <button type="button" className="text-button" onClick={onRemove}>
        {t("form.remove", { what: t("write.count", { number: value.number || index + 1 }) })}
      </button>
    </Boxed>
  );
}
