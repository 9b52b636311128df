/** Where a case stands at a cut: its defendants, their counts with outcomes, sentences and arrests, folded from standing entries. */
import type { Certainty, Entry, Standing, StandingRecord } from "@joint-docket/ledger/pure";
import { type CaseOpened, type DefendantJoined, entriesOf } from "../cases/pure.ts";
import {
  type ArrestMade,
  type ChargeDisposed,
  type ChargeFiled,
  countOutcome,
  type SentenceImposed,
  sentenceNow,
  type Term,
} from "../court/pure.ts";
import type { KnownRecord } from "../record/index.ts";

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

export interface DefendantLine {
  readonly id: string;
  readonly entry: string;
  readonly designation: string;
  readonly counts: readonly CountLine[];
  readonly sentences: readonly SentenceLine[];
  readonly arrests: readonly ArrestLine[];
}

export interface CaseStanding {
  readonly id: string;
  readonly body: CaseOpened;
  readonly defendants: readonly DefendantLine[];
  /** Arrests of people who are no defendants here. */
  readonly otherArrests: readonly ArrestLine[];
}

function opened<Body>(record: StandingRecord, kind: string): Entry<Body> | undefined {
  return entriesOf<Body>(record, kind).at(-1);
}

/** The records as the court's rules ask for them; of those that refer to a count, the sentences for it. */
function amongst(records: readonly StandingRecord[]): Standing {
  const byId = new Map(records.map((record) => [record.id, record]));
  const onCount = new Map<string, StandingRecord[]>();
  for (const record of records) {
    for (const count of sentenceNow(record)?.counts ?? [])
      onCount.set(count, [...(onCount.get(count) ?? []), record]);
  }
  return { record: (id) => byId.get(id), mentioning: (id) => onCount.get(id) ?? [] };
}

function countLine(
  record: StandingRecord,
  standing: Standing,
): (CountLine & { defendant: string }) | undefined {
  const filed = opened<ChargeFiled>(record, "charge.filed");
  if (!filed) return undefined;
  const { disposition, vacatedBefore, state } = countOutcome(standing, record.id);
  const setAside = vacatedBefore && state === "open";
  return {
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
    disposition: disposition ? { entry: disposition.id, certainty: disposition.certainty ?? "stated" } : null,
  };
}

function sentenceLine(record: KnownRecord): (SentenceLine & { defendant: string }) | undefined {
  const imposed = opened<SentenceImposed>(record, "sentence.imposed");
  const now = sentenceNow(record);
  if (!imposed || !now) return undefined;
  return {
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
}

function arrestLine(
  record: StandingRecord,
): (ArrestLine & { of: string; defendant: string | undefined }) | undefined {
  const made = opened<ArrestMade>(record, "arrest.made");
  if (!made) return undefined;
  const { case: of, defendant, place, country, persons } = made.body;
  return {
    id: record.id,
    entry: made.id,
    of,
    defendant,
    occurred: made.occurred ?? null,
    place,
    country: country ?? null,
    persons: persons ?? 1,
  };
}

/** Folds records, as `standingRecords` gives them for some cases, into those cases. */
export function caseStandings(records: readonly KnownRecord[]): Map<string, CaseStanding> {
  const known = amongst(records);
  const counts = records.flatMap((record) => countLine(record, known) ?? []);
  const sentences = records.flatMap((record) => sentenceLine(record) ?? []);
  const arrests = records.flatMap((record) => arrestLine(record) ?? []);
  const defendants = records.flatMap((record) => {
    const joined = opened<DefendantJoined>(record, "defendant.joined");
    return joined ? [{ id: record.id, joined }] : [];
  });
  return new Map(
    records.flatMap((record) => {
      const body = opened<CaseOpened>(record, "case.opened")?.body;
      if (!body) return [];
      const own = defendants.filter(({ joined }) => joined.body.case === record.id);
      const ids = new Set(own.map(({ id }) => id));
      const standing: CaseStanding = {
        id: record.id,
        body,
        defendants: own.map(({ id, joined }) => ({
          id,
          entry: joined.id,
          designation: joined.body.designation,
          counts: counts.filter(({ defendant }) => defendant === id),
          sentences: sentences.filter(({ defendant }) => defendant === id),
          arrests: arrests.filter(({ defendant }) => defendant === id),
        })),
        otherArrests: arrests.filter(
          ({ of, defendant }) => of === record.id && (defendant === undefined || !ids.has(defendant)),
        ),
      };
      return [[record.id, standing] as const];
    }),
  );
}

/** How many defendants of the case stand convicted, and how many have a sentence that stands and was stated: as the measures count. */
export function tallyOf({ defendants }: CaseStanding): {
  defendants: number;
  convicted: number;
  sentenced: number;
} {
  const convicted = ({ counts }: DefendantLine) =>
    counts.some(({ outcome }) => outcome?.startsWith("convicted") ?? false);
  return {
    defendants: defendants.length,
    convicted: defendants.filter(convicted).length,
    sentenced: defendants.filter(({ sentences }) =>
      sentences.some(({ vacated, stated }) => stated && !vacated),
    ).length,
  };
}
