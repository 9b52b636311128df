/** The page of one organization: its people by tier and what was done to them, its targets, its cases and assets. */
import type { Kinds, Reader } from "@joint-docket/ledger";
import type { Certainty, StandingRecord } from "@joint-docket/ledger/pure";
import { type LinkAsserted, recordAt, type TargetListed } from "../organizations/pure.ts";
import { type EntryView, type Known, type KnownRecord, sourceLines, timelineOf } from "../record/index.ts";
import { type AssetRow, namedLines } from "./assets.ts";
import { assetLines } from "./asset-lines.ts";
import { type CitedSource, sourcesOf } from "./cases.ts";
import { opened, partLines } from "./lines.ts";
import { type CaseName, caseName, type OrganizationName, organizationName, recordName } from "./names.ts";
import {
  type OrganizationLine,
  organizationLine,
  organizationNotThere,
  recordsAround,
  type TargetCategory,
} from "./organizations.ts";
import { citedBy, type Deed, deeds, People, type PersonLine, roleLines, type Tier, tiers } from "./people.ts";

/** How many people of one tier there are, what was done to how many of them, and how many are left standing. */
export interface TierTally extends Readonly<Record<Deed, number>> {
  readonly tier: Tier | null;
  readonly people: number;
  readonly standing: number;
}

export interface TargetLine {
  readonly id: string;
  readonly entry: string;
  readonly category: TargetCategory;
  readonly designation: string;
  readonly listedOn: string | null;
  readonly certainty: Certainty;
  /** The event, of a target of a mass-casualty event. */
  readonly venture: { readonly id: string; readonly title: string } | null;
  /** Who it is, where the record says; null of a class of people such as “key leaders”. */
  readonly person: PersonLine | null;
}

/** A case or an asset, and how it comes to be the organization's. */
export interface Through {
  /** By a role of a defendant in it, by an asserted link, or both. */
  readonly through: readonly ("role" | "link")[];
}

export interface OrganizationPage {
  readonly organization: OrganizationLine;
  readonly parts: readonly OrganizationName[];
  readonly tally: readonly TierTally[];
  readonly targets: readonly TargetLine[];
  readonly cases: readonly (CaseName & Through)[];
  readonly assets: readonly (AssetRow & Through)[];
  readonly timeline: readonly EntryView[];
  readonly sources: readonly CitedSource[];
  /** Whether anything on it was made up by a program. */
  readonly synthetic: boolean;
}

function tallies(people: readonly PersonLine[]): TierTally[] {
  return [...tiers, null].flatMap((tier) => {
    const ofTier = people.filter((one) => one.tier === tier);
    if (ofTier.length === 0) return [];
    const done = Object.fromEntries(
      deeds.map((deed) => [deed, ofTier.filter((one) => one.done[deed] !== null).length]),
    ) as Record<Deed, number>;
    return [{ tier, people: ofTier.length, ...done, standing: ofTier.filter((one) => one.standing).length }];
  });
}

async function peopleIn(
  reader: Reader,
  records: readonly KnownRecord[],
  known: Known,
  id: string,
): Promise<{ people: People; holders: PersonLine[] }> {
  const sources = await sourceLines(reader, citedBy(records), known.size);
  const people = new People(records);
  const roles = roleLines(records, sources).filter(({ organization }) => organization === id);
  return { people, holders: people.holding(roles) };
}

function targetLines(
  records: readonly KnownRecord[],
  byId: ReadonlyMap<string, StandingRecord>,
  people: People,
  holders: readonly PersonLine[],
  organization: string,
): TargetLine[] {
  const held = new Map(holders.map((one) => [one.id, one]));
  return partLines<TargetListed>(records, "target.listed").flatMap(
    ({ id, entry, occurred, certainty, body }) => {
      const { category, designation, venture, defendant, person } = body;
      const who = defendant === undefined ? person : people.whoIs(defendant);
      if (body.organization !== organization && (who === undefined || !held.has(who))) return [];
      const event = byId.get(venture ?? "");
      return [
        {
          id,
          entry,
          category,
          designation,
          certainty,
          listedOn: occurred,
          venture: event ? { id: event.id, title: recordName(event).name ?? "" } : null,
          person: who === undefined ? null : (held.get(who) ?? people.person(who)),
        },
      ];
    },
  );
}

