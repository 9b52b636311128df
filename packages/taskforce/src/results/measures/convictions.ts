/** Convictions: how many people were convicted, of however many counts, in however many cases. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { began, context, standing } from "../standing.ts";
import { convictionsWords } from "../words/court.ts";
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
  undated,
} from "./measure.ts";

const outcome = (alias: string) => sql.ref(`${alias}.outcome`);
const convicts = (alias: string) =>
  sql`${outcome(alias)} in ('convicted', 'convicted-plea', 'convicted-verdict')`;
const lifts = (alias: string) => sql`${outcome(alias)} = 'conviction-vacated'`;
const convictsOrLifts = (alias: string) => sql`(${convicts(alias)} or ${lifts(alias)})`;
const liftsConvictions = (alias: string) => sql`${sql.ref(`${alias}.scope`)} = 'sentence-and-convictions'`;

/*
 * Which convictions were set aside, and by what: court/standing.ts in SQL. On a count convictions and vacaturs take
 * turns, a vacatur being a disposition of the count or the vacated judgment of one of its sentences; so as many of its
 * earliest convictions are gone as there are vacaturs of it.
 * Windows and no joins: the planner cannot know how few of these there are.
 */
function setAside(frame: Frame): RawBuilder<unknown> {
  return sql`judgment as (
      select distinct on (subject, count, state) * from (
        select j.entry, j.since, j.subject, j.occurred_from, j.occurred_to, j.attested, j.state, ${began("vacatur", "j")} as began, unnest(coalesce(j.counts, s.counts)) as count
        from ${standing(frame, "vacatur", ["scope", "counts"], liftsConvictions)} j
        join ${context(frame, "sentence", ["counts"])} s on s.subject = j.subject) of_counts
      order by subject, count, state, began
    ), disposed as (
      select d.entry, d.since, d.subject, d.occurred_from, d.occurred_to, d.attested, d.state, ${began("disposition", "d")} as began, ${lifts("d")} as lifts
      from (select subject from docket.disposition v where ${lifts("v")} union select count from judgment) n
      join ${standing(frame, "disposition", ["outcome"], convictsOrLifts)} d on d.subject = n.subject
    ), touched as (
      select entry, subject, occurred_to, began, lifts, bool_or(occurred_to is null) over (partition by subject) as undated
      from (select entry, subject, occurred_to, began, lifts from disposed where state = 'stands'
            union all select entry, count, occurred_to, began, true from judgment where state = 'stands') both_kinds
    ), ranked as (
      select entry, subject, lifts, row_number() over (partition by subject, lifts order by case when undated then began end, occurred_to, began) as rank
      from touched
    ), aside as (
      select entry, lifting[rank] as because from (
        select entry, rank, lifts, array_agg(entry) filter (where lifts) over (partition by subject order by rank
          rows between unbounded preceding and unbounded following) as lifting from ranked) r
      where not lifts and lifting[rank] is not null
    )`;
}

/*
 * Where only the cases of what counts are asked for, whatever is left out for its own state or date is set aside
 * first: whose a conviction is takes time to find. Of each person the earliest that counts comes first.
 */
function classify(frame: Frame, cases: "of-all" | "of-counted"): Classification {
  const earliest = sql`(partition by person order by reason nulls first, occurred_from, since)`;
  const kind = sql`'charge.disposed'`;
  const row = judged({
    ...fromEvent("placed"),
    kind,
    case_id: sql`case_id`,
    weight: sql`1`,
    reason: sql`case when reason is not null then reason when entry = first then null
           when defendant = first_defendant then 'another-count-of-same-defendant' else 'same-person' end`,
    because: sql`case when reason in ('vacated', 'emptied') then because when reason is null and entry <> first then first end`,
  });
  const closed = judged({ ...fromEvent("d"), kind, weight: sql`1`, reason: sql`d.reason` });
  return sql`(with ${setAside(frame)}, conviction as (
      select *, reason is null as open from (
        select d.entry, d.subject, d.since, d.occurred_from, d.occurred_to, d.attested, ${ownReasonOf(frame, "d")} as reason
        from ${standing(frame, "disposition", ["outcome"], convicts)} d offset 0) alone
    )
    select ${row}
    from (select *, first_value(entry) over ${earliest} as first, first_value(defendant) over ${earliest} as first_defendant from (
      select d.entry, d.since, d.occurred_from, d.occurred_to, d.attested, f.case_id, c.defendant,
        coalesce(f.person, c.defendant) as person, coalesce(a.because, x.by) as because,
        coalesce(d.reason, case when c.defendant is null then case when x.by is null then 'defendant-unknown' else 'emptied' end end,
          ${populationReason(frame, sql`k.task_force`)}, case when a.entry is not null then 'vacated' end) as reason
      from conviction d
      left join ${context(frame, "count", ["defendant"])} c on c.subject = d.subject
      left join ${context(frame, "defendant", ["person", "case_id"])} f on f.subject = c.defendant
      ${populationJoin(frame, sql`f.case_id`)}
      left join aside a on a.entry = d.entry
      left join ${emptiedRecords("charge.filed")} x on x.subject = d.subject
      where ${cases === "of-all" ? sql`true` : sql`d.open`}) event) placed
    ${cases === "of-all" ? sql`` : sql`union all select ${closed} from conviction d where not d.open`}
    union all ${undated("charge.disposed", "d", sql`(select * from disposed where lifts) d`)}
    union all ${undated("judgment.vacated", "j", sql`(select distinct entry, since, occurred_from, occurred_to, attested, state from judgment) j`)}
    union all ${emptied(frame, ["charge.disposed"])})`;
}

export const convictions: Measure = { ...convictionsWords, bound: "people", classify };
