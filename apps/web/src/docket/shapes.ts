/** What the interface answers, as the workbench reads it. */

export interface Bilingual {
  en: string;
  es: string;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
  cut: string;
}

export interface CaseList extends Page<CaseLine> {
  total: number;
}

export interface Status {
  product: string;
  version: string;
  database: string;
  publicRecord: boolean;
  timeZone: string;
  canWrite: boolean;
}

export const certainties = ["stated", "alleged", "inferred", "derived"] as const;

export type MeasureName = "arrests" | "convictions" | "sentenced";
export const measureNames: readonly MeasureName[] = ["arrests", "convictions", "sentenced"];

export interface SourceLine {
  id: string;
  title: string;
  publisher?: string | null;
  url?: string | null;
  dated?: string | null;
}

/** A source of a case, with how many of the case's entries rest on it. */
export interface CaseSource extends SourceLine {
  entries: number;
}

export interface Claim {
  operator: "exactly" | "more-than" | "at-least" | "about" | "under" | "just-under" | "worded";
  value?: number;
  wording?: string;
}

export interface Reported {
  entry: string;
  figure: string;
  claim: Claim;
  sentence: Bilingual;
  value: number | null;
  asOf: string | null;
  attestedAt: string | null;
  unit: string;
  scope: string;
  source: SourceLine | null;
  certainty: string | null;
}

export interface LeftOutGroup {
  reason: string;
  title: Bilingual;
  entries: number;
}

export interface Measure {
  measure: MeasureName;
  version: number;
  title: Bilingual;
  unit: Bilingual;
  definition: Bilingual;
  eventDate: Bilingual;
  samePerson: Bilingual;
  value: number;
  basis: string;
  population: { key: string; title: Bilingual; unknownCases: number };
  cut: string;
  counted: { entries: number; cases: number };
  leftOut: LeftOutGroup[];
  reported: Reported[];
}

export interface Contradiction {
  rule: string;
  /** One of ours, or any other that somebody reported, such as `cash-seized`. */
  measure: string;
  sentence: Bilingual;
  figures: Reported[];
  /** Our own count, where a claim disagrees with it. */
  recorded?: { measure: string; date: string; value: number };
}

export interface Results {
  cut: string;
  basis: string;
  asKnownOn: string | null;
  population: string;
  since: string | null;
  measures: Measure[];
  contradictions: Contradiction[];
}

export interface CountedEntry {
  entry: string;
  kind: string;
  record: { type: string; id: string };
  /** Null where the content was deleted by law. */
  sentence: string | Bilingual | null;
  occurred: string | null;
  attestedAt: string | null;
  source: { id: string; title: string } | null;
  case: { id: string; title: string } | null;
  weight: number;
  certainty: string | null;
}

export interface LeftOutEntry extends CountedEntry {
  reason: string;
  reasonTitle: string | Bilingual;
  because: string | null;
}

export interface Step {
  date: string;
  value: number;
}

export interface Series {
  recorded: Step[];
  reported: Reported[];
}

export interface History {
  cut: string;
  basis: string;
  measures: Record<MeasureName, Series>;
}

export interface CaseLine {
  id: string;
  title: string;
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

export interface Money {
  minor: number;
  currency: string;
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
  counts: CountLine[];
  sentences: SentenceLine[];
  arrests: ArrestLine[];
}

export type EntryState = "standing" | "corrected" | "withdrawn" | "emptied";

export interface TimelineItem {
  entry: string;
  kind: string;
  title: string | Bilingual;
  record: { type: string; id: string };
  /** Null where the content was deleted by law. */
  sentence: string | Bilingual | null;
  occurred: string | null;
  precision: string | null;
  source: { id: string; title: string; url?: string | null } | null;
  attestedAt: string | null;
  recordedAt: string;
  actor: string | null;
  agency: string | null;
  certainty: string | null;
  note: string | null;
  state: EntryState;
  replacedBy: string | null;
  emptiedBy: string | null;
  replaces: string | null;
  reason: string | null;
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
  case: CaseBody;
  defendants: DefendantLine[];
  otherArrests: ArrestLine[];
  timeline: TimelineItem[];
  sources: CaseSource[];
  cut: string;
}

export interface EntryPage extends TimelineItem {
  version: number;
  body: Record<string, unknown> | null;
  /** The entry's own attestation, without its source's date. */
  ownAttestedAt: string | null;
  history: TimelineItem[];
  cuts: { before: string; after: string };
  belongsTo: { case: { id: string; title: string } | null } | null;
}

export interface SourcePage {
  id: string;
  body: { title: string; publisher?: string; url?: string; dated?: string; sourceKind: string };
  items: TimelineItem[];
  next?: string | null;
}

export interface Schema {
  $ref?: string;
  $defs?: Record<string, Schema>;
  type?: string | string[];
  title?: string;
  titleEs?: string;
  description?: string;
  descriptionEs?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: (string | number)[];
  const?: string | number | boolean;
  anyOf?: Schema[];
  oneOf?: Schema[];
  format?: string;
  /** The name of each value of a choice. */
  choices?: Record<string, Bilingual>;
  record?: string;
  entry?: boolean;
  maxLength?: number;
  minimum?: number;
}

export interface KindInfo {
  kind: string;
  version: number;
  record: string;
  opens: boolean;
  title: Bilingual;
  schema: Schema;
}

export interface Draft {
  kind: string;
  subject?: string;
  body: unknown;
  occurred?: string;
  source?: string;
  attestedAt?: string;
  certainty?: string;
  note?: string;
  replaces?: string;
  reason?: string;
  key?: string;
}

export interface Recorded {
  entry: string;
  subject: string;
  sentence: string | Bilingual;
  cut: { before: string; after: string };
}

export interface Checkpoint {
  size: number;
  root: string;
  at: string;
  cosigned: string[];
}

export interface Witness {
  name: string;
  url: string;
  size: number;
  lagSeconds: number | null;
  state: string;
  detail: string;
}

export interface Verification {
  at: string;
  ok: boolean;
  entries: number;
  seconds: number;
  head: number;
  root: string;
  problems: { seq: number; problem: string }[];
}

export interface LedgerHead {
  ledger: string;
  origin: string;
  head: { size: number; root: string; at: string };
  checkpointSeconds: number;
  checkpoints: Checkpoint[];
  witnesses: Witness[];
  verified: Verification | null;
  verifierKeys: string[];
}

export interface RefusedRow {
  line: number;
  field: string | null;
  value: unknown;
  code: string;
  message: string;
  remedy: string;
}

export interface ImportRun {
  id: string;
  name: string;
  preview: boolean;
  state: "running" | "done" | "cancelled" | "failed";
  startedAt: string;
  progress: {
    /** Lines in the file, its header among them. */
    total: number;
    read: number;
    accepted: number;
    unchanged: number;
    corrected: number;
    refused: number;
  };
  report: {
    accepted: number;
    unchanged: number;
    corrected: number;
    refusedTotal: number;
    /** The first of them; all are in the file to download. */
    refused: RefusedRow[];
    preview: { line: number; sentence: Bilingual }[];
  } | null;
  cut: { before: string; after: string } | null;
  problem: ProblemBody | null;
}

export interface ProblemBody {
  type: string;
  title: string;
  status: number;
  code: string;
  detail: string;
  remedy: string;
  field?: string;
  value?: unknown;
}

export interface District {
  key: string;
  citation: string;
  name: Bilingual;
  state: string | null;
  circuit: string | number | null;
  swBorder: boolean;
  taskForce: { since: string } | null;
}
