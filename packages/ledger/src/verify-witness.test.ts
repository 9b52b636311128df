/** What the holder of every key and password could do unnoticed, and what a witness in another house still knows. */
import { rmSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { exported, linesOf, openFolder, tampering } from "./testing/acts.ts";
import { clerk, onEveryServer } from "./testing/index.ts";
import { testKinds } from "./testing/kinds.ts";
import { witnessProcess } from "./testing/witness.ts";
import { importLedger } from "./open.ts";
import { openGate } from "./testing/index.ts";

const CUT_TAIL = `delete from ledger.entry where seq >= 4; delete from ledger.body where seq >= 4; delete from ledger.checkpoint where size > 4;
  delete from ledger.cosignature; update ledger.head set size = 4, recorded_at = (select max(recorded_at) from ledger.entry);
  delete from docket.folder where since >= 4; delete from ledger.mention where seq >= 4`;

onEveryServer("a witness in another process", (open) => {
  it("makes a cut-off tail and a wholly re-signed history show, which nothing inside the house can", async () => {
    const opened = await open(testKinds);
    const witness = await witnessProcess([opened.ledger.checkpoints.verifierKey]);
    try {
      const ledger = await opened.again({ witnesses: [witness.address] });
      for (let i = 0; i < 4; i++) await openFolder(ledger, `${i}`);
      await ledger.checkpoints.tick();
      for (let i = 4; i < 8; i++) await openFolder(ledger, `${i}`);
      await ledger.checkpoints.tick();
      await ledger.checkpoints.asked();
      expect(witness.seen().map(({ size }) => size)).toEqual([4, 8]);
      expect(ledger.checkpoints.witnesses()).toMatchObject([{ state: "in-step", size: 8 }]);
      expect(await ledger.verify(witness.seen())).toMatchObject({ ok: true, problems: [] });

      await opened.asOwner((client) => tampering(client, () => client.query(CUT_TAIL)));
      expect((await ledger.verify()).problems).toEqual([
        { seq: 4, problem: "this installation signed 8 entries; the tail is cut off" },
      ]);
      // Whoever holds the data directory too takes that memory away, but not the one in another house.
      rmSync(join(opened.secrets.directory, "pinned"), { recursive: true });
      expect((await ledger.verify()).ok).toBe(true);
      expect((await ledger.verify(witness.seen())).problems).toEqual([
        { seq: 4, problem: "a witness saw 8 entries; the tail is cut off" },
      ]);

      const rewriting = await opened.again();
      for (let i = 4; i < 8; i++) await openFolder(rewriting, `another ${i}`);
      await rewriting.checkpoints.tick();
      expect(await rewriting.verify()).toMatchObject({ ok: true, entries: 8 });
      expect((await rewriting.verify(witness.seen())).problems).toEqual([
        { seq: 8, problem: "the first 8 entries are not those the witness saw" },
      ]);

      const asking = await opened.again({ witnesses: [witness.address] });
      await asking.checkpoints.tick();
      await asking.checkpoints.asked();
      expect(asking.checkpoints.witnesses()).toMatchObject([{ state: "refuses" }]);
    } finally {
      await witness.stop();
    }
  });

  it("is not needed against the database's owner alone: a rewrite signed with a key of their own shows", async () => {
    const opened = await open(testKinds);
    await openFolder(opened.ledger, "Blue");
    await opened.ledger.checkpoints.tick();
    const other = await open(testKinds);
    const intruder = await opened
      .again({ secrets: other.secrets, url: opened.database.url })
      .catch(() => undefined);
    // On a server that asks for passwords they are not even let in while the installation runs.
    if (!intruder) return;
    await openFolder(intruder, "Azure");
    await intruder.checkpoints.tick();
    expect((await opened.ledger.verify()).problems).toEqual([
      { seq: 2, problem: "a checkpoint's signature does not hold" },
    ]);
    expect(await opened.ledger.verify([], undefined, [intruder.checkpoints.verifierKey])).toMatchObject({
      ok: true,
    });
    await opened.asOwner((client) =>
      tampering(client, () =>
        client.query(
          "delete from ledger.checkpoint; update ledger.entry set commitment = sha256(commitment)",
        ),
      ),
    );
    expect((await opened.ledger.verify()).problems.map(({ problem }) => problem)).toContain(
      "the first 1 entries are not those this installation signed",
    );
  });

  it("is not misled by the file of another ledger", async () => {
    const { ledger } = await open(testKinds);
    await openFolder(ledger, "Blue");
    expect(
      await ledger.verify([{ origin: "joint-docket/another", size: 500, root: Buffer.alloc(32) }]),
    ).toMatchObject({ ok: true });
  });

  it("keeps its cosignatures through export and import, and they still count against a cut-off tail", async () => {
    const opened = await open(testKinds);
    const witness = await witnessProcess([opened.ledger.checkpoints.verifierKey]);
    try {
      const ledger = await opened.again({ witnesses: [witness.address] });
      await ledger.append(
        clerk,
        Array.from({ length: 6 }, (_, i) => ({ kind: "folder.opened", body: { title: `${i}` } })),
      );
      await ledger.checkpoints.tick();
      await ledger.checkpoints.asked();
      const lines = await exported(ledger);
      const elsewhere = await open(testKinds);
      await elsewhere.ledger.close();
      const options = {
        url: elsewhere.database.url,
        secrets: opened.secrets,
        kinds: testKinds,
        gate: openGate,
        timeZone: "UTC",
      };
      const restored = await importLedger(options, linesOf(lines));
      expect(await restored.verify(witness.seen())).toMatchObject({ ok: true });
      await elsewhere.asOwner((client) =>
        tampering(client, () =>
          client.query(
            "delete from ledger.entry where seq = 5; delete from ledger.body where seq = 5; delete from ledger.checkpoint; update ledger.head set size = 5",
          ),
        ),
      );
      expect((await restored.verify()).problems).toEqual([
        { seq: 5, problem: "a witness saw 6 entries; the tail is cut off" },
        { seq: 5, problem: "this installation signed 6 entries; the tail is cut off" },
      ]);
      await restored.close();
    } finally {
      await witness.stop();
    }
  });
});
