/** The door to extraditions for whatever must also run in the browser. */
export { type ExtraditionDecided, extraditionDecided } from "./kinds/extradition-decided.ts";
export { type ExtraditionRequested, extraditionRequested } from "./kinds/extradition-requested.ts";
export { type ExtraditionSurrendered, extraditionSurrendered } from "./kinds/extradition-surrendered.ts";
export {
  decisionsOf,
  type ExtraditionStep,
  extraditionStep,
  extraditionSteps,
  requestOf,
  surrendersOf,
} from "./standing.ts";
