/** Arrests: how many times a person was arrested, at home or abroad. */
import { sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { arrestsWords } from "../words/court.ts";
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

/*
 * Arrests of one person whose possible dates overlap may be one arrest, so they count as the fewest arrests that
 * explain them all: in order of the latest possible day, an entry counts unless its dates reach back to the entry
 * counted before it. `turns` are only those of people with several entries, so the walk is short.
 */
function classify(frame: Frame): Classification {
  const row = judged({
    ...fromEvent("e"),
    kind: sql`'arrest.made'`,
    case_id: sql`e.case_id`,
    weight: sql`e.persons`,
    reason: sql`coalesce(e.reason, case when w.counted is not null then 'same-person' end)`,
    because: sql`w.counted`,
    country: sql`coalesce(e.country, case when e.place = 'domestic' then 'US' end)`,
  });
  const unstated = judged({
    ...fromEvent("d"),
    kind: sql`'defendant.joined'`,
    case_id: sql`d.case_id`,
    weight: sql`1`,
    reason: sql`case when d.state = 'undated' then 'no-dated-source' else coalesce(${populationReason(frame, sql`k.task_force`)}, 'no-arrest-stated') end`,
  });
  return sql`(with recursive event as (
      select e.*, coalesce(e.occurred_from, '-infinity') as low, coalesce(e.occurred_to, 'infinity') as high,
        coalesce(d.person, e.defendant) as person,
        coalesce(${ownReasonOf(frame, "e")}, ${populationReason(frame, sql`k.task_force`)}) as reason
      from ${standing(frame, "arrest", ["case_id", "defendant", "persons", "place", "country"])} e
      left join ${context(frame, "defendant", ["person"])} d on d.subject = e.defendant
      ${populationJoin(frame, sql`e.case_id`)}
    ), turns as (
      select entry, person, low, high, row_number() over (partition by person order by high, since) as turn
      from event where reason is null and person in
        (select person from event where reason is null and person is not null group by person having count(*) > 1)
    ), walk as (
      select entry, person, turn, entry as counted, high from turns where turn = 1
      union all
      select t.entry, t.person, t.turn, case when t.low > w.high then t.entry else w.counted end,
        case when t.low > w.high then t.high else w.high end
      from walk w join turns t on t.person = w.person and t.turn = w.turn + 1
    )
    select ${row} from event e left join
      (select entry, (array_agg(counted))[1] as counted from walk where counted <> entry group by entry) w on w.entry = e.entry
    union all
    select ${unstated} from ${standing(frame, "defendant", ["case_id"])} d ${populationJoin(frame, sql`d.case_id`)}
    where d.state <> 'withdrawn' and not exists (select from event e where e.defendant = d.subject and e.state = 'stands')
    union all ${emptied(frame, ["arrest.made"])})`;
}

export const arrests: Measure = { ...arrestsWords, alsoBy: ["country"], bound: "people", classify };
