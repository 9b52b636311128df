/** Writes a planned case with all that hangs on it: numbers, venture, what happened in court, assets, ties, documents. */
import { iso, type Told } from "./days.ts";
import type { Desk } from "./desk.ts";
import type { Dice } from "./dice.ts";
import type { CasePlan } from "./plan.ts";
import { type CourtCase, writeCourt } from "./write-court.ts";
import { writeAssets } from "./write-assets.ts";
import { Ties } from "./write-ties.ts";
import { origins } from "./world.ts";

export const MADE_UP = "Made up by a program for practice; no such case exists.";

/** What a venture came to. */
interface Venture {
  readonly people: number;
  readonly deaths: number;
  readonly injured: number;
  readonly minors: number;
  readonly unaccompanied: number;
  readonly flight: boolean;
  readonly weapon: boolean;
  readonly detained: boolean;
}

function imagined(dice: Dice, { setting }: CasePlan): Venture {
  const people = dice.skewed(setting.people, setting.people * 30);
  const deaths = dice.chance(setting.deaths) ? Math.min(people, dice.skewed(2, 40)) : 0;
  const injured = deaths > 0 || dice.chance(0.04) ? Math.min(people - deaths, dice.skewed(2, 30)) : 0;
  const minors = dice.chance(0.2) ? Math.min(people, dice.skewed(2, 20)) : 0;
  return {
    people,
    deaths,
    injured,
    minors,
    unaccompanied: minors > 0 && dice.chance(0.5) ? dice.between(1, minors) : 0,
    flight: dice.chance(setting.flight),
    weapon: dice.chance(setting.weapon),
    detained: dice.chance(setting.detained),
  };
}

function opened(desk: Desk, plan: CasePlan, venture: Venture): string {
  const { setting, number, district, taskForce } = plan;
  const { people, deaths, injured, minors, unaccompanied } = venture;
  return desk.write(
    "case.opened",
    {
      title: `Synthetic case ${number}: ${setting.title}`,
      district,
      taskForce,
      status: "charged",
      summary: MADE_UP,
      offense: iso(plan.offense),
      announced: iso(plan.opened.report),
      peopleSmuggled: { count: people, qualifier: people > 20 ? "at-least" : "exact" },
      ...(deaths > 0 ? { deaths } : {}),
      ...(injured > 0 ? { injured } : {}),
      ...(minors > 0 ? { minors: true, unaccompaniedMinors: unaccompanied > 0 } : {}),
      ...(venture.weapon ? { weapon: true } : {}),
      ...(venture.flight ? { flight: true } : {}),
      ...(venture.detained ? { detainedForPayment: true } : {}),
    },
    { told: plan.opened, certainty: "alleged" },
  );
}

const exactly = (count: number) => ({ count, qualifier: "exact" });

function ventured(desk: Desk, dice: Dice, plan: CasePlan, inCase: string, venture: Venture): string {
  const { setting } = plan;
  const origin = dice.weighted(origins);
  const countries = origin === "MX" ? ["MX", "US"] : [origin, ...(origin === "GT" ? [] : ["GT"]), "MX", "US"];
  const fee = dice.between(20, 160) * 100;
  const { people, deaths, injured, minors, unaccompanied } = venture;
  return desk.write(
    "venture.described",
    {
      case: inCase,
      form: setting.people > 50 ? "course" : "event",
      title: `Synthetic venture: ${setting.title}`,
      people: people > 20 ? { count: people, qualifier: "at-least" } : exactly(people),
      ...(deaths > 0 ? { deaths: exactly(deaths) } : {}),
      ...(injured > 0 ? { injuries: { [dice.pick(["bodily", "serious"])]: exactly(injured) } } : {}),
      ...(minors > 0 ? { minors: exactly(minors) } : {}),
      ...(unaccompanied > 0 ? { unaccompaniedMinors: exactly(unaccompanied) } : {}),
      ...(dice.chance(0.03) ? { vulnerablePeople: true } : {}),
      substantialRisk: deaths > 0 || dice.chance(setting.risk),
      ...(venture.weapon ? { weapon: "possessed", firearm: dice.chance(0.8) } : {}),
      ...(venture.flight ? { flight: dice.chance(0.6) ? "at-high-speed" : "fled" } : {}),
      ...(venture.detained ? { detainedForPayment: true } : {}),
      ...(dice.chance(0.004) ? { sexualAssault: dice.pick(["abroad", "in-united-states"]) } : {}),
      concealment: setting.concealment,
      ...(dice.chance(0.01) ? { securityConcern: true } : {}),
      ...(dice.chance(0.05) ? { contraband: true } : {}),
      means: setting.means,
      route: { countries, district: plan.district },
      ...(dice.chance(0.8) ? { forProfit: true } : {}),
      ...(dice.chance(0.3) ? { feePerPerson: { least: { minor: fee * 100, currency: "USD" } } } : {}),
    },
    { told: { day: plan.offense, report: plan.opened.report }, certainty: "alleged" },
  );
}

