/** The door to results: measures over the ledger, what was reported beside them, and their course over time. */
export { answers, contradictionsIn, type Framed, framed, type MeasureAnswer, todayIn } from "./ask.ts";
export {
  casesOfUnknownPopulation,
  cursorUnknown,
  evaluate,
  everything,
  type Judged,
  type LeftOut,
  type Page,
  page,
  type PageQuery,
  type Totals,
} from "./evaluate.ts";
export {
  type History,
  history,
  type HistoryOptions,
  type MeasureHistory,
  type Point,
  PointCache,
  quarterEnds,
} from "./history.ts";
export { type Measure, measureNamed, measures, measureUnknown } from "./measures/index.ts";
export * from "./pure.ts";
export { type ReportedFigures, reportedFigures } from "./reported.ts";
export { standing as standingRows } from "./standing.ts";
