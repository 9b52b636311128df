/** The door of what the address says. */
export * from "./frame.ts";
