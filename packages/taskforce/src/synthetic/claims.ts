/**
 * What was claimed in public of the task force's results: what the scenario must satisfy, and what it repeats as
 * reported figures. The same claims stand with their sources in data/public-record; a test holds the two together.
 */
export interface PublicClaim {
  readonly measure: string;
  readonly unit: string;
  readonly operator: "exactly" | "more-than" | "at-least" | "worded";
  readonly value?: number;
  readonly wording?: string;
  /** None where the statement does not say. */
  readonly asOf?: string;
  readonly since: string;
  readonly scope: string;
  /** The day by which it had been stated. */
  readonly stated: string;
}

const OF_THE_TASK_FORCE = { since: "2021-06", scope: "task-force" };

type Number = readonly [operator: "exactly" | "more-than", value: number];

const UNITS: Readonly<Record<string, string>> = {
  arrests: "arrests",
  convictions: "convictions",
  sentenced: "people",
};

function counts(
  asOf: string | undefined,
  stated: string,
  numbers: Readonly<Record<string, Number>>,
): PublicClaim[] {
  return Object.entries(numbers).map(([measure, [operator, value]]) => ({
    measure,
    unit: UNITS[measure] ?? measure,
    operator,
    value,
    ...(asOf === undefined ? {} : { asOf }),
    stated,
    ...OF_THE_TASK_FORCE,
  }));
}

const cash = (asOf: string, stated: string, wording: string): PublicClaim => ({
  measure: "cash-seized",
  unit: "US dollars",
  operator: "worded",
  wording,
  asOf,
  stated,
  ...OF_THE_TASK_FORCE,
});

const longest = (
  asOf: string,
  stated: string,
  operator: "exactly" | "at-least",
  value: number,
  wording?: string,
): PublicClaim => ({
  measure: "longest-sentence-months",
  unit: "months",
  operator,
  value,
  ...(wording === undefined ? {} : { wording }),
  asOf,
  stated,
  ...OF_THE_TASK_FORCE,
});

const growth = (measure: string, operator: "exactly" | "more-than", value: number): PublicClaim => ({
  measure,
  unit: "percent",
  operator,
  value,
  asOf: "2024-05-31",
  since: "2020",
  scope: "all federal districts",
  stated: "2024-05-31",
});

/** The release of 2023 bears no day: it lies between the last plea it tells of and the next statement. */
const AUTUMN_2023 = "2023-08-03/2023-12-04";

export const publicClaims: readonly PublicClaim[] = [
  ...counts("2022-06", "2024-06-05", { arrests: ["exactly", 85] }),
  ...counts("2023-03", "2024-06-05", { arrests: ["exactly", 179] }),
  ...counts(AUTUMN_2023, "2023-12-04", { arrests: ["more-than", 260], convictions: ["exactly", 150] }),
  longest(AUTUMN_2023, "2023-12-04", "exactly", 360),
  ...counts("2023-12-04", "2023-12-05", { arrests: ["more-than", 260], convictions: ["more-than", 170] }),
  cash("2023-12-04", "2023-12-05", "hundreds of thousands of dollars"),
  ...counts("2024-05-28", "2024-05-28", { convictions: ["more-than", 240] }),
  ...counts("2024-05-31", "2024-05-31", {
    arrests: ["more-than", 300],
    convictions: ["more-than", 240],
    sentenced: ["more-than", 170],
  }),
  longest("2024-05-31", "2024-05-31", "at-least", 360, "significant sentences of 30 years or more"),
  cash("2024-05-31", "2024-05-31", "millions of dollars"),
  growth("doj.defendants_charged.growth", "more-than", 25),
  growth("doj.felony_prosecutions.growth", "exactly", 27),
  ...counts("2024-06-05", "2024-06-05", {
    arrests: ["exactly", 305],
    convictions: ["exactly", 242],
    sentenced: ["exactly", 175],
  }),
  longest("2024-06-05", "2024-06-05", "exactly", 405),
  ...counts("2024-06-11", "2024-06-11", {
    arrests: ["more-than", 300],
    convictions: ["more-than", 240],
    sentenced: ["more-than", 170],
  }),
  cash("2024-06-11", "2024-06-11", "hundreds of thousands of dollars"),
  ...counts(undefined, "2025-09-05", { arrests: ["more-than", 330], convictions: ["more-than", 275] }),
  ...counts("2024-12-16", "2024-12-16", { arrests: ["more-than", 345], convictions: ["more-than", 290] }),
  ...counts("2024-12", "2024-12-31", {
    arrests: ["more-than", 345],
    convictions: ["more-than", 295],
    sentenced: ["more-than", 240],
  }),
  cash("2024-12", "2024-12-31", "more than a million dollars"),
  ...counts("2025-02-20", "2025-02-20", { arrests: ["more-than", 350] }),
  cash("2025-02-20", "2025-02-20", "millions of dollars"),
  ...counts("2025-09-04", "2025-09-05", { arrests: ["more-than", 410], convictions: ["more-than", 355] }),
];
