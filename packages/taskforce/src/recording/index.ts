/** Recording by hand: acts of several entries, what they would record, and the records that they can name. */
export { type ActDraft, actDraft, LONGEST_ACT, resolved } from "./act.ts";
export { type Judgment, judge, type Misfit } from "./judge.ts";
export type { RecordState } from "./names.ts";
export { listRecords, recordLine, type RecordLine, recordNotThere, type RecordPage } from "./records.ts";
