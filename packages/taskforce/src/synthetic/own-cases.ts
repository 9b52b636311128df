/** The task force's own cases in the scenario: the people drawn, in cases, with what else happened in them. */
import { type Day, dayOf, LAST_DAY, reportDay, type Told, told } from "./days.ts";
import { Dice, type Weighted } from "./dice.ts";
import { Draw, type Drawn, otherEnding } from "./draw.ts";
import { Imagination } from "./imagine.ts";
import type { AssetPlan, CasePlan, DefendantPlan } from "./plan.ts";
import { cash, misreadCash, mistakes, stages } from "./stages.ts";
import { type Setting, settings, taskForceDistricts } from "./world.ts";

const groupSizes: Weighted<number> = [
  [1, 30],
  [2, 25],
  [3, 18],
  [4, 12],
  [6, 10],
  [9, 5],
];
const assetsBesideCash: Weighted<AssetPlan["asset"]> = [
  ["vehicle", 50],
  ["firearm-or-ammunition", 20],
  ["drug", 12],
  ["real-property", 8],
  ["other", 10],
];
/** Of each kind that was named on December 4, 2023, one at least by then. */
const namedIn2023: readonly AssetPlan["asset"][] = [
  "vehicle",
  "firearm-or-ammunition",
  "drug",
  "real-property",
];

/** The people of a stage in cases: those arrested close together belong to one, and so do the four of Guatemala. */
function grouped(dice: Dice, people: readonly Drawn[]): Drawn[][] {
  const four = people.filter(({ stage, country }) => stage === 0 && country !== undefined);
  const rest = people.filter((one) => !four.includes(one));
  const groups: Drawn[][] = [four];
  let group: Drawn[] = [];
  let size = 0;
  for (const one of rest) {
    const [first] = group;
    if (
      !first ||
      group.length >= size ||
      first.stage !== one.stage ||
      one.arrest.day > first.arrest.day + 45
    ) {
      group = [];
      groups.push(group);
      size = dice.weighted(groupSizes);
    }
    group.push(one);
  }
  return groups.sort((a, b) => (a[0]?.arrest.day ?? 0) - (b[0]?.arrest.day ?? 0));
}

const abroadSetting = settings.find(([{ means }]) => means.length === 3)?.[0] as Setting;

export class OwnCases {
  readonly #dice: Dice;
  readonly #imagination: Imagination;
  readonly cases: CasePlan[] = [];

  constructor(seed: number) {
    this.#dice = new Dice(seed, 0);
    this.#imagination = new Imagination(this.#dice, LAST_DAY);
    const { people } = new Draw(this.#dice);
    for (const group of grouped(this.#dice, people)) this.cases.push(this.#caseOf(group));
    this.#twins();
    this.#others();
    this.#mistakes();
    this.#cash();
    this.#kindsOfAssets();
  }

  #caseOf(people: readonly Drawn[]): CasePlan {
    const dice = this.#dice;
    const sealed = people.flatMap(({ plan }) => plan.extradition?.requested.day ?? []);
    const arrested = Math.min(...people.map(({ arrest }) => arrest.day));
    // Whoever is sought abroad is indicted before.
    const isSealed = sealed.length > 0;
    const opened = isSealed ? Math.min(arrested, ...sealed) - dice.between(8, 25) : arrested;
    const filed = told(isSealed ? opened + 2 : opened + dice.between(4, 20));
    const first = Math.min(...people.map(({ plan }) => plan.ending?.told.day ?? LAST_DAY));
    const superseded = told(filed.day + dice.between(30, 80));
    return {
      number: this.cases.length + 1,
      district: dice.weighted(taskForceDistricts(arrested)),
      taskForce: "yes",
      setting: isSealed ? abroadSetting : dice.weighted(settings),
      offense: opened - dice.between(0, 20),
      opened: told(opened),
      complaint: !isSealed && dice.chance(0.6),
      filed,
      ...(dice.chance(0.2) && superseded.day < first ? { superseded } : {}),
      defendants: people.map((one, n) => otherEnding(n + this.cases.length, one)),
      assets: this.#imagination.assets(opened, assetsBesideCash),
      organization: isSealed
        ? "new"
        : dice.weighted([["none", 50] as const, ["known", 42] as const, ["new", 8] as const]),
    };
  }

  /** The latest case that was open by a day. */
  #openBy(day: Day): number {
    const opened = (at: number) => this.cases[at]?.opened.day ?? 0;
    return this.cases.reduce(
      (latest, one, at) => (one.opened.day <= day && one.opened.day > opened(latest) ? at : latest),
      -1,
    );
  }

  #change(at: number, more: Partial<CasePlan>): void {
    const one = this.cases[at];
    if (!one) throw new Error("The scenario has no case for this.");
    this.cases[at] = { ...one, ...more };
  }

