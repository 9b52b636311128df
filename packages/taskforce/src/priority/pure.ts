/** The door to priority for whatever must also run in the browser. */
export { type Factor, factors } from "./factors.ts";
export { factsOf, LEADING, type Leading } from "./facts.ts";
export { type Fact, judge, type Level, type Priority, type PriorityReason } from "./judge.ts";
export { levels, type PriorityAdopted, priorityAdopted } from "./kinds/priority-adopted.ts";
export { OURS, type Policy, policyOn } from "./policy.ts";
