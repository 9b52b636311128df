/** The server as a whole over a real database: how it starts, what its log says when the database fails it, how it recovers. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Refusal } from "@joint-docket/ledger";
import { onEveryServer, type TestLedger } from "@joint-docket/ledger/testing";
import { expect, it, onTestFinished } from "vitest";
import { readConfig } from "./config.ts";
import { startServer } from "./start.ts";

const PATIENTLY = { timeout: 20_000 };

/** Starts a server on the database of a test, with keys of its own and nothing in its record. */
async function serve({ database }: Pick<TestLedger, "database">, env: Record<string, string> = {}) {
  const home = mkdtempSync(join(tmpdir(), "joint-docket-start-"));
  const said: string[] = [];
  const log: string[] = [];
  onTestFinished(() => rmSync(home, { recursive: true, force: true }));
  const server = await startServer(
    readConfig({
      DATABASE_URL: database.url,
      JD_DATA: home,
      PORT: "0",
      JD_TIME_ZONE: "America/New_York",
      JD_PUBLIC_RECORD: "none",
      JD_CHECKPOINT_SECONDS: "0.1",
      ...env,
    }),
    (line) => said.push(line),
    (line) => log.push(line),
  );
  onTestFinished(() => server.stop());
  return { address: server.address, said, log };
}

const record = (address: string, title: string) =>
  fetch(`${address}/api/entries`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": `key-of-${title}` },
    body: JSON.stringify({ kind: "source.described", body: { title, sourceKind: "press" } }),
  });

async function checkpointed(address: string): Promise<number> {
  const answer = (await (await fetch(`${address}/api/ledger`)).json()) as { checkpoints: { size: number }[] };
  return answer.checkpoints[0]?.size ?? -1;
}

async function refusalOf(work: Promise<unknown>): Promise<Refusal> {
  const error = await work.then(
    () => undefined,
    (caught: unknown) => caught,
  );
  if (error instanceof Refusal) return error;
  throw new Error("Nothing was refused.", { cause: error });
}

onEveryServer("the server", (open) => {
  it("goes on while no checkpoint can be made, says so once in a sentence, and says when they are made again", async () => {
    const opened = await open([]);
    await opened.ledger.close();
    const { address, said, log } = await serve(opened);
    expect(said).toEqual(["Opening the record on the server that DATABASE_URL names."]);
    expect((await record(address, "Before")).status).toBe(201);
    await expect.poll(() => checkpointed(address), PATIENTLY).toBe(1);
    await opened.asOwner((client) =>
      client.query("alter table ledger.checkpoint add constraint broken check (size < 2) not valid"),
    );
    expect((await record(address, "Meanwhile")).status).toBe(201);
    await expect.poll(() => log.length, PATIENTLY).toBe(1);
    expect(log[0]).toMatch(
      /^No checkpoint can be made: .*\(database-trouble\) It is tried again every 0\.1 s; nothing that was recorded is lost\. Cause: /,
    );
    expect(log[0]).toContain("constraint broken");
    // Several more fail, and are not spoken of.
    await new Promise((resolve) => setTimeout(resolve, 500));
    expect(log).toHaveLength(1);
    expect((await fetch(`${address}/api/status`)).status).toBe(200);
    await opened.asOwner((client) => client.query("alter table ledger.checkpoint drop constraint broken"));
    await expect.poll(() => checkpointed(address), PATIENTLY).toBe(2);
    await expect.poll(() => log, PATIENTLY).toEqual([log[0], "Checkpoints are made again."]);
  });

  it("survives every connection being ended, again and again", async () => {
    const opened = await open([]);
    await opened.ledger.close();
    const { address, log } = await serve(opened);
    for (const round of ["one", "two", "three"]) {
      await opened.asOwner((client) =>
        client.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
        ),
      );
      await expect.poll(async () => (await record(address, round)).status, PATIENTLY).toBe(201);
      await expect.poll(async () => (await fetch(`${address}/api/cases`)).status, PATIENTLY).toBe(200);
    }
    const { head } = (await (await fetch(`${address}/api/ledger`)).json()) as { head: { size: number } };
    expect(head.size).toBe(3);
    for (const line of log) expect(line).toMatch(/connection-lost|Checkpoints are made again/);
  });

  it("does not open a database of an older PostgreSQL", async () => {
    const opened = await open([]);
    await opened.ledger.close();
    // The database is made to say that it is older than it is.
    await opened.asOwner(async (client) => {
      const { rows } = await client.query<{ name: string }>("select current_database() as name");
      await client.query(`create schema older;
        create function older.current_setting(name text) returns text language sql as
          $$ select case name when 'server_version_num' then '140012' when 'server_version' then '14.12' else pg_catalog.current_setting(name) end $$;
        alter database ${rows[0]?.name} set search_path = older, pg_catalog`);
    });
    const refusal = await refusalOf(serve(opened));
    await opened.asOwner(async (client) => {
      const { rows } = await client.query<{ name: string }>("select current_database() as name");
      await client.query(`alter database ${rows[0]?.name} reset search_path; drop schema older cascade`);
    });
    expect(refusal).toMatchObject({
      code: "database-too-old",
      message: expect.stringContaining("PostgreSQL 14.12"),
    });
  });

  it("does not open a database of a newer Joint Docket, and leaves it alone", async () => {
    const opened = await open([]);
    await opened.ledger.close();
    await opened.asOwner((client) =>
      client.query("insert into ledger.migration (number, name, sha256) values (999, '999-later.sql', '')"),
    );
    expect((await refusalOf(serve(opened))).code).toBe("database-newer");
  });

  it("says that its public record is missing, and which rows of it are not what they should be", async () => {
    const opened = await open([]);
    await opened.ledger.close();
    const folder = mkdtempSync(join(tmpdir(), "joint-docket-record-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    expect(await refusalOf(serve(opened, { JD_PUBLIC_RECORD: join(folder, "absent.jsonl") }))).toMatchObject({
      code: "setting-wrong",
      message: expect.stringContaining("JD_PUBLIC_RECORD"),
    });
    writeFileSync(
      join(folder, "broken.jsonl"),
      '{"kind":"source.described","body":{"title":"A","sourceKind":"press"}}\nbroken\n',
    );
    const { said } = await serve(opened, { JD_PUBLIC_RECORD: join(folder, "broken.jsonl") });
    expect(said.at(-1)).toBe("The public record holds 1 entries; 1 rows were refused.");
  });
});
