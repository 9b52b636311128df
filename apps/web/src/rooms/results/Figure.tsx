/** One number that opens: to the entries behind it, to what was left out and why, and to what was reported. */
import { Link } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import type { Measure } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { SyntheticCount } from "../../parts/index.ts";
import { ClaimWords, latestReport, SourceOf } from "./ClaimWords.tsx";
import { Made, Sums } from "./Sums.tsx";
import { useValue } from "./values.ts";

interface FigureProps {
  measure: Measure;
  /** The window, basis and population that its links keep. */
  asked: Omit<Frame, keyof Known>;
}

export function Figure({ measure, asked }: FigureProps) {
  const { t, say, number, date } = useWords();
  const value = useValue()(measure, measure);
  const left = measure.leftOut.reduce((sum, group) => sum + group.entries, 0);
  const report = latestReport(measure.reported);
  const to = { to: "/results/$measure", params: { measure: measure.measure } } as const;
  return (
    <section className="figure" aria-labelledby={`figure-${measure.measure}`}>
      <h3 id={`figure-${measure.measure}`}>{say(measure.title)}</h3>
      <Link
        {...to}
        search={asked}
        className="number"
        aria-label={t("figure.open", { value, title: say(measure.title) })}
      >
        {value}
      </Link>
      <Made measure={measure} asked={asked} />
      <Sums measure={measure} asked={asked} />
      <p>
        <Link {...to} search={asked}>
          {t("figure.entries", { count: measure.counted.entries, shown: number(measure.counted.entries) })}{" "}
          {t("figure.inCases", { count: measure.counted.cases, shown: number(measure.counted.cases) })}
        </Link>
      </p>
      <SyntheticCount counted={measure.counted} />
      <p>
        <Link {...to} search={{ ...asked, view: "left-out" as const }}>
          {t("figure.leftOut", { count: left, shown: number(left) })}
        </Link>
        {left > 0 ? (
          <span className="small muted reasons">
            {measure.leftOut.map(({ title, entries }) => `${say(title)}: ${number(entries)}`).join(" · ")}
          </span>
        ) : null}
      </p>
      {report ? (
        <p className="muted">
          {t("figure.reported")}{" "}
          <Link {...to} search={{ ...asked, view: "reported" as const }}>
            <ClaimWords claim={report.claim} />
          </Link>{" "}
          {report.asOf ? t("figure.asOf", { date: date(report.asOf) }) : null}
          <br />
          <SourceOf source={report.source} />
        </p>
      ) : (
        <p className="muted">{t("figure.noReport")}</p>
      )}
    </section>
  );
}
