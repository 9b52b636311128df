/** The door to organizations: who holds which role in them, who is a target, and what is linked with what. */
export * from "./pure.ts";
