/** The door to sources: who said what, where and when. */
export * from "./pure.ts";
