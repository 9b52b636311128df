/** Withdrawing an entry that should not have been recorded: a reason, then a new entry that says so. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { useCallback, useMemo } from "react";
import { type EntryPage, type KindInfo, queries } from "../../docket/index.ts";
import { ActForm, forgetDraft, idOf, type Plan, TextField, useAct, useForm } from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page } from "../../parts/index.ts";

const route = getRouteApi("/entries/$id/withdraw");

export function WithdrawRoom() {
  const { t, say } = useWords();
  const { id } = route.useParams();
  const entry = useQuery(queries.entryById(id));
  const kinds = useQuery(queries.kinds());
  return (
    <Page
      title={t("withdraw.title")}
      room={t("entry.room")}
      narrow
      lead={entry.data?.sentence ? <p>{say(entry.data.sentence)}</p> : null}
    >
      <Answered of={kinds}>
        {(all) => (
          <Answered of={entry}>
            {(page) => <WithdrawForm key={page.entry} entry={page} kinds={all} />}
          </Answered>
        )}
      </Answered>
    </Page>
  );
}

function planWithdrawal(entry: EntryPage, reason: string): Plan {
  const given = reason.trim();
  return {
    drafts: [
      {
        draft: {
          kind: "entry.withdrawn",
          subject: entry.record.id,
          body: { withdraws: entry.entry },
          // As of a correction: judged without its reason, never sent without it.
          reason: given || "…",
        },
        at: (field) => field,
      },
    ],
    faults: given === "" ? [{ path: "reason", fault: "reasonMissing" }] : [],
  };
}

function WithdrawForm({ entry, kinds }: { entry: EntryPage; kinds: readonly KindInfo[] }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const place = useMemo(() => ({ form: "withdraw", about: { entry: entry.entry } }), [entry.entry]);
  const work = useAct<string>({
    place,
    start: () => "",
    plan: useCallback((reason: string) => planWithdrawal(entry, reason), [entry]),
    onRecorded: async ({ entries }) => {
      const made = entries.at(-1);
      if (made)
        await navigate({ to: "/entries/$id", params: { id: made.entry }, state: { justDone: "withdrawn" } });
    },
  });
  return (
    <ActForm
      work={work}
      kinds={kinds}
      scope={{}}
      action={t("withdraw.send")}
      cancel={
        <Link to="/entries/$id" params={{ id: entry.entry }} onClick={() => forgetDraft(place)}>
          {t("form.cancel")}
        </Link>
      }
    >
      <p>{t("withdraw.explain")}</p>
      <Reason value={work.state} onChange={work.change} />
    </ActForm>
  );
}

function Reason({ value, onChange }: { value: string; onChange: (reason: string) => void }) {
  const { t } = useWords();
  const { wrong } = useForm();
  return (
    <TextField
      id={idOf("reason")}
      label={t("withdraw.reason")}
      hint={t("withdraw.reasonHint")}
      long
      value={value}
      wrong={wrong.get("reason")}
      onChange={onChange}
    />
  );
}
