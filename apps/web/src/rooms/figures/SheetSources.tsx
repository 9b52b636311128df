/** What the fact sheet's lines rest on, line by line. */
import { Link } from "@tanstack/react-router";
import type { Frame } from "../../address/index.ts";
import type { FactSheet } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Quoted, SyntheticMark } from "../../parts/index.ts";

export function SheetSources({
  sheet,
  asked,
}: {
  sheet: FactSheet;
  asked: Omit<Frame, "asKnownOn" | "cut" | "basis">;
}) {
  const { t, say, number, shortDate } = useWords();
  const figures = sheet.parts
    .flatMap((part) => part.figures)
    .filter(({ sources, unsourced }) => sources.length > 0 || unsourced > 0);
  if (figures.length === 0) return null;
  return (
    <section aria-labelledby="sources">
      <div className="section-head">
        <h2 id="sources">{t("sheet.sources")}</h2>
      </div>
      {figures.map((figure) => (
        <div key={figure.measure} className="section-gap">
          <h3>{say(figure.title)}</h3>
          <ul>
            {figure.sources.map((source) => (
              <li key={source.id}>
                <Link to="/sources/$id" params={{ id: source.id }}>
                  <Quoted>{source.title}</Quoted>
                </Link>
                {source.dated ? ` · ${shortDate(source.dated)}` : null}{" "}
                <SyntheticMark when={source.synthetic} />
              </li>
            ))}
            {figure.sourcesInAll > figure.sources.length ? (
              <li>
                <Link to="/results/$measure" params={{ measure: figure.measure }} search={asked}>
                  {t("sheet.moreSources", {
                    count: figure.sourcesInAll - figure.sources.length,
                    shown: number(figure.sourcesInAll - figure.sources.length),
                  })}
                </Link>
              </li>
            ) : null}
            {figure.unsourced > 0 ? (
              <li>
                <Link to="/results/$measure" params={{ measure: figure.measure }} search={asked}>
                  {t("sheet.unsourced", { count: figure.unsourced, shown: number(figure.unsourced) })}
                </Link>
              </li>
            ) : null}
          </ul>
        </div>
      ))}
    </section>
  );
}
