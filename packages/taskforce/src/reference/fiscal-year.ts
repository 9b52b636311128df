/** Federal fiscal years: October 1 to September 30, named by the year they end in (31 USC 1102). */
import { boundsOf, type ImpreciseDate } from "@joint-docket/ledger/pure";

function ofDay(day: string): number {
  return Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= 10 ? 1 : 0);
}

/** The fiscal year a date lies in; undefined where it is too imprecise to say. Refuses `date-impossible`. */
export function fiscalYearOf(date: ImpreciseDate): number | undefined {
  const { from, to } = boundsOf(date);
  return ofDay(from) === ofDay(to) ? ofDay(from) : undefined;
}

/** First and last day of a fiscal year. */
export function fiscalYearBounds(year: number): { from: string; to: string } {
  return { from: `${year - 1}-10-01`, to: `${year}-09-30` };
}
