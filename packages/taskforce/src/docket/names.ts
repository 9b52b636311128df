/** What records are called where another record's page names them, as they stood. */
import type { StandingRecord } from "@joint-docket/ledger/pure";
import type { AssetSeized } from "../assets/pure.ts";
import type { CaseOpened, DefendantJoined } from "../cases/pure.ts";
import type { OrganizationDescribed } from "../organizations/pure.ts";
import type { SourceLine } from "../record/index.ts";
import type { VentureDescribed } from "../ventures/pure.ts";
import { opened } from "./lines.ts";

export interface CaseName {
  readonly id: string;
  readonly title: string;
  readonly district: string | null;
}

export interface OrganizationName {
  readonly id: string;
  readonly name: string;
}

export function caseName(record: StandingRecord | undefined): CaseName | null {
  const body = opened<CaseOpened>(record, "case.opened")?.body;
  return record && body ? { id: record.id, title: body.title, district: body.district ?? null } : null;
}

export function organizationName(record: StandingRecord | undefined): OrganizationName | null {
  const body = opened<OrganizationDescribed>(record, "organization.described")?.body;
  return record && body ? { id: record.id, name: body.name } : null;
}

export interface RecordName {
  /** As its source words it; null where it has no words of its own, such as a vehicle without a description. */
  readonly name: string | null;
  /** For an asset, its kind. */
  readonly kind: string | null;
  /** The case it belongs to. */
  readonly of: string | null;
}

/** The name of any record a link can join. */
export function recordName(record: StandingRecord): RecordName {
  const asset = opened<AssetSeized>(record, "asset.seized")?.body;
  if (asset) return { name: asset.description ?? null, kind: asset.asset, of: asset.case };
  const defendant = opened<DefendantJoined>(record, "defendant.joined")?.body;
  if (defendant) return { name: defendant.designation, kind: null, of: defendant.case };
  const venture = opened<VentureDescribed>(record, "venture.described")?.body;
  if (venture) return { name: venture.title, kind: null, of: venture.case };
  const name = caseName(record)?.title ?? organizationName(record)?.name ?? null;
  return { name, kind: null, of: null };
}

/** Whether any entry of the record rests on a source that a program made up. */
export function isMadeUp(
  record: StandingRecord | undefined,
  sources: ReadonlyMap<string, SourceLine>,
): boolean {
  return record?.entries.some(({ source }) => sources.get(source ?? "")?.synthetic) ?? false;
}
