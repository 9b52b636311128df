/** Felony prosecutions, and their share of the prosecutions whose grade is known. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { FELONY, MISDEMEANOR } from "../grades.ts";
import { context, standing } from "../standing.ts";
import { felonyProsecutionsWords, felonyShareWords } from "../words/charges.ts";
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

/** The grade of each list of statutes that is charged: there are few, however many counts. */
function grades(frame: Frame): RawBuilder<unknown> {
  const citation = sql`one.value ->> 'citation'`;
  return sql`(select statutes, case when bool_or(${citation} ~ ${FELONY}) then 'felony' when bool_and(${citation} ~ ${MISDEMEANOR}) then 'misdemeanor' else 'unknown' end as grade
    from (select distinct statutes from docket.count where since < ${frame.size}) lists left join lateral jsonb_array_elements(statutes) one on true group by statutes)`;
}

/*
 * A defendant in a case is prosecuted for a felony where any count is one. Where none is, but the grade of one is not
 * known, nothing can be said; else it is a prosecution for misdemeanors, which only the share counts.
 */
function classified(frame: Frame, isShare: boolean): Classification {
  const order = sql`(partition by e.defendant, e.reason is null order by e.grade, e.occurred_from, e.since)`;
  const row = judged({
    ...fromEvent("p"),
    kind: sql`'charge.filed'`,
    case_id: sql`p.case_id`,
    weight: sql`1`,
    reason: sql`case when p.reason is not null then p.reason when p.best = 1 and p.entry = p.first then null
      when p.best = 1 then 'another-count-of-same-defendant' when p.best = 2 then 'grade-not-known'
      ${isShare ? sql`when p.entry = p.first then null else 'another-count-of-same-defendant'` : sql`else 'not-a-felony'`} end`,
    because: sql`case when p.reason is null and p.entry <> p.first and ${isShare ? sql`p.best <> 2` : sql`p.best = 1`} then p.first end`,
    in_part: isShare ? sql`p.best = 1` : sql`null::boolean`,
  });
  return sql`(with event as (
      select c.entry, c.since, c.occurred_from, c.occurred_to, c.attested, c.defendant, f.case_id,
        case g.grade when 'felony' then 1 when 'unknown' then 2 else 3 end as grade,
        coalesce(${ownReasonOf(frame, "c")}, ${populationReason(frame, sql`k.task_force`)}) as reason
      from ${standing(frame, "count", ["defendant", "statutes"])} c
      left join ${grades(frame)} g on g.statutes = c.statutes
      left join ${context(frame, "defendant", ["case_id"])} f on f.subject = c.defendant
      ${populationJoin(frame, sql`f.case_id`)}
    )
    select ${row} from (select e.*, first_value(e.entry) over ${order} as first, first_value(e.grade) over ${order} as best from event e) p
    union all ${emptied(frame, ["charge.filed"])})`;
}

export const felonyProsecutions: Measure = {
  ...felonyProsecutionsWords,
  bound: "people",
  classify: (frame) => classified(frame, false),
};

export const felonyShare: Measure = {
  ...felonyShareWords,
  bound: "people",
  classify: (frame) => classified(frame, true),
};
