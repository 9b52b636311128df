/** Runs a measure in a frame: the total, its pages and its whole list all read one classification, so they cannot disagree. */
import { isId, defineRefusal, type Id } from "@joint-docket/ledger/pure";
import { sql } from "kysely";
import { type Breakdown, isIn, type Place } from "./breakdowns.ts";
import { classified, type Reader, roomy } from "./classified.ts";
import type { Frame } from "./frame.ts";
import { baseYearWithoutData, type Measure } from "./measures/index.ts";
import { PLACE } from "./packed.ts";
import { context } from "./standing.ts";
import { type Group, groupsOf, type Outcome, outcomeOf, type Totals } from "./totals.ts";
import type { Reason } from "./words.ts";

export type { Reader } from "./classified.ts";
export type { Group, LeftOut, Outcome, Ratio, Sum, Totals } from "./totals.ts";

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
  /** Of a share or of growth: whether it is of the part or the later year; null of any other measure. */
  readonly isPart: boolean | null;
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
  /** Only those of one group of a break-down. */
  readonly of?: Place | undefined;
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

export const shareOfNothing = defineRefusal({
  code: "share-of-nothing",
  status: 422,
  en: {
    sentence: () => "Nothing is counted that this could be a share of.",
    remedy: () => "Look at what was left out and why, or choose another period.",
  },
  es: {
    sentence: () => "No se cuenta nada de lo que esto pudiera ser una proporción.",
    remedy: () => "Mire qué se excluyó y por qué, o elija otro período.",
  },
});

/** What a measure comes to in a frame, with what stands behind it and what was left out; a percentage of nothing is null. */
export async function outcome(reader: Reader, measure: Measure, frame: Frame): Promise<Outcome> {
  return outcomeOf(await classified(reader, measure, frame), measure);
}

/** The same of a figure that there must be. Refuses `base-year-without-data` and `share-of-nothing`. */
export async function evaluate(reader: Reader, measure: Measure, frame: Frame): Promise<Totals> {
  const found = await outcome(reader, measure, frame);
  const { value } = found;
  if (value !== null) return { ...found, value };
  const { name, grows } = measure;
  throw grows === undefined
    ? shareOfNothing({ field: "measure", value: name })
    : baseYearWithoutData({ year: grows.base, field: "baseYear", value: grows.base });
}

/**
 * The same value broken down, one group for each combination that occurs, in order; of the same rows, so that a break-down
 * of a count always adds up to it. Refuses `breakdown-not-of-measure`.
 */
export async function brokenDown(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  by: readonly Breakdown[],
): Promise<readonly Group[]> {
  return groupsOf(await classified(reader, measure, frame), measure, by);
}

/** The value of a measure that counts, alone, which is quicker to come by and not kept. */
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
  in_part: boolean | null;
}

const judged = ({ case_id: caseId, in_part: isPart, ...row }: Row): Judged => ({ ...row, caseId, isPart });

const COLUMNS = sql`entry, kind, weight, case_id, reason, because, in_part`;

/** The kinds of entries, by entry. */
async function kindsOf({ db }: Reader, entries: readonly Id[]): Promise<Map<Id, string>> {
  const { rows } = await sql<{ id: Id; kind: string }>`
    select id, kind from ledger.entry where id = any (${entries}::uuid[])`.execute(db);
  return new Map(rows.map(({ id, kind }) => [id, kind]));
}

/** One page of the entries that count or are left out, in order of when they happened. Refuses `cursor-unknown`. */
export async function page(reader: Reader, measure: Measure, frame: Frame, query: PageQuery): Promise<Page> {
  const { which, reason, of, cursor, limit } = query;
  const known = await classified(reader, measure, frame);
  const isListed = (row: number) => {
    const found = known.reason(row);
    const isWanted =
      which === "counted" ? found === null : reason === undefined ? found !== null : found === reason;
    return isWanted && (of === undefined || isIn(known, row, of));
  };
  const after = cursor === undefined ? -1 : isId(cursor) ? known.find(cursor) : -1;
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
