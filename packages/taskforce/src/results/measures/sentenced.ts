/** People sentenced: how many, however often their sentence was changed; and how many to so many months or more. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context, standing } from "../standing.ts";
import { longSentencesWords, sentencedWords } from "../words/court.ts";
import {
  type Classification,
  emptied,
  fromEvent,
  judged,
  type Measure,
  ownReasonOf,
  populationJoin,
  populationReason,
  undated,
} from "./measure.ts";

/** How long a sentence must be: columns, joins and reasons of its term, and the kinds of entries that tell of it. */
interface Length {
  readonly columns: readonly string[];
  /** Rows `n` by sentence: its amendment in force, where there is one. */
  readonly amended: (frame: Frame) => RawBuilder<unknown>;
  readonly reason: RawBuilder<unknown>;
  /** The entry that explains `reason`. */
  readonly because: RawBuilder<unknown>;
  /** Rows of amendments that would change a term if they were known. */
  readonly besides: (frame: Frame) => RawBuilder<unknown>;
  readonly kinds: readonly string[];
}

/** An amendment changes the terms of a sentence and not how many there are, so where any length will do they are not read. */
const ANY: Length = {
  columns: [],
  amended: () => sql``,
  reason: sql`null::text`,
  because: sql`null::uuid`,
  besides: () => sql``,
  kinds: ["sentence.imposed"],
};

/*
 * The term in force is that of the latest amendment in the world where all are dated, else of the one recorded last:
 * court/standing.ts in SQL. Where a purge emptied an amendment and none was recorded after it, the term is not known.
 */
function atLeast(months: number): Length {
  const amendments = (frame: Frame) => standing(frame, "sentence_amendment", ["term", "months"]);
  const term = sql`coalesce(n.term, s.term)`;
  return {
    columns: ["term", "months"],
    amended: (frame) => sql`left join (
        select distinct on (subject) subject, since, term, months from (
          select m.*, bool_or(occurred_to is null) over (partition by subject) as loose from ${amendments(frame)} m where state = 'stands') dated
        order by subject, case when not loose then occurred_to end desc nulls last, since desc) n on n.subject = s.subject
      left join (
        select x.subject, max(x.seq) as seq, (array_agg(x.by order by x.seq desc))[1] as by from ledger.emptied x
        where x.kind = 'sentence.amended' and x.seq < ${frame.size} and not exists
          (select from ledger.ended e where e.label = x.label and e.entry = x.entry and e.at_seq < ${frame.size})
        group by x.subject) x on x.subject = s.subject and x.seq > coalesce(n.since, 0)`,
    reason: sql`case when x.by is not null then 'emptied' when ${term} = 'life' then null
        when ${term} = 'months' then case when case when n.term is null then s.months else n.months end < ${months} then 'shorter-term' end
        when ${term} = 'probation' then 'shorter-term' else 'term-not-known' end`,
    because: sql`x.by`,
    besides: (frame) => sql`union all ${undated("sentence.amended", "m", sql`${amendments(frame)} m`)}`,
    kinds: ["sentence.imposed", "sentence.amended"],
  };
}

/*
 * Dispositions are not read: only the court that vacates a sentence ends it, whatever became of a conviction behind it.
 */
function classified(frame: Frame, length: Length): Classification {
  const kind = sql`'sentence.imposed'`;
  const common = { ...fromEvent("e"), kind, case_id: sql`e.case_id`, weight: sql`1` };
  const counted = judged({
    ...common,
    reason: sql`case when e.entry <> e.first then 'same-person' end`,
    because: sql`case when e.entry <> e.first then e.first end`,
  });
  const left = judged({
    ...common,
    reason: sql`e.reason`,
    because: sql`case when e.reason in ('vacated', 'emptied') then e.because end`,
  });
  return sql`(with vacated as (
      select entry, subject, since, occurred_from, occurred_to, attested, state from ${standing(frame, "vacatur")} v
    ), event as (
      select s.entry, s.since, s.occurred_from, s.occurred_to, s.attested, f.case_id, coalesce(f.person, s.defendant) as person,
        coalesce(a.because, ${length.because}) as because,
        coalesce(${ownReasonOf(frame, "s")}, ${populationReason(frame, sql`k.task_force`)},
          case when a.because is not null then 'vacated' end, ${length.reason}) as reason
      from ${standing(frame, "sentence", ["defendant", ...length.columns])} s
      left join ${context(frame, "defendant", ["person", "case_id"])} f on f.subject = s.defendant
      left join (select subject, min(entry::text)::uuid as because from vacated where state = 'stands' group by subject) a
        on a.subject = s.subject
      ${length.amended(frame)}
      ${populationJoin(frame, sql`f.case_id`)}
    )
    select ${counted} from (select *, first_value(entry) over (partition by person order by occurred_from, since) as first
            from event where reason is null) e
    union all select ${left} from event e where e.reason is not null
    union all ${undated("judgment.vacated", "v", sql`vacated v`)}
    ${length.besides(frame)}
    union all ${emptied(frame, length.kinds)})`;
}

export const sentenced: Measure = {
  ...sentencedWords,
  bound: "people",
  classify: (frame) => classified(frame, ANY),
};

/** Sentences of at least so many months of prison; life is longer than any. */
export function longSentences(months: number): Measure {
  const length = atLeast(months);
  return { ...longSentencesWords(months), bound: "people", classify: (frame) => classified(frame, length) };
}
