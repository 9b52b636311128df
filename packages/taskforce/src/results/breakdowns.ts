/** By what a figure can be broken down, and to which group a judged row belongs. */
import { defineRefusal } from "@joint-docket/ledger/pure";
import type { Measure } from "./measures/index.ts";
import { type Classified, dayText } from "./packed.ts";
import { type Breakdown, breakdowns } from "./words.ts";
import { NOT_KNOWN } from "./words/breakdowns.ts";

export type { Breakdown } from "./words.ts";

/** The group that is asked for: of each break-down its key, null where it is not known. */
export type Place = Readonly<Partial<Record<Breakdown, string | null>>>;

/** The fiscal year (31 U.S.C. § 1102), quarter or month of a day. */
const periods = {
  "fiscal-year": (day: string) => String(Number(day.slice(0, 4)) + (day.slice(5, 7) >= "10" ? 1 : 0)),
  quarter: (day: string) => `${day.slice(0, 4)}-Q${Math.ceil(Number(day.slice(5, 7)) / 3)}`,
  month: (day: string) => day.slice(0, 7),
} as const;
type Period = keyof typeof periods;

/** Days come again and again, so the period of each is worked out once. */
const told: Readonly<Record<Period, Map<number, string>>> = {
  "fiscal-year": new Map(),
  quarter: new Map(),
  month: new Map(),
};
const MOST_TOLD = 50_000;

function periodOf(period: Period, day: number): string {
  const known = told[period];
  let text = known.get(day);
  if (text === undefined) {
    text = periods[period](dayText(day));
    if (known.size >= MOST_TOLD) known.clear();
    known.set(day, text);
  }
  return text;
}

/** The period a row surely lies in; null where its date is not known, or too loosely to say. */
function inPeriod(period: Period): (rows: Classified, row: number) => string | null {
  return (rows, row) => {
    const span = rows.span(row);
    if (!span) return null;
    const first = periodOf(period, span.from);
    return span.to === span.from || periodOf(period, span.to) === first ? first : null;
  };
}

const keys: Readonly<Record<Breakdown, (rows: Classified, row: number) => string | null>> = {
  "fiscal-year": inPeriod("fiscal-year"),
  quarter: inPeriod("quarter"),
  month: inPeriod("month"),
  district: (rows, row) => rows.district(row),
  country: (rows, row) => rows.country(row),
  "asset-kind": (rows, row) => rows.asset(row),
  currency: (rows, row) => rows.currency(row),
  unit: (rows, row) => rows.unit(row),
};

const EVERY: readonly Breakdown[] = ["fiscal-year", "quarter", "month", "district"];

/** By what a measure can be broken down. */
export function breakdownsOf({ alsoBy = [] }: Pick<Measure, "alsoBy">): Breakdown[] {
  return [...EVERY, ...alsoBy];
}

export const breakdownNotOfMeasure = defineRefusal<{ by: string; can: readonly string[] }>({
  code: "breakdown-not-of-measure",
  status: 400,
  en: {
    sentence: ({ by }) => `This measure cannot be broken down by “${by}”.`,
    remedy: ({ can }) => `Break it down by ${can.join(", ")}.`,
  },
  es: {
    sentence: ({ by }) => `Esta medida no puede desglosarse por «${by}».`,
    remedy: ({ can }) => `Desglósela por ${can.join(", ")}.`,
  },
});

/** Reads `district` or `fiscal-year,district`. Refuses `breakdown-not-of-measure`. */
export function parseBreakdowns(measure: Pick<Measure, "alsoBy">, given: string): Breakdown[] {
  const can = breakdownsOf(measure);
  const found = given.split(",").map((one) => {
    const by = can.find((known) => known === one.trim());
    if (!by) throw breakdownNotOfMeasure({ by: one.trim(), can, field: "by", value: given });
    return by;
  });
  return [...new Set(found)];
}

/** The group that an address names by the parameters of its break-downs; undefined where it names none. */
export function parsePlace(parameters: Readonly<Record<string, unknown>>): Place | undefined {
  const named = breakdowns.flatMap((by) => {
    const key = parameters[by];
    return typeof key === "string" && key !== "" ? [[by, key === NOT_KNOWN ? null : key] as const] : [];
  });
  return named.length === 0 ? undefined : Object.fromEntries(named);
}

/** The key of a row in each of these break-downs. */
export function groupKey(rows: Classified, row: number, by: readonly Breakdown[]): (string | null)[] {
  return by.map((one) => keys[one](rows, row));
}

export function isIn(rows: Classified, row: number, place: Place): boolean {
  return (Object.entries(place) as [Breakdown, string | null][]).every(
    ([by, key]) => keys[by](rows, row) === key,
  );
}
