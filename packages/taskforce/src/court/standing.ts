/** Where a count or a sentence stands now, read from its standing entries; rules and pages ask the same functions. */
import {
  type Entry,
  type Id,
  type Standing,
  type StandingRecord,
  tryBounds,
} from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
import { surelyBefore } from "../sources/pure.ts";
import type { ChargeDisposed } from "./kinds/charge-disposed.ts";
import type { ChargeFiled } from "./kinds/charge-filed.ts";
import type { JudgmentVacated } from "./kinds/judgment-vacated.ts";
import type { SentenceAmended } from "./kinds/sentence-amended.ts";
import type { SentenceImposed } from "./kinds/sentence-imposed.ts";
import type { Term } from "./term.ts";

type Outcome = ChargeDisposed["outcome"];

export type CountState = "open" | "convicted" | "acquitted" | "dismissed";

export interface CountOutcome {
  readonly state: CountState;
  /** The disposition that stands; none while the count is open. */
  readonly disposition?: Entry<ChargeDisposed>;
  /** Whether an earlier conviction on it was vacated. */
  readonly vacatedBefore: boolean;
  /** Every conviction recorded on it, those since vacated too. */
  readonly convictions: readonly Entry<ChargeDisposed>[];
}

export interface SentenceNow {
  readonly defendant: Id;
  readonly counts: readonly Id[];
  readonly term: Term;
  readonly supervisedReleaseMonths: number | undefined;
  readonly amended: boolean;
  /** The vacatur, where the sentence no longer stands. */
  readonly vacated: Entry<JudgmentVacated> | undefined;
  /** The counts whose convictions were set aside with it. */
  readonly convictionsVacated: readonly Id[];
  /** When it was imposed, no more precise than known. */
  readonly imposedOn: string | undefined;
}

export function isConviction(outcome: Outcome): boolean {
  return outcome === "convicted" || outcome === "convicted-plea" || outcome === "convicted-verdict";
}

/** The latest in the world where every date is known, else the one recorded last. */
export function latest<Body>(entries: readonly Entry<Body>[]): Entry<Body> | undefined {
  const day = ({ occurred }: Entry<Body>) => (occurred === undefined ? undefined : tryBounds(occurred)?.to);
  if (entries.some((entry) => day(entry) === undefined)) return entries.at(-1);
  return entries.reduce<Entry<Body> | undefined>(
    (found, entry) => (found && (day(found) ?? "") > (day(entry) ?? "") ? found : entry),
    undefined,
  );
}

interface Tally {
  readonly convictions: readonly Entry<ChargeDisposed>[];
  /** Acquittals and dismissals: nothing follows them. */
  readonly endings: readonly Entry<ChargeDisposed>[];
  /** Of the conviction alone, and of judgments with their convictions. */
  readonly vacaturs: number;
  /** Sentences for the count, and how many of them stand. */
  readonly sentences: number;
  readonly sentencesStanding: number;
}

function sentencesFor(standing: Standing, count: Id): SentenceNow[] {
  return standing
    .mentioning(count)
    .flatMap((record) => sentenceNow(record) ?? [])
    .filter(({ counts }) => counts.includes(count));
}

/*
 * Convictions and vacaturs take turns, and only a conviction can be vacated: by a disposition of the count, or with
 * the judgment of a sentence for it. So how many there are of each tells how the count stands, whatever the order in
 * which they were recorded: a correction of an early entry is recorded last.
 */
function tally(standing: Standing, count: Id): Tally {
  const dispositions = entriesOf<ChargeDisposed>(standing.record(count), "charge.disposed");
  const sentences = sentencesFor(standing, count);
  const of = (fits: (outcome: Outcome) => boolean) => dispositions.filter(({ body }) => fits(body.outcome));
  return {
    convictions: of(isConviction),
    endings: of((outcome) => outcome === "acquitted" || outcome === "dismissed"),
    vacaturs:
      of((outcome) => outcome === "conviction-vacated").length +
      sentences.filter(({ convictionsVacated }) => convictionsVacated.includes(count)).length,
    sentences: sentences.length,
    sentencesStanding: sentences.filter(({ vacated }) => !vacated).length,
  };
}

