/** The Merkle tree of RFC 9162 over the entries' leaves: its root, kept up as it grows, and read back from stored parts. */
import { sha256 } from "./sha256.ts";

const LEAF = Buffer.of(0);
const INNER = Buffer.of(1);
const HASH_BYTES = 32;

/** Subtrees of 2^8, 2^16, … leaves are stored; everything between is recomputed from them. */
export const STORED_EVERY = 8;
const TILE = 2 ** STORED_EVERY;
/** The widest stored subtrees of the largest ledger that a number can count. */
const HIGHEST = 48;

/** Root of the tree without leaves. */
export const EMPTY_ROOT = sha256();

export function leafNode(leaf: Uint8Array): Buffer {
  return sha256(LEAF, leaf);
}

function areHashes(nodes: readonly Uint8Array[]): boolean {
  return nodes.every(({ length }) => length === HASH_BYTES);
}

/** Hash of two nodes. Throws TypeError unless both are 32 bytes: 31 and 33 would hash like another pair. */
export function innerNode(left: Uint8Array, right: Uint8Array): Buffer {
  if (left.length !== HASH_BYTES || right.length !== HASH_BYTES) {
    throw new TypeError("A node of the tree has 32 bytes.");
  }
  return sha256(INNER, left, right);
}

/** The root of a complete subtree: `index` counts subtrees of 2^level leaves from the left. */
export interface StoredNode {
  readonly level: number;
  readonly index: number;
  readonly hash: Buffer;
}

/** Where stored leaves and subtree roots come from. */
export interface TreeReader {
  /** Leaves at positions from (inclusive) to (exclusive). */
  leaves(from: number, to: number): Promise<readonly Buffer[]>;
  /** Roots of neighbouring complete subtrees of one level (8, 16, 24, …), from (inclusive) to (exclusive). */
  nodes(level: number, from: number, to: number): Promise<readonly Buffer[]>;
}

interface Peak {
  readonly level: number;
  readonly hash: Buffer;
}

/** The right edge of a growing tree: roots of its complete subtrees, widest first. */
export class CompactRange {
  #size: number;
  readonly #peaks: Peak[];

  constructor(size = 0, peaks: readonly Peak[] = []) {
    this.#size = size;
    this.#peaks = [...peaks];
  }

  get size(): number {
    return this.#size;
  }

