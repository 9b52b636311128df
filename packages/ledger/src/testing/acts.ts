/** What the ledger's own tests do over and over, in words: open a folder, ask how something was refused, count what stands. */
import { sql } from "kysely";
import type pg from "pg";
import type { Actor, Draft, Id } from "../entry.ts";
import type { Ledger } from "../open.ts";
import { Refusal } from "../refusal.ts";
import { clerk } from "./index.ts";

export interface Recorded {
  readonly id: Id;
  readonly subject: Id;
}

/** Records one draft. */
export async function record(ledger: Ledger, draft: Draft, actor: Actor = clerk): Promise<Recorded> {
  const { entries } = await ledger.append(actor, [draft]);
  return entries[0] as Recorded;
}

export async function openFolder(
  ledger: Ledger,
  title: string,
  more: Partial<Draft> = {},
): Promise<Recorded> {
  return record(ledger, { kind: "folder.opened", body: { title }, ...more });
}

/** The refusal a promise ends with; anything else fails the test. */
export async function refusalOf(work: Promise<unknown> | (() => unknown)): Promise<Refusal> {
  try {
    await (typeof work === "function" ? work() : work);
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
  throw new Error("Nothing was refused.");
}

export async function codeOf(work: Promise<unknown> | (() => unknown)): Promise<string> {
  return (await refusalOf(work)).code;
}

/** One number the database counts, as the owner. */
export async function count(client: pg.Client, query: string, values: unknown[] = []): Promise<number> {
  const { rows } = await client.query<{ n: string }>(`select count(*) as n from ${query}`, values);
  return Number(rows[0]?.n);
}

/** Runs SQL with every trigger and foreign key off: an owner who wants to change the record unnoticed. */
export async function tampering<T>(client: pg.Client, work: () => Promise<T>): Promise<T> {
  await client.query("set session_replication_role = replica");
  try {
    return await work();
  } finally {
    await client.query("set session_replication_role = origin");
  }
}

export async function exported(ledger: Ledger): Promise<string[]> {
  const lines: string[] = [];
  for await (const line of ledger.export()) lines.push(line.replace(/\n$/, ""));
  return lines;
}

export async function* linesOf(lines: readonly string[]): AsyncGenerator<string> {
  yield* lines;
}

/** The titles of the folders that stand, as the actor reads them. */
export async function standingTitles(ledger: Ledger, actor: Actor = clerk): Promise<string[]> {
  const { rows } = await ledger.read(actor, ({ db }) =>
    sql<{ title: string }>`select title from docket.folder where until is null order by since`.execute(db),
  );
  return rows.map(({ title }) => title);
}
