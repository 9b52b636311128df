/** Which rows of a projection stand in a frame, as SQL that every measure and list is built of. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "./frame.ts";

/*
 * A chain is an entry with its corrections. Within a cut its last version is the one not ended, or ended by a
 * withdrawal. On the recorded basis that version is the one that stands.
 * On the attested basis a version counts from the day a dated source stated it; until then the one before it
 * still stands. A version without such a day takes its predecessor's place at once, but has no known attestation.
 *
 * The SQL keeps to the tables' own columns wherever it joins, so that the planner knows how many rows to expect:
 * last versions are a plain scan, and what an earlier version says instead is laid over them from the side.
 */

/** The tables of the kinds that measures and lists read. */
export type Table =
  | "arrest"
  | "asset_claim"
  | "charging_instrument"
  | "count"
  | "criminal_case"
  | "defendant"
  | "disposition"
  | "docket_number"
  | "extradition_decision"
  | "extradition_request"
  | "forfeiture"
  | "link"
  | "organization"
  | "realization"
  | "reported_figure"
  | "role"
  | "seizure"
  | "sentence"
  | "sentence_amendment"
  | "surrender"
  | "target"
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

/** The last versions of the chains that the frame looks at. */
function isSeen(table: Table, frame: Frame): Fragment {
  const records = frame.among?.[table];
  const last = isLast("t", frame);
  return records === undefined ? last : sql`(${last} and t.subject = any (${[...records]}::uuid[]))`;
}

/** Sources with the date they bear, as they stand at the cut. */
export function sources({ size }: Frame): Fragment {
  return sql`(select subject, dated_to, title, publisher, url, dated, source_kind from docket.source where since < ${size} and (until is null or until >= ${size}))`;
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
  // Looked up from the side: few rows were withdrawn, and those that were not never come so far.
  const on = sql`coalesce(${sql.ref(`${alias}.ended_attested`)}, (select max(w.dated_to) from docket.source w
    where w.subject = ${sql.ref(`${alias}.ended_source`)} and w.since < ${size} and (w.until is null or w.until >= ${size})))`;
  return sql`(${until} and coalesce(${on} <= ${knownOn}::date, true))`;
}

/**
 * For each chain whose last version was stated only after the frame's day: the version that stood until then.
 * Looked at from the corrected rows, whose number the planner knows, to their corrections, which have an index.
 * `presupposed` takes the first version where none was stated by then.
 */
function earlier(frame: Frame, table: Table, columns: readonly string[], presupposed: boolean): Fragment {
  const order = presupposed
    ? sql`${counts("t", "s", frame)} desc, case when ${counts("t", "s", frame)} then -t.since else t.since end`
    : sql`t.since desc`;
  return sql`(select distinct on (t.subject, t.chain) ${picked("t", columns)}, ${attested("t", "s")} as attested
    from ${from(table)} t join ${from(table)} l on l.label = t.label and l.chain = t.chain and l.chain <> l.entry
    left join ${sources(frame)} s on s.subject = t.source
    left join ${sources(frame)} ls on ls.subject = l.source
    where t.until < ${frame.size} and t.ended = 'corrected' and ${isLast("l", frame)}
      and not ${counts("l", "ls", frame)} ${presupposed ? sql`` : sql`and ${counts("t", "s", frame)}`}
    order by t.subject, t.chain, ${order})`;
}

/** Columns that are the same in every version of a chain, and therefore always taken from the last. */
const LASTING = new Set(["label", "subject", "chain"]);

function overlaid(columns: readonly string[]): Fragment {
  return sql.join(
    [...COMMON, ...columns].map((column) =>
      LASTING.has(column)
        ? sql.ref(`t.${column}`)
        : sql`case when o.chain is null then ${sql.ref(`t.${column}`)} else ${sql.ref(`o.${column}`)} end as ${sql.ref(column)}`,
    ),
  );
}

/**
 * One row per chain known in the frame: the common columns, the given ones, `attested` (attested basis: the day by whose
 * end a dated source had stated it) and `state`: `stands`, `undated` (attested basis: no dated source states it) or
 * `withdrawn`.
 * `only` keeps the chains whose version, named by the alias it is given, fulfils a condition.
 */
export function standing(
  frame: Frame,
  table: Table,
  columns: readonly string[] = [],
  only: (alias: string) => Fragment = () => sql`true`,
): Fragment {
  const withdrawn = isWithdrawn("t", frame);
  if (frame.basis === "recorded") {
    return sql`(select ${picked("t", columns)}, null::date as attested, case when ${withdrawn} then 'withdrawn' else 'stands' end as state
      from ${from(table)} t where ${isSeen(table, frame)} and ${only("t")})`;
  }
  const state = (attestation: Fragment) =>
    sql`${attestation} as attested, case when ${withdrawn} then 'withdrawn' when ${attestation} is null then 'undated' else 'stands' end as state`;
  if (frame.knownOn === null) {
    return sql`(select ${picked("t", columns)}, ${state(attested("t", "s"))}
      from ${from(table)} t left join ${sources(frame)} s on s.subject = t.source
      where ${isSeen(table, frame)} and ${only("t")})`;
  }
  return sql`(select ${overlaid(columns)}, ${state(sql`case when o.chain is null then ${attested("t", "s")} else o.attested end`)}
    from ${from(table)} t left join ${sources(frame)} s on s.subject = t.source
    left join ${earlier(frame, table, columns, false)} o on o.subject = t.subject and o.chain = t.chain
    where ${isSeen(table, frame)} and (o.chain is not null or ${counts("t", "s", frame)})
      and case when o.chain is null then ${only("t")} else ${only("o")} end)`;
}

/**
 * One row per chain for what an event presupposes: its case, its defendant, its count. Such a row answers even
 * where no dated source states it, because whatever attests the event attests that they exist; but a correction
 * of it that was stated later than the frame's day does not count yet.
 */
export function context(frame: Frame, table: Table, columns: readonly string[]): Fragment {
  if (frame.basis === "recorded" || frame.knownOn === null)
    return sql`(select ${picked("t", columns)} from ${from(table)} t where ${isSeen(table, frame)})`;
  return sql`(select ${overlaid(columns)} from ${from(table)} t
    left join ${earlier(frame, table, columns, true)} o on o.subject = t.subject and o.chain = t.chain
    where ${isSeen(table, frame)})`;
}

/** The position at which a row's chain began. */
export function began(table: Table, alias: string): Fragment {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return sql`case when ${column("chain")} = ${column("entry")} then ${column("since")} else coalesce(
    (select h.since from ${from(table)} h where h.label = ${column("label")} and h.entry = ${column("chain")}), ${column("since")}) end`;
}
