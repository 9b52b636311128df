/** What a case consists of besides its defendants: docket numbers, ventures, charging documents, other documents. */
import type { StandingRecord } from "@joint-docket/ledger/pure";
import { type CaseDocketed, entriesOf } from "../cases/pure.ts";
import type { InstrumentFiled } from "../court/pure.ts";
import type { DocumentFiled } from "../documents/pure.ts";
import type { VentureDescribed } from "../ventures/pure.ts";
import { type PartLine, partLines } from "./lines.ts";

export interface DocketLine {
  readonly entry: string;
  readonly district: string;
  readonly number: string;
}

export interface InstrumentLine extends PartLine<InstrumentFiled> {
  /** The documents that took its place. */
  readonly supersededBy: readonly string[];
}

export function docketLines(record: StandingRecord): DocketLine[] {
  return entriesOf<CaseDocketed>(record, "case.docketed").map(({ id, body: { district, number } }) => ({
    entry: id,
    district,
    number,
  }));
}

export function instrumentLines(records: readonly StandingRecord[]): InstrumentLine[] {
  const filed = partLines<InstrumentFiled>(records, "instrument.filed");
  return filed.map((one) => ({
    ...one,
    supersededBy: filed.filter(({ body }) => body.supersedes?.includes(one.id)).map(({ id }) => id),
  }));
}

export interface CaseParts {
  readonly ventures: readonly PartLine<VentureDescribed>[];
  readonly instruments: readonly InstrumentLine[];
  readonly documents: readonly PartLine<DocumentFiled>[];
}

export function caseParts(records: readonly StandingRecord[]): CaseParts {
  return {
    ventures: partLines<VentureDescribed>(records, "venture.described"),
    instruments: instrumentLines(records),
    documents: partLines<DocumentFiled>(records, "document.filed"),
  };
}
