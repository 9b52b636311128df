/** What a bench hands back: a figure of ours beside the same work in bare SQL, measured in turn, held against its limit. */

/**
 * @typedef {object} Figure
 * @property {string} name what was measured
 * @property {string} unit
 * @property {number} ours
 * @property {number} [bare] the bare SQL's figure, in the same unit
 * @property {string} [beside] what the bare SQL did
 * @property {number} [limit] what `ours` must keep to
 * @property {"at most" | "at least"} [kept] which side of the limit is good; at most where left out
 */

/** @param {Figure} figure */
export function isKept({ ours, limit, kept = "at most" }) {
  return limit === undefined || (kept === "at most" ? ours <= limit : ours >= limit);
}

/** @param {number} value */
function digits(value) {
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toPrecision(2);
}

/** @param {Figure} figure */
export function sayFigure(figure) {
  const { name, unit, ours, bare, beside, limit, kept = "at most" } = figure;
  const ratio = bare === undefined ? "" : `; bare ${digits(bare)} ${unit}, ratio ${(ours / bare).toFixed(2)}`;
  const mark = limit === undefined ? " " : isKept(figure) ? "✓" : "✗";
  const bound = limit === undefined ? "" : ` (${kept} ${digits(limit)})`;
  return `${mark} ${name}: ${digits(ours)} ${unit}${bound}${ratio}${beside === undefined ? "" : `\n    bare: ${beside}`}`;
}

/** A program may take so long to start, in seconds, whatever it then works on. */
const START = 5;

/** The limit for so many entries, where a million may take `seconds`. @param {number} seconds @param {number} entries */
export function limitFor(seconds, entries) {
  return START + ((seconds - START) * entries) / 1_000_000;
}

/** @param {readonly number[]} values */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const [low = Number.NaN, high = low] = sorted.slice(
    sorted.length % 2 === 1 ? middle : middle - 1,
    middle + 1,
  );
  return (low + high) / 2;
}

/** Milliseconds that it took. @param {() => Promise<unknown>} work */
export async function took(work) {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Median in milliseconds of doing something several times, after one time to warm up. @param {number} rounds @param {() => Promise<unknown>} work */
export async function often(rounds, work) {
  await work();
  /** @type {number[]} */
  const times = [];
  for (let round = 0; round < rounds; round++) times.push(await took(work));
  return median(times);
}

/**
 * Medians in milliseconds of two ways to do one thing, taken in turn so that whatever else the machine does falls on
 * both; the first rounds only warm up.
 * @param {number} rounds @param {() => Promise<unknown>} ours @param {() => Promise<unknown>} bare @param {number} [warm]
 */
export async function inTurn(rounds, ours, bare, warm = 1) {
  /** @type {number[]} */
  const mine = [];
  /** @type {number[]} */
  const theirs = [];
  for (let round = -warm; round < rounds; round++) {
    const a = await took(ours);
    const b = await took(bare);
    if (round < 0) continue;
    mine.push(a);
    theirs.push(b);
  }
  return { ours: median(mine), bare: median(theirs) };
}
