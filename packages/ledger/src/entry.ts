/** What an entry is: an assertion somebody made, with authority, about one record, kept for good. */
import { z } from "zod";
import { type ImpreciseDate, impreciseDate } from "./dates.ts";

/** A random UUID; nothing can be counted from it. */
export type Id = string;

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether a text has the form of an identity, in either case. */
export function isId(text: string): boolean {
  return ID.test(text);
}

/**
 * How sure the source is. `stated`: the source says so. `alleged`: charged or claimed, not proved.
 * `inferred`: concluded from other wording by rule. `derived`: computed from stated facts.
 */
export const certainties = ["stated", "alleged", "inferred", "derived"] as const;
export type Certainty = (typeof certainties)[number];

/** What a caller hands in; the ledger adds position, time, salt and proof. */
export interface Draft<Body = unknown> {
  readonly kind: string;
  /** The record it speaks of. Left out by kinds that open a record. */
  readonly subject?: Id | undefined;
  readonly body: Body;
  /** When it was true in the world. */
  readonly occurred?: ImpreciseDate | undefined;
  /** The record of the source that stated it. */
  readonly source?: Id | undefined;
  /** When the source stated it, where that differs from the source's own date. */
  readonly attestedAt?: ImpreciseDate | undefined;
  readonly certainty?: Certainty | undefined;
  readonly note?: string | undefined;
  /**
   * The identity that a record opened by this draft will have, so that later drafts of one import can name it.
   * Made at random by the importer; never taken from a request.
   */
  readonly opensAs?: Id | undefined;
  /**
   * The identity that the entry itself will have, so that a later draft of one import can correct or withdraw it.
   * Made at random by the importer; never taken from a request.
   */
  readonly entersAs?: Id | undefined;
  /** That it comes from the act of its own that writes entries of its kind; never taken from a request. */
  readonly composed?: true | undefined;
  /** The entry that this one corrects. */
  readonly replaces?: Id | undefined;
  /** Why it corrects or withdraws. */
  readonly reason?: string | undefined;
  /** The stable key of the row it was imported from. */
  readonly key?: string | undefined;
}

/** The public half of an entry: identifiers, kind and time, never content. Its RFC 8785 form is hashed. */
export interface Header {
  readonly id: Id;
  readonly kind: string;
  readonly label: number;
  /** UTC, microseconds: `2026-11-24T08:30:00.123456Z`. */
  readonly recordedAt: string;
  readonly replaces?: Id;
  /** Position in the ledger, from 0. Internal: readers never see it. */
  readonly seq: number;
  readonly subject: Id;
  readonly version: number;
}

/** The salted half of an entry. */
export interface Content<Body = unknown> {
  readonly actor: string;
  readonly agency: string;
  readonly body: Body;
  readonly occurred?: ImpreciseDate;
  readonly source?: Id;
  readonly attestedAt?: ImpreciseDate;
  readonly certainty?: Certainty;
  readonly note?: string;
  readonly reason?: string;
  readonly key?: string;
}

/** An entry as readers meet it: current version of its body, no position. */
export interface Entry<Body = unknown> extends Content<Body> {
  readonly id: Id;
  readonly kind: string;
  readonly version: number;
  readonly subject: Id;
  readonly recordedAt: string;
  readonly replaces?: Id;
}

/** The schema of everything in a draft but its body, which the kind checks. */
export const draftEnvelope = z.strictObject({
  kind: z.string().min(1).max(80),
  subject: z.uuid().toLowerCase().optional(),
  body: z.unknown(),
  occurred: impreciseDate.optional(),
  source: z.uuid().toLowerCase().optional(),
  opensAs: z.uuid().toLowerCase().optional(),
  entersAs: z.uuid().toLowerCase().optional(),
  composed: z.literal(true).optional(),
  attestedAt: impreciseDate.optional(),
  certainty: z.enum(certainties).optional(),
  note: z.string().trim().min(1).max(4000).optional(),
  replaces: z.uuid().toLowerCase().optional(),
  reason: z.string().trim().min(1).max(4000).optional(),
  key: z.string().trim().min(1).max(300).optional(),
});

/** Who records, and for whom. */
export interface Actor {
  /** A stable identifier of the person or process, never a display name. */
  readonly id: string;
  readonly agency: string;
  /** The labels this actor may read; rows under other labels do not exist for them. */
  readonly labels: readonly number[];
}

/** The label that stands for the set { open }. */
export const OPEN_LABEL = 1;
