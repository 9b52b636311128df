/** Databases the ledger cannot stand on: too old, too new, closed to it; and the ones it can, without a superuser. */
import { randomBytes } from "node:crypto";
import { Client } from "pg";
import { expect, it } from "vitest";
import { openLedger } from "../open.ts";
import { codeOf, openFolder, refusalOf } from "../testing/acts.ts";
import { clerk, onEveryServer } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";
import { asRefusal } from "./connect.ts";
import { migrate } from "./migrate.ts";
import { identityOf } from "./migrate.ts";

it("a server before PostgreSQL 15 is refused by its version", async () => {
  const asked: string[] = [];
  const old = {
    query: async (text: string) => {
      asked.push(text);
      return { rows: [{ number: "140012", name: "14.12 (Debian)", user: "owner" }] };
    },
  };
  const refusal = await refusalOf(migrate(old as never, {} as never));
  expect(refusal).toMatchObject({
    code: "database-too-old",
    message: "This is PostgreSQL 14.12 (Debian); Joint Docket needs 15 or later.",
  });
  expect(asked).toHaveLength(1);
});

const thrown = (code: string, severity?: string) =>
  asRefusal(
    Object.assign(new Error("duplicate key value (key)=(Sealed Name)"), {
      code,
      ...(severity && { severity }),
    }),
  );

it("what a database throws becomes one of a few codes, with its own words kept from the reader", () => {
  for (const [state, code, severity] of [
    ["53100", "disk-full", "ERROR"],
    ["55P03", "ledger-busy", "ERROR"],
    ["57P01", "connection-lost", "FATAL"],
    ["25P03", "connection-lost", "FATAL"],
    ["08006", "connection-lost", "FATAL"],
    ["ECONNRESET", "connection-lost"],
    ["ETIMEDOUT", "connection-lost"],
    ["EHOSTUNREACH", "connection-lost"],
    ["ENETUNREACH", "connection-lost"],
    ["23505", "database-trouble", "ERROR"],
    // Node's own codes and a look-alike of a state, without a severity, are not the database's word.
    ["ERR_INVALID_ARG_TYPE", "server-fault"],
    ["23505", "server-fault"],
  ] as const) {
    const refusal = thrown(state, severity);
    expect(refusal.code).toBe(code);
    for (const language of ["en", "es"] as const)
      expect(JSON.stringify(refusal.in(language))).not.toContain("Sealed");
    expect((refusal.cause as Error).message).toContain("Sealed");
  }
});

it("a fault of ours is none of the database's, and claims nothing of what was recorded", () => {
  for (const fault of [new TypeError("Cannot read properties of undefined"), "a string", undefined]) {
    const refusal = asRefusal(fault);
    expect(refusal).toMatchObject({ code: "server-fault", status: 500 });
    for (const language of ["en", "es"] as const)
      expect(JSON.stringify(refusal.in(language))).not.toMatch(
        /of this request was|de esta solicitud|undefined/,
      );
  }
});

onEveryServer("a database", (open, server) => {
  it("of a newer version is refused and left alone", async () => {
    const { ledger, again, asOwner } = await open(testKinds);
    await openFolder(ledger, "Blue");
    await asOwner((client) =>
      client.query("insert into ledger.migration (number, name, sha256) values (999, '999-later.sql', '')"),
    );
    expect((await refusalOf(again())).code).toBe("database-newer");
    expect(await ledger.verify()).toMatchObject({ ok: true, entries: 1 });
  });

  it("that does not answer is named without its password", async () => {
    const { again } = await open(testKinds);
    const refusal = await refusalOf(again({ url: "postgres://owner:secret@127.0.0.1:1/none" }));
    expect(refusal.code).toBe("database-unreachable");
    expect(refusal.message).toContain("127.0.0.1:1/none");
    expect(refusal.message).not.toContain("secret");
  });

  it("needs no superuser: an owner who may create roles is enough, one who may not is told so", async () => {
    const admin = new Client({ connectionString: server.url });
    await admin.connect();
    const name = `jd_test_${randomBytes(6).toString("hex")}`;
    const { secrets, again, ledger } = await open(testKinds);
    await admin.query(`create role ${name} login createrole nosuperuser password 'pass'`);
    await admin.query(`create database ${name} owner ${name}`);
    const url = new URL(server.url);
    [url.username, url.password, url.pathname] = [name, "pass", `/${name}`];
    const roles: string[] = [];
    try {
      await admin.query(`alter role ${name} nocreaterole`);
      expect(await codeOf(again({ url: url.toString() }))).toBe("database-rights");
      await admin.query(`alter role ${name} createrole`);
      const mine = await openLedger({
        url: url.toString(),
        secrets,
        kinds: testKinds,
        gate: { decide: () => undefined, audit: async () => undefined },
        timeZone: ledger.timeZone,
      });
      const owner = new Client({ connectionString: url.toString() });
      await owner.connect();
      roles.push(...Object.values((await identityOf(owner)).roles));
      await owner.end();
      await mine.append(
        clerk,
        Array.from({ length: 300 }, (_, i) => ({ kind: "folder.opened", body: { title: `${i}` } })),
      );
      const blue = await openFolder(mine, "Blue");
      await mine.purge(clerk, { entry: blue.id, authority: "an order", reason: "ordered" });
      expect(await mine.verify()).toMatchObject({ ok: true, entries: 302 });
      expect(await mine.rebuild()).toMatchObject({ identical: true });
      await mine.close();
      const reopened = await again({ url: url.toString() });
      await openFolder(reopened, "After opening again");
      await reopened.close();
      expect(ledger.id).not.toBe(mine.id);
    } finally {
      await admin.query(`drop database ${name} with (force)`);
      for (const role of roles) await admin.query(`drop role ${role}`);
      await admin.query(`drop role ${name}`);
      await admin.end();
    }
  });

  it("taken up with other keys gets this installation's passwords, but not from under another that uses it", async () => {
    const { ledger, again } = await open(testKinds);
    await openFolder(ledger, "Blue");
    const other = await open(testKinds);
    // A server that trusts its host asks nobody for a password, and has nothing to refuse.
    if (server.name === "embedded")
      expect(await codeOf(again({ secrets: other.secrets }))).toBe("roles-in-use");
    await ledger.close();
    const moved = await again({ secrets: other.secrets });
    await openFolder(moved, "Green");
    // What the first installation signed counts only for who knows its key.
    const { verifierKey } = ledger.checkpoints;
    expect(await moved.verify([], undefined, [verifierKey])).toMatchObject({ ok: true, entries: 2 });
    expect((await moved.verify()).problems[0]?.problem).toBe("a checkpoint's signature does not hold");
  });
});
