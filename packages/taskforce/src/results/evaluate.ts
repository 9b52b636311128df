/** Runs a measure in a frame: the total, its pages and its whole list all read one classification, so they cannot disagree. */
import { defineRefusal, type Id } from "@joint-docket/ledger/pure";
import { sql } from "kysely";
import { type Classified, classified, PLACE, type Reader, roomy } from "./classified.ts";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";
import { context } from "./standing.ts";
import type { Reason } from "./words.ts";

export type { Reader } from "./classified.ts";

export interface LeftOut {
  readonly reason: Reason;
  readonly entries: number;
}

export interface Totals {
  readonly value: number;
  /** Entries behind the value; fewer than it where an entry speaks of several people. */
  readonly entries: number;
  /** Cases that those entries belong to. */
  readonly cases: number;
  /** By reason, most entries first. */
  readonly leftOut: readonly LeftOut[];
}

/** An entry as the measure judged it. */
export interface Judged {
  readonly entry: Id;
  readonly kind: string;
  /** How many the entry speaks of. */
  readonly weight: number;
  readonly caseId: Id | null;
  /** Null where it counts. */
  readonly reason: Reason | null;
  /** The entry that explains why it is left out: the one counted instead, the vacatur, the purge. */
  readonly because: Id | null;
}

export interface Page {
  readonly items: readonly Judged[];
  /** The cursor of the next page; null on the last one. */
  readonly next: string | null;
}

export interface PageQuery {
  readonly which: "counted" | "left-out";
  /** Only entries left out for this reason. */
  readonly reason?: Reason | undefined;
  /** `next` of the page before. */
  readonly cursor?: string | undefined;
  /** 1 to 200. */
  readonly limit: number;
}

export const cursorUnknown = defineRefusal({
  code: "cursor-unknown",
  status: 400,
  en: {
    sentence: () => "The cursor does not belong to this list.",
    remedy: () => "Start again from the first page.",
  },
  es: {
    sentence: () => "El cursor no pertenece a esta lista.",
    remedy: () => "Empiece de nuevo desde la primera página.",
  },
});

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const NO_CASE = "\0".repeat(16);

function totalsOf(judged: Classified): Totals {
  let value = 0;
  const entries = new Map<Reason | null, number>();
  const cases = new Set<string>();
  for (let row = 0; row < judged.rows; row++) {
    const reason = judged.reason(row);
    entries.set(reason, (entries.get(reason) ?? 0) + 1);
    if (reason !== null) continue;
    value += judged.weight(row);
    cases.add(judged.caseMark(row));
  }
  cases.delete(NO_CASE);
  return {
    value,
    entries: entries.get(null) ?? 0,
    cases: cases.size,
    leftOut: [...entries]
      .flatMap(([reason, number]) => (reason === null ? [] : [{ reason, entries: number }]))
      .sort((a, b) => b.entries - a.entries || (a.reason < b.reason ? -1 : 1)),
  };
}

/** The value of a measure in a frame, with what stands behind it and what was left out. */
export async function evaluate(reader: Reader, measure: Measure, frame: Frame): Promise<Totals> {
  return totalsOf(await classified(reader, measure, frame));
}

/** The value alone, which is quicker to come by and not kept. */
export async function valueOf(reader: Reader, measure: Measure, frame: Frame): Promise<number> {
  await roomy(reader);
  const { rows } = await sql<{ value: number }>`
    select coalesce(sum(weight), 0)::integer as value from ${measure.classify(frame, "of-counted")} c
     where reason is null`.execute(reader.db);
  return rows[0]?.value ?? 0;
}

interface Row {
  entry: Id;
  kind: string;
  weight: number;
  case_id: Id | null;
  reason: Reason | null;
  because: Id | null;
}

const judged = ({ case_id: caseId, ...row }: Row): Judged => ({ ...row, caseId });

const COLUMNS = sql`entry, kind, weight, case_id, reason, because`;
/** The kinds of entries, by entry. */
async function kindsOf({ db }: Reader, entries: readonly Id[]): Promise<Map<Id, string>> {
  const { rows } = await sql<{ id: Id; kind: string }>`
    select id, kind from ledger.entry where id = any (${entries}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** One page of the entries that count or are left out, in order of when they happened. Refuses `cursor-unknown`. */
export async function page(reader: Reader, measure: Measure, frame: Frame, query: PageQuery): Promise<Page> {
  const { which, reason, cursor, limit } = query;
  const known = await classified(reader, measure, frame);
  const isListed = (row: number) => {
    const found = known.reason(row);
    return which === "counted" ? found === null : reason === undefined ? found !== null : found === reason;
  };
  const after = cursor === undefined ? -1 : UUID.test(cursor) ? known.find(cursor) : -1;
  if (cursor !== undefined && (after < 0 || !isListed(after)))
    throw cursorUnknown({ field: "cursor", value: cursor });
  const rows: number[] = [];
  for (let row = after + 1; row < known.rows && rows.length <= limit; row++)
    if (isListed(row)) rows.push(row);
  const shown = rows.slice(0, limit).map((row) => known.at(row));
  const kinds = await kindsOf(
    reader,
    shown.map(({ entry }) => entry),
  );
  return {
    items: shown.map((one) => ({ ...one, kind: kinds.get(one.entry) as string })),
    next: rows.length > limit ? (shown.at(-1)?.entry ?? null) : null,
  };
}

/** Every candidate entry as the measure judged it, those that count and those left out. */
export async function everything(reader: Reader, measure: Measure, frame: Frame): Promise<readonly Judged[]> {
  await roomy(reader);
  const { rows } = await sql<Row>`select ${COLUMNS} from ${measure.classify(frame, "of-all")} c
    order by ${PLACE}`.execute(reader.db);
  return rows.map(judged);
}

/** Cases known in the frame of which no source says whether they are the task force's. */
export async function casesOfUnknownPopulation({ db }: Reader, frame: Frame): Promise<number> {
  const { rows } = await sql<{ cases: number }>`
    select count(*)::integer as cases from ${context(frame, "criminal_case", ["task_force"])} k
    where k.task_force = 'unknown'`.execute(db);
  return rows[0]?.cases ?? 0;
}
