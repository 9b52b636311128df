/** What the chart of reported and recorded figures shows, computed from its data and claiming no more than that. */
import type { Claim, Reported, Series } from "../../docket/index.ts";
import { boundsOf } from "../../language/dates.ts";

/** A reported figure with the last day that its "as of" may mean. */
export interface DatedReport {
  readonly report: Reported;
  readonly value: number;
  readonly from: string;
  readonly to: string;
}

/** Reported figures that have both a number and a date, oldest first. */
export function datedReports(series: Series): DatedReport[] {
  return series.reported
    .flatMap((report) => {
      if (report.value === null || !report.asOf) return [];
      return [{ report, value: report.value, ...boundsOf(report.asOf) }];
    })
    .sort((a, b) => a.to.localeCompare(b.to) || a.value - b.value);
}

export type Finding =
  | { readonly kind: "nothing" }
  | { readonly kind: "only-recorded"; readonly recorded: number }
  | { readonly kind: "only-reported"; readonly latest: DatedReport }
  | {
      readonly kind: "shows-fewer" | "shows-as-many" | "shows-more";
      readonly recorded: number;
      readonly latest: DatedReport;
    };

/** The latest count in this record. */
export function lastRecorded(series: Series): number {
  return series.recorded.reduce((last, step) => (step.date >= last.date ? step : last), {
    date: "",
    value: 0,
  }).value;
}

/** What the record had counted by the end of that day. */
export function recordedBy(series: Series, day: string): number {
  return series.recorded.reduce((last, step) => (step.date <= day && step.date >= last.date ? step : last), {
    date: "",
    value: 0,
  }).value;
}

/**
 * Compares the latest dated report with what this record counts by that same day.
 * A report of "more than 300" and a count of 301 agree, so bounds are read as bounds.
 */
export function findingOf(series: Series): Finding {
  const latest = datedReports(series).at(-1);
  if (!latest) {
    const recorded = lastRecorded(series);
    return recorded === 0 ? { kind: "nothing" } : { kind: "only-recorded", recorded };
  }
  const recorded = recordedBy(series, latest.to);
  if (recorded === 0) return { kind: "only-reported", latest };
  return { kind: compare(latest.report.claim, latest.value, recorded), recorded, latest };
}

function compare(
  claim: Claim,
  value: number,
  recorded: number,
): "shows-fewer" | "shows-as-many" | "shows-more" {
  switch (claim.operator) {
    case "more-than":
      return recorded > value ? "shows-as-many" : "shows-fewer";
    case "at-least":
      return recorded >= value ? "shows-as-many" : "shows-fewer";
    case "under":
    case "just-under":
      return recorded < value ? "shows-as-many" : "shows-more";
    default:
      return recorded === value ? "shows-as-many" : recorded < value ? "shows-fewer" : "shows-more";
  }
}

/** One line of the table beside the chart. */
export interface ChartRow {
  readonly date: string;
  readonly recorded: number | null;
  readonly report: Reported | null;
}

/** The data of the chart as rows, oldest first; reports without a date come last. */
export function chartRows(series: Series): ChartRow[] {
  const steps = series.recorded.map(
    (step): ChartRow => ({ date: step.date, recorded: step.value, report: null }),
  );
  const reports = series.reported.map(
    (report): ChartRow => ({ date: report.asOf ?? "", recorded: null, report }),
  );
  const order = ({ date }: ChartRow) => (date === "" ? "9999" : boundsOf(date).to);
  return [...steps, ...reports].sort((a, b) => order(a).localeCompare(order(b)));
}
