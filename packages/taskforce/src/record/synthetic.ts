/** Which of the record's sources and cases a program made up, so that pages, figures and exports can say so. */
import type { Id, Reader } from "@joint-docket/ledger";
import { sql } from "kysely";
import { SYNTHETIC } from "../sources/pure.ts";

/** Sources that are, or ever were, synthetic; below a cut. */
const MADE_UP = (size: number) =>
  sql`(select subject from docket.source where source_kind = ${SYNTHETIC} and since < ${size})`;

/** Whether anything in the record was made up by a program. */
export async function holdsSynthetic({ db }: Reader): Promise<boolean> {
  const { rows } = await sql<{ found: boolean }>`
    select exists (select from docket.source where source_kind = ${SYNTHETIC} and until is null) as found`.execute(
    db,
  );
  return rows[0]?.found ?? false;
}

/** Of these cases, those opened by a synthetic source, in whatever version. */
export async function syntheticOf(
  { db }: Reader,
  cases: readonly Id[],
  size: number,
): Promise<ReadonlySet<Id>> {
  const { rows } = await sql<{ subject: Id }>`
    select distinct subject from docket.criminal_case
     where subject = any (${cases}::uuid[]) and since < ${size} and source in ${MADE_UP(size)}`.execute(db);
  return new Set(rows.map(({ subject }) => subject));
}

/**
 * The cases opened by a synthetic source, in whatever version: all there are, or none, or these. A case stays marked
 * when the entry that opened it is corrected to cite another source.
 */
export async function syntheticCases(
  { db }: Reader,
  size: number,
): Promise<"all" | "none" | ReadonlySet<Id>> {
  const { rows: found } = await sql<{ some: boolean | null; all: boolean | null }>`
    select bool_or(made_up) as some, bool_and(made_up) as all from (
      select bool_or(coalesce(source in ${MADE_UP(size)}, false)) as made_up
        from docket.criminal_case where since < ${size} group by subject) c`.execute(db);
  if (found[0]?.some !== true) return "none";
  if (found[0].all === true) return "all";
  const { rows } = await sql<{ subject: Id }>`
    select distinct subject from docket.criminal_case where since < ${size} and source in ${MADE_UP(size)}`.execute(
    db,
  );
  return new Set(rows.map(({ subject }) => subject));
}
