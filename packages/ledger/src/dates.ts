/** Dates as precisely as they are known: a year, a month, a day, or a stretch between two of these. */
import { z } from "zod";
import { defineRefusal } from "./refusal.ts";
import { wrong } from "./schema-words.ts";

/**
 * `2018`, `2018-01`, `2018-01-17`, or a stretch `2021-04/2021-05`: some time from the first day of the
 * left part to the last day of the right part. Years 1900 to 2199.
 */
export type ImpreciseDate = string;

/** The first and the last calendar day that an imprecise date may mean, as `YYYY-MM-DD`. */
export interface DateBounds {
  readonly from: string;
  readonly to: string;
}

export const impossibleDate = defineRefusal<{ given: string }>({
  code: "date-impossible",
  status: 422,
  en: {
    sentence: ({ given }) => `“${given}” is not a date that can be.`,
    remedy: () =>
      "Write a year (2018), a month (2018-01), a day (2018-01-17) or a stretch (2018-01/2018-03).",
  },
  es: {
    sentence: ({ given }) => `«${given}» no es una fecha posible.`,
    remedy: () =>
      "Escriba un año (2018), un mes (2018-01), un día (2018-01-17) o un período (2018-01/2018-03).",
  },
});

const PART = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function boundsOfPart(part: string): DateBounds | undefined {
  const match = PART.exec(part);
  if (!match) return undefined;
  const [, year = "", month, day] = match;
  const y = Number(year);
  if (y < 1900 || y > 2199) return undefined;
  if (month === undefined) return { from: `${year}-01-01`, to: `${year}-12-31` };
  const m = Number(month);
  if (m < 1 || m > 12) return undefined;
  const last = daysInMonth(y, m);
  if (day === undefined) return { from: `${year}-${month}-01`, to: `${year}-${month}-${last}` };
  const d = Number(day);
  return d < 1 || d > last ? undefined : { from: part, to: part };
}

/** The bounds of an imprecise date, or undefined where the text is not one. */
export function tryBounds(date: string): DateBounds | undefined {
  const parts = date.split("/");
  if (parts.length > 2) return undefined;
  const first = boundsOfPart(parts[0] ?? "");
  const last = parts.length === 2 ? boundsOfPart(parts[1] ?? "") : first;
  if (!first || !last || first.from > last.to) return undefined;
  return { from: first.from, to: last.to };
}

/** The bounds of an imprecise date. Refuses `date-impossible`. */
export function boundsOf(date: ImpreciseDate): DateBounds {
  const bounds = tryBounds(date);
  if (!bounds) throw impossibleDate({ given: date, value: date });
  return bounds;
}

export type DatePrecision = "day" | "month" | "year" | "stretch";

/** How precisely the date is known. */
export function precisionOf(date: ImpreciseDate): DatePrecision {
  if (date.includes("/")) return "stretch";
  return date.length === 4 ? "year" : date.length === 7 ? "month" : "day";
}

/** The schema of an imprecise date, for bodies. */
export const impreciseDate = z
  .string()
  .refine((text) => tryBounds(text) !== undefined, {
    error: wrong(
      "is not a date that can be (2018, 2018-01, 2018-01-17, 2018-01/2018-03)",
      "no es una fecha posible (2018, 2018-01, 2018-01-17, 2018-01/2018-03)",
    ),
  })
  .meta({ format: "imprecise-date", description: "2018, 2018-01, 2018-01-17, or a stretch 2018-01/2018-03" });

const MONTHS: Record<"en" | "es", readonly string[]> = {
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
};

function sayPart(part: string, language: "en" | "es"): string {
  const [year = "", month, day] = part.split("-");
  if (month === undefined) return year;
  const name = MONTHS[language][Number(month) - 1] ?? month;
  if (language === "es")
    return day === undefined ? `${name} de ${year}` : `${Number(day)} de ${name} de ${year}`;
  return day === undefined ? `${name} ${year}` : `${name} ${Number(day)}, ${year}`;
}

/** The date in words, no more precise than it is known: “June 2021”, “between April 2021 and May 2021”. */
export function sayDate(date: ImpreciseDate, language: "en" | "es"): string {
  const [first = "", last] = date.split("/");
  if (last === undefined) return sayPart(first, language);
  return language === "es"
    ? `entre ${sayPart(first, language)} y ${sayPart(last, language)}`
    : `between ${sayPart(first, language)} and ${sayPart(last, language)}`;
}

/** The date as an adverb: “on June 5, 2024”, “in June 2024”, “el 5 de junio de 2024”. */
export function sayWhen(date: ImpreciseDate, language: "en" | "es"): string {
  const words = sayDate(date, language);
  const precision = precisionOf(date);
  if (precision === "stretch") return words;
  if (language === "es") return precision === "day" ? `el ${words}` : `en ${words}`;
  return precision === "day" ? `on ${words}` : `in ${words}`;
}
