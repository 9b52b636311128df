/** The door to extraditions, step by step: requested, decided, surrendered. */
export * from "./pure.ts";
