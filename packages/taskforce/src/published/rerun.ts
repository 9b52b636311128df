/** Runs a figure again where it was pinned: the same digits from the same entries, or the plain truth of what stands in the way. */
import { type Actor, type Id, type Ledger, type Reader, Refusal } from "@joint-docket/ledger";
import { sql } from "kysely";
import { type Frame, type Measure, measureNamed } from "../results/index.ts";
import { countedIn } from "./counted.ts";
import { digestOf } from "./digest.ts";
import type { Pin } from "./pin.ts";
import { within } from "./scope.ts";

/**
 * `same`: the same digits from the same entries. `emptied`: the same but for entries that were lawfully emptied since, each
 * named. `emptied-unproved`: entries were emptied, and which of them the figure counted can no longer be proved.
 * `definition-changed`: the measure is defined otherwise today; both values are shown. `differs`: none of these explains it.
 */
export const outcomes = ["same", "emptied", "emptied-unproved", "definition-changed", "differs"] as const;
export type Outcome = (typeof outcomes)[number];

/** An entry that the figure counted, or may have counted, and that a purge has taken from under it. */
export interface Lost {
  readonly entry: Id;
  /** The purge of the entry itself; null where what it rests on was emptied. */
  readonly by: Id | null;
}

export interface Rerun {
  readonly outcome: Outcome;
  /** What comes out now; null where there is no such measure any more. */
  readonly value: number | null;
  readonly entries: number | null;
  readonly cases: number | null;
  readonly digest: string | null;
  readonly version: number | null;
  readonly lost: readonly Lost[];
}

/** The frame a figure was counted in. */
export function frameOfPin({ frame, cut }: Pick<Pin, "frame" | "cut">): Frame {
  return {
    size: cut.size,
    basis: frame.basis,
    knownOn: frame.knownOn ?? null,
    since: frame.since ?? null,
    population: frame.population,
  };
}

/** The token of a figure's cut: with it every list and page shows what was counted. */
export function tokenOfPin(ledger: Ledger, { cut, frame }: Pick<Pin, "frame" | "cut">): string {
  return ledger.cut.seal({
    size: cut.size,
    root: Buffer.from(cut.root, "hex"),
    seen: { day: cut.day, asked: frame.basis === "attested" },
  });
}

/** What was emptied after the cut, of what was there then. */
async function emptiedSince({ db }: Reader, size: number): Promise<Map<Id, Id>> {
  const { rows } = await sql<{ entry: Id; by: Id }>`
    select entry, by from ledger.emptied where seq < ${size} and at_seq >= ${size} order by entry`.execute(
    db,
  );
  return new Map(rows.map(({ entry, by }) => [entry, by]));
}

/** Every choice among so few is tried; the digest tells which is right. */
const MOST_TRIED = 6;

/** Which of the candidates complete the entries to those that the digest stands for. */
function completing(entries: readonly Id[], candidates: readonly Id[], digest: string): Id[] | undefined {
  if (candidates.length > MOST_TRIED) return undefined;
  for (let choice = 0; choice < 2 ** candidates.length; choice++) {
    const chosen = candidates.filter((_, at) => choice & (1 << at));
    if (digestOf([...entries, ...chosen]) === digest) return chosen;
  }
  return undefined;
}

interface Again {
  readonly value: number | null;
  readonly entries: readonly Id[];
  readonly emptied: readonly Id[];
}

function compared(
  { value, counted }: Pin,
  again: Again,
  since: ReadonlyMap<Id, Id>,
): Pick<Rerun, "outcome" | "lost"> {
  const named = (entries: readonly Id[]) => entries.map((entry) => ({ entry, by: since.get(entry) ?? null }));
  if (digestOf(again.entries) === counted.digest && again.value === value)
    return { outcome: "same", lost: [] };
  if (since.size === 0) return { outcome: "differs", lost: [] };
  if (counted.entries) {
    const left = new Set(again.entries);
    return { outcome: "emptied", lost: named(counted.entries.filter((entry) => !left.has(entry))) };
  }
  const candidates = again.emptied.filter((entry) => since.has(entry));
  const found = completing(again.entries, candidates, counted.digest);
  return found
    ? { outcome: "emptied", lost: named(found) }
    : { outcome: "emptied-unproved", lost: named(candidates) };
}

/** The measure of this name, if there is one today. */
export function measureStill(name: string): Measure | undefined {
  try {
    return measureNamed(name);
  } catch (error) {
    if (error instanceof Refusal && error.code === "measure-unknown") return undefined;
    throw error;
  }
}

const GONE: Rerun = {
  outcome: "definition-changed",
  value: null,
  entries: null,
  cases: null,
  digest: null,
  version: null,
  lost: [],
};

/**
 * Runs a pinned figure again. Refuses `figure-scope-not-yours`, `cut-beyond-head` and `cut-of-other-history`: a ledger that
 * was cut off or replaced cannot answer for it.
 */
export async function rerun(ledger: Ledger, actor: Actor, pinned: Pin): Promise<Rerun> {
  const reader = await within(ledger, actor, pinned.scope);
  await ledger.cut.open(tokenOfPin(ledger, pinned));
  const measure = measureStill(pinned.measure);
  if (!measure) return GONE;
  return ledger.read(reader, async (open) => {
    const { totals, entries, emptied } = await countedIn(open, measure, frameOfPin(pinned));
    const judged: Pick<Rerun, "outcome" | "lost"> =
      measure.version === pinned.version
        ? compared(
            pinned,
            { value: totals.value, entries, emptied },
            await emptiedSince(open, pinned.cut.size),
          )
        : { outcome: "definition-changed", lost: [] };
    return {
      ...judged,
      value: totals.value,
      entries: totals.entries,
      cases: totals.cases,
      digest: digestOf(entries),
      version: measure.version,
    };
  });
}
