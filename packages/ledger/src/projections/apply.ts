/** Writes what entries mean into the tables people query: the same code when an entry is appended and when all is rebuilt. */
import type pg from "pg";
import { boundsOf } from "../dates.ts";
import type { Content, Header } from "../entry.ts";
import type { ColumnType, ColumnValue, Kind } from "../kind.ts";
import type { Kinds } from "../kinds.ts";
import { COMMON } from "./tables.ts";

/** An entry with its position; `content` is missing where a purge emptied it. */
export interface Placed {
  readonly header: Header;
  readonly kind: Kind;
  /** With the body in the current version. */
  readonly content: Content | undefined;
}

type Row = Record<string, ColumnValue>;

const ARRAY_OF: Record<ColumnType, string> = {
  uuid: "uuid[]",
  text: "text[]",
  integer: "integer[]",
  bigint: "bigint[]",
  boolean: "boolean[]",
  date: "date[]",
  // Arrays of arrays must be rectangular in PostgreSQL, so these travel as text and are cast per row.
  "uuid[]": "text[]",
  "text[]": "text[]",
  jsonb: "text[]",
};

const NESTED = new Set<ColumnType>(["uuid[]", "text[]", "jsonb"]);

function carried(type: ColumnType, value: ColumnValue | undefined): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (type === "jsonb") return JSON.stringify(value);
  if (NESTED.has(type))
    return `{${(value as readonly string[]).map((item) => `"${item.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
  return value as string | number | boolean;
}

/** Inserts rows into a table in one statement, one array a column. */
export async function insertRows(
  client: pg.ClientBase,
  table: string,
  columns: Readonly<Record<string, ColumnType>>,
  rows: readonly Row[],
  onConflict = "",
): Promise<void> {
  if (rows.length === 0) return;
  const names = Object.keys(columns);
  const picked = names.map((name, i) =>
    NESTED.has(columns[name] as ColumnType) ? `u.c${i}::${columns[name]}` : `u.c${i}`,
  );
  const arrays = names.map((name, i) => `$${i + 1}::${ARRAY_OF[columns[name] as ColumnType]}`);
  await client.query({
    name: `insert ${table}`,
    text: `insert into ${table} (${names.map((name) => `"${name}"`).join(", ")}) select ${picked.join(", ")} from unnest(${arrays.join(", ")}) as u(${names.map((_, i) => `c${i}`).join(", ")})${onConflict}`,
    values: names.map((name) => rows.map((row) => carried(columns[name] as ColumnType, row[name]))),
  });
}

const MENTION: Record<string, ColumnType> = {
  label: "integer",
  record: "uuid",
  entry: "uuid",
  seq: "bigint",
  role: "text",
};
const ENDED: Record<string, ColumnType> = {
  label: "integer",
  entry: "uuid",
  by: "uuid",
  how: "text",
  at_seq: "bigint",
  attested: "date",
};
const ROW_KEY: Record<string, ColumnType> = { label: "integer", key: "text", chain: "uuid", subject: "uuid" };

interface Ended extends Row {
  label: number;
  entry: string;
  by: string;
  how: "corrected" | "withdrawn";
  at_seq: number;
  attested: string | null;
}

function attestedTo(content: Content | undefined): string | null {
  return content?.attestedAt === undefined ? null : boundsOf(content.attestedAt).to;
}

/** What this entry ends, if anything: the one it corrects or the one it withdraws. */
function endedBy({ header, kind, content }: Placed): Ended | undefined {
  const withdrawal = kind.kind === "entry.withdrawn";
  // The header says it too, so that a withdrawal whose reason was purged goes on withdrawing; the first ones did not.
  const entry =
    header.replaces ??
    (withdrawal ? (content?.body as { withdraws: string } | undefined)?.withdraws : undefined);
  if (entry === undefined) return undefined;
  const how = withdrawal ? "withdrawn" : "corrected";
  return {
    label: header.label,
    by: header.id,
    at_seq: header.seq,
    attested: attestedTo(content),
    entry,
    how,
  };
}

function mentions(kinds: Kinds, { header, kind, content }: Placed): Row[] {
  const row = (record: string, role: string): Row => ({
    label: header.label,
    record,
    entry: header.id,
    seq: header.seq,
    role,
  });
  const rows = [row(header.subject, "a")];
  if (!content) return rows;
  const named = new Set(kinds.references(kind, content.body).map(({ id }) => id));
  named.delete(header.subject);
  for (const id of named) rows.push(row(id, "n"));
  if (content.source !== undefined) rows.push(row(content.source, "s"));
  return rows;
}

function tableRow({ header, kind, content }: Placed & { content: Content }, chain: string): Row {
  const occurred = content.occurred === undefined ? undefined : boundsOf(content.occurred);
  return {
    label: header.label,
    entry: header.id,
    subject: header.subject,
    chain,
    since: header.seq,
    until: null,
    ended: null,
    ended_attested: null,
    occurred: content.occurred ?? null,
    occurred_from: occurred?.from ?? null,
    occurred_to: occurred?.to ?? null,
    source: content.source ?? null,
    attested_to: attestedTo(content),
    certainty: content.certainty ?? "stated",
    ...kind.projection.row(content.body),
  };
}

