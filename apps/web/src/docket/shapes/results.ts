/** What the interface answers of measures and their course. */
import type { Bilingual, SourceLine } from "./common.ts";

/** The measures whose course over time is drawn, in their order. */
export const measureNames = [
  "arrests",
  "convictions",
  "sentenced",
  "sentences-of-360-months-or-more",
  "extraditions",
  "seizures",
  "forfeitures",
  "indictments",
  "defendants-charged",
  "felony-prosecutions",
] as const;

export type MeasureName = (typeof measureNames)[number];

/** By what figures can be broken down. */
export const breakdowns = [
  "fiscal-year",
  "quarter",
  "month",
  "district",
  "country",
  "asset-kind",
  "currency",
  "unit",
] as const;

export type Breakdown = (typeof breakdowns)[number];

export interface Claim {
  operator: "exactly" | "more-than" | "at-least" | "about" | "under" | "just-under" | "worded";
  value?: number;
  wording?: string;
}

export interface Reported {
  entry: string;
  figure: string;
  claim: Claim;
  sentence: Bilingual;
  value: number | null;
  asOf: string | null;
  attestedAt: string | null;
  unit: string;
  scope: string;
  source: SourceLine | null;
  certainty: string | null;
}

export interface LeftOutGroup {
  reason: string;
  title: Bilingual;
  entries: number;
}

/** What is counted, added up in one currency or unit. */
export interface Sum {
  in: string;
  kind: "currency" | "unit";
  said: Bilingual;
  entries: number;
  /** The measure whose value it is. */
  measure: string;
}

/** A value as it can be said: how many, a percentage with what it is made of, or a sum. */
export interface Figures {
  value: number | null;
  ratio: { part: number; whole: number } | null;
  sums: Sum[];
}

export interface Measure extends Figures {
  measure: string;
  version: number;
  counts: "number" | "percent" | "minor" | "thousandths";
  grows: { of: string; base: number; later: number } | null;
  breakdowns: { by: Breakdown; title: Bilingual }[];
  title: Bilingual;
  unit: Bilingual;
  definition: Bilingual;
  eventDate: Bilingual;
  samePerson: Bilingual;
  basis: string;
  population: { key: string; title: Bilingual; unknownCases: number };
  cut: string;
  counted: { entries: number; cases: number; synthetic: number };
  leftOut: LeftOutGroup[];
  reported: Reported[];
}

/** One group of a broken-down figure. */
export interface Group extends Figures {
  /** In the order of the break-downs; null where not known. */
  key: (string | null)[];
  titles: Bilingual[];
  entries: number;
  cases: number;
}

export interface Broken {
  cut: string;
  measure: Measure;
  by: Breakdown[];
  groups: Group[];
}

export interface Contradiction {
  rule: string;
  /** One of ours, or any other that somebody reported, such as `cash-seized`. */
  measure: string;
  sentence: Bilingual;
  figures: Reported[];
  /** Our own count, where a claim disagrees with it. */
  recorded?: { measure: string; date: string; since: string; value: number };
}

export interface Results {
  cut: string;
  /** The day by whose end things count, which a cut keeps. */
  seenOn: string;
  basis: string;
  asKnownOn: string | null;
  population: string;
  since: string | null;
  measures: Measure[];
  contradictions: Contradiction[];
  growthClaims: { of: string; reported: Reported[] }[];
}

export interface CountedEntry {
  entry: string;
  kind: string;
  record: { type: string; id: string };
  /** Null where the content was deleted by law. */
  sentence: string | Bilingual | null;
  occurred: string | null;
  attestedAt: string | null;
  source: { id: string; title: string } | null;
  case: { id: string; title: string } | null;
  weight: number;
  certainty: string | null;
  /** Whether it rests on a source that a program made up. */
  synthetic?: boolean;
}

export interface LeftOutEntry extends CountedEntry {
  reason: string;
  reasonTitle: string | Bilingual;
  because: string | null;
}

export interface Step {
  date: string;
  value: number;
}

export interface Series {
  recorded: Step[];
  reported: Reported[];
}

export interface History {
  cut: string;
  basis: string;
  measures: Record<string, Series>;
}
