/** The door of the workbench to the server. */
export * from "./ask.ts";
export * as queries from "./queries.ts";
export type { CaseFilters, EntryFilters, RoomFilters } from "./queries.ts";
export * from "./shapes/index.ts";
