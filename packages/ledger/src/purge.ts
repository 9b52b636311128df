/** The purge procedure: a lawful order empties one entry for good, and the ledger says so. */
import { randomUUID } from "node:crypto";
import type pg from "pg";
import { z } from "zod";
import {
  entryAlreadyEmptied,
  entryNotFound,
  notWithdrawable,
  parseDraft,
  reasonMissing,
} from "./append/check.ts";
import { type Head, seal, entriesWritten } from "./append/compose.ts";
import { entryPurged } from "./core-kinds.ts";
import type { Actor, Content, Header, Id } from "./entry.ts";
import type { Kind } from "./kind.ts";
import type { Kinds } from "./kinds.ts";
import type { CompactRange } from "./proof/tree.ts";
import { canonical } from "./proof/canonical.ts";
import { applyProjections, chainOfEntry } from "./projections/apply.ts";
import { contentOf, ENTRY_COLUMNS, type EntryRow } from "./rows.ts";

interface Target extends EntryRow {
  readonly emptied: boolean;
}

/** The entry ordered to be emptied, among those the actor may read: what is hidden looks absent here too. */
async function targetOf(client: pg.ClientBase, actor: Actor, id: Id): Promise<Target> {
  if (!z.uuid().safeParse(id).success) throw entryNotFound({ field: "purges", value: id });
  const { rows } = await client.query<Target>(
    `select ${ENTRY_COLUMNS}, m.entry is not null as emptied from ledger.entry e
       left join ledger.body b on b.label = e.label and b.seq = e.seq
       left join ledger.emptied m on m.label = e.label and m.entry = e.id where e.id = $1 and e.label = any ($2::integer[])`,
    [id, actor.labels],
  );
  const target = rows[0];
  if (!target) throw entryNotFound({ field: "purges", value: id });
  if (target.emptied) throw entryAlreadyEmptied({ field: "purges", value: id });
  if (target.kind === entryPurged.kind)
    throw notWithdrawable({ kind: target.kind, field: "purges", value: id });
  return target;
}

/** Deletes what the projections hold of the entry's content; its header's facts stay. */
async function forget(client: pg.ClientBase, kinds: Kinds, id: Id, target: Target): Promise<void> {
  const { table } = kinds.named(target.kind).projection;
  await client.query(`delete from docket.${table} where label = $1 and entry = $2`, [target.label, id]);
  const content = contentOf(kinds, target);
  const named = content
    ? kinds.references(kinds.named(target.kind), content.body).map((reference) => reference.id)
    : [];
  if (content?.source !== undefined) named.push(content.source);
  await client.query(
    "delete from ledger.mention where label = $1 and record = any ($2::uuid[]) and entry = $3 and role <> 'a'",
    [target.label, named, id],
  );
  await client.query("delete from ledger.body where label = $1 and seq = $2", [target.label, target.seq]);
  await forgetAttestation(client, kinds, id, target.label);
  // The digest of the request would let its content be guessed; without one, the key only refuses to be used again.
  await client.query("update ledger.idempotency set digest = '' where outcome -> 'entries' @> $1::jsonb", [
    JSON.stringify([{ id }]),
  ]);
  if (content?.key !== undefined) await passOnRowKey(client, target.label, content.key);
}

/** Where the purged entry ended another, that one's end keeps its position and loses its date, which was content. */
async function forgetAttestation(client: pg.ClientBase, kinds: Kinds, id: Id, label: number): Promise<void> {
  const { rows } = await client.query<{ entry: Id; kind: string }>(
    `update ledger.ended x set attested = null from ledger.entry e
      where x.label = $1 and x.by = $2 and e.label = x.label and e.id = x.entry returning x.entry, e.kind`,
    [label, id],
  );
  for (const { entry, kind } of rows)
    await client.query(
      `update docket.${kinds.named(kind).projection.table} set ended_attested = null, ended_source = null where label = $1 and entry = $2`,
      [label, entry],
    );
}

/**
 * The row's key was content too: it goes to the first entry that still bears it, as a rebuild would find it, or away.
 * Looks through all bodies of the label while appends wait: a purge is rare, and no index may hold what is to go.
 */
async function passOnRowKey(client: pg.ClientBase, label: number, key: string): Promise<void> {
  await client.query("delete from ledger.row_key where label = $1 and key = $2", [label, key]);
  const { rows } = await client.query<{ entry: string; subject: string }>(
    `select e.id as entry, e.subject from ledger.body b join ledger.entry e on e.label = b.label and e.seq = b.seq
      where b.label = $1 and strpos(b.content, $2) > 0 and b.content::jsonb ->> 'key' = $3 order by b.seq limit 1`,
    [label, canonical({ key }).slice(1, -1), key],
  );
  const heir = rows[0];
  if (!heir) return;
  const chain = await chainOfEntry(client, { label, entry: heir.entry });
  await client.query("insert into ledger.row_key (label, key, chain, subject) values ($1, $2, $3, $4)", [
    label,
    key,
    chain,
    heir.subject,
  ]);
}

