/** The door to figures that others have reported. */
export * from "./pure.ts";
