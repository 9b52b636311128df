/** Which rows of a projection stand in a frame, as SQL that every measure and list is built of. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "./frame.ts";

/*
 * A chain is an entry with its corrections. Within a cut its last version is the one not ended, or ended by a
 * withdrawal. On the recorded basis that version is the one that stands.
 * On the attested basis a version counts from the day a dated source stated it; until then the one before it
 * still stands. A version without such a day takes its predecessor's place at once, but has no known attestation.
 * Almost every chain has one version, so that case is a plain scan and only corrections are looked at further.
 */

/** The tables of the kinds that measures read. */
export type Table =
  | "arrest"
  | "count"
  | "criminal_case"
  | "defendant"
  | "disposition"
  | "reported_figure"
  | "sentence"
  | "vacatur";

type Fragment = RawBuilder<unknown>;

const COMMON = [
  "label",
  "entry",
  "subject",
  "chain",
  "since",
  "occurred_from",
  "occurred_to",
  "source",
  "attested_to",
  "certainty",
];

const from = (table: Table) => sql.table(`docket.${table}`);

function picked(alias: string, columns: readonly string[]): Fragment {
  return sql.join([...COMMON, ...columns].map((column) => sql.ref(`${alias}.${column}`)));
}

function isLast(alias: string, { size }: Frame): Fragment {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`(${column("since")} < ${size} and (${column("until")} is null or ${column("until")} >= ${size} or ${column("ended")} = 'withdrawn'))`;
}

/** Sources with the date they bear, as they stand at the cut. */
export function sources({ size }: Frame): Fragment {
  return sql`(select subject, dated_to from docket.source where since < ${size} and (until is null or until >= ${size}))`;
}

/** The day by whose end a dated source had stated the row; null where none is known. */
function attested(alias: string, source: string): Fragment {
  return sql`coalesce(${sql.ref(`${alias}.attested_to`)}, ${sql.ref(`${source}.dated_to`)})`;
}

/** Whether the version counts by the day of the frame: stated by then, or with no date of its own. */
function counts(alias: string, source: string, { knownOn }: Frame): Fragment {
  if (knownOn === null) return sql`true`;
  return sql`(${attested(alias, source)} is null or ${attested(alias, source)} <= ${knownOn}::date)`;
}

function isWithdrawn(alias: string, { size, basis, knownOn }: Frame): Fragment {
  const until = sql`coalesce(${sql.ref(`${alias}.until`)} < ${size}, false)`;
  if (basis === "recorded" || knownOn === null) return until;
  const on = sql.ref(`${alias}.ended_attested`);
  return sql`(${until} and (${on} is null or ${on} <= ${knownOn}::date))`;
}

/**
 * One row per chain known in the frame: the common columns, the given ones and `state`:
 * `stands`, `undated` (attested basis: no dated source states it) or `withdrawn`.
 */
export function standing(frame: Frame, table: Table, columns: readonly string[] = []): Fragment {
  if (frame.basis === "recorded") {
    return sql`(select ${picked("t", columns)}, case when ${isWithdrawn("t", frame)} then 'withdrawn' else 'stands' end as state
      from ${from(table)} t where ${isLast("t", frame)})`;
  }
  const state = (withdrawn: Fragment, alias: string, source: string) =>
    sql`case when ${withdrawn} then 'withdrawn' when ${attested(alias, source)} is null then 'undated' else 'stands' end as state`;
  const plain = sql`select ${picked("t", columns)}, ${state(isWithdrawn("t", frame), "t", "s")}
    from ${from(table)} t left join ${sources(frame)} s on s.subject = t.source
    where ${isLast("t", frame)} and ${counts("t", "s", frame)}`;
  if (frame.knownOn === null) return sql`(${plain})`;
  // The last version was stated only later: the latest before it that counts still stands.
  return sql`(${plain} union all
    (select distinct on (t.chain) ${picked("t", columns)}, ${state(isWithdrawn("l", frame), "t", "s")}
      from ${from(table)} l left join ${sources(frame)} ls on ls.subject = l.source
      join ${from(table)} t on t.label = l.label and t.chain = l.chain and t.since < l.since
      left join ${sources(frame)} s on s.subject = t.source
      where l.chain <> l.entry and ${isLast("l", frame)} and not ${counts("l", "ls", frame)} and ${counts("t", "s", frame)}
      order by t.chain, t.since desc))`;
}

/**
 * One row per chain for what an event presupposes: its case, its defendant, its count. Such a row answers even
 * where no dated source states it, because whatever attests the event attests that they exist; but a correction
 * of it that was stated later than the frame's day does not count yet.
 */
export function context(frame: Frame, table: Table, columns: readonly string[]): Fragment {
  const last = sql`from ${from(table)} t where ${isLast("t", frame)}`;
  if (frame.basis === "recorded" || frame.knownOn === null)
    return sql`(select ${picked("t", columns)} ${last})`;
  return sql`(select ${picked("t", columns)} ${last} and t.chain = t.entry union all
    (select distinct on (t.chain) ${picked("t", columns)}
      from ${from(table)} l join ${from(table)} t on t.label = l.label and t.chain = l.chain and t.since <= l.since
      left join ${sources(frame)} s on s.subject = t.source
      where l.chain <> l.entry and ${isLast("l", frame)}
      order by t.chain, ${counts("t", "s", frame)} desc,
        case when ${counts("t", "s", frame)} then -t.since else t.since end))`;
}

/** The position at which a row's chain began. */
export function began(table: Table, alias: string): Fragment {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`case when ${column("chain")} = ${column("entry")} then ${column("since")} else coalesce(
    (select h.since from ${from(table)} h where h.label = ${column("label")} and h.entry = ${column("chain")}), ${column("since")}) end`;
}
