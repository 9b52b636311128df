/** People sentenced: how many, however often and however often their sentence was changed. */
import { sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { sentencedWords } from "../words.ts";
import {
  type Classification,
  emptied,
  type Measure,
  ownReason,
  populationJoin,
  populationReason,
} from "./measure.ts";

/*
 * An amendment changes the terms of a sentence and not how many there are, so amendments are not read here. Nor are
 * dispositions: only the court that vacates a sentence ends it, whatever became of a conviction behind it.
 */
function classify(frame: Frame): Classification {
  return sql`(with vacated as (
      select entry, subject, since, occurred_from, state from ${standing(frame, "vacatur")} v
    ), event as (
      select s.entry, s.since, s.occurred_from, f.case_id, coalesce(f.person, s.defendant) as person, a.because,
        coalesce(${ownReason(frame, { state: sql`s.state`, from: sql`s.occurred_from`, to: sql`s.occurred_to` })},
          ${populationReason(frame, sql`k.task_force`)}, case when a.because is not null then 'vacated' end) as reason
      from ${standing(frame, "sentence", ["defendant"])} s
      left join ${context(frame, "defendant", ["person", "case_id"])} f on f.subject = s.defendant
      left join (select subject, min(entry::text)::uuid as because from vacated where state = 'stands' group by subject) a
        on a.subject = s.subject
      ${populationJoin(frame, sql`f.case_id`)}
    )
    select entry, 'sentence.imposed' as kind, since, occurred_from, case_id, 1 as weight,
      case when entry <> first then 'same-person' end as reason, case when entry <> first then first end as because
    from (select *, first_value(entry) over (partition by person order by occurred_from, since) as first
            from event where reason is null) eligible
    union all
    select entry, 'sentence.imposed', since, occurred_from, case_id, 1, reason, case when reason = 'vacated' then because end
    from event where reason is not null
    union all
    select entry, 'judgment.vacated', since, occurred_from, null, 1, 'no-dated-source', null from vacated where state = 'undated'
    union all ${emptied(frame, ["sentence.imposed"])})`;
}

export const sentenced: Measure = { ...sentencedWords, classify };