/** An entry's identity: the same id may stand under two labels, and the one knows nothing of the other. */
interface Named {
  readonly label: number;
  readonly entry: string;
}

function nameOf({ label, entry }: Named): string {
  return `${label}/${entry}`;
}

const NAMED = "select * from unnest($1::integer[], $2::uuid[]) as n(label, id)";

function columnsOf(named: readonly Named[]): [number[], string[]] {
  return [named.map(({ label }) => label), named.map(({ entry }) => entry)];
}

/** The first entry of each entry's chain of corrections, from the headers alone; keys are made by `nameOf`. */
async function chainsOf(client: pg.ClientBase, named: readonly Named[]): Promise<Map<string, string>> {
  if (named.length === 0) return new Map();
  const { rows } = await client.query<Named & { first: string }>(
    `with recursive n as (${NAMED}), up as (
       select e.id as entry, e.id, e.replaces, e.label from n join ledger.entry e using (label, id)
       union all
       select up.entry, e.id, e.replaces, e.label from up join ledger.entry e on e.id = up.replaces and e.label = up.label)
     select label, entry, id as first from up where replaces is null`,
    columnsOf(named),
  );
  return new Map(rows.map((row) => [nameOf(row), row.first]));
}

/** The entry that this one replaces, if any. */
function replaced({ label, replaces }: Header): Named | undefined {
  return replaces === undefined ? undefined : { label, entry: replaces };
}

/** The first entry of one entry's chain of corrections. */
export async function chainOfEntry(client: pg.ClientBase, named: Named): Promise<string> {
  return (await chainsOf(client, [named])).get(nameOf(named)) ?? named.entry;
}

async function end(client: pg.ClientBase, table: string, ended: readonly Ended[]): Promise<void> {
  await client.query(
    `update docket.${table} t set until = u.at_seq, ended = u.how, ended_attested = u.attested
       from unnest($1::integer[], $2::uuid[], $3::bigint[], $4::text[], $5::date[]) as u(label, entry, at_seq, how, attested)
      where t.label = u.label and t.entry = u.entry`,
    [
      ended.map((e) => e.label),
      ended.map((e) => e.entry),
      ended.map((e) => e.at_seq),
      ended.map((e) => e.how),
      ended.map((e) => e.attested),
    ],
  );
}

async function kindsOf(
  client: pg.ClientBase,
  kinds: Kinds,
  named: readonly Named[],
): Promise<Map<string, Kind>> {
  const { rows } = await client.query<Named & { kind: string }>(
    `select e.label, e.id as entry, e.kind from (${NAMED}) n join ledger.entry e using (label, id)`,
    columnsOf(named),
  );
  return new Map(rows.map((row) => [nameOf(row), kinds.named(row.kind)]));
}

function grouped<T, K>(items: readonly T[], keyOf: (item: T) => K): Map<K, T[]> {
  const groups = new Map<K, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}

/**
 * Projects entries, which stand in the ledger already, in order of position.
 * `only`, where given, fills just these kinds' tables and leaves the ledger's own projections alone.
 */
export async function applyProjections(
  client: pg.ClientBase,
  kinds: Kinds,
  placed: readonly Placed[],
  only?: ReadonlySet<string>,
): Promise<void> {
  const endings = placed.map(endedBy).filter((ended) => ended !== undefined);
  const chains = await chainsOf(
    client,
    placed.map(({ header }) => replaced(header)).filter((named) => named !== undefined),
  );
  const chainOf = ({ header }: Placed) => {
    const named = replaced(header);
    return named === undefined ? header.id : (chains.get(nameOf(named)) ?? named.entry);
  };
  if (!only) {
    await insertRows(
      client,
      "ledger.mention",
      MENTION,
      placed.flatMap((entry) => mentions(kinds, entry)),
    );
    await insertRows(client, "ledger.ended", ENDED, endings);
    const keys = placed.flatMap((entry) =>
      entry.content?.key === undefined
        ? []
        : [
            {
              label: entry.header.label,
              key: entry.content.key,
              chain: chainOf(entry),
              subject: entry.header.subject,
            },
          ],
    );
    await insertRows(client, "ledger.row_key", ROW_KEY, keys, " on conflict (label, key) do nothing");
  }
  for (const [kind, group] of grouped(placed, (entry) => entry.kind)) {
    if (only && !only.has(kind.kind)) continue;
    const rows = group.flatMap((entry) =>
      entry.content ? [tableRow({ ...entry, content: entry.content }, chainOf(entry))] : [],
    );
    await insertRows(
      client,
      `docket.${kind.projection.table}`,
      { ...COMMON, ...kind.projection.columns },
      rows,
    );
  }
  if (endings.length === 0) return;
  const endedKinds = await kindsOf(client, kinds, endings);
  for (const [kind, group] of grouped(endings, (ended) => endedKinds.get(nameOf(ended)))) {
    if (kind && (!only || only.has(kind.kind))) await end(client, kind.projection.table, group);
  }
}
