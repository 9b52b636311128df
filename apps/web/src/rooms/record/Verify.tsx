/** Recomputes the whole record on request and says when it was last done, how long it took and what it found. */
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { ask, type LedgerHead, queries, type Verification } from "../../docket/index.ts";
import { saySeconds, useWords } from "../../language/index.ts";
import { ProblemNotice, useInstant } from "../../parts/index.ts";

export function Verify({ ledger }: { ledger: LedgerHead }) {
  const { t, language, number } = useWords();
  const instant = useInstant();
  const answers = useQueryClient();
  const run = useMutation({
    mutationFn: () => ask<Verification>("/ledger/verify", { method: "POST", body: {} }),
    onSuccess: () => answers.invalidateQueries({ queryKey: queries.ledger().queryKey }),
  });
  const last = run.data ?? ledger.verified;
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
                when: instant(last.at),
              })}
            </p>
            {last.problems.length > 0 ? (
              <ul>
                {last.problems.map(({ seq, problem }) => (
                  <li key={`${seq} ${problem}`}>{problem}</li>
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
