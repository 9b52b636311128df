/** What the interface answers of cases. */
import type { AssetLine } from "./assets.ts";
import type { Bilingual, CaseSource, Counted, Money, Page, PartLine, TimelineItem } from "./common.ts";
import type { ExtraditionLine } from "./extraditions.ts";
import type { RoleIn } from "./organizations.ts";

export interface CaseList extends Page<CaseLine> {
  total: number;
}

export interface CaseLine {
  id: string;
  title: string;
  /** Its docket numbers, as the courts write them. */
  dockets: string[];
  /** The district's key, such as TXS. */
  district: string | null;
  taskForce: string;
  status: string | null;
  offense: string | null;
  announced: string | null;
  defendants: number;
  convicted: number;
  sentenced: number;
  deaths: number | null;
  peopleSmuggled: number | null;
  peopleQualifier: string | null;
  priority: PriorityLevel | null;
  /** Whether a program made it up. */
  synthetic: boolean;
}

export type PriorityLevel = "high" | "elevated";

/** The priority of a case by a dated policy, with its reasons. */
export interface Priority {
  level: PriorityLevel | null;
  points: number;
  reasons: { factor: string; points: number; sentence: Bilingual; entries: string[] }[];
  /** Of these the record says nothing. */
  notStated: { factor: string; title: Bilingual }[];
  /** `entry` is null for the policy used until one is adopted. */
  policy: { entry: string | null; since: string | null; title: string };
}

export interface CountLine {
  id: string;
  wording: string | null;
  statutes: { citation: string; basis: string }[];
  covers: string;
  instrument: string | null;
  /** The number of the count in its document. */
  number: string | null;
  entry: string;
  certainty: string;
  outcome: string | null;
  disposedOn: string | null;
  disposition: { entry: string; certainty: string } | null;
  /** The later count that took its place, or the document that dropped it. */
  superseded: { how: "superseded" | "dropped"; record: string; entry: string; number: string | null } | null;
}

export interface SentenceLine {
  id: string;
  entry: string;
  term: { kind: string; months?: number };
  occurred: string | null;
  amended: boolean;
  vacated: boolean;
  supervisedReleaseMonths: number | null;
  fine: Money | null;
  restitution: Money | null;
  moneyJudgment: Money | null;
}

export interface ArrestLine {
  id: string;
  entry: string;
  occurred: string | null;
  place: string;
  country: string | null;
  persons: number;
}

export interface DefendantLine {
  id: string;
  entry: string;
  designation: string;
  person: string | null;
  counts: CountLine[];
  sentences: SentenceLine[];
  arrests: ArrestLine[];
}

export interface CaseBody {
  title: string;
  district?: string;
  taskForce: string;
  status?: string;
  summary?: string;
  offense?: string;
  announced?: string;
  peopleSmuggled?: { count: number; qualifier: string };
  deaths?: number;
  injured?: number;
  minors?: boolean;
  unaccompaniedMinors?: boolean;
  weapon?: boolean;
  flight?: boolean;
  detainedForPayment?: boolean;
}

export interface CasePage {
  id: string;
  entry: string;
  case: CaseBody;
  dockets: { entry: string; district: string; number: string }[];
  defendants: DefendantLine[];
  otherArrests: ArrestLine[];
  priority: Priority;
  ventures: PartLine<VentureBody>[];
  instruments: (PartLine<InstrumentBody> & { supersededBy: string[] })[];
  documents: PartLine<DocumentBody>[];
  assets: AssetLine[];
  extraditions: ExtraditionLine[];
  roles: RoleIn[];
  timeline: TimelineItem[];
  sources: CaseSource[];
  /** Whether anything in it was made up by a program. */
  synthetic: boolean;
  cut: string;
}

export interface VentureBody {
  form: string;
  title: string;
  people?: Counted;
  deaths?: Counted;
  injuries?: Partial<
    Record<"bodily" | "serious" | "permanentOrLifeThreatening" | "degreeNotStated", Counted>
  >;
  minors?: Counted;
  unaccompaniedMinors?: Counted;
  weapon?: string;
  firearm?: boolean;
  flight?: string;
  concealment?: string;
  sexualAssault?: string;
  vulnerablePeople?: boolean;
  substantialRisk?: boolean;
  detainedForPayment?: boolean;
  securityConcern?: boolean;
  contraband?: boolean;
  means?: string[];
  route?: { countries: string[]; district?: string; corridor?: string };
  forProfit?: boolean;
  feePerPerson?: { least: Money; most?: Money };
}

export interface InstrumentBody {
  instrument: string;
  defendants?: string[];
  counts?: string[];
  supersedes?: string[];
  drops?: string[];
}

export interface DocumentBody {
  title: string;
  documentKind: string;
  docket?: { district: string; number: string };
  entry?: number;
  attachment?: number;
  keptAt: string;
  hash?: string;
  pages?: number;
  instrument?: string;
}
