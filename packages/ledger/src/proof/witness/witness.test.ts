/** A witness over real HTTP: what it cosigns, what it refuses, and what it still knows after a crash. */
import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parseVerifierKey, signCheckpoint, verifierKeyOf, verifyCosignature, verifyNote } from "../note.ts";
import { CompactRange, consistencyProof, rootAt, type TreeReader } from "../tree.ts";
import { askWitness, readWitnessFile, startWitness, type Witness, type WitnessOptions } from "./index.ts";

const origin = "joint-docket/5b1f7a52-0c67-4b63-9a3e-0d3f6c1b7e11";
const signing = generateKeyPairSync("ed25519").privateKey;
const trusted = [verifierKeyOf(origin, createPublicKey(signing))];
const name = "witness.example/field-office";
const WAIT = { timeoutMs: 20_000 };

function treeOf(word: string): TreeReader {
  const leaves = Array.from({ length: 200 }, (_, index) => Buffer.from(`${word} ${index}`));
  return {
    leaves: async (from, to) => leaves.slice(from, to),
    nodes: async () => {
      throw new Error("A tree of 200 leaves stores no nodes.");
    },
  };
}

const ledger = treeOf("entry");
const rewritten = treeOf("rewritten");

async function checkpoint(
  size: number,
  tree = ledger,
  key: KeyObject = signing,
  of = origin,
): Promise<string> {
  return signCheckpoint({ origin: of, size, root: await rootAt(size, tree) }, of, key);
}

let dir: string;
let witness: Witness;

const start = (options: Partial<WitnessOptions> = {}) =>
  startWitness({ dir, port: 0, name, trusted, ...options });

async function ask(oldSize: number, size: number, tree = ledger) {
  const proof = await consistencyProof(oldSize, size, tree);
  return askWitness(witness.url, { oldSize, proof, checkpoint: await checkpoint(size, tree) }, WAIT);
}

async function post(body: string, path = "/add-checkpoint", method = "POST") {
  const response = await fetch(witness.url + path, method === "POST" ? { method, body } : { method });
  return { status: response.status, type: response.headers.get("content-type"), text: await response.text() };
}

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), "joint-docket-witness-"));
  witness = await start();
});

afterEach(async () => {
  await witness.close();
  rmSync(dir, { recursive: true });
});

const seen = () => readWitnessFile(readFileSync(join(dir, "checkpoints.txt"), "utf8"));

describe("a ledger that grows", () => {
  test("is cosigned at every step, and each step is kept", async () => {
    for (const [oldSize, size] of [
      [0, 0],
      [0, 1],
      [1, 7],
      [7, 8],
      [8, 200],
    ] as const) {
      const answer = await ask(oldSize, size);
      if (answer.kind !== "cosigned") throw new Error(JSON.stringify(answer));
      expect(verifyCosignature(await checkpoint(size), answer.line, witness.verifierKey)?.name).toBe(name);
    }
    expect(seen().map(({ size }) => size)).toEqual([0, 1, 7, 8, 200]);
    const kept = readFileSync(join(dir, "checkpoints.txt"), "utf8");
    expect(readWitnessFile(kept, [witness.verifierKey])).toEqual(seen());
    const another = { code: "witness-file-not-cosigned" };
    expect(() => readWitnessFile(kept, trusted)).toThrow(expect.objectContaining(another));
    for (const { note, root, size, cosignatures } of seen()) {
      expect(cosignatures).toMatchObject([{ name, keyId: parseVerifierKey(witness.verifierKey).keyId }]);
      expect(verifyNote(note, [...trusted, witness.verifierKey])).toEqual([origin, name]);
      expect(root).toEqual(await rootAt(size, ledger));
    }
  });

  test("is cosigned again while it stands still, without being kept again", async () => {
    await ask(0, 5);
    expect(await ask(5, 5)).toMatchObject({ kind: "cosigned" });
    expect(seen()).toHaveLength(1);
  });

  test("is told from where to prove when it lost count", async () => {
    await ask(0, 5);
    expect(await ask(0, 9)).toEqual({ kind: "behind", size: 5 });
    expect(await ask(4, 9)).toEqual({ kind: "behind", size: 5 });
    expect(await post(`old 0\n\n${await checkpoint(9)}`)).toEqual({
      status: 409,
      type: "text/x.tlog.size",
      text: "5\n",
    });
    expect(await ask(5, 9)).toMatchObject({ kind: "cosigned" });
  });

  test("may ask twice at once; one of the two must ask again", async () => {
    await ask(0, 5);
    const answers = await Promise.all([ask(5, 9), ask(5, 12)]);
    expect(answers.map(({ kind }) => kind).toSorted()).toEqual(["behind", "cosigned"]);
    expect(seen()).toHaveLength(2);
  });
});

