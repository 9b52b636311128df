/** Chance that a seed decides: the same seed and stream give the same throws on every machine, so that files come out the same to the byte. */

/** Items with how often each comes, in any unit. */
export type Weighted<T> = readonly (readonly [item: T, weight: number])[];

/** Spreads a number over 32 bits, so that neighbouring seeds have nothing in common. */
function spread(value: number): number {
  let x = Math.imul(value ^ (value >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}

const QUARTERS = Array.from({ length: 65_536 }, (_, number) => number.toString(16).padStart(4, "0"));

/** The low 16 bits as four digits. */
function hex(word: number): string {
  return QUARTERS[word & 0xffff] as string;
}

const totals = new WeakMap<Weighted<unknown>, number>();

function totalOf(items: Weighted<unknown>): number {
  const known = totals.get(items);
  if (known !== undefined) return known;
  const total = items.reduce((sum, [, weight]) => sum + weight, 0);
  totals.set(items, total);
  return total;
}

/** Throws of one stream (the generator sfc32, 128 bits of state). Whole-number arithmetic only. */
export class Dice {
  #a: number;
  #b: number;
  #c: number;
  #count = 1;

  /** `stream` parts what one seed decides: another stream has throws of its own. Both are whole, 0 to 2³² − 1. */
  constructor(seed: number, stream: number) {
    this.#a = spread(seed);
    this.#b = spread(stream ^ 0x9e3779b9);
    this.#c = spread(this.#a ^ Math.imul(stream, 0x85ebca6b));
    for (let i = 0; i < 12; i++) this.#word();
  }

  /** 0 to 2³² − 1. */
  #word(): number {
    const sum = (this.#a + this.#b + this.#count) | 0;
    this.#count = (this.#count + 1) | 0;
    this.#a = this.#b ^ (this.#b >>> 9);
    this.#b = (this.#c + (this.#c << 3)) | 0;
    this.#c = (((this.#c << 21) | (this.#c >>> 11)) + sum) | 0;
    return sum >>> 0;
  }

  /** 0 up to, and never, 1. */
  share(): number {
    return this.#word() / 4294967296;
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  /** A whole number, both ends included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  pick<T>(items: readonly T[]): T {
    return items[this.between(0, items.length - 1)] as T;
  }

  /** One of the items, each as often as its weight says. */
  weighted<T>(items: Weighted<T>): T {
    let left = this.share() * totalOf(items);
    for (const [item, weight] of items) if ((left -= weight) < 0) return item;
    return items.at(-1)?.[0] as T;
  }

  /** Mostly small, now and then large: how prison terms and sums lie. `mean` is about the mean; at least 1. */
  skewed(mean: number, most: number): number {
    // The logarithm alone is not the same to the last bit everywhere; a halving walk is.
    let factor = 1;
    while (factor < 64 && this.chance(0.42)) factor *= 2;
    const size = (mean / 3) * factor * (0.5 + this.share());
    return Math.max(1, Math.min(most, Math.round(size)));
  }

  /** An identity in the form of a random UUID, which the seed decides all the same. */
  uuid(): string {
    const [a, b, c, d] = [this.#word(), this.#word(), this.#word(), this.#word()];
    const version = 0x4000 | (b & 0x0fff);
    const variant = 0x8000 | (c & 0x3fff);
    return `${hex(a >>> 16)}${hex(a)}-${hex(b >>> 16)}-${hex(version)}-${hex(variant)}-${hex(c >>> 16)}${hex(d >>> 16)}${hex(d)}`;
  }
}
