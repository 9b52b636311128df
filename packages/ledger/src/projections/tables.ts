/** A projection's table as SQL, made from the kind's own declaration, with the columns, key and policies all of them have. */
import { createHash } from "node:crypto";
import type pg from "pg";
import type { ColumnType, Kind } from "../kind.ts";
import type { Roles } from "../store/migrate.ts";

/** The columns the ledger gives every projected row, in order. */
export const COMMON: Readonly<Record<string, ColumnType>> = {
  label: "integer",
  entry: "uuid",
  subject: "uuid",
  chain: "uuid",
  since: "bigint",
  until: "bigint",
  ended: "text",
  ended_attested: "date",
  ended_source: "uuid",
  occurred: "text",
  occurred_from: "date",
  occurred_to: "date",
  source: "uuid",
  attested_to: "date",
  certainty: "text",
};

const REQUIRED = new Set(["label", "entry", "subject", "chain", "since", "certainty"]);
const NAME = /^[a-z][a-z_]{0,40}$/;

/** Refuses a declaration that would not make a safe table; such an error is the kind author's, found by any test. */
function checkNames(kind: Kind): void {
  for (const name of [kind.projection.table, ...Object.keys(kind.projection.columns)]) {
    if (!NAME.test(name)) throw new Error(`${kind.kind}: “${name}” cannot name a table or column.`);
  }
  for (const name of Object.keys(kind.projection.columns)) {
    if (name in COMMON)
      throw new Error(`${kind.kind}: the column “${name}” is one the ledger gives every table.`);
  }
}

/** The statements that make a kind's table. */
export function tableStatements(kind: Kind, { app, keeper }: Roles): string[] {
  checkNames(kind);
  const { table, columns, indexed = [] } = kind.projection;
  const lines = [
    ...Object.entries(COMMON).map(
      ([name, type]) => `${name} ${type}${REQUIRED.has(name) ? " not null" : ""}`,
    ),
    ...Object.entries(columns).map(([name, type]) => `"${name}" ${type}`),
    "primary key (label, entry)",
  ];
  return [
    `create table docket.${table} (${lines.join(", ")}) with (fillfactor = 95)`,
    `create index on docket.${table} (label, subject)`,
    // Corrections alone have a chain other than themselves: what a past frame must look through stays small.
    `create index on docket.${table} (chain) where chain <> entry`,
    // What a past frame sees otherwise are the rows that were ended since: few, and found without reading the others.
    `create index on docket.${table} (until) where until is not null`,
    ...indexed.map((name) => `create index on docket.${table} (label, "${name}")`),
    `alter table docket.${table} enable row level security`,
    `alter table docket.${table} force row level security`,
    `create policy reader on docket.${table} to ${app} using (label = any ((select ledger.labels())::integer[])) with check (label = any ((select ledger.labels())::integer[]))`,
    `create policy keeper on docket.${table} to ${keeper} using (true) with check (true)`,
    `grant select, insert, update (until, ended, ended_attested, ended_source) on docket.${table} to ${app}`,
    `grant select, insert, update, delete, truncate on docket.${table} to ${keeper}`,
  ];
}

/** Counted up when `tableStatements` makes another table of the same declaration. */
const MAKE = 2;

/** What a projection is made by; a change of it means the table is made and filled anew. */
export function definitionOf(kind: Kind): string {
  const { table, columns, indexed = [], revision = 1 } = kind.projection;
  return createHash("sha256")
    .update(
      JSON.stringify({
        make: MAKE,
        common: COMMON,
        table,
        columns,
        indexed,
        revision,
        version: kind.version,
      }),
    )
    .digest("hex");
}

/**
 * Makes, or makes anew, the tables whose definition changed. Gives back whether any was made, and the kinds whose tables
 * are still to be filled from the entries (a fill that was interrupted is found again, for its definition is kept last).
 */
export async function syncTables(
  client: pg.ClientBase,
  kinds: readonly Kind[],
  roles: Roles,
): Promise<{ made: boolean; stale: Kind[] }> {
  const { rows } = await client.query<{ name: string; definition: string }>(
    "select name, definition from ledger.projection",
  );
  const kept = new Map(rows.map(({ name, definition }) => [name, definition]));
  const stale = kinds.filter((kind) => kept.get(kind.kind) !== definitionOf(kind));
  for (const kind of stale) {
    await client.query(`drop table if exists docket.${kind.projection.table}`);
    for (const statement of tableStatements(kind, roles)) await client.query(statement);
    await client.query(
      "insert into ledger.projection (name, definition) values ($1, 'to be filled') on conflict (name) do update set definition = excluded.definition",
      [kind.kind],
    );
  }
  return { made: stale.length > 0, stale };
}
