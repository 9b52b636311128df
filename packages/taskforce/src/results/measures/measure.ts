/** What a measure is: a named, versioned, pure definition, and the steps all measures take in the same order. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context } from "../standing.ts";
import type { MeasureWords } from "../words.ts";

/**
 * One row per candidate entry: `entry uuid, kind text, since bigint, occurred_from date, case_id uuid, weight integer,
 * reason text, because uuid`. A row without a reason counts, with its weight; one with a reason is left out for it,
 * and `because` is the entry that explains it, where one does.
 */
export type Classification = RawBuilder<unknown>;

export interface Measure extends MeasureWords {
  /**
   * The same rows for lists, counters and charts; nothing else decides what counts.
   * Where cases are `of-counted` entries only, `case_id` may be null for those left out, which is quicker.
   */
  readonly classify: (frame: Frame, cases: "of-all" | "of-counted") => Classification;
}

type Columns = Readonly<Record<"state" | "from" | "to", RawBuilder<unknown>>>;

/** Why an entry is left out whatever else the record says: its state, then its date. A `case` expression. */
export function ownReason({ since, knownOn }: Frame, { state, from, to }: Columns): RawBuilder<unknown> {
  const window =
    since === null
      ? sql``
      : sql`when ${from} is null then 'date-unknown' when ${to} < ${since}::date then 'before-window'
            when ${from} < ${since}::date then 'may-be-before-window'`;
  const ahead = knownOn === null ? sql`` : sql`when ${from} > ${knownOn}::date then 'after-window'`;
  return sql`case when ${state} = 'withdrawn' then 'withdrawn' when ${state} = 'undated' then 'no-dated-source' ${window} ${ahead} end`;
}

/** Why it is left out by its case: a `case` expression, null for the population of all cases. */
export function populationReason({ population }: Frame, taskForce: RawBuilder<unknown>): RawBuilder<unknown> {
  return population === "record"
    ? sql`null::text`
    : sql`case when ${taskForce} = 'no' then 'not-task-force' when ${taskForce} is distinct from 'yes' then 'task-force-unknown' end`;
}

/** The join that `populationReason` reads `k.task_force` from; nothing for the population of all cases. */
export function populationJoin(frame: Frame, caseId: RawBuilder<unknown>): RawBuilder<unknown> {
  return frame.population === "record"
    ? sql``
    : sql`left join ${context(frame, "criminal_case", ["task_force"])} k on k.subject = ${caseId}`;
}

/** Lawfully emptied entries of these kinds: nothing of them is left to count. */
export function emptied(frame: Frame, kinds: readonly string[]): RawBuilder<unknown> {
  return sql`select x.entry, x.kind, x.seq, null::date, null::uuid, 1, 'emptied', x.by
    from ledger.emptied x where x.kind = any (${kinds}::text[]) and x.seq < ${frame.size}
      and not exists (select from ledger.ended n where n.label = x.label and n.entry = x.entry
                       and n.how = 'corrected' and n.at_seq < ${frame.size})`;
}