  /** Three defendants whom another district prosecutes as well, arrested once, convicted and sentenced there later. */
  #twins(): void {
    const dice = this.#dice;
    const isPlain = ({ person, merged, sentence, arrests, extradition }: DefendantPlan) =>
      !person &&
      !merged &&
      sentence?.term.kind === "months" &&
      !sentence.vacated &&
      arrests.length === 1 &&
      !arrests[0]?.occurred &&
      !extradition;
    for (const by of ["2022-03-01", "2023-03-01", "2024-03-01"].map(dayOf)) {
      const at = this.cases.findLastIndex(
        ({ opened, defendants }) => opened.day < by - 60 && defendants.some(isPlain),
      );
      const from = this.cases[at] as CasePlan;
      const one = from.defendants.find(isPlain) as DefendantPlan;
      const person = dice.uuid();
      this.#change(at, {
        defendants: from.defendants.map((each) => (each === one ? { ...one, person } : each)),
      });
      const elsewhere = taskForceDistricts(from.opened.day).filter(([key]) => key !== from.district);
      const after = (when: Told | undefined, days: number) => told((when?.report ?? by) + days);
      const [ending, sentence] = [after(one.ending?.told, 30), after(one.sentence?.told, 60)];
      this.cases.push({
        ...from,
        number: this.cases.length + 1,
        district: dice.weighted(elsewhere),
        complaint: false,
        filed: from.filed,
        defendants: [
          {
            part: one.part,
            tier: one.tier,
            person,
            counts: 1,
            arrests: one.arrests,
            ending: { told: ending, outcome: "convicted-plea", counts: 1 },
            ...(sentence.report <= LAST_DAY
              ? { sentence: { told: sentence, term: { kind: "months" as const, months: 12 } } }
              : {}),
          },
        ],
        assets: [],
        organization: "none",
      });
    }
  }

  /** Arrests of several people whom no source tells apart. */
  #others(): void {
    for (const { from, to, others } of stages) {
      if (others === 0) continue;
      const report = reportDay(Math.floor((from + to) / 2));
      this.#change(this.#openBy(report - 4), {
        others: { told: { day: report - 3, report }, persons: others },
      });
    }
  }

  #mistakes(): void {
    for (const [report, withdrawn] of mistakes)
      this.#change(this.#openBy(report - 4), { mistaken: { told: { day: report - 3, report }, withdrawn } });
  }

  #held(asset: AssetPlan): void {
    const at = this.#openBy(asset.told.day);
    this.#change(at, { assets: [...(this.cases[at]?.assets ?? []), asset] });
  }

  #cash(): void {
    const dice = this.#dice;
    for (const { from, to, times, dollars } of cash)
      for (let n = 0; n < times; n++) {
        const report = reportDay(from + Math.floor(((to - from) * (n + dice.share())) / times) - 6);
        const value = dice.between(dollars[0] / 100, dollars[1] / 100) * 10_000;
        this.#held({ told: { day: report - dice.between(1, 6), report }, asset: "cash", value });
      }
    const { told: report, corrected, dollars, written } = misreadCash;
    this.#held({
      told: { day: report - 2, report },
      asset: "cash",
      value: dollars * 100,
      misread: { value: written * 100, report: corrected },
    });
  }

  #kindsOfAssets(): void {
    for (const [n, asset] of namedIn2023.entries()) {
      const when = told(dayOf("2022-02-01") + n * 100 + this.#dice.between(0, 60));
      const worth = { vehicle: 1_900_000, "real-property": 21_000_000 } as Partial<Record<string, number>>;
      const value = worth[asset];
      this.#held({ told: when, asset, hold: "seized", ...(value === undefined ? {} : { value }) });
    }
  }
}
