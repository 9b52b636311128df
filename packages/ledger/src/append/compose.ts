/** Makes whole entries out of checked drafts, with salt and hashes, and writes them with the head under the append lock. */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { escapeLiteral } from "pg";
import type { Actor, Content, Draft, Header } from "../entry.ts";
import type { Kind } from "../kind.ts";
import { canonical } from "../proof/canonical.ts";
import { commitmentOf, leafOf } from "../proof/leaf.ts";
import type { CompactRange } from "../proof/tree.ts";
import { arrayOf, type Item, type ItemType } from "../store/arrays.ts";

/** An entry with everything that is stored of it. */
export interface Whole {
  readonly header: Header;
  readonly kind: Kind;
  readonly content: Content;
  readonly text: string;
  readonly salt: Buffer;
  readonly commitment: Buffer;
  readonly leaf: Buffer;
}

/** The salted half of the entry that a draft becomes. */
export function contentOfDraft(actor: Actor, draft: Draft): Content {
  const { body, occurred, source, attestedAt, certainty, note, reason, key } = draft;
  return {
    actor: actor.id,
    agency: actor.agency,
    body,
    ...(occurred === undefined ? {} : { occurred }),
    ...(source === undefined ? {} : { source }),
    ...(attestedAt === undefined ? {} : { attestedAt }),
    ...(certainty === undefined ? {} : { certainty }),
    ...(note === undefined ? {} : { note }),
    ...(reason === undefined ? {} : { reason }),
    ...(key === undefined ? {} : { key }),
  };
}

export const SALT_BYTES = 32;

/** The hashes of an entry: commitment to the content under a random salt, leaf over header and commitment. */
export function seal(
  header: Header,
  kind: Kind,
  content: Content,
  salt: Buffer = randomBytes(SALT_BYTES),
): Whole {
  const text = canonical(content);
  const commitment = commitmentOf(salt, text);
  return { header, kind, content, text, salt, commitment, leaf: leafOf(header, commitment) };
}

const WRITE = `
  with h as (update ledger.head set size = $1, recorded_at = $2::timestamptz returning 1),
  e as (insert into ledger.entry (seq, label, id, kind, version, subject, replaces, recorded_at, commitment, leaf)
        select seq, label, id, kind, version, subject, replaces, recorded_at::timestamptz, commitment, leaf
          from unnest($3::bigint[], $4::integer[], $5::uuid[], $6::text[], $7::smallint[], $8::uuid[], $9::uuid[], $10::text[],
                      $11::bytea[], $12::bytea[])
            as u (seq, label, id, kind, version, subject, replaces, recorded_at, commitment, leaf)),
  n as (insert into ledger.node (level, index, hash) select * from unnest($13::smallint[], $14::bigint[], $15::bytea[]))
  insert into ledger.body (label, seq, salt, content) select * from unnest($16::integer[], $17::bigint[], $18::bytea[], $19::text[])`;

/** Which of the entries still have a body; a restored ledger may hold some that were lawfully emptied. */
export interface WriteOptions<W extends Whole> {
  readonly bodyOf?: (entry: W) => boolean;
}

function column<T>(type: ItemType, of: readonly T[], item: (one: T) => Item): Buffer {
  return arrayOf(type, of.map(item));
}

/** The statement that writes whole entries, the new subtree hashes and the head; the range grows by them. */
export function entriesWritten<W extends Whole>(
  whole: readonly W[],
  range: CompactRange,
  { bodyOf = () => true }: WriteOptions<W> = {},
): pg.QueryConfig {
  const nodes = range.append(whole.map(({ leaf }) => leaf));
  const bodies = whole.filter(bodyOf);
  const headers = whole.map(({ header }) => header);
  return {
    name: "write entries",
    text: WRITE,
    values: [
      range.size,
      headers.at(-1)?.recordedAt,
      column("bigint", headers, ({ seq }) => seq),
      column("integer", headers, ({ label }) => label),
      column("uuid", headers, ({ id }) => id),
      column("text", headers, ({ kind }) => kind),
      column("smallint", headers, ({ version }) => version),
      column("uuid", headers, ({ subject }) => subject),
      column("uuid", headers, ({ replaces = null }) => replaces),
      column("text", headers, ({ recordedAt }) => recordedAt),
      column("bytea", whole, ({ commitment }) => commitment),
      column("bytea", whole, ({ leaf }) => leaf),
      column("smallint", nodes, ({ level }) => level),
      column("bigint", nodes, ({ index }) => index),
      column("bytea", nodes, ({ hash }) => hash),
      column("integer", bodies, ({ header }) => header.label),
      column("bigint", bodies, ({ header }) => header.seq),
      column("bytea", bodies, ({ salt }) => salt),
      column("text", bodies, ({ text }) => text),
    ],
  };
}

/** Statements that open a writing transaction: who writes, the actor's labels, the append lock, then the head and the clock inside it. */
export function beginWriting(actor: Actor): string {
  const labels = actor.labels.map((label) => Math.trunc(label)).join(",");
  // Every statement of an append looks rows up by their keys; planned anew each time, that takes longer than it does.
  return `begin; select set_config('jd.labels', '{${labels}}', true), set_config('jd.actor', ${escapeLiteral(actor.id)}, true),
      set_config('plan_cache_mode', 'force_generic_plan', true); select from ledger.head for update;
    select size, to_char(greatest(clock_timestamp(), recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now from ledger.head`;
}

/** The head under the append lock: the next position, and the clock as the ledger will note it. */
export interface Head {
  readonly size: number;
  readonly now: string;
}

/** The head as `beginWriting` read it. */
export function headOf([begun]: readonly (readonly pg.QueryResult[])[]): Head {
  return begun?.at(-1)?.rows[0] as Head;
}
