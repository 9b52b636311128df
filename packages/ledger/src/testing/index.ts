/** Opens ledgers on fresh databases for tests, over every server at hand. Not part of what ships. */
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterAll, describe, inject, onTestFinished } from "vitest";
import { type Actor, OPEN_LABEL } from "../entry.ts";
import type { Gate } from "../gate.ts";
import type { Kind } from "../kind.ts";
import { type Ledger, type OpenOptions, openLedger } from "../open.ts";
import { openSecrets, type Secrets } from "../secrets.ts";
import type { TestServer } from "./servers.ts";

export { recordHidden } from "./hidden.ts";

export const clerk: Actor = { id: "test-clerk", agency: "test-agency", labels: [OPEN_LABEL] };
export const openGate: Gate = { decide: () => undefined, audit: async () => undefined };

export interface FreshDatabase {
  readonly url: string;
  readonly server: TestServer;
  /** Takes away the ledger and its roles. */
  clear(): Promise<void>;
  drop(): Promise<void>;
}

function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.toString();
}

async function asOwner<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** A database of its own on a server. */
export async function freshDatabase(server: TestServer): Promise<FreshDatabase> {
  const name = `jd_test_${randomBytes(6).toString("hex")}`;
  await asOwner(server.url, (client) => client.query(`create database ${name}`));
  const url = withDatabase(server.url, name);
  return {
    url,
    server,
    clear: () => asOwner(url, clear),
    drop: () =>
      asOwner(server.url, async (client) => void (await client.query(`drop database ${name} with (force)`))),
  };
}

/** Leaves a database as if it had just been made; dropping one makes the server write everything out, which takes long. */
async function clear(client: Client): Promise<void> {
  await client.query(
    "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
  );
  const ledgers = await client
    .query<{ tail: string }>("select roles as tail from ledger.ledger")
    .catch(() => ({ rows: [] }));
  await client.query("drop schema if exists ledger, docket, public cascade");
  await client.query("create schema public");
  // A role that serves another copy of the same ledger stays until that copy goes.
  for (const { tail } of ledgers.rows)
    for (const role of [`jd_app_${tail}`, `jd_keeper_${tail}`])
      await client.query(`drop role if exists ${role}`).catch(() => undefined);
}

export interface TestLedger {
  readonly ledger: Ledger;
  readonly database: FreshDatabase;
  readonly secrets: Secrets;
  /** Runs SQL as the owner: what an intruder with the database's password could do. */
  asOwner<T>(work: (client: Client) => Promise<T>): Promise<T>;
  /** Opens the same database once more, as a second server would. */
  again(changes?: Partial<OpenOptions>): Promise<Ledger>;
}

/** Declares the tests of `body` once for every server at hand; `open` gives a ledger on a fresh database of that server. */
export function onEveryServer(
  name: string,
  body: (
    open: (kinds: readonly Kind[], changes?: Partial<OpenOptions>) => Promise<TestLedger>,
    server: TestServer,
  ) => void,
): void {
  describe.each(inject("servers"))(`${name} ($name)`, (server) => {
    const undo: (() => Promise<unknown>)[] = [];
    const spare: FreshDatabase[] = [];
    afterAll(async () => {
      for (const step of undo.toReversed()) await step();
      for (const database of spare) await database.drop();
    });
    body(async (kinds, changes = {}) => {
      const database = spare.pop() ?? (await freshDatabase(server));
      const directory = mkdtempSync(join(tmpdir(), "joint-docket-keys-"));
      const secrets = await openSecrets(directory);
      const options: OpenOptions = {
        url: database.url,
        secrets,
        kinds,
        gate: openGate,
        timeZone: "America/New_York",
        ...changes,
      };
      const opened: Ledger[] = [];
      const open = async (more: Partial<OpenOptions> = {}) => {
        const ledger = await openLedger({ ...options, ...more });
        opened.push(ledger);
        return ledger;
      };
      const putAway = async () => {
        for (const ledger of opened) await ledger.close().catch(() => undefined);
        await database.clear();
        spare.push(database);
        rmSync(directory, { recursive: true, force: true });
      };
      // A ledger opened by a test goes with it, so that a long file does not use up the server's connections.
      try {
        onTestFinished(putAway);
      } catch {
        undo.push(putAway);
      }
      return {
        ledger: await open(),
        database,
        secrets,
        asOwner: (work) => asOwner(database.url, work),
        again: open,
      };
    }, server);
  });
}
