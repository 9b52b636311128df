/** The door to results for whatever must also run in the browser: frames, words, claims and the rules between them. */
export * from "./claims.ts";
export * from "./contradictions.ts";
export * from "./frame.ts";
export * from "./words.ts";
