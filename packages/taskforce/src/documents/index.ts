/** The door to documents: references to papers that are kept elsewhere. */
export * from "./pure.ts";
