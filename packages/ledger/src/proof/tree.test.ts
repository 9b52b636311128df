/** The tree against the RFC's definition written out word for word, its reference vectors, and proofs that were tampered with. */
import { createHash } from "node:crypto";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  CompactRange,
  consistencyProof,
  EMPTY_ROOT,
  inclusionProof,
  innerNode,
  leafNode,
  rootAt,
  type TreeReader,
  verifyConsistency,
  verifyInclusion,
} from "./tree.ts";

const MOST = 600;
const hex = (text: string) => Buffer.from(text, "hex");
const sha256 = (...parts: Uint8Array[]) => createHash("sha256").update(Buffer.concat(parts)).digest();
const leaves = Array.from({ length: MOST }, (_, index) => sha256(Buffer.from(`entry ${index}`)));

/** MTH of RFC 9162, section 2.1.1. */
function naive(of: readonly Uint8Array[]): Buffer {
  if (of.length === 0) return sha256();
  if (of.length === 1) return sha256(Buffer.of(0), of[0] as Uint8Array);
  let split = 1;
  while (split * 2 < of.length) split *= 2;
  return sha256(Buffer.of(1), naive(of.slice(0, split)), naive(of.slice(split)));
}

const roots = Array.from({ length: MOST + 1 }, (_, size) => naive(leaves.slice(0, size)));

/** A ledger's stored parts: leaves, and every eighth level's roots as the range gave them out. */
function stored(of: readonly Buffer[]): TreeReader {
  const range = new CompactRange();
  const nodes = new Map(range.append(of).map(({ level, index, hash }) => [`${level}/${index}`, hash]));
  return {
    leaves: async (from, to) => of.slice(from, to),
    nodes: async (level, from, to) =>
      Array.from({ length: to - from }, (_, i) => {
        const hash = nodes.get(`${level}/${from + i}`);
        if (!hash) throw new Error(`The node ${level}/${from + i} was never stored.`);
        return hash;
      }),
  };
}

const reader = stored(leaves);
const size = fc.integer({ min: 1, max: MOST });
const pair = fc.tuple(fc.integer({ min: 0, max: MOST }), fc.integer({ min: 0, max: MOST })).map(([a, b]) => ({
  older: Math.min(a, b),
  newer: Math.max(a, b),
}));
const rootOf = (at: number) => roots[at] as Buffer;

test("a range read back past the second stored level goes on like the one that grew", async () => {
  const most = 2 ** 16 + 2 ** 9 + 300;
  const many = Array.from({ length: most + 1 }, (_, index) => sha256(Buffer.from(`entry ${index}`)));
  const from = stored(many);
  for (const at of [2 ** 16 - 1, 2 ** 16, 2 ** 16 + 256, most]) {
    const grown = new CompactRange();
    grown.append(many.slice(0, at));
    const read = await CompactRange.load(at, from);
    expect(read.root()).toEqual(grown.root());
    for (const range of [grown, read]) range.append(many.slice(at, at + 1));
    expect(read.root()).toEqual(grown.root());
  }
});

describe("roots", () => {
  test("a growing range has the RFC's root at every size", () => {
    const range = new CompactRange();
    expect(range.root()).toEqual(EMPTY_ROOT);
    for (const [index, leaf] of leaves.entries()) {
      range.append([leaf]);
      expect(range.root()).toEqual(rootOf(index + 1));
    }
  });

  test("batches of any size come to the same root and the same stored nodes", () => {
    const whole = new CompactRange().append(leaves);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 200 }), { maxLength: 8 }), (batches) => {
        const range = new CompactRange();
        const nodes = [...batches, MOST].flatMap((count) =>
          range.append(leaves.slice(range.size, range.size + count)),
        );
        expect(range.root()).toEqual(rootOf(MOST));
        expect(nodes).toEqual(whole);
      }),
    );
  });

  test("stored parts give the root at every size, and a range that goes on from there", async () => {
    for (let at = 0; at <= MOST; at++) expect(await rootAt(at, reader)).toEqual(rootOf(at));
    const range = await CompactRange.load(300, reader);
    range.append(leaves.slice(300));
    expect(range.root()).toEqual(rootOf(MOST));
  });

  test("a clone grows apart from its original", () => {
    const range = new CompactRange();
    range.append(leaves.slice(0, 5));
    range.clone().append(leaves.slice(5, 9));
    expect(range.root()).toEqual(rootOf(5));
  });
});

test("a stored node of another length is an error, never a root", () => {
  expect(() => innerNode(Buffer.alloc(32), Buffer.alloc(31))).toThrow(TypeError);
  expect(() => innerNode(Buffer.alloc(33), Buffer.alloc(31))).toThrow(TypeError);
});

describe("inclusion", () => {
  test("every leaf is proved in every small tree", async () => {
    for (let of = 1; of <= 40; of++) {
      for (let index = 0; index < of; index++) {
        const proof = await inclusionProof(index, of, reader);
        expect(verifyInclusion(leaves[index] as Buffer, index, of, proof, rootOf(of))).toBe(true);
      }
    }
  });

  test("a proof holds for its own leaf, place, size and root alone", async () => {
    await fc.assert(
      fc.asyncProperty(size, fc.nat(), fc.nat(), async (of, pick, other) => {
        const index = pick % of;
        const leaf = leaves[index] as Buffer;
        const proof = await inclusionProof(index, of, reader);
        expect(verifyInclusion(leaf, index, of, proof, rootOf(of))).toBe(true);
        const elsewhere = other % of;
        if (elsewhere !== index) {
          expect(verifyInclusion(leaf, elsewhere, of, proof, rootOf(of))).toBe(false);
          expect(verifyInclusion(leaves[elsewhere] as Buffer, index, of, proof, rootOf(of))).toBe(false);
        }
        expect(verifyInclusion(leaf, index, of, proof, rootOf(of - 1))).toBe(false);
        for (const mutated of mutations(proof, other)) {
          expect(verifyInclusion(leaf, index, of, mutated, rootOf(of))).toBe(false);
        }
      }),
    );
  });

  test("a place outside the tree is never proved", () => {
    expect(verifyInclusion(leaves[0] as Buffer, 1, 1, [], rootOf(1))).toBe(false);
    expect(verifyInclusion(leaves[0] as Buffer, -1, 1, [], rootOf(1))).toBe(false);
  });
});

