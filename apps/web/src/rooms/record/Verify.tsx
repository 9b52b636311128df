/** Recomputes the whole record on request and says when it was last done, how long it took and what it found. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, type LedgerHead, queries, type Verification } from "../../docket/index.ts";
import { saySeconds, useWords } from "../../language/index.ts";
import { ProblemNotice, useInstant } from "../../parts/index.ts";

function problemWords(problem: { seq?: number; problem: string } | string): string {
  return typeof problem === "string" ? problem : problem.problem;
}

export function Verify({ ledger }: { ledger: LedgerHead }) {
  const { t, language, number } = useWords();
  const instant = useInstant();
  const answers = useQueryClient();
  const run = useMutation({
    mutationFn: async () => {
      const answer = await ask<Verification>("/ledger/verify", { method: "POST", body: {} });
      return { ...answer, at: answer.at ?? new Date().toISOString() };
    },
    onSuccess: () => answers.invalidateQueries({ queryKey: queries.ledger().queryKey }),
  });
  const last = run.data ?? ledger.verified;
  const found = Array.isArray(last?.problems) ? last.problems : [];
  return (
    <section aria-labelledby="verification">
      <div className="section-head">
        <h2 id="verification">{t("verify.title")}</h2>
        <button
          type="button"
          className="usa-button no-print"
          disabled={run.isPending}
          onClick={() => run.mutate()}
        >
          {run.isPending ? t("verify.running") : t("verify.button")}
        </button>
      </div>
      <div role="status">
        {last ? (
          <div className={last.ok ? "notice is-good" : "notice is-danger"}>
            <p>
              <strong>{last.ok ? t("verify.ok") : t("verify.broken")}</strong>
            </p>
            <p>
              {t("verify.summary", {
                count: last.entries,
                shown: number(last.entries),
                time: saySeconds(last.seconds, language),
                when: last.at ? instant(last.at) : "",
              })}
            </p>
            {found.length > 0 ? (
              <ul>
                {found.map((problem) => (
                  <li key={problemWords(problem)}>{problemWords(problem)}</li>
                ))}
              </ul>
            ) : null}
          </div>
        ) : (
          <p>{t("verify.never")}</p>
        )}
      </div>
      {run.error ? <ProblemNotice error={run.error} /> : null}
      <p className="small muted">{t("verify.what")}</p>
    </section>
  );
}
