/** Who may do what. */
export { type Decision, decide, gate, localOperator, notPermitted, publicRecordLoader } from "./decide.ts";
