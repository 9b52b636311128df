/** Imagines cases: where, when, who, and how each went on, so that no rule of court is broken. */
import { dayOf, type Day, iso, reportDay, type Told, told } from "./days.ts";
import type { Dice, Weighted } from "./dice.ts";
import type {
  ArrestPlan,
  AssetPlan,
  CasePlan,
  DefendantPlan,
  Ending,
  ExtraditionPlan,
  SentencePlan,
  Term,
} from "./plan.ts";
import {
  districtShares,
  lesserCharges,
  LONGEST_LESSER,
  parts,
  requested,
  settings,
  taskForceDistricts,
} from "./world.ts";

const numberOfDefendants: Weighted<number> = [
  [1, 46],
  [2, 23],
  [3, 13],
  [4, 8],
  [5, 5],
  [7, 3],
  [11, 2],
];
export const numberOfCounts: Weighted<number> = [
  [1, 40],
  [2, 33],
  [3, 17],
  [5, 10],
];
const endings: Weighted<Ending | "open"> = [
  ["convicted-plea", 85],
  ["convicted-verdict", 4],
  ["convicted", 2],
  ["acquitted", 1.5],
  ["dismissed", 4.5],
  ["open", 3],
];
const assetKinds: Weighted<AssetPlan["asset"]> = [
  ["cash", 38],
  ["vehicle", 32],
  ["firearm-or-ammunition", 12],
  ["drug", 9],
  ["other", 5],
  ["real-property", 4],
];
const theTaskForces: Weighted<CasePlan["taskForce"]> = [
  ["yes", 35],
  ["no", 50],
  ["unknown", 15],
];
const organizations: Weighted<CasePlan["organization"]> = [
  ["none", 65],
  ["known", 27],
  ["new", 8],
];

const BEGAN = dayOf("2021-06-01");

/** Where it happened: a share of the cases in the task force's districts are its own. */
function placeOf(dice: Dice, day: Day): Pick<CasePlan, "district" | "taskForce"> {
  const district = dice.weighted(districtShares);
  const isMember = day >= BEGAN && taskForceDistricts(day).some(([member]) => member === district);
  if (isMember) return { district, taskForce: dice.weighted(theTaskForces) };
  return { district, taskForce: dice.chance(0.1) ? "unknown" : "no" };
}

/** A term: mostly short, longer for those higher up. */
export function termFor(dice: Dice, tier: DefendantPlan["tier"], most = 480): Term {
  if (dice.chance(0.03)) return { kind: dice.pick(["time-served", "probation", "not-stated"]) };
  const mean = { member: 18, manager: 40, "significant-facilitator": 48, organizer: 80, leader: 130 }[tier];
  return { kind: "months", months: dice.skewed(mean, most) };
}

/** The term after a reduction. */
export function less(term: Term): Term {
  return term.kind === "months"
    ? { kind: "months", months: Math.ceil(term.months * 0.8) }
    : { kind: "time-served" };
}

/** Imagines what is told of by a last day; what would come later stays open. */
export class Imagination {
  readonly #dice: Dice;
  readonly #last: Day;

  constructor(dice: Dice, last: Day) {
    this.#dice = dice;
    this.#last = last;
  }

