/** Entries that a measure judged, as people read them, with the titles of their cases. */
import type { Kinds, Reader } from "@joint-docket/ledger";
import { sql } from "kysely";
import { type EntryView, selectEntries, viewsOf } from "./view.ts";

/** The views of entries, by entry, and the cases they belong to, by case. */
export async function entryViews(
  reader: Reader,
  kinds: Kinds,
  judged: readonly { readonly entry: string; readonly caseId: string | null }[],
  size: number,
): Promise<{ views: Map<string, EntryView>; cases: Map<string, { id: string; title: string }> }> {
  const ids = judged.map(({ entry }) => entry);
  const rows = await selectEntries(reader, size, sql`e.id = any (${ids}::uuid[])`, sql`e.seq`);
  const views = await viewsOf(reader, kinds, rows, size);
  const caseIds = [...new Set(judged.flatMap(({ caseId }) => (caseId === null ? [] : [caseId])))];
  const cases = await sql<{ id: string; title: string }>`
    select subject as id, title from docket.criminal_case
     where subject = any (${caseIds}::uuid[]) and since < ${size} and (until is null or until >= ${size})`.execute(
    reader.db,
  );
  return {
    views: new Map(views.map((view) => [view.entry, view])),
    cases: new Map(cases.rows.map((row) => [row.id, row])),
  };
}
