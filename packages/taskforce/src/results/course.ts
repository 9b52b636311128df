/** The course of a measure: its value as known on each of many days, from one judgment and a second look at the few records that changed. */
import type { Id } from "@joint-docket/ledger/pure";
import { classified, keyOf, type Reader } from "./classified.ts";
import { valueOf } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";
import { type Classified, dayNumber } from "./packed.ts";
import { unsettledOf } from "./unsettled.ts";
import type { Reason } from "./words.ts";

/** A day of the course and, on the recorded basis, how large the ledger was at its end. */
export interface Moment {
  /** `YYYY-MM-DD` */
  readonly day: string;
  readonly size: number;
}

/** For these reasons an entry is left out only because another counts, as long as that one does. */
const INSTEAD: ReadonlySet<Reason | null> = new Set([
  "another-count-of-same-defendant",
  "same-asset",
  "same-person",
  "superseding",
] as const);

/*
 * Entries that hang together count as soon as any of them is known, or as they are judged then: only where all of them
 * were first known at one moment is nothing left to judge.
 */
function scattered(rows: Classified): Id[] {
  const first = new Map<string, number>();
  const found: Id[] = [];
  for (let row = 0; row < rows.rows; row++)
    if (rows.reason(row) === null) {
      first.set(rows.entryMark(row), rows.known(row));
      // It counts together with another, which may come later.
      if (rows.weight(row) === 0) found.push(rows.at(row).entry);
    }
  for (let row = 0; row < rows.rows; row++)
    if (INSTEAD.has(rows.reason(row)) && first.get(rows.becauseMark(row)) !== rows.known(row))
      found.push(rows.at(row).entry);
  return found;
}

/** How much began to count at which moment, of the entries that are settled. */
function settled(rows: Classified, unsettled: ReadonlySet<string>): Map<number, number> {
  const began = new Map<number, number>();
  for (let row = 0; row < rows.rows; row++) {
    if (rows.reason(row) !== null || unsettled.has(rows.entryMark(row))) continue;
    const known = rows.known(row);
    began.set(known, (began.get(known) ?? 0) + rows.weight(row));
  }
  return began;
}

const markOf = (entry: Id) => Buffer.from(entry.replaceAll("-", ""), "hex").toString("latin1");

/** The frame as known at a moment. */
export function frameAt(frame: Frame, { day, size }: Moment): Frame {
  return frame.basis === "attested"
    ? { ...frame, knownOn: day }
    : { ...frame, size: Math.min(frame.size, size) };
}

async function compute(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  moments: readonly Moment[],
): Promise<number[]> {
  const last = moments.at(-1);
  if (last === undefined) return [];
  const whole = frameAt(frame, last);
  const rows = await classified(reader, measure, whole);
  const unsettled = await unsettledOf(reader, measure, whole, scattered(rows));
  const values: number[] = [];
  if (unsettled === "all") {
    for (const moment of moments) values.push(await valueOf(reader, measure, frameAt(frame, moment)));
    return values;
  }
  const began = [...settled(rows, new Set(unsettled.entries.map(markOf)))];
  const isBy = ({ day, size }: Moment) =>
    frame.basis === "attested"
      ? (known: number) => known <= dayNumber(day)
      : (known: number) => known < Math.min(frame.size, size);
  for (const moment of moments) {
    const counts = isBy(moment);
    const plain = began.reduce((sum, [known, weight]) => (counts(known) ? sum + weight : sum), 0);
    const few =
      unsettled.entries.length === 0
        ? 0
        : await valueOf(reader, measure, { ...frameAt(frame, moment), among: unsettled.among });
    values.push(plain + few);
  }
  return values;
}

/** Keeps the courses asked for last. */
export class CourseCache {
  readonly #most: number;
  readonly #kept = new Map<string, Promise<readonly number[]>>();

  /** `most`: how many are kept, least recently used going first. */
  constructor(most = 200) {
    this.#most = most;
  }

  async take(key: string, make: () => Promise<readonly number[]>): Promise<readonly number[]> {
    const known = this.#kept.get(key);
    this.#kept.delete(key);
    const taken = known ?? make();
    this.#kept.set(key, taken);
    if (this.#kept.size > this.#most) this.#kept.delete(this.#kept.keys().next().value as string);
    try {
      return await taken;
    } catch (error) {
      this.#kept.delete(key);
      throw error;
    }
  }
}

/** The values of a measure that counts, one for each moment; moments are in order, the last one the latest. */
export async function course(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  moments: readonly Moment[],
  cache?: CourseCache,
): Promise<readonly number[]> {
  const make = () => compute(reader, measure, frame, moments);
  return cache
    ? cache.take(`${await keyOf(reader, measure, frame)} ${JSON.stringify(moments)}`, make)
    : make();
}
