/** The door to published figures for whatever must also run in the browser. */
export { type FigureState, figureStates } from "./course.ts";
export { type FigureDrafted, figureDrafted } from "./kinds/figure-drafted.ts";
export { type FigurePublished, figurePublished } from "./kinds/figure-published.ts";
export { type FigureReviewed, figureReviewed } from "./kinds/figure-reviewed.ts";
export { type FigureWithdrawn, figureWithdrawn } from "./kinds/figure-withdrawn.ts";
export type { Pin } from "./pin.ts";
export { type DifferenceReason, differences, differenceTitles } from "./reasons.ts";
export { sayFigure } from "./words.ts";
