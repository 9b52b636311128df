/** Draws people for the scenario, stage by stage, so that on every day exactly as many are known as the stages say. */
import { type Day, dayOf, iso, LAST_DAY, reportDay, type Told, told } from "./days.ts";
import type { Dice } from "./dice.ts";
import { Imagination, less, numberOfCounts, termFor } from "./imagine.ts";
import type { DefendantPlan, SentencePlan, Term } from "./plan.ts";
import {
  acrossFiscalYears,
  GUATEMALA_FOUR,
  LONGEST_OTHER,
  longTerms,
  merges,
  mistakes,
  pleasWithdrawn,
  type Stage,
  stages,
  vacaturs,
} from "./stages.ts";
import { LONGEST_LESSER, parts } from "./world.ts";

/** A person on the way through the stages. */
export interface Drawn {
  readonly stage: number;
  readonly arrest: Told;
  readonly country?: string;
  /** From when on the person can be convicted. */
  readonly ready: Day;
  plan: DefendantPlan;
  /** Convicted no more, counted no more, or kept for a case of its own: not to be drawn for anything else. */
  isSpent: boolean;
}

const TASK_FORCE_BEGAN = dayOf("2021-06-01");

/** The days of reports in a stretch, weekly; its last Wednesdays are in it. */
function reportsIn(from: Day, to: Day): Day[] {
  const days: Day[] = [];
  for (let day = reportDay(from); day <= to; day += 7) days.push(day);
  return days;
}

function drawReports(dice: Dice, from: Day, to: Day, times: number): Day[] {
  const days = reportsIn(from, to);
  return Array.from({ length: times }, () => dice.pick(days)).sort((one, other) => one - other);
}

const within = ({ from, to }: Stage, day: Day) => day >= from && day <= to;

/*
 * Who is charged with no felony. Not in the years around those that the growth of May 31, 2024, is measured by: every
 * prosecution counted there is one for a felony.
 */
const maybeLesser = (stage: number) => stage === 0 || stage > 6;

export class Draw {
  readonly #dice: Dice;
  readonly #imagination: Imagination;
  readonly people: Drawn[] = [];

  constructor(dice: Dice) {
    this.#dice = dice;
    this.#imagination = new Imagination(dice, LAST_DAY);
    for (const [index, stage] of stages.entries()) {
      const before = stages[index - 1] ?? { arrests: 0, convictions: 0, sentenced: 0 };
      const count = (days: readonly Day[]) => days.filter((day) => within(stage, day)).length;
      const withdrawn = count(mistakes.map(([, day]) => day)) - count(mistakes.map(([day]) => day));
      this.#arrests(index, stage.arrests - before.arrests + withdrawn - stage.others);
      const fallen = this.#undo(stage);
      this.#convictions(stage, stage.convictions - before.convictions + fallen.convictions);
      this.#sentences(stage, stage.sentenced - before.sentenced + fallen.sentences);
    }
  }

  #arrests(index: number, times: number): void {
    const dice = this.#dice;
    const { from, to, abroad } = stages[index] as Stage;
    const reports = drawReports(dice, from, to, times);
    for (const across of acrossFiscalYears) if (across >= from && across <= to) reports.splice(3, 1, across);
    reports.sort((one, other) => one - other);
    // People arrested abroad come early, for it takes long until they are here; the four of Guatemala one after the other.
    const first = Math.floor(reports.length / 12);
    const step = index === 0 ? 1 : Math.max(1, Math.floor(reports.length / 2 / Math.max(1, abroad.length)));
    for (const [n, report] of reports.entries()) {
      const place = n >= first && (n - first) % step === 0 ? abroad[(n - first) / step] : undefined;
      this.people.push(this.#arrested(index, n, report, place));
    }
  }

