/** Official statements that cannot all be right, shown side by side with their sources. */
import { Link } from "@tanstack/react-router";
import { type Frame, type Known, NOW } from "../../address/index.ts";
import type { Contradiction } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { ClaimWords, SourceOf } from "./ClaimWords.tsx";

const subjects = ["arrests", "convictions", "sentenced", "cash-seized", "longest-sentence-months"] as const;

/** What the statements are about, in words where there are words for it. */
function useSubject() {
  const { t } = useWords();
  return (measure: string) => {
    const known = subjects.find((one) => one === measure);
    return known ? t(`contradiction.subjects.${known}`) : measure;
  };
}

interface ContradictionsProps {
  found: readonly Contradiction[];
  /** The window and basis that the link to our own number keeps. */
  asked: Omit<Frame, keyof Known>;
}

export function Contradictions({ found, asked }: ContradictionsProps) {
  const { t, say, date, number } = useWords();
  const subject = useSubject();
  const { cut } = useKnown();
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <div className="section-head">
        <h2 id="contradictions">{t("contradiction.title", { count: found.length })}</h2>
        <span className="mark is-amber">{t("contradiction.mark")}</span>
      </div>
      {found.map((one) => (
        <article className="contradiction" key={one.rule + one.figures.map((figure) => figure.entry).join()}>
          <p>
            <strong>{t("contradiction.about", { subject: subject(one.measure) })}</strong> {say(one.sentence)}
          </p>
          <div className="statements">
            {one.figures.map((figure) => (
              <div className="statement" key={figure.entry}>
                <p className="value">
                  <Link to="/entries/$id" params={{ id: figure.entry }}>
                    <ClaimWords claim={figure.claim} />
                  </Link>
                </p>
                <p>{say(figure.sentence)}</p>
                <p className="small">
                  <SourceOf source={figure.source} />
                </p>
                {figure.attestedAt ? (
                  <p className="small muted">{t("timeline.attested", { date: date(figure.attestedAt) })}</p>
                ) : null}
              </div>
            ))}
            {one.recorded ? (
              <div className="statement">
                <p className="value">
                  {cut ? (
                    // Days before a cut have no address of their own.
                    number(one.recorded.value)
                  ) : (
                    <Link
                      to="/results/$measure"
                      params={{ measure: one.recorded.measure }}
                      search={{
                        ...asked,
                        ...NOW,
                        asKnownOn: one.recorded.date,
                        since: one.recorded.since,
                        population: "task-force",
                      }}
                    >
                      {number(one.recorded.value)}
                    </Link>
                  )}
                </p>
                <p>
                  {t("contradiction.ours")}, {date(one.recorded.date)}
                </p>
              </div>
            ) : null}
          </div>
        </article>
      ))}
    </section>
  );
}
