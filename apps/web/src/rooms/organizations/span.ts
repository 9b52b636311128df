/** Stretches of time on one scale of years, for bars that show no more precision than is known. */
import { boundsOf } from "../../language/index.ts";

export interface Bar {
  /** Percent of the scale from its left. */
  left: number;
  width: number;
  /** Whether its beginning or end is not known, or it lasts. */
  openStart: boolean;
  openEnd: boolean;
}

export interface Scale {
  from: number;
  to: number;
  /** Years to write above it, a few of them. */
  years: number[];
}

const MOST_YEARS = 6;

/** Years and parts of a year, such as 2022.5. */
function at(day: string): number {
  const time = Date.parse(`${day}T00:00:00Z`);
  const year = new Date(time).getUTCFullYear();
  const first = Date.UTC(year, 0, 1);
  return year + (time - first) / (Date.UTC(year + 1, 0, 1) - first);
}

interface Stretch {
  from: string | null;
  until: string | null;
}

/** The scale that holds every known date, to the end of the year of `today`; none where no date is known. */
export function scaleOf(stretches: readonly Stretch[], today: string): Scale | undefined {
  const dates = stretches.flatMap(({ from, until }) => [from, until]).filter((one) => one !== null);
  if (dates.length === 0) return undefined;
  const from = Math.floor(Math.min(...dates.map((date) => at(boundsOf(date).from))));
  const to = Math.floor(Math.max(at(today), ...dates.map((date) => at(boundsOf(date).to)))) + 1;
  const step = Math.ceil((to - from) / MOST_YEARS);
  const years = Array.from({ length: Math.ceil((to - from) / step) }, (_, index) => from + index * step);
  return { from, to, years };
}

/** From the first day it may have begun to the last it may have lasted; what lasts goes on to today. */
export function barOf({ from, until }: Stretch, scale: Scale, today: string): Bar | undefined {
  if (from === null && until === null) return undefined;
  const percent = (value: number) => ((value - scale.from) / (scale.to - scale.from)) * 100;
  const left = from === null ? 0 : percent(at(boundsOf(from).from));
  const right = percent(until === null ? at(today) : at(boundsOf(until).to));
  return { left, width: Math.max(1, right - left), openStart: from === null, openEnd: until === null };
}

export const percentOf = (year: number, scale: Scale): number =>
  ((year - scale.from) / (scale.to - scale.from)) * 100;
