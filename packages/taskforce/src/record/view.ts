/** An entry as a person reads it: what it says, when, who says so, who recorded it, and what became of it. */
import {
  type Certainty,
  type DatePrecision,
  ENTRY_COLUMNS,
  type Entry,
  type EntryRow,
  entryOf,
  type Kinds,
  precisionOf,
  type Reader,
} from "@joint-docket/ledger";
import { type RawBuilder, sql } from "kysely";
import { isSynthetic, SYNTHETIC, sourceDescribed } from "../sources/pure.ts";

export interface Bilingual {
  readonly en: string;
  readonly es: string;
}

export interface SourceLine {
  readonly id: string;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly dated: string | null;
  /** Whether a program made it up, and so everything that cites it. */
  readonly synthetic: boolean;
}

export interface EntryView {
  readonly entry: string;
  readonly kind: string;
  readonly title: Bilingual;
  readonly record: { readonly type: string; readonly id: string };
  /** Null where the entry was lawfully emptied. */
  readonly sentence: Bilingual | null;
  readonly occurred: string | null;
  readonly precision: DatePrecision | null;
  readonly source: SourceLine | null;
  /** Whether it cites, or describes, a source that a program made up. */
  readonly synthetic: boolean;
  /** The entry's own attestation, or its source's date. */
  readonly attestedAt: string | null;
  readonly recordedAt: string;
  readonly actor: string | null;
  readonly agency: string | null;
  readonly certainty: Certainty | null;
  readonly note: string | null;
  readonly reason: string | null;
  readonly state: "standing" | "corrected" | "withdrawn" | "emptied";
  readonly replaces: string | null;
  readonly replacedBy: string | null;
  /** The purge that emptied it. */
  readonly emptiedBy: string | null;
}

export interface ViewRow extends EntryRow {
  readonly ended_by: string | null;
  readonly ended_how: "corrected" | "withdrawn" | null;
  readonly emptied_by: string | null;
}

/** Selects entries with what became of them by the cut; `where` speaks of `e` (entry). */
export async function selectEntries(
  reader: Reader,
  size: number,
  where: RawBuilder<unknown>,
  order: RawBuilder<unknown>,
): Promise<ViewRow[]> {
  const { rows } = await sql<ViewRow>`
    select ${sql.raw(ENTRY_COLUMNS)}, x.by as ended_by, x.how as ended_how, m.by as emptied_by
      from ledger.entry e
      left join ledger.body b on b.label = e.label and b.seq = e.seq
      left join ledger.ended x on x.label = e.label and x.entry = e.id and x.at_seq < ${size}
      left join ledger.emptied m on m.label = e.label and m.entry = e.id
     where e.seq < ${size} and ${where} order by ${order}`.execute(reader.db);
  return rows;
}

/** The sources with these identifiers, as they stood at the cut. */
export async function sourceLines(
  reader: Reader,
  ids: readonly string[],
  size: number,
): Promise<Map<string, SourceLine>> {
  if (ids.length === 0) return new Map();
  const { rows } = await sql<SourceLine>`
    select subject as id, title, publisher, url, dated, source_kind = ${SYNTHETIC} as synthetic from docket.source
     where subject = any (${[...new Set(ids)]}::uuid[]) and since < ${size} and (until is null or until >= ${size})`.execute(
    reader.db,
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function stateOf({ emptied_by, ended_how }: ViewRow): EntryView["state"] {
  return emptied_by !== null ? "emptied" : (ended_how ?? "standing");
}

/** The source that an entry describes, where it describes one. */
function sourceIn(entry: Entry | undefined): { readonly sourceKind: string } | undefined {
  return entry?.kind === sourceDescribed.kind ? (entry.body as { readonly sourceKind: string }) : undefined;
}

function viewOf(
  kinds: Kinds,
  row: ViewRow,
  entry: Entry | undefined,
  sources: ReadonlyMap<string, SourceLine>,
): EntryView {
  const kind = kinds.named(row.kind);
  const source = entry?.source === undefined ? null : (sources.get(entry.source) ?? null);
  return {
    entry: row.id,
    kind: row.kind,
    title: kind.title,
    record: { type: kind.record, id: row.subject },
    sentence: entry ? { en: kind.sentence.en(entry), es: kind.sentence.es(entry) } : null,
    occurred: entry?.occurred ?? null,
    precision: entry?.occurred === undefined ? null : precisionOf(entry.occurred),
    source,
    synthetic: source?.synthetic === true || isSynthetic(sourceIn(entry)),
    attestedAt: entry?.attestedAt ?? source?.dated ?? null,
    recordedAt: row.recorded_at,
    actor: entry?.actor ?? null,
    agency: entry?.agency ?? null,
    certainty: entry ? (entry.certainty ?? "stated") : null,
    note: entry?.note ?? null,
    reason: entry?.reason ?? null,
    state: stateOf(row),
    replaces: row.replaces,
    replacedBy: row.ended_by,
    emptiedBy: row.emptied_by,
  };
}

/** Rows as views, with their sources as they stood at the cut. */
export async function viewsOf(
  reader: Reader,
  kinds: Kinds,
  rows: readonly ViewRow[],
  size: number,
): Promise<EntryView[]> {
  const entries = rows.map((row) => entryOf(kinds, row));
  const sources = await sourceLines(
    reader,
    entries.flatMap((entry) => (entry?.source === undefined ? [] : [entry.source])),
    size,
  );
  return rows.map((row, index) => viewOf(kinds, row, entries[index], sources));
}
