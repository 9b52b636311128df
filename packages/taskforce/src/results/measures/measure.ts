/** What a measure is: a named, versioned, pure definition, and the steps all measures take in the same order. */
import { type RawBuilder, sql } from "kysely";
import type { Frame } from "../frame.ts";
import { context } from "../standing.ts";
import type { Breakdown, MeasureWords } from "../words.ts";

type Fragment = RawBuilder<unknown>;

/**
 * The columns of a classification, in order. A row without a reason counts, with its weight; one with a reason is left
 * out for it, and `because` is the entry that explains it, where one does. `known` is when the row could first count:
 * the day by whose end it was stated and had happened or, on the recorded basis, its position. `in_part` says of a share
 * or of growth whether the row is of the number that is compared with the whole or base. The rest is what break-downs
 * and sums are made of, null where the measure does not tell it.
 */
const COLUMNS = {
  entry: "uuid",
  kind: "text",
  since: "bigint",
  occurred_from: "date",
  occurred_to: "date",
  known: "date",
  case_id: "uuid",
  weight: "integer",
  reason: "text",
  because: "uuid",
  in_part: "boolean",
  country: "text",
  asset: "text",
  amount: "bigint",
  currency: "text",
  quantity: "bigint",
  unit: "text",
} as const;
export type Column = keyof typeof COLUMNS;

/** One row per candidate entry, with the columns above. */
export type Classification = Fragment;

export interface Measure extends MeasureWords {
  /** What it can be broken down by besides the period and the district of the case, which every measure can. */
  readonly alsoBy?: readonly Breakdown[];
  /** Of growth: of what, and from which fiscal year to which. */
  readonly grows?: { readonly of: string; readonly base: number; readonly later: number };
  /**
   * Which records a judgment can depend on besides its own, and so what must be looked at again where one of them
   * changed: those of the same person, of the same asset, the charging documents of the same case; or any.
   */
  readonly bound: "people" | "assets" | "papers" | "all";
  /** The name under which others report it, where that is not its own; null where nobody does. */
  readonly reportedAs?: string | null;
  /**
   * The same rows for lists, counters and charts; nothing else decides what counts.
   * Where cases are `of-counted` entries only, `case_id` may be null for those left out, which is quicker.
   */
  readonly classify: (frame: Frame, cases: "of-all" | "of-counted") => Classification;
}

/** The columns of a row, those not given being null; a text stands for itself where it is quoted or a column's name. */
export function judged(given: Partial<Record<Column, Fragment>>): Fragment {
  return sql.join(
    Object.entries(COLUMNS).map(
      ([name, type]) => sql`${given[name as Column] ?? sql`null::${sql.raw(type)}`} as ${sql.ref(name)}`,
    ),
  );
}

/** What every row takes from its event, which by this alias has the common columns and `attested`. */
export function fromEvent(
  alias: string,
): Pick<Record<Column, Fragment>, "entry" | "since" | "occurred_from" | "occurred_to" | "known"> {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return {
    entry: column("entry"),
    since: column("since"),
    occurred_from: column("occurred_from"),
    occurred_to: column("occurred_to"),
    known: sql`greatest(${column("attested")}, ${column("occurred_from")})`,
  };
}

type Columns = Readonly<Record<"state" | "from" | "to", Fragment>>;

/** Why an entry is left out whatever else the record says: its state, then its date. A `case` expression. */
export function ownReason({ since, until, knownOn }: Frame, { state, from, to }: Columns): Fragment {
  const unknown = since === null && until == null ? sql`` : sql`when ${from} is null then 'date-unknown'`;
  const before =
    since === null
      ? sql``
      : sql`when ${to} < ${since}::date then 'before-window' when ${from} < ${since}::date then 'may-be-before-window'`;
  const after =
    until == null
      ? sql``
      : sql`when ${from} > ${until}::date then 'after-period' when ${to} > ${until}::date then 'may-be-after-period'`;
  const ahead = knownOn === null ? sql`` : sql`when ${from} > ${knownOn}::date then 'after-window'`;
  return sql`case when ${state} = 'withdrawn' then 'withdrawn' when ${state} = 'undated' then 'no-dated-source' ${unknown} ${before} ${after} ${ahead} end`;
}

/** The same by an event's alias, whose columns have their usual names. */
export function ownReasonOf(frame: Frame, alias: string): Fragment {
  const column = (name: string) => sql.ref(`${alias}.${name}`);
  return ownReason(frame, {
    state: column("state"),
    from: column("occurred_from"),
    to: column("occurred_to"),
  });
}

/** Why it is left out by its case: a `case` expression, null for the population of all cases. */
export function populationReason({ population }: Frame, taskForce: Fragment): Fragment {
  return population === "record"
    ? sql`null::text`
    : sql`case when ${taskForce} = 'no' then 'not-task-force' when ${taskForce} is distinct from 'yes' then 'task-force-unknown' end`;
}

/** The join that `populationReason` reads `k.task_force` from; nothing for the population of all cases. */
export function populationJoin(frame: Frame, caseId: Fragment): Fragment {
  return frame.population === "record"
    ? sql``
    : sql`left join ${context(frame, "criminal_case", ["task_force"])} k on k.subject = ${caseId}`;
}

/** Rows of lawfully emptied entries of these kinds: nothing of them is left to count. */
export function emptied(frame: Frame, kinds: readonly string[]): Fragment {
  const row = judged({
    entry: sql`x.entry`,
    kind: sql`x.kind`,
    since: sql`x.seq`,
    weight: sql`1`,
    reason: sql`'emptied'`,
    because: sql`x.by`,
  });
  return sql`select ${row} from ledger.emptied x where x.kind = any (${kinds}::text[]) and x.seq < ${frame.size}
      and not exists (select from ledger.ended n where n.label = x.label and n.entry = x.entry
                       and n.how = 'corrected' and n.at_seq < ${frame.size})`;
}

/** Rows of entries that would change a figure if a dated source stated them: only the attested basis knows such. */
export function undated(kind: string, alias: string, from: Fragment): Fragment {
  const row = judged({
    ...fromEvent(alias),
    kind: sql`${kind}::text`,
    weight: sql`1`,
    reason: sql`'no-dated-source'`,
  });
  return sql`select ${row} from ${from} where ${sql.ref(`${alias}.state`)} = 'undated'`;
}

/** The records of a kind whose opening entry was emptied by a purge, and by what, so that what hangs on it cannot be placed. */
export function emptiedRecords(kind: string): Fragment {
  return sql`(select subject, min(by::text)::uuid as by from ledger.emptied where kind = ${kind} group by subject)`;
}
