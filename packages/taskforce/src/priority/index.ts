/** The door to priority: which cases come first, by a policy that is itself an entry, with the reasons. */
export * from "./pure.ts";
