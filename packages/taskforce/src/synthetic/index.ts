/** The door to synthetic dockets: made up by a program from a seed, and marked so. */
export { announcement } from "./announcement.ts";
export { type PublicClaim, publicClaims } from "./claims.ts";
export { Dice } from "./dice.ts";
export { docket, draftBatches } from "./docket.ts";
export {
  HIGHEST_SEED,
  MOST_ENTRIES,
  readEntries,
  readScenario,
  readSeed,
  type Scenario,
  scenarios,
} from "./refusals.ts";
