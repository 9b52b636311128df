/** The door to the measures. */
export { baseYearWithoutData, GROWTH_REPORTED_AS } from "./growth.ts";
export type { Classification, Measure } from "./measure.ts";
export { type Asked, measureAsked, measureNamed, measureUnknown } from "./named.ts";
export { measures } from "./table.ts";
