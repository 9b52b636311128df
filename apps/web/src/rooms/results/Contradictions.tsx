/** Official statements that cannot all be right, shown side by side with their sources. */
import { Link } from "@tanstack/react-router";
import type { Contradiction } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { ClaimWords, SourceOf } from "./ClaimWords.tsx";

export function Contradictions({ found }: { found: readonly Contradiction[] }) {
  const { t, say, date } = useWords();
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="contradictions">
      <div className="section-head">
        <h2 id="contradictions">{t("contradiction.title", { count: found.length })}</h2>
        <span className="mark is-amber">{t("contradiction.mark")}</span>
      </div>
      {found.map((one) => (
        <article className="contradiction" key={one.rule + one.figures.map((figure) => figure.entry).join()}>
          <p>{say(one.sentence)}</p>
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
                  {figure.attestedAt ? ` · ${t("timeline.attested", { date: date(figure.attestedAt) })}` : ""}
                </p>
              </div>
            ))}
          </div>
        </article>
      ))}
    </section>
  );
}
