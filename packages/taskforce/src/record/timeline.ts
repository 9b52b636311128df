/** Everything the record says about a record and what hangs on it, in the order it happened. */
import { type Kinds, type Reader, tryBounds } from "@joint-docket/ledger";
import { sql } from "kysely";
import { type Known, knownRows } from "./known.ts";
import { type EntryView, selectEntries, viewsOf } from "./view.ts";

const DEEPEST = 8;

/** The entries about these records, and about every record that refers to them, directly or through another. */
export async function belongingTo(reader: Reader, roots: readonly string[], size: number): Promise<string[]> {
  const entries = new Set<string>();
  const records = new Set(roots);
  let frontier = [...roots];
  for (let depth = 0; frontier.length > 0 && depth < DEEPEST; depth++) {
    const { rows } = await sql<{ entry: string; subject: string }>`
      select m.entry, e.subject from ledger.mention m join ledger.entry e on e.label = m.label and e.id = m.entry
       where m.record = any (${frontier}::uuid[]) and m.role in ('a', 'n') and m.seq < ${size}`.execute(
      reader.db,
    );
    for (const { entry } of rows) entries.add(entry);
    frontier = [...new Set(rows.map(({ subject }) => subject))].filter((subject) => !records.has(subject));
    for (const subject of frontier) records.add(subject);
  }
  return [...entries];
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
  const ids = await belongingTo(reader, [record], known.size);
  const rows = await selectEntries(reader, known.size, sql`e.id = any (${ids}::uuid[])`, sql`e.seq`);
  const shown = (await knownRows(reader, kinds, rows, known)).map(({ row }) => row);
  const views = await viewsOf(reader, kinds, shown);
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
