/** One figure opened: the entries behind it, what was left out and why, what was reported, how it is counted. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { Frame } from "../../address/index.ts";
import { type Measure, Problem, queries } from "../../docket/index.ts";
import { NotFound, useKnown, useKnownWords } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Empty, hereIf, Page, SyntheticCount, Tabs } from "../../parts/index.ts";
import { BrokenDown } from "./BrokenDown.tsx";
import { CountedEntries, LeftOutEntries } from "./FigureEntries.tsx";
import { FrameBar, FrameWords } from "./FrameBar.tsx";
import { Years } from "./Growth.tsx";
import { NO_PLACE, OneGroup, placeIn } from "./place.tsx";
import { ReportedTable } from "./ReportedTable.tsx";
import { Made, Sums } from "./Sums.tsx";
import { useValue } from "./values.ts";

const route = getRouteApi("/results/$measure");

export function FigureRoom() {
  const { measure } = route.useParams();
  return <OpenFigure key={measure} name={measure} />;
}

function OpenFigure({ name }: { name: string }) {
  const { t, say } = useWords();
  const { view = "counted", by, reason, cursor, ...rest } = route.useSearch();
  const { of, asked } = placeIn(rest);
  const frame: Frame = { ...asked, ...useKnown() };
  const sayValue = useValue();
  const when = useKnownWords();
  const results = useQuery(queries.measureIn(name, frame));
  const found = results.data?.measures.find((one) => one.measure === name);
  const title =
    found && !results.isPlaceholderData
      ? t("figure.pageTitle", { value: sayValue(found, found), title: say(found.title) })
      : t("figure.loading");
  if (results.error instanceof Problem && results.error.code === "measure-unknown") return <NotFound />;
  return (
    <Page title={title} room={t("room.results")}>
      <p className="section-link">
        <Link to="/results" search={asked}>
          {t("figure.back")}
        </Link>
      </p>
      <FrameBar frame={frame} isWindowed={!found?.grows} />
      <FrameWords
        frame={frame}
        when={when}
        {...(found?.grows ? { years: t("growth.years", { ...found.grows }) } : {})}
      />
      <p className="section-link no-print">
        <Link to="/figures/new" search={{ measure: name, ...asked }}>
          {t("figures.draftThis")}
        </Link>
      </p>
      <Answered of={results}>
        {() =>
          found ? (
            <>
              <SyntheticCount counted={found.counted} />
              <Made measure={found} />
              <Years measure={found} asked={asked} />
              <Sums measure={found} asked={asked} />
              <Views measure={found} view={view} />
              <div className="section">
                {view === "counted" ? (
                  <>
                    <OneGroup measure={name} frame={frame} of={of} />
                    <CountedEntries measure={name} frame={frame} of={of} cursor={cursor} />
                  </>
                ) : null}
                {view === "broken-down" ? (
                  <BrokenDown measure={found} frame={frame} asked={asked} by={by} />
                ) : null}
                {view === "left-out" ? (
                  <LeftOutEntries measure={found} frame={frame} reason={reason} cursor={cursor} />
                ) : null}
                {view === "reported" ? <ReportedFigures measure={found} /> : null}
                {view === "definition" ? <Definition measure={found} /> : null}
              </div>
            </>
          ) : (
            <Empty title={t("figure.noMeasure")} />
          )
        }
      </Answered>
    </Page>
  );
}

function Views({ measure, view }: { measure: Measure; view: string }) {
  const { t, number } = useWords();
  const left = measure.leftOut.reduce((sum, group) => sum + group.entries, 0);
  const views = [
    ["counted", t("figure.viewCounted", { shown: number(measure.counted.entries) })],
    ["left-out", t("figure.viewLeftOut", { shown: number(left) })],
    ["broken-down", t("figure.viewBrokenDown")],
    ["reported", t("figure.viewReported", { shown: number(measure.reported.length) })],
    ["definition", t("figure.viewDefinition")],
  ] as const;
  return (
    <Tabs label={t("figure.views")}>
      {views.map(([name, words]) => (
        <li key={name}>
          <Link
            to="/results/$measure"
            params={{ measure: measure.measure }}
            resetScroll={false}
            search={(before) => ({
              ...before,
              view: name === "counted" ? undefined : name,
              by: undefined,
              reason: undefined,
              cursor: undefined,
              ...NO_PLACE,
            })}
            {...hereIf(name === view)}
          >
            {words}
          </Link>
        </li>
      ))}
    </Tabs>
  );
}

function ReportedFigures({ measure }: { measure: Measure }) {
  const { t } = useWords();
  if (measure.reported.length === 0) return <Empty title={t("figure.noReport")} />;
  return (
    <>
      <p className="muted">{t("results.gap")}</p>
      <div className="section">
        <ReportedTable reported={measure.reported} caption={t("reported.caption")} />
      </div>
    </>
  );
}

function Definition({ measure }: { measure: Measure }) {
  const { t, say, number } = useWords();
  return (
    <dl className="facts">
      <dt>{t("definition.rule")}</dt>
      <dd>{say(measure.definition)}</dd>
      <dt>{t("definition.unit")}</dt>
      <dd>{say(measure.unit)}</dd>
      <dt>{t("definition.eventDate")}</dt>
      <dd>{say(measure.eventDate)}</dd>
      <dt>{t("definition.samePerson")}</dt>
      <dd>{say(measure.samePerson)}</dd>
      <dt>{t("definition.population")}</dt>
      <dd>
        {say(measure.population.title)}
        <br />
        <Link to="/cases" search={{ taskForce: "unknown" }}>
          {t("definition.unknownCases", {
            count: measure.population.unknownCases,
            shown: number(measure.population.unknownCases),
          })}
        </Link>
      </dd>
      <dt>{t("definition.basis")}</dt>
      <dd>{t(measure.basis === "recorded" ? "definition.recorded" : "definition.attested")}</dd>
      <dt>{t("definition.version")}</dt>
      <dd>{number(measure.version)}</dd>
    </dl>
  );
}
