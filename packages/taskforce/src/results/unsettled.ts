/** Which records' judgments may have been others on an earlier day, so that a course must look at them day by day. */
import type { Id } from "@joint-docket/ledger/pure";
import { type RawBuilder, sql } from "kysely";
import type { Reader } from "./classified.ts";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";
import type { Table } from "./standing.ts";

/*
 * Whatever was neither corrected nor withdrawn, vacated or amended, and hangs together with nothing that was, has been
 * judged alike since it was first known. The rest is looked for from the few rows that were ended, which have an index;
 * and taken together with whatever shares its person, asset or case.
 */

export interface Unsettled {
  /** The records to look at again, by table: what `Frame.among` takes. */
  readonly among: Readonly<Record<string, readonly Id[]>>;
  /** The entries that can count among them. */
  readonly entries: readonly Id[];
}

type Fragment = RawBuilder<unknown>;
type Row = Readonly<Record<string, readonly Id[] | null>>;

const ended = (alias: string, { size }: Frame) => sql`${sql.ref(`${alias}.until`)} < ${size}`;
const those = (column: string, ids: readonly Id[]) => sql`${sql.ref(column)} = any (${[...ids]}::uuid[])`;

/** Cases whose population changed, where it matters. */
function changedCases(frame: Frame): Fragment {
  const matters = frame.population === "task-force" ? ended("k", frame) : sql`false`;
  return sql`(select subject from docket.criminal_case k where ${matters})`;
}

function people(frame: Frame, given: readonly Id[]): Fragment {
  const onCount = sql`join docket.count c on c.subject = d.subject`;
  const ofSentence = sql`join docket.sentence s on s.subject = v.subject`;
  return sql`with seed as (
      select f.subject from docket.defendant f where ${ended("f", frame)} or f.case_id in ${changedCases(frame)}
      union select c.defendant from docket.count c where ${ended("c", frame)} or ${those("c.entry", given)}
      union select c.defendant from docket.disposition d ${onCount} where ${ended("d", frame)} or ${those("d.entry", given)}
      union select c.defendant from docket.disposition d ${onCount} where d.outcome = 'conviction-vacated'
      union select s.defendant from docket.sentence s where ${ended("s", frame)} or ${those("s.entry", given)}
      union select s.defendant from docket.vacatur v ${ofSentence}
      union select s.defendant from docket.sentence_amendment v ${ofSentence}
      union select a.defendant from docket.arrest a where ${ended("a", frame)} or ${those("a.entry", given)}
    ), defendants as materialized (
      select subject from seed where subject is not null
      union select f.subject from docket.defendant f where f.person in
        (select p.person from docket.defendant p where p.subject in (select subject from seed))
    ), counts as materialized (select distinct subject from docket.count where defendant in (select subject from defendants)),
    sentences as materialized (select distinct subject from docket.sentence where defendant in (select subject from defendants)),
    arrests as materialized (select distinct subject from docket.arrest a where defendant in (select subject from defendants)
      or (defendant is null and (${ended("a", frame)} or ${those("a.entry", given)} or case_id in ${changedCases(frame)})))
    select (select array_agg(subject) from defendants) as defendant,
      (select array_agg(subject) from counts) as count, (select array_agg(subject) from counts) as disposition,
      (select array_agg(subject) from sentences) as sentence, (select array_agg(subject) from sentences) as vacatur,
      (select array_agg(subject) from sentences) as sentence_amendment, (select array_agg(subject) from arrests) as arrest,
      (select array_agg(entry) from (
        select entry from docket.count where subject in (select subject from counts)
        union all select entry from docket.disposition where subject in (select subject from counts)
        union all select entry from docket.sentence where subject in (select subject from sentences)
        union all select entry from docket.arrest where subject in (select subject from arrests)) of_them) as entries`;
}

function assets(frame: Frame, given: readonly Id[]): Fragment {
  return sql`with held as materialized (
      select subject from docket.seizure s where ${ended("s", frame)} or ${those("s.entry", given)} or s.case_id in ${changedCases(frame)}
      union select subject from docket.forfeiture o where ${ended("o", frame)} or ${those("o.entry", given)})
    select (select array_agg(subject) from held) as seizure, (select array_agg(subject) from held) as forfeiture,
      (select array_agg(entry) from (select entry from docket.seizure where subject in (select subject from held)
        union all select entry from docket.forfeiture where subject in (select subject from held)) of_them) as entries`;
}

function papers(frame: Frame, given: readonly Id[]): Fragment {
  return sql`with filed as materialized (
      select subject, entry from docket.charging_instrument where case_id in
        (select i.case_id from docket.charging_instrument i where ${ended("i", frame)} or ${those("i.entry", given)}
          union select subject from ${changedCases(frame)} k))
    select (select array_agg(distinct subject) from filed) as charging_instrument, (select array_agg(entry) from filed) as entries`;
}

const FINDERS = { people, assets, papers } as const;

/** What is unsettled of a measure, the given entries and what they hang together with included; `all` where anything may be. */
export async function unsettledOf(
  { db }: Reader,
  { bound }: Pick<Measure, "bound">,
  frame: Frame,
  given: readonly Id[],
): Promise<Unsettled | "all"> {
  if (bound === "all") return "all";
  const { rows } = await sql<Row>`${FINDERS[bound](frame, given)}`.execute(db);
  const { entries, ...tables } = rows[0] ?? {};
  const among = Object.fromEntries(
    Object.entries(tables).map(([table, ids]) => [table, ids ?? []]),
  ) satisfies Partial<Record<Table, readonly Id[]>>;
  return { among, entries: entries ?? [] };
}
