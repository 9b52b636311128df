/** The records that hang on a record, each with its entries that stood as known, for pages that fold them. */
import { type Entry, entryOf, type Kinds, type Reader, type StandingRecord } from "@joint-docket/ledger";
import { sql } from "kysely";
import { type Known, knownRows } from "./known.ts";
import { belongingTo } from "./timeline.ts";
import { selectEntries } from "./view.ts";

/** Every standing record that belongs to one of these, and these themselves. */
export async function standingRecords(
  reader: Reader,
  kinds: Kinds,
  roots: readonly string[],
  known: Known,
): Promise<StandingRecord[]> {
  const places = await belongingTo(reader, roots, known.size);
  const rows = await selectEntries(reader, known.size, sql`e.seq = any (${places}::bigint[])`, sql`e.seq`);
  const bySubject = new Map<string, Entry[]>();
  for (const { row, stands } of await knownRows(reader, kinds, rows, known)) {
    const entry = stands ? entryOf(kinds, row) : undefined;
    if (!entry) continue;
    const entries = bySubject.get(entry.subject);
    if (entries) entries.push(entry);
    else bySubject.set(entry.subject, [entry]);
  }
  return [...bySubject].flatMap(([id, entries]) => {
    const opening = entries.find(({ kind }) => kinds.named(kind).opens);
    return opening ? [{ id, type: kinds.named(opening.kind).record, entries }] : [];
  });
}