  #isOver({ report }: Told): boolean {
    return report <= this.#last;
  }

  /** What follows an arrest abroad, as far as it came; `surrendered` says when the person was handed over, where that is known. */
  extradition(country: string, asked: Day, arrested: Day, surrendered?: Told): ExtraditionPlan {
    const dice = this.#dice;
    const court = told(arrested + dice.between(50, 90));
    const minister = told(court.day + dice.between(10, 40));
    const handed = surrendered ?? told(minister.day + dice.between(10, 60));
    const denied = surrendered === undefined && dice.chance(0.06);
    const decisions = [
      { told: court, decision: denied ? "denied" : dice.chance(0.2) ? "consented" : "granted", by: "court" },
      ...(denied ? [] : [{ told: minister, decision: "granted", by: "executive" }]),
    ].filter((decision) => this.#isOver(decision.told));
    return {
      country,
      requested: told(asked),
      decisions,
      ...(!denied && this.#isOver(handed) ? { surrendered: handed } : {}),
    };
  }

  #arrest(opened: Day, first: boolean): ArrestPlan[] {
    const dice = this.#dice;
    const when = told(opened + (first ? 0 : dice.between(0, 90)));
    if (!this.#isOver(when)) return [];
    return [
      {
        told: when,
        place: dice.chance(0.03) ? "unknown" : "domestic",
        ...(dice.chance(0.03) ? { occurred: iso(when.day).slice(0, 7) } : {}),
        ...(dice.chance(0.01) ? { undated: true } : {}),
        ...(dice.chance(0.01) ? { onUnknownDay: true } : {}),
      },
    ];
  }

  /** How it ended for a defendant who is before the court from a day on. */
  #outcome(
    ready: Day,
    { counts, tier, lesser }: Pick<DefendantPlan, "counts" | "tier" | "lesser">,
  ): Pick<DefendantPlan, "ending" | "sentence" | "pleaWithdrawn"> {
    const dice = this.#dice;
    const outcome = dice.weighted(endings);
    const when = told(ready + dice.between(60, outcome === "convicted-verdict" ? 700 : 380));
    if (outcome === "open" || !this.#isOver(when)) return {};
    const ending = { told: when, outcome, counts: counts > 1 && dice.chance(0.35) ? 2 : 1 };
    if (!outcome.startsWith("convicted")) return { ending };
    const taken = told(when.day + 30);
    if (dice.chance(0.004) && this.#isOver(taken)) return { ending, pleaWithdrawn: taken };
    const sentence = this.#sentence(when.day, tier, lesser === undefined ? undefined : LONGEST_LESSER);
    return sentence === undefined ? { ending } : { ending, sentence };
  }

  /** A sentence with what may become of it. */
  #sentence(convicted: Day, tier: DefendantPlan["tier"], most?: number): SentencePlan | undefined {
    const dice = this.#dice;
    const when = told(convicted + dice.between(50, 190));
    if (!this.#isOver(when) || !dice.chance(0.95)) return undefined;
    const term = termFor(dice, tier, most);
    const later = told(when.day + dice.between(150, 700));
    const report = reportDay(when.report + dice.between(10, 120));
    const fate = dice.share();
    if (fate < 0.03 && this.#isOver(later))
      return { told: when, term, amended: { told: later, term: less(term) } };
    if (fate < 0.05 && this.#isOver(later)) return { told: when, term, vacated: this.#vacatur(later, term) };
    if (fate < 0.07 && report <= this.#last && term.kind === "months")
      return { told: when, term, misread: { term: { kind: "months", months: term.months + 10 }, report } };
    return { told: when, term };
  }

  #vacatur(when: Told, term: Term): NonNullable<SentencePlan["vacated"]> {
    const dice = this.#dice;
    const convicted = told(when.day + dice.between(30, 200));
    const sentenced = told(convicted.day + dice.between(40, 90));
    const again = this.#isOver(sentenced) && dice.chance(0.5);
    return {
      told: when,
      convictions: dice.chance(0.6),
      ...(again ? { again: { convicted, sentenced, term: less(term) } } : {}),
    };
  }

  /** Somebody of this tier, now and then charged with no felony. */
  charged<T extends object>(
    tier: DefendantPlan["tier"],
    of: T & Pick<DefendantPlan, "counts">,
    share = 0.08,
  ) {
    const dice = this.#dice;
    const isLesser = tier === "member" && of.counts === 1 && dice.chance(share);
    return isLesser ? { ...of, tier, lesser: dice.weighted(lesserCharges) } : { ...of, tier };
  }

  #defendant(opened: Day, filed: Day, first: boolean): DefendantPlan {
    const dice = this.#dice;
    const { part, tier } = dice.weighted(parts);
    const plain = this.charged(tier, { part, counts: dice.weighted(numberOfCounts) });
    if (!first && dice.chance(tier === "leader" ? 0.5 : 0.03)) {
      const country = dice.weighted(requested);
      const asked = filed + dice.between(10, 300);
      const arrested = told(asked + dice.between(3, 60));
      if (!this.#isOver(told(asked))) return { ...plain, arrests: [] };
      const extradition = this.extradition(country, asked, arrested.day);
      const arrests = this.#isOver(arrested) ? [{ told: arrested, place: "foreign" as const, country }] : [];
      const ready = extradition.surrendered?.day;
      return { ...plain, arrests, extradition, ...(ready === undefined ? {} : this.#outcome(ready, plain)) };
    }
    const arrests = dice.chance(0.95) ? this.#arrest(opened, first) : [];
    const [arrest] = arrests;
    return { ...plain, arrests, ...(arrest ? this.#outcome(Math.max(arrest.told.day, filed), plain) : {}) };
  }

  assets(opened: Day, kinds = assetKinds): AssetPlan[] {
    const dice = this.#dice;
    if (!dice.chance(0.25)) return [];
    const worth: Partial<Record<string, number>> = { cash: 9_000, vehicle: 14_000, "real-property": 160_000 };
    return Array.from({ length: dice.between(1, 4) }, () => {
      const asset = dice.weighted(kinds);
      const mean = worth[asset];
      return {
        told: told(opened + dice.between(0, 60)),
        asset,
        ...(mean === undefined ? {} : { value: dice.skewed(mean, mean * 60) * 100 }),
      };
    }).filter((asset) => this.#isOver(asset.told));
  }

  /** Some defendants are the same person as one of an earlier case; of some it is found out only later. */
  #sharing(defendants: DefendantPlan[], persons: string[]): void {
    const dice = this.#dice;
    // Nobody is a defendant twice in one case.
    const here = new Set<string>();
    for (const [index, one] of defendants.entries()) {
      const chance = dice.share();
      if (chance > 0.08) continue;
      const before = persons.filter((person) => !here.has(person));
      const known = chance < 0.04 && before.length > 0 ? dice.pick(before) : undefined;
      const person = known ?? dice.uuid();
      if (known === undefined) persons.push(person);
      here.add(person);
      const report = reportDay((one.arrests[0]?.told.report ?? this.#last) + dice.between(60, 400));
      const later = known !== undefined && report <= this.#last && dice.chance(0.5);
      defendants[index] = { ...one, ...(later ? { merged: { person, report } } : { person }) };
    }
    if (persons.length > 50) persons.splice(0, persons.length - 50);
  }

  /** The `number`th case, opened on a day. `persons` are those of the cases before; none is shared where it is left out. */
  case(number: number, opened: Day, persons?: string[]): CasePlan {
    const dice = this.#dice;
    const filed = told(opened + dice.between(3, 27));
    const defendants = Array.from({ length: dice.weighted(numberOfDefendants) }, (_, index) =>
      this.#defendant(opened, filed.day, index === 0),
    );
    if (persons !== undefined) this.#sharing(defendants, persons);
    const first = Math.min(...defendants.map(({ ending }) => ending?.told.day ?? this.#last));
    const place = placeOf(dice, opened);
    const superseded = told(filed.day + dice.between(20, 150));
    const transferred = told(filed.day + dice.between(15, 200));
    const elsewhere = dice.weighted(districtShares);
    const mistaken = told(opened + dice.between(1, 60));
    const withdrawn = reportDay(mistaken.report + dice.between(5, 200));
    return {
      number,
      ...place,
      setting: dice.weighted(settings),
      offense: opened - dice.between(0, 40),
      opened: told(opened),
      complaint: dice.chance(0.6),
      filed,
      ...(dice.chance(0.15) && superseded.day < first ? { superseded } : {}),
      ...(dice.chance(0.03) && this.#isOver(transferred) && elsewhere !== place.district
        ? { transferred: { district: elsewhere, told: transferred } }
        : {}),
      defendants,
      ...(dice.chance(0.02) ? { others: { told: told(opened), persons: dice.between(2, 6) } } : {}),
      ...(dice.chance(0.1) && withdrawn <= this.#last ? { mistaken: { told: mistaken, withdrawn } } : {}),
      assets: this.assets(opened),
      organization: dice.weighted(organizations),
    };
  }
}
