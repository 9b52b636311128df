/** What the interface answers of kinds, drafts and the acts that record them. */
import type { Bilingual, ProblemBody } from "./common.ts";

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
  /** The statute or rule that gives the field its meaning. */
  law?: string;
  /** The reference data that the field takes its values from. */
  offers?: "districts" | "countries";
  maxLength?: number;
  pattern?: string;
  minimum?: number;
}

export interface KindInfo {
  kind: string;
  version: number;
  record: string;
  opens: boolean;
  /** Written by an act of its own, never filled in by hand. */
  composed: boolean;
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

/** What became of one draft of an act that was judged and not recorded. */
export interface Judgment {
  sentence: Bilingual | null;
  misfits: { field: string; why: Bilingual }[];
  problem: ProblemBody | null;
  waitsFor: string[];
}

export interface RecordedAct {
  entries: { entry: string; subject: string; kind: string; as: string | null }[];
  cut: { before: string; after: string };
}

/** What a record is called in one language, and what tells it from others of that name. */
export interface Called {
  name: string;
  detail: string;
}

/** A standing record in plain words, as a form lets one choose it. */
export interface RecordLine {
  id: string;
  type: string;
  entry: string;
  /** By type of record. */
  belongsTo: Record<string, string>;
  en: Called;
  es: Called;
  /** Where a count or an asset stands. */
  state: string | null;
}

/** A judgment for each draft, in their order. */
export interface Judgments {
  judgments: Judgment[];
}
