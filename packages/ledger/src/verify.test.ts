/** Whatever an intruder with the database's password changes, with every trigger off, is found; an honest ledger is never accused. */
import { generateKeyPairSync } from "node:crypto";
import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type pg from "pg";
import { expect, it } from "vitest";
import { fileOfSigned } from "./pinned.ts";
import { signCheckpoint, verifierKeyOf } from "./proof/index.ts";
import { commitmentOf, leafOf } from "./proof/leaf.ts";
import { headerOf } from "./rows.ts";
import { codeOf, openFolder, record, tampering } from "./testing/acts.ts";
import { clerk, onEveryServer, type TestLedger } from "./testing/index.ts";
import { testKinds } from "./testing/kinds.ts";

const order = { authority: "an order", reason: "ordered" };

/** 300 entries, a correction, a withdrawal, a purge, and checkpoints along the way: entry 1 is the purged one. */
async function furnish({ ledger }: TestLedger): Promise<void> {
  const blue = await openFolder(ledger, "Blue");
  const gone = await openFolder(ledger, "Gone");
  await ledger.checkpoints.tick();
  await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
  const never = await openFolder(ledger, "Never");
  await record(ledger, { kind: "entry.withdrawn", body: { withdraws: never.id }, reason: "never happened" });
  await ledger.purge(clerk, { entry: gone.id, ...order });
  await ledger.append(
    clerk,
    Array.from({ length: 294 }, (_, i) => ({ kind: "folder.opened", body: { title: `${i}` } })),
  );
  await ledger.checkpoints.tick();
}

type Tampering = [what: string, change: string, found: RegExp, seq?: number];

const TAMPERINGS: Tampering[] = [
  [
    "a word of a body",
    "update ledger.body set content = replace(content, '\"Azure\"', '\"Red\"') where seq = 2",
    /content does not hash/,
    2,
  ],
  ["a salt", "update ledger.body set salt = sha256('x') where seq = 7", /content does not hash/, 7],
  [
    "a body and its commitment",
    "update ledger.entry set commitment = sha256(b.salt || convert_to(b.content || ' ', 'UTF8')) from ledger.body b where b.seq = entry.seq and entry.seq = 7; update ledger.body set content = content || ' ' where seq = 7",
    /header does not hash/,
    7,
  ],
  ["a kind", "update ledger.entry set kind = 'page.stamped' where seq = 5 + 5", /header does not hash/, 10],
  [
    "a subject",
    "update ledger.entry set subject = gen_random_uuid() where seq = 10",
    /header does not hash/,
    10,
  ],
  ["an id", "update ledger.entry set id = gen_random_uuid() where seq = 10", /header does not hash/, 10],
  ["a version", "update ledger.entry set version = 2 where seq = 10", /header does not hash/, 10],
  [
    "what an entry replaces",
    "update ledger.entry set replaces = null where seq = 2",
    /header does not hash/,
    2,
  ],
  [
    "a moment, by a microsecond",
    "update ledger.entry set recorded_at = recorded_at + interval '1 microsecond' where seq = 299",
    /header does not hash/,
    299,
  ],
  [
    "the order of two moments",
    "update ledger.entry set recorded_at = '2001-01-01' where seq = 10",
    /recorded before the entry before it/,
    10,
  ],
  ["a leaf", "update ledger.entry set leaf = sha256('x') where seq = 10", /header does not hash/, 10],
  [
    "two entries swapped",
    "update ledger.entry set seq = -1 where seq = 10; update ledger.entry set seq = 10 where seq = 11; update ledger.entry set seq = 11 where seq = -1; update ledger.body set seq = -1 where seq = 10; update ledger.body set seq = 10 where seq = 11; update ledger.body set seq = 11 where seq = -1",
    /header does not hash/,
    10,
  ],
  [
    "an entry in the middle deleted",
    "delete from ledger.entry where seq = 10; delete from ledger.body where seq = 10",
    /entry 10 is missing/,
    10,
  ],
  [
    "five entries in the middle deleted",
    "delete from ledger.entry where seq between 10 and 14",
    /entries 10 to 14 are missing/,
    10,
  ],
  [
    "the last entry deleted",
    "delete from ledger.entry where seq = 299; delete from ledger.body where seq = 299",
    /head says 300/,
  ],
  [
    "the last entry deleted and the head turned back",
    "delete from ledger.entry where seq = 299; delete from ledger.body where seq = 299; update ledger.head set size = 299",
    /checkpoint knows 300/,
  ],
  [
    "an entry added past the head",
    `insert into ledger.entry select 300, label, gen_random_uuid(), kind, version, subject, replaces, recorded_at, commitment, leaf from ledger.entry where seq = 299; insert into ledger.body select label, 300, salt, content from ledger.body where seq = 299`,
    /header does not hash/,
    300,
  ],
  ["a body deleted", "delete from ledger.body where seq = 10", /no purge says so/, 10],
  [
    "a purge undone",
    "insert into ledger.body select label, 1, salt, content from ledger.body where seq = 10",
    /its content is there/,
    1,
  ],
  [
    "an entry emptied under no order",
    "delete from ledger.body where seq = 10; insert into ledger.emptied select label, id, kind, subject, seq, id, seq from ledger.entry where seq = 10",
    /without a purge entry/,
    10,
  ],
  [
    "an entry emptied under another's order",
    "delete from ledger.body where seq = 10; insert into ledger.emptied select e.label, e.id, e.kind, e.subject, e.seq, m.by, m.at_seq from ledger.entry e, ledger.emptied m where e.seq = 10",
    /without a purge entry that names it/,
    10,
  ],
  ["a stored subtree", "update ledger.node set hash = sha256('x')", /stored tree differs/],
  ["a stored subtree too much", "insert into ledger.node select 8, 1, hash from ledger.node", /too much/],
  ["a stored subtree too few", "delete from ledger.node", /stored tree differs/],
  [
    "a checkpoint's row",
    "update ledger.checkpoint set size = 1 where number = (select max(number) from ledger.checkpoint)",
    /note does not say/,
  ],
  [
    "a checkpoint's note",
    "update ledger.checkpoint set note = replace(note, E'\\n300\\n', E'\\n200\\n'), size = 200 where size = 300",
    /signature does not hold/,
  ],
  ["a note that is none", "update ledger.checkpoint set note = 'nothing'", /note does not say/],
  [
    "a key that is none",
    "update ledger.signing_key set verifier_key = 'nothing'; update ledger.checkpoint set note = 'nothing'",
    /note does not say/,
  ],
];

