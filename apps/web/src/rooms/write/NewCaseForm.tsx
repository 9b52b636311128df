/** A new case from one source: the case, its docket number, who is accused, arrests and charges in one form. */
import { useCallback, useMemo } from "react";
import type { Schema } from "../../docket/index.ts";
import {
  ActForm,
  Boxed,
  DateField,
  follow,
  idOf,
  Properties,
  SourceFields,
  TextField,
  useAct,
  useForm,
  useLabels,
  schemaOf,
} from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { ChargesFields } from "./ChargesFields.tsx";
import type { FormProps } from "./FormRoom.tsx";
import { type DefendantState, type NewCaseState, nextDefendant, planCase, startOfCase } from "./newCase.ts";

const FIRST = ["title", "district", "taskForce", "summary"];

export function NewCaseForm({ kinds, about, onRecorded }: FormProps) {
  const { t } = useWords();
  const place = useMemo(() => ({ form: "new-case", about: about as Record<string, string> }), [about]);
  const schemas = useMemo(() => {
    const of = (name: string) => schemaOf(kinds, name);
    return { source: of("source.described"), case: of("case.opened"), arrest: of("arrest.made") };
  }, [kinds]);
  const work = useAct<NewCaseState>({
    place,
    start: () => startOfCase(about.source),
    plan: useCallback((state: NewCaseState) => planCase(state, schemas), [schemas]),
    onRecorded,
  });
  const { state } = work;
  const set = (part: Partial<NewCaseState>) => work.change((before) => ({ ...before, ...part }));
  const accused = state.defendants.map(({ name, designation }) => ({ ref: name, name: designation }));
  return (
    <ActForm work={work} kinds={kinds} scope={{}} action={t("write.record")}>
      <SourceFields value={state.source} onChange={(source) => set({ source })} />
      <CaseFields schema={schemas.case} state={state} onChange={set} />
      <h2>{t("case.defendants")}</h2>
      {state.defendants.map((one, index) => (
        <DefendantFields
          key={one.name}
          index={index}
          value={one}
          arrest={schemas.arrest}
          onChange={(changed) =>
            set({ defendants: state.defendants.map((other) => (other.name === one.name ? changed : other)) })
          }
          onRemove={() => set(without(state, one.name))}
        />
      ))}
      <button
        type="button"
        className="text-button"
        onClick={() => set({ defendants: [...state.defendants, nextDefendant(state.defendants)] })}
      >
        {t("write.addDefendant")}
      </button>
      <h2>{t("write.charges")}</h2>
      <ChargesFields value={state.charges} accused={accused} onChange={(charges) => set({ charges })} />
    </ActForm>
  );
}

/** A defendant who is taken away is taken out of every count too. */
function without(state: NewCaseState, name: string): Partial<NewCaseState> {
  const counts = state.charges.counts.map((count) => ({
    ...count,
    against: count.against.filter((ref) => ref !== name),
  }));
  return {
    defendants: state.defendants.filter((one) => one.name !== name),
    charges: { ...state.charges, counts },
  };
}

interface CaseFieldsProps {
  schema: Schema;
  state: NewCaseState;
  onChange: (part: Partial<NewCaseState>) => void;
}

function CaseFields({ schema, state, onChange }: CaseFieldsProps) {
  const { t } = useWords();
  const labels = useLabels();
  const { kinds, wrong } = useForm();
  const number = schemaOf(kinds, "case.docketed").properties?.["number"] ?? {};
  const rest = Object.keys(schema.properties ?? {}).filter((name) => !FIRST.includes(name));
  const shared = {
    schema: follow(schema, schema),
    root: schema,
    path: "body",
    value: state.body,
    onChange: (body: NewCaseState["body"]) => onChange({ body }),
  };
  const told = [...wrong.keys()].some((path) => rest.some((name) => path.startsWith(`body.${name}`)));
  return (
    <>
      <h2>{t("entries.case")}</h2>
      <Properties {...shared} without={rest} />
      <TextField
        id={idOf("docket")}
        label={labels.field(number, "number")}
        hint={labels.hint(number)}
        optional
        mono
        value={state.docket}
        wrong={[...wrong].find(([path]) => path.startsWith("docket"))?.[1]}
        onChange={(docket) => onChange({ docket })}
      />
      <details open={told}>
        <summary>{t("write.moreOfCase")}</summary>
        <div className="stack">
          <Properties {...shared} without={FIRST} />
        </div>
      </details>
    </>
  );
}

interface DefendantFieldsProps {
  index: number;
  value: DefendantState;
  arrest: Schema;
  onChange: (defendant: DefendantState) => void;
  onRemove: () => void;
}

function DefendantFields({ index, value, arrest, onChange, onRemove }: DefendantFieldsProps) {
  const { t } = useWords();
  const labels = useLabels();
  const { kinds, wrong } = useForm();
  const joined = schemaOf(kinds, "defendant.joined").properties?.["designation"] ?? {};
  const path = `defendants.${index}`;
  const name = value.designation || t("write.defendant", { number: index + 1 });
  const held = value.arrest;
  return (
    <Boxed id={idOf(path)} label={name}>
      <TextField
        id={idOf(`${path}.designation`)}
        label={labels.field(joined, "designation")}
        hint={labels.hint(joined)}
        value={value.designation}
        wrong={wrong.get(`${path}.designation`)}
        onChange={(designation) => onChange({ ...value, designation })}
      />
      <label className="choice">
        <input
          type="checkbox"
          checked={held !== undefined}
          onChange={() => onChange({ ...value, arrest: held ? undefined : { occurred: "", body: {} } })}
        />
        {t("write.wasArrested")}
      </label>
      {held ? (
        <>
          <DateField
            id={idOf(`${path}.arrest.occurred`)}
            label={t("write.arrestedOn")}
            optional
            value={held.occurred}
            wrong={wrong.get(`${path}.arrest.occurred`)}
            onChange={(occurred) => onChange({ ...value, arrest: { ...held, occurred } })}
          />
          <Properties
            schema={follow(arrest, arrest)}
            root={arrest}
            path={`${path}.arrest`}
            value={held.body}
            without={["case", "defendant", "persons"]}
            onChange={(body) => onChange({ ...value, arrest: { ...held, body } })}
          />
        </>
      ) : null}
      <button type="button" className="text-button" onClick={onRemove}>
        {t("form.remove", { what: name })}
      </button>
    </Boxed>
  );
}
