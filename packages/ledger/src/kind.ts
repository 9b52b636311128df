/** How a kind of entry is declared: its schema, rule, projection and sentence, as data in one file of its own. */
import { z } from "zod";
import type { ImpreciseDate } from "./dates.ts";
import type { Actor, Draft, Entry, Id } from "./entry.ts";
import { wrong } from "./schema-words.ts";

/** The column types that a projection may use. */
export type ColumnType =
  | "uuid"
  | "uuid[]"
  | "text"
  | "text[]"
  | "integer"
  | "bigint"
  | "boolean"
  | "date"
  | "jsonb";

export type ColumnValue = string | number | boolean | null | readonly string[] | object;

export interface Projection<Body> {
  /**
   * Table in the schema `docket`, one to a kind. The ledger adds the columns every projected row has:
   * label, entry, subject, chain, since, until, ended, ended_attested, ended_source, occurred, occurred_from, occurred_to, source,
   * attested_to, certainty; the key (label, entry); and an index on (label, subject).
   */
  readonly table: string;
  readonly columns: Readonly<Record<string, ColumnType>>;
  /** Columns that lists sort or filter by; each gets an index (label, column). */
  readonly indexed?: readonly string[];
  /** Counted up when `row` gives other values for the same body, so that the table is filled anew. Default 1. */
  readonly revision?: number;
  /** The row's own columns, from the body alone, so that a rebuild gives the same bytes. */
  readonly row: (body: Body) => Readonly<Record<string, ColumnValue>>;
}

/** A record as it stands: the entries about it that are neither corrected nor withdrawn, oldest first. */
export interface StandingRecord {
  readonly id: Id;
  /** The type of record, as named by the kind that opened it. */
  readonly type: string;
  readonly entries: readonly Entry[];
}

/** What a rule may ask: the records that the draft speaks of or refers to, as they stand under the lock. */
export interface Standing {
  /** The record, if it stands and the actor may read it; hidden and absent look the same. */
  record(id: Id): StandingRecord | undefined;
  /** The records with an entry that refers to this one; only where the kind asks for them (`asksWhatMentions`). */
  mentioning(id: Id): readonly StandingRecord[];
}

export interface Sentence<Body> {
  /** One plain sentence that says what the entry asserts, without the subject's internal ids. */
  readonly en: (entry: Pick<Draft<Body>, "body" | "occurred">) => string;
  readonly es: (entry: Pick<Draft<Body>, "body" | "occurred">) => string;
}

/** An older version of a kind's body and the step to the next one. Both stay for ever. */
export interface EarlierVersion {
  readonly schema: z.ZodType;
  readonly up: (body: never) => unknown;
}

export interface Kind<Body = unknown> {
  /** `subject.event`, such as `arrest.made`. */
  readonly kind: string;
  readonly version: number;
  /** The type of record it speaks of, such as `arrest`. */
  readonly record: string;
  /** Whether it opens that record or speaks of one that stands. */
  readonly opens: boolean;
  readonly schema: z.ZodType<Body>;
  /** By version number, 1 to version − 1. */
  readonly earlier?: Readonly<Record<number, EarlierVersion>>;
  readonly projection: Projection<Body>;
  /**
   * Refuses what the schema cannot see; pure. `draft.body` has passed the schema, and every reference in it stands, or was
   * in the entry it corrects and has been lawfully emptied since. `actor` is who records it.
   */
  readonly rule?: (draft: Draft<Body> & { readonly subject: Id }, standing: Standing, actor?: Actor) => void;
  /** Written by an act of its own that works out what it says; never filled in by hand, nor taken from a file. */
  readonly composed?: boolean;
  /**
   * Refuses a withdrawal of a standing entry, or its correction to `instead`, that would take away what others stand on;
   * pure. `standing` is without the entry.
   */
  readonly ending?: (ended: Entry<Body>, instead: Draft<Body> | undefined, standing: Standing) => void;
  /**
   * Fields of the body that say whose the record is, such as the case of a defendant. A correction may change them only
   * while no other entry stands on the record: those were recorded of the one it is.
   */
  readonly lasting?: readonly string[];
  /** Of a kind that describes a source: the day the source itself bears. Nothing it states can have come later. */
  readonly dated?: (body: Body) => ImpreciseDate | undefined;
  /**
   * A type of record. Of those that the draft names, or that what it names refers to, the rules may ask
   * `Standing.mentioning`: it costs the append one more exchange with the database. A function tells it by the body, where
   * few bodies need it.
   */
  readonly asksWhatMentions?: string | ((body: Body) => string | undefined);
  readonly sentence: Sentence<Body>;
  /** What the kind is called in lists and forms. */
  readonly title: { readonly en: string; readonly es: string };
}

/** The type of record of which the kind asks, for this body, what refers to it. */
export function askedOf({ asksWhatMentions: asks }: Kind, body: unknown): string | undefined {
  return typeof asks === "function" ? asks(body) : asks;
}

/** Declares a kind; the body's type is taken from the schema. */
export function defineKind<Schema extends z.ZodType>(
  kind: Omit<Kind<z.infer<Schema>>, "schema"> & { readonly schema: Schema },
): Kind<z.infer<Schema>> {
  return Object.freeze(kind) as Kind<z.infer<Schema>>;
}

/** A field of a body that refers to a record of the given type. In import rows it may hold a row key. */
export function ref(record: string): z.ZodUUID {
  return z.uuid().toLowerCase().meta({ record });
}

/** A field of a body that names another entry. */
export function entryRef(): z.ZodUUID {
  return z.uuid().toLowerCase().meta({ entry: true });
}

/** Money in integer minor units (cents for USD) of an ISO 4217 currency; never converted. */
export const money = z
  .strictObject({
    minor: z.int().nonnegative().meta({ description: "integer minor units: cents for USD" }),
    currency: z
      .string()
      .regex(
        /^[A-Z]{3}$/,
        wrong(
          "is not a currency: three capital letters, as in ISO 4217",
          "no es una moneda: tres letras mayúsculas, como en ISO 4217",
        ),
      ),
  })
  .meta({ id: "Money" });
export type Money = z.infer<typeof money>;
