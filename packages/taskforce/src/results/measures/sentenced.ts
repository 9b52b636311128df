/** People sentenced: how many, however often and however often their sentence was changed. */
import { sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { sentencedWords } from "../words.ts";
import { type Classification, emptied, type Measure, reasonAlone, turn } from "./measure.ts";

/* An amendment changes the terms of a sentence and not how many there are, so amendments are not read here. */
function classify(frame: Frame): Classification {
  const onCase =
    frame.population === "record"
      ? sql``
      : sql`left join ${context(frame, "criminal_case", ["task_force"])} k on k.subject = f.case_id`;
  return sql`(with vacated as (
      select entry, subject, since, occurred_from, state from ${standing(frame, "vacatur")} v
    ), event as (
      select s.entry, s.since, s.occurred_from, f.case_id, coalesce(f.person, s.defendant) as person,
        ${turn(sql`s.occurred_from`, sql`s.since`)} as turn, a.because,
        ${reasonAlone(frame, {
          state: sql`s.state`,
          taskForce: sql`k.task_force`,
          from: sql`s.occurred_from`,
          to: sql`s.occurred_to`,
          further: sql`when a.because is not null then 'vacated'`,
        })} as reason
      from ${standing(frame, "sentence", ["defendant"])} s
      left join ${context(frame, "defendant", ["person", "case_id"])} f on f.subject = s.defendant
      left join (select subject, min(entry::text)::uuid as because from vacated where state = 'stands' group by subject) a
        on a.subject = s.subject
      ${onCase}
    ), first as (
      select e.entry, e.person from event e
      join (select min(turn) as turn from event where reason is null group by person) w on w.turn = e.turn
    )
    select e.entry, 'sentence.imposed' as kind, e.since, e.occurred_from, e.case_id, 1 as weight,
      coalesce(e.reason, case when e.entry <> w.entry then 'same-person' end) as reason,
      case when e.reason = 'vacated' then e.because when e.reason is null and e.entry <> w.entry then w.entry end as because
    from event e left join first w on w.person = e.person
    union all
    select entry, 'judgment.vacated', since, occurred_from, null, 1, 'no-dated-source', null from vacated where state = 'undated'
    union all ${emptied(frame, ["sentence.imposed"])})`;
}

export const sentenced: Measure = { ...sentencedWords, classify };