/** Bytes of a table above which it is not rewritten while others wait for it. */
const REWRITTEN_AT_ONCE = 256 * 1024 * 1024;

const NO_RIGHT = "42501";

/** What is said where deleted text could not be cleaned out of the database's files. */
export function notCleaned(error: unknown): string {
  const why = (error as { message?: string }).message ?? String(error);
  return `Emptied, but the deleted text may stand in the database's files until VACUUM FULL has run on its tables: ${why}.`;
}

/** How long a purge waits for those who began to read before it, whose view keeps the old rows in the files. */
const READERS_MS = 10_000;

/** Waits until no transaction can still see what stood before now; false where one goes on for too long. */
async function untilUnseen(owner: pg.ClientBase): Promise<boolean> {
  const { rows } = await owner.query<{ now: string }>("select pg_current_xact_id()::text as now");
  for (const began = Date.now(); ; ) {
    const { rowCount } = await owner.query(
      `select from pg_stat_activity where pid <> pg_backend_pid() and (datname = current_database() or datname is null)
          and age(backend_xmin) >= age($1::text::xid8::xid)
       union all select where pg_snapshot_xmin(pg_current_snapshot()) <= $1::text::xid8`,
      [rows[0]?.now],
    );
    if (rowCount === 0) return true;
    if (Date.now() - began > READERS_MS) return false;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

async function rewrite(owner: pg.ClientBase, table: string, say: (line: string) => void): Promise<void> {
  const { rows } = await owner.query<{ bytes: number }>("select pg_table_size($1) as bytes", [table]);
  if ((rows[0]?.bytes ?? 0) <= REWRITTEN_AT_ONCE) {
    await owner.query(`vacuum (full) ${table}`);
    return;
  }
  await owner.query(`vacuum ${table}`);
  say(`${table} is large and was vacuumed, not rewritten; run VACUUM FULL ${table} at a quiet hour.`);
}

/**
 * Cleans deleted text out of the tables' files, after a purge was committed. `owner` owns the tables and is in no
 * transaction; `tables` are projections. Tables that held content are rewritten, which others wait for; rows that held
 * keys and identifiers are vacuumed. Where the owner may, the write-ahead log is brought to a new segment.
 */
export async function cleanOut(
  owner: pg.ClientBase,
  tables: readonly string[],
  say: (line: string) => void,
): Promise<void> {
  // What it may not vacuum the database passes over with a warning.
  owner.on("notice", (notice) => {
    if (notice.severity === "WARNING") say(notCleaned(notice));
  });
  await owner.query("set lock_timeout = '10s'");
  if (!(await untilUnseen(owner)))
    say(notCleaned("a transaction that began before the purge, such as an export, still runs"));
  for (const table of ["ledger.body", "ledger.row_key", ...tables.map((name) => `docket.${name}`)])
    await rewrite(owner, table, say);
  await owner.query("vacuum ledger.mention, ledger.ended, ledger.idempotency");
  try {
    await owner.query("checkpoint");
    await owner.query("select pg_switch_wal()");
  } catch (error) {
    if ((error as { code?: string }).code !== NO_RIGHT) throw error;
    say(
      "The write-ahead log may still hold the text: its checkpoint is the database administrator's to make.",
    );
  }
}

interface Order {
  readonly entry: Id;
  readonly authority: string;
  readonly reason: string;
}

/** The order as it will be recorded. Refuses `reason-missing`, `body-invalid`. */
function orderOf(kinds: Kinds, { entry, authority, reason }: Order): { body: unknown; reason: string } {
  if (reason.trim() === "") throw reasonMissing({ field: "reason", value: reason });
  const { draft } = parseDraft(kinds, { kind: entryPurged.kind, body: { purges: entry, authority }, reason });
  return { body: draft.body, reason: draft.reason as string };
}

/**
 * Empties an entry under the authority named, inside a transaction that holds the append lock as the keeper.
 * Content and salt are gone for good; the leaf stays, so the ledger still verifies.
 */
export async function purgeEntry(
  client: pg.ClientBase,
  kinds: Kinds,
  actor: Actor,
  order: Order,
  head: Head,
  range: CompactRange,
): Promise<Id> {
  const target = await targetOf(client, actor, order.entry);
  const { body, reason } = orderOf(kinds, order);
  const header: Header = {
    id: randomUUID(),
    kind: entryPurged.kind,
    label: target.label,
    recordedAt: head.now,
    seq: head.size,
    subject: target.subject,
    version: entryPurged.version,
  };
  const content: Content = { actor: actor.id, agency: actor.agency, body, reason };
  const whole = seal(header, entryPurged as Kind, content);
  await client.query(entriesWritten([whole], range));
  await applyProjections(client, kinds, [whole]);
  await client.query(
    "insert into ledger.emptied (label, entry, kind, subject, seq, by, at_seq) values ($1, $2, $3, $4, $5, $6, $7)",
    [target.label, order.entry, target.kind, target.subject, target.seq, header.id, header.seq],
  );
  await forget(client, kinds, order.entry, target);
  return header.id;
}
