/** The door to results: measures over the ledger, what was reported beside them, and their course over time. */
export {
  answers,
  contradictionsIn,
  growthClaims,
  type Framed,
  framed,
  type MeasureAnswer,
  todayIn,
} from "./ask.ts";
export {
  type Breakdown,
  breakdownNotOfMeasure,
  breakdownsOf,
  parseBreakdowns,
  parsePlace,
  type Place,
} from "./breakdowns.ts";
export {
  brokenDown,
  casesOfUnknownPopulation,
  cursorUnknown,
  evaluate,
  everything,
  type Group,
  type Judged,
  type LeftOut,
  type Outcome,
  outcome,
  type Page,
  page,
  type PageQuery,
  type Ratio,
  shareOfNothing,
  type Sum,
  type Totals,
} from "./evaluate.ts";
export { CourseCache } from "./course.ts";
export {
  type History,
  history,
  type HistoryOptions,
  type MeasureHistory,
  type Point,
  quarterEnds,
} from "./history.ts";
export { classified, roomy } from "./classified.ts";
export { type Grade, gradedStatutes, gradeOf } from "./grades.ts";
export {
  type Asked,
  baseYearWithoutData,
  type Measure,
  measureAsked,
  measureNamed,
  measures,
  measureUnknown,
} from "./measures/index.ts";
export { figureOverMixedUnits, measureOfSum, nothingToSum, type SumOf, sumsOf } from "./mixed.ts";
export * from "./pure.ts";
export { saySum } from "./sums.ts";
export { tableOf } from "./table.ts";
export { type ReportedFigures, reportedFigures } from "./reported.ts";
export { type MadeUp, syntheticAmong } from "./synthetic.ts";
export { context as contextRows, standing as standingRows, type Table } from "./standing.ts";
