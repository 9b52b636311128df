/** Days as numbers, and the weekly reports that tell of what happened on them. */

/** Days since January 1, 1970. */
export type Day = number;

/** When something happened, and the day of the report that stated it. */
export interface Told {
  readonly day: Day;
  readonly report: Day;
}

const MILLISECONDS = 86_400_000;

export function dayOf(date: string): Day {
  return Date.parse(`${date}T00:00:00Z`) / MILLISECONDS;
}

const written = new Map<Day, string>();

/** `YYYY-MM-DD`. */
export function iso(day: Day): string {
  const known = written.get(day);
  if (known !== undefined) return known;
  const text = new Date(day * MILLISECONDS).toISOString().slice(0, 10);
  written.set(day, text);
  return text;
}

/**
 * The last day that a synthetic docket tells of. Fixed, because the same seed must give the same bytes on any day; it
 * must lie in the past wherever the program runs, for nothing recorded is still to come.
 */
export const LAST_DAY = dayOf("2026-09-30");

/** January 1, 1970, was a Thursday. */
const WEDNESDAY = 6;

/** The first Wednesday on or after a day: synthetic reports come out on Wednesdays. */
export function reportDay(day: Day): Day {
  return day + ((WEDNESDAY - (day % 7) + 7) % 7);
}

/** Told by the first report after it happened. */
export function told(day: Day): Told {
  return { day, report: reportDay(day + 1) };
}

/** Whether its report has come out by the last day. */
export function isOver({ report }: Told): boolean {
  return report <= LAST_DAY;
}
