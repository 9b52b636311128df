/** How many of the entries behind a figure a program made up. */
import { syntheticCases } from "../record/index.ts";
import { classified, type Reader } from "./classified.ts";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";

/** What `syntheticAmong` asks of the record, which is the same for every measure of a frame. */
export type MadeUp = Awaited<ReturnType<typeof syntheticCases>>;

/** A case as packed rows mark it. */
function markOf(id: string): string {
  return Buffer.from(id.replaceAll("-", ""), "hex").toString("latin1");
}

/** Of the entries that a measure counts in a frame, how many belong to synthetic cases. */
export async function syntheticAmong(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  madeUp: MadeUp,
): Promise<number> {
  if (madeUp === "none") return 0;
  const rows = await classified(reader, measure, frame);
  const marks = madeUp === "all" ? undefined : new Set([...madeUp].map(markOf));
  let entries = 0;
  for (let row = 0; row < rows.rows; row++)
    if (rows.reason(row) === null && (marks === undefined || marks.has(rows.caseMark(row)))) entries += 1;
  return entries;
}
