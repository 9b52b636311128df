/** A plea or a verdict: the open counts of a defendant, how each ended, one date and one source. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { queries, type RecordLine } from "../../docket/index.ts";
import {
  ActForm,
  Boxed,
  DateField,
  idOf,
  RecordPicker,
  RecordWords,
  SourceFields,
  useAct,
  useForm,
  useLabels,
  schemaOf,
} from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import type { FormProps } from "./FormRoom.tsx";
import {
  type Outcome,
  type OutcomeForm,
  outcomesOf,
  type OutcomesState,
  planOutcomes,
  startOfOutcomes,
} from "./outcomes.ts";

export function OutcomesForm({ form, kinds, about, onRecorded }: FormProps & { form: OutcomeForm }) {
  const { t, language } = useWords();
  const place = useMemo(() => ({ form, about: about as Record<string, string> }), [form, about]);
  const sources = schemaOf(kinds, "source.described");
  const work = useAct<OutcomesState>({
    place,
    start: () => startOfOutcomes(about),
    plan: useCallback((state: OutcomesState) => planOutcomes(state, sources), [sources]),
    worthwhile: ({ drafts }) => drafts.length > 0,
    onRecorded,
  });
  const { state } = work;
  const { data } = useQuery({
    ...queries.records({ type: "count", within: state.defendant, limit: 200 }),
    enabled: state.defendant !== "",
  });
  const names = new Map((data?.items ?? []).map((line) => [line.id, line[language].name]));
  const scope = { case: state.inCase || undefined, defendant: state.defendant || undefined };
  return (
    <ActForm
      work={work}
      kinds={kinds}
      scope={scope}
      action={t("write.record")}
      idle={t("write.noOutcomes")}
      nameDraft={({ subject }) => names.get(subject ?? "")}
      nameOf={useCallback(
        (path: string) => (path.startsWith("counts.") ? t("write.outcome") : undefined),
        [t],
      )}
    >
      <Fields form={form} state={state} onChange={work.change} />
    </ActForm>
  );
}

interface FieldsProps {
  form: OutcomeForm;
  state: OutcomesState;
  onChange: (change: (before: OutcomesState) => OutcomesState) => void;
}

function Fields({ form, state, onChange }: FieldsProps) {
  const { t } = useWords();
  const { wrong } = useForm();
  const set = (part: Partial<OutcomesState>) => onChange((before) => ({ ...before, ...part }));
  return (
    <>
      <RecordPicker
        id={idOf("inCase")}
        label={t("form.inCase")}
        type="case"
        value={state.inCase}
        onChange={(id) => set({ inCase: id ?? "", defendant: "", counts: {} })}
      />
      <RecordPicker
        id={idOf("defendant")}
        label={t("write.whose")}
        type="defendant"
        value={state.defendant}
        onChange={(id) => set({ defendant: id ?? "", counts: {} })}
      />
      {state.defendant === "" ? null : <OpenCounts form={form} state={state} onChange={onChange} />}
      <DateField
        id={idOf("occurred")}
        label={t(`write.outcomeOn.${form}`)}
        optional
        value={state.occurred}
        wrong={wrong.get("occurred")}
        onChange={(occurred) => set({ occurred })}
      />
      {Object.values(state.counts).includes("dismissed") ? (
        <DateField
          id={idOf("dismissedOn")}
          label={t("write.dismissedOn")}
          hint={t("write.dismissedOnHint")}
          optional
          value={state.dismissedOn}
          wrong={wrong.get("dismissedOn")}
          onChange={(dismissedOn) => set({ dismissedOn })}
        />
      ) : null}
      <SourceFields value={state.source} onChange={(source) => set({ source })} />
    </>
  );
}

function OpenCounts({ form, state, onChange }: FieldsProps) {
  const { t } = useWords();
  const { data, isPending } = useQuery(
    queries.records({ type: "count", within: state.defendant, limit: 200 }),
  );
  const items = data?.items ?? [];
  // A count that was chosen and has ended meanwhile stays in sight, so that its refusal is.
  const open = items.filter((line) => line.state === "open" || line.id in state.counts);
  const pick = (count: string, outcome: Outcome | undefined) =>
    onChange((before) => {
      const { [count]: _, ...rest } = before.counts;
      return { ...before, counts: outcome ? { ...rest, [count]: outcome } : rest };
    });
  if (isPending) return <p className="loading">{t("state.loading")}</p>;
  if (open.length === 0)
    return <p className="notice">{t(items.length > 0 ? "write.noneOpen" : "form.noneYet")}</p>;
  return (
    <Boxed id={idOf("counts")} label={t("write.openCounts")}>
      {open.map((line) => (
        <CountOutcome key={line.id} form={form} line={line} value={state.counts[line.id]} onPick={pick} />
      ))}
    </Boxed>
  );
}

interface CountOutcomeProps {
  form: OutcomeForm;
  line: RecordLine;
  value: Outcome | undefined;
  onPick: (count: string, outcome: Outcome | undefined) => void;
}

function CountOutcome({ form, line, value, onPick }: CountOutcomeProps) {
  const { t } = useWords();
  const labels = useLabels();
  const { kinds, wrong } = useForm();
  const schema = schemaOf(kinds, "charge.disposed").properties?.["outcome"];
  const path = `counts.${line.id}`;
  const said = wrong.get(path);
  const ways = [undefined, ...outcomesOf[form]];
  return (
    <fieldset id={idOf(path)} tabIndex={-1} className="count-outcome">
      <legend>
        <RecordWords line={line} />
      </legend>
      {said ? <span className="usa-error-message">{said}</span> : null}
      <div className="ways">
        {ways.map((way) => (
          <label key={way ?? ""} className="choice">
            <input
              type="radio"
              name={`outcome-${line.id}`}
              checked={value === way}
              onChange={() => onPick(line.id, way)}
            />
            {way === undefined ? t("write.staysOpen") : labels.choice(schema, way)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
