/** What stands against a defendant, a line each: counts with how they ended, sentences, arrests. */
import type { Certainty, Standing, StandingRecord } from "@joint-docket/ledger/pure";
import {
  type ArrestMade,
  type ChargeDisposed,
  type ChargeFiled,
  countOutcome,
  type InstrumentFiled,
  type SentenceImposed,
  sentenceNow,
  type Term,
} from "../court/pure.ts";
import type { KnownRecord } from "../record/index.ts";
import { opened } from "./lines.ts";

/** What took the count's place: a later count, or the document that dropped it. */
export interface Superseded {
  readonly how: "superseded" | "dropped";
  readonly record: string;
  readonly entry: string;
  /** The number of the later count, where it has one. */
  readonly number: string | null;
}

export interface CountLine {
  readonly id: string;
  readonly entry: string;
  /** Null where no source words the charge. */
  readonly wording: string | null;
  readonly statutes: ChargeFiled["statutes"];
  readonly covers: ChargeFiled["covers"];
  readonly instrument: string | null;
  readonly number: string | null;
  readonly filedOn: string | null;
  readonly certainty: Certainty;
  readonly outcome: ChargeDisposed["outcome"] | null;
  readonly disposedOn: string | null;
  readonly disposition: { readonly entry: string; readonly certainty: Certainty } | null;
  readonly superseded: Superseded | null;
}

export interface SentenceLine {
  readonly id: string;
  readonly entry: string;
  readonly term: Term;
  readonly occurred: string | null;
  readonly supervisedReleaseMonths: number | null;
  readonly fine: SentenceImposed["fine"] | null;
  readonly restitution: SentenceImposed["restitution"] | null;
  readonly moneyJudgment: SentenceImposed["moneyJudgment"] | null;
  readonly amended: boolean;
  readonly vacated: boolean;
  /** Whether a source had stated it; not where it is known only by what became of it. */
  readonly stated: boolean;
}

export interface ArrestLine {
  readonly id: string;
  readonly entry: string;
  readonly occurred: string | null;
  readonly place: string;
  readonly country: string | null;
  readonly persons: number;
}

/** The records as the court's rules ask for them; of those that refer to a count, the sentences for it. */
export function amongst(records: readonly StandingRecord[]): Standing {
  const byId = new Map(records.map((record) => [record.id, record]));
  const onCount = new Map<string, StandingRecord[]>();
  for (const record of records) {
    for (const count of sentenceNow(record)?.counts ?? [])
      onCount.set(count, [...(onCount.get(count) ?? []), record]);
  }
  return { record: (id) => byId.get(id), mentioning: (id) => onCount.get(id) ?? [] };
}

/** By count, what took its place. A count that names the one it supersedes says more than a document that drops it. */
function supersededIn(records: readonly StandingRecord[]): Map<string, Superseded> {
  const found = new Map<string, Superseded>();
  for (const record of records) {
    const filed = opened<InstrumentFiled>(record, "instrument.filed");
    for (const count of filed?.body.drops ?? [])
      found.set(count, { how: "dropped", record: record.id, entry: filed?.id ?? "", number: null });
  }
  for (const record of records) {
    const filed = opened<ChargeFiled>(record, "charge.filed");
    for (const count of filed?.body.supersedes ?? [])
      found.set(count, {
        how: "superseded",
        record: record.id,
        entry: filed?.id ?? "",
        number: filed?.body.number ?? null,
      });
  }
  return found;
}

type OfDefendant<Line> = Line & { readonly defendant: string };

/** The counts among the records, as they stand. */
export function countLines(records: readonly StandingRecord[]): OfDefendant<CountLine>[] {
  const standing = amongst(records);
  const superseded = supersededIn(records);
  return records.flatMap((record) => {
    const filed = opened<ChargeFiled>(record, "charge.filed");
    if (!filed) return [];
    const { disposition, vacatedBefore, state } = countOutcome(standing, record.id);
    const setAside = vacatedBefore && state === "open";
    const line: OfDefendant<CountLine> = {
      id: record.id,
      entry: filed.id,
      defendant: filed.body.defendant,
      wording: filed.body.wording ?? null,
      statutes: filed.body.statutes,
      covers: filed.body.covers,
      instrument: filed.body.instrument ?? null,
      number: filed.body.number ?? null,
      filedOn: filed.occurred ?? null,
      certainty: filed.certainty ?? "stated",
      outcome: setAside ? "conviction-vacated" : (disposition?.body.outcome ?? null),
      disposedOn: disposition?.occurred ?? null,
      disposition: disposition
        ? { entry: disposition.id, certainty: disposition.certainty ?? "stated" }
        : null,
      superseded: superseded.get(record.id) ?? null,
    };
    return [line];
  });
}

export function sentenceLines(records: readonly KnownRecord[]): OfDefendant<SentenceLine>[] {
  return records.flatMap((record) => {
    const imposed = opened<SentenceImposed>(record, "sentence.imposed");
    const now = sentenceNow(record);
    if (!imposed || !now) return [];
    const line: OfDefendant<SentenceLine> = {
      id: record.id,
      entry: imposed.id,
      defendant: now.defendant,
      term: now.term,
      occurred: imposed.occurred ?? null,
      supervisedReleaseMonths: now.supervisedReleaseMonths ?? null,
      fine: imposed.body.fine ?? null,
      restitution: imposed.body.restitution ?? null,
      moneyJudgment: imposed.body.moneyJudgment ?? null,
      amended: now.amended,
      vacated: now.vacated !== undefined,
      stated: !record.presupposed,
    };
    return [line];
  });
}

export function arrestLines(
  records: readonly StandingRecord[],
): (ArrestLine & { readonly of: string; readonly defendant: string | undefined })[] {
  return records.flatMap((record) => {
    const made = opened<ArrestMade>(record, "arrest.made");
    if (!made) return [];
    const { case: of, defendant, place, country, persons } = made.body;
    return [
      {
        id: record.id,
        entry: made.id,
        of,
        defendant,
        occurred: made.occurred ?? null,
        place,
        country: country ?? null,
        persons: persons ?? 1,
      },
    ];
  });
}
