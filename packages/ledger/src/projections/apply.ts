/** Writes what entries mean into the tables people query: the same code when an entry is appended and when all is rebuilt. */
import type pg from "pg";
import { boundsOf } from "../dates.ts";
import type { Content, Header } from "../entry.ts";
import type { ColumnType, ColumnValue, Kind } from "../kind.ts";
import type { Kinds } from "../kinds.ts";
import { arrayOf, type ItemType } from "../store/arrays.ts";
import { COMMON } from "./tables.ts";

/** An entry with its position; `content` is missing where a purge emptied it. */
export interface Placed {
  readonly header: Header;
  readonly kind: Kind;
  /** With the body in the current version. */
  readonly content: Content | undefined;
}

type Row = Record<string, ColumnValue>;

/** Arrays of arrays must be rectangular in PostgreSQL, so these travel as text and are cast per row. */
const NESTED = new Set<ColumnType>(["uuid[]", "text[]", "jsonb"]);

function carriedAs(type: ColumnType): ItemType {
  return NESTED.has(type) ? "text" : (type as ItemType);
}

function carried(type: ColumnType, value: ColumnValue | undefined): string | number | boolean | null {
  if (value === undefined || value === null) return null;
  if (type === "jsonb") return JSON.stringify(value);
  if (NESTED.has(type))
    return `{${(value as readonly string[]).map((item) => `"${item.replaceAll(/["\\]/g, "\\$&")}"`).join(",")}}`;
  return value as string | number | boolean;
}

type Columns = Readonly<Record<string, ColumnType>>;

/** How to insert rows into a table in one statement, one array a column. */
function inserting(
  table: string,
  columns: Columns,
  onConflict = "",
): (rows: readonly Row[]) => pg.QueryConfig[] {
  const shape = Object.entries(columns);
  const names = shape.map(([name]) => `"${name}"`).join(", ");
  const picked = shape.map(([, type], i) => (NESTED.has(type) ? `u.c${i}::${type}` : `u.c${i}`)).join(", ");
  const arrays = shape.map(([, type], i) => `$${i + 1}::${carriedAs(type)}[]`).join(", ");
  const text = `insert into ${table} (${names}) select ${picked} from unnest(${arrays}) as u(${shape.map((_, i) => `c${i}`).join(", ")})${onConflict}`;
  return (rows) =>
    rows.length === 0
      ? []
      : [
          {
            name: `insert ${table}`,
            text,
            values: shape.map(([name, type]) =>
              arrayOf(
                carriedAs(type),
                rows.map((row) => carried(type, row[name])),
              ),
            ),
          },
        ];
}

const insertMentions = inserting("ledger.mention", {
  label: "integer",
  record: "uuid",
  entry: "uuid",
  seq: "bigint",
  role: "text",
});
const insertEnded = inserting("ledger.ended", {
  label: "integer",
  entry: "uuid",
  by: "uuid",
  how: "text",
  at_seq: "bigint",
  attested: "date",
});
const insertRowKeys = inserting(
  "ledger.row_key",
  { label: "integer", key: "text", chain: "uuid", subject: "uuid" },
  " on conflict (label, key) do nothing",
);

const insertions = new WeakMap<Kind, ReturnType<typeof inserting>>();

function insertionOf(kind: Kind): ReturnType<typeof inserting> {
  const known = insertions.get(kind);
  if (known) return known;
  const { table, columns } = kind.projection;
  const made = inserting(`docket.${table}`, { ...COMMON, ...columns });
  insertions.set(kind, made);
  return made;
}

interface Ended extends Row {
  label: number;
  entry: string;
  by: string;
  how: "corrected" | "withdrawn";
  at_seq: number;
  attested: string | null;
  /** What the entry that ends it cites: its date is the ending's where that gives none of its own. */
  source: string | null;
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
    source: content?.source ?? null,
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
    ended_source: null,
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
    `update docket.${table} t set until = u.at_seq, ended = u.how, ended_attested = u.attested, ended_source = u.source
       from unnest($1::integer[], $2::uuid[], $3::bigint[], $4::text[], $5::date[], $6::uuid[])
         as u(label, entry, at_seq, how, attested, source)
      where t.label = u.label and t.entry = u.entry`,
    [
      ended.map((e) => e.label),
      ended.map((e) => e.entry),
      ended.map((e) => e.at_seq),
      ended.map((e) => e.how),
      ended.map((e) => e.attested),
      ended.map((e) => e.source),
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

/** The statements that put entries into the tables, without what they end; `chainOf` says whose chain each continues. */
function inserted(
  kinds: Kinds,
  placed: readonly Placed[],
  chainOf: (entry: Placed) => string,
  only?: ReadonlySet<string>,
): pg.QueryConfig[] {
  const statements: pg.QueryConfig[] = [];
  if (!only) {
    statements.push(...insertMentions(placed.flatMap((entry) => mentions(kinds, entry))));
    const keys = placed.flatMap((entry) => {
      const { header, content } = entry;
      if (content?.key === undefined) return [];
      return [{ label: header.label, key: content.key, chain: chainOf(entry), subject: header.subject }];
    });
    statements.push(...insertRowKeys(keys));
  }
  for (const [kind, group] of grouped(placed, (entry) => entry.kind)) {
    if (only && !only.has(kind.kind)) continue;
    const rows = group.flatMap((entry) =>
      entry.content ? [tableRow({ ...entry, content: entry.content }, chainOf(entry))] : [],
    );
    statements.push(...insertionOf(kind)(rows));
  }
  return statements;
}

/** The statements that project entries of which none ends another; undefined where one does, and the tables must be asked. */
export function projected(kinds: Kinds, placed: readonly Placed[]): pg.QueryConfig[] | undefined {
  if (placed.some((entry) => endedBy(entry) !== undefined)) return undefined;
  return inserted(kinds, placed, ({ header }) => header.id);
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
  for (const statement of inserted(kinds, placed, chainOf, only)) await client.query(statement);
  if (endings.length === 0) return;
  if (!only) for (const statement of insertEnded(endings)) await client.query(statement);
  const endedKinds = await kindsOf(client, kinds, endings);
  for (const [kind, group] of grouped(endings, (ended) => endedKinds.get(nameOf(ended)))) {
    if (kind && (!only || only.has(kind.kind))) await end(client, kind.projection.table, group);
  }
}
