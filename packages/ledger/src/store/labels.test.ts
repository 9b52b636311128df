/** Need-to-know from the first row: what an actor's labels do not cover is absent, for the program and for its database role. */
import { sql } from "kysely";
import { Client } from "pg";
import { expect, it } from "vitest";
import { codeOf, openFolder, record, refusalOf, standingTitles } from "../testing/acts.ts";
import { HIDDEN_LABEL, insider, recordHidden } from "../testing/hidden.ts";
import { clerk, onEveryServer, type TestLedger } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";
import { identityOf } from "./migrate.ts";

const LABELED = [
  "ledger.label",
  "ledger.entry",
  "ledger.body",
  "ledger.ended",
  "ledger.mention",
  "ledger.row_key",
  "docket.folder",
  "docket.withdrawal",
];

/** Logs in with the role the program reads and writes with. */
async function asApp<T>(
  { database, secrets, asOwner }: TestLedger,
  work: (client: Client) => Promise<T>,
): Promise<T> {
  const { app } = (await asOwner(identityOf)).roles;
  const url = new URL(database.url);
  const client = new Client({
    host: url.hostname,
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: app,
    password: secrets.passwordOf(app),
  });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

async function sights(client: Client): Promise<Record<string, number>> {
  const seen: Record<string, number> = {};
  for (const table of LABELED) seen[table] = (await client.query(`select from ${table}`)).rowCount ?? 0;
  return seen;
}

/** What a refusal lets its reader see. */
async function tell(work: Promise<unknown>) {
  const { code, message, remedy, field } = await refusalOf(work);
  return { code, message, remedy, field };
}

/** One folder in the open and one hidden, each with a correction, a withdrawal, a row key. */
async function furnish(opened: TestLedger) {
  const { ledger } = opened;
  const blue = await openFolder(ledger, "Blue", { key: "row-1" });
  const azure = await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
  const never = await openFolder(ledger, "Never");
  await record(ledger, { kind: "entry.withdrawn", body: { withdraws: never.id }, reason: "never happened" });
  const hidden = await recordHidden(opened, {
    kind: "folder.opened",
    body: { title: "Hidden" },
    key: "row-1",
  });
  return { blue, azure, hidden };
}

onEveryServer("labels", (open) => {
  it("hide every row from a role that says none, and the other label's from one that says its own", async () => {
    const opened = await open(testKinds);
    await furnish(opened);
    await asApp(opened, async (client) => {
      expect(await sights(client)).toEqual(Object.fromEntries(LABELED.map((table) => [table, 0])));
      await client.query("set jd.labels = '{1}'");
      const own = await sights(client);
      for (const table of LABELED) expect(own[table], table).toBeGreaterThan(0);
      for (const table of LABELED)
        expect((await client.query(`select from ${table} where label <> 1`)).rowCount, table).toBe(0);
      await client.query("set jd.labels = '{2}'");
      for (const table of LABELED)
        expect((await client.query(`select from ${table} where label <> 2`)).rowCount, table).toBe(0);
      expect((await client.query("select from docket.folder")).rowCount).toBe(1);
    });
  });

  it("keep what one actor was answered from every other, whatever the role asks", async () => {
    const opened = await open(testKinds);
    const draft = { kind: "folder.opened", body: { title: "Blue" } };
    await opened.ledger.append(clerk, [draft], "a-key");
    const other = { ...clerk, id: "o'other" };
    await opened.ledger.append(other, [draft], "a-key");
    await opened.ledger.append(other, [draft], "a-key");
    await asApp(opened, async (client) => {
      const keys = async () => (await client.query("select actor, key from ledger.idempotency")).rows;
      expect(await keys()).toEqual([]);
      await client.query("select set_config('jd.labels', '{1}', false), set_config('jd.actor', $1, false)", [
        other.id,
      ]);
      expect(await keys()).toEqual([{ actor: other.id, key: "a-key" }]);
      await expect(
        client.query(
          "insert into ledger.idempotency (actor, key, digest, outcome) values ($1, 'b', '', '{}')",
          [clerk.id],
        ),
      ).rejects.toMatchObject({ code: "42501" });
    });
    expect(await opened.ledger.verify()).toMatchObject({ ok: true, entries: 2 });
  });

  it("let the role add nothing under a label it does not hold, and change or remove nothing at all", async () => {
    const opened = await open(testKinds);
    await furnish(opened);
    await asApp(opened, async (client) => {
      await client.query("set jd.labels = '{1}'");
      const state = (text: string) =>
        client.query(text).then(
          () => "done",
          (error: { code: string }) => error.code,
        );
      const id = "00000000-0000-4000-8000-000000000000";
      expect(await state(`insert into ledger.mention values (2, '${id}', '${id}', 0, 'a')`)).toBe("42501");
      expect(await state(`insert into ledger.body values (2, 900, '\\x${"00".repeat(32)}', '{}')`)).toBe(
        "42501",
      );
      expect(await state("insert into ledger.label values (3, '{other}')")).toBe("42501");
      expect(await state("update docket.folder set label = 2")).toBe("42501");
      expect(await state("update docket.folder set title = 'x'")).toBe("42501");
      for (const table of [
        "ledger.entry",
        "ledger.body",
        "ledger.node",
        "ledger.idempotency",
        "ledger.mention",
        "docket.folder",
      ]) {
        expect(await state(`delete from ${table}`), table).toBe("42501");
        expect(await state(`truncate ${table}`), table).toBe("42501");
      }
      expect(await state("update ledger.entry set kind = 'x'")).toBe("42501");
      expect(await state("update ledger.body set content = '{}'")).toBe("42501");
      expect(await state("alter table ledger.entry disable trigger all")).toBe("42501");
      expect(await state("create table docket.mine (a int)")).toBe("42501");
      expect(await state("select from ledger.checkpoint")).toBe("42501");
    });
  });

  it("bind both roles, for neither is superuser, owner, or exempt from row security", async () => {
    const opened = await open(testKinds);
    const roles = Object.values((await opened.asOwner(identityOf)).roles);
    await opened.asOwner(async (client) => {
      const { rows } = await client.query(
        "select rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication as mighty, rolcanlogin as logs_in from pg_roles where rolname = any ($1)",
        [roles],
      );
      expect(rows).toEqual([
        { mighty: false, logs_in: true },
        { mighty: false, logs_in: true },
      ]);
      const owned = await client.query(
        "select from pg_class c join pg_roles r on r.oid = c.relowner where r.rolname = any ($1)",
        [roles],
      );
      expect(owned.rowCount).toBe(0);
      const unguarded = await client.query(
        `select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attname = 'label'
          where n.nspname in ('ledger', 'docket') and c.relkind = 'r' and not (c.relrowsecurity and c.relforcerowsecurity)`,
      );
      expect(unguarded.rows).toEqual([]);
    });
  });

  it("make a hidden record look like none, as reference, source, correction, withdrawal and purge", async () => {
    const opened = await open(testKinds);
    const { ledger } = opened;
    const folder = await recordHidden(opened, { kind: "folder.opened", body: { title: "Hidden" } });
    const source = await recordHidden(opened, { kind: "source.described", body: { title: "Hidden" } });
    const none = { id: crypto.randomUUID(), subject: crypto.randomUUID() };
    const asked = (target: typeof folder, paper: typeof source) => [
      ledger.append(clerk, [{ kind: "folder.opened", body: { title: "A", parent: target.subject } }]),
      ledger.append(clerk, [{ kind: "folder.opened", body: { title: "A" }, source: paper.subject }]),
      ledger.append(clerk, [
        { kind: "folder.opened", body: { title: "A" }, replaces: target.id, reason: "wrong" },
      ]),
      ledger.append(clerk, [{ kind: "entry.withdrawn", body: { withdraws: target.id }, reason: "wrong" }]),
      ledger.purge(clerk, { entry: target.id, authority: "an order", reason: "ordered" }),
    ];
    const hidden = await Promise.all(asked(folder, source).map(tell));
    expect(hidden).toEqual(await Promise.all(asked(none, none).map(tell)));
    expect(await standingTitles(ledger, insider)).toEqual(["Hidden"]);
  });

  it("keep uniqueness to themselves: one id and one row key stand under two labels, and a purge of one leaves the other", async () => {
    const opened = await open(testKinds);
    const { ledger, asOwner } = opened;
    const blue = await openFolder(ledger, "Blue", { key: "row-1" });
    await recordHidden(opened, {
      kind: "folder.opened",
      body: { title: "Twin" },
      id: blue.id,
      subject: blue.subject,
      key: "row-1",
    });
    await recordHidden(opened, {
      kind: "folder.opened",
      body: { title: "Twin two" },
      replaces: blue.id,
      subject: blue.subject,
    });
    await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
    expect(await standingTitles(ledger)).toEqual(["Azure"]);
    expect(await standingTitles(ledger, { ...insider, labels: [HIDDEN_LABEL] })).toEqual(["Twin two"]);
    expect(await ledger.rebuild()).toMatchObject({ identical: true });
    await ledger.purge(clerk, { entry: blue.id, authority: "an order", reason: "ordered" });
    await asOwner(async (client) => {
      const { rows } = await client.query(
        "select label, content is not null as kept from ledger.entry e left join ledger.body b using (label, seq) where id = $1 order by label",
        [blue.id],
      );
      expect(rows).toEqual([
        { label: 1, kept: false },
        { label: HIDDEN_LABEL, kept: true },
      ]);
    });
    expect(await ledger.rebuild()).toMatchObject({ identical: true });
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it("never come out in a database's own words", async () => {
    const opened = await open(testKinds);
    const hidden = await recordHidden(opened, { kind: "folder.opened", body: { title: "Sealed case" } });
    const wrong = opened.ledger.read(clerk, ({ db }) =>
      sql`insert into ledger.entry (id) values (${hidden.id})`.execute(db),
    );
    const refusal = await refusalOf(wrong);
    expect(refusal.code).toBe("database-trouble");
    expect(`${refusal.message} ${refusal.remedy}`).not.toMatch(/entry|read-only|Sealed|violates|label/);
    expect(
      await codeOf(opened.ledger.read(clerk, ({ db }) => sql`select ${hidden.id}::integer`.execute(db))),
    ).toBe("database-trouble");
  });
});
