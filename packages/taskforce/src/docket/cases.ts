/** The list of cases one may see, with its filters, and the page of one case. */
import { type Cut, defineRefusal, type Kinds, type Ledger, type Reader } from "@joint-docket/ledger";
import { type RawBuilder, sql } from "kysely";
import {
  type EntryView,
  type Known,
  type SourceLine,
  sourceLines,
  standingRecords,
  timelineOf,
} from "../record/index.ts";
import { type FrameQuery, framed, standingRows } from "../results/index.ts";
import { type CaseStanding, caseStandings, tallyOf } from "./case-standing.ts";

export const caseNotThere = defineRefusal({
  code: "case-not-there",
  status: 404,
  en: {
    sentence: () => "There is no such case.",
    remedy: () => "Check the address, or find the case in the list.",
  },
  es: {
    sentence: () => "No existe ese caso.",
    remedy: () => "Revise la dirección o busque el caso en la lista.",
  },
});

export const sorts = ["announced", "title", "district"] as const;
export type CaseSort = (typeof sorts)[number];

export interface CaseFilter {
  readonly district?: string | undefined;
  readonly taskForce?: string | undefined;
  readonly status?: string | undefined;
  /** Words that all occur in the title or summary. */
  readonly q?: string | undefined;
}

export interface CaseRow {
  readonly id: string;
  readonly entry: string;
  readonly title: string;
  readonly district: string | null;
  readonly taskForce: string;
  readonly status: string | null;
  readonly offense: string | null;
  readonly announced: string | null;
  readonly deaths: number | null;
  readonly peopleSmuggled: number | null;
  readonly peopleQualifier: string | null;
  readonly defendants: number;
  readonly convicted: number;
  readonly sentenced: number;
}

interface ListedRow extends Omit<CaseRow, "defendants" | "convicted" | "sentenced"> {
  readonly sortKey: string;
}

/** Where a page of the list ended: the sort key and identifier of its last row. */
export interface CaseCursor {
  readonly key: string;
  readonly id: string;
}

/** The columns of a case that lists show, sort and filter by. */
const COLUMNS = [
  "title",
  "district",
  "task_force",
  "status",
  "summary",
  "offense",
  "announced",
  "announced_to",
  "deaths",
  "people_smuggled",
  "people_qualifier",
];

/** The cases that stood as known; where dated sources are asked, those that one had stated by then. */
function casesKnown({ size, attestedBy }: Known): RawBuilder<unknown> {
  if (attestedBy === null)
    return sql`(select * from docket.criminal_case where since < ${size} and (until is null or until >= ${size}))`;
  const frame = { size, basis: "attested", knownOn: attestedBy, since: null, population: "record" } as const;
  return sql`(select * from ${standingRows(frame, "criminal_case", COLUMNS)} k where state = 'stands')`;
}

function likeWord(word: string): string {
  return `%${word.replaceAll(/[\\%_]/g, "\\$&")}%`;
}

function filterOf({ district, taskForce, status, q }: CaseFilter): RawBuilder<unknown> {
  const conditions = [sql`true`];
  if (district !== undefined) conditions.push(sql`district = ${district}`);
  if (taskForce !== undefined) conditions.push(sql`task_force = ${taskForce}`);
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  for (const word of (q ?? "").split(/\s+/).filter(Boolean))
    conditions.push(sql`(title || ' ' || coalesce(summary, '')) ilike ${likeWord(word)}`);
  return sql.join(conditions, sql` and `);
}

/** The key a list is sorted by; newest announcement first, names in alphabetical order. */
const SORT_KEY: Record<CaseSort, { key: RawBuilder<unknown>; descending: boolean }> = {
  announced: { key: sql`coalesce(announced_to, '1900-01-01')::text`, descending: true },
  title: { key: sql`lower(title)`, descending: false },
  district: { key: sql`coalesce(district, '~')`, descending: false },
};

async function rowsOf(
  reader: Reader,
  known: Known,
  filter: CaseFilter,
  sort: CaseSort,
  after: CaseCursor | undefined,
  limit: number,
): Promise<ListedRow[]> {
  const { key, descending } = SORT_KEY[sort];
  const beyond =
    after === undefined
      ? sql`true`
      : descending
        ? sql`(${key}, subject) < (${after.key}, ${after.id}::uuid)`
        : sql`(${key}, subject) > (${after.key}, ${after.id}::uuid)`;
  const direction = descending ? sql`desc` : sql`asc`;
  const { rows } = await sql<ListedRow>`
    select subject as id, entry, title, district, task_force as "taskForce", status, offense, announced, deaths,
           people_smuggled as "peopleSmuggled", people_qualifier as "peopleQualifier", ${key} as "sortKey"
      from ${casesKnown(known)} c
     where ${filterOf(filter)} and ${beyond}
     order by ${key} ${direction}, subject ${direction} limit ${limit + 1}`.execute(reader.db);
  return rows;
}

/**
 * What a query means for cases: now, all that was recorded; as known on a day, by its basis; at a token's cut, what it
 * was made of. Refuses what the ledger refuses of a token.
 */
export async function knownIn(
  ledger: Ledger,
  query: Pick<FrameQuery, "basis" | "asKnownOn" | "cut">,
): Promise<{ known: Known; cut: Cut }> {
  const { frame, cut } = await framed(ledger, { ...query, since: null, population: "record" });
  return { cut, known: { size: frame.size, attestedBy: cut.seen?.asked ? frame.knownOn : null } };
}

/** A page of cases as known, and how many there are in all. */
export async function listCases(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  filter: CaseFilter,
  {
    sort = "announced" as CaseSort,
    after,
    limit = 50,
  }: { sort?: CaseSort | undefined; after?: CaseCursor | undefined; limit?: number | undefined } = {},
): Promise<{ items: CaseRow[]; total: number; next: CaseCursor | null }> {
  const rows = await rowsOf(reader, known, filter, sort, after, limit);
  const shown = rows.slice(0, limit);
  const standings = caseStandings(
    await standingRecords(
      reader,
      kinds,
      shown.map(({ id }) => id),
      known,
    ),
  );
  const { rows: counted } = await sql<{ total: number }>`
    select count(*) as total from ${casesKnown(known)} c where ${filterOf(filter)}`.execute(reader.db);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return {
    items: shown.map(({ sortKey: _sortKey, ...row }) => {
      const found = standings.get(row.id);
      return { ...row, ...(found ? tallyOf(found) : { defendants: 0, convicted: 0, sentenced: 0 }) };
    }),
    total: counted[0]?.total ?? 0,
    next: last ? { key: last.sortKey, id: last.id } : null,
  };
}

export interface CasePage {
  readonly standing: CaseStanding;
  readonly timeline: readonly EntryView[];
  readonly sources: readonly (SourceLine & { readonly entries: number })[];
}

/** One case as known. Refuses `case-not-there`, whether it is hidden, absent or was not known then. */
export async function casePage(reader: Reader, kinds: Kinds, known: Known, id: string): Promise<CasePage> {
  const found = caseStandings(await standingRecords(reader, kinds, [id], known)).get(id);
  if (!found) throw caseNotThere({ value: id });
  const timeline = await timelineOf(reader, kinds, id, known);
  const cited = new Map<string, number>();
  for (const { source } of timeline) if (source) cited.set(source.id, (cited.get(source.id) ?? 0) + 1);
  const lines = await sourceLines(reader, [...cited.keys()], known.size);
  return {
    standing: found,
    timeline,
    sources: [...lines.values()].map((line) => ({ ...line, entries: cited.get(line.id) ?? 0 })),
  };
}
