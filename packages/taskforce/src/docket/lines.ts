/** The pieces that every line of a page is made of: the entry that opened a record, and steps in order of date. */
import type { Certainty, Entry, StandingRecord } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";

/** What one entry says, with its way back to it. */
export interface StepLine<Body> {
  readonly entry: string;
  readonly occurred: string | null;
  readonly certainty: Certainty;
  readonly body: Body;
}

/** A record as its opening entry tells it. */
export interface PartLine<Body> extends StepLine<Body> {
  readonly id: string;
}

/** The entry that opened the record, as it stands. */
export function opened<Body>(record: StandingRecord | undefined, kind: string): Entry<Body> | undefined {
  return entriesOf<Body>(record, kind).at(-1);
}

/** In order of date; undated last, in the order they were recorded. */
export function byDate<Line extends { readonly occurred: string | null }>(lines: readonly Line[]): Line[] {
  return lines.toSorted((a, b) => (a.occurred ?? "9999").localeCompare(b.occurred ?? "9999"));
}

function stepLine<Body>({ id, occurred, certainty, body }: Entry<Body>): StepLine<Body> {
  return { entry: id, occurred: occurred ?? null, certainty: certainty ?? "stated", body };
}

export function stepLines<Body>(entries: readonly Entry<Body>[]): StepLine<Body>[] {
  return byDate(entries.map(stepLine));
}

/** The records that a kind opened. */
export function partLines<Body>(records: readonly StandingRecord[], kind: string): PartLine<Body>[] {
  return byDate(
    records.flatMap((record) => {
      const entry = opened<Body>(record, kind);
      return entry ? [{ id: record.id, ...stepLine(entry) }] : [];
    }),
  );
}
