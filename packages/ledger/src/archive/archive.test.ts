/** A ledger written out and read in again elsewhere is the same ledger, as two verifiers that share no code agree. */
import { spawnSync } from "node:child_process";
import { createHash, generateKeyPairSync, type KeyObject } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Kinds } from "../kinds.ts";
import { importLedger } from "../open.ts";
import { signCheckpoint, type TreeHead } from "../proof/note.ts";
import { digestOf, projectedTables } from "../projections/rebuild.ts";
import { codeOf, exported, linesOf, openFolder, record, refusalOf } from "../testing/acts.ts";
import { HIDDEN_LABEL, insider, recordHidden } from "../testing/hidden.ts";
import { clerk, onEveryServer, openGate, type TestLedger } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";

const VERIFIER = fileURLToPath(new URL("../../../../scripts/verify_ledger.py", import.meta.url));
const PYTHON = ["python3", "python"].find((name) => spawnSync(name, ["-c", "import json"]).status === 0);

/** More than one chunk of either side, a correction, a withdrawal, a purge and a second label, where one id may stand twice. */
async function furnish(opened: TestLedger, twins = false): Promise<void> {
  const { ledger } = opened;
  const blue = await openFolder(ledger, "Blue", {
    key: "row-1",
    occurred: "2021-04/2021-05",
    attestedAt: "2024",
  });
  const gone = await openFolder(ledger, "Gone", { key: "row-2" });
  await ledger.checkpoints.tick();
  await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread", attestedAt: "2024-06-01" });
  const never = await openFolder(ledger, "Never");
  await record(ledger, { kind: "entry.withdrawn", body: { withdraws: never.id }, reason: "never happened" });
  const pages = Array.from({ length: 5200 }, (_, i) => ({
    kind: "page.stamped",
    body: { folders: [blue.subject], number: i + 1, words: ["ñ\u2028", '"'] },
  }));
  await ledger.append(clerk, pages);
  await recordHidden(opened, {
    kind: "folder.opened",
    body: { title: "Hidden" },
    ...(twins ? { id: gone.id } : {}),
    key: "row-2",
  });
  await ledger.purge(clerk, { entry: gone.id, authority: "an order", reason: "ordered" });
}

async function digests({ asOwner }: TestLedger, kinds: Kinds): Promise<Record<string, string>> {
  return asOwner(async (client) => {
    const found: Record<string, string> = {};
    await client.query("begin");
    const own = [
      { table: "ledger.entry", order: "seq" },
      { table: "ledger.body", order: "seq" },
      { table: "ledger.node", order: "level, index" },
      { table: "ledger.emptied", order: "seq" },
    ];
    for (const { table, order } of [...projectedTables(kinds), ...own])
      found[table] = await digestOf(client, table, order);
    await client.query("commit");
    return found;
  });
}

const options = ({ database }: TestLedger, { secrets }: TestLedger) => ({
  url: database.url,
  secrets,
  kinds: testKinds,
  gate: openGate,
  timeZone: "UTC",
});

/** A place to restore to: a ledger that is open is not replaced. */
async function closed(open: (kinds: typeof testKinds) => Promise<TestLedger>): Promise<TestLedger> {
  const place = await open(testKinds);
  await place.ledger.close();
  return place;
}

