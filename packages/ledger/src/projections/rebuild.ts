/** Drops what was projected and projects it again from the entries; the outcome must be the same to the byte. */
import { createHash } from "node:crypto";
import type pg from "pg";
import type { Header } from "../entry.ts";
import type { Kind } from "../kind.ts";
import type { Kinds } from "../kinds.ts";
import { contentOf, ENTRY_COLUMNS, type EntryRow, headerOf } from "../rows.ts";
import { applyProjections, type Placed } from "./apply.ts";

const CHUNK = 5000;

/** Every stored entry in order of position, in chunks, as the projections need it. */
export async function* placedEntries(
  client: pg.ClientBase,
  kinds: Kinds,
  only?: ReadonlySet<string>,
): AsyncGenerator<Placed[]> {
  const size = (await client.query<{ size: number }>("select size from ledger.head")).rows[0]?.size ?? 0;
  for (let from = 0; from < size; from += CHUNK) {
    const { rows } = await client.query<EntryRow>(
      `select ${ENTRY_COLUMNS} from ledger.entry e left join ledger.body b on b.label = e.label and b.seq = e.seq
        where e.seq >= $1 and e.seq < $2 ${only ? "and (e.kind = any ($3) or e.replaces is not null or e.kind = 'entry.withdrawn')" : ""}
        order by e.seq`,
      only ? [from, from + CHUNK, [...only]] : [from, from + CHUNK],
    );
    yield rows.map((row) => {
      const header: Header = headerOf(row);
      return { header, kind: kinds.named(row.kind), content: contentOf(kinds, row) };
    });
  }
}

/** Lets the planner learn how large the tables have become, where some grew by much. */
export async function refreshStatistics(client: Pick<pg.ClientBase, "query">): Promise<void> {
  await client.query("select ledger.refresh_statistics()");
}

/** Fills the tables of these kinds from the entries. The caller holds the append lock. */
export async function fillTables(client: pg.ClientBase, kinds: Kinds, stale: readonly Kind[]): Promise<void> {
  const only = new Set(stale.map(({ kind }) => kind));
  // Between the making of a table and this lock another server may have projected into it.
  await client.query(`truncate ${stale.map(({ projection }) => `docket.${projection.table}`).join(", ")}`);
  for await (const chunk of placedEntries(client, kinds, only))
    await applyProjections(client, kinds, chunk, only);
  await refreshStatistics(client);
}

const OWN = {
  "ledger.mention": "label, record, role, entry",
  "ledger.ended": "label, entry",
  "ledger.row_key": "label, key",
};

/** Every projected table with the order its rows are compared in. */
export function projectedTables(kinds: Kinds): { table: string; order: string }[] {
  return [
    ...Object.entries(OWN).map(([table, order]) => ({ table, order })),
    ...kinds.all.map(({ projection }) => ({ table: `docket.${projection.table}`, order: "label, entry" })),
  ];
}

/** SHA-256 over every row of a table in key order, each as PostgreSQL writes it. */
export async function digestOf(client: pg.ClientBase, table: string, order: string): Promise<string> {
  const hash = createHash("sha256");
  await client.query(
    `declare digest_rows no scroll cursor for select t::text as line from ${table} t order by ${order}`,
  );
  for (;;) {
    const { rows } = await client.query<{ line: string }>("fetch 20000 from digest_rows");
    if (rows.length === 0) break;
    for (const { line } of rows) hash.update(line).update("\n");
  }
  await client.query("close digest_rows");
  return hash.digest("hex");
}

async function digests(client: pg.ClientBase, kinds: Kinds): Promise<Map<string, string>> {
  const found = new Map<string, string>();
  for (const { table, order } of projectedTables(kinds))
    found.set(table, await digestOf(client, table, order));
  return found;
}

export interface Rebuilt {
  /** Whether every projected table has the same bytes as before. */
  readonly identical: boolean;
  readonly entries: number;
  /** Tables that differ from what the entries say. */
  readonly changed: readonly string[];
}

/**
 * Rebuilds every projection; readers wait until it is done. Runs inside the caller's transaction, which holds the append lock.
 */
export async function rebuildAll(
  client: pg.ClientBase,
  kinds: Kinds,
  say: (entries: number) => void = () => undefined,
): Promise<Rebuilt> {
  const before = await digests(client, kinds);
  await client.query(
    `truncate ${projectedTables(kinds)
      .map(({ table }) => table)
      .join(", ")}`,
  );
  let entries = 0;
  for await (const chunk of placedEntries(client, kinds)) {
    await applyProjections(client, kinds, chunk);
    entries += chunk.length;
    say(entries);
  }
  await refreshStatistics(client);
  const after = await digests(client, kinds);
  const changed = [...after]
    .filter(([table, digest]) => before.get(table) !== digest)
    .map(([table]) => table);
  return { identical: changed.length === 0, entries, changed };
}
