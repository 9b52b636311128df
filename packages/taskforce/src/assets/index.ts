/** The door to assets: seized, claimed, forfeited, and what was realized from them. */
export * from "./pure.ts";
