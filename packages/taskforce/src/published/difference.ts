/** What lies between a published figure and the same question asked of today's record, entry by entry and with the reason. */
import type { Actor, Id, Ledger, Reader } from "@joint-docket/ledger";
import { sql } from "kysely";
import {
  type Counts,
  type Frame,
  framed,
  type Measure,
  outcome,
  type Reason,
  roomy,
} from "../results/index.ts";
import type { Pin } from "./pin.ts";
import { csvOf } from "./csv.ts";
import { type DifferenceReason, differenceTitles } from "./reasons.ts";
import { frameOfPin, measureStill, type Rerun, rerun } from "./rerun.ts";
import { within } from "./scope.ts";

/** An entry that counts today and did not, or did and does not, or counts for another number. */
export interface Difference {
  /** The entry that counts now or, where none does, the one that counted. Null for what no single entry explains. */
  readonly entry: Id | null;
  /** The entry that it took the place of. */
  readonly instead: Id | null;
  readonly reason: DifferenceReason;
  /** By how much the value changes; null where an entry does not change it by a number of its own, as in a share. */
  readonly change: number | null;
  /** The entry that explains it: the withdrawal, the vacatur, the one that counts instead, the purge. */
  readonly because: Id | null;
  readonly occurredFrom: string | null;
}

export interface AgainstToday {
  /** The figure as published. */
  readonly published: number;
  /** The same measure, basis, population and window, as known now; null where there is no such measure any more. */
  readonly today: number | null;
  readonly day: string;
  readonly rerun: Rerun;
  readonly items: readonly Difference[];
  /** By reason, in the order of the vocabulary; the changes add up from the published figure to today's. */
  readonly byReason: readonly {
    readonly reason: DifferenceReason;
    readonly entries: number;
    readonly change: number | null;
  }[];
}

/** An entry that the two frames judge to different effect: its weight in each where it counts, else the reason why not. */
interface Row {
  readonly entry: Id;
  readonly root: Id;
  readonly seq: number;
  readonly occurred_from: string | null;
  readonly then_weight: number | null;
  readonly then_reason: Reason | null;
  readonly now_weight: number | null;
  readonly now_reason: Reason | null;
  readonly now_because: Id | null;
  readonly ended_how: "corrected" | "withdrawn" | null;
  readonly ended_by: Id | null;
  readonly emptied_by: Id | null;
  readonly because_counted: boolean;
}

/** The column by which an entry that counts changes the value. */
const EFFECT: Readonly<Record<Counts, string>> = {
  number: "weight",
  percent: "weight",
  minor: "amount",
  thousandths: "quantity",
};

/** One row per entry: a measure may judge an entry in several rows. */
function perEntry(measure: Measure, frame: Frame) {
  const effect = sql.ref(EFFECT[measure.counts]);
  return sql`(select entry, min(occurred_from) as occurred_from, sum(${effect}) filter (where reason is null) as weight,
      min(reason) filter (where reason is not null) as reason, min(because::text)::uuid as because
    from ${measure.classify(frame, "of-all")} c group by entry)`;
}

/** The entries that the two frames judge to different effect, each with the first entry of its chain of corrections. */
async function differing(reader: Reader, measure: Measure, then: Frame, now: Frame): Promise<Row[]> {
  await roomy(reader);
  const { rows } = await sql<Row>`
    with recursive then_known as materialized (select * from ${perEntry(measure, then)} t),
    now_known as materialized (select * from ${perEntry(measure, now)} n),
    changed as materialized (
      select coalesce(t.entry, n.entry) as entry, coalesce(n.occurred_from, t.occurred_from) as occurred_from,
        t.weight::double precision as then_weight, t.reason as then_reason,
        n.weight::double precision as now_weight, n.reason as now_reason, n.because as now_because
      from then_known t full join now_known n on n.entry = t.entry
      where t.weight is distinct from n.weight),
    back as (
      select c.entry as of, e.id, e.replaces, e.label from changed c join ledger.entry e on e.id = c.entry
      union all select b.of, e.id, e.replaces, e.label from back b join ledger.entry e on e.label = b.label and e.id = b.replaces)
    select c.*, to_char(c.occurred_from, 'YYYY-MM-DD') as occurred_from, e.seq,
      (select b.id from back b where b.of = c.entry and b.replaces is null) as root,
      x.how as ended_how, x.by as ended_by, m.by as emptied_by,
      exists (select from then_known b where b.entry = c.now_because and b.weight is not null) as because_counted
    from changed c join ledger.entry e on e.id = c.entry
    left join ledger.ended x on x.label = e.label and x.entry = e.id and x.at_seq < ${now.size}
    left join ledger.emptied m on m.label = e.label and m.entry = e.id
    order by c.occurred_from nulls last, e.seq`.execute(reader.db);
  return rows;
}

const SCOPE: ReadonlySet<Reason> = new Set(["not-task-force", "task-force-unknown"]);
const COUNTED_ELSEWHERE: ReadonlySet<Reason> = new Set(["same-person", "another-count-of-same-defendant"]);

/** Why an entry counts now that did not count then. */
function whyAdded(row: Row, then: Frame, thenDay: string): DifferenceReason {
  const { then_reason: left, occurred_from: occurred, seq } = row;
  if (left === "after-window") return "happened-since";
  if (left === "no-dated-source") return "stated-late";
  if (left !== null && SCOPE.has(left)) return "newly-in-scope";
  if (left !== null && COUNTED_ELSEWHERE.has(left)) return "counted-instead";
  if (left === "vacated") return "reinstated";
  if (left !== null) return "otherwise";
  if (occurred !== null && occurred > thenDay) return "happened-since";
  return seq >= then.size ? "recorded-late" : "stated-late";
}

