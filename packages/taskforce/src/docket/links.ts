/** What is linked with a record, one step out: graded links, roles and larger organizations, as a chart and a table show them. */
import type { Kinds, Reader } from "@joint-docket/ledger";
import { sql } from "kysely";
import {
  type LinkAsserted,
  type OrganizationDescribed,
  type EndType,
  recordAt,
} from "../organizations/pure.ts";
import {
  type Known,
  type KnownRecord,
  type SourceLine,
  sourceLines,
  standingRecords,
} from "../record/index.ts";
import { defendantLines } from "./case-standing.ts";
import { grouped } from "./grouped.ts";
import { rowsKnown } from "./known-rows.ts";
import { opened } from "./lines.ts";
import { type CaseName, caseName, recordName } from "./names.ts";
import { citedBy, People, roleLines } from "./people.ts";

export interface LinkNode {
  readonly id: string;
  readonly type: EndType;
  readonly name: string | null;
  /** For an asset, its kind. */
  readonly kind: string | null;
  readonly case: CaseName | null;
  /** The record that has a page or entries of its own: for a person, one of the defendants that the person is. */
  readonly record: string | null;
  /** Whether its own links were asked for. */
  readonly opened: boolean;
  /** How many links it has in all, shown here or not. */
  readonly links: number;
}

export interface LinkLine {
  readonly id: string;
  readonly entry: string;
  readonly from: string;
  readonly to: string;
  /** How the two are linked: a relation as it was asserted, `role`, or `belongs-to` of an organization in a larger one. */
  readonly relation: string;
  readonly tier: string | null;
  readonly wording: string | null;
  /** Of the source, A to F, and of what it says, 1 to 6; null for a role, which bears no grade. */
  readonly grade: { readonly reliability: string; readonly credibility: string } | null;
  readonly since: string | null;
  readonly until: string | null;
  readonly certainty: string;
  readonly source: SourceLine | null;
}

export interface Neighbourhood {
  readonly nodes: readonly LinkNode[];
  readonly links: readonly LinkLine[];
  /** What did not fit: so many records of each type. */
  readonly more: readonly { readonly type: EndType; readonly records: number }[];
}

/** A chart of more cannot be read. */
export const MOST_NODES = 500;

/** A case stands for its defendants, ventures and assets; a person for every defendant known to be that person. */
async function opening(reader: Reader, ids: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with d as (select subject, person from docket.defendant
                where case_id = any (${ids}::uuid[]) or subject = any (${ids}::uuid[]) or person = any (${ids}::uuid[]))
    select unnest(${ids}::uuid[]) as id
    union select subject from d union select person from d where person is not null
    union select o.subject from docket.defendant o join d on o.person = d.person
    union select subject from docket.venture where case_id = any (${ids}::uuid[])
    union select subject from docket.seizure where case_id = any (${ids}::uuid[])`.execute(reader.db);
  return rows.map(({ id }) => id);
}

/** The records that make links of these: links and roles in any version, and the organizations above and below. */
async function joining(reader: Reader, ids: readonly string[], size: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select subject as id from docket.link where from_record = any (${ids}::uuid[]) and since < ${size}
    union select subject from docket.link where to_record = any (${ids}::uuid[]) and since < ${size}
    union select subject from docket.role where since < ${size} and
      (organization = any (${ids}::uuid[]) or defendant = any (${ids}::uuid[]) or person = any (${ids}::uuid[]))
    union select subject from docket.organization where part_of = any (${ids}::uuid[]) and since < ${size}`.execute(
    reader.db,
  );
  return rows.map(({ id }) => id);
}

