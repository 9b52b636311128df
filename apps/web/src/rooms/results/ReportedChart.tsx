/** Reported and recorded by date, with a title that says what it shows and the same data as a table beside it. */
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { type Frame, type Known, NOW } from "../../address/index.ts";
import type { MeasureName, Series } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable, Empty, Loading } from "../../parts/index.ts";
import { ClaimWords, SourceOf, useClaimWords } from "./ClaimWords.tsx";
import { chartRows, datedReports, findingOf } from "./finding.ts";

const Drawing = lazy(() => import("./Drawing.tsx"));

function useFinding(series: Series, measure: MeasureName): string {
  const { t, number, date } = useWords();
  const claim = useClaimWords();
  const finding = findingOf(series);
  const unit = t(`measure.${measure}`);
  if (finding.kind === "nothing") return t("finding.nothing", { unit });
  if (finding.kind === "only-recorded")
    return t("finding.onlyRecorded", { unit, recorded: number(finding.recorded) });
  const said = {
    unit,
    claim: claim(finding.latest.report.claim),
    date: date(finding.latest.report.asOf ?? ""),
  };
  switch (finding.kind) {
    case "only-reported":
      return t("finding.onlyReported", said);
    case "shows-as-many":
      return t("finding.showsAsMany", { ...said, recorded: number(finding.recorded) });
    case "shows-more":
      return t("finding.showsMore", { ...said, recorded: number(finding.recorded) });
    case "shows-fewer":
      return t("finding.showsFewer", { ...said, recorded: number(finding.recorded) });
  }
}

function Key() {
  const { t } = useWords();
  return (
    <ul className="key" aria-hidden="true">
      <li>
        <svg width="28" height="10">
          <path
            d="M0 8H14V2H28"
            fill="none"
            stroke="currentColor"
            strokeWidth="2.5"
            className="colour-recorded"
          />
        </svg>
        {t("chart.recorded")}
      </li>
      <li>
        <svg width="14" height="12">
          <path d="M7 1L13 6L7 11L1 6Z" fill="currentColor" className="colour-reported" />
        </svg>
        {t("chart.reportedExact")}
      </li>
      <li>
        <svg width="14" height="12">
          <path
            d="M7 1L13 11H1Z"
            fill="none"
            stroke="currentColor"
            strokeWidth="1.75"
            className="colour-reported"
          />
        </svg>
        {t("chart.reportedBound")}
      </li>
    </ul>
  );
}

interface ReportedChartProps {
  series: Series;
  measure: MeasureName;
  /** The window, basis and population that a link to the entries keeps. */
  asked: Omit<Frame, keyof Known>;
}

export function ReportedChart({ series, measure, asked }: ReportedChartProps) {
  const { t, shortDate, number, language } = useWords();
  const { cut } = useKnown();
  const title = useFinding(series, measure);
  const claim = useClaimWords();
  const latest = datedReports(series).at(-1);
  if (findingOf(series).kind === "nothing") return <Empty title={title} />;
  const undated = series.reported.length - datedReports(series).length;
  return (
    <div className="chart-and-table">
      <figure className="chart" aria-labelledby="chart-title">
        <h3 id="chart-title">{title}</h3>
        <Suspense fallback={<Loading what={t("chart.loading")} />}>
          <Drawing
            series={series}
            language={language}
            recordedWord={t("chart.recordedShort")}
            latestWord={latest ? claim(latest.report.claim) : ""}
          />
        </Suspense>
        <Key />
        {undated > 0 ? <p className="small muted">{t("chart.undated", { count: undated })}</p> : null}
      </figure>
      <div
        className="chart-table scroller"
        tabIndex={0}
        role="region"
        aria-label={`${t("chart.table")}: ${t("chart.section")}`}
      >
        <DataTable
          caption={t("chart.table")}
          rows={chartRows(series)}
          rowKey={(row, index) => row.report?.entry ?? `${row.date} ${index}`}
          columns={[
            {
              key: "date",
              title: t("chart.date"),
              keeps: true,
              cell: (row) => (row.date ? shortDate(row.date) : t("reported.noDate")),
            },
            {
              key: "recorded",
              title: t("chart.recordedShort"),
              number: true,
              cell: (row) =>
                row.recorded === null ? (
                  ""
                ) : cut ? (
                  // Days before a cut have no address of their own.
                  number(row.recorded)
                ) : (
                  <Link
                    to="/results/$measure"
                    params={{ measure }}
                    search={{ ...asked, ...NOW, asKnownOn: row.date }}
                    aria-label={t("chart.recordedOn", {
                      value: number(row.recorded),
                      date: shortDate(row.date),
                    })}
                  >
                    {number(row.recorded)}
                  </Link>
                ),
            },
            {
              key: "reported",
              title: t("chart.reportedShort"),
              cell: (row) =>
                row.report ? (
                  <>
                    <Link to="/entries/$id" params={{ id: row.report.entry }}>
                      <ClaimWords claim={row.report.claim} />
                    </Link>
                    <br />
                    <span className="small muted">
                      <SourceOf source={row.report.source} />
                    </span>
                  </>
                ) : (
                  ""
                ),
            },
          ]}
        />
      </div>
    </div>
  );
}
