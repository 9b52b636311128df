/** The entries of the record as a list, newest first, and one entry with its history. */
import { contentOf, defineRefusal, type Kinds, type Reader } from "@joint-docket/ledger";
import { type RawBuilder, sql } from "kysely";
import { SYNTHETIC } from "../sources/pure.ts";
import { shownBody } from "./inside.ts";
import { type EntryView, selectEntries, type ViewRow, viewsOf } from "./view.ts";

export const entryNotThere = defineRefusal({
  code: "entry-not-there",
  status: 404,
  en: {
    sentence: () => "There is no such entry.",
    remedy: () => "Check the address; entries never change their identifier.",
  },
  es: {
    sentence: () => "No existe ese asiento.",
    remedy: () => "Revise la dirección; los asientos nunca cambian su identificador.",
  },
});

export interface EntryFilter {
  readonly kind?: string | undefined;
  /** About this record. */
  readonly subject?: string | undefined;
  readonly key?: string | undefined;
  /** Citing this source. */
  readonly source?: string | undefined;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** The position to go on from; sealed before it leaves the house. */
  readonly next: number | null;
}

function filterOf({ kind, subject, key, source }: EntryFilter): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (kind !== undefined) conditions.push(sql`e.kind = ${kind}`);
  if (subject !== undefined) conditions.push(sql`e.subject = ${subject}::uuid`);
  if (key !== undefined)
    conditions.push(sql`e.subject in (select subject from ledger.row_key where key = ${key})`);
  if (source !== undefined)
    conditions.push(
      sql`e.id in (select entry from ledger.mention where record = ${source}::uuid and role = 's')`,
    );
  return sql.join(conditions, sql` and `);
}

/** A page of entries at a cut, newest first, from the position `before` down. */
export async function listEntries(
  reader: Reader,
  kinds: Kinds,
  size: number,
  filter: EntryFilter,
  before: number | undefined,
  limit: number,
): Promise<Page<EntryView>> {
  const rows = await selectEntries(
    reader,
    size,
    sql`${filterOf(filter)} and e.seq < ${before ?? size}`,
    sql`e.seq desc limit ${limit + 1}`,
  );
  const shown = rows.slice(0, limit);
  return {
    items: await viewsOf(reader, kinds, shown, size),
    next: rows.length > limit ? (shown.at(-1)?.seq ?? null) : null,
  };
}

export interface EntryPage {
  readonly view: EntryView;
  readonly version: number;
  /** In the current version, without what stays inside; null where it was lawfully emptied. */
  readonly body: unknown;
  /** The entry's own attestation, without its source's date; what a correction starts from. */
  readonly ownAttestedAt: string | null;
  /** The chain of corrections it belongs to, oldest first. */
  readonly history: readonly EntryView[];
  /** The case its record hangs on, if one. */
  readonly belongsTo: {
    readonly case: { readonly id: string; readonly title: string; readonly synthetic: boolean };
  } | null;
  /** Its position; stays inside. */
  readonly seq: number;
}

/** The records that the entries of these records refer to. */
async function namedBy(
  reader: Reader,
  kinds: Kinds,
  size: number,
  records: readonly string[],
): Promise<string[]> {
  const rows = await selectEntries(reader, size, sql`e.subject = any (${records}::uuid[])`, sql`e.seq`);
  const named = rows.flatMap((row) => {
    const content = contentOf(kinds, row);
    return content ? kinds.references(kinds.named(row.kind), content.body).map(({ id }) => id) : [];
  });
  return [...new Set(named)];
}

const HIGHEST = 5;

/** The case that a record is, or refers to directly or through others. */
async function caseAbove(
  reader: Reader,
  kinds: Kinds,
  size: number,
  record: string,
): Promise<EntryPage["belongsTo"]> {
  let records = [record];
  for (let height = 0; records.length > 0 && height < HIGHEST; height++) {
    const { rows } = await sql<{ id: string; title: string; synthetic: boolean }>`
      select subject as id, title, exists (select from docket.source s where s.subject = c.source and s.source_kind = ${SYNTHETIC}) as synthetic
        from docket.criminal_case c where subject = any (${records}::uuid[]) and since < ${size} and (until is null or until >= ${size}) limit 1`.execute(
      reader.db,
    );
    if (rows[0]) return { case: rows[0] };
    records = await namedBy(reader, kinds, size, records);
  }
  return null;
}

async function chainOf(reader: Reader, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with recursive back as (
        select id, replaces, label from ledger.entry where id = ${id}::uuid
        union all select e.id, e.replaces, e.label from back join ledger.entry e on e.label = back.label and e.id = back.replaces),
      forth as (
        select id, label from back
        union select x.by, x.label from forth join ledger.ended x on x.label = forth.label and x.entry = forth.id)
    select id from forth`.execute(reader.db);
  return rows.map((row) => row.id);
}

/** One entry with its history. Refuses `entry-not-there`, whether it is hidden or absent. */
export async function entryPage(reader: Reader, kinds: Kinds, size: number, id: string): Promise<EntryPage> {
  const chain = await chainOf(reader, id);
  const rows = await selectEntries(reader, size, sql`e.id = any (${chain}::uuid[])`, sql`e.seq`);
  const row = rows.find((one): one is ViewRow => one.id === id);
  if (!row) throw entryNotThere({ value: id });
  const views = await viewsOf(reader, kinds, rows, size);
  const content = contentOf(kinds, row);
  return {
    view: views[rows.indexOf(row)] as EntryView,
    version: row.version,
    body: content ? shownBody(kinds.named(row.kind), content.body) : null,
    ownAttestedAt: content?.attestedAt ?? null,
    history: views,
    belongsTo: await caseAbove(reader, kinds, size, row.subject),
    seq: row.seq,
  };
}
