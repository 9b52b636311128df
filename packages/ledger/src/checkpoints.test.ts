/** Checkpoints: made on a clock, kept when the head moved or an hour went by, cosigned by witnesses nobody waits for. */
import { generateKeyPairSync, createPublicKey } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished, vi } from "vitest";
import type { WitnessAddress } from "./checkpoints.ts";
import type { Ledger } from "./open.ts";
import { cosignerKeyOf, parseCheckpoint, startWitness, verifyNote } from "./proof/index.ts";
import { openFolder, refusalOf, tampering } from "./testing/acts.ts";
import { onEveryServer, type TestLedger } from "./testing/index.ts";
import { testKinds } from "./testing/kinds.ts";

async function witness(trusted: string, dir = mkdtempSync(join(tmpdir(), "joint-docket-witness-"))) {
  const started = await startWitness({ dir, port: 0, name: "witness.example/a", trusted: [trusted] });
  onTestFinished(() => rmSync(dir, { recursive: true, force: true }));
  return { ...started, dir };
}

/** Asks the witnesses once and waits for their answers. */
async function askOnce(ledger: Ledger) {
  await ledger.checkpoints.tick();
  await ledger.checkpoints.asked();
  return ledger.checkpoints.witnesses();
}

const strangerKey = cosignerKeyOf(
  "witness.example/a",
  createPublicKey(generateKeyPairSync("ed25519").privateKey),
);

/** Sizes of the checkpoints kept, oldest first. */
async function kept({ ledger }: TestLedger): Promise<number[]> {
  return (await ledger.keptCheckpoints(100)).map(({ size }) => size).toReversed();
}