/** Why an entry that counted then does not count now. */
function whyRemoved(row: Row): DifferenceReason {
  const { now_reason: left } = row;
  if (row.emptied_by !== null || left === "emptied") return "emptied";
  if (row.ended_how === "withdrawn" || left === "withdrawn") return "withdrawn";
  if (row.ended_how === "corrected") return "corrected";
  if (left === "vacated") return "vacated";
  if (left !== null && SCOPE.has(left)) return "no-longer-in-scope";
  if (left !== null && COUNTED_ELSEWHERE.has(left)) return row.because_counted ? "merged" : "counted-instead";
  return left === "no-dated-source" ? "no-longer-stated" : "otherwise";
}

function because(row: Row): Id | null {
  return row.emptied_by ?? (row.now_weight === null ? (row.now_because ?? row.ended_by) : null);
}

/** A correction takes one version out and puts another in: one difference, not two. */
function paired(
  rows: readonly Row[],
  then: Frame,
  thenDay: string,
): (Difference & { readonly change: number })[] {
  const gone = new Map(rows.filter((row) => row.now_weight === null).map((row) => [row.root, row]));
  const replaced = new Set<Id>();
  const added = rows
    .filter((row) => row.now_weight !== null)
    .map((row) => {
      const before = row.then_weight === null ? gone.get(row.root) : undefined;
      if (before) replaced.add(before.entry);
      return {
        entry: row.entry,
        instead: before?.entry ?? null,
        reason: before || row.then_weight !== null ? ("corrected" as const) : whyAdded(row, then, thenDay),
        change: (row.now_weight ?? 0) - (before?.then_weight ?? row.then_weight ?? 0),
        because: null,
        occurredFrom: row.occurred_from,
      };
    });
  const removed = rows
    .filter((row) => row.now_weight === null && !replaced.has(row.entry))
    .map((row) => ({
      entry: row.entry,
      instead: null,
      reason: whyRemoved(row),
      change: -(row.then_weight ?? 0),
      because: because(row),
      occurredFrom: row.occurred_from,
    }));
  return [...added, ...removed];
}

/** What a rerun at the pinned cut already gives otherwise than was published. */
function ofRerun({ value: published }: Pin, again: Rerun): Difference[] {
  if (again.outcome === "same" || again.value === null) return [];
  const change = again.value - published;
  const one = { entry: null, instead: null, because: null, occurredFrom: null };
  if (again.outcome === "definition-changed") return [{ ...one, reason: "definition-changed", change }];
  if (again.lost.length === 0) return [{ ...one, reason: "otherwise", change }];
  const single = again.lost.length === 1;
  // Of what was emptied nothing is left to say by how much each changed the value; of all of them it is known.
  return [
    ...again.lost.map(
      ({ entry, by }): Difference => ({
        ...one,
        entry,
        reason: "emptied",
        because: by,
        change: single ? change : null,
      }),
    ),
    ...(single ? [] : [{ ...one, reason: "emptied" as const, change }]),
  ];
}

function grouped(items: readonly Difference[], additive: boolean): AgainstToday["byReason"] {
  const groups = new Map<DifferenceReason, { entries: number; change: number }>();
  for (const { reason, entry, change } of items) {
    const group = groups.get(reason) ?? { entries: 0, change: 0 };
    groups.set(reason, {
      entries: group.entries + (entry === null ? 0 : 1),
      change: group.change + (change ?? 0),
    });
  }
  return [...groups].map(([reason, { entries, change }]) => ({
    reason,
    entries,
    change: additive ? change : null,
  }));
}

/** A pinned figure against the record as it is known today. Refuses what `rerun` refuses. */
export async function againstToday(
  ledger: Ledger,
  actor: Actor,
  pinned: Pin,
  now?: Date,
): Promise<AgainstToday> {
  const again = await rerun(ledger, actor, pinned);
  const { basis, population, since } = pinned.frame;
  const today = await framed(
    ledger,
    { basis, population, since: since ?? null, asKnownOn: null, cut: null },
    ...(now ? [now] : []),
  );
  const measure = measureStill(pinned.measure);
  const nothing = {
    published: pinned.value,
    today: null,
    day: today.today,
    rerun: again,
    items: [],
    byReason: [],
  };
  if (!measure) return nothing;
  const reader = await within(ledger, actor, pinned.scope);
  return ledger.read(reader, async (open) => {
    const then = frameOfPin(pinned);
    const { value } = await outcome(open, measure, today.frame);
    // The parts of a share and of growth do not add up; their entries are itemised all the same.
    const additive = measure.counts !== "percent";
    const changed = paired(await differing(open, measure, then, today.frame), then, pinned.cut.day);
    const items = [
      ...ofRerun(pinned, again),
      ...(additive ? changed : changed.map((item): Difference => ({ ...item, change: null }))),
    ];
    return { ...nothing, today: value, items, byReason: grouped(items, additive) };
  });
}

/** Every difference as CSV, a line each. */
export function differencesCsv(items: readonly Difference[]): string {
  return csvOf(
    ["entry", "reason", "reason_words", "change", "in_place_of", "because", "occurred_from"],
    items.map(({ entry, reason, change, instead, because: why, occurredFrom }) => [
      entry,
      reason,
      differenceTitles[reason].en,
      change,
      instead,
      why,
      occurredFrom,
    ]),
  );
}
