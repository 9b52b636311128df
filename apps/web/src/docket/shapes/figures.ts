/** What the interface answers of published figures and the fact sheet. */
import type { Bilingual, SourceLine, TimelineItem } from "./common.ts";
import type { Breakdown, LeftOutGroup } from "./results.ts";

export type FigureState = "drafted" | "returned" | "approved" | "published" | "withdrawn";

export const figureStates: readonly FigureState[] = [
  "drafted",
  "returned",
  "approved",
  "published",
  "withdrawn",
];

export interface FigureLine {
  figure: string;
  draft: string;
  state: FigureState;
  measure: string;
  value: number;
  sentence: Bilingual;
  by: string;
  recordedAt: string;
}

export interface FigureList {
  items: FigureLine[];
  next: string | null;
}

/** What was done with a figure. */
export interface FigureAct {
  entry: TimelineItem;
  by: string;
  draft: string | null;
  verdict: "approved" | "returned" | null;
  words: string | null;
}

export interface FigurePage {
  figure: string;
  draft: string;
  state: FigureState;
  sentence: Bilingual;
  by: string;
  measure: string;
  version: number;
  title: Bilingual;
  unit: Bilingual;
  definition: Bilingual;
  /** The value as it is written. */
  words: Bilingual;
  value: number;
  entries: number;
  cases: number;
  synthetic: number;
  basis: "attested" | "recorded";
  population: "record" | "task-force";
  knownOn: string | null;
  since: string | null;
  day: string;
  root: string;
  scope: string[];
  digest: string;
  listed: boolean;
  leftOut: { reason: string; entries: number }[];
  cut: string;
  acts: FigureAct[];
}

export type RerunOutcome = "same" | "emptied" | "emptied-unproved" | "definition-changed" | "differs";

export interface FigureRerun {
  outcome: RerunOutcome;
  published: number;
  value: number | null;
  version: { pinned: number; now: number | null };
  lost: { entry: string; by: string | null }[];
}

export interface FigureDifference {
  published: number;
  today: number | null;
  day: string;
  byReason: { reason: string; title: Bilingual; entries: number; change: number | null }[];
  items: {
    entry: TimelineItem | null;
    instead: string | null;
    title: Bilingual;
    change: number | null;
    because: string | null;
  }[];
  next: string | null;
}

export interface FigureMade {
  figure: string;
  entry: string;
}

export interface SheetClaim {
  entry: string;
  sentence: Bilingual;
}

export type SheetSum = { words: Bilingual; currency: string } | { words: Bilingual; unit: string };

export interface SheetCell {
  key: string | null;
  title: Bilingual;
  /** Null where it is hidden. */
  value: number | null;
  sums: SheetSum[];
}

export interface SheetFigure {
  measure: string;
  title: Bilingual;
  /** The value as it is written; none of a percentage of nothing. */
  words: Bilingual | null;
  entries: number;
  cases: number;
  leftOut: LeftOutGroup[];
  breakdown: { by: Breakdown; title: Bilingual; leftOut: boolean; cells: SheetCell[] } | null;
  sources: SourceLine[];
  sourcesInAll: number;
  unsourced: number;
  reported: SheetClaim[];
}

export interface FactSheet {
  cut: string;
  day: string;
  unknownCases: number;
  parts: { key: string; title: Bilingual; figures: SheetFigure[] }[];
  growth: { measure: string; title: Bilingual; reported: SheetClaim[] }[];
  mark: Bilingual | null;
  frame: Bilingual;
  shown: Bilingual[];
  notShown: Bilingual[];
}
