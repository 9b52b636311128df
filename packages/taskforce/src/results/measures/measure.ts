/** What a measure is: a named, versioned, pure definition, and the steps all measures take in the same order. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import type { MeasureWords } from "../words.ts";

/**
 * One row per candidate entry: `entry uuid, kind text, since bigint, occurred_from date, case_id uuid, weight integer,
 * reason text, because uuid`. A row without a reason counts, with its weight; one with a reason is left out for it,
 * and `because` is the entry that explains it, where one does.
 */
export type Classification = RawBuilder<unknown>;

export interface Measure extends MeasureWords {
  /** The same rows for lists, counters and charts; nothing else decides what counts. */
  readonly classify: (frame: Frame) => Classification;
}

/** Why an entry is left out before it is known which of several counts: its state, its population, then its date. */
export function reasonAlone(
  { since, knownOn, population }: Frame,
  columns: {
    readonly state: RawBuilder<unknown>;
    readonly taskForce: RawBuilder<unknown>;
    readonly from: RawBuilder<unknown>;
    readonly to: RawBuilder<unknown>;
    /** Further `when … then …` after the population and before the dates. */
    readonly further?: RawBuilder<unknown>;
  },
): RawBuilder<unknown> {
  const { state, taskForce, from, to, further = sql`` } = columns;
  const whose =
    population === "record"
      ? sql``
      : sql`when ${taskForce} = 'no' then 'not-task-force' when ${taskForce} is distinct from 'yes' then 'task-force-unknown'`;
  const window =
    since === null
      ? sql``
      : sql`when ${from} is null then 'date-unknown' when ${to} < ${since}::date then 'before-window'
            when ${from} < ${since}::date then 'may-be-before-window'`;
  const ahead = knownOn === null ? sql`` : sql`when ${from} > ${knownOn}::date then 'after-window'`;
  return sql`case when ${state} = 'withdrawn' then 'withdrawn' when ${state} = 'undated' then 'no-dated-source'
    ${whose} ${further} ${window} ${ahead} end`;
}

/** Lawfully emptied entries of these kinds: nothing of them is left to count. */
export function emptied(frame: Frame, kinds: readonly string[]): RawBuilder<unknown> {
  return sql`select x.entry, x.kind, x.seq, null::date, null::uuid, 1, 'emptied', x.by
    from ledger.emptied x where x.kind = any (${kinds}::text[]) and x.seq < ${frame.size}
      and not exists (select from ledger.ended n where n.label = x.label and n.entry = x.entry
                       and n.how = 'corrected' and n.at_seq < ${frame.size})`;
}
