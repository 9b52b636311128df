/** A damaged export is refused wherever the damage is, and nothing of it stays. */
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { importLedger } from "../open.ts";
import { Refusal } from "../refusal.ts";
import { codeOf, exported, linesOf, openFolder, record, refusalOf } from "../testing/acts.ts";
import { clerk, onEveryServer, openGate, type TestLedger } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";
import { ArchiveReader, keepOpening, readOpening } from "./import.ts";

const SAID = new Set(["archive-corrupted", "archive-newer", "kind-unknown", "kind-version-unknown"]);

onEveryServer("a damaged export", (open) => {
  let opened: TestLedger;
  let lines: string[];
  let target: TestLedger;

  beforeAll(async () => {
    opened = await open(testKinds);
    const { ledger } = opened;
    const blue = await openFolder(ledger, "Blue", { key: "row-1", occurred: "2021", attestedAt: "2024" });
    await ledger.checkpoints.tick();
    await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
    const page = await record(ledger, {
      kind: "page.stamped",
      body: { folders: [blue.subject], number: 1, words: ["ñ"] },
    });
    await record(ledger, { kind: "entry.withdrawn", body: { withdraws: page.id }, reason: "never happened" });
    await ledger.purge(clerk, { entry: blue.id, authority: "an order", reason: "ordered" });
    lines = await exported(ledger);
    target = await open(testKinds);
    await target.ledger.close();
  });

  const restore = (damaged: readonly string[]) =>
    importLedger(
      {
        url: target.database.url,
        secrets: opened.secrets,
        kinds: testKinds,
        gate: openGate,
        timeZone: "UTC",
      },
      linesOf(damaged),
    );

  /** Reads an archive into an open transaction and takes it back: as an import does, but quickly. */
  async function read(damaged: readonly string[]): Promise<string> {
    return opened.asOwner(async (client) => {
      await client.query(
        "begin; truncate ledger.ended, ledger.mention, ledger.row_key, docket.folder, docket.page, docket.withdrawal, docket.purge",
      );
      await client.query(
        "set local session_replication_role = replica; delete from ledger.emptied; delete from ledger.body; delete from ledger.entry; delete from ledger.checkpoint; delete from ledger.signing_key; set local session_replication_role = origin",
      );
      try {
        await keepOpening(client, readOpening(damaged[0] ?? ""));
        const reader = new ArchiveReader(client, opened.ledger.kinds, damaged[0] ?? "");
        for (const line of damaged.slice(1)) await reader.take(line);
        reader.finish();
        return "taken";
      } catch (error) {
        if (error instanceof Refusal) return error.code;
        throw error;
      } finally {
        await client.query("rollback");
      }
    });
  }

  it("is refused for any one byte of it", async () => {
    expect(await read(lines)).toBe("taken");
    const bytes = Buffer.from(`${lines.join("\n")}\n`);
    await fc.assert(
      fc.asyncProperty(fc.nat(bytes.length - 2), fc.integer({ min: 1, max: 255 }), async (at, change) => {
        const damaged = Buffer.from(bytes);
        damaged[at] = (damaged[at] as number) ^ change;
        expect(SAID).toContain(await read(damaged.toString("utf8").replace(/\n$/, "").split("\n")));
      }),
      { numRuns: 150 },
    );
  });

  it("is refused when it ends early, wherever", async () => {
    for (let kept = 0; kept < lines.length; kept++)
      expect(await read(lines.slice(0, kept)), `${kept} lines`).toBe("archive-corrupted");
  });

  it("is refused when a line came twice, is missing, or stands elsewhere", async () => {
    for (let at = 0; at < lines.length; at++) {
      expect(await read(lines.toSpliced(at, 0, lines[at] as string)), `line ${at} twice`).toBe(
        "archive-corrupted",
      );
      expect(await read(lines.toSpliced(at, 1)), `line ${at} missing`).toBe("archive-corrupted");
      const swapped = [...lines];
      [swapped[at], swapped[(at + 1) % lines.length]] = [
        lines[(at + 1) % lines.length] as string,
        lines[at] as string,
      ];
      expect(await read(swapped), `line ${at} moved`).toBe("archive-corrupted");
    }
  });

  it("says at which line, leaves nothing, and does not stand in the way of the good copy", async () => {
    const damaged = lines.map((line) => line.replace("Azure", "Green"));
    const refusal = await refusalOf(restore(damaged));
    expect(refusal.code).toBe("archive-corrupted");
    expect(refusal.message).toBe(
      "The exported ledger does not hold at line 3: its content was changed. Nothing was imported.",
    );
    await target.asOwner(async (client) => {
      const { rows } = await client.query(
        "select to_regclass('ledger.entry') as entry, to_regclass('docket.folder') as folder",
      );
      expect(rows).toEqual([{ entry: null, folder: null }]);
    });
    const restored = await restore(lines);
    expect(await restored.verify()).toMatchObject({ ok: true, entries: 5 });
    await restored.close();
  });

  it("of a newer format, or no archive at all, is told apart", async () => {
    const empty = await open(testKinds);
    await empty.ledger.close();
    const from = (damaged: readonly string[]) =>
      importLedger(
        {
          url: empty.database.url,
          secrets: empty.secrets,
          kinds: testKinds,
          gate: openGate,
          timeZone: "UTC",
        },
        linesOf(damaged),
      );
    expect(await codeOf(from(lines.map((line) => line.replace('"format":1', '"format":2'))))).toBe(
      "archive-newer",
    );
    expect(await codeOf(from([]))).toBe("archive-corrupted");
    expect(await codeOf(from(["name,date", "a,b"]))).toBe("archive-corrupted");
    expect(await (await empty.again()).verify()).toMatchObject({ ok: true, entries: 0 });
  });
});