/** The number that a court gives: no two cases of a docket share one. */
function numberOf(plan: CasePlan, type: "cr" | "mj", { day }: Told, shift = 0): string {
  const serial = String(((plan.number + shift) % 99_999) + 1).padStart(5, "0");
  return `${1 + (plan.number % 8)}:${iso(day).slice(2, 4)}-${type}-${serial}`;
}

function numbered(desk: Desk, plan: CasePlan, inCase: string): string {
  const docketed = (district: string, number: string, when: Told) =>
    desk.write("case.docketed", { district, number }, { subject: inCase, told: when });
  if (plan.complaint) docketed(plan.district, numberOf(plan, "mj", plan.opened), plan.opened);
  const number = numberOf(plan, "cr", plan.filed);
  docketed(plan.district, number, plan.filed);
  if (plan.transferred !== undefined) {
    const { district, told: when } = plan.transferred;
    docketed(district, numberOf(plan, "cr", when, 50_000), when);
  }
  return number;
}

function filedPapers(
  desk: Desk,
  dice: Dice,
  { plan, key, parties, instruments }: CourtCase,
  number: string,
): void {
  const paper = (title: string, documentKind: string, when: Told, more: object = {}) =>
    desk.write(
      "document.filed",
      {
        case: key,
        title,
        documentKind,
        docket: { district: plan.district, number },
        entry: (entry += dice.between(1, 9)),
        keptAt: "Synthetic file room",
        pages: dice.between(2, 30),
        ...more,
      },
      { told: when },
    );
  let entry = 0;
  for (const { key: instrument, title, told: when } of instruments)
    if (dice.chance(0.4)) paper(title, "charging-document", when, { instrument });
  for (const { label, plan: of } of parties) {
    if (of.ending?.outcome === "convicted-plea" && dice.chance(0.2))
      paper(`Plea agreement of ${label}`, "plea-agreement", of.ending.told);
    if (of.sentence !== undefined && dice.chance(0.25))
      paper(`Judgment of ${label}`, "judgment", of.sentence.told);
  }
}

/** Writes cases one after the other. */
export class Clerk {
  readonly #desk: Desk;
  readonly #ties: Ties;

  constructor(desk: Desk) {
    this.#desk = desk;
    this.#ties = new Ties(desk);
  }

  write(plan: CasePlan, dice: Dice): void {
    const desk = this.#desk;
    const venture = imagined(dice, plan);
    const inCase = opened(desk, plan, venture);
    const number = numbered(desk, plan, inCase);
    const event = ventured(desk, dice, plan, inCase, venture);
    const court = writeCourt(desk, dice, plan, inCase);
    const organization = this.#ties.organizationOf(dice, plan);
    if (organization !== undefined) this.#ties.roles(dice, court, organization);
    const assets = writeAssets(
      desk,
      dice,
      plan,
      inCase,
      court.parties.map(({ defendant }) => defendant),
    );
    const [asset] = assets;
    if (asset !== undefined && organization !== undefined && dice.chance(0.3))
      this.#ties.linked(
        dice,
        { organization },
        "uses",
        { asset },
        plan.assets[0]?.told.report ?? plan.opened.report,
      );
    this.#ties.targets(dice, court, organization, venture.deaths > 0 ? event : undefined);
    filedPapers(desk, dice, court, number);
  }
}
