/** The list of cases one may see, with its filters, and the page of one case. */
import { type Cut, defineRefusal, type Kinds, type Ledger, type Reader } from "@joint-docket/ledger";
import { type RawBuilder, sql } from "kysely";
import { docketKey } from "../cases/pure.ts";
import {
  type EntryView,
  type Known,
  type SourceLine,
  sourceLines,
  standingRecords,
  syntheticOf,
  timelineOf,
} from "../record/index.ts";
import type { Level, Policy, Priority } from "../priority/index.ts";
import { type FrameQuery, framed } from "../results/index.ts";
import { type AssetLine, assetLines } from "./asset-lines.ts";
import { type CaseParts, caseParts } from "./case-parts.ts";
import { type CaseStanding, caseStandings, tallyOf } from "./case-standing.ts";
import { type ExtraditionLine, extraditionLines } from "./extradition-lines.ts";
import { rowsKnown } from "./known-rows.ts";
import { type Cursor, listed, type Order, type Paging, wordsIn } from "./listed.ts";
import { type OrganizationName, organizationName } from "./names.ts";
import { citedBy, type RoleLine, roleLines } from "./people.ts";
import { policyKnown, prioritiesOf } from "./priority.ts";

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

export const caseEmptied = defineRefusal({
  code: "case-emptied",
  status: 410,
  en: {
    sentence: () => "What opened this case was lawfully emptied, so there is no page of it.",
    remedy: () => "What else was recorded of it still stands, and is found in the Record by its entries.",
  },
  es: {
    sentence: () => "El asiento que abrió este caso fue vaciado conforme a la ley, así que no tiene página.",
    remedy: () => "Lo demás que se registró de él sigue vigente y está en el Registro, por sus asientos.",
  },
});

/** Refuses `case-emptied` or `case-not-there`: a case that is hidden looks like one that never was. */
async function refuseAbsent(reader: Reader, id: string, { size }: Known): Promise<never> {
  const { rows } = await sql`
    select from ledger.emptied where kind = 'case.opened' and subject = ${id}::uuid and at_seq < ${size} limit 1`.execute(
    reader.db,
  );
  throw rows.length > 0 ? caseEmptied({ value: id }) : caseNotThere({ value: id });
}

export const sorts = ["announced", "title", "district"] as const;
export type CaseSort = (typeof sorts)[number];

export interface CaseFilter {
  readonly district?: string | undefined;
  readonly taskForce?: string | undefined;
  readonly status?: string | undefined;
  /** Words that all occur in the title or summary; one that is a docket number finds its case. */
  readonly q?: string | undefined;
}

export interface CaseRow {
  readonly id: string;
  readonly entry: string;
  readonly title: string;
  readonly dockets: readonly string[];
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
  /** By the policy that applied then; null where none of its facts are stated to be there. */
  readonly priority: Level | null;
  /** Whether a program made it up. */
  readonly synthetic: boolean;
}

/** The columns of a case that lists sort and filter by. */
const COLUMNS = ["title", "district", "task_force", "status", "summary", "announced_to"];

function filterOf({ district, taskForce, status, q }: CaseFilter, known: Known): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (district !== undefined) conditions.push(sql`district = ${district}`);
  if (taskForce !== undefined) conditions.push(sql`task_force = ${taskForce}`);
  if (status !== undefined) conditions.push(sql`status = ${status}`);
  const words = sql.join(
    [sql`true`, ...wordsIn(sql`(title || ' ' || coalesce(summary, ''))`, q)],
    sql` and `,
  );
  const number = q === undefined ? "" : docketKey(q);
  if (/\d/.test(number)) {
    const numbered = rowsKnown(
      known,
      "docket_number",
      ["docket_key"],
      (alias) => sql`${sql.ref(`${alias}.docket_key`)} = ${number}`,
    );
    conditions.push(sql`((${words}) or subject in (select subject from ${numbered} n))`);
  } else conditions.push(words);
  return conditions;
}

/** Newest announcement first, names in alphabetical order. */
const ORDERS: Record<CaseSort, Order> = {
  announced: { key: sql`coalesce(announced_to, '1900-01-01')::text`, descending: true },
  title: { key: sql`lower(title)`, descending: false },
  district: { key: sql`coalesce(district, '~')`, descending: false },
};

/**
 * What a query means for a list or page: now, all that was recorded; as known on a day, by its basis; at a token's cut,
 * what it was made of. Refuses what the ledger refuses of a token.
 */
export async function knownIn(
  ledger: Ledger,
  query: Pick<FrameQuery, "basis" | "asKnownOn" | "cut">,
): Promise<{ known: Known; cut: Cut; today: string }> {
  const { frame, cut, today } = await framed(ledger, { ...query, since: null, population: "record" });
  const known = { size: frame.size, attestedBy: cut.seen?.asked ? frame.knownOn : null };
  return { cut, known, today: query.asKnownOn ?? today };
}

