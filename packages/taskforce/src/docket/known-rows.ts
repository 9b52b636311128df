/** Which rows of a projection stood as known, as SQL that lists are built of; `record/known.ts` says the same of one page. */
import { type RawBuilder, sql } from "kysely";
import type { Known } from "../record/index.ts";
import { contextRows, type Frame, standingRows, type Table } from "../results/index.ts";

type Fragment = RawBuilder<unknown>;

function frameOf({ size, attestedBy }: Known): Frame {
  const basis = attestedBy === null ? "recorded" : "attested";
  return { size, basis, knownOn: attestedBy, since: null, population: "record" };
}

/** The rows of a kind that stood: of what dated sources had stated by the day, where one is asked. `only` narrows them. */
export function rowsKnown(
  known: Known,
  table: Table,
  columns: readonly string[] = [],
  only: (alias: string) => Fragment = () => sql`true`,
): Fragment {
  const { size, attestedBy } = known;
  if (attestedBy === null)
    return sql`(select * from docket.${sql.ref(table)} t where since < ${size} and (until is null or until >= ${size}) and ${only("t")})`;
  return sql`(select * from ${standingRows(frameOf(known), table, columns, only)} k where state = 'stands')`;
}

/** Rows of a list: a fragment to select from, and the common tables it names; each is written out once, or planning them would take longer than reading. */
export interface Rows {
  readonly tables: readonly Fragment[];
  readonly rows: Fragment;
}

/** A common table, planned by itself: the planner takes longest over many joins at once. */
export function named(name: string, rows: Fragment): Fragment {
  return sql`${sql.ref(name)} as materialized (select * from ${rows} x)`;
}

/**
 * The openings of records that stood, and those that no dated source had stated but whose steps one had: whatever
 * attests a step attests the record. `steps` are common tables whose `subject` is the record.
 */
export function openingsKnown(
  known: Known,
  table: Table,
  columns: readonly string[],
  steps: readonly string[],
): Rows {
  if (known.attestedBy === null) return { tables: [], rows: rowsKnown(known, table) };
  const frame = frameOf(known);
  const picked = sql.join(
    ["subject", "entry", "since", "occurred_from", "occurred_to", ...columns].map((one) => sql.ref(one)),
  );
  const subjects = sql.join(
    steps.map((step) => sql`select subject from ${sql.ref(step)}`),
    sql` union `,
  );
  return {
    tables: [named("own", standingRows(frame, table, columns))],
    rows: sql`(select ${picked} from own where state = 'stands'
      union all
      select ${picked} from ${contextRows(frame, table, [...columns, "ended", "until"])} c
       where not coalesce(ended = 'withdrawn' and until < ${known.size}, false) and subject in (${subjects})
         and not exists (select from own s where s.subject = c.subject and s.state in ('stands', 'withdrawn')))`,
  };
}
