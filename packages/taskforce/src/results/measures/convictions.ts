/** Convictions: how many people were convicted, of however many counts, in however many cases. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { began, context, standing } from "../standing.ts";
import { convictionsWords } from "../words.ts";
import { type Classification, emptied, type Measure, reasonAlone, turn } from "./measure.ts";

/*
 * Which convictions were set aside, and by what. On a count convictions and vacaturs take turns, so as many of its
 * earliest convictions are gone as there are vacaturs of it. A vacated judgment takes the conviction that its
 * sentence was recorded upon: the last one before it.
 */
function setAside(frame: Frame): RawBuilder<unknown> {
  const order = sql`case when undated then began end, occurred_to, began`;
  return sql`judgment as (
      select j.entry, j.state, unnest(coalesce(j.counts, s.counts)) as count, ${began("sentence", "s")} as sentenced
      from ${standing(frame, "vacatur", ["scope", "counts"])} j
      join ${context(frame, "sentence", ["counts"])} s on s.subject = j.subject
      where j.scope = 'sentence-and-convictions'
    ), touched as (
      select d.*, ${began("disposition", "d")} as began, outcome = 'conviction-vacated' as lifts,
        bool_or(occurred_to is null) over (partition by subject) as undated
      from disposed d where state = 'stands' and subject in (
        select subject from disposed where outcome = 'conviction-vacated' and state = 'stands'
        union select count from judgment where state = 'stands')
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

function classify(frame: Frame): Classification {
  const onCase =
    frame.population === "record"
      ? sql``
      : sql`left join ${context(frame, "criminal_case", ["task_force"])} k on k.subject = f.case_id`;
  return sql`(with disposed as (
      select d.* from ${standing(frame, "disposition", ["outcome"])} d
      where d.outcome in ('convicted', 'convicted-plea', 'convicted-verdict', 'conviction-vacated')
    ), ${setAside(frame)}, event as (
      select d.entry, d.since, d.occurred_from, f.case_id, c.defendant, coalesce(f.person, c.defendant) as person,
        ${turn(sql`d.occurred_from`, sql`d.since`)} as turn, coalesce(a.because, x.by) as because,
        ${reasonAlone(frame, {
          state: sql`d.state`,
          taskForce: sql`k.task_force`,
          from: sql`d.occurred_from`,
          to: sql`d.occurred_to`,
          further: sql`when c.defendant is null and x.by is not null then 'emptied' when c.defendant is null then 'defendant-unknown'
            when a.entry is not null then 'vacated'`,
        })} as reason
      from disposed d
      left join ${context(frame, "count", ["defendant"])} c on c.subject = d.subject
      left join ${context(frame, "defendant", ["person", "case_id"])} f on f.subject = c.defendant
      left join aside a on a.entry = d.entry
      left join (select subject, min(by::text)::uuid as by from ledger.emptied where kind = 'charge.filed' group by subject) x
        on x.subject = d.subject
      ${onCase}
      where d.outcome <> 'conviction-vacated'
    ), first as (
      select e.entry, e.turn, e.person, e.defendant from event e
      join (select min(turn) as turn from event where reason is null group by person) w on w.turn = e.turn
    )
    select e.entry, 'charge.disposed' as kind, e.since, e.occurred_from, e.case_id, 1 as weight,
      case when e.reason is not null then e.reason when e.entry = w.entry then null
           when e.defendant = w.defendant then 'another-count-of-same-defendant' else 'same-person' end as reason,
      case when e.reason in ('vacated', 'emptied') then e.because when e.reason is null and e.entry <> w.entry then w.entry end as because
    from event e left join first w on w.person = e.person
    union all
    select entry, 'charge.disposed', since, occurred_from, null, 1, 'no-dated-source', null
    from disposed where outcome = 'conviction-vacated' and state = 'undated'
    union all
    select j.entry, 'judgment.vacated', j.since, j.occurred_from, null, 1, 'no-dated-source', null
    from ${standing(frame, "vacatur", ["scope"])} j where j.scope = 'sentence-and-convictions' and j.state = 'undated'
    union all ${emptied(frame, ["charge.disposed"])})`;
}

export const convictions: Measure = { ...convictionsWords, classify };
