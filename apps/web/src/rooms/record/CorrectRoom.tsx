/** Correcting an entry: its values as they stand, a reason, the new sentence before anything is written. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type EntryPage, type KindInfo, queries } from "../../docket/index.ts";
import {
  ActForm,
  correctionOf,
  forgetDraft,
  idOf,
  KindFields,
  type KindState,
  type Plan,
  planKind,
  scopeOf,
  TextField,
  useAct,
  useForm,
  schemaOf,
} from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page } from "../../parts/index.ts";

const route = getRouteApi("/entries/$id/correct");

export function CorrectRoom() {
  const { t, say } = useWords();
  const { id } = route.useParams();
  const entry = useQuery(queries.entryById(id));
  const kinds = useQuery(queries.kinds());
  return (
    <Page
      title={t("correct.title")}
      room={t("entry.room")}
      narrow
      lead={entry.data?.sentence ? <p>{say(entry.data.sentence)}</p> : null}
    >
      <Answered of={kinds}>
        {(all) => (
          <Answered of={entry}>
            {(page) => {
              const kind = all.find((one) => one.kind === page.kind);
              return kind && !kind.composed ? (
                <CorrectForm key={page.entry} entry={page} kind={kind} kinds={all} />
              ) : (
                <p>{t("correct.noSchema")}</p>
              );
            }}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

/** What a plan says without its reason: whether anything is corrected at all. */
const said = ({ drafts }: Plan) =>
  JSON.stringify(drafts.map(({ draft }) => ({ ...draft, reason: undefined })));

function CorrectForm({
  entry,
  kind,
  kinds,
}: {
  entry: EntryPage;
  kind: KindInfo;
  kinds: readonly KindInfo[];
}) {
  const { t } = useWords();
  const navigate = useNavigate();
  const place = useMemo(() => ({ form: "correct", about: { entry: entry.entry } }), [entry.entry]);
  const sources = schemaOf(kinds, "source.described");
  const plan = useCallback(
    (state: KindState) => planKind(kind, sources, state, entry.entry),
    [kind, sources, entry.entry],
  );
  const before = useMemo(() => said(plan(correctionOf(entry, kind))), [plan, entry, kind]);
  const work = useAct<KindState>({
    place,
    start: () => correctionOf(entry, kind),
    plan,
    worthwhile: (planned) =>
      said(planned) !== before || planned.faults.some(({ fault }) => fault !== "reasonMissing"),
    onRecorded: async ({ entries }) => {
      const made = entries.at(-1);
      if (made)
        await navigate({ to: "/entries/$id", params: { id: made.entry }, state: { justDone: "corrected" } });
    },
  });
  return (
    <ActForm
      work={work}
      kinds={kinds}
      scope={scopeOf(work.state)}
      action={t("correct.send")}
      idle={t("correct.nothingChanged")}
      cancel={
        <Link to="/entries/$id" params={{ id: entry.entry }} onClick={() => forgetDraft(place)}>
          {t("form.cancel")}
        </Link>
      }
    >
      <KindFields kind={kind} state={work.state} corrects onChange={work.change} />
      <Reason
        value={work.state.reason}
        onChange={(reason) => work.change((state) => ({ ...state, reason }))}
      />
    </ActForm>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useWords();
  const { wrong } = useForm();
  return (
    <TextField
      id={idOf("reason")}
      label={t("correct.reason")}
      hint={t("correct.reasonHint")}
      long
      value={value}
      wrong={wrong.get("reason")}
      onChange={onChange}
    />
  );
}
