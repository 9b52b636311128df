/** The door for what the browser may use too: schemas, dates, refusals; no database, no node modules. */
export * from "./dates.ts";
export * from "./entry.ts";
export { entryPurged, entryWithdrawn } from "./core-kinds.ts";
export * from "./kind.ts";
export { bodySchema, Kinds, kindUnknown, kindVersionUnknown, type Reference } from "./kinds.ts";
export * from "./refusal.ts";
export { type Why, whyWrong, wrong } from "./schema-words.ts";
