/** Correcting an entry: its values as they stand, a reason, the new sentence before anything is written. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { type FormEvent, useEffect, useMemo, useState } from "react";
import {
  ask,
  type Bilingual,
  certainties,
  type Draft,
  type EntryPage,
  type KindInfo,
  Problem,
  queries,
  type Recorded,
} from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, ProblemNotice } from "../../parts/index.ts";
import { forgetDraft, keepForm, keptForm, keyFor } from "./keptDraft.ts";
import { Choice, TextField } from "./PlainField.tsx";
import { Properties } from "./SchemaField.tsx";
import { follow, type Json, pruned } from "./schema.ts";

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
              return kind ? (
                <CorrectForm key={page.entry} entry={page} kind={kind} />
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

interface Form {
  body: Json;
  occurred: string;
  attestedAt: string;
  certainty: string;
  note: string;
  reason: string;
}

function startOf(entry: EntryPage): Form {
  return {
    body: entry.body as Json,
    occurred: entry.occurred ?? "",
    attestedAt: entry.ownAttestedAt ?? "",
    certainty: entry.certainty ?? "",
    note: entry.note ?? "",
    reason: "",
  };
}

/** The correction as it is sent: everything the entry says, and which entry it takes the place of. */
function draftOf(entry: EntryPage, form: Form): Draft {
  const optional = {
    occurred: form.occurred.trim(),
    attestedAt: form.attestedAt.trim(),
    certainty: form.certainty,
    note: form.note.trim(),
    reason: form.reason.trim(),
    source: entry.source?.id ?? "",
  };
  return {
    kind: entry.kind,
    subject: entry.record.id,
    body: pruned(form.body) ?? {},
    replaces: entry.entry,
    ...Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== "")),
  };
}

/** The path that the form uses, from `/body/term/months`, `body.counts[0]` or `term.months`. */
function pathOf(field: string): string {
  return field
    .replace(/^\//, "")
    .replaceAll("/", ".")
    .replace(/^body\./, "")
    .replace(/\[(\d+)\]/g, ".$1");
}

/** What the server says about a single field, by the path the form uses. */
function wrongFields(error: unknown): ReadonlyMap<string, string> {
  return new Map(error instanceof Problem && error.field ? [[pathOf(error.field), error.message]] : []);
}

const CHECK = "/entries/check";

function usePreview(draft: Draft, changed: boolean) {
  const [settled, setSettled] = useState<Draft>();
  const text = JSON.stringify(draft);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(JSON.parse(text) as Draft), 400);
    return () => clearTimeout(timer);
  }, [text]);
  return useQuery({
    queryKey: [CHECK, settled],
    enabled: changed && settled !== undefined,
    retry: false,
    queryFn: ({ signal }) =>
      ask<{ sentence: string | Bilingual }>(CHECK, {
        method: "POST",
        // A reason still to be written is no reason to withhold the preview.
        body: { ...settled, reason: settled?.reason ?? "…" },
        signal,
      }),
  });
}

function CorrectForm({ entry, kind }: { entry: EntryPage; kind: KindInfo }) {
  const { t, say } = useWords();
  const place = `correct.${entry.entry}`;
  const [form, setForm] = useState<Form>(() => keptForm<Form>(place) ?? startOf(entry));
  const [missing, setMissing] = useState(false);
  const navigate = useNavigate();
  const answers = useQueryClient();
  const draft = useMemo(() => draftOf(entry, form), [entry, form]);
  const before = useMemo(() => ({ ...draftOf(entry, startOf(entry)), reason: undefined }), [entry]);
  const changed = JSON.stringify({ ...draft, reason: undefined }) !== JSON.stringify(before);
  const preview = usePreview(draft, changed);
  const send = useMutation({
    mutationFn: () =>
      ask<Recorded>("/entries", { method: "POST", body: draft, idempotencyKey: keyFor(place, draft) }),
    onSuccess: async (recorded) => {
      forgetDraft(place);
      // The draft just recorded is no draft any more; asked again, it would be refused.
      await answers.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== CHECK });
      await navigate({
        to: "/entries/$id",
        params: { id: recorded.entry },
        state: { justDone: "corrected" },
      });
    },
  });

  function change(part: Partial<Form>) {
    const next = { ...form, ...part };
    setForm(next);
    keepForm(place, next);
  }
  function submit(event: FormEvent) {
    event.preventDefault();
    setMissing(form.reason.trim() === "");
    if (form.reason.trim() === "") document.getElementById("correct-reason")?.focus();
    else if (changed) send.mutate();
  }

  const wrong = wrongFields(send.error ?? preview.error);
  return (
    <form className="section stack" onSubmit={submit} noValidate>
      <Properties
        schema={follow(kind.schema, kind.schema)}
        root={kind.schema}
        name=""
        path=""
        value={form.body}
        required
        wrong={wrong}
        onChange={(body) => change({ body })}
      />
      <TextField
        id="correct-occurred"
        label={t("entries.when")}
        hint={t("form.dateHint")}
        optional
        value={form.occurred}
        wrong={wrong.get("occurred")}
        onChange={(occurred) => change({ occurred })}
      />
      <TextField
        id="correct-attested"
        label={t("entry.attested")}
        hint={t("correct.attestedHint")}
        optional
        value={form.attestedAt}
        wrong={wrong.get("attestedAt")}
        onChange={(attestedAt) => change({ attestedAt })}
      />
      <Choice
        id="correct-certainty"
        label={t("entry.certainty")}
        optional
        value={form.certainty}
        options={[
          { value: "", words: t("case.notStated") },
          ...certainties.map((one) => ({ value: one, words: t(`certainty.${one}`) })),
        ]}
        onChange={(certainty) => change({ certainty })}
      />
      <TextField
        id="correct-note"
        label={t("entry.note")}
        optional
        long
        value={form.note}
        onChange={(note) => change({ note })}
      />
      <TextField
        id="correct-reason"
        label={t("correct.reason")}
        hint={t("correct.reasonHint")}
        long
        value={form.reason}
        wrong={missing && form.reason.trim() === "" ? t("correct.reasonMissing") : wrong.get("reason")}
        onChange={(reason) => change({ reason })}
      />
      <div className="preview" aria-live="polite">
        <p className="eyebrow">{t("correct.preview")}</p>
        {!changed ? (
          <p>{t("correct.nothingChanged")}</p>
        ) : preview.data ? (
          <p>{say(preview.data.sentence)}</p>
        ) : null}
        {changed && preview.error ? <p>{t("correct.notPossible")}</p> : null}
        {changed && preview.isFetching && !preview.data ? (
          <p className="muted">{t("correct.checking")}</p>
        ) : null}
      </div>
      {changed && preview.error ? <ProblemNotice error={preview.error} /> : null}
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <div className="buttons">
        <button type="submit" className="usa-button" disabled={send.isPending || !changed}>
          {send.isPending ? t("correct.sending") : t("correct.send")}
        </button>
        <Link to="/entries/$id" params={{ id: entry.entry }} onClick={() => forgetDraft(place)}>
          {t("form.cancel")}
        </Link>
      </div>
      <p className="small muted">{t("correct.kept")}</p>
    </form>
  );
}