  clone(): CompactRange {
    return new CompactRange(this.#size, this.#peaks);
  }

  /** Adds leaves on the right; gives back the subtree roots to store that this completed. */
  append(leaves: readonly Uint8Array[]): StoredNode[] {
    const stored: StoredNode[] = [];
    for (const leaf of leaves) this.#add(0, leafNode(leaf), stored);
    return stored;
  }

  /** Adds a complete subtree of 2^level leaves on the right of a tree whose size is a multiple of that. */
  #add(level: number, hash: Buffer, stored: StoredNode[]): void {
    let peak: Peak = { level, hash };
    this.#size += 2 ** level;
    while (this.#peaks.at(-1)?.level === peak.level) {
      const left = this.#peaks.pop() as Peak;
      peak = { level: peak.level + 1, hash: innerNode(left.hash, peak.hash) };
      if (peak.level % STORED_EVERY === 0) {
        stored.push({ level: peak.level, index: this.#size / 2 ** peak.level - 1, hash: peak.hash });
      }
    }
    this.#peaks.push(peak);
  }

  /** The tree's root. */
  root(): Buffer {
    const [last, ...rest] = this.#peaks.toReversed();
    if (!last) return EMPTY_ROOT;
    return rest.reduce((right, left) => innerNode(left.hash, right), last.hash);
  }

  /** The right edge of the tree of the first `size` leaves, from stored parts. */
  static async load(size: number, reader: TreeReader): Promise<CompactRange> {
    const range = new CompactRange();
    // The widest stored subtrees first, then what is left on their right, and at last the leaves: one question each.
    for (let level = HIGHEST; level > 0; level -= STORED_EVERY) {
      const [from, to] = [range.size / 2 ** level, Math.floor(size / 2 ** level)];
      if (from < to) for (const hash of await reader.nodes(level, from, to)) range.#add(level, hash, []);
    }
    if (range.size < size) range.append(await reader.leaves(range.size, size));
    return range;
  }
}

/** Root of a complete subtree at any level, from the nearest stored level below or at it. */
async function subtree(reader: TreeReader, level: number, index: number): Promise<Buffer> {
  const base = level - (level % STORED_EVERY);
  const width = 2 ** (level - base);
  const first = index * width;
  if (base === 0) return fold((await reader.leaves(first, first + width)).map(leafNode));
  return fold(await reader.nodes(base, first, first + width));
}

/** Root of a full binary tree over nodes; their number is a power of two. */
function fold(nodes: readonly Buffer[]): Buffer {
  let row = nodes;
  while (row.length > 1) {
    const next: Buffer[] = [];
    for (let i = 0; i < row.length; i += 2) next.push(innerNode(row[i] as Buffer, row[i + 1] as Buffer));
    row = next;
  }
  return row[0] as Buffer;
}

/** Root of the tree of the first `size` leaves, from stored parts. */
export async function rootAt(size: number, reader: TreeReader): Promise<Buffer> {
  return (await CompactRange.load(size, reader)).root();
}

/** Root over the leaves from `from` to `to`, as the RFC's MTH(D[from:to]); `from` is a multiple of the subtree's width. */
async function rangeRoot(reader: TreeReader, from: number, to: number): Promise<Buffer> {
  const size = to - from;
  const level = Math.log2(size);
  if (Number.isInteger(level) && from % size === 0) return subtree(reader, level, from / size);
  const split = splitOf(size);
  return innerNode(await rangeRoot(reader, from, from + split), await rangeRoot(reader, from + split, to));
}

/** The largest power of two below `size`. */
function splitOf(size: number): number {
  let split = 1;
  while (split * 2 < size) split *= 2;
  return split;
}

/** Audit path of the leaf at `index` in the tree of `size` leaves (RFC 9162, 2.1.3.1), nearest sibling first. */
export async function inclusionProof(index: number, size: number, reader: TreeReader): Promise<Buffer[]> {
  const path: Buffer[] = [];
  let [from, to] = [0, size];
  while (to - from > 1) {
    const middle = from + splitOf(to - from);
    if (index < middle) {
      path.push(await rangeRoot(reader, middle, to));
      to = middle;
    } else {
      path.push(await rangeRoot(reader, from, middle));
      from = middle;
    }
  }
  return path.toReversed();
}

/** Whether `leaf` stands at `index` in the tree of `size` leaves with this root (RFC 9162, 2.1.3.2). */
export function verifyInclusion(
  leaf: Uint8Array,
  index: number,
  size: number,
  proof: readonly Uint8Array[],
  root: Uint8Array,
): boolean {
  if (index < 0 || index >= size || !areHashes(proof)) return false;
  let [fn, sn] = [index, size - 1];
  let hash = leafNode(leaf);
  for (const sibling of proof) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      hash = innerNode(sibling, hash);
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else {
      hash = innerNode(hash, sibling);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && hash.equals(root);
}

/** Proof that the tree of `older` leaves is the beginning of the tree of `newer` leaves (RFC 9162, 2.1.4.1). */
export async function consistencyProof(older: number, newer: number, reader: TreeReader): Promise<Buffer[]> {
  if (older === 0 || older === newer) return [];
  const prove = async (from: number, m: number, to: number, whole: boolean): Promise<Buffer[]> => {
    if (m === to) return whole ? [] : [await rangeRoot(reader, from, to)];
    const middle = from + splitOf(to - from);
    if (m <= middle) return [...(await prove(from, m, middle, whole)), await rangeRoot(reader, middle, to)];
    return [...(await prove(middle, m, to, false)), await rangeRoot(reader, from, middle)];
  };
  return prove(0, older, newer, true);
}

/** Whether the proof shows that the older tree begins the newer one (RFC 9162, 2.1.4.2). */
export function verifyConsistency(
  older: number,
  newer: number,
  proof: readonly Uint8Array[],
  olderRoot: Uint8Array,
  newerRoot: Uint8Array,
): boolean {
  if (older > newer || older < 0 || !areHashes([olderRoot, newerRoot, ...proof])) return false;
  if (older === newer) return proof.length === 0 && Buffer.compare(olderRoot, newerRoot) === 0;
  if (older === 0) return proof.length === 0 && EMPTY_ROOT.equals(olderRoot);
  const path = Number.isInteger(Math.log2(older)) ? [olderRoot, ...proof] : [...proof];
  const first = path.shift();
  if (!first) return false;
  let [fn, sn] = [older - 1, newer - 1];
  while (fn % 2 === 1) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  let [fr, sr]: [Buffer, Buffer] = [Buffer.from(first), Buffer.from(first)];
  for (const node of path) {
    if (sn === 0) return false;
    if (fn % 2 === 1 || fn === sn) {
      [fr, sr] = [innerNode(node, fr), innerNode(node, sr)];
      while (fn % 2 === 0 && fn !== 0) [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
    } else {
      sr = innerNode(sr, node);
    }
    [fn, sn] = [Math.floor(fn / 2), Math.floor(sn / 2)];
  }
  return sn === 0 && fr.equals(olderRoot) && sr.equals(newerRoot);
}

/** How many leaves one stored subtree of the lowest stored level covers. */
export const LEAVES_PER_TILE = TILE;
