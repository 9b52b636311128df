/** Where a count or a sentence stands now, read from its standing entries; rules and pages ask the same functions. */
import { type Entry, type Id, type StandingRecord, tryBounds } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
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
}

export interface SentenceNow {
  readonly defendant: Id;
  readonly counts: readonly Id[];
  readonly term: Term;
  readonly supervisedReleaseMonths: number | undefined;
  readonly amended: boolean;
  /** The vacatur, where the sentence no longer stands. */
  readonly vacated: Entry<JudgmentVacated> | undefined;
}

function isConviction(outcome: Outcome): boolean {
  return outcome === "convicted" || outcome === "convicted-plea" || outcome === "convicted-verdict";
}

/** The latest in the world where every date is known, else the one recorded last. */
function latest<Body>(entries: readonly Entry<Body>[]): Entry<Body> | undefined {
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
  readonly vacaturs: number;
}

/*
 * Convictions and vacaturs take turns, and only a conviction can be vacated. So how many there are of each
 * tells how the count stands, whatever the order in which they were recorded: a correction of an early entry
 * is recorded last.
 */
function tally(count: StandingRecord | undefined): Tally {
  const dispositions = entriesOf<ChargeDisposed>(count, "charge.disposed");
  const of = (fits: (outcome: Outcome) => boolean) => dispositions.filter(({ body }) => fits(body.outcome));
  return {
    convictions: of(isConviction),
    endings: of((outcome) => outcome === "acquitted" || outcome === "dismissed"),
    vacaturs: of((outcome) => outcome === "conviction-vacated").length,
  };
}

/** How the count stands: open, or ended by which disposition. */
export function countOutcome(count: StandingRecord | undefined): CountOutcome {
  const { convictions, endings, vacaturs } = tally(count);
  // A vacatur whose conviction was withdrawn has nothing left to set aside.
  const vacatedBefore = Math.min(vacaturs, convictions.length) > 0;
  const ending = latest(endings);
  if (ending) {
    const state = ending.body.outcome === "acquitted" ? "acquitted" : "dismissed";
    return { state, disposition: ending, vacatedBefore };
  }
  const conviction = convictions.length > vacaturs ? latest(convictions) : undefined;
  return conviction
    ? { state: "convicted", disposition: conviction, vacatedBefore }
    : { state: "open", vacatedBefore };
}

export type Fit = "fits" | "not-open" | "nothing-to-vacate";

function newDispositionFits(count: StandingRecord | undefined, outcome: Outcome): Fit {
  const { state } = countOutcome(count);
  if (outcome === "conviction-vacated") return state === "convicted" ? "fits" : "nothing-to-vacate";
  return state === "open" ? "fits" : "not-open";
}

/** A correction may stand anywhere in the count's history, so it need only leave a history that could be. */
function correctedDispositionFits(count: StandingRecord | undefined, outcome: Outcome): Fit {
  const before = tally(count);
  const convictions = before.convictions.length + (isConviction(outcome) ? 1 : 0);
  const vacaturs = before.vacaturs + (outcome === "conviction-vacated" ? 1 : 0);
  const endings = before.endings.length + (outcome === "acquitted" || outcome === "dismissed" ? 1 : 0);
  if (vacaturs > convictions) return "nothing-to-vacate";
  return convictions + endings > vacaturs + 1 ? "not-open" : "fits";
}

/** Whether one more disposition fits those that stand; `corrects` where it takes the place of one left out of them. */
export function dispositionsFit(count: StandingRecord | undefined, outcome: Outcome, corrects: boolean): Fit {
  return corrects ? correctedDispositionFits(count, outcome) : newDispositionFits(count, outcome);
}

/** The defendant that a count is against. */
export function defendantOfCount(count: StandingRecord | undefined): Id | undefined {
  return entriesOf<ChargeFiled>(count, "charge.filed").at(-1)?.body.defendant;
}

/** The sentence as amended so far, and whether it was vacated; undefined where it does not stand. */
export function sentenceNow(sentence: StandingRecord | undefined): SentenceNow | undefined {
  const imposed = entriesOf<SentenceImposed>(sentence, "sentence.imposed").at(-1)?.body;
  if (!imposed) return undefined;
  const amendments = entriesOf<SentenceAmended>(sentence, "sentence.amended");
  const amendment = latest(amendments);
  const release = latest(amendments.filter(({ body }) => body.supervisedReleaseMonths !== undefined));
  return {
    defendant: imposed.defendant,
    counts: imposed.counts,
    term: amendment?.body.term ?? imposed.term,
    supervisedReleaseMonths: release?.body.supervisedReleaseMonths ?? imposed.supervisedReleaseMonths,
    amended: amendment !== undefined,
    vacated: latest(entriesOf<JudgmentVacated>(sentence, "judgment.vacated")),
  };
}
