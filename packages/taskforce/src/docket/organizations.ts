/** Organizations as people look at them: the list with its filters, and the people of one. */
import { defineRefusal, type Kinds, type Reader } from "@joint-docket/ledger";
import type { Certainty, StandingRecord } from "@joint-docket/ledger/pure";
import { type RawBuilder, sql } from "kysely";
import type { OrganizationDescribed, TargetListed } from "../organizations/pure.ts";
import {
  type Known,
  type KnownRecord,
  type SourceLine,
  sourceLines,
  standingRecords,
} from "../record/index.ts";
import { named, openingsKnown, type Rows, rowsKnown } from "./known-rows.ts";
import { grouped } from "./grouped.ts";
import { opened, partLines } from "./lines.ts";
import { type Cursor, listed, type Order, type Paging, wordsIn } from "./listed.ts";
import { isMadeUp, type OrganizationName, organizationName } from "./names.ts";
import { citedBy, People, type RoleLine, roleLines, type Tier } from "./people.ts";

export const organizationNotThere = defineRefusal({
  code: "organization-not-there",
  status: 404,
  en: {
    sentence: () => "There is no such organization.",
    remedy: () => "Check the address, or find the organization in the list.",
  },
  es: {
    sentence: () => "No existe esa organización.",
    remedy: () => "Revise la dirección o busque la organización en la lista.",
  },
});

export const targetCategories = ["organization-leader", "mass-casualty-leader", "priority-fugitive"] as const;
export type TargetCategory = (typeof targetCategories)[number];

export interface OrganizationFilter {
  readonly kind?: string | undefined;
  readonly country?: string | undefined;
  /** Somebody holds a role of this tier in it. */
  readonly tier?: Tier | undefined;
  /** A target of this category is listed of it. */
  readonly target?: TargetCategory | undefined;
  /** Words that all occur in its names or summary. */
  readonly q?: string | undefined;
}

export interface OrganizationLine {
  readonly id: string;
  readonly entry: string;
  readonly name: string;
  readonly kind: OrganizationDescribed["organizationKind"];
  readonly otherNames: readonly string[];
  readonly countries: readonly string[];
  readonly partOf: OrganizationName | null;
  readonly summary: string | null;
  readonly certainty: Certainty;
}

export interface OrganizationRow extends OrganizationLine {
  readonly people: number;
  /** People whose highest tier is leader. */
  readonly leaders: number;
  readonly targets: number;
  /** Whether a program made it up. */
  readonly synthetic: boolean;
}

const COLUMNS = ["name", "organization_kind", "other_names", "countries", "summary"];

function organizationsKnown(known: Known): Rows {
  const naming = (name: string, table: "role" | "target", column: string) =>
    named(
      name,
      sql`(select organization as subject, ${sql.ref(column)} from ${rowsKnown(known, table, ["organization", column])} n)`,
    );
  const { tables, rows } = openingsKnown(known, "organization", COLUMNS, ["roles", "targets"]);
  return {
    tables: [naming("roles", "role", "tier"), naming("targets", "target", "category"), ...tables],
    rows,
  };
}

function filterOf({ kind, country, tier, target, q }: OrganizationFilter): RawBuilder<unknown>[] {
  const conditions = wordsIn(
    sql`(name || ' ' || coalesce(array_to_string(other_names, ' '), '') || ' ' || coalesce(summary, ''))`,
    q,
  );
  if (kind !== undefined) conditions.push(sql`organization_kind = ${kind}`);
  if (country !== undefined) conditions.push(sql`${country} = any (countries)`);
  if (tier !== undefined) conditions.push(sql`subject in (select subject from roles where tier = ${tier})`);
  if (target !== undefined)
    conditions.push(sql`subject in (select subject from targets where category = ${target})`);
  return conditions;
}

const BY_NAME: Order = { key: sql`lower(name)`, descending: false };

export function organizationLine(
  record: StandingRecord | undefined,
  byId: ReadonlyMap<string, StandingRecord>,
): OrganizationLine | undefined {
  const entry = opened<OrganizationDescribed>(record, "organization.described");
  if (!record || !entry) return undefined;
  const { name, organizationKind, otherNames, countries, partOf, summary } = entry.body;
  return {
    id: record.id,
    entry: entry.id,
    name,
    kind: organizationKind,
    otherNames: otherNames ?? [],
    countries: countries ?? [],
    partOf: organizationName(byId.get(partOf ?? "")),
    summary: summary ?? null,
    certainty: entry.certainty ?? "stated",
  };
}

