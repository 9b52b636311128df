/** What the interface answers of organizations and who leads them. */
import type { AssetRow } from "./assets.ts";
import type { CaseName, RecordNamed, SourceLine, Told } from "./common.ts";

export const tiers = ["leader", "organizer", "significant-facilitator", "manager", "member"] as const;

export type Tier = (typeof tiers)[number];

export const deeds = ["arrested", "charged", "convicted", "sentenced", "extradited"] as const;

export type Deed = (typeof deeds)[number];

export const targetCategories = ["organization-leader", "mass-casualty-leader", "priority-fugitive"] as const;

export type TargetCategory = (typeof targetCategories)[number];

export interface RoleLine {
  id: string;
  entry: string;
  organization: string;
  defendant: string | null;
  person: string | null;
  tier: Tier | null;
  part: string | null;
  from: string | null;
  until: string | null;
  certainty: string;
  source: SourceLine | null;
}

export type RoleIn = RoleLine & { in: RecordNamed | null };

export interface PersonLine {
  id: string;
  defendants: { id: string; designation: string; case: CaseName | null }[];
  roles: RoleLine[];
  tier: Tier | null;
  done: Record<Deed, { entry: string; occurred: string | null } | null>;
  standing: boolean;
}

export interface OrganizationLine {
  id: string;
  entry: string;
  name: string;
  kind: string;
  otherNames: string[];
  countries: string[];
  partOf: RecordNamed | null;
  summary: string | null;
  certainty: string;
}

export interface OrganizationRow extends OrganizationLine {
  people: number;
  leaders: number;
  targets: number;
  synthetic: boolean;
}

export type TierTally = { tier: Tier | null; people: number; standing: number } & Record<Deed, number>;

export interface TargetLine {
  id: string;
  entry: string;
  category: TargetCategory;
  designation: string;
  listedOn: string | null;
  certainty: string;
  venture: { id: string; title: string } | null;
  person: PersonLine | null;
}

export interface Through {
  through: ("role" | "link")[];
}

export interface OrganizationPage extends Told {
  organization: OrganizationLine;
  parts: RecordNamed[];
  tally: TierTally[];
  targets: TargetLine[];
  cases: (CaseName & Through)[];
  assets: (AssetRow & Through)[];
  synthetic: boolean;
}
