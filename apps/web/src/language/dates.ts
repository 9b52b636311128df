/** Dates in words, never more precise than they are known, and numbers as the reader writes them. */

export type Language = "en" | "es";
export const languages: readonly Language[] = ["en", "es"];

const locale = (language: Language) => (language === "es" ? "es-US" : "en-US");

/** The first and last day that `2018`, `2018-01`, `2018-01-17` or `2018/2019-03` may mean. */
export function boundsOf(date: string): { from: string; to: string } {
  const [first = "", last = first] = date.split("/");
  return { from: edge(first, "from"), to: edge(last, "to") };
}

function edge(part: string, side: "from" | "to"): string {
  const [year = "", month, day] = part.split("-");
  if (day) return part;
  if (side === "from") return `${year}-${month ?? "01"}-01`;
  const lastDay = new Date(Date.UTC(Number(year), Number(month ?? 12), 0)).getUTCDate();
  return `${year}-${month ?? "12"}-${lastDay}`;
}

function sayPart(part: string, language: Language, short: boolean): string {
  const [year = "", month, day] = part.split("-");
  if (!month) return year;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
  return new Intl.DateTimeFormat(locale(language), {
    timeZone: "UTC",
    year: "numeric",
    month: short ? "short" : "long",
    ...(day ? { day: "numeric" } : {}),
  }).format(date);
}

/** “May 31, 2024”, “June 2021”, “April 2021 to May 2021”; text that is no date is given back as it is. */
export function sayDate(date: string, language: Language, short = false): string {
  if (!/^\d{4}(-\d{2}){0,2}(\/\d{4}(-\d{2}){0,2})?$/.test(date)) return date;
  const [first = "", last] = date.split("/");
  const start = sayPart(first, language, short);
  if (last === undefined) return start;
  return `${start} ${language === "es" ? "a" : "to"} ${sayPart(last, language, short)}`;
}

/** The calendar day that a moment falls on in a time zone; the reader's own where none is known. */
export const dayIn = (timeZone: string | undefined, moment: Date = new Date()): string =>
  new Intl.DateTimeFormat("sv-SE", timeZone === undefined ? {} : { timeZone }).format(moment);

/** A moment, to the second, in the time zone of the installation and with its name. */
export function sayInstant(instant: string, language: Language, timeZone = "UTC"): string {
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return instant;
  return new Intl.DateTimeFormat(locale(language), {
    timeZone,
    year: "numeric",
    month: "short",
    day: "numeric",
    hour: "numeric",
    minute: "2-digit",
    second: "2-digit",
    timeZoneName: "short",
  }).format(date);
}

export function sayNumber(value: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), { useGrouping: "always" }).format(value);
}

/** Money held in integer minor units (cents for USD); cents only where there are any. */
export function sayMoney(money: { minor: number; currency: string }, language: Language): string {
  const format = new Intl.NumberFormat(locale(language), {
    style: "currency",
    currency: money.currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(money.minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}

/** A stretch of seconds with one decimal below ten. */
export function saySeconds(seconds: number, language: Language): string {
  return new Intl.NumberFormat(locale(language), {
    style: "unit",
    unit: "second",
    unitDisplay: "long",
    maximumFractionDigits: seconds < 10 ? 2 : 0,
  }).format(seconds);
}

/** A country's name from its two letters. */
export function sayCountry(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([locale(language)], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}
