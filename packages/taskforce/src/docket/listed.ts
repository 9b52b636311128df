/** A page of a list: which records, in which order, from where on, and how many there are in all. */
import type { Reader } from "@joint-docket/ledger";
import { type RawBuilder, sql } from "kysely";
import { roomy } from "../results/index.ts";
import type { Rows } from "./known-rows.ts";

type Fragment = RawBuilder<unknown>;

/** Where a page of a list ended: the sort key and identifier of its last row. */
export interface Cursor {
  readonly key: string;
  readonly id: string;
}

export interface Order {
  /** Text, never null. */
  readonly key: Fragment;
  readonly descending: boolean;
}

export interface Paging {
  readonly after?: Cursor | undefined;
  readonly limit?: number | undefined;
}

export interface Listed {
  readonly ids: readonly string[];
  readonly total: number;
  readonly next: Cursor | null;
}

/** The subjects that fulfil every condition, one page of them, and their number: all in one look at the rows. */
export async function listed(
  reader: Reader,
  { tables, rows }: Rows,
  conditions: readonly Fragment[],
  { key, descending }: Order,
  { after, limit = 50 }: Paging,
): Promise<Listed> {
  const fits = sql.join([sql`true`, ...conditions], sql` and `);
  const beyond =
    after === undefined
      ? sql`true`
      : sql`(key, subject) ${descending ? sql`<` : sql`>`} (${after.key}, ${after.id}::uuid)`;
  const direction = descending ? sql`desc` : sql`asc`;
  const hits = sql`hits as materialized (select subject, ${key} as key from ${rows} r where ${fits})`;
  await roomy(reader);
  const { rows: found } = await sql<{ total: number; id: string | null; key: string }>`
    with ${sql.join([...tables, hits])}
    select total, id, key from (select count(*) as total from hits) c
      left join (select subject as id, key from hits where ${beyond}
                  order by key ${direction}, subject ${direction} limit ${limit + 1}) p on true
     order by key ${direction}, id ${direction}`.execute(reader.db);
  const page = found.flatMap(({ id, key: at }) => (id === null ? [] : [{ id, key: at }]));
  const shown = page.slice(0, limit);
  return {
    ids: shown.map(({ id }) => id),
    total: found[0]?.total ?? 0,
    next: page.length > limit ? (shown.at(-1) ?? null) : null,
  };
}

/** A condition for each word: it occurs in the text. */
export function wordsIn(text: Fragment, words: string | undefined): Fragment[] {
  return (words ?? "")
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => sql`${text} ilike ${`%${word.replaceAll(/[\\%_]/g, "\\$&")}%`}`);
}
