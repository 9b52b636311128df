/** The door for what the browser may use too: kinds, rules and sentences of every subject; no database, no node modules. */
export * from "./assets/pure.ts";
export * from "./cases/pure.ts";
export * from "./court/pure.ts";
export * from "./documents/pure.ts";
export * from "./extradition/pure.ts";
export * from "./figures/pure.ts";
export { kinds } from "./kinds.generated.ts";
export * from "./organizations/pure.ts";
export * from "./priority/pure.ts";
export * from "./published/pure.ts";
export * from "./sources/pure.ts";
export * from "./ventures/pure.ts";
