/** Results: what has been done, and who says so? */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import { type MeasureName, measureNames, queries } from "../../docket/index.ts";
import { useKnown, useKnownWords } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Empty, hereIf, Page, Tabs } from "../../parts/index.ts";
import { Contradictions } from "./Contradictions.tsx";
import { Figure } from "./Figure.tsx";
import { FrameBar, FrameWords } from "./FrameBar.tsx";
import { ReportedChart } from "./ReportedChart.tsx";

const route = getRouteApi("/results");

export function ResultsRoom() {
  const { t } = useWords();
  const { chart = "arrests", ...asked } = route.useSearch();
  const known = useKnown();
  const isNow = !known.asKnownOn && !known.cut;
  const frame = { ...asked, ...known };
  const when = useKnownWords();
  const results = useQuery(queries.results(frame));
  return (
    <Page title={t("results.title")} room={t("room.results")}>
      <FrameBar frame={frame} />
      <div className="print-only">
        <FrameWords frame={frame} when={when} />
      </div>
      <Answered of={results} loading={t("results.loading")}>
        {(answer) => (
          <>
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
            <div className="figures">
              {answer.measures.map((measure) => (
                <Figure key={measure.measure} measure={measure} asked={asked} />
              ))}
            </div>
            <p className="small muted section">{t("results.gap")}</p>
            <Contradictions found={answer.contradictions} />
          </>
        )}
      </Answered>
      <ChartSection chart={chart} asked={asked} frame={frame} when={when} />
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
  const history = useQuery(queries.history(props.frame));
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
        {(answer) => (
          <>
            <ReportedChart series={answer.measures[props.chart]} measure={props.chart} asked={props.asked} />
            <FrameWords frame={props.frame} when={props.when} />
          </>
        )}
      </Answered>
    </section>
  );
}