onEveryServer("checkpoints", (open) => {
  it("are signed notes of the ledger's size and root, readable with its key alone", async () => {
    const { ledger } = await open(testKinds);
    await openFolder(ledger, "Blue");
    const { note, size } = await ledger.checkpoints.tick();
    expect(verifyNote(note, [ledger.checkpoints.verifierKey])).toEqual([ledger.checkpoints.origin]);
    const said = parseCheckpoint(note);
    expect({ origin: said.origin, size: said.size, root: said.root }).toEqual({
      origin: `joint-docket/${ledger.id}`,
      size,
      root: (await ledger.cut.now()).root,
    });
    expect(await ledger.verifierKeys()).toEqual([ledger.checkpoints.verifierKey]);
  });

  it("are kept when the head moved, and once an hour when it did not", async () => {
    const opened = await open(testKinds);
    const { ledger } = opened;
    vi.useFakeTimers({ toFake: ["Date"] });
    onTestFinished(() => void vi.useRealTimers());
    for (let i = 0; i < 3; i++) await ledger.checkpoints.tick();
    expect(await kept(opened)).toEqual([0]);
    await openFolder(ledger, "Blue");
    for (let i = 0; i < 3; i++) await ledger.checkpoints.tick();
    expect(await kept(opened)).toEqual([0, 1]);
    vi.setSystemTime(Date.now() + 3_599_000);
    await ledger.checkpoints.tick();
    expect(await kept(opened)).toEqual([0, 1]);
    vi.setSystemTime(Date.now() + 1_000);
    await ledger.checkpoints.tick();
    expect(await kept(opened)).toEqual([0, 1, 1]);
  });

  it("hold the right root however far the head moved in between", async () => {
    const { ledger } = await open(testKinds);
    for (const more of [1, 254, 1, 1, 300, 4500]) {
      await ledger.append(
        { id: "c", agency: "a", labels: [1] },
        Array.from({ length: more }, (_, i) => ({ kind: "folder.opened", body: { title: `${i}` } })),
      );
      await ledger.checkpoints.tick();
    }
    expect(await ledger.verify()).toMatchObject({ ok: true, entries: 5057, problems: [] });
  });

  it("come by themselves once the clock is started, and stop with it; a failure is told", async () => {
    const opened = await open(testKinds);
    const failures: unknown[] = [];
    opened.ledger.checkpoints.start(0.02, (error) => failures.push(error));
    await openFolder(opened.ledger, "Blue");
    await vi.waitFor(async () => expect(await kept(opened)).toContain(1), 20_000);
    await opened.ledger.checkpoints.stop();
    expect(failures).toEqual([]);
    const broken = await opened.again();
    await broken.close();
    broken.checkpoints.start(0.02, (error) => failures.push(error));
    await vi.waitFor(() => expect(failures).not.toEqual([]), 20_000);
    await broken.checkpoints.stop();
  });

  it("are cosigned by a witness, which is then in step, before and after it or the ledger starts anew", async () => {
    const opened = await open(testKinds);
    const first = await witness(opened.ledger.checkpoints.verifierKey);
    const ledger = await opened.again({ witnesses: [first] });
    expect(ledger.checkpoints.witnesses()).toMatchObject([
      { state: "behind", size: 0, lagSeconds: null, name: "witness.example/a" },
    ]);
    await openFolder(ledger, "Blue");
    expect(await askOnce(ledger)).toMatchObject([
      { state: "in-step", size: 1, lagSeconds: expect.any(Number) },
    ]);
    await first.close();
    expect(await askOnce(ledger)).toMatchObject([{ state: "silent", size: 1, detail: "ECONNREFUSED" }]);
    await openFolder(ledger, "Green");
    const second = await witness(ledger.checkpoints.verifierKey, first.dir);
    const anew = await opened.again({ witnesses: [second] });
    expect(await askOnce(anew)).toMatchObject([{ state: "in-step", size: 2 }]);
    expect((await anew.keptCheckpoints(1))[0]).toMatchObject({ size: 2, cosigned: ["witness.example/a"] });
    await second.close();
  });

  it("show a witness that refuses: of another key, of another ledger, or one that has seen more than there is", async () => {
    const opened = await open(testKinds);
    const other = await open(testKinds);
    const one = await witness(opened.ledger.checkpoints.verifierKey);
    const stranger = await opened.again({ witnesses: [{ url: one.url, verifierKey: strangerKey }] });
    expect(await askOnce(stranger)).toMatchObject([
      { state: "refuses", detail: "its cosignature does not hold" },
    ]);
    const untrusted = await other.again({ witnesses: [one] });
    expect(await askOnce(untrusted)).toMatchObject([{ state: "refuses" }]);
    const ahead = await opened.again({ witnesses: [one] });
    await openFolder(ahead, "Blue");
    expect(await askOnce(ahead)).toMatchObject([{ state: "in-step", size: 1 }]);
    await opened.asOwner((client) =>
      client.query(
        "set session_replication_role = replica; delete from ledger.entry; delete from ledger.body; delete from ledger.mention; delete from docket.folder; update ledger.head set size = 0",
      ),
    );
    expect((await refusalOf(opened.ledger.checkpoints.tick())).code).toBe("history-differs");
    rmSync(join(opened.secrets.directory, "pinned"), { recursive: true });
    const restored = await opened.again({ witnesses: [one] });
    expect(await askOnce(restored)).toMatchObject([
      { state: "refuses", detail: "it has seen 1 entries, more than this ledger holds" },
    ]);
    await one.close();
  });

  it("and appends wait for no witness: one that never answers holds up neither", async () => {
    const opened = await open(testKinds);
    const mute = createServer();
    const reached = new Promise((resolve) => mute.once("request", resolve));
    await new Promise<void>((ready) => mute.listen(0, "127.0.0.1", ready));
    const address: WitnessAddress = {
      url: `http://127.0.0.1:${(mute.address() as AddressInfo).port}`,
      verifierKey: strangerKey,
    };
    const ledger = await opened.again({ witnesses: [address] });
    await ledger.checkpoints.tick();
    await reached;
    await openFolder(ledger, "Blue");
    expect((await ledger.checkpoints.tick()).size).toBe(1);
    expect(ledger.checkpoints.witnesses()).toMatchObject([{ state: "behind", detail: "not asked yet" }]);
    mute.closeAllConnections();
    mute.close();
    await ledger.checkpoints.asked();
    expect(ledger.checkpoints.witnesses()).toMatchObject([{ state: "silent", size: 0 }]);
  });

  it("ask a silent witness one question at a time, the next about the newest, and break it off on stopping", async () => {
    const opened = await open(testKinds);
    const asked: { size: string; answer: () => void }[] = [];
    const mute = createServer((request, response) => {
      let body = "";
      request.on("data", (piece) => (body += piece));
      request.on("end", () => {
        asked.push({ size: body.split("\n\n")[1]?.split("\n")[1] ?? "", answer: () => response.end("no\n") });
      });
    });
    await new Promise<void>((ready) => mute.listen(0, "127.0.0.1", ready));
    onTestFinished(() => {
      mute.closeAllConnections();
      mute.close();
    });
    const url = `http://127.0.0.1:${(mute.address() as AddressInfo).port}`;
    const ledger = await opened.again({ witnesses: [{ url, verifierKey: strangerKey }] });
    for (let i = 0; i < 5; i++) {
      await openFolder(ledger, `${i}`);
      await ledger.checkpoints.tick();
    }
    await vi.waitFor(() => expect(asked.map(({ size }) => size)).toEqual(["1"]));
    asked[0]?.answer();
    await vi.waitFor(() => expect(asked.map(({ size }) => size)).toEqual(["1", "5"]));
    const began = performance.now();
    await ledger.checkpoints.stop();
    expect(performance.now() - began).toBeLessThan(1000);
    expect(asked).toHaveLength(2);
  });

  it("are not signed over a past that was rewritten, however it hashes, nor over one cut off", async () => {
    const opened = await open(testKinds);
    for (const title of ["Blue", "Green"]) await openFolder(opened.ledger, title);
    await opened.ledger.checkpoints.tick();
    await opened.asOwner((client) =>
      tampering(client, () => client.query("update ledger.entry set leaf = sha256(leaf) where seq = 0")),
    );
    const anew = await opened.again();
    await openFolder(anew, "Red");
    const refusal = await refusalOf(anew.checkpoints.tick());
    expect(refusal.code).toBe("history-differs");
    expect(refusal.message).toContain("does not hold the 2 entries");
    expect(await kept(opened)).toEqual([2]);
  });

  it("are signed when a command that recorded something closes its ledger", async () => {
    const opened = await open(testKinds);
    const command = await opened.again();
    await openFolder(command, "Blue");
    await command.close();
    expect(await kept(opened)).toEqual([1]);
  });
});
