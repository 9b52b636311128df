/** Federal fiscal years: October 1 to September 30, named by the year they end in (31 USC 1102). */
import { boundsOf, type ImpreciseDate } from "@joint-docket/ledger/pure";

/** The first fiscal year that began on October 1; before, they began on July 1, with a quarter of its own in 1976. */
export const firstFiscalYear = 1977;

function ofDay(day: string): number {
  return Number(day.slice(0, 4)) + (Number(day.slice(5, 7)) >= 10 ? 1 : 0);
}

/**
 * Every fiscal year that a date may lie in, earliest first; none where it may lie before fiscal year 1977.
 * Refuses `date-impossible`.
 */
export function fiscalYearsOf(date: ImpreciseDate): number[] {
  const { from, to } = boundsOf(date);
  const first = ofDay(from);
  if (first < firstFiscalYear) return [];
  return Array.from({ length: ofDay(to) - first + 1 }, (_, i) => first + i);
}

/** The fiscal year a date lies in; undefined where it is too imprecise to say, or before 1977. Refuses `date-impossible`. */
export function fiscalYearOf(date: ImpreciseDate): number | undefined {
  const years = fiscalYearsOf(date);
  return years.length === 1 ? years[0] : undefined;
}

/** First and last day of a fiscal year from 1977 on, `YYYY-MM-DD`. */
export function fiscalYearBounds(year: number): { from: string; to: string } {
  return { from: `${year - 1}-10-01`, to: `${year}-09-30` };
}