describe("a ledger that was changed", () => {
  beforeEach(() => ask(0, 5));

  test("a fork at the same size is refused, said, and kept as proof", async () => {
    const answer = await ask(5, 5, rewritten);
    expect(answer).toMatchObject({ kind: "refused", status: 409, text: expect.stringContaining("Fork") });
    const [file] = readdirSync(join(dir, "forks"));
    const kept = readFileSync(join(dir, "forks", file as string), "utf8");
    expect(verifyNote(kept, trusted)).toEqual([origin]);
    expect(seen()).toHaveLength(1);
  });

  test("a rewritten beginning has no proof that holds", async () => {
    expect(await ask(5, 9, rewritten)).toMatchObject({ kind: "refused", status: 422 });
    const [first, ...rest] = await consistencyProof(5, 9, ledger);
    const body = { oldSize: 5, checkpoint: await checkpoint(9) };
    const shorter = await askWitness(witness.url, { ...body, proof: rest }, WAIT);
    expect(shorter).toMatchObject({ kind: "refused", status: 422 });
    const longer = await askWitness(
      witness.url,
      { ...body, proof: [first as Buffer, first as Buffer, ...rest] },
      WAIT,
    );
    expect(longer).toMatchObject({ kind: "refused", status: 422 });
    expect(seen()).toHaveLength(1);
  });

  test("a ledger rolled back is told what the witness saw", async () => {
    expect(await ask(3, 4)).toEqual({ kind: "behind", size: 5 });
    expect((await post(`old 5\n\n${await checkpoint(4)}`)).status).toBe(400);
    expect(seen().at(-1)?.size).toBe(5);
  });

  test("a proof where none belongs is refused", async () => {
    const proof = [Buffer.alloc(32)];
    const answer = await askWitness(
      witness.url,
      { oldSize: 5, proof, checkpoint: await checkpoint(5) },
      WAIT,
    );
    expect(answer).toMatchObject({ kind: "refused", status: 422 });
  });
});

describe("requests that are not a known ledger's", () => {
  test("a signature of another key is forbidden", async () => {
    const forged = await checkpoint(5, ledger, generateKeyPairSync("ed25519").privateKey);
    expect((await post(`old 0\n\n${forged}`)).status).toBe(403);
  });

  test("another ledger is not found, even signed with a trusted key", async () => {
    expect(
      (await post(`old 0\n\n${await checkpoint(5, ledger, signing, "joint-docket/other")}`)).status,
    ).toBe(404);
  });

  test("signatures of strangers are neither minded nor kept", async () => {
    const stranger = (
      await checkpoint(5, ledger, generateKeyPairSync("ed25519").privateKey, "stranger")
    ).split("\n")[4];
    expect((await post(`old 0\n\n${await checkpoint(5)}${stranger}\n`)).status).toBe(200);
    expect(seen()[0]?.note).not.toContain("stranger");
  });

  test("malformed requests are said to be so", async () => {
    const good = await checkpoint(5);
    const bodies = [
      "",
      "old 0",
      `old\n\n${good}`,
      `old 00\n\n${good}`,
      `old -1\n\n${good}`,
      `old 0\nAAAA\n\n${good}`,
    ];
    const line = `${Buffer.alloc(32).toString("base64")}\n`;
    for (const body of [
      ...bodies,
      `old 0\n${line.repeat(64)}\n${good}`,
      `old 0\n\n${good.slice(0, -1)}`,
      "x".repeat(200_000),
    ]) {
      expect((await post(body)).status).toBe(400);
    }
    expect((await post("", "/elsewhere")).status).toBe(404);
    expect((await post("", "/add-checkpoint", "GET")).status).toBe(405);
    expect(seen()).toEqual([]);
  });
});

describe("a witness that was stopped", () => {
  test("knows its key and what it cosigned", async () => {
    await ask(0, 5);
    const { verifierKey } = witness;
    await witness.close();
    witness = await start();
    expect(witness.verifierKey).toBe(verifierKey);
    expect(await ask(0, 9)).toEqual({ kind: "behind", size: 5 });
    expect(await ask(5, 5, rewritten)).toMatchObject({ kind: "refused", status: 409 });
    expect(await ask(5, 9)).toMatchObject({ kind: "cosigned" });
    expect(seen().map(({ size }) => size)).toEqual([5, 9]);
  });

  test("cuts off the note that a crash left half written", async () => {
    await ask(0, 5);
    await witness.close();
    appendFileSync(join(dir, "checkpoints.txt"), (await checkpoint(9)).slice(0, 60));
    witness = await start();
    expect(await ask(5, 9)).toMatchObject({ kind: "cosigned" });
    expect(seen().map(({ size }) => size)).toEqual([5, 9]);
  });

  test("writes over what a failed write of its own left behind", async () => {
    await ask(0, 5);
    appendFileSync(join(dir, "checkpoints.txt"), "half a note ".repeat(500));
    expect(await ask(5, 9)).toMatchObject({ kind: "cosigned" });
    expect(seen().map(({ size }) => size)).toEqual([5, 9]);
  });

  test("takes up a note that it kept but had not yet noted as the latest", async () => {
    await ask(0, 5);
    await witness.close();
    appendFileSync(join(dir, "checkpoints.txt"), `${await checkpoint(9)}---\n`);
    writeFileSync(join(dir, "latest-left-over.note.new"), "half");
    witness = await start();
    expect(await ask(5, 9, rewritten)).toEqual({ kind: "behind", size: 9 });
  });

  test("does not start over when what it kept cannot be read", async () => {
    await ask(0, 5);
    await witness.close();
    const file = readdirSync(dir).find((each) => each.startsWith("latest-")) as string;
    const whole = readFileSync(join(dir, file));
    writeFileSync(join(dir, file), "");
    await expect(start()).rejects.toMatchObject({ code: "witness-state-unreadable" });
    writeFileSync(join(dir, file), whole);
    witness = await start();
  });

  test("may be kept from beginning a new history", async () => {
    await witness.close();
    witness = await start({ firstUse: false });
    expect(await ask(0, 5)).toMatchObject({ kind: "refused", status: 404 });
  });
});

