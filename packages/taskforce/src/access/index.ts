/** Who may do what. */
export * from "./pure.ts";
export { type Decision, decide, gate, localOperator, notPermitted, publicRecordLoader } from "./decide.ts";
