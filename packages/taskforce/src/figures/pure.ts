/** The door to reported figures for whatever must also run in the browser. */
export { type FigureReported, figureReported } from "./kinds/figure-reported.ts";
export { sayMeasure, sayScope, sayUnit } from "./words.ts";
