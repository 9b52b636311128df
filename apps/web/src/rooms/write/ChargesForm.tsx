/** Charges in a case that stands: one document with its counts, against one or several defendants. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import { queries } from "../../docket/index.ts";
import {
  ActForm,
  idOf,
  noSource,
  planSource,
  RecordPicker,
  type SourceChoice,
  SourceFields,
  useAct,
  schemaOf,
} from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { type ChargesState, noCharges, planCharges } from "./charges.ts";
import { ChargesFields } from "./ChargesFields.tsx";
import type { FormProps } from "./FormRoom.tsx";

interface State {
  readonly inCase: string;
  readonly charges: ChargesState;
  readonly source: SourceChoice;
}

export function ChargesForm({ kinds, about, onRecorded }: FormProps) {
  const { t, language } = useWords();
  const place = useMemo(() => ({ form: "charges", about: about as Record<string, string> }), [about]);
  const sources = schemaOf(kinds, "source.described");
  const plan = useCallback(
    ({ inCase, charges, source }: State) => {
      const from = planSource(source, sources);
      const filed = planCharges(charges, { inCase, source: from.source });
      return {
        drafts: filed.drafts.length > 0 ? [...from.drafts, ...filed.drafts] : [],
        faults: [...from.faults, ...filed.faults],
      };
    },
    [sources],
  );
  const work = useAct<State>({
    place,
    start: () => ({
      inCase: about.case ?? "",
      charges: noCharges,
      source: { ...noSource, id: about.source ?? "" },
    }),
    plan,
    worthwhile: ({ drafts }) => drafts.length > 0,
    onRecorded,
  });
  const { inCase, charges, source } = work.state;
  const { data } = useQuery({
    ...queries.records({ type: "defendant", within: inCase, limit: 200 }),
    enabled: inCase !== "",
  });
  const accused =
    inCase === "" ? [] : (data?.items ?? []).map((line) => ({ ref: line.id, name: line[language].name }));
  const set = (part: Partial<State>) => work.change((before) => ({ ...before, ...part }));
  return (
    <ActForm
      work={work}
      kinds={kinds}
      scope={{ case: inCase || undefined }}
      action={t("write.record")}
      idle={t("write.noCounts")}
    >
      <RecordPicker
        id={idOf("inCase")}
        label={t("form.inCase")}
        type="case"
        value={inCase}
        onChange={(id) => set({ inCase: id ?? "", charges: { ...charges, counts: [] } })}
      />
      <ChargesFields value={charges} accused={accused} onChange={(next) => set({ charges: next })} />
      <SourceFields value={source} onChange={(next) => set({ source: next })} />
    </ActForm>
  );
}
