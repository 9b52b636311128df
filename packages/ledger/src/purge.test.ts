/** A lawful purge: the content is gone from everywhere, cannot be guessed back, and the ledger still verifies. */
import { createHash } from "node:crypto";
import { Client } from "pg";
import { expect, it } from "vitest";
import { canonical } from "./proof/canonical.ts";
import { codeOf, count, exported, openFolder, record, refusalOf, standingTitles } from "./testing/acts.ts";
import { clerk, onEveryServer, type TestLedger } from "./testing/index.ts";
import { testKinds } from "./testing/kinds.ts";
import { cleanOut } from "./purge.ts";
import { identityOf } from "./store/migrate.ts";

/** The tables and indexes in whose files a text stands, as they are on the disk. */
async function inFiles({ asOwner }: TestLedger, text: string): Promise<string[]> {
  return asOwner(async (client) => {
    await client.query("checkpoint");
    const { rows } = await client.query<{ name: string }>(
      `select coalesce(o.relname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
         left join pg_class o on o.reltoastrelid = c.oid
        where (n.nspname in ('ledger', 'docket') or n.nspname = 'pg_toast') and c.relkind in ('r', 'i', 't') and c.relfilenode > 0
          and position($1::bytea in pg_read_binary_file(pg_relation_filepath(c.oid))) > 0`,
      [Buffer.from(text)],
    );
    return rows.map(({ name }) => name);
  });
}

const order = { authority: "Court order 7", reason: "expunged" };
const SECRET = "Zebulon";

/** Every row of every table that holds this text anywhere. */
async function traces({ asOwner }: TestLedger, text: string): Promise<string[]> {
  return asOwner(async (client) => {
    const { rows } = await client.query<{ name: string }>(
      "select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('ledger', 'docket')",
    );
    const found: string[] = [];
    for (const { name } of rows)
      if ((await count(client, `${name} t where strpos(t::text, $1) > 0`, [text])) > 0) found.push(name);
    return found.sort();
  });
}

