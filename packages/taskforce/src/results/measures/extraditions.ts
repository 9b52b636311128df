/** Extraditions: how many people other countries surrendered to the United States. */
import { sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { extraditionsWords } from "../words/court.ts";
import {
  type Classification,
  emptied,
  emptiedRecords,
  fromEvent,
  judged,
  type Measure,
  ownReasonOf,
  populationJoin,
  populationReason,
} from "./measure.ts";

/*
 * Whom a request is for: the person whom the record knows as its defendant, else the person that it or another request
 * for that defendant names, else the defendant alone, else somebody of whom nothing but this request is known.
 */
function classify(frame: Frame): Classification {
  const row = judged({
    ...fromEvent("e"),
    kind: sql`'extradition.surrendered'`,
    case_id: sql`e.case_id`,
    weight: sql`1`,
    reason: sql`coalesce(e.reason, case when e.entry <> e.first then 'same-person' end)`,
    because: sql`case when e.reason = 'emptied' then e.by when e.reason is null and e.entry <> e.first then e.first end`,
    country: sql`e.country`,
  });
  const asked = judged({
    ...fromEvent("r"),
    kind: sql`'extradition.requested'`,
    case_id: sql`r.case_id`,
    weight: sql`1`,
    reason: sql`case when r.state = 'undated' then 'no-dated-source' else coalesce(${populationReason(frame, sql`k.task_force`)}, 'not-surrendered') end`,
    country: sql`r.country`,
  });
  return sql`(with request as (
      select r.*, coalesce(f.person::text, case when r.defendant is null then r.person::text else max(r.person::text) over (partition by r.defendant) end,
        r.defendant::text, r.subject::text) as whom
      from ${context(frame, "extradition_request", ["case_id", "country", "defendant", "person"])} r
      left join ${context(frame, "defendant", ["person"])} f on f.subject = r.defendant
    ), event as (
      select s.entry, s.subject, s.since, s.occurred_from, s.occurred_to, s.attested, s.state, r.case_id, r.country, x.by,
        coalesce(r.whom, s.subject::text) as whom,
        coalesce(${ownReasonOf(frame, "s")}, case when r.subject is null then case when x.by is null then 'defendant-unknown' else 'emptied' end end,
          ${populationReason(frame, sql`k.task_force`)}) as reason
      from ${standing(frame, "surrender")} s
      left join request r on r.subject = s.subject
      left join ${emptiedRecords("extradition.requested")} x on x.subject = s.subject
      ${populationJoin(frame, sql`r.case_id`)}
    )
    select ${row} from (select *, first_value(entry) over (partition by whom order by reason nulls first, occurred_from, since) as first from event) e
    union all
    select ${asked} from ${standing(frame, "extradition_request", ["case_id", "country"])} r ${populationJoin(frame, sql`r.case_id`)}
    where r.state <> 'withdrawn' and not exists (select from event e where e.subject = r.subject and e.state = 'stands')
    union all ${emptied(frame, ["extradition.surrendered"])})`;
}

export const extraditions: Measure = { ...extraditionsWords, alsoBy: ["country"], bound: "all", classify };
