/** The verifier in Python, which shares no code with ours, comes to the same root and the same verdict. */
import { execFileSync, spawnSync } from "node:child_process";
import { createHash, createPublicKey, generateKeyPairSync } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Header } from "../entry.ts";
import {
  askWitness,
  CompactRange,
  canonical,
  commitmentOf,
  leafOf,
  signCheckpoint,
  startWitness,
  verifierKeyOf,
  verifyCosignature,
} from "./index.ts";

const SCRIPT = fileURLToPath(new URL("../../../../scripts/verify_ledger.py", import.meta.url));
const PYTHON = ["python3", "python"].find((name) => spawnSync(name, ["-c", "import json"]).status === 0);

const ledger = "5b1f7a52-0c67-4b63-9a3e-0d3f6c1b7e11";
const origin = `joint-docket/${ledger}`;
const signing = generateKeyPairSync("ed25519").privateKey;
const logKey = verifierKeyOf(origin, createPublicKey(signing));
const range = new CompactRange();
const uuid = (kind: string, seq: number) =>
  `${kind.repeat(8)}-0000-4000-8000-${String(seq).padStart(12, "0")}`;

/** Contents that two implementations of the canonical form could well disagree about. */
const awkward = [
  "",
  "Río",
  "\u0000\u001f\u007f\u2028",
  '"\\/',
  "😀\ufb33",
  0,
  -0,
  1e21,
  1e-7,
  123.456,
  2 ** 53,
  5e-324,
  [],
  {},
  null,
];

function entryLine(seq: number): string {
  const header: Header = {
    id: uuid("a", seq),
    kind: "arrest.made",
    label: 1,
    recordedAt: `2026-11-24T08:30:00.${String(seq).padStart(6, "0")}Z`,
    seq,
    subject: uuid("b", seq % 3),
    version: 1,
  };
  const value = awkward[seq % awkward.length];
  const content = canonical({ actor: "a", agency: "hsi", body: { value, "😀": 1, "\ufb33": 2, ñ: [value] } });
  const salt = createHash("sha256").update(`salt ${seq}`).digest();
  const commitment = commitmentOf(salt, content);
  range.append([leafOf(header, commitment)]);
  const parts = { commitment: commitment.toString("hex"), salt: salt.toString("hex"), content };
  return `{"entry":{"header":${canonical(header)},${JSON.stringify(parts).slice(1)}}`;
}

describe.skipIf(PYTHON === undefined && !process.env.CI)("a ledger of 300 entries", () => {
  const directory = mkdtempSync(join(tmpdir(), "joint-docket-second-"));
  const archive = join(directory, "ledger.jsonl");
  let witnessKey: string;

  beforeAll(async () => {
    const first = { archive: "joint-docket-ledger", format: 1, ledger, origin, labels: { 1: ["open"] } };
    const lines = [
      JSON.stringify({ ...first, verifierKeys: [logKey], exportedAt: "2026-11-24T09:00:00.000Z" }),
    ];
    const proofs: string[] = [];
    for (let seq = 0; seq < 300; seq++) {
      lines.push(entryLine(seq));
      if (seq % 97 !== 0 && seq !== 299) continue;
      const note = signCheckpoint({ origin, size: range.size, root: range.root() }, origin, signing);
      proofs.push(JSON.stringify({ checkpoint: { note, at: "2026-11-24T09:00:00.000000Z" } }));
      if (seq === 299) proofs.push(await cosignature(note));
    }
    const body = [...lines, ...proofs].map((line) => `${line}\n`).join("");
    const sha256 = createHash("sha256").update(body).digest("hex");
    const end = { end: { entries: range.size, root: range.root().toString("hex"), sha256 } };
    writeFileSync(archive, `${body}${JSON.stringify(end)}\n`);
  });

  afterAll(() => rmSync(directory, { recursive: true }));

  async function cosignature(note: string): Promise<string> {
    const dir = join(directory, "witness");
    const witness = await startWitness({ dir, port: 0, name: "witness.example/a", trusted: [logKey] });
    const answer = await askWitness(
      witness.url,
      { oldSize: 0, proof: [], checkpoint: note },
      { timeoutMs: 20_000 },
    );
    await witness.close();
    if (answer.kind !== "cosigned") throw new Error(JSON.stringify(answer));
    witnessKey = witness.verifierKey;
    const cosigned = verifyCosignature(note, answer.line, witnessKey);
    const root = range.root().toString("hex");
    return JSON.stringify({
      cosignature: { witness: cosigned?.name, size: range.size, root, line: answer.line, at: "x" },
    });
  }

  function verify(file: string): unknown {
    const options = [
      "--key",
      logKey,
      "--key",
      witnessKey,
      "--witness",
      join(directory, "witness", "checkpoints.txt"),
    ];
    const { stdout } = spawnSync(PYTHON as string, [SCRIPT, file, "--json", ...options], {
      encoding: "utf8",
    });
    return JSON.parse(stdout);
  }

  test("holds, with our root", () => {
    const root = range.root().toString("hex");
    expect(verify(archive)).toMatchObject({
      ok: true,
      entries: 300,
      head: 300,
      root,
      problems: [],
      signedEntries: 300,
    });
  });

  test("does not hold once a word of it is changed", () => {
    const changed = join(directory, "changed.jsonl");
    writeFileSync(changed, readFileSync(archive, "utf8").replace("Río", "Rio"));
    expect(verify(changed)).toMatchObject({
      ok: false,
      problems: expect.arrayContaining([expect.objectContaining({ seq: 1 })]),
    });
  });

  test("can be verified by hand, with an exit status for scripts", () => {
    expect(execFileSync(PYTHON as string, [SCRIPT, archive], { encoding: "utf8" })).toContain(
      "Everything holds.",
    );
  });
});
