/** What the interface answers of the ledger, its entries and imports. */
import type { Bilingual, ProblemBody, TimelineItem } from "./common.ts";

export interface Status {
  product: string;
  version: string;
  database: string;
  publicRecord: boolean;
  /** Whether anything in the record was made up by a program. */
  synthetic: boolean;
  timeZone: string;
  canWrite: boolean;
}

export interface EntryPage extends TimelineItem {
  version: number;
  body: Record<string, unknown> | null;
  /** The entry's own attestation, without its source's date. */
  ownAttestedAt: string | null;
  history: TimelineItem[];
  cuts: { before: string; after: string };
  belongsTo: { case: { id: string; title: string; synthetic: boolean } | null } | null;
}

export interface SourcePage {
  id: string;
  body: { title: string; publisher?: string; url?: string; dated?: string; sourceKind: string };
  items: TimelineItem[];
  next?: string | null;
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
