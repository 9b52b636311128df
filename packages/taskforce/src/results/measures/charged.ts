/** Defendants charged: how many people in each fiscal year, however many counts, cases and districts. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { defendantsChargedWords } from "../words/charges.ts";
import {
  type Classification,
  emptied,
  fromEvent,
  judged,
  type Measure,
  ownReasonOf,
  populationJoin,
  populationReason,
} from "./measure.ts";

/** The federal fiscal year of a day (31 U.S.C. § 1102). */
export function fiscalYear(day: RawBuilder<unknown>): RawBuilder<unknown> {
  return sql`(extract(year from ${day})::integer + (extract(month from ${day}) >= 10)::integer)`;
}

/*
 * A charge whose possible dates lie in one fiscal year counts by that year's earliest of the person. Any other counts
 * only where no year it may lie in has one counted already: like arrests, the fewest years that explain them all, in
 * order of the last possible one. Such charges are few, so the walk over them is short.
 */
function classify(frame: Frame): Classification {
  const first = sql`(partition by person, low, high, reason is null order by occurred_from, since)`;
  const common = { ...fromEvent("e"), kind: sql`'charge.filed'`, case_id: sql`e.case_id`, weight: sql`1` };
  const isFirst = sql`e.reason is not null or e.entry = e.first`;
  const sure = judged({
    ...common,
    reason: sql`case when ${isFirst} then e.reason when e.defendant = e.first_defendant then 'another-count-of-same-defendant' else 'same-person' end`,
    because: sql`case when not (${isFirst}) then e.first end`,
  });
  const unsure = judged({
    ...common,
    reason: sql`case when w.counted <> e.entry then 'same-person' end`,
    because: sql`nullif(w.counted, e.entry)`,
  });
  const uncharged = judged({
    ...fromEvent("d"),
    kind: sql`'defendant.joined'`,
    case_id: sql`d.case_id`,
    weight: sql`1`,
    reason: sql`case when d.state = 'undated' then 'no-dated-source' else coalesce(${populationReason(frame, sql`k.task_force`)}, 'no-charge-stated') end`,
  });
  return sql`(with recursive event as (
      select *, first_value(entry) over ${first} as first, first_value(defendant) over ${first} as first_defendant from (
        select c.entry, c.since, c.occurred_from, c.occurred_to, c.attested, c.state, c.defendant, f.case_id, coalesce(f.person, c.defendant) as person,
          coalesce(${fiscalYear(sql`c.occurred_from`)}, 0) as low, coalesce(${fiscalYear(sql`c.occurred_to`)}, 9999) as high,
          coalesce(${ownReasonOf(frame, "c")}, ${populationReason(frame, sql`k.task_force`)}) as reason
        from ${standing(frame, "count", ["defendant"])} c
        left join ${context(frame, "defendant", ["person", "case_id"])} f on f.subject = c.defendant
        ${populationJoin(frame, sql`f.case_id`)}) charge
    ), loose as (
      select distinct on (l.entry) l.entry, l.person, l.low, l.high, s.entry as sure, l.since
        from event l left join event s on s.person = l.person and s.low between l.low and l.high
          and s.reason is null and s.low = s.high and s.entry = s.first
       where l.reason is null and l.low <> l.high order by l.entry, s.low
    ), turns as (
      select entry, person, low, high, row_number() over (partition by person order by high, since) as turn from loose where sure is null
    ), walk as (
      select entry, person, turn, entry as counted, high from turns where turn = 1
      union all
      select t.entry, t.person, t.turn, case when t.low > w.high then t.entry else w.counted end,
        case when t.low > w.high then t.high else w.high end
      from walk w join turns t on t.person = w.person and t.turn = w.turn + 1
    )
    select ${sure} from event e where e.reason is not null or e.low = e.high
    union all
    select ${unsure} from event e join (
      select entry, counted from walk union all select entry, sure from loose where sure is not null) w on w.entry = e.entry
    union all
    select ${uncharged} from ${standing(frame, "defendant", ["case_id"])} d ${populationJoin(frame, sql`d.case_id`)}
    where d.state <> 'withdrawn' and not exists (select from event e where e.defendant = d.subject and e.state = 'stands')
    union all ${emptied(frame, ["charge.filed"])})`;
}

export const defendantsCharged: Measure = { ...defendantsChargedWords, bound: "people", classify };