/** The proof with a bit turned, a hash too few, one too many, and two exchanged. */
function mutations(proof: readonly Buffer[], pick: number): Buffer[][] {
  const extra = [[...proof, sha256(Buffer.from("extra"))]];
  if (proof.length === 0) return extra;
  const at = pick % proof.length;
  const turned = Buffer.from(proof[at] as Buffer);
  turned[pick % 32] = (turned[pick % 32] as number) ^ 1;
  const next = (at + 1) % proof.length;
  const swapped = proof.map(
    (hash, index) => (index === at ? proof[next] : index === next ? proof[at] : hash) as Buffer,
  );
  const shorter = proof.filter((_, index) => index !== at);
  return [
    ...extra,
    proof.map((hash, index) => (index === at ? turned : hash)),
    shorter,
    ...(at === next ? [] : [swapped]),
  ];
}

describe("consistency", () => {
  test("every small tree begins every larger one", async () => {
    for (let newer = 0; newer <= 40; newer++) {
      for (let older = 0; older <= newer; older++) {
        const proof = await consistencyProof(older, newer, reader);
        expect(verifyConsistency(older, newer, proof, rootOf(older), rootOf(newer))).toBe(true);
      }
    }
  });

  test("a proof holds for its own two roots alone", async () => {
    await fc.assert(
      fc.asyncProperty(pair, fc.nat(), async ({ older, newer }, pick) => {
        const proof = await consistencyProof(older, newer, reader);
        const other = sha256(Buffer.from("another history"));
        expect(verifyConsistency(older, newer, proof, rootOf(older), rootOf(newer))).toBe(true);
        expect(verifyConsistency(older, newer, proof, other, rootOf(newer))).toBe(false);
        if (older > 0) expect(verifyConsistency(older, newer, proof, rootOf(older), other)).toBe(false);
        for (const mutated of mutations(proof, pick)) {
          expect(verifyConsistency(older, newer, mutated, rootOf(older), rootOf(newer))).toBe(false);
        }
      }),
    );
  });

  test("a ledger rewritten before the older size has no proof", async () => {
    const rewritten = leaves.with(3, sha256(Buffer.from("rewritten")));
    const proof = await consistencyProof(100, 300, stored(rewritten));
    const newer = naive(rewritten.slice(0, 300));
    expect(verifyConsistency(100, 300, proof, rootOf(100), newer)).toBe(false);
  });

  test("hashes of another length prove nothing, even where their bytes line up", () => {
    const sibling = naive(leaves.slice(0, 2));
    const third = leafNode(leaves[2] as Buffer);
    const [shorter, longer] = [sibling.subarray(0, 31), Buffer.concat([sibling.subarray(31), third])];
    expect(sha256(Buffer.of(1), shorter, longer)).toEqual(rootOf(3));
    const forged = sha256(Buffer.of(1), shorter, sha256(Buffer.of(1), longer, third));
    expect(verifyConsistency(3, 4, [longer, third, shorter], rootOf(3), forged)).toBe(false);
    const [leaf, other] = leaves.slice(0, 2).map(leafNode) as [Buffer, Buffer];
    expect(verifyInclusion(leaves[0] as Buffer, 0, 2, [other], rootOf(2))).toBe(true);
    expect(
      verifyInclusion(
        leaves[0] as Buffer,
        0,
        2,
        [other.subarray(1)],
        sha256(Buffer.of(1), leaf, other.subarray(1)),
      ),
    ).toBe(false);
  });

  test("a smaller tree does not follow a larger one", () => {
    expect(verifyConsistency(2, 1, [], rootOf(2), rootOf(1))).toBe(false);
    expect(verifyConsistency(-1, 1, [], rootOf(0), rootOf(1))).toBe(false);
  });
});

describe("the eight reference leaves of the Certificate Transparency tests", () => {
  const inputs = [
    "",
    "00",
    "10",
    "2021",
    "3031",
    "40414243",
    "5051525354555657",
    "606162636465666768696a6b6c6d6e6f",
  ].map(hex);
  const vectors = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ];

  test.each(vectors.map((root, index) => [index + 1, root] as const))("the root at size %i", (at, root) => {
    const range = new CompactRange();
    range.append(inputs.slice(0, at));
    expect(range.root().toString("hex")).toBe(root);
  });

  test("the published proofs hold", () => {
    const path = [
      "96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7",
      "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e",
      "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4",
    ].map(hex);
    expect(verifyInclusion(inputs[0] as Buffer, 0, 8, path, hex(vectors[7] as string))).toBe(true);
    const proof = [
      "0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a",
      "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0",
      "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    ].map(hex);
    expect(verifyConsistency(6, 8, proof, hex(vectors[5] as string), hex(vectors[7] as string))).toBe(true);
  });
});
