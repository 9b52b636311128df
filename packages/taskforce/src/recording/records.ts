/** The records that somebody recording by hand can name: found by type, by what they belong to, or by words. */
import {
  defineRefusal,
  type Entry,
  type Id,
  type Kinds,
  type Reader,
  type Standing,
  type StandingRecord,
} from "@joint-docket/ledger";
import { sql } from "kysely";
import { caseOfDefendant } from "../cases/pure.ts";
import { amongst } from "../docket/index.ts";
import { standingRecords } from "../record/index.ts";
import { nameOf, type Named } from "./names.ts";

export interface RecordLine extends Named {
  readonly id: Id;
  readonly type: string;
  /** The entry that opened it, as it stands. */
  readonly entry: Id;
  /** What it belongs to, as far as its own opening says: by type of record. */
  readonly belongsTo: Readonly<Record<string, Id>>;
}

export interface RecordQuery {
  readonly type: string;
  /** Only records that belong to this one, directly or through others. */
  readonly within?: Id | undefined;
  /** Words that all occur in its name. */
  readonly q?: string | undefined;
}

export const recordNotThere = defineRefusal({
  code: "record-not-there",
  status: 404,
  en: { sentence: () => "There is no such record.", remedy: () => "Choose one from the list." },
  es: { sentence: () => "No existe ese registro.", remedy: () => "Elija uno de la lista." },
});

const recordTypeUnknown = defineRefusal<{ type: string }>({
  code: "record-type-unknown",
  status: 422,
  en: {
    sentence: ({ type }) => `No kind of entry opens a record of the type “${type}”.`,
    remedy: () => "See the types of records under /api/kinds.",
  },
  es: {
    sentence: ({ type }) => `Ninguna clase de asiento abre un registro del tipo «${type}».`,
    remedy: () => "Vea los tipos de registro en /api/kinds.",
  },
});

const searchNeedsScope = defineRefusal<{ type: string }>({
  code: "search-needs-scope",
  status: 422,
  en: {
    sentence: ({ type }) => `A ${type} is searched for within the record it belongs to.`,
    remedy: () => "Name that record, such as the case, as `within`.",
  },
  es: {
    sentence: ({ type }) => `Un registro del tipo ${type} se busca dentro del registro al que pertenece.`,
    remedy: () => "Indique ese registro, como el caso, en `within`.",
  },
});

/** The types that are searched for in the whole record, with the column of their table that holds their name. */
const SEARCHED: Readonly<Record<string, { table: string; column: string }>> = {
  case: { table: "criminal_case", column: "title" },
  source: { table: "source", column: "title" },
  organization: { table: "organization", column: "name" },
};