onEveryServer("verifying", (open) => {
  it("finds nothing wrong with an honest ledger, empty or full, checkpointed or not", async () => {
    const opened = await open(testKinds);
    expect(await opened.ledger.verify()).toMatchObject({ ok: true, entries: 0, head: 0, problems: [] });
    await furnish(opened);
    await openFolder(opened.ledger, "After the last checkpoint");
    const told: number[] = [];
    const verification = await opened.ledger.verify([], (entries, of) => told.push(entries, of));
    expect(verification).toMatchObject({ ok: true, entries: 301, head: 301, problems: [] });
    expect(told).toEqual([301, 301]);
    expect(verification.root).toBe((await opened.ledger.cut.now()).root.toString("hex"));
  });

  it("finds every single change, says where, and accuses nothing once it is undone", async () => {
    const opened = await open(testKinds);
    await furnish(opened);
    await opened.asOwner((client) =>
      tampering(client, async () => {
        for (const [what, change, found, seq] of TAMPERINGS) {
          const undo = await keepCopy(client);
          await client.query(change);
          const { ok, problems } = await opened.ledger.verify();
          expect(ok, what).toBe(false);
          const match = problems.find(({ problem }) => found.test(problem));
          expect(match, `${what}: ${JSON.stringify(problems.slice(0, 3))}`).toBeDefined();
          if (seq !== undefined) expect(match?.seq, what).toBe(seq);
          await undo();
        }
      }),
    );
    expect(await opened.ledger.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it("trusts no checkpoint that a stranger signed, nor one of another root signed with our own key", async () => {
    const opened = await open(testKinds);
    const { ledger, secrets, asOwner } = opened;
    await furnish(opened);
    const { origin } = ledger.checkpoints;
    const replace = async (root: Buffer, key: typeof secrets.signing) => {
      const note = signCheckpoint({ origin, size: 300, root }, origin, key);
      await asOwner((client) =>
        tampering(client, () =>
          client.query("update ledger.checkpoint set note = $1, root = $2 where size = 300", [note, root]),
        ),
      );
      return (await ledger.verify()).problems.map(({ problem }) => problem);
    };
    const { root } = await ledger.cut.now();
    expect(await replace(root, generateKeyPairSync("ed25519").privateKey)).toEqual([
      "a checkpoint's signature does not hold",
    ]);
    expect(await replace(Buffer.alloc(32), secrets.signing)).toEqual([
      "the entries up to 300 are not those the checkpoint was signed over",
      "the checkpoint of 300 entries, which this installation signed, was taken away",
    ]);
    expect(await replace(root, secrets.signing)).toEqual([]);
  });

  it("finds a rewrite made with the database alone: new hashes, a new tree, every checkpoint gone or signed anew", async () => {
    const opened = await open(testKinds);
    const { ledger, asOwner } = opened;
    for (let i = 0; i < 3; i++) await openFolder(ledger, `${i}`);
    await ledger.checkpoints.tick();
    const { origin } = ledger.checkpoints;
    await asOwner((client) =>
      tampering(client, async () => {
        const { rows } = await client.query<
          Parameters<typeof headerOf>[0] & { salt: Buffer; content: string }
        >(
          `select e.*, b.salt, b.content, to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') as recorded_at
             from ledger.entry e join ledger.body b using (label, seq) where e.seq = 1`,
        );
        const [row] = rows as [(typeof rows)[0]];
        const content = row.content.replace('"1"', '"another"');
        const commitment = commitmentOf(row.salt, content);
        const leaf = leafOf(headerOf({ ...row, seq: 1, label: Number(row.label) }), commitment);
        await client.query("update ledger.body set content = $1 where seq = 1", [content]);
        await client.query("update ledger.entry set commitment = $1, leaf = $2 where seq = 1", [
          commitment,
          leaf,
        ]);
        await client.query("delete from ledger.checkpoint; delete from ledger.signing_key");
      }),
    );
    const found = async (...keys: string[]) =>
      (await ledger.verify([], undefined, keys)).problems.map(({ problem }) => problem);
    expect(await found()).toEqual(["the first 3 entries are not those this installation signed"]);
    const { privateKey, publicKey } = generateKeyPairSync("ed25519");
    const { root } = await (await opened.again()).cut.now();
    const note = signCheckpoint({ origin, size: 3, root }, origin, privateKey);
    await asOwner(async (client) => {
      await client.query("insert into ledger.signing_key values ($1, 0)", [verifierKeyOf(origin, publicKey)]);
      await client.query("insert into ledger.checkpoint (size, root, note, at) values (3, $1, $2, now())", [
        root,
        note,
      ]);
    });
    expect(await found()).toEqual([
      "a checkpoint's signature does not hold",
      "the first 3 entries are not those this installation signed",
    ]);
    expect(await found(verifierKeyOf(origin, publicKey))).toEqual([
      "the first 3 entries are not those this installation signed",
    ]);
    expect(await ledger.verifierKeys()).toEqual([ledger.checkpoints.verifierKey]);
    rmSync(join(opened.secrets.directory, "pinned"), { recursive: true });
    expect(await found()).toEqual(["a checkpoint's signature does not hold"]);
    expect(await codeOf(ledger.verify([], undefined, ["no key"]))).toBe("verifier-key-unreadable");
  });

  it("finds checkpoints taken away, and entries that stand for more than an hour without any", async () => {
    const opened = await open(testKinds);
    const { ledger, asOwner } = opened;
    await openFolder(ledger, "Blue");
    await ledger.checkpoints.tick();
    await asOwner((client) => tampering(client, () => client.query("delete from ledger.checkpoint")));
    expect((await ledger.verify()).problems).toEqual([
      { seq: 1, problem: "the checkpoint of 1 entries, which this installation signed, was taken away" },
    ]);
    await asOwner((client) =>
      tampering(client, () =>
        client.query("update ledger.entry set recorded_at = now() - interval '61 minutes'"),
      ),
    );
    expect((await ledger.verify()).problems.map(({ problem }) => problem)).toContain(
      "entries stand for more than an hour, but no trusted key signed any of them",
    );
  });

  it("does not take a damaged memory for none", async () => {
    const opened = await open(testKinds);
    await openFolder(opened.ledger, "Blue");
    await opened.ledger.checkpoints.tick();
    const file = fileOfSigned(opened.secrets.directory, opened.ledger.checkpoints.origin);
    writeFileSync(file, readFileSync(file, "utf8").replace("\n1\n", "\n0\n"));
    expect(await codeOf(opened.ledger.verify())).toBe("memory-unreadable");
    expect(await codeOf(opened.ledger.checkpoints.tick())).toBe("memory-unreadable");
  });
});

/** Copies of the record's tables; the answer puts them back. Runs with triggers off. */
async function keepCopy(client: pg.Client): Promise<() => Promise<void>> {
  const tables = ["entry", "body", "node", "head", "checkpoint", "emptied", "signing_key"];
  for (const table of tables)
    await client.query(
      `drop table if exists pg_temp.${table}_kept; create temp table ${table}_kept as table ledger.${table}`,
    );
  return async () => {
    for (const table of tables) {
      const overriding = table === "checkpoint" ? "overriding system value" : "";
      await client.query(
        `delete from ledger.${table}; insert into ledger.${table} ${overriding} select * from pg_temp.${table}_kept`,
      );
    }
  };
}
