/** What of a record's entries was known: all below a cut, or what dated sources had stated by the end of a day. */
import { type Entry, entryOf, type Kinds, type Reader, tryBounds } from "@joint-docket/ledger";
import { sql } from "kysely";
import type { ViewRow } from "./view.ts";

export interface Known {
  /** Entries at positions below it. */
  readonly size: number;
  /** Of those, what dated sources had stated by the end of this day (`YYYY-MM-DD`); null asks for all. */
  readonly attestedBy: string | null;
}

export interface KnownRow {
  /** The row with what had become of it by then: an ending stated later has not happened yet. */
  readonly row: ViewRow;
  /** Neither corrected nor withdrawn, and stated by a dated source where that is asked. */
  readonly stands: boolean;
  /** It stands only because what was stated presupposes it: no dated source had stated it itself. */
  readonly presupposed: boolean;
}

interface Version {
  readonly row: ViewRow;
  readonly entry: Entry | undefined;
  /** The day by whose end a dated source had stated it; null where none is known. */
  readonly stated: string | null;
}

async function versionsOf(
  reader: Reader,
  kinds: Kinds,
  rows: readonly ViewRow[],
  size: number,
): Promise<Version[]> {
  const read = rows.map((row) => ({ row, entry: entryOf(kinds, row) }));
  const sources = [...new Set(read.flatMap(({ entry }) => entry?.source ?? []))];
  const dated = await sql<{ subject: string; to: string | null }>`
    select subject, to_char(dated_to, 'YYYY-MM-DD') as to from docket.source
     where subject = any (${sources}::uuid[]) and since < ${size} and (until is null or until >= ${size})`.execute(
    reader.db,
  );
  const dateOf = new Map(dated.rows.map(({ subject, to }) => [subject, to]));
  return read.map(({ row, entry }) => {
    const own = entry?.attestedAt === undefined ? undefined : tryBounds(entry.attestedAt)?.to;
    return { row, entry, stated: own ?? dateOf.get(entry?.source ?? "") ?? null };
  });
}

/**
 * The openings of records that known events presuppose: whatever attests a disposition attests that its count, its
 * defendant and the case exist. The version stated by then is taken, or the first.
 */
function presupposed(
  kinds: Kinds,
  versions: readonly Version[],
  counts: (version: Version) => boolean,
  stands: (version: Version) => boolean,
): Set<Version> {
  const taken = new Set<Version>();
  const seen = new Set<string>();
  // A withdrawal says that its record is not there.
  let frontier = versions.filter((version) => stands(version) && version.row.kind !== "entry.withdrawn");
  while (frontier.length > 0) {
    const named = frontier.flatMap(({ row, entry }) =>
      entry ? [row.subject, ...kinds.references(kinds.named(row.kind), entry.body).map(({ id }) => id)] : [],
    );
    frontier = [];
    for (const record of named) {
      if (seen.has(record)) continue;
      seen.add(record);
      const openings = versions.filter(
        ({ row }) => row.subject === record && kinds.named(row.kind).opens && row.ended_how !== "withdrawn",
      );
      const version = openings.findLast(counts) ?? openings[0];
      if (!version || stands(version)) continue;
      taken.add(version);
      frontier.push(version);
    }
  }
  return taken;
}

/** Which of these rows, in order of position, were known, and which of them stood. */
export async function knownRows(
  reader: Reader,
  kinds: Kinds,
  rows: readonly ViewRow[],
  { size, attestedBy }: Known,
): Promise<KnownRow[]> {
  if (attestedBy === null)
    return rows.map((row) => ({ row, stands: row.ended_by === null, presupposed: false }));
  const versions = await versionsOf(reader, kinds, rows, size);
  // A correction or withdrawal that bears no date takes effect at once, but nothing dates what it says.
  const counts = ({ stated }: Version) => stated === null || stated <= attestedBy;
  const counting = new Set(versions.filter(counts).map(({ row }) => row.id));
  const ends = (row: ViewRow) => row.ended_by !== null && counting.has(row.ended_by);
  const stands = (version: Version) => counts(version) && version.stated !== null && !ends(version.row);
  const taken = presupposed(kinds, versions, counts, stands);
  return versions.flatMap((version) => {
    const { row, stated } = version;
    const undatedBeginning = stated === null && row.replaces === null;
    if (!taken.has(version) && (!counts(version) || undatedBeginning)) return [];
    return [
      {
        row: ends(row) ? row : { ...row, ended_by: null, ended_how: null },
        stands: taken.has(version) || stands(version),
        presupposed: taken.has(version),
      },
    ];
  });
}
