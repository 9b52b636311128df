/** The door of the witness: running one, asking one, and reading what one kept. */
export { askWitness, type WitnessAnswer } from "./ask.ts";
export { readWitnessFile, type WitnessedCheckpoint } from "./file.ts";
export type { Submission } from "./judge.ts";
export { startWitness, type Witness, type WitnessOptions } from "./server.ts";
