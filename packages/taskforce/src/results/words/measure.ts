/** The part of a measure's definition that people read. */
import type { Language } from "@joint-docket/ledger/pure";

export type Text = Readonly<Record<Language, string>>;

/** The measures with names of their own, in the order pages show them; `measureNamed` knows families of others. */
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
  "felony-share",
] as const;
export type MeasureName = (typeof measureNames)[number];

/**
 * What a value is: how many there are; `percent` of a share or of growth, to a tenth; or a sum in the `minor` units of
 * one currency or in `thousandths` of one unit.
 */
export type Counts = "number" | "percent" | "minor" | "thousandths";

export interface MeasureWords {
  /** Says all by itself: the same name is the same measure with the same parameters. */
  readonly name: string;
  /** Raised whenever the same entries would give another value. */
  readonly version: number;
  readonly counts: Counts;
  readonly title: Text;
  /** What one of the value is. */
  readonly unit: Text;
  readonly definition: Text;
  /** The date that places it inside or outside the window. */
  readonly eventDate: Text;
  /** When two entries speak of one and the same. */
  readonly samePerson: Text;
}

/** By what a figure can be broken down. */
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
