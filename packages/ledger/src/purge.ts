/** The purge procedure: a lawful order empties one entry for good, and the ledger says so. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { entryAlreadyEnded, entryNotFound, notWithdrawable } from "./append/check.ts";
import { type Head, seal, writeEntries } from "./append/compose.ts";
import { entryPurged } from "./core-kinds.ts";
import type { Actor, Content, Header, Id } from "./entry.ts";
import type { Kind } from "./kind.ts";
import type { Kinds } from "./kinds.ts";
import type { CompactRange } from "./proof/tree.ts";
import { applyProjections } from "./projections/apply.ts";
import { contentOf, ENTRY_COLUMNS, type EntryRow } from "./rows.ts";

interface Target extends EntryRow {
  readonly emptied: boolean;
}

async function targetOf(client: pg.ClientBase, id: Id): Promise<Target> {
  const { rows } = await client.query<Target>(
    `select ${ENTRY_COLUMNS}, m.entry is not null as emptied from ledger.entry e
       left join ledger.body b on b.label = e.label and b.seq = e.seq
       left join ledger.emptied m on m.label = e.label and m.entry = e.id where e.id = $1`,
    [id],
  );
  const target = rows[0];
  if (!target) throw entryNotFound({ field: "purges", value: id });
  if (target.emptied) throw entryAlreadyEnded({ field: "purges", value: id });
  if (target.kind.startsWith("entry.")) throw notWithdrawable({ kind: target.kind, field: "purges", value: id });
  return target;
}

/** Deletes what the projections hold of the entry's content; its header's facts stay. */
async function forget(client: pg.ClientBase, kinds: Kinds, id: Id, target: Target): Promise<void> {
  const { table } = kinds.named(target.kind).projection;
  const gone = await client.query<{ chain: string }>(`delete from docket.${table} where label = $1 and entry = $2 returning chain`, [target.label, id]);
  const content = contentOf(kinds, target);
  const named = content ? kinds.references(kinds.named(target.kind), content.body).map((reference) => reference.id) : [];
  if (content?.source !== undefined) named.push(content.source);
  await client.query("delete from ledger.mention where label = $1 and record = any ($2::uuid[]) and entry = $3 and role <> 'a'", [target.label, named, id]);
  await client.query("delete from ledger.body where label = $1 and seq = $2", [target.label, target.seq]);
  const chain = gone.rows[0]?.chain;
  if (chain !== undefined) await keepKeysOfChain(client, table, target, chain);
}

/** The row's key was content too: it stays only where another entry of the same chain still bears it. */
async function keepKeysOfChain(client: pg.ClientBase, table: string, { label, subject }: Target, chain: string): Promise<void> {
  await client.query("delete from ledger.row_key where label = $1 and chain = $2", [label, chain]);
  await client.query(
    `insert into ledger.row_key (label, key, chain, subject)
     select distinct t.label, b.content::jsonb ->> 'key', t.chain, $3::uuid
       from docket.${table} t
       join ledger.entry e on e.label = t.label and e.id = t.entry
       join ledger.body b on b.label = e.label and b.seq = e.seq
      where t.label = $1 and t.chain = $2 and b.content::jsonb ? 'key'
     on conflict (label, key) do nothing`,
    [label, chain, subject],
  );
}

/**
 * Empties an entry under the authority named, inside a transaction that holds the append lock as the keeper.
 * Content and salt are gone for good; the leaf stays, so the ledger still verifies.
 */
export async function purgeEntry(
  client: pg.ClientBase,
  kinds: Kinds,
  actor: Actor,
  order: { readonly entry: Id; readonly authority: string; readonly reason: string },
  head: Head,
  range: CompactRange,
): Promise<Id> {
  const target = await targetOf(client, order.entry);
  const body = entryPurged.schema.parse({ purges: order.entry, authority: order.authority });
  const header: Header = {
    id: randomUUID(),
    kind: entryPurged.kind,
    label: target.label,
    recordedAt: head.now,
    seq: head.size,
    subject: target.subject,
    version: entryPurged.version,
  };
  const content: Content = { actor: actor.id, agency: actor.agency, body, reason: order.reason };
  const whole = seal(header, entryPurged as Kind, content);
  await writeEntries(client, [whole], range);
  await applyProjections(client, kinds, [whole]);
  await client.query(
    "insert into ledger.emptied (label, entry, kind, subject, seq, by, at_seq) values ($1, $2, $3, $4, $5, $6, $7)",
    [target.label, order.entry, target.kind, target.subject, target.seq, header.id, header.seq],
  );
  await forget(client, kinds, order.entry, target);
  return header.id;
}