/** How the count stands, by its own dispositions and the vacated judgments for it: open, or ended by which disposition. */
export function countOutcome(standing: Standing, count: Id): CountOutcome {
  const { convictions, endings, vacaturs } = tally(standing, count);
  // A vacatur whose conviction was withdrawn has nothing left to set aside.
  const vacatedBefore = Math.min(vacaturs, convictions.length) > 0;
  const ending = latest(endings);
  if (ending) {
    const state = ending.body.outcome === "acquitted" ? "acquitted" : "dismissed";
    return { state, disposition: ending, vacatedBefore, convictions };
  }
  const conviction = convictions.length > vacaturs ? latest(convictions) : undefined;
  return conviction
    ? { state: "convicted", disposition: conviction, vacatedBefore, convictions }
    : { state: "open", vacatedBefore, convictions };
}

export type Fit = "fits" | "not-open" | "nothing-to-vacate";

function newDispositionFits(standing: Standing, count: Id, outcome: Outcome): Fit {
  const { state } = countOutcome(standing, count);
  if (outcome === "conviction-vacated") return state === "convicted" ? "fits" : "nothing-to-vacate";
  return state === "open" ? "fits" : "not-open";
}

/** A correction may stand anywhere in the count's history, so it need only leave a history that could be. */
function correctedDispositionFits(standing: Standing, count: Id, outcome: Outcome): Fit {
  const before = tally(standing, count);
  const convictions = before.convictions.length + (isConviction(outcome) ? 1 : 0);
  const vacaturs = before.vacaturs + (outcome === "conviction-vacated" ? 1 : 0);
  const endings = before.endings.length + (outcome === "acquitted" || outcome === "dismissed" ? 1 : 0);
  if (vacaturs > convictions) return "nothing-to-vacate";
  return convictions + endings > vacaturs + 1 ? "not-open" : "fits";
}

/** Whether one more disposition fits those that stand; `corrects` where it takes the place of one left out of them. */
export function dispositionsFit(standing: Standing, count: Id, outcome: Outcome, corrects: boolean): Fit {
  return corrects
    ? correctedDispositionFits(standing, count, outcome)
    : newDispositionFits(standing, count, outcome);
}

/**
 * Whether a conviction on the count may be taken away, as recorded in error, or something still needs it: a sentence
 * that stands, a sentence that was vacated, or a vacatur. `standing` is without that conviction.
 */
export function isConvictionNeeded(standing: Standing, count: Id): boolean {
  const { convictions, vacaturs, sentences, sentencesStanding } = tally(standing, count);
  const left = convictions.length - vacaturs;
  return left < 0 || (left === 0 && sentencesStanding > 0) || (convictions.length === 0 && sentences > 0);
}

/** Whether vacating the sentence's judgment can set aside the conviction on one of its counts. */
export function vacaturFits(
  standing: Standing,
  count: Id,
  sentenced: string | undefined,
  corrects: boolean,
): Fit {
  const { disposition } = countOutcome(standing, count);
  const convicted = disposition?.occurred;
  // A conviction after the sentence is not the one it was imposed upon, which must have been vacated before.
  if (!corrects && sentenced !== undefined && convicted !== undefined && surelyBefore(sentenced, convicted))
    return "nothing-to-vacate";
  return dispositionsFit(standing, count, "conviction-vacated", corrects);
}

/** The defendant that a count is against. */
export function defendantOfCount(count: StandingRecord | undefined): Id | undefined {
  return entriesOf<ChargeFiled>(count, "charge.filed").at(-1)?.body.defendant;
}

/** When the charge was filed, no more precise than known. */
export function countFiledOn(count: StandingRecord | undefined): string | undefined {
  return entriesOf<ChargeFiled>(count, "charge.filed").at(-1)?.occurred;
}

/** The sentence as amended so far, and whether it was vacated; undefined where it does not stand. */
export function sentenceNow(sentence: StandingRecord | undefined): SentenceNow | undefined {
  const entry = entriesOf<SentenceImposed>(sentence, "sentence.imposed").at(-1);
  if (!entry) return undefined;
  const imposed = entry.body;
  const vacaturs = entriesOf<JudgmentVacated>(sentence, "judgment.vacated");
  const amendments = entriesOf<SentenceAmended>(sentence, "sentence.amended");
  const amendment = latest(amendments);
  const release = latest(amendments.filter(({ body }) => body.supervisedReleaseMonths !== undefined));
  return {
    defendant: imposed.defendant,
    counts: imposed.counts,
    term: amendment?.body.term ?? imposed.term,
    supervisedReleaseMonths: release?.body.supervisedReleaseMonths ?? imposed.supervisedReleaseMonths,
    amended: amendment !== undefined,
    vacated: latest(vacaturs),
    convictionsVacated: vacaturs.flatMap(({ body }) =>
      body.scope === "sentence" ? [] : (body.counts ?? imposed.counts),
    ),
    imposedOn: entry.occurred,
  };
}
