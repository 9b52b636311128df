/** Runs a measure in a frame and gives what a figure is pinned to: its digits and the identifiers of the entries behind them. */
import type { Id, Reader } from "@joint-docket/ledger";
import { sql } from "kysely";
import { classified, type Frame, type Measure, outcome, type Outcome } from "../results/index.ts";
import { SYNTHETIC } from "../sources/pure.ts";

export interface Counted {
  readonly totals: Outcome;
  /** Each entry that counts, once. */
  readonly entries: readonly Id[];
  /** Entries left out because they were lawfully emptied. */
  readonly emptied: readonly Id[];
}

export async function countedIn(reader: Reader, measure: Measure, frame: Frame): Promise<Counted> {
  const judged = await classified(reader, measure, frame);
  const entries = new Set<Id>();
  const emptied = new Set<Id>();
  for (let row = 0; row < judged.rows; row++) {
    const reason = judged.reason(row);
    if (reason === null) entries.add(judged.at(row).entry);
    else if (reason === "emptied") emptied.add(judged.at(row).entry);
  }
  return {
    totals: await outcome(reader, measure, frame),
    entries: [...entries],
    emptied: [...emptied],
  };
}

/** How many of these entries cite a source that a program made up. */
export async function syntheticAmong({ db }: Reader, entries: readonly Id[]): Promise<number> {
  // Where nothing is made up, as in an agency's own record, the entries are not looked at.
  const { rows: any } = await sql`select from docket.source where source_kind = ${SYNTHETIC} limit 1`.execute(
    db,
  );
  if (any.length === 0) return 0;
  const { rows } = await sql<{ entries: number }>`
    select count(distinct m.entry)::integer as entries from docket.source s
      join ledger.mention m on m.label = s.label and m.record = s.subject and m.role = 's'
     where s.source_kind = ${SYNTHETIC} and m.entry = any (${entries}::uuid[])`.execute(db);
  return rows[0]?.entries ?? 0;
}
