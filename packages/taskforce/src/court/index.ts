/** The door to what happens to a defendant: arrest, counts, dispositions, sentences. */
export * from "./pure.ts";
