/** Convictions: how many people were convicted, of however many counts, in however many cases. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { began, context, standing } from "../standing.ts";
import { convictionsWords } from "../words.ts";
import { type Classification, emptied, type Measure, reasonAlone } from "./measure.ts";

const OUTCOMES = sql`('convicted', 'convicted-plea', 'convicted-verdict')`;

/*
 * Which convictions were set aside, and by what. On a count convictions and vacaturs take turns, so as many of its
 * earliest convictions are gone as there are vacaturs of it. A vacated judgment takes the conviction that its
 * sentence was recorded upon: the last one before it.
 */
function setAside(frame: Frame): RawBuilder<unknown> {
  const order = sql`case when undated then began end, occurred_to, began`;
  return sql`judgment as (
      select j.entry, j.since, j.occurred_from, j.state, unnest(coalesce(j.counts, s.counts)) as count, ${began("sentence", "s")} as sentenced
      from ${standing(frame, "vacatur", ["scope", "counts"])} j
      join ${context(frame, "sentence", ["counts"])} s on s.subject = j.subject
      where j.scope = 'sentence-and-convictions'
    ), lifted as (
      select v.entry, v.since, v.subject, v.occurred_from, v.state
      from ${standing(frame, "disposition", ["outcome"])} v where v.outcome = 'conviction-vacated'
    ), touched as (
      select d.entry, d.subject, d.occurred_to, ${began("disposition", "d")} as began, d.outcome = 'conviction-vacated' as lifts,
        bool_or(d.occurred_to is null) over (partition by d.subject) as undated
      from (select subject from lifted where state = 'stands' union select count from judgment where state = 'stands') n
      join ${standing(frame, "disposition", ["outcome"])} d on d.subject = n.subject
      where d.state = 'stands' and (d.outcome = 'conviction-vacated' or d.outcome in ${OUTCOMES})
    ), ranked as (
      select entry, subject, began, lifts, row_number() over (partition by subject, lifts order by ${order}) as rank
      from touched
    ), aside as (
      select entry, min(because::text)::uuid as because from (
        select c.entry, v.entry as because from ranked c
          join ranked v on v.subject = c.subject and v.rank = c.rank and v.lifts and not c.lifts
        union all
        (select distinct on (j.entry, j.count) c.entry, j.entry
          from judgment j join ranked c on c.subject = j.count and not c.lifts
          where j.state = 'stands'
          order by j.entry, j.count, c.began < j.sentenced desc, case when c.began < j.sentenced then -c.began else c.began end)
      ) all_of_them group by entry
    )`;
}

/* The count of a disposition was emptied by a purge, so that whose conviction it is cannot be said. */
const EMPTIED_COUNTS = sql`(select subject, min(by::text)::uuid as by from ledger.emptied where kind = 'charge.filed' group by subject)`;

function classify(frame: Frame): Classification {
  const onCase =
    frame.population === "record"
      ? sql``
      : sql`left join ${context(frame, "criminal_case", ["task_force"])} k on k.subject = f.case_id`;
  return sql`(with ${setAside(frame)}, event as (
      select d.entry, d.since, d.occurred_from, f.case_id, c.defendant, coalesce(f.person, c.defendant) as person,
        coalesce(a.because, x.by) as because,
        ${reasonAlone(frame, {
          state: sql`d.state`,
          taskForce: sql`k.task_force`,
          from: sql`d.occurred_from`,
          to: sql`d.occurred_to`,
          further: sql`when c.defendant is null and x.by is not null then 'emptied' when c.defendant is null then 'defendant-unknown'
            when a.entry is not null then 'vacated'`,
        })} as reason
      from ${standing(frame, "disposition", ["outcome"])} d
      left join ${context(frame, "count", ["defendant"])} c on c.subject = d.subject
      left join ${context(frame, "defendant", ["person", "case_id"])} f on f.subject = c.defendant
      left join (select entry, (array_agg(because))[1] as because from aside group by entry) a on a.entry = d.entry
      left join ${EMPTIED_COUNTS} x on x.subject = d.subject
      ${onCase}
      where d.outcome in ${OUTCOMES}
    )
    select entry, 'charge.disposed' as kind, since, occurred_from, case_id, 1 as weight,
      case when entry <> first then case when defendant = first_defendant then 'another-count-of-same-defendant' else 'same-person' end end as reason,
      case when entry <> first then first end as because
    from (select *, first_value(entry) over earliest as first, first_value(defendant) over earliest as first_defendant
            from event where reason is null
          window earliest as (partition by person order by occurred_from, since)) eligible
    union all
    select entry, 'charge.disposed', since, occurred_from, case_id, 1, reason, case when reason in ('vacated', 'emptied') then because end
    from event where reason is not null
    union all
    select entry, 'charge.disposed', since, occurred_from, null, 1, 'no-dated-source', null from lifted where state = 'undated'
    union all
    select distinct entry, 'judgment.vacated', since, occurred_from, null::uuid, 1, 'no-dated-source', null::uuid from judgment where state = 'undated'
    union all ${emptied(frame, ["charge.disposed"])})`;
}

export const convictions: Measure = { ...convictionsWords, classify };