/** Every record at the other end of these, and the case that each belongs to. */
async function ends(reader: Reader, joined: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    with e as (
      select unnest(array[from_record, to_record]) as id from docket.link where subject = any (${joined}::uuid[])
      union select unnest(array[organization, defendant]) from docket.role where subject = any (${joined}::uuid[])
      union select part_of from docket.organization where subject = any (${joined}::uuid[])
    ), known as (
      select id from e where id is not null
      union select subject from docket.defendant where person in (select id from e)
    )
    select id from known
    union select case_id from docket.defendant where subject in (select id from known)
    union select case_id from docket.venture where subject in (select id from known)
    union select case_id from docket.seizure where subject in (select id from known)`.execute(reader.db);
  return rows.map(({ id }) => id);
}

/** How many links and roles each record has as known. */
async function countsOf(
  reader: Reader,
  known: Known,
  ids: readonly string[],
): Promise<{ id: string; links: number }[]> {
  const among = (column: string) => (alias: string) =>
    sql`${sql.ref(`${alias}.${column}`)} = any (${ids}::uuid[])`;
  const side = (table: "link" | "role" | "organization", column: string) =>
    sql`select ${sql.ref(column)} as id from ${rowsKnown(known, table, [column], among(column))} r`;
  const { rows } = await sql<{ id: string; links: number }>`
    select id, count(*) as links from (
      ${side("link", "from_record")} union all ${side("link", "to_record")}
      union all ${side("role", "organization")} union all ${side("role", "defendant")} union all ${side("role", "person")}
      union all ${side("organization", "part_of")}) s group by id`.execute(reader.db);
  return rows;
}

interface Ends extends Omit<LinkLine, "from" | "to"> {
  readonly from: { readonly type: EndType; readonly id: string };
  readonly to: { readonly type: EndType; readonly id: string };
}

/** The links among the records. */
function linksAmong(records: readonly KnownRecord[], sources: ReadonlyMap<string, SourceLine>): Ends[] {
  const asserted = records.flatMap((record): Ends[] => {
    const link = opened<LinkAsserted>(record, "link.asserted");
    const [from, to] = [link && recordAt(link.body.from), link && recordAt(link.body.to)];
    if (!link || !from || !to) return [];
    const { relation, wording, reliability, credibility, since, until } = link.body;
    const grade = { reliability, credibility };
    const source = sources.get(link.source ?? "") ?? null;
    const certainty = link.certainty ?? "stated";
    return [
      {
        id: record.id,
        entry: link.id,
        from,
        to,
        relation,
        tier: null,
        grade,
        certainty,
        source,
        wording: wording ?? null,
        since: since ?? null,
        until: until ?? null,
      },
    ];
  });
  const roles = roleLines(records, sources).map((role): Ends => {
    const { id, entry, organization, defendant, person, tier, part, from: since, until } = role;
    const from =
      defendant === null
        ? { type: "person" as const, id: person ?? "" }
        : { type: "defendant" as const, id: defendant };
    const { certainty, source } = role;
    return {
      id,
      entry,
      from,
      to: { type: "organization", id: organization },
      relation: "role",
      tier,
      wording: part,
      grade: null,
      since,
      until,
      certainty,
      source,
    };
  });
  const parts = records.flatMap((record): Ends[] => {
    const described = opened<OrganizationDescribed>(record, "organization.described");
    const larger = described?.body.partOf;
    if (!described || larger === undefined) return [];
    const certainty = described.certainty ?? "stated";
    const source = sources.get(described.source ?? "") ?? null;
    return [
      {
        id: record.id,
        entry: described.id,
        relation: "belongs-to",
        tier: null,
        wording: null,
        grade: null,
        from: { type: "organization", id: record.id },
        to: { type: "organization", id: larger },
        since: null,
        until: null,
        certainty,
        source,
      },
    ];
  });
  return [...asserted, ...roles, ...parts];
}

const ORDER: readonly EndType[] = ["organization", "person", "defendant", "case", "venture", "asset"];

/**
 * The records linked with these, as known. Links between two neighbours are told too, so that a chart shows how they
 * hang together. People who were smuggled are no record, so none is ever here.
 */
export async function neighbourhood(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  around: readonly string[],
): Promise<Neighbourhood> {
  const asked = await opening(reader, around);
  const joined = await joining(reader, asked, known.size);
  const alone = [...asked, ...joined, ...(await ends(reader, joined))];
  const records = await standingRecords(reader, kinds, { alone }, known);
  const sources = await sourceLines(reader, citedBy(records), known.size);
  const people = new People(records);
  const byId = new Map(records.map((record) => [record.id, record]));
  const defendants = grouped(defendantLines(records), ({ id }) => people.whoIs(id));
  const nodeOf = (end: { type: EndType; id: string }) =>
    end.type === "defendant" ? people.whoIs(end.id) : end.id;

  const openedNodes = new Set(asked.map((id) => people.whoIs(id)));
  const links = linksAmong(records, sources)
    .map((link) => ({ ...link, from: nodeOf(link.from), to: nodeOf(link.to), ends: [link.from, link.to] }))
    .filter(({ from, to }) => from !== to && (openedNodes.has(from) || openedNodes.has(to)));
  const types = new Map<string, EndType>();
  for (const { ends: both } of links) for (const end of both) types.set(nodeOf(end), end.type);
  for (const id of around) {
    const type = byId.get(id)?.type;
    const who = people.whoIs(id);
    if (!types.has(who) && type === "organization") types.set(who, "organization");
  }
  const counted = grouped(
    await countsOf(reader, known, [
      ...types.keys(),
      ...[...types.keys()].flatMap((id) => (defendants.get(id) ?? []).map((one) => one.id)),
    ]),
    ({ id }) => people.whoIs(id),
  );

  function node(id: string, type: EndType): LinkNode {
    const lines = defendants.get(id) ?? [];
    const record = byId.get(lines[0]?.id ?? id);
    const { name, kind, of } = record ? recordName(record) : { name: null, kind: null, of: null };
    const designations = [...new Set(lines.map(({ designation }) => designation))];
    return {
      id,
      type: type === "defendant" ? "person" : type,
      name: designations.length > 1 ? designations.join(", ") : name,
      kind,
      case: of === null ? null : caseName(byId.get(of)),
      record: record?.id ?? null,
      opened: openedNodes.has(id),
      links: (counted.get(id) ?? []).reduce((sum, one) => sum + one.links, 0),
    };
  }
  const nodes = [...types]
    .map(([id, type]) => node(id, type))
    .sort(
      (a, b) =>
        Number(b.opened) - Number(a.opened) ||
        ORDER.indexOf(a.type) - ORDER.indexOf(b.type) ||
        Number(a.name === null) - Number(b.name === null) ||
        (a.name ?? "").localeCompare(b.name ?? "") ||
        a.id.localeCompare(b.id),
    );
  const shown = nodes.slice(0, MOST_NODES);
  const there = new Set(shown.map(({ id }) => id));
  return {
    nodes: shown,
    links: links
      .filter(({ from, to }) => there.has(from) && there.has(to))
      .map(({ ends: _ends, ...link }) => link)
      .sort((a, b) => (a.since ?? "9999").localeCompare(b.since ?? "9999") || a.id.localeCompare(b.id)),
    more: [...grouped(nodes.slice(MOST_NODES), ({ type }) => type)].map(([type, left]) => ({
      type,
      records: left.length,
    })),
  };
}
