/** Everything the record says about a record and what hangs on it, in the order it happened. */
import { type Kinds, type Reader, tryBounds } from "@joint-docket/ledger";
import { sql } from "kysely";
import { type Known, knownRows } from "./known.ts";
import { type EntryView, selectEntries, viewsOf } from "./view.ts";

/** Which records a page reads. */
export interface Wanted {
  /** These, and every record that refers to one of them, directly or through another. */
  readonly whole?: readonly string[];
  /** These alone, such as the case that an asset on its own page belongs to. */
  readonly alone?: readonly string[];
}

/** The positions of the entries about the records wanted. */
export async function placesOf(
  reader: Reader,
  { whole = [], alone = [] }: Wanted,
  size: number,
): Promise<number[]> {
  const { rows } = await sql<{ seq: number }>`
    with recursive belonging (record) as (
        select record from unnest(${whole}::uuid[]) as r (record)
        union
        select e.subject from belonging b
          join ledger.mention m on m.record = b.record and m.role = 'n' and m.seq < ${size}
          join ledger.entry e on e.seq = m.seq)
    select e.seq from ledger.entry e where e.seq < ${size}
       and e.subject = any (array(select record from belonging union select unnest(${alone}::uuid[])))`.execute(
    reader.db,
  );
  return rows.map(({ seq }) => seq);
}

function when({ occurred, attestedAt }: EntryView): string {
  // What has no date of its own stands last, in the order it was learned.
  return (occurred && tryBounds(occurred)?.from) ?? (attestedAt ? `9998${attestedAt}` : "9999");
}

/** The timeline of a record as known: by when things happened, undated last; a correction stands right after what it replaces. */
export async function timelineOf(
  reader: Reader,
  kinds: Kinds,
  record: string,
  known: Known,
): Promise<EntryView[]> {
  const places = await placesOf(reader, { whole: [record] }, known.size);
  const rows = await selectEntries(reader, known.size, sql`e.seq = any (${places}::bigint[])`, sql`e.seq`);
  const shown = (await knownRows(reader, kinds, rows, known)).map(({ row }) => row);
  const views = await viewsOf(reader, kinds, shown, known.size);
  const there = new Set(views.map(({ entry }) => entry));
  const heads = views.filter(({ replaces }) => replaces === null || !there.has(replaces));
  const following = new Map(
    views.flatMap((view) => (view.replaces === null ? [] : [[view.replaces, view] as const])),
  );
  const withCorrections = (view: EntryView): EntryView[] => {
    const next = following.get(view.entry);
    return next ? [view, ...withCorrections(next)] : [view];
  };
  return heads
    .map((head, position) => ({ head, position }))
    .sort((a, b) => when(a.head).localeCompare(when(b.head)) || a.position - b.position)
    .flatMap(({ head }) => withCorrections(head));
}