onEveryServer("a purge", (open) => {
  it("takes the content out of body, table, mention, row key, request memory and export, and keeps the leaf", async () => {
    const opened = await open(testKinds);
    const { ledger, asOwner } = opened;
    const source = await record(ledger, { kind: "source.described", body: { title: "A source" } });
    const parent = await openFolder(ledger, "Parent");
    const draft = {
      kind: "folder.opened",
      body: { title: SECRET, parent: parent.subject },
      source: source.subject,
      note: `${SECRET} noted`,
      key: `${SECRET}-row`,
    };
    const appended = await ledger.append(clerk, [draft], "a-key");
    const id = appended.entries[0]?.id as string;
    expect(await traces(opened, SECRET)).toEqual(["docket.folder", "ledger.body", "ledger.row_key"]);
    const leaf = () =>
      asOwner((client) =>
        client
          .query("select encode(leaf, 'hex') as leaf from ledger.entry where id = $1", [id])
          .then(({ rows }) => rows[0].leaf),
      );
    const before = await leaf();

    await ledger.purge(clerk, { entry: id, ...order });

    expect(await traces(opened, SECRET)).toEqual([]);
    const mentions = await asOwner((client) =>
      client.query("select role from ledger.mention where entry = $1", [id]),
    );
    expect(mentions.rows).toEqual([{ role: "a" }]);
    expect((await exported(ledger)).join("\n")).not.toContain(SECRET);
    expect(await leaf()).toBe(before);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
    expect(await ledger.rebuild()).toMatchObject({ identical: true, changed: [] });
  });

  it("leaves nothing by which the content could be guessed: neither salt nor an unsalted digest of the request", async () => {
    const opened = await open(testKinds);
    const draft = { kind: "folder.opened", body: { title: SECRET } };
    const { entries } = await opened.ledger.append(clerk, [draft], "a-key");
    const digest = createHash("sha256")
      .update(canonical([draft]))
      .digest("hex");
    expect(await traces(opened, digest)).toEqual(["ledger.idempotency"]);
    const salt = await opened.asOwner((client) =>
      client
        .query("select encode(salt, 'hex') as salt from ledger.body")
        .then(({ rows }) => rows[0].salt as string),
    );

    await opened.ledger.purge(clerk, { entry: entries[0]?.id as string, ...order });

    expect(await traces(opened, digest)).toEqual([]);
    expect(await traces(opened, salt)).toEqual([]);
    expect(await codeOf(opened.ledger.append(clerk, [draft], "a-key"))).toBe("idempotency-key-reused");
  });

  it("of one entry among corrections keeps the chain: later corrections stand, and the next one follows", async () => {
    const { ledger, asOwner } = await open(testKinds);
    const first = await openFolder(ledger, SECRET, { key: "row-1" });
    const second = await openFolder(ledger, "Second", {
      replaces: first.id,
      reason: "misread",
      attestedAt: "2024-05-06",
    });
    await ledger.purge(clerk, { entry: first.id, ...order });
    const third = await openFolder(ledger, "Third", { replaces: second.id, reason: "misread again" });
    await asOwner(async (client) => {
      const { rows } = await client.query("select chain, entry from docket.folder order by since");
      expect(rows).toEqual([
        { chain: first.id, entry: second.id },
        { chain: first.id, entry: third.id },
      ]);
      expect((await client.query("select key, chain from ledger.row_key")).rows).toEqual([
        { key: "row-1", chain: first.id },
      ]);
    });
    await ledger.purge(clerk, { entry: second.id, ...order });
    expect(await standingTitles(ledger)).toEqual(["Third"]);
    expect(await ledger.rebuild()).toMatchObject({ identical: true, changed: [] });
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it("of a dated correction takes its date away from the entry it ended", async () => {
    const opened = await open(testKinds);
    const first = await openFolder(opened.ledger, "First");
    const second = await openFolder(opened.ledger, "Second", {
      replaces: first.id,
      reason: "misread",
      attestedAt: "2011-05-06",
    });
    expect(await traces(opened, "2011-05-06")).toContain("ledger.ended");
    await opened.ledger.purge(clerk, { entry: second.id, ...order });
    expect(await traces(opened, "2011-05-06")).toEqual([]);
    expect(await opened.ledger.rebuild()).toMatchObject({ identical: true, changed: [] });
  });

  it("keeps a row's key while a correction of the row bears it, and not longer", async () => {
    const { ledger, asOwner } = await open(testKinds);
    const key = 'a "key" ñ\\';
    const keys = () =>
      asOwner(async (client) => (await client.query("select key, chain from ledger.row_key")).rows);
    const first = await openFolder(ledger, "First", { key });
    const next = await openFolder(ledger, "Next", { replaces: first.id, reason: "misread" });
    await ledger.purge(clerk, { entry: first.id, ...order });
    expect(await keys()).toEqual([{ key, chain: first.id }]);
    await ledger.purge(clerk, { entry: next.id, ...order });
    expect(await keys()).toEqual([]);
    expect(await ledger.rebuild()).toMatchObject({ identical: true });
  });

  it("lets a record be withdrawn whose last dependent was purged", async () => {
    const { ledger } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    const page = await record(ledger, { kind: "page.stamped", body: { folders: [blue.subject], number: 1 } });
    await ledger.purge(clerk, { entry: page.id, ...order });
    await record(ledger, { kind: "entry.withdrawn", body: { withdraws: blue.id }, reason: "never happened" });
    expect(await standingTitles(ledger)).toEqual([]);
    expect(await ledger.rebuild()).toMatchObject({ identical: true });
  });

  it("of a withdrawal takes its reason away; what it withdrew stays withdrawn", async () => {
    const opened = await open(testKinds);
    const { ledger } = opened;
    const blue = await openFolder(ledger, "Blue");
    const withdrawal = await record(ledger, {
      kind: "entry.withdrawn",
      body: { withdraws: blue.id },
      reason: `${SECRET} was never there`,
      attestedAt: "2011-05-06",
    });
    await ledger.purge(clerk, { entry: withdrawal.id, ...order });
    expect(await traces(opened, SECRET)).toEqual([]);
    expect(await traces(opened, "2011-05-06")).toEqual([]);
    expect(await standingTitles(ledger)).toEqual([]);
    expect(await codeOf(openFolder(ledger, "Again", { replaces: blue.id, reason: "misread" }))).toBe(
      "entry-already-replaced",
    );
    expect(await ledger.rebuild()).toMatchObject({ identical: true, changed: [] });
    expect(await ledger.verify()).toMatchObject({ ok: true, entries: 3 });
  });

  it("names its order, and is refused for what is not there, already empty, or no content", async () => {
    const { ledger } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    const refused = async (entry: string, more: object = {}) => {
      const { code, field } = await refusalOf(ledger.purge(clerk, { entry, ...order, ...more }));
      return { code, field };
    };
    expect(await refused("00000000-0000-4000-8000-000000000000")).toEqual({
      code: "entry-not-found",
      field: "purges",
    });
    expect(await refused("no identifier")).toEqual({ code: "entry-not-found", field: "purges" });
    expect(await refused(blue.id, { authority: " " })).toEqual({
      code: "body-invalid",
      field: "body.authority",
    });
    expect(await refused(blue.id, { reason: " " })).toEqual({ code: "reason-missing", field: "reason" });
    const by = await ledger.purge(clerk, { entry: blue.id, ...order });
    expect(await refused(blue.id)).toEqual({ code: "entry-already-emptied", field: "purges" });
    expect(await refused(by)).toEqual({ code: "entry-not-withdrawable", field: "purges" });
    expect(await codeOf(openFolder(ledger, "Again", { replaces: blue.id, reason: "misread" }))).toBe(
      "entry-not-found",
    );
    expect(await ledger.verify()).toMatchObject({ ok: true, entries: 2 });
  });

  it("leaves its text in no file of the tables it stood in, short or long, last on its page or not", async () => {
    const opened = await open(testKinds);
    const long = Array.from({ length: 200 }, (_, i) =>
      createHash("sha256").update(`${i}`).digest("hex"),
    ).join("");
    const before = await openFolder(opened.ledger, "Before");
    const first = await record(opened.ledger, {
      kind: "page.stamped",
      body: { folders: [before.subject], number: 1, words: [SECRET, long, SECRET] },
      key: `${SECRET}-key`,
    });
    await openFolder(opened.ledger, "Between");
    const last = await openFolder(opened.ledger, `${SECRET} at the end`);
    expect(await inFiles(opened, SECRET)).toContain("body");
    const said: string[] = [];
    for (const { id } of [first, last])
      await opened.ledger.purge(clerk, { entry: id, ...order }, (line) => said.push(line));
    expect(said).toEqual([]);
    expect(await inFiles(opened, SECRET)).toEqual([]);
    expect(await standingTitles(opened.ledger)).toEqual(["Before", "Between"]);
    expect(await opened.ledger.verify()).toMatchObject({ ok: true, entries: 6 });
    expect(await opened.ledger.rebuild()).toMatchObject({ identical: true });
  });

  it("says so where one who began to read before it keeps its text in the files", {
    timeout: 60_000,
  }, async () => {
    const opened = await open(testKinds);
    const gone = await openFolder(opened.ledger, SECRET);
    const said: string[] = [];
    await opened.asOwner(async (client) => {
      await client.query("begin isolation level repeatable read; select from ledger.head");
      await opened.ledger.purge(clerk, { entry: gone.id, ...order }, (line) => said.push(line));
      await client.query("commit");
    });
    expect(said).toEqual([expect.stringMatching(/began before the purge.* still runs/)]);
    expect(await opened.ledger.verify()).toMatchObject({ ok: true, entries: 2 });
  });

  it("says where its text could not be cleaned out of the files", async () => {
    const opened = await open(testKinds);
    const { keeper } = (await opened.asOwner(identityOf)).roles;
    const url = new URL(opened.database.url);
    url.username = keeper;
    url.password = opened.secrets.passwordOf(keeper);
    const client = new Client({ connectionString: url.toString() });
    await client.connect();
    const said: string[] = [];
    await cleanOut(client, ["folder"], (line) => said.push(line));
    await client.end();
    for (const table of ["body", "folder", "mention"])
      expect(
        said.find((line) => line.includes(`"${table}"`) && line.includes("VACUUM FULL")),
        table,
      ).toBeDefined();
    expect(said.at(-1)).toContain("write-ahead log");
  });
});
