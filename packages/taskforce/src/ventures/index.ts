/** The door to ventures: smuggling events and courses of conduct, with what made them worse. */
export * from "./pure.ts";