function rowOf(standing: CaseStanding, priority: Level | null, synthetic: boolean): CaseRow {
  const { id, entry, dockets, body } = standing;
  return {
    id,
    entry,
    title: body.title,
    dockets: dockets.map(({ number }) => number),
    district: body.district ?? null,
    taskForce: body.taskForce,
    status: body.status ?? null,
    offense: body.offense ?? null,
    announced: body.announced ?? null,
    deaths: body.deaths ?? null,
    peopleSmuggled: body.peopleSmuggled?.count ?? null,
    peopleQualifier: body.peopleSmuggled?.qualifier ?? null,
    ...tallyOf(standing),
    priority,
    synthetic,
  };
}

/** A page of cases as known, and how many there are in all. */
export async function listCases(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  filter: CaseFilter,
  { sort = "announced", ...paging }: Paging & { readonly sort?: CaseSort | undefined } = {},
): Promise<{ items: CaseRow[]; total: number; next: Cursor | null }> {
  const rows = { tables: [], rows: rowsKnown(known, "criminal_case", COLUMNS) };
  const { ids, total, next } = await listed(reader, rows, filterOf(filter, known), ORDERS[sort], paging);
  const records = await standingRecords(reader, kinds, { whole: ids }, known);
  const standings = caseStandings(records);
  const madeUp = await syntheticOf(reader, ids, known.size);
  const shown = ids.flatMap((id) => standings.get(id) ?? []);
  const priorities = prioritiesOf(await policyKnown(reader, kinds, known), shown, records);
  const row = (standing: CaseStanding) =>
    rowOf(standing, priorities.get(standing.id)?.level ?? null, madeUp.has(standing.id));
  return { items: shown.map(row), total, next };
}

/** A source with how many of the entries shown rest on it. */
export type CitedSource = SourceLine & { readonly entries: number };

export interface CasePage extends CaseParts {
  readonly standing: CaseStanding;
  readonly priority: Priority & {
    readonly policy: Pick<Policy, "entry" | "since"> & { readonly title: string };
  };
  readonly assets: readonly AssetLine[];
  readonly extraditions: readonly ExtraditionLine[];
  /** Roles of its defendants in organizations. */
  readonly roles: readonly (RoleLine & { readonly in: OrganizationName | null })[];
  readonly timeline: readonly EntryView[];
  readonly sources: readonly CitedSource[];
  /** Whether anything in it was made up by a program. */
  readonly synthetic: boolean;
}

/** How many entries of a timeline rest on each source. */
export async function sourcesOf(
  reader: Reader,
  timeline: readonly EntryView[],
  size: number,
): Promise<CitedSource[]> {
  const cited = new Map<string, number>();
  for (const { source } of timeline) if (source) cited.set(source.id, (cited.get(source.id) ?? 0) + 1);
  const lines = await sourceLines(reader, [...cited.keys()], size);
  return [...cited].flatMap(([id, entries]) => {
    const line = lines.get(id);
    return line ? [{ ...line, entries }] : [];
  });
}

/** The organizations in which defendants of the case hold a role, in any version. */
async function organizationsOf(reader: Reader, id: string): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct r.organization as id from docket.defendant d join docket.role r on r.label = d.label and r.defendant = d.subject
     where d.case_id = ${id}::uuid`.execute(reader.db);
  return rows.map((row) => row.id);
}

/** One case as known. Refuses `case-not-there`, whether it is hidden, absent or was not known then, and `case-emptied`. */
export async function casePage(reader: Reader, kinds: Kinds, known: Known, id: string): Promise<CasePage> {
  const wanted = { whole: [id], alone: await organizationsOf(reader, id) };
  const records = await standingRecords(reader, kinds, wanted, known);
  const standing = caseStandings(records).get(id);
  if (!standing) return refuseAbsent(reader, id, known);
  const byId = new Map(records.map((record) => [record.id, record]));
  const sources = await sourceLines(reader, citedBy(records), known.size);
  const timeline = await timelineOf(reader, kinds, id, known);
  const policy = await policyKnown(reader, kinds, known);
  const priority = prioritiesOf(policy, [standing], records).get(id) as Priority;
  return {
    standing,
    priority: { ...priority, policy: { entry: policy.entry, since: policy.since, title: policy.body.title } },
    ...caseParts(records),
    assets: assetLines(records),
    extraditions: extraditionLines(records),
    roles: roleLines(records, sources).map((role) => ({
      ...role,
      in: organizationName(byId.get(role.organization)),
    })),
    timeline,
    sources: await sourcesOf(reader, timeline, known.size),
    synthetic: timeline.some(({ synthetic }) => synthetic),
  };
}
