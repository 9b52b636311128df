/**
 * The course of the announcement's results as the scenario tells it: how many were known by which day. Every number
 * stands between what was claimed in public before and after; the months for which an exact number was given only by
 * name, without a day, stay quiet, so that it holds on each of their days.
 */
import { dayOf, type Day } from "./days.ts";
import type { Term } from "./plan.ts";

export interface Stage {
  /** Reports between these days tell of the new events, both included. */
  readonly from: Day;
  readonly to: Day;
  /** Convictions and sentences may begin later than the rest. */
  readonly convictionsFrom: Day;
  readonly sentencesFrom: Day;
  /** Known by its last day, since the task force began. */
  readonly arrests: number;
  readonly convictions: number;
  readonly sentenced: number;
  /** Where people were arrested abroad, one entry a person. */
  readonly abroad: readonly string[];
  /** People arrested whom no source tells apart. */
  readonly others: number;
}

function stage(
  from: string,
  to: string,
  [arrests, convictions, sentenced]: readonly [number, number, number],
  more: {
    readonly abroad?: readonly string[];
    readonly others?: number;
    readonly convictionsFrom?: string;
    readonly sentencesFrom?: string;
  } = {},
): Stage {
  const { abroad = [], others = 0, convictionsFrom = from, sentencesFrom = from } = more;
  return {
    from: dayOf(from),
    to: dayOf(to),
    arrests,
    convictions,
    sentenced,
    abroad,
    others,
    convictionsFrom: dayOf(convictionsFrom),
    sentencesFrom: dayOf(sentencesFrom),
  };
}

/** The four who were surrendered by Guatemala together. */
export const GUATEMALA_FOUR = 4;

export const stages: readonly Stage[] = [
  stage("2021-06-09", "2022-05-31", [85, 14, 3], {
    abroad: ["GT", "GT", "GT", "GT"],
    convictionsFrom: "2021-12-01",
    sentencesFrom: "2022-03-01",
  }),
  stage("2022-07-01", "2023-02-28", [179, 80, 36], {
    abroad: ["MX", "HN"],
    others: 2,
    sentencesFrom: "2022-09-14",
  }),
  stage("2023-04-01", "2023-08-02", [263, 150, 84], { abroad: ["GT", "MX", "SV", "GT"] }),
  stage("2023-08-03", "2023-12-04", [268, 173, 104], { convictionsFrom: "2023-11-15" }),
  stage("2023-12-05", "2024-05-28", [298, 241, 166], { abroad: ["GT", "MX", "HN", "GT"], others: 3 }),
  stage("2024-05-29", "2024-05-31", [302, 241, 172]),
  stage("2024-06-01", "2024-06-05", [305, 242, 175]),
  stage("2024-06-12", "2024-10-31", [333, 278, 214], { abroad: ["CO", "GT", "PA"] }),
  stage("2024-11-01", "2024-12-16", [347, 292, 234]),
  stage("2024-12-17", "2024-12-31", [348, 297, 243]),
  stage("2025-01-01", "2025-02-20", [360, 306, 256]),
  stage("2025-02-21", "2025-09-04", [422, 358, 312], { abroad: ["MX", "GT", "CO", "HN", "CA"] }),
  stage("2025-09-05", "2026-09-30", [466, 412, 366], { abroad: ["GT", "MX", "EC"] }),
];

/** Sentences whose convictions fell later, by the report that told of it. */
export const vacaturs: readonly Day[] = ["2024-02-14", "2024-06-05", "2024-09-18"].map(dayOf);

/** Two defendants found to be one person. */
export const merges: readonly Day[] = ["2024-03-06", "2025-04-16"].map(dayOf);

/** Pleas taken back before the sentence. */
export const pleasWithdrawn: readonly Day[] = ["2025-06-04"].map(dayOf);

/** Arrests that should not have been recorded: told of, and withdrawn. */
export const mistakes: readonly (readonly [told: Day, withdrawn: Day])[] = [
  ["2023-05-10", "2024-01-17"],
  ["2024-05-29", "2024-06-05"],
  ["2024-11-20", "2025-01-15"],
].map(([told = "", withdrawn = ""]) => [dayOf(told), dayOf(withdrawn)]);

/** Reports of the early October of a fiscal year that tell of its last days: the old year's events, entered in the new. */
export const acrossFiscalYears: readonly Day[] = [dayOf("2022-10-05")];

/** Long terms: the report that told of each. The longest known is 360 months in 2023 and 405 on June 5, 2024. */
export const longTerms: readonly { readonly report: Day; readonly term: Term }[] = [
  { report: dayOf("2023-08-02"), term: { kind: "months", months: 360 } },
  { report: dayOf("2024-02-28"), term: { kind: "months", months: 405 } },
  { report: dayOf("2024-05-22"), term: { kind: "months", months: 360 } },
  { report: dayOf("2025-07-02"), term: { kind: "life" } },
  { report: dayOf("2025-07-02"), term: { kind: "months", months: 996 } },
];

/** No other term is longer. */
export const LONGEST_OTHER = 300;

/** Cash seized: how many times, each between two sums in dollars, told of between two days. */
export const cash: readonly {
  readonly from: Day;
  readonly to: Day;
  readonly times: number;
  readonly dollars: readonly [least: number, most: number];
}[] = [
  { from: dayOf("2021-09-01"), to: dayOf("2023-11-29"), times: 12, dollars: [25_000, 55_000] },
  { from: dayOf("2024-06-12"), to: dayOf("2024-12-11"), times: 6, dollars: [90_000, 120_000] },
  { from: dayOf("2025-01-08"), to: dayOf("2025-02-19"), times: 1, dollars: [1_150_000, 1_250_000] },
  { from: dayOf("2025-03-05"), to: dayOf("2026-08-26"), times: 8, dollars: [5_000, 80_000] },
];

/**
 * “Millions” were claimed on May 31, 2024, and “hundreds of thousands” on June 11. A sum cannot fall, but what is known
 * of it can: this one was written with a digit too many, and put right between the two days.
 */
export const misreadCash = {
  told: dayOf("2024-05-29"),
  corrected: dayOf("2024-06-10"),
  dollars: 185_000,
  written: 1_850_000,
} as const;
