/** What many answers are made of, as the workbench reads it. */

export interface Bilingual {
  en: string;
  es: string;
}

export interface Page<Item> {
  items: Item[];
  next: string | null;
  cut: string;
}

export const certainties = ["stated", "alleged", "inferred", "derived"] as const;

export interface SourceLine {
  id: string;
  title: string;
  publisher?: string | null;
  url?: string | null;
  dated?: string | null;
  /** Whether a program made it up. */
  synthetic?: boolean;
}

/** A source of a case, with how many of the case's entries rest on it. */
export interface CaseSource extends SourceLine {
  entries: number;
}

export interface Money {
  minor: number;
  currency: string;
}

export type EntryState = "standing" | "corrected" | "withdrawn" | "emptied";

export interface TimelineItem {
  entry: string;
  kind: string;
  title: string | Bilingual;
  record: { type: string; id: string };
  /** Null where the content was deleted by law. */
  sentence: string | Bilingual | null;
  /** Whether it rests on a source that a program made up. */
  synthetic?: boolean;
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

export interface Country {
  alpha2: string;
  name: Bilingual;
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

export interface Totalled<Item> extends Page<Item> {
  total: number;
}

export interface CaseName {
  id: string;
  title: string;
  district: string | null;
}

export interface RecordNamed {
  id: string;
  name: string;
}

/** What one entry says, with its way back to it. */
export interface StepLine<Body = Record<string, unknown>> {
  entry: string;
  occurred: string | null;
  certainty: string;
  body: Body;
}

export interface PartLine<Body = Record<string, unknown>> extends StepLine<Body> {
  id: string;
}

export interface Named {
  case: CaseName | null;
  defendantName: string | null;
  synthetic: boolean;
}

export interface Told {
  timeline: TimelineItem[];
  sources: CaseSource[];
  cut: string;
}

export interface Counted {
  count: number;
  qualifier: string;
}