onEveryServer("an export", (open) => {
  it("restored into an empty database gives the same root, the same tables to the byte, the same cuts", async () => {
    const opened = await open(testKinds);
    await furnish(opened, true);
    const lines = await exported(opened.ledger);
    const token = opened.ledger.cut.seal(await opened.ledger.cut.now());
    const elsewhere = await closed(open);
    const restored = await importLedger(options(elsewhere, opened), linesOf(lines));
    expect(restored.id).toBe(opened.ledger.id);
    expect(await restored.verify()).toMatchObject({ ok: true, problems: [], entries: 5207 });
    expect((await restored.cut.now()).root).toEqual((await opened.ledger.cut.now()).root);
    expect((await restored.cut.open(token)).size).toBe(5207);
    expect(await digests(elsewhere, restored.kinds)).toEqual(await digests(opened, opened.ledger.kinds));
    expect(await restored.rebuild()).toMatchObject({ identical: true });
    expect(await restored.read({ ...insider, labels: [HIDDEN_LABEL] }, async () => "read")).toBe("read");
    const more = await openFolder(restored, "Afterwards");
    expect(more.id).toBeDefined();
    expect(await restored.verify()).toMatchObject({ ok: true, entries: 5208 });
    await restored.close();
  });

  it.skipIf(PYTHON === undefined && !process.env.CI)(
    "holds for the verifier in Python too (needs python3 on the path), with our root and number of entries",
    async () => {
      const opened = await open(testKinds);
      await furnish(opened);
      const directory = mkdtempSync(join(tmpdir(), "joint-docket-archive-"));
      const file = join(directory, "ledger.jsonl");
      try {
        const lines = await exported(opened.ledger);
        writeFileSync(file, `${lines.join("\n")}\n`);
        const { root } = await opened.ledger.cut.now();
        const verdict = () =>
          JSON.parse(
            spawnSync(
              PYTHON as string,
              [VERIFIER, file, "--json", "--key", opened.ledger.checkpoints.verifierKey],
              { encoding: "utf8" },
            ).stdout,
          );
        expect(verdict()).toMatchObject({
          ok: true,
          entries: 5207,
          head: 5207,
          root: root.toString("hex"),
          problems: [],
        });
        writeFileSync(file, `${lines.filter((_, at) => at !== 7).join("\n")}\n`);
        expect(verdict().ok).toBe(false);
      } finally {
        rmSync(directory, { recursive: true });
      }
    },
  );

  it("of an empty ledger is restored as one", async () => {
    const opened = await open(testKinds);
    const lines = await exported(opened.ledger);
    const restored = await importLedger(options(await closed(open), opened), linesOf(lines));
    expect(await restored.verify()).toMatchObject({ ok: true, entries: 0 });
    await restored.close();
  });

  it("with a checkpoint or cosignature that its entries do not bear out is refused, and nothing of it stays", async () => {
    const opened = await open(testKinds);
    await openFolder(opened.ledger, "Blue");
    const lines = await exported(opened.ledger);
    const { origin } = opened.ledger.checkpoints;
    const at = "2024-01-01T00:00:00.000000Z";
    const root = Buffer.alloc(32, 7);
    const stranger = generateKeyPairSync("ed25519").privateKey;
    const { root: right } = await opened.ledger.cut.now();
    const checkpoint = (head: TreeHead, key: KeyObject) =>
      JSON.stringify({ checkpoint: { note: signCheckpoint(head, origin, key), at } });
    const place = await closed(open);
    for (const [line, why] of [
      [checkpoint({ origin, size: 1, root }, opened.secrets.signing), /up to 1 are not those the checkpoint/],
      [checkpoint({ origin, size: 1, root: right }, stranger), /signature does not hold/],
      [checkpoint({ origin: "joint-docket/other", size: 1, root: right }, stranger), /note does not say/],
      [
        JSON.stringify({ cosignature: { witness: "w", size: 1, root: root.toString("hex"), line: "x", at } }),
        /not those the witness saw/,
      ],
    ] as const) {
      const body = [...lines.slice(0, -1), line];
      const end = JSON.parse(lines.at(-1) as string) as { end: object };
      const sha256 = createHash("sha256")
        .update(`${body.join("\n")}\n`)
        .digest("hex");
      const forged = [...body, JSON.stringify({ end: { ...end.end, sha256 } })];
      const refusal = await refusalOf(importLedger(options(place, opened), linesOf(forged)));
      expect(refusal.code).toBe("archive-corrupted");
      expect(refusal.message).toMatch(why);
      const { rows } = await place.asOwner((client) =>
        client.query("select to_regclass('ledger.entry') as entry"),
      );
      expect(rows).toEqual([{ entry: null }]);
    }
  });

  it("signed by another installation is verified after its restore, and the old key is held for good", async () => {
    const opened = await open(testKinds);
    await openFolder(opened.ledger, "Blue");
    const lines = await exported(opened.ledger);
    const place = await closed(open);
    const restored = await importLedger(options(place, place), linesOf(lines));
    const [old, own] = await restored.verifierKeys();
    expect(old).toBe(opened.ledger.checkpoints.verifierKey);
    expect(own).toBe(restored.checkpoints.verifierKey);
    expect(own).not.toBe(old);
    await openFolder(restored, "Green");
    await restored.checkpoints.tick();
    expect(await restored.verify()).toMatchObject({ ok: true, entries: 2, problems: [] });
    await restored.close();
  });

  it("is not taken in while another has the ledger open, and takes nothing from it", async () => {
    const opened = await open(testKinds);
    const lines = await exported(opened.ledger);
    const place = await open(testKinds);
    expect(await codeOf(importLedger(options(place, opened), linesOf(lines)))).toBe("ledger-in-use");
    await openFolder(place.ledger, "Green");
    expect(await place.ledger.verify()).toMatchObject({ ok: true, entries: 1 });
  });

  it("is not taken into a ledger that holds anything", async () => {
    const opened = await open(testKinds);
    await openFolder(opened.ledger, "Blue");
    const lines = await exported(opened.ledger);
    expect(await codeOf(importLedger(options(opened, opened), linesOf(lines)))).toBe("ledger-not-empty");
    expect(await opened.ledger.verify()).toMatchObject({ ok: true, entries: 1 });
  });
});
