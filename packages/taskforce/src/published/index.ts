/** The door to published figures: drafted, reviewed, published, run again, held against today, withdrawn. */
export {
  type Drafting,
  draftFigure,
  publishFigure,
  reviewFigure,
  withdrawFigure,
} from "./acts.ts";
export { againstToday, type AgainstToday, type Difference, differencesCsv } from "./difference.ts";
export { type Figure, type FigureLine, figureOf, listFigures } from "./figures.ts";
export * from "./pure.ts";
export { outcomes, type Outcome, type Rerun, rerun, tokenOfPin } from "./rerun.ts";
export { saySumIn, sayValueIn, type Summed } from "./say.ts";
export { csvOf } from "./csv.ts";
export { sheetCsv } from "./sheet/csv.ts";
export { notesOn } from "./sheet/notes.ts";
export { sheetPaper } from "./sheet/paper.ts";
export { type FactSheet, factSheet, type SheetFigure } from "./sheet/sheet.ts";
export { LEAST_SHOWN } from "./sheet/suppress.ts";
