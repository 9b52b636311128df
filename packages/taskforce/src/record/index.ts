/** The record as people read it: entries, timelines, sources. */
export { firstActor } from "./beginning.ts";
export {
  type EntryFilter,
  type EntryPage,
  entryNotThere,
  entryPage,
  listEntries,
  type Page,
} from "./entries.ts";
export type { Known } from "./known.ts";
export { entryViews } from "./judged.ts";
export { type KnownRecord, standingRecords } from "./standing.ts";
export { holdsSynthetic, syntheticCases, syntheticOf } from "./synthetic.ts";
export { timelineOf, type Wanted } from "./timeline.ts";
export { type Bilingual, type EntryView, type SourceLine, sourceLines } from "./view.ts";
