/** One import: its preview, or its progress and result. Its address survives a reload. */
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { getRouteApi, Link, useNavigate } from "@tanstack/react-router";
import { NOW } from "../../address/index.ts";
import { ask, type ImportRun, Problem, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, ProblemNotice } from "../../parts/index.ts";
import { importKey, keptImport } from "./keptImport.ts";
import { judgedInPart, Report, Sentences } from "./Report.tsx";

const route = getRouteApi("/import/$id");

export function ImportRunRoom() {
  const { t } = useWords();
  const { id } = route.useParams();
  const run = useQuery(queries.importRun(id));
  const preview = run.data?.preview ?? keptImport(id) !== undefined;
  const title = preview
    ? t("import.previewTitle")
    : run.error && !run.data
      ? t("room.import")
      : t(`import.stateTitle.${run.data?.state ?? "running"}`);
  return (
    <Page title={title} room={t("room.import")} {...(run.data?.name ? { lead: <p>{run.data.name}</p> } : {})}>
      <Answered of={run}>{(found) => <Run run={found} />}</Answered>
    </Page>
  );
}

function Run({ run }: { run: ImportRun }) {
  const running = run.state === "running";
  return (
    <>
      {running ? <Progress run={run} /> : null}
      {run.problem ? <ProblemNotice error={new Problem(run.problem)} /> : null}
      {run.report ? <Report run={run} report={run.report} /> : null}
      {running ? null : run.preview ? <ImportNow run={run} /> : <Afterwards run={run} />}
      {run.preview && run.report ? <Sentences sentences={run.report.preview} /> : null}
    </>
  );
}

function Progress({ run }: { run: ImportRun }) {
  const { t, number } = useWords();
  const answers = useQueryClient();
  const cancel = useMutation({
    mutationFn: () => ask<unknown>(`/imports/${encodeURIComponent(run.id)}`, { method: "DELETE" }),
    onSettled: () => answers.invalidateQueries({ queryKey: queries.importRun(run.id).queryKey }),
  });
  const { read, total } = run.progress;
  const words = t("import.progressOf", { read: number(read), total: number(total) });
  return (
    <section aria-labelledby="progress" className="stack">
      <h2 id="progress">{t("import.running")}</h2>
      <progress aria-label={words} max={total} value={read} />
      <p role="status">{words}</p>
      <button
        type="button"
        className="usa-button usa-button--outline"
        disabled={cancel.isPending}
        onClick={() => cancel.mutate()}
      >
        {t("import.cancel")}
      </button>
      {cancel.error ? <ProblemNotice error={cancel.error} /> : null}
    </section>
  );
}

function ImportNow({ run }: { run: ImportRun }) {
  const { t, number } = useWords();
  const navigate = useNavigate();
  const request = keptImport(run.id);
  const writes = (run.report?.accepted ?? 0) + (run.report?.corrected ?? 0);
  const send = useMutation({
    mutationFn: async () => {
      const { id } = await ask<{ id: string }>("/imports", {
        method: "POST",
        body: { ...request, preview: false },
        idempotencyKey: importKey(run.id),
      });
      return id;
    },
    onSuccess: (id) => navigate({ to: "/import/$id", params: { id }, replace: true }),
  });
  if (!request) {
    return (
      <p className="notice is-amber">
        {t("import.chooseAgain")} <Link to="/import">{t("import.another")}</Link>
      </p>
    );
  }
  return (
    <section className="stack" aria-labelledby="import-now">
      <h2 id="import-now">{t("import.nowTitle")}</h2>
      {writes === 0 && !judgedInPart(run) ? (
        <p>{t("import.nothingToWrite")}</p>
      ) : (
        <button type="button" className="usa-button" disabled={send.isPending} onClick={() => send.mutate()}>
          {judgedInPart(run) ? t("import.whole") : t("import.now", { count: writes, shown: number(writes) })}
        </button>
      )}
      {send.error ? <ProblemNotice error={send.error} /> : null}
      <p>
        <Link to="/import">{t("import.another")}</Link>
      </p>
    </section>
  );
}

function Afterwards({ run }: { run: ImportRun }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="afterwards">
      <div className="section-head">
        <h2 id="afterwards">{t("import.afterwards")}</h2>
      </div>
      <ul>
        {run.cut ? (
          <>
            <li>
              <Link to="/results" search={{ ...NOW, cut: run.cut.before, side: "before" as const }}>
                {t("import.resultsBefore")}
              </Link>
            </li>
            <li>
              <Link to="/results" search={{ ...NOW, cut: run.cut.after, side: "after" as const }}>
                {t("import.resultsAfter")}
              </Link>
            </li>
          </>
        ) : null}
        <li>
          <Link to="/record">{t("import.seeEntries")}</Link>
        </li>
        <li>
          <Link to="/import">{t("import.another")}</Link>
        </li>
      </ul>
    </section>
  );
}
