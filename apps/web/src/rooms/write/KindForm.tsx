/** The form of one kind: made from its schema, with what the record knows already filled in. */
import { useQuery } from "@tanstack/react-query";
import { useCallback, useMemo } from "react";
import type { KindInfo } from "../../docket/index.ts";
import {
  ActForm,
  type Json,
  KindFields,
  type KindState,
  planKind,
  scopeOf,
  startOf,
  useAct,
  schemaOf,
} from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { Loading } from "../../parts/index.ts";
import type { FormProps } from "./FormRoom.tsx";
import { canPrefill, prefilled } from "./prefill.ts";

type KindFormProps = FormProps & { kind: KindInfo };

export function KindForm(props: KindFormProps) {
  const { kind, about } = props;
  const wanted = canPrefill(kind.kind) && (about.subject ?? about.defendant) !== undefined;
  const { data, isPending } = useQuery({
    queryKey: ["prefilled", kind.kind, about],
    enabled: wanted,
    queryFn: () => prefilled(kind, about),
  });
  // Without what the record knows the form can still be filled in by hand.
  if (wanted && isPending) return <Loading />;
  return <Filled {...props} body={data} />;
}

const isSome = (body: Json | undefined) =>
  Object.values((body ?? {}) as object).some((value) => value !== undefined);

function Filled({ kind, kinds, about, onRecorded, body }: KindFormProps & { body: Json | undefined }) {
  const { t } = useWords();
  const place = useMemo(() => ({ form: kind.kind, about: about as Record<string, string> }), [kind, about]);
  const sources = schemaOf(kinds, "source.described");
  const plan = useCallback((state: KindState) => planKind(kind, sources, state), [kind, sources]);
  const work = useAct<KindState>({ place, start: () => startOf(kind, about, body), plan, onRecorded });
  return (
    <ActForm work={work} kinds={kinds} scope={scopeOf(work.state)} action={t("write.record")}>
      {isSome(body) && !work.resumed ? <p className="notice">{t("write.prefilled")}</p> : null}
      <KindFields kind={kind} state={work.state} onChange={work.change} />
    </ActForm>
  );
}
