/** What the ledger knows of rows by their keys: which records they opened, and everything they ever said. */
import type { Entry, Kinds, Reader } from "@joint-docket/ledger";
import { ENTRY_COLUMNS, type EntryRow, entryOf } from "@joint-docket/ledger";
import { sql } from "kysely";

export interface KnownRow {
  readonly subject: string;
  /** Every entry of the row's chain, oldest first. */
  readonly entries: readonly Entry[];
  /** The one that stands, if the row was not withdrawn or emptied. */
  readonly standing: Entry | undefined;
}

/** The records that these keys opened or spoke of. */
export async function subjectsOf(reader: Reader, keys: readonly string[]): Promise<Map<string, string>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<{ key: string; subject: string }>`
    select key, subject from ledger.row_key where key = any (${keys}::text[])`.execute(reader.db);
  return new Map(rows.map(({ key, subject }) => [key, subject]));
}

/** The rows with these keys, as the ledger holds them. */
export async function knownRows(
  reader: Reader,
  kinds: Kinds,
  subjects: ReadonlyMap<string, string>,
): Promise<Map<string, KnownRow>> {
  if (subjects.size === 0) return new Map();
  const { rows } = await sql<EntryRow & { ended: boolean }>`
    select ${sql.raw(ENTRY_COLUMNS)}, x.entry is not null as ended
      from ledger.entry e
      join ledger.body b on b.label = e.label and b.seq = e.seq
      left join ledger.ended x on x.label = e.label and x.entry = e.id
     where e.subject = any (${[...new Set(subjects.values())]}::uuid[])
     order by e.seq`.execute(reader.db);
  const found = new Map<string, { subject: string; entries: Entry[]; standing: Entry | undefined }>();
  for (const row of rows) {
    const entry = entryOf(kinds, row);
    if (entry?.key === undefined || subjects.get(entry.key) !== entry.subject) continue;
    const known = found.get(entry.key) ?? { subject: entry.subject, entries: [], standing: undefined };
    known.entries.push(entry);
    if (!row.ended) known.standing = entry;
    found.set(entry.key, known);
  }
  return found;
}