describe("a witness's directory", () => {
  test("its key is its owner's alone", () => {
    if (process.platform !== "win32") expect(statSync(join(dir, "witness-key.pem")).mode & 0o777).toBe(0o600);
  });

  test("seats one witness", async () => {
    await expect(start()).rejects.toMatchObject({ code: "witness-directory-in-use" });
  });

  test("a seat left over by a process that is gone is taken", async () => {
    await witness.close();
    writeFileSync(join(dir, "witness.pid"), "999999999\n");
    witness = await start();
    expect(await ask(0, 1)).toMatchObject({ kind: "cosigned" });
  });

  test("an unreadable trusted key stops the start", async () => {
    await witness.close();
    await expect(start({ trusted: ["nonsense"] })).rejects.toMatchObject({ code: "verifier-key-unreadable" });
    witness = await start();
  });
});

/** What one gets from asking something at an address that answers as given. */
async function answering(reply: (server: Server) => void) {
  const server = createServer();
  reply(server);
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const request = { oldSize: 5, proof: [], checkpoint: await checkpoint(5) };
  const answer = await askWitness(url, request, { timeoutMs: 300 });
  server.close();
  server.closeAllConnections();
  return { url, answer, request };
}

const ofSize = (text: string) => (server: Server) =>
  server.on("request", (_, response) =>
    response.writeHead(409, { "content-type": "text/x.tlog.size" }).end(text),
  );

describe("asking", () => {
  test("a witness that is not there or does not answer is silent", async () => {
    const { url, answer, request } = await answering(() => undefined);
    expect(answer).toEqual({ kind: "silent", why: "it did not answer in time" });
    expect(await askWitness(url, request, WAIT)).toEqual({ kind: "silent", why: "ECONNREFUSED" });
    expect(await askWitness("nonsense", request, WAIT)).toMatchObject({ kind: "silent" });
  });

  test("nonsense for an answer is a refusal", async () => {
    const nonsense = await answering((server) =>
      server.on("request", (_, response) => response.end("all fine")),
    );
    expect(nonsense.answer).toMatchObject({ kind: "refused", status: 200 });
    expect((await answering(ofSize("many\n"))).answer).toMatchObject({ kind: "refused", status: 409 });
    expect((await answering(ofSize("5\n"))).answer).toMatchObject({
      kind: "refused",
      text: "Fork: it has another root at 5.",
    });
    const endless = await answering((server) =>
      server.on("request", (_, response) => response.end("x".repeat(100_000))),
    );
    expect(endless.answer).toEqual({ kind: "silent", why: "its answer is too long" });
  });
});

describe("the witness's file", () => {
  test("reads with other line ends, without its last line, and empty", async () => {
    const notes = [await checkpoint(1), await checkpoint(2)];
    const text = notes.map((note) => `${note}---\n`).join("");
    const expected = [1, 2];
    for (const form of [text, text.replaceAll("\n", "\r\n"), text.slice(0, -4), text.trimEnd()]) {
      expect(readWitnessFile(form).map(({ size }) => size)).toEqual(expected);
    }
    expect(readWitnessFile("")).toEqual([]);
    expect(readWitnessFile(text).flatMap(({ cosignatures }) => cosignatures)).toEqual([]);
    expect(readWitnessFile(text).map(({ note }) => note)).toEqual(notes);
  });

  test("names the checkpoint that cannot be read, in both languages", async () => {
    const text = `${await checkpoint(1)}---\nnonsense\n---\n`;
    expect(() => readWitnessFile(text)).toThrow(expect.objectContaining({ code: "witness-file-unreadable" }));
    expect(() => readWitnessFile(text)).toThrow("Checkpoint 2");
  });

  test("a grown tree of stored parts and a range agree on the roots used here", async () => {
    const range = new CompactRange();
    range.append(await ledger.leaves(0, 200));
    expect(await rootAt(200, ledger)).toEqual(range.root());
  });
});
