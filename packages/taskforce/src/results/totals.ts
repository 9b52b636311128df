/** From judged rows to figures: how many, of what share, in what sums. Counters, break-downs and exports all add up here. */
import type { Unit } from "../assets/pure.ts";
import { type Breakdown, groupKey } from "./breakdowns.ts";
import type { Measure } from "./measures/index.ts";
import { Cases } from "./cases.ts";
import type { Classified } from "./packed.ts";
import type { Counts, Reason } from "./words.ts";

export interface LeftOut {
  readonly reason: Reason;
  readonly entries: number;
}

/** What a percentage is made of: of a share the part and the whole, of growth the later year and the base. */
export interface Ratio {
  readonly part: number;
  readonly whole: number;
}

/** A sum in one currency, in its minor units, or in one unit, in thousandths; never of several. */
export type Sum =
  | { readonly currency: string; readonly minor: number; readonly entries: number }
  | { readonly unit: Unit; readonly thousandths: number; readonly entries: number };

interface Figures {
  /**
   * How many; of a share or growth the percentage to a tenth, null where there is nothing to compare with; of a sum its
   * minor units or thousandths.
   */
  readonly value: number | null;
  /** Entries behind the value; fewer than it where an entry speaks of several people. */
  readonly entries: number;
  /** Cases that those entries belong to. */
  readonly cases: number;
  /** The counts behind a percentage; null of any other measure. */
  readonly ratio: Ratio | null;
  /** What the counted assets come to, by currency and by unit, largest number of entries first; empty of other measures. */
  readonly sums: readonly Sum[];
}

/** Figures that may come to nothing at all: a share of nothing, growth from nothing. */
export interface Outcome extends Figures {
  /** By reason, most entries first. */
  readonly leftOut: readonly LeftOut[];
}

export interface Totals extends Outcome {
  readonly value: number;
}

/** One group of a break-down. */
export interface Group extends Figures {
  /** In the order of the break-downs asked for; null where it is not known. */
  readonly key: readonly (string | null)[];
}

/** Adds up counted rows. */
class Tally {
  #weight = 0;
  #part = 0;
  #entries = 0;
  readonly #cases = new Cases();
  readonly #sums = new Map<string, { amount: bigint; entries: number }>();

  add(rows: Classified, row: number): void {
    const weight = rows.weight(row);
    this.#weight += weight;
    this.#entries += 1;
    if (rows.isPart(row) === true) this.#part += weight;
    this.#cases.add(rows, row);
    const amount = rows.amount(row);
    if (amount !== null) this.#sum(`$${rows.currency(row) ?? ""}`, amount);
    const quantity = rows.quantity(row);
    if (quantity !== null) this.#sum(`#${rows.unit(row) ?? ""}`, quantity);
  }

  #sum(key: string, amount: bigint): void {
    const before = this.#sums.get(key);
    this.#sums.set(key, { amount: (before?.amount ?? 0n) + amount, entries: (before?.entries ?? 0) + 1 });
  }

  figures(counts: Counts, isGrowth: boolean): Figures {
    const sums = [...this.#sums]
      .map(([key, { amount, entries }]) => said(key, amount, entries))
      .sort((a, b) => b.entries - a.entries || (keyOf(a) < keyOf(b) ? -1 : 1));
    const whole = isGrowth ? this.#weight - this.#part : this.#weight;
    const ratio = counts === "percent" ? { part: this.#part, whole } : null;
    const value = ratio
      ? percent(ratio, isGrowth)
      : counts === "minor" || counts === "thousandths"
        ? totalOf(sums, counts)
        : this.#weight;
    return { value, entries: this.#entries, cases: this.#cases.size, ratio, sums };
  }
}

const keyOf = (sum: Sum) => ("currency" in sum ? sum.currency : sum.unit);

/** A sum as a number that is exact, or none at all. */
function exact(amount: bigint): number {
  if (amount > BigInt(Number.MAX_SAFE_INTEGER)) throw new Error("A sum is too large to be told exactly.");
  return Number(amount);
}

function said(key: string, amount: bigint, entries: number): Sum {
  return key.startsWith("$")
    ? { currency: key.slice(1), minor: exact(amount), entries }
    : { unit: key.slice(1) as Unit, thousandths: exact(amount), entries };
}

/** To a tenth, halves away from zero; null of nothing. */
function percent({ part, whole }: Ratio, isGrowth: boolean): number | null {
  if (whole === 0) return null;
  const tenths = ((isGrowth ? part - whole : part) * 1000) / whole;
  return (Math.sign(tenths) * Math.round(Math.abs(tenths))) / 10 || 0;
}

/** The one sum that a measure in one currency or unit has; nothing counted comes to nothing. */
function totalOf(sums: readonly Sum[], counts: "minor" | "thousandths"): number {
  const [sum, ...others] = sums.filter((one) => counts in one);
  if (others.length > 0) throw new Error("A sum over several currencies or units was asked for as one.");
  return sum === undefined ? 0 : "currency" in sum ? sum.minor : sum.thousandths;
}

const totals = new WeakMap<Classified, Outcome>();

/** What the rows of a measure come to. */
export function outcomeOf(rows: Classified, { counts, grows }: Pick<Measure, "counts" | "grows">): Outcome {
  const known = totals.get(rows);
  if (known) return known;
  const tally = new Tally();
  const left = new Map<Reason, number>();
  for (let row = 0; row < rows.rows; row++) {
    const reason = rows.reason(row);
    if (reason === null) tally.add(rows, row);
    else left.set(reason, (left.get(reason) ?? 0) + 1);
  }
  const made = {
    ...tally.figures(counts, grows !== undefined),
    leftOut: [...left]
      .map(([reason, entries]) => ({ reason, entries }))
      .sort((a, b) => b.entries - a.entries || (a.reason < b.reason ? -1 : 1)),
  };
  totals.set(rows, made);
  return made;
}

const broken = new WeakMap<Classified, Map<string, readonly Group[]>>();

/** Not known comes last. */
function inOrder(a: Group, b: Group): number {
  for (const [index, one] of a.key.entries()) {
    const other = b.key[index] ?? null;
    if (one === other) continue;
    if (one === null || other === null) return one === null ? 1 : -1;
    return one < other ? -1 : 1;
  }
  return 0;
}

/** The same, one group for each combination of keys that occurs among the rows that count. */
export function groupsOf(
  rows: Classified,
  { counts, grows }: Pick<Measure, "counts" | "grows">,
  by: readonly Breakdown[],
): readonly Group[] {
  const kept = broken.get(rows) ?? new Map<string, readonly Group[]>();
  broken.set(rows, kept);
  const known = kept.get(by.join());
  if (known) return known;
  const tallies = new Map<string, { key: (string | null)[]; tally: Tally }>();
  for (let row = 0; row < rows.rows; row++) {
    if (rows.reason(row) !== null) continue;
    const key = groupKey(rows, row, by);
    const mark = key.join("\t");
    let group = tallies.get(mark);
    if (!group) {
      group = { key, tally: new Tally() };
      tallies.set(mark, group);
    }
    group.tally.add(rows, row);
  }
  const groups = [...tallies.values()]
    .map(({ key, tally }) => ({ key, ...tally.figures(counts, grows !== undefined) }))
    .sort(inOrder);
  kept.set(by.join(), groups);
  return groups;
}
