/** What others have said about results, as claims that can be read out, placed on a chart and held against each other. */
import { type Certainty, type Id, type Language, precisionOf, sayDate } from "@joint-docket/ledger/pure";
import { sayUnit } from "../figures/pure.ts";
import { quote, sayNumber } from "../sources/pure.ts";
import type { Text } from "./words.ts";

export const operators = [
  "exactly",
  "more-than",
  "at-least",
  "about",
  "under",
  "just-under",
  "worded",
] as const;
export type Operator = (typeof operators)[number];

export interface Claim {
  readonly operator: Operator;
  /** None where the claim is in words only. */
  readonly value?: number;
  readonly wording?: string;
}

export interface ReportedSource {
  readonly id: Id;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly dated: string | null;
  /** Whether a program made it up. */
  readonly synthetic: boolean;
}

export interface Reported {
  readonly entry: Id;
  readonly figure: Id;
  readonly measure: string;
  readonly claim: Claim;
  readonly sentence: Text;
  /** The claim's number, for a chart that shows the operator beside it; null where it is in words only. */
  readonly value: number | null;
  /** The day up to which it counts, as precisely as known; null where no source says. */
  readonly asOf: string | null;
  readonly since: string | null;
  readonly fiscalYear: number | null;
  readonly district: string | null;
  /** The last day on which its source may have stated it. */
  readonly attestedAt: string | null;
  readonly unit: string;
  readonly scope: string;
  readonly source: ReportedSource | null;
  readonly certainty: Certainty;
}

/** Lowest and highest number that a claim allows, both included; `high` may be infinite. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/** How far a number said to be about right may be off: our reading, because no source says. */
const ABOUT = 0.1;

const DOLLARS = 1_000_000;

/*
 * How worded sums are read, in whole dollars. A plural (“millions”) means at least two of its unit; “hundreds of
 * thousands” stops where a speaker would have said “a million”. Anything else cannot be read and is never compared.
 */
const READINGS: Readonly<Record<string, Interval>> = {
  "hundreds of thousands of dollars": { low: 200_000, high: 999_999 },
  "cientos de miles de dólares": { low: 200_000, high: 999_999 },
  "more than a million dollars": { low: DOLLARS + 1, high: Number.POSITIVE_INFINITY },
  "over a million dollars": { low: DOLLARS + 1, high: Number.POSITIVE_INFINITY },
  "más de un millón de dólares": { low: DOLLARS + 1, high: Number.POSITIVE_INFINITY },
  "millions of dollars": { low: 2 * DOLLARS, high: Number.POSITIVE_INFINITY },
  "millones de dólares": { low: 2 * DOLLARS, high: Number.POSITIVE_INFINITY },
};

/** The numbers that a claim allows; undefined where its words cannot be read as a number. */
export function intervalOf({ operator, value, wording }: Claim): Interval | undefined {
  if (operator === "worded") return READINGS[(wording ?? "").toLowerCase().replaceAll(/\s+/g, " ").trim()];
  if (value === undefined) return undefined;
  switch (operator) {
    case "exactly":
      return { low: value, high: value };
    case "more-than":
      return { low: value + 1, high: Number.POSITIVE_INFINITY };
    case "at-least":
      return { low: value, high: Number.POSITIVE_INFINITY };
    case "about":
      return { low: Math.floor(value * (1 - ABOUT)), high: Math.ceil(value * (1 + ABOUT)) };
    case "under":
      return { low: 0, high: value - 1 };
    case "just-under":
      return { low: Math.floor(value * (1 - ABOUT)), high: value - 1 };
  }
}

const OPERATORS: Readonly<Record<Exclude<Operator, "worded">, Text>> = {
  exactly: { en: "exactly", es: "exactamente" },
  "more-than": { en: "more than", es: "más de" },
  "at-least": { en: "at least", es: "al menos" },
  about: { en: "about", es: "alrededor de" },
  under: { en: "fewer than", es: "menos de" },
  "just-under": { en: "just under", es: "casi" },
};

function sayClaim({ operator, value, wording }: Claim, unit: string, language: Language): string {
  if (operator === "worded" || value === undefined) return quote(wording ?? "", language);
  return `${OPERATORS[operator][language]} ${sayNumber(value, language)} ${sayUnit(unit, language)}`;
}

function sayAsOf(asOf: string | null, language: Language): string {
  if (asOf === null)
    return language === "en" ? ", without a day it counts up to" : ", sin indicar hasta qué día cuenta";
  const day = sayDate(asOf, language);
  const precision = precisionOf(asOf);
  if (language === "en") return precision === "stretch" ? ` as of a day ${day}` : ` as of ${day}`;
  if (precision === "stretch") return ` hasta un día ${day}`;
  return precision === "day" ? ` hasta el ${day}` : ` hasta ${day}`;
}

function sayPeriod({ asOf, fiscalYear }: Pick<Reported, "asOf" | "fiscalYear">, language: Language): string {
  if (fiscalYear === null) return sayAsOf(asOf, language);
  const year = language === "en" ? ` in fiscal year ${fiscalYear}` : ` en el año fiscal ${fiscalYear}`;
  return asOf === null ? year : year + sayAsOf(asOf, language);
}

/** “more than 300 arrests as of May 31, 2024 — U.S. Department of Justice”. */
export function saySentence(figure: Omit<Reported, "sentence">): Text {
  const say = (language: Language) => {
    const words = `${sayClaim(figure.claim, figure.unit, language)}${sayPeriod(figure, language)}`;
    const who = figure.source === null ? undefined : (figure.source.publisher ?? figure.source.title);
    return who === undefined ? words : `${words} — ${who}`;
  };
  return { en: say("en"), es: say("es") };
}