/** Texts that all occur, as `ilike` asks for them. */
function likeWords(q: string): string[] {
  return q
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`);
}

export interface RecordPage {
  readonly items: readonly RecordLine[];
  /** The position to go on from; sealed before it leaves the house. */
  readonly next: number | null;
}

interface Found {
  readonly subject: Id;
  readonly seq: number;
}

/** The newest records of the type that a kind opens, from the position `before` down. */
async function newest(
  reader: Reader,
  opening: string,
  before: number,
  limit: number,
): Promise<readonly Found[]> {
  const { rows } = await sql<Found>`
    select e.subject, e.seq from ledger.entry e
     where e.kind = ${opening} and e.seq < ${before}
       and not exists (select from ledger.ended x where x.label = e.label and x.entry = e.id)
       and exists (select from ledger.body b where b.label = e.label and b.seq = e.seq)
     order by e.seq desc limit ${limit + 1}`.execute(reader.db);
  return rows;
}

/** The newest records whose name holds every word. */
async function searched(
  reader: Reader,
  { table, column }: { table: string; column: string },
  q: string,
  before: number,
  limit: number,
): Promise<readonly Found[]> {
  const name = sql.ref(column);
  const words = sql.join([sql`true`, ...likeWords(q).map((word) => sql`${name} ilike ${word}`)], sql` and `);
  const { rows } = await sql<Found>`
    select subject, since as seq from ${sql.table(`docket.${table}`)}
     where until is null and since < ${before} and ${words}
     order by since desc limit ${limit + 1}`.execute(reader.db);
  return rows;
}

/** What the opening of a record says it belongs to, by type of record; of a defendant's, the case as well. */
function belongings(kinds: Kinds, opening: Entry, standing: Standing): Record<string, Id> {
  const own = kinds
    .references(kinds.named(opening.kind), opening.body)
    .filter(({ field }) => /^\w+$/.test(field))
    .map(({ record, id }) => [record, id] as const);
  const belongsTo = Object.fromEntries(own);
  const defendant = belongsTo.defendant;
  const its = defendant === undefined ? undefined : caseOfDefendant(standing.record(defendant));
  return its === undefined ? belongsTo : { case: its, ...belongsTo };
}

function lineOf(kinds: Kinds, record: StandingRecord, standing: Standing): RecordLine | undefined {
  const opening = record.entries.find(({ kind }) => kinds.named(kind).opens);
  const named = nameOf(kinds, record, standing);
  if (!opening || !named) return undefined;
  const belongsTo = belongings(kinds, opening, standing);
  return { id: record.id, type: record.type, entry: opening.id, belongsTo, ...named };
}

/** By number where counts have one, as people read them out. */
const inOrder = (a: RecordLine, b: RecordLine) =>
  a.type === "count" && b.type === "count" ? a.en.name.localeCompare(b.en.name, "en", { numeric: true }) : 0;

/** Every record of the type that belongs to `within`, in the order in which they were recorded. */
async function belonging(
  reader: Reader,
  kinds: Kinds,
  size: number,
  { type, within, q = "" }: RecordQuery & { readonly within: Id },
): Promise<RecordLine[]> {
  const known = { size, attestedBy: null };
  const records = await standingRecords(reader, kinds, { whole: [within] }, known);
  const standing = amongst(records);
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  return records
    .filter((record) => record.type === type && record.id !== within)
    .flatMap((record) => lineOf(kinds, record, standing) ?? [])
    .filter(({ en, es }) => {
      const text = [en.name, en.detail, es.name, es.detail].join(" ").toLowerCase();
      return words.every((word) => text.includes(word));
    })
    .sort(inOrder);
}

/** These records as lines, in the order given; with the records that say what they belong to and how they stand. */
async function linesOf(
  reader: Reader,
  kinds: Kinds,
  size: number,
  ids: readonly Id[],
): Promise<RecordLine[]> {
  const known = { size, attestedBy: null };
  const records = await standingRecords(reader, kinds, { alone: ids }, known);
  const around = new Set<Id>();
  for (const { entries } of records)
    for (const { kind, body } of entries)
      for (const { id } of kinds.references(kinds.named(kind), body)) around.add(id);
  const counts = records.filter(({ type }) => type === "count").map(({ id }) => id);
  const others = await standingRecords(reader, kinds, { alone: [...around], whole: counts }, known);
  const all = new Map([...others, ...records].map((record) => [record.id, record]));
  const standing = amongst([...all.values()]);
  return ids.flatMap((id) => {
    const record = all.get(id);
    return (record && lineOf(kinds, record, standing)) ?? [];
  });
}

/**
 * A page of the records of a type: those that belong to a record, all on one page; or the newest, from the position
 * `before` down. Refuses `record-type-unknown`, `search-needs-scope`.
 */
export async function listRecords(
  reader: Reader,
  kinds: Kinds,
  size: number,
  query: RecordQuery,
  before: number | undefined,
  limit: number,
): Promise<RecordPage> {
  const { type, within, q = "" } = query;
  const opening = kinds.all.find((kind) => kind.opens && kind.record === type)?.kind;
  if (opening === undefined) throw recordTypeUnknown({ type, field: "type", value: type });
  if (within !== undefined)
    return { items: await belonging(reader, kinds, size, { ...query, within }), next: null };
  const place = SEARCHED[type];
  if (q.trim() !== "" && !place) throw searchNeedsScope({ type, field: "within", value: undefined });
  const from = before ?? size;
  const found =
    place && q.trim() !== ""
      ? await searched(reader, place, q, from, limit)
      : await newest(reader, opening, from, limit);
  const shown = found.slice(0, limit);
  const items = await linesOf(
    reader,
    kinds,
    size,
    shown.map(({ subject }) => subject),
  );
  return { items, next: found.length > limit ? (shown.at(-1)?.seq ?? null) : null };
}

/** One record by itself. Refuses `record-not-there`, whether it is hidden, absent or no longer stands. */
export async function recordLine(reader: Reader, kinds: Kinds, size: number, id: Id): Promise<RecordLine> {
  const [line] = await linesOf(reader, kinds, size, [id]);
  if (!line) throw recordNotThere({ value: id });
  return line;
}
