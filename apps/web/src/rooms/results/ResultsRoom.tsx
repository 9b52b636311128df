/** Results: what has been done, and who says so? */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import { type MeasureName, measureNames, queries } from "../../docket/index.ts";
import { useKnown, useKnownWords } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Empty, hereIf, Loading, Page, Tabs } from "../../parts/index.ts";
import { Contradictions } from "./Contradictions.tsx";
import { Figure } from "./Figure.tsx";
import { FrameBar, FrameWords } from "./FrameBar.tsx";
import { Growth } from "./Growth.tsx";
import { ReportedChart } from "./ReportedChart.tsx";
import { Trend } from "./Trend.tsx";

const route = getRouteApi("/results");

/** What was done to whom and to what: the figures in three groups. */
const sections: readonly { key: "people" | "charges" | "property"; measures: readonly string[] }[] = [
  {
    key: "people",
    measures: ["arrests", "convictions", "sentenced", "sentences-of-360-months-or-more", "extraditions"],
  },
  { key: "charges", measures: ["indictments", "defendants-charged", "felony-prosecutions", "felony-share"] },
  { key: "property", measures: ["seizures", "forfeitures"] },
];

export function ResultsRoom() {
  const { t, date } = useWords();
  const { chart = "arrests", trend, by = "fiscal-year", base, ...asked } = route.useSearch();
  const known = useKnown();
  const isNow = !known.asKnownOn && !known.cut;
  const frame = { ...asked, ...known };
  const when = useKnownWords();
  const results = useQuery(queries.results(frame));
  return (
    <Page title={t("results.title")} room={t("room.results")}>
      <FrameBar frame={frame} />
      <p className="section-link no-print">
        <Link to="/results/fact-sheet" search={asked}>
          {t("sheet.title")}
        </Link>
      </p>
      <div className="print-only">
        <FrameWords frame={frame} when={when} />
      </div>
      <Answered of={results} loading={t("results.loading")}>
        {(answer) => (
          <>
            {known.cut ? (
              <p className="small muted">{t("results.seenOn", { date: date(answer.seenOn) })}</p>
            ) : null}
            {isNow &&
            answer.measures.every(
              (measure) => measure.counted.entries === 0 && measure.reported.length === 0,
            ) ? (
              <div className="section">
                <Empty title={t("results.emptyTitle")}>
                  {t("results.empty")} <Link to="/import">{t("results.emptyImport")}</Link>
                </Empty>
              </div>
            ) : null}
            {sections.map(({ key, measures }) => (
              <section key={key} aria-labelledby={`results-${key}`}>
                <div className="section-head">
                  <h2 id={`results-${key}`}>{t(`results.sections.${key}`)}</h2>
                </div>
                <div className="figures">
                  {answer.measures
                    .filter(({ measure }) => measures.includes(measure))
                    .map((measure) => (
                      <Figure key={measure.measure} measure={measure} asked={asked} />
                    ))}
                </div>
              </section>
            ))}
            <p className="small muted section">{t("results.gap")}</p>
            <Contradictions found={answer.contradictions} asked={asked} />
            <ChartSection chart={chart} asked={asked} frame={frame} when={when} />
            <Trend
              measures={answer.measures}
              measure={answer.measures.find(({ measure }) => measure === trend)?.measure ?? "arrests"}
              period={by}
              frame={frame}
              asked={asked}
              when={when}
            />
            <Growth claims={answer.growthClaims} frame={frame} asked={asked} base={base} />
          </>
        )}
      </Answered>
    </Page>
  );
}

interface ChartSectionProps {
  chart: MeasureName;
  asked: Omit<Frame, keyof Known>;
  frame: Frame;
  when: string;
}

function ChartSection(props: ChartSectionProps) {
  const { t } = useWords();
  const history = useQuery(queries.history(props.chart, props.frame));
  return (
    <section aria-labelledby="by-date">
      <div className="section-head">
        <h2 id="by-date">{t("chart.section")}</h2>
      </div>
      <Tabs label={t("chart.which")}>
        {measureNames.map((name) => (
          <li key={name}>
            <Link
              to="/results"
              replace
              resetScroll={false}
              search={(before) => ({ ...before, chart: name === "arrests" ? undefined : name })}
              {...hereIf(name === props.chart)}
            >
              {t(`chartName.${name}`)}
            </Link>
          </li>
        ))}
      </Tabs>
      <Answered of={history} loading={t("chart.loading")}>
        {({ measures: { [props.chart]: series } }) =>
          series ? (
            <>
              <ReportedChart series={series} measure={props.chart} asked={props.asked} />
              <FrameWords frame={props.frame} when={props.when} />
            </>
          ) : (
            <Loading what={t("chart.loading")} />
          )
        }
      </Answered>
    </section>
  );
}
