/** Makes whole entries out of checked drafts, with salt and hashes, and writes them with the head under the append lock. */
import { randomBytes } from "node:crypto";
import type pg from "pg";
import { escapeLiteral } from "pg";
import type { Actor, Content, Draft, Header } from "../entry.ts";
import type { Kind } from "../kind.ts";
import { canonical } from "../proof/canonical.ts";
import { commitmentOf, leafOf } from "../proof/leaf.ts";
import type { CompactRange } from "../proof/tree.ts";

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

/** The hashes of an entry: random salt, commitment to the content, leaf over header and commitment. */
export function seal(header: Header, kind: Kind, content: Content): Whole {
  const salt = randomBytes(32);
  const text = canonical(content);
  const commitment = commitmentOf(salt, text);
  return { header, kind, content, text, salt, commitment, leaf: leafOf(header, commitment) };
}

const WRITE = `
  with h as (update ledger.head set size = $1, recorded_at = $2::timestamptz returning 1),
  e as (insert into ledger.entry (seq, label, id, kind, version, subject, replaces, recorded_at, commitment, leaf)
        select * from unnest($3::bigint[], $4::integer[], $5::uuid[], $6::text[], $7::smallint[], $8::uuid[], $9::uuid[],
                             $10::timestamptz[], $11::bytea[], $12::bytea[])),
  n as (insert into ledger.node (level, index, hash) select * from unnest($13::smallint[], $14::bigint[], $15::bytea[]))
  insert into ledger.body (label, seq, salt, content) select * from unnest($16::integer[], $17::bigint[], $18::bytea[], $19::text[])`;

/** Which of the entries still have a body; a restored ledger may hold some that were lawfully emptied. */
export interface WriteOptions<W extends Whole> {
  readonly bodyOf?: (entry: W) => boolean;
}

/** Writes whole entries, the new subtree hashes and the head in one statement; the range grows by them. */
export async function writeEntries<W extends Whole>(
  client: pg.ClientBase,
  whole: readonly W[],
  range: CompactRange,
  { bodyOf = () => true }: WriteOptions<W> = {},
): Promise<void> {
  const nodes = range.append(whole.map(({ leaf }) => leaf));
  const bodies = whole.filter(bodyOf);
  await client.query({
    name: "write entries",
    text: WRITE,
    values: [
      range.size,
      whole.at(-1)?.header.recordedAt,
      whole.map(({ header }) => header.seq),
      whole.map(({ header }) => header.label),
      whole.map(({ header }) => header.id),
      whole.map(({ header }) => header.kind),
      whole.map(({ header }) => header.version),
      whole.map(({ header }) => header.subject),
      whole.map(({ header }) => header.replaces ?? null),
      whole.map(({ header }) => header.recordedAt),
      whole.map(({ commitment }) => commitment),
      whole.map(({ leaf }) => leaf),
      nodes.map(({ level }) => level),
      nodes.map(({ index }) => index),
      nodes.map(({ hash }) => hash),
      bodies.map(({ header }) => header.label),
      bodies.map(({ header }) => header.seq),
      bodies.map(({ salt }) => salt),
      bodies.map(({ text }) => text),
    ],
  });
}

/** Statements that open a writing transaction: who writes, the actor's labels, the append lock, then the head and the clock inside it. */
export function beginWriting(actor: Actor): string {
  const labels = actor.labels.map((label) => Math.trunc(label)).join(",");
  return `begin; select set_config('jd.labels', '{${labels}}', true), set_config('jd.actor', ${escapeLiteral(actor.id)}, true); select from ledger.head for update;
    select size, to_char(greatest(clock_timestamp(), recorded_at) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as now from ledger.head`;
}

/** The head under the append lock: the next position, and the clock as the ledger will note it. */
export interface Head {
  readonly size: number;
  readonly now: string;
}

/** The head as `beginWriting` read it. */
export function headOf(opened: readonly pg.QueryResult[]): Head {
  return opened.at(-1)?.rows[0] as Head;
}
