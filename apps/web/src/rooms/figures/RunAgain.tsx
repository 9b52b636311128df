/** The figure run again where it was pinned: the same digits, or what stands in the way. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type FigurePage, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered } from "../../parts/index.ts";
import { PinnedLink } from "./PinnedLink.tsx";

export function RunAgain({ figure }: { figure: FigurePage }) {
  const { t, number } = useWords();
  const again = useQuery(queries.figureRerun(figure.figure));
  return (
    <section aria-labelledby="again">
      <div className="section-head">
        <h2 id="again">{t("figures.again")}</h2>
        <button
          type="button"
          className="text-button no-print"
          disabled={again.isFetching}
          onClick={() => void again.refetch()}
        >
          {t("figures.againNow")}
        </button>
      </div>
      <Answered of={again} loading={t("figures.againRunning")}>
        {({ outcome, published, value, lost, version }) => (
          <>
            <div
              className={`notice ${outcome === "same" ? "is-good" : outcome === "differs" ? "is-danger" : "is-amber"}`}
              role="status"
            >
              <p>
                <strong>{t(`figures.outcome.${outcome}`)}</strong>
              </p>
              <p>
                {t("figures.publishedAndAgain", {
                  published: number(published),
                  again: value === null ? t("figures.nothing") : number(value),
                })}{" "}
                <PinnedLink figure={figure} />
              </p>
              {outcome === "definition-changed" ? (
                <p>
                  {t("figures.versions", {
                    pinned: number(version.pinned),
                    now: version.now === null ? t("figures.nothing") : number(version.now),
                  })}
                </p>
              ) : null}
            </div>
            {lost.length > 0 ? (
              <ul className="section-gap">
                {lost.map(({ entry, by }) => (
                  <li key={entry}>
                    <Link to="/entries/$id" params={{ id: entry }}>
                      <code>{entry}</code>
                    </Link>
                    {by ? (
                      <>
                        {" · "}
                        <Link to="/entries/$id" params={{ id: by }}>
                          {t("figures.purge")}
                        </Link>
                      </>
                    ) : null}
                  </li>
                ))}
              </ul>
            ) : null}
          </>
        )}
      </Answered>
    </section>
  );
}