/** The records that standing links join with the organization. */
function linkedWith(records: readonly KnownRecord[], id: string): Set<string> {
  return new Set(
    records.flatMap((record) => {
      const link = opened<LinkAsserted>(record, "link.asserted")?.body;
      const [from, to] = [link && recordAt(link.from)?.id, link && recordAt(link.to)?.id];
      return from === id ? (to ?? []) : to === id ? (from ?? []) : [];
    }),
  );
}

/** One organization as known. Refuses `organization-not-there`, whether it is hidden, absent or was not known then. */
export async function organizationPage(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  id: string,
): Promise<OrganizationPage> {
  const records = await recordsAround(reader, kinds, known, id);
  const byId = new Map(records?.map((record) => [record.id, record]));
  const organization = organizationLine(byId.get(id), byId);
  if (!records || !organization) throw organizationNotThere({ value: id });
  const { people, holders } = await peopleIn(reader, records, known, id);
  const linked = linkedWith(records, id);
  const theirs = new Set(holders.flatMap(({ defendants }) => defendants.map((one) => one.id)));
  const inRole = new Set(
    holders.flatMap(({ defendants }) => defendants.flatMap((one) => one.case?.id ?? [])),
  );
  const through = (role: boolean, link: boolean): Through["through"] => [
    ...(role ? (["role"] as const) : []),
    ...(link ? (["link"] as const) : []),
  ];
  const timeline = await timelineOf(reader, kinds, id, known);
  return {
    organization,
    parts: records
      .filter((record) => organizationLine(record, byId)?.partOf?.id === id)
      .flatMap((record) => organizationName(record) ?? []),
    tally: tallies(holders),
    targets: targetLines(records, byId, people, holders, id),
    cases: records
      .flatMap((record) => caseName(record) ?? [])
      .map((one) => ({ ...one, through: through(inRole.has(one.id), linked.has(one.id)) }))
      .filter((one) => one.through.length > 0)
      .sort((a, b) => a.title.localeCompare(b.title)),
    assets: [...(await namedLines(reader, assetLines(records), records, known)).values()]
      .map((one) => ({ ...one, through: through(theirs.has(one.defendant ?? ""), linked.has(one.id)) }))
      .filter((one) => one.through.length > 0),
    timeline,
    sources: await sourcesOf(reader, timeline, known.size),
    synthetic: timeline.some(({ synthetic }) => synthetic),
  };
}

export interface PeopleFilter {
  /** `none`: people whose tier no source states. */
  readonly tier?: Tier | "none" | undefined;
  /** Only those to whom this was done, or who are left standing. */
  readonly done?: Deed | "standing" | undefined;
}

/** The people who hold a role in the organization, the highest tier first: one page, after the person `after`. */
export async function organizationPeople(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  id: string,
  { tier, done }: PeopleFilter,
  { after, limit = 50 }: { readonly after?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<{ items: PersonLine[]; total: number; next: string | null }> {
  const records = await recordsAround(reader, kinds, known, id);
  if (!records) throw organizationNotThere({ value: id });
  const { holders } = await peopleIn(reader, records, known, id);
  const fitting = holders.filter(
    (one) =>
      (tier === undefined || (one.tier ?? "none") === tier) &&
      (done === undefined || (done === "standing" ? one.standing : one.done[done] !== null)),
  );
  const from = after === undefined ? 0 : fitting.findIndex((one) => one.id === after) + 1;
  const items = fitting.slice(from, from + limit);
  return {
    items,
    total: fitting.length,
    next: from + limit < fitting.length ? (items.at(-1)?.id ?? null) : null,
  };
}
