/** Runs a measure in a frame: the total, its pages and its whole list all read one classification, so they cannot disagree. */
import { defineRefusal, type Id } from "@joint-docket/ledger/pure";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";
import { context } from "./standing.ts";
import type { Reason } from "./words.ts";

/** The part of the ledger's reader that results need: one snapshot with the actor's labels set. */
export interface Reader {
  readonly db: Kysely<unknown>;
}

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

// Uuids reach PostgreSQL as parameters; anything else would be refused there with a less helpful sentence.
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * Lets the hash joins of this transaction keep a large docket in memory; a small one takes no more than before.
 * Compiling costs more than it gains in statements this short.
 */
async function roomy({ db }: Reader): Promise<void> {
  await sql`select set_config('work_mem', '48MB', true), set_config('jit', 'off', true)`.execute(db);
}

/** The value of a measure in a frame, with what stands behind it and what was left out. */
export async function evaluate(reader: Reader, measure: Measure, frame: Frame): Promise<Totals> {
  await roomy(reader);
  const { rows } = await sql<{ reason: Reason | null; entries: number; weight: number; cases: number }>`
    with by_case as materialized (
      select reason, case_id, count(*) as entries, sum(weight) as weight
      from (select reason, weight, case when reason is null then case_id end as case_id from ${measure.classify(frame, "of-counted")} c) judged
      group by reason, case_id)
    select reason, sum(entries)::integer as entries, sum(weight)::integer as weight, count(case_id)::integer as cases
    from by_case group by reason order by 2 desc, 1`.execute(reader.db);
  const counted = rows.find(({ reason }) => reason === null);
  return {
    value: counted?.weight ?? 0,
    entries: counted?.entries ?? 0,
    cases: counted?.cases ?? 0,
    leftOut: rows.flatMap(({ reason, entries }) => (reason === null ? [] : [{ reason, entries }])),
  };
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
/** Earliest possible day first, undated last, then as recorded. */
const PLACE = sql`coalesce(occurred_from, 'infinity'), since`;

function wanted({ which, reason }: Pick<PageQuery, "which" | "reason">): RawBuilder<unknown> {
  if (which === "counted") return sql`reason is null`;
  return reason === undefined ? sql`reason is not null` : sql`reason = ${reason}`;
}

/** One page of the entries that count or are left out, in order of when they happened. Refuses `cursor-unknown`. */
export async function page(reader: Reader, measure: Measure, frame: Frame, query: PageQuery): Promise<Page> {
  const { cursor, limit } = query;
  if (cursor !== undefined && !UUID.test(cursor)) throw cursorUnknown({ field: "cursor", value: cursor });
  await roomy(reader);
  const after =
    cursor === undefined
      ? sql``
      : sql`where (${PLACE}) > (select ${PLACE} from listed where entry = ${cursor})`;
  const found = cursor === undefined ? sql`true` : sql`exists (select from listed where entry = ${cursor})`;
  const { rows } = await sql<Row & { found: boolean }>`
    with listed as (select * from ${measure.classify(frame, "of-all")} c where ${wanted(query)}),
         paged as (select * from listed ${after} order by ${PLACE} limit ${limit + 1})
    select f.found, p.* from (select ${found} as found) f
      left join (select ${COLUMNS}, row_number() over (order by ${PLACE}) as place from paged) p on true order by p.place`.execute(
    reader.db,
  );
  if (rows[0]?.found === false) throw cursorUnknown({ field: "cursor", value: cursor });
  const items = rows
    .filter((row) => row.entry !== null)
    .map(({ entry, kind, weight, case_id, reason, because }) =>
      judged({ entry, kind, weight, case_id, reason, because }),
    );
  const more = items.length > limit;
  return { items: items.slice(0, limit), next: more ? (items[limit - 1]?.entry ?? null) : null };
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