  #arrested(stage: number, n: number, report: Day, country: string | undefined): Drawn {
    const dice = this.#dice;
    const lag = acrossFiscalYears.includes(report) ? 6 : dice.between(1, 6);
    // Some arrests are stated only long after they were made.
    const isLate = stage === 11 && n % 20 === 10 && country === undefined;
    const day = isLate ? report - 450 : Math.max(report - lag, TASK_FORCE_BEGAN);
    const arrest = { day, report };
    const counts = dice.weighted(numberOfCounts);
    if (country === undefined) {
      const { part, tier } = dice.weighted(parts);
      const occurred = n % 23 === 5 && !isLate ? { occurred: iso(day).slice(0, 7) } : {};
      const arrests = [{ told: arrest, place: "domestic" as const, ...occurred }];
      const besides = n % 29 === 3 ? [{ told: arrest, place: "domestic" as const, undated: true }] : [];
      const unknown = n % 31 === 4 ? [{ told: arrest, place: "domestic" as const, onUnknownDay: true }] : [];
      const person = { part, counts, arrests: [...arrests, ...besides, ...unknown] };
      const plan = this.#imagination.charged(tier, person, maybeLesser(stage) ? 0.2 : 0);
      return { stage, arrest, ready: (isLate ? report : day) + 60, plan, isSpent: n % 33 === 17 };
    }
    const isFour = stage === 0;
    const tier = isFour && n % GUATEMALA_FOUR !== 0 ? ("organizer" as const) : ("leader" as const);
    const handed = told(isFour ? dayOf("2023-02-06") : day + dice.between(140, 230));
    const extradition = this.#imagination.extradition(country, day - dice.between(5, 30), day, handed);
    const plan = {
      part: "coordinator",
      tier,
      counts,
      arrests: [{ told: arrest, place: "foreign" as const, country }],
      extradition,
    };
    const ready = extradition.surrendered === undefined ? LAST_DAY * 2 : extradition.surrendered.day + 60;
    return { stage, arrest, country, ready, plan, isSpent: false };
  }

  /** What falls in a stage: how many fewer are convicted and sentenced by it. */
  #undo(stage: Stage): { convictions: number; sentences: number } {
    const due = (days: readonly Day[]) => days.filter((day) => within(stage, day));
    for (const report of due(vacaturs)) this.#vacate(report);
    for (const report of due(merges)) this.#merge(report);
    for (const report of due(pleasWithdrawn)) this.#takeBack(report);
    const [vacated, merged, taken] = [due(vacaturs).length, due(merges).length, due(pleasWithdrawn).length];
    return { convictions: vacated + merged + taken, sentences: vacated + merged };
  }

  /** People whose ordinary sentence was told of three months before. */
  #settled(report: Day): Drawn[] {
    return this.people.filter(
      ({ isSpent, country, plan: { sentence, arrests } }) =>
        !isSpent &&
        country === undefined &&
        arrests.length === 1 &&
        arrests[0]?.occurred === undefined &&
        sentence !== undefined &&
        sentence.vacated === undefined &&
        sentence.told.report < report - 90 &&
        sentence.term.kind === "months" &&
        sentence.term.months <= LONGEST_OTHER,
    );
  }

  #vacate(report: Day): void {
    const one = this.#dice.pick(this.#settled(report));
    const { amended: _never, ...sentence } = one.plan.sentence as SentencePlan;
    one.plan = {
      ...one.plan,
      sentence: { ...sentence, vacated: { told: { day: report - 2, report }, convictions: true } },
    };
    one.isSpent = true;
  }

  #merge(report: Day): void {
    const settled = this.#settled(report);
    const one = this.#dice.pick(settled.slice(0, Math.floor(settled.length / 3)));
    const other = this.#dice.pick(settled.slice(Math.ceil(settled.length / 2)));
    const person = this.#dice.uuid();
    for (const each of [one, other]) {
      each.plan = { ...each.plan, merged: { person, report } };
      each.isSpent = true;
    }
  }

  #takeBack(report: Day): void {
    const open = this.people.filter(
      ({ isSpent, plan: { ending, sentence } }) =>
        !isSpent &&
        ending?.outcome === "convicted-plea" &&
        sentence === undefined &&
        ending.told.report < report - 14,
    );
    const one = this.#dice.pick(open);
    one.plan = { ...one.plan, pleaWithdrawn: { day: report - 2, report } };
    one.isSpent = true;
  }

  /**
   * The event that a report tells of, some days before it, and the person who was ready for it first; where nobody was,
   * a later report of the stage tells of it.
   */
  #next(drawn: Day, last: Day, isReady: (one: Drawn, day: Day) => boolean): { one: Drawn; told: Told } {
    for (let report = drawn; report <= last; report += 7) {
      const day = report - (acrossFiscalYears.includes(report) ? 6 : this.#dice.between(1, 6));
      const one = this.people.find((each) => !each.isSpent && isReady(each, day));
      if (one) return { one, told: { day, report } };
    }
    throw new Error(`The scenario has nobody left for the reports from ${iso(drawn)}.`);
  }

  #convictions({ to, convictionsFrom }: Stage, times: number): void {
    const dice = this.#dice;
    for (const report of this.#reports(convictionsFrom, to, times)) {
      const { one, told: when } = this.#next(
        report,
        to,
        ({ plan, ready }, day) => plan.ending === undefined && ready <= day,
      );
      const outcome = dice.chance(0.93) ? "convicted-plea" : "convicted-verdict";
      const counts = one.plan.counts > 1 && dice.chance(0.4) ? 2 : 1;
      one.plan = { ...one.plan, ending: { told: when, outcome, counts } };
    }
  }

  #reports(from: Day, to: Day, times: number): Day[] {
    const across = acrossFiscalYears.filter((day) => day >= from && day <= to);
    return [...across, ...drawReports(this.#dice, from, to, times - across.length)].sort(
      (one, other) => one - other,
    );
  }

  #sentences({ sentencesFrom: from, to }: Stage, times: number): void {
    const long = longTerms.filter(({ report }) => report >= from && report <= to);
    const ordinary = this.#reports(from, to, times - long.length).map((report) => ({
      report,
      term: undefined,
    }));
    const all = [...ordinary, ...long].sort((one, other) => one.report - other.report);
    for (const { report, term } of all) {
      const { one, told: when } = this.#next(
        report,
        term ? report : to,
        ({ plan: { ending, sentence, pleaWithdrawn, lesser } }, day) =>
          ending !== undefined &&
          (term === undefined || lesser === undefined) &&
          sentence === undefined &&
          pleaWithdrawn === undefined &&
          ending.told.day + 40 <= day,
      );
      one.plan = term
        ? { ...one.plan, tier: "leader", part: "leader", sentence: { told: when, term } }
        : { ...one.plan, sentence: this.#sentence(when, one.plan) };
    }
  }

  #sentence(when: Told, { tier, lesser }: DefendantPlan): SentencePlan {
    const dice = this.#dice;
    const term: Term = termFor(dice, tier, lesser === undefined ? LONGEST_OTHER : LONGEST_LESSER);
    const amended = told(when.day + dice.between(150, 500));
    if (dice.chance(0.06) && amended.report <= LAST_DAY)
      return { told: when, term, amended: { told: amended, term: less(term) } };
    // A sentence alone is vacated, and another imposed by the same report: nobody is counted less on any day.
    const again = { day: when.day + 200, report: reportDay(when.day + 206) };
    if (dice.chance(0.02) && again.report <= LAST_DAY)
      return {
        told: when,
        term,
        vacated: {
          told: { day: again.day - 20, report: again.report },
          convictions: false,
          again: { convicted: again, sentenced: again, term: less(term) },
        },
      };
    return { told: when, term };
  }
}

/** What becomes of those whom no stage convicts: some are acquitted, some charges dismissed, the rest is open. */
export function otherEnding(n: number, { arrest, plan }: Drawn): DefendantPlan {
  if (plan.ending !== undefined || plan.extradition !== undefined || n % 3 === 0) return plan;
  const when = told(arrest.day + 240);
  if (when.report > LAST_DAY) return plan;
  return { ...plan, ending: { told: when, outcome: n % 2 === 0 ? "dismissed" : "acquitted", counts: 1 } };
}
