/** The door to cases and the defendants in them. */
export * from "./pure.ts";
