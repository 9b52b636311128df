/** A figure as a table that others can compute with: its break-down, or every entry with its judgment. */
import type { Breakdown } from "./breakdowns.ts";
import { brokenDown, everything, type Reader } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";

export interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** One row a group, and below it one for each of its sums. */
async function groupsTable(reader: Reader, measure: Measure, frame: Frame, by: readonly Breakdown[]) {
  const groups = await brokenDown(reader, measure, frame, by);
  return {
    headings: [...by, measure.name, "part", "whole", "entries", "cases", "sum", "in", "entries_in_sum"],
    rows: groups.flatMap(({ key, value, ratio, entries, cases, sums }) => [
      [...key, value, ratio?.part ?? null, ratio?.whole ?? null, entries, cases, null, null, null],
      ...sums.map((sum) => [
        ...key,
        ...Array.from({ length: 5 }, () => null),
        "currency" in sum ? sum.minor : sum.thousandths,
        "currency" in sum ? `${sum.currency} minor units` : `thousandths of ${sum.unit}`,
        sum.entries,
      ]),
    ]),
  };
}

async function entriesTable(reader: Reader, measure: Measure, frame: Frame) {
  const judged = await everything(reader, measure, frame);
  return {
    headings: ["entry", "kind", "case", "counts", "left_out", "because"],
    rows: judged.map(({ entry, kind, caseId, weight, reason, because }) => [
      entry,
      kind,
      caseId,
      reason === null ? weight : 0,
      reason,
      because,
    ]),
  };
}

/** The break-down of a measure or, where none is asked for, every entry that counts or is left out. */
export function tableOf(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  by: readonly Breakdown[],
): Promise<Table> {
  return by.length === 0 ? entriesTable(reader, measure, frame) : groupsTable(reader, measure, frame, by);
}
