/** The years that growth is measured by: people charged and not yet found in the later one, and the cases of the years before. */
import { type Day, dayOf, told } from "./days.ts";
import { Dice } from "./dice.ts";
import { Imagination, numberOfCounts } from "./imagine.ts";
import type { CasePlan, DefendantPlan } from "./plan.ts";
import { parts } from "./world.ts";

/*
 * Growth as it was claimed on May 31, 2024, over the last fiscal year that had ended: more than 25 percent more
 * defendants charged than in fiscal year 2020, and 27 percent more felony prosecutions. A person prosecuted in two
 * districts is one defendant and two prosecutions.
 */
export const [BASE_FROM, BASE_TO] = ["2019-10-01", "2020-09-30"].map(dayOf) as [Day, Day];
const [LATER_FROM, LATER_TO] = ["2022-10-01", "2023-09-30"].map(dayOf) as [Day, Day];

/** Whether a charge was filed in the later year: prosecutions count by the defendant in a case. */
function chargedLater({ filed, superseded }: CasePlan): boolean {
  return [filed, superseded].some(
    (when) => when !== undefined && when.day >= LATER_FROM && when.day <= LATER_TO,
  );
}

/** How many prosecutions the base year and the later one must have, of which the later one has so many already. */
function growing(already: number): { base: number; later: number } {
  for (let base = 100; ; base++) {
    const later = Math.round(base * 1.27);
    if (later >= already && Math.round((later / base) * 1000) === 1270) return { base, later };
  }
}

/** Adds people charged and not yet found, some of them sought abroad, until the later year has as many as it must. */
export function withFugitives(dice: Dice, cases: CasePlan[]): number {
  const already = cases.filter(chargedLater).reduce((sum, { defendants }) => sum + defendants.length, 0);
  const { base, later } = growing(already);
  const charged = cases.flatMap((one, at) =>
    one.filed.day >= LATER_FROM && one.filed.day <= LATER_TO && one.defendants.length > 1 ? [at] : [],
  );
  for (let n = already; n < later; n++) {
    const at = dice.pick(charged);
    const one = cases[at] as CasePlan;
    const requested = told(one.filed.day + dice.between(20, 200));
    const denied = told(requested.day + 200);
    const decisions = n % 8 === 0 ? [{ told: denied, decision: "denied", by: "court" }] : [];
    const { part, tier } = dice.weighted(parts);
    const fugitive: DefendantPlan = {
      part,
      tier: n % 4 === 0 ? "organizer" : tier,
      counts: dice.weighted(numberOfCounts),
      arrests: [],
      ...(n % 4 === 0 ? { extradition: { country: dice.pick(["GT", "MX"]), requested, decisions } } : {}),
    };
    cases[at] = { ...one, defendants: [...one.defendants, fugitive] };
  }
  return base;
}

/** Cases of the years before the task force began, of which nothing is told after. */
export class Before {
  readonly #seed: number;
  readonly #last = dayOf("2021-05-19");
  #number: number;

  constructor(seed: number, number: number) {
    this.#seed = seed;
    this.#number = number;
  }

  #case(from: Day, to: Day): { plan: CasePlan; dice: Dice } {
    this.#number += 1;
    const dice = new Dice(this.#seed, this.#number);
    const opened = dice.between(from, to - 40);
    const {
      transferred: _elsewhere,
      mistaken: _mistaken,
      ...plan
    } = new Imagination(dice, this.#last).case(this.#number, opened);
    // Each prosecution of the base year is one for a felony, as those of the later year are.
    const defendants = plan.defendants.map(({ lesser: _lesser, ...one }) => one);
    return { plan: { ...plan, defendants, taskForce: "no", assets: [], organization: "none" }, dice };
  }

  /** Cases charged between two days, of exactly so many defendants; without a number, without end. */
  *cases(
    from: Day,
    to: Day,
    defendants = Number.POSITIVE_INFINITY,
  ): Generator<{ plan: CasePlan; dice: Dice }> {
    let left = defendants;
    while (left > 0) {
      const { plan, dice } = this.#case(from, to);
      yield { plan: { ...plan, defendants: plan.defendants.slice(0, left) }, dice };
      left -= plan.defendants.length;
    }
  }
}
