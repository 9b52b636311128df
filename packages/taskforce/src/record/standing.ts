/** The records that hang on a record, each with its entries that stood as known, for pages that fold them. */
import { type Entry, entryOf, type Kinds, type Reader, type StandingRecord } from "@joint-docket/ledger";
import { sql } from "kysely";
import { type Known, knownRows } from "./known.ts";
import { placesOf, type Wanted } from "./timeline.ts";
import { selectEntries } from "./view.ts";

export interface KnownRecord extends StandingRecord {
  /** No dated source had stated its opening: it is there because what was stated presupposes it. */
  readonly presupposed: boolean;
}

/** Every record wanted that stood as known, each with its standing entries. */
export async function standingRecords(
  reader: Reader,
  kinds: Kinds,
  wanted: Wanted,
  known: Known,
): Promise<KnownRecord[]> {
  const places = await placesOf(reader, wanted, known.size);
  const rows = await selectEntries(reader, known.size, sql`e.seq = any (${places}::bigint[])`, sql`e.seq`);
  const bySubject = new Map<string, Entry[]>();
  const presupposing = new Set<string>();
  for (const { row, stands, presupposed } of await knownRows(reader, kinds, rows, known)) {
    const entry = stands ? entryOf(kinds, row) : undefined;
    if (!entry) continue;
    if (presupposed) presupposing.add(entry.id);
    const entries = bySubject.get(entry.subject);
    if (entries) entries.push(entry);
    else bySubject.set(entry.subject, [entry]);
  }
  return [...bySubject].flatMap(([id, entries]) => {
    const opening = entries.find(({ kind }) => kinds.named(kind).opens);
    if (!opening) return [];
    const { record: type } = kinds.named(opening.kind);
    return [{ id, type, entries, presupposed: presupposing.has(opening.id) }];
  });
}
