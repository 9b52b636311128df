/** The ledger's door: an append-only record on PostgreSQL, its proofs, and the embedded server. */
export { type Appended, type BatchResult, idempotencyKeyReused, type Outcome } from "./append/append.ts";
export type { CheckpointClock, WitnessAddress, WitnessState } from "./checkpoints.ts";
export type { Cut } from "./cut.ts";
export { fsyncDirectory } from "./durable.ts";
export { type Embedded, openEmbedded } from "./embedded/index.ts";
export type { Gate, GateFacts, Verb } from "./gate.ts";
export { importLedger, type KeptCheckpoint, type Ledger, type OpenOptions, openLedger } from "./open.ts";
export * from "./proof/index.ts";
export type { Rebuilt } from "./projections/rebuild.ts";
export * from "./pure.ts";
export { contentOf, ENTRY_COLUMNS, type EntryRow, entryOf, headerOf } from "./rows.ts";
export { seal, unseal } from "./sealed.ts";
export { openSecrets, type Secrets } from "./secrets.ts";
export { asRefusal, diskFull, serverFault } from "./store/connect.ts";
export type { Reader } from "./store/read.ts";
export type { Problem, Verification, Witnessed } from "./verify.ts";