/** The roles and targets of organizations, in any version, and the defendants, persons and larger organizations they name. */
async function aboutThem(
  reader: Reader,
  ids: readonly string[],
): Promise<{ records: string[]; defendants: string[]; persons: string[]; events: string[] }> {
  interface About {
    subject: string;
    defendant: string | null;
    person: string | null;
    venture: string | null;
  }
  const { rows } = await sql<About>`
    select subject, defendant, person, null::uuid as venture from docket.role where organization = any (${ids}::uuid[])
    union select subject, defendant, person, venture from docket.target where organization = any (${ids}::uuid[])
    union select part_of, null, null, null from docket.organization where subject = any (${ids}::uuid[]) and part_of is not null`.execute(
    reader.db,
  );
  const distinct = (one: (row: About) => string | null) => [
    ...new Set(rows.flatMap((row) => one(row) ?? [])),
  ];
  return {
    records: distinct(({ subject }) => subject),
    defendants: distinct(({ defendant }) => defendant),
    persons: distinct(({ person }) => person),
    events: distinct(({ venture }) => venture),
  };
}

function rowsOf(
  ids: readonly string[],
  records: readonly KnownRecord[],
  sources: ReadonlyMap<string, SourceLine>,
): OrganizationRow[] {
  const byId = new Map(records.map((record) => [record.id, record]));
  const people = new People(records);
  const roles = grouped(roleLines(records, sources), ({ organization }) => organization);
  const targets = grouped(
    partLines<TargetListed>(records, "target.listed"),
    ({ body }) => body.organization ?? "",
  );
  return ids.flatMap((id) => {
    const line = organizationLine(byId.get(id), byId);
    if (!line) return [];
    const holders = grouped(roles.get(id) ?? [], (role) => people.holder(role));
    const leads = (held: readonly RoleLine[]) => held.some(({ tier }) => tier === "leader");
    return [
      {
        ...line,
        people: holders.size,
        leaders: [...holders.values()].filter(leads).length,
        targets: (targets.get(id) ?? []).length,
        synthetic: isMadeUp(byId.get(id), sources),
      },
    ];
  });
}

/** A page of organizations as known, by name, and how many there are in all. */
export async function listOrganizations(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  filter: OrganizationFilter,
  paging: Paging = {},
): Promise<{ items: OrganizationRow[]; total: number; next: Cursor | null }> {
  const rows = organizationsKnown(known);
  const { ids, total, next } = await listed(reader, rows, filterOf(filter), BY_NAME, paging);
  const { records, defendants } = await aboutThem(reader, ids);
  const alone = [...ids, ...records, ...defendants];
  const found = await standingRecords(reader, kinds, { alone }, known);
  const sources = await sourceLines(reader, citedBy(found), known.size);
  return { items: rowsOf(ids, found, sources), total, next };
}

/** Every defendant known to be one of these people, and the extraditions and targets that name them. */
async function sameOnes(
  reader: Reader,
  defendants: readonly string[],
  persons: readonly string[],
): Promise<{ defendants: string[]; extraditions: string[]; targets: string[]; cases: string[] }> {
  const { rows } = await sql<{ id: string; type: "defendant" | "extradition" | "target" | "case" }>`
    with who as (
      select unnest(${persons}::uuid[]) as person
      union select person from docket.defendant where subject = any (${defendants}::uuid[]) and person is not null
    ), same as (
      select unnest(${defendants}::uuid[]) as subject
      union select subject from docket.defendant where person in (select person from who)
    )
    select subject as id, 'defendant' as type from same
    union select subject, 'extradition' from docket.extradition_request where person in (select person from who)
    union select subject, 'target' from docket.target where person in (select person from who) or defendant in (select subject from same)
    union select case_id, 'case' from docket.defendant where subject in (select subject from same)`.execute(
    reader.db,
  );
  const of = (type: string) => rows.filter((row) => row.type === type).map(({ id }) => id);
  return {
    defendants: of("defendant"),
    extraditions: of("extradition"),
    targets: of("target"),
    cases: of("case"),
  };
}

/**
 * Everything that the page of an organization is folded from: itself and what refers to it, its people with every case
 * they are defendants in, and whatever it is linked with. Undefined where it was not known.
 */
export async function recordsAround(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  id: string,
): Promise<readonly KnownRecord[] | undefined> {
  const about = await aboutThem(reader, [id]);
  const same = await sameOnes(reader, about.defendants, about.persons);
  const { rows: linked } = await sql<{ subject: string; end: string }>`
    select subject, case when from_record = ${id}::uuid then to_record else from_record end as end
      from docket.link where from_record = ${id}::uuid or to_record = ${id}::uuid`.execute(reader.db);
  const ends = linked.map(({ end }) => end);
  const { rows: cases } = await sql<{ id: string }>`
    select case_id as id from docket.seizure where subject = any (${ends}::uuid[])
    union select case_id from docket.venture where subject = any (${[...ends, ...about.events]}::uuid[])`.execute(
    reader.db,
  );
  const alone = [
    ...about.records,
    ...about.events,
    ...same.cases,
    ...same.extraditions,
    ...same.targets,
    ...ends,
    ...cases.map((row) => row.id),
  ];
  const records = await standingRecords(reader, kinds, { whole: [id, ...same.defendants], alone }, known);
  return records.some((record) => record.id === id) ? records : undefined;
}
