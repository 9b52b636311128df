/** What the interface answers, as the workbench reads it. */

export interface Bilingual {
  en: string;
  es: string;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
  cut?: string;
  total?: number;
}

export interface Status {
  product: string;
  version: string;
  database: string;
  demonstration: boolean;
  synthetic: boolean;
  timeZone: string;
  canWrite: boolean;
}

export type MeasureName = "arrests" | "convictions" | "sentenced";
export const measureNames: readonly MeasureName[] = ["arrests", "convictions", "sentenced"];

export interface SourceLine {
  id: string;
  title: string;
  publisher?: string | null;
  url?: string | null;
  dated?: string | null;
  sourceKind?: string | null;
  entries?: number;
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
  measure: MeasureName;
  sentence: Bilingual;
  figures: Reported[];
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
  sentence: string | Bilingual;
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
  district: string | null;
  districtName: string | null;
  taskForce: string;
  status: string | null;
  offense: string | null;
  announced: string | null;
  defendants: number;
  convicted: number;
  sentenced: number;
  deaths: number | null;
  peopleSmuggled: { count: number; qualifier: string } | number | null;
}

export interface CountLine {
  id: string;
  wording: string;
  statutes: { citation: string; basis: string }[];
  covers: string;
  instrument: string | null;
  outcome: string | null;
  disposedOn: string | null;
  certainty: string | null;
}

export interface SentenceLine {
  id: string;
  term: string;
  months: number | null;
  occurred: string | null;
  amended: boolean;
  vacated: boolean;
  supervisedReleaseMonths: number | null;
  fine: Money | null;
}

export interface Money {
  minor: number;
  currency: string;
}

export interface ArrestLine {
  id: string;
  occurred: string | null;
  place: string;
  country: string | null;
  persons?: number;
}

export interface DefendantLine {
  id: string;
  designation: string;
  counts: CountLine[];
  sentence: SentenceLine | null;
  arrests: ArrestLine[];
}

export type EntryState = "standing" | "corrected" | "withdrawn" | "emptied";

export interface TimelineItem {
  entry: string;
  kind: string;
  title: string | Bilingual;
  sentence: string | Bilingual;
  occurred: string | null;
  occurredWords: string | null;
  precision: string | null;
  source: { id: string; title: string; url?: string | null } | null;
  attestedAt: string | null;
  recordedAt: string;
  actor: string;
  agency: string;
  certainty: string | null;
  note: string | null;
  state: EntryState;
  replacedBy: string | null;
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
  district: { key: string; citation: string; name: string } | null;
  defendants: DefendantLine[];
  arrests: ArrestLine[];
  timeline: TimelineItem[];
  sources: SourceLine[];
  cut: string;
}

export interface EntryLine extends TimelineItem {
  subject: { type: string; id: string };
}

export interface EntryPage extends EntryLine {
  version: number;
  body: Record<string, unknown> | null;
  key?: string | null;
  history: TimelineItem[];
  cuts: { before: string; after: string };
  belongsTo: { case: { id: string; title: string } | null } | null;
}

export interface SourcePage {
  id: string;
  body: { title: string; publisher?: string; url?: string; dated?: string; sourceKind: string };
  items: EntryLine[];
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
  url: string | null;
  size: number | null;
  lagSeconds: number | null;
  state: string;
}

export interface Verification {
  at?: string;
  ok: boolean;
  entries: number;
  seconds: number;
  head?: number;
  root?: string;
  problems: ({ seq?: number; problem: string } | string)[] | number;
}

export interface LedgerHead {
  ledger: string;
  origin: string;
  entries: number;
  head: { size: number; root: string };
  checkpoints: Checkpoint[];
  witnesses: Witness[];
  verified: Verification | null;
  verifierKeys: (string | Record<string, unknown>)[];
  drift: (string | Record<string, unknown>)[];
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
  name?: string;
  preview?: boolean;
  state: "reading" | "writing" | "done" | "cancelled" | "failed";
  progress: {
    read: number;
    total: number | null;
    accepted: number;
    unchanged: number;
    corrected: number;
    refused: number;
  };
  report?: {
    accepted: number;
    unchanged: number;
    corrected: number;
    refused: RefusedRow[];
    preview?: { line: number; sentence: string | Bilingual }[];
  };
  cut?: { before: string; after: string };
  problem?: Partial<ProblemBody> | null;
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
  errors?: { field: string; value?: unknown; code: string; message: string; remedy?: string }[];
}

export interface District {
  key: string;
  citation: string;
  name: string;
  state: string | null;
  circuit: string | number | null;
  swBorder: boolean;
  taskForce: { since: string } | null;
}
