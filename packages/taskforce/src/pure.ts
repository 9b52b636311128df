/** The door for what the browser may use too: kinds, rules and sentences of every subject; no database, no node modules. */
export * from "./cases/pure.ts";
export * from "./court/pure.ts";
export * from "./figures/pure.ts";
export { kinds } from "./kinds.generated.ts";
export * from "./sources/pure.ts";
