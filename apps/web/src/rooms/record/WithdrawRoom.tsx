/** Withdrawing an entry that should not have been recorded: a reason, then a new entry that says so. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useState } from "react";
import { ask, type Draft, type EntryPage, queries, type Recorded } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, ProblemNotice } from "../../parts/index.ts";
import { forgetDraft, keepForm, keptForm, keyFor } from "./keptDraft.ts";
import { TextField } from "./PlainField.tsx";

const route = getRouteApi("/entries/$id/withdraw");

export function WithdrawRoom() {
  const { t, say } = useWords();
  const { id } = route.useParams();
  const entry = useQuery(queries.entryById(id));
  return (
    <Page
      title={t("withdraw.title")}
      room={t("entry.room")}
      narrow
      lead={entry.data?.sentence ? <p>{say(entry.data.sentence)}</p> : null}
    >
      <Answered of={entry}>{(page) => <WithdrawForm key={page.entry} entry={page} />}</Answered>
    </Page>
  );
}

function WithdrawForm({ entry }: { entry: EntryPage }) {
  const { t } = useWords();
  const place = `withdraw.${entry.entry}`;
  const [reason, setReason] = useState(() => keptForm<string>(place) ?? "");
  const [missing, setMissing] = useState(false);
  const navigate = useNavigate();
  const answers = useQueryClient();
  const send = useMutation({
    mutationFn: () => {
      const draft: Draft = {
        kind: "entry.withdrawn",
        subject: entry.record.id,
        body: { withdraws: entry.entry },
        reason: reason.trim(),
      };
      return ask<Recorded>("/entries", { method: "POST", body: draft, idempotencyKey: keyFor(place, draft) });
    },
    onSuccess: async (recorded) => {
      forgetDraft(place);
      await answers.invalidateQueries();
      await navigate({
        to: "/entries/$id",
        params: { id: recorded.entry },
        state: { justDone: "withdrawn" },
      });
    },
  });
  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(reason.trim() === "");
    if (reason.trim() === "") document.getElementById("withdraw-reason")?.focus();
    else send.mutate();
  }
  return (
    <form className="section stack" onSubmit={submit} noValidate>
      <p>{t("withdraw.explain")}</p>
      <TextField
        id="withdraw-reason"
        label={t("withdraw.reason")}
        hint={t("withdraw.reasonHint")}
        long
        value={reason}
        wrong={missing && reason.trim() === "" ? t("correct.reasonMissing") : undefined}
        onChange={(text) => {
          setReason(text);
          keepForm(place, text);
        }}
      />
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <div className="buttons">
        <button type="submit" className="usa-button is-danger" disabled={send.isPending}>
          {send.isPending ? t("correct.sending") : t("withdraw.send")}
        </button>
        <Link to="/entries/$id" params={{ id: entry.entry }} onClick={() => forgetDraft(place)}>
          {t("form.cancel")}
        </Link>
      </div>
    </form>
  );
}
