/** The course of the results over time for the chart: what was known on each day that matters, through the one evaluation. */
import { tryBounds } from "@joint-docket/ledger/pure";
import type { Reported } from "./claims.ts";
import { type CourseCache, course, type Moment } from "./course.ts";
import type { Reader } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import { type Measure, measures } from "./measures/index.ts";
import { reportedFigures } from "./reported.ts";

export interface Point {
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly value: number;
}

export interface MeasureHistory {
  readonly recorded: readonly Point[];
  /** Figures with a day only; one without cannot be placed on a chart. */
  readonly reported: readonly Reported[];
}

/** By the measure's name. */
export type History = Readonly<Record<string, MeasureHistory>>;

export interface HistoryOptions {
  /** Today in the installation's time zone, `YYYY-MM-DD`: the last point where the frame names no day. */
  readonly today: string;
  /** On the recorded basis: the ledger's size at the end of a day. */
  readonly sizeOn?: (day: string) => Promise<number>;
  readonly cache?: CourseCache;
  /** Only these measures; all that count where left out. A percentage has no course. */
  readonly only?: readonly Measure[];
}

const QUARTER_ENDS = ["03-31", "06-30", "09-30", "12-31"];

/** The ends of calendar quarters, which are those of fiscal ones too, from a day up to another. */
export function quarterEnds(from: string, to: string): string[] {
  const days: string[] = [];
  for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year++) {
    for (const end of QUARTER_ENDS) days.push(`${year}-${end}`);
  }
  return days.filter((day) => day >= from && day <= to);
}

/** How many points there are at most: a window that begins long ago has only its latest quarters. */
const MOST_QUARTERS = 60;

function daysOf(frame: Frame, reported: readonly Reported[], last: string): string[] {
  const asOf = reported.flatMap((figure) => {
    const bounds = figure.asOf === null ? undefined : tryBounds(figure.asOf);
    return bounds ? [bounds.to] : [];
  });
  const first = frame.since ?? asOf[0] ?? last;
  const days = new Set([...quarterEnds(first, last).slice(-MOST_QUARTERS), ...asOf, last]);
  return [...days].filter((day) => day <= last).sort();
}

async function momentsOf(frame: Frame, days: readonly string[], options: HistoryOptions): Promise<Moment[]> {
  const { sizeOn } = options;
  const moments: Moment[] = [];
  for (const day of days)
    moments.push({ day, size: frame.basis === "recorded" && sizeOn ? await sizeOn(day) : frame.size });
  return moments;
}

/** A measure's values in a frame as known on days, which are in order. */
export async function valuesOn(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  days: readonly string[],
  options: HistoryOptions,
): Promise<Point[]> {
  const moments = await momentsOf(frame, days, options);
  const values = await course(reader, measure, frame, moments, options.cache);
  return days.map((date, at) => ({ date, value: values[at] ?? 0 }));
}

/**
 * For each measure its value as known on the days of its reported figures, on quarter ends since the window began,
 * and on the frame's own day, which comes last; beside it the reported figures that have a day.
 */
export async function history(reader: Reader, frame: Frame, options: HistoryOptions): Promise<History> {
  const last = frame.knownOn ?? options.today;
  const entries: [string, MeasureHistory][] = [];
  for (const measure of options.only ?? Object.values(measures)) {
    if (measure.counts === "percent") continue;
    const { stated } = await reportedFigures(reader, frame, measure.name);
    const reported = stated.filter(({ asOf }) => asOf !== null);
    const days = daysOf(frame, reported, last);
    entries.push([
      measure.name,
      { recorded: await valuesOn(reader, measure, frame, days, options), reported },
    ]);
  }
  return Object.fromEntries(entries);
}
