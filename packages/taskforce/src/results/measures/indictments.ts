/** Indictments: how many were filed, superseding ones not counted twice. */
import { sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { indictmentsWords } from "../words/charges.ts";
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

const indicts = (alias: string) =>
  sql`${sql.ref(`${alias}.instrument`)} in ('indictment', 'superseding-indictment')`;

/*
 * A superseding indictment is left out where one that it takes the place of, by however many steps, is counted. One
 * that does not say which is taken to follow the other indictments of its case that may have come before it.
 */
function classify(frame: Frame): Classification {
  const row = judged({
    ...fromEvent("p"),
    kind: sql`'instrument.filed'`,
    case_id: sql`p.case_id`,
    weight: sql`1`,
    reason: sql`coalesce(p.reason, case when b.counted is not null then 'superseding' end)`,
    because: sql`b.counted`,
  });
  return sql`(with recursive paper as (
      select i.entry, i.subject, i.since, i.occurred_from, i.occurred_to, i.attested, i.case_id, i.instrument, i.supersedes,
        coalesce(${ownReasonOf(frame, "i")}, ${populationReason(frame, sql`k.task_force`)}) as reason
      from ${standing(frame, "charging_instrument", ["case_id", "instrument", "supersedes"], indicts)} i
      ${populationJoin(frame, sql`i.case_id`)}
    ), step as (
      select subject, unnest(supersedes) as earlier
      from ${context(frame, "charging_instrument", ["supersedes"])} i where supersedes is not null
      union
      select later.subject, p.subject from paper later join paper p on p.case_id = later.case_id and p.subject <> later.subject
        and coalesce(p.occurred_from, '-infinity') <= coalesce(later.occurred_to, 'infinity') and (p.instrument = 'indictment' or (coalesce(p.occurred_to, 'infinity'), p.since) < (coalesce(later.occurred_to, 'infinity'), later.since))
      where later.instrument = 'superseding-indictment' and later.supersedes is null
    ), back as (
      select subject, earlier from step where subject in (select subject from paper where reason is null)
      union
      select b.subject, s.earlier from back b join step s on s.subject = b.earlier
    ), pair as (
      select p.subject, q.subject as earlier, q.entry, q.occurred_from, q.since
      from back b join paper p on p.subject = b.subject join paper q on q.subject = b.earlier
      left join back r on r.subject = q.subject and r.earlier = p.subject
      where p.reason is null and q.reason is null and q.subject <> p.subject and (q.since < p.since or r.subject is null)
    )
    select ${row} from paper p left join (
      select distinct on (subject) subject, entry as counted from pair
      order by subject, earlier in (select subject from pair), occurred_from, since) b on b.subject = p.subject
    union all ${emptied(frame, ["instrument.filed"])})`;
}

export const indictments: Measure = { ...indictmentsWords, bound: "papers", classify };
