/** People of organizations: which role each holds, what was done to each, and who is left standing. */
import type { Certainty, Entry, StandingRecord } from "@joint-docket/ledger/pure";
import type { RoleHeld } from "../organizations/pure.ts";
import type { KnownRecord, SourceLine } from "../record/index.ts";
import { type DefendantLine, defendantLines, isConvicted, isSentenced } from "./case-standing.ts";
import { type ExtraditionLine, extraditionLines } from "./extradition-lines.ts";
import { grouped } from "./grouped.ts";
import { opened } from "./lines.ts";
import { type CaseName, caseName } from "./names.ts";

/** From the highest down; people whose tier no source states come last. */
export const tiers = ["leader", "organizer", "significant-facilitator", "manager", "member"] as const;
export type Tier = (typeof tiers)[number];

/** What can have been done to a person, in the order in which it happens. */
export const deeds = ["arrested", "charged", "convicted", "sentenced", "extradited"] as const;
export type Deed = (typeof deeds)[number];

/** The entry that says it; where there are several, the earliest. */
export interface DeedLine {
  readonly entry: string;
  readonly occurred: string | null;
}
export type Done = Readonly<Record<Deed, DeedLine | null>>;

export interface RoleLine {
  readonly id: string;
  readonly entry: string;
  readonly organization: string;
  readonly defendant: string | null;
  readonly person: string | null;
  readonly tier: Tier | null;
  readonly part: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly certainty: Certainty;
  readonly source: SourceLine | null;
}

export interface PersonLine {
  /** The random id of the person, or of the defendant where no more is known. */
  readonly id: string;
  readonly defendants: readonly {
    readonly id: string;
    readonly designation: string;
    readonly case: CaseName | null;
  }[];
  readonly roles: readonly RoleLine[];
  /** The highest that any role has. */
  readonly tier: Tier | null;
  readonly done: Done;
  /** Neither arrested nor convicted, sentenced or surrendered; a charge alone takes nobody away. */
  readonly standing: boolean;
}

export function roleLines(
  records: readonly StandingRecord[],
  sources: ReadonlyMap<string, SourceLine>,
): RoleLine[] {
  return records.flatMap((record) => {
    const held = opened<RoleHeld>(record, "role.held");
    if (!held) return [];
    const { organization, defendant, person, tier, part, from, until } = held.body;
    return [
      {
        id: record.id,
        entry: held.id,
        organization,
        defendant: defendant ?? null,
        person: person ?? null,
        tier: tier ?? null,
        part: part ?? null,
        from: from ?? null,
        until: until ?? null,
        certainty: held.certainty ?? "stated",
        source: sources.get(held.source ?? "") ?? null,
      },
    ];
  });
}

function earliest(lines: readonly DeedLine[]): DeedLine | null {
  const [first] = lines.toSorted((a, b) => (a.occurred ?? "9999").localeCompare(b.occurred ?? "9999"));
  return first ? { entry: first.entry, occurred: first.occurred } : null;
}

/** What was done to a person, whatever case it was done in. */
export function doneTo(defendants: readonly DefendantLine[], extraditions: readonly ExtraditionLine[]): Done {
  const counts = defendants.flatMap((one) => one.counts);
  const convicted = defendants.filter(isConvicted).flatMap((one) => one.counts);
  return {
    arrested: earliest(defendants.flatMap(({ arrests }) => arrests)),
    charged: earliest(counts.map(({ entry, filedOn }) => ({ entry, occurred: filedOn }))),
    convicted: earliest(
      convicted.flatMap(({ outcome, disposition, disposedOn }) =>
        outcome?.startsWith("convicted") && disposition
          ? [{ entry: disposition.entry, occurred: disposedOn }]
          : [],
      ),
    ),
    sentenced: earliest(
      defendants.filter(isSentenced).flatMap((one) => one.sentences.filter(({ vacated }) => !vacated)),
    ),
    extradited: earliest(extraditions.flatMap(({ surrenders }) => surrenders)),
  };
}

/** The record's people, by whom they are: one line for all defendants known to be the same person. */
export class People {
  readonly #defendants: Map<string, (DefendantLine & { of: string })[]>;
  readonly #extraditions: Map<string, ExtraditionLine[]>;
  readonly #whoIs: Map<string, string>;
  readonly #records: ReadonlyMap<string, StandingRecord>;

  constructor(records: readonly KnownRecord[]) {
    const lines = defendantLines(records);
    this.#records = new Map(records.map((record) => [record.id, record]));
    this.#whoIs = new Map(lines.map(({ id, person }) => [id, person ?? id]));
    this.#defendants = grouped(lines, ({ id }) => this.whoIs(id));
    this.#extraditions = grouped(
      extraditionLines(records).filter(({ defendant, person }) => (defendant ?? person) !== null),
      ({ defendant, person }) => (defendant === null ? (person ?? "") : this.whoIs(defendant)),
    );
  }

  /** The person that a defendant is known to be; the defendant's own id where none is known. */
  whoIs(defendant: string): string {
    return this.#whoIs.get(defendant) ?? defendant;
  }

  /** Whose role it is. */
  holder({ defendant, person }: Pick<RoleLine, "defendant" | "person">): string {
    return defendant === null ? (person ?? "") : this.whoIs(defendant);
  }

  person(id: string, roles: readonly RoleLine[] = []): PersonLine {
    const defendants = this.#defendants.get(id) ?? [];
    const done = doneTo(defendants, this.#extraditions.get(id) ?? []);
    return {
      id,
      defendants: defendants.map(({ id: defendant, designation, of }) => ({
        id: defendant,
        designation,
        case: caseName(this.#records.get(of)),
      })),
      roles,
      tier: tiers.find((tier) => roles.some((role) => role.tier === tier)) ?? null,
      done,
      standing: !(done.arrested || done.convicted || done.sentenced || done.extradited),
    };
  }

  /** Everyone who holds one of these roles: the highest tier first, then by when the first role began. */
  holding(roles: readonly RoleLine[]): PersonLine[] {
    const rank = ({ tier }: PersonLine) => (tier === null ? tiers.length : tiers.indexOf(tier));
    const began = ({ roles: held }: PersonLine) => held.map(({ from }) => from ?? "9999").sort()[0] ?? "";
    return [...grouped(roles, (role) => this.holder(role))]
      .map(([id, held]) => this.person(id, held))
      .sort((a, b) => rank(a) - rank(b) || began(a).localeCompare(began(b)) || a.id.localeCompare(b.id));
  }
}

/** The sources that the entries cite. */
export function citedBy(records: readonly StandingRecord[]): string[] {
  return [...new Set(records.flatMap(({ entries }) => entries.flatMap(({ source }: Entry) => source ?? [])))];
}
