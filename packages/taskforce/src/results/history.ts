/** The course of the results over time for the chart: what was known on each day that matters, through the one evaluation. */
import type { Reported } from "./claims.ts";
import { keyOf } from "./classified.ts";
import { type Reader, valueOf } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import { measures } from "./measures/index.ts";
import { reportedFigures } from "./reported.ts";
import { tryBounds } from "@joint-docket/ledger/pure";
import { type MeasureName, measureNames } from "./words.ts";

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

export type History = Readonly<Record<MeasureName, MeasureHistory>>;

/** Values computed before, under the keys of their frames. */
export class PointCache {
  readonly #most: number;
  readonly #values = new Map<string, number>();

  /** `most`: how many values are kept, least recently used going first. */
  constructor(most = 5000) {
    this.#most = most;
  }

  async value(key: string, compute: () => Promise<number>): Promise<number> {
    const known = this.#values.get(key);
    this.#values.delete(key);
    const value = known ?? (await compute());
    this.#values.set(key, value);
    if (this.#values.size > this.#most) this.#values.delete(this.#values.keys().next().value as string);
    return value;
  }
}

export interface HistoryOptions {
  /** Today in the installation's time zone, `YYYY-MM-DD`: the last point where the frame names no day. */
  readonly today: string;
  /** On the recorded basis: the ledger's size at the end of a day. */
  readonly sizeOn?: (day: string) => Promise<number>;
  readonly cache?: PointCache;
  /** Only these measures; all of them where left out. */
  readonly only?: readonly MeasureName[];
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

/** A measure's value in a frame as known on a day. */
export async function valueOn(
  reader: Reader,
  name: MeasureName,
  frame: Frame,
  day: string,
  options: HistoryOptions,
) {
  const known =
    frame.basis === "attested"
      ? { ...frame, knownOn: day }
      : { ...frame, size: Math.min(frame.size, (await options.sizeOn?.(day)) ?? frame.size) };
  const compute = () => valueOf(reader, measures[name], known);
  return options.cache ? options.cache.value(await keyOf(reader, measures[name], known), compute) : compute();
}

/**
 * For each measure its value as known on the days of its reported figures, on quarter ends since the window began,
 * and on the frame's own day, which comes last; beside it the reported figures that have a day.
 */
export async function history(reader: Reader, frame: Frame, options: HistoryOptions): Promise<History> {
  const last = frame.knownOn ?? options.today;
  const entries: [MeasureName, MeasureHistory][] = [];
  for (const name of options.only ?? measureNames) {
    const { stated } = await reportedFigures(reader, frame, name);
    const reported = stated.filter(({ asOf }) => asOf !== null);
    const recorded: Point[] = [];
    for (const date of daysOf(frame, reported, last)) {
      recorded.push({ date, value: await valueOn(reader, name, frame, date, options) });
    }
    entries.push([name, { recorded, reported }]);
  }
  return Object.fromEntries(entries) as History;
}
