/** With whose entry the record began: tells the copy that holds the public record from an agency's own. */
import type { Reader } from "@joint-docket/ledger";
import { sql } from "kysely";

/** Who recorded the first entry there is; null where there is none, or it was lawfully emptied. */
export async function firstActor(reader: Reader): Promise<string | null> {
  const { rows } = await sql<{ actor: string | null }>`
    select b.content::json ->> 'actor' as actor from ledger.entry e
      left join ledger.body b on b.label = e.label and b.seq = e.seq order by e.seq limit 1`.execute(
    reader.db,
  );
  return rows[0]?.actor ?? null;
}
