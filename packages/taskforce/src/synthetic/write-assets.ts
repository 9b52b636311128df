/** Writes what was seized in a case and what became of it: claims, orders, proceeds. */
import { type Day, iso, isOver, type Told, told } from "./days.ts";
import type { Desk } from "./desk.ts";
import type { Dice, Weighted } from "./dice.ts";
import type { AssetPlan, CasePlan } from "./plan.ts";

type Kind = AssetPlan["asset"];

/** What there is of it, beside cash: units by kind with the most there are at once. */
const quantities: Readonly<Record<Exclude<Kind, "cash">, Weighted<readonly [unit: string, most: number]>>> = {
  vehicle: [[["vehicles", 1], 1]],
  "real-property": [[["parcels", 1], 1]],
  "firearm-or-ammunition": [
    [["firearms", 5], 3],
    [["rounds", 900], 1],
  ],
  drug: [
    [["kilograms", 40], 4],
    [["grams", 800], 3],
    [["tablets", 4000], 1],
  ],
  other: [[["items", 12], 1]],
};

const drugKinds: Weighted<string> = [
  ["methamphetamine", 35],
  ["cocaine", 20],
  ["fentanyl", 20],
  ["marijuana", 20],
  ["heroin", 5],
];

const descriptions: Readonly<Record<Kind, readonly string[]>> = {
  cash: ["bundled bills", "bills in a vehicle", "bills in a house"],
  vehicle: ["pickup truck", "sport utility vehicle", "car", "truck with trailer", "boat"],
  "real-property": ["house used to keep people", "lot with a building"],
  "firearm-or-ammunition": ["found in a vehicle", "found in a house"],
  drug: ["found in a vehicle", "found in a house"],
  other: ["telephones", "ledgers and telephones", "jewelry"],
};

function quantityOf(dice: Dice, asset: Kind) {
  if (asset === "cash") return undefined;
  const [unit, most] = dice.weighted(quantities[asset]);
  return { amount: dice.between(1, most), unit };
}

const usd = (minor: number) => ({ minor, currency: "USD" });

interface Held {
  readonly key: string;
  readonly asset: Kind;
  readonly value: number | undefined;
  readonly since: Day;
}

function seized(
  desk: Desk,
  dice: Dice,
  plan: CasePlan,
  inCase: string,
  parties: readonly string[],
  of: AssetPlan,
): Held {
  const { asset, value, misread, told: taken } = of;
  const hold = of.hold ?? (asset === "real-property" && dice.chance(0.6) ? "notice-posted" : "seized");
  const body = (worth: number | undefined) => ({
    case: inCase,
    asset,
    hold,
    description,
    ...(asset === "drug" ? { drug } : {}),
    ...(quantity === undefined ? {} : { quantity }),
    ...(worth === undefined ? {} : { value: { amount: usd(worth), asOf: iso(taken.day) } }),
    ...(defendant === undefined ? {} : { defendant }),
    district: plan.district,
  });
  const description = dice.pick(descriptions[asset]);
  const drug = dice.weighted(drugKinds);
  const quantity = quantityOf(dice, asset);
  const defendant = dice.chance(0.6) ? dice.pick(parties) : undefined;
  const key = desk.write("asset.seized", body(misread?.value ?? value), { told: taken });
  if (misread !== undefined)
    desk.write("asset.seized", body(value), {
      report: misread.report,
      occurred: iso(taken.day),
      replaces: key,
      reason: "The sum was written with a digit too many.",
    });
  return { key, asset, value, since: taken.day };
}

function ordered(desk: Desk, dice: Dice, { key, asset, value, since }: Held): Told | undefined {
  const proceeding = asset === "real-property" ? "civil" : dice.chance(0.5) ? "administrative" : "criminal";
  const when = told(since + dice.between(90, 220));
  if (!isOver(when)) return undefined;
  // Sometimes the owner gets part of the money back.
  const part =
    asset === "cash" && value !== undefined && dice.chance(0.2) ? Math.floor(value / 2) : undefined;
  const amount = part === undefined ? {} : { amount: usd(part) };
  if (proceeding === "criminal") {
    desk.write(
      "asset.forfeited",
      { proceeding, stage: "preliminary", ...amount },
      { subject: key, told: when },
    );
    const final = told(when.day + dice.between(60, 150));
    if (!isOver(final)) return undefined;
    desk.write("asset.forfeited", { proceeding, stage: "final", ...amount }, { subject: key, told: final });
    return final;
  }
  desk.write("asset.forfeited", { proceeding, stage: "final", ...amount }, { subject: key, told: when });
  return when;
}

function realized(desk: Desk, dice: Dice, { key, asset, value }: Held, order: Told): void {
  const when = told(order.day + dice.between(40, 300));
  if (!isOver(when)) return;
  const write = (body: Record<string, unknown>) =>
    desk.write("asset.realized", body, { subject: key, told: when });
  const fund = dice.chance(0.6) ? "treasury" : "justice";
  if (asset === "firearm-or-ammunition" || asset === "drug") write({ disposal: "destroyed" });
  else if (asset === "other") write({ disposal: "official-use" });
  else if (value === undefined) write({ disposal: "sold", fund });
  else if (asset === "cash") write({ disposal: "deposited", realized: usd(Math.floor(value / 2)), fund });
  else {
    const gross = Math.floor((value * dice.between(55, 95)) / 100);
    const costs = Math.floor((gross * dice.between(5, 25)) / 100);
    write({ disposal: "sold", gross: usd(gross), costs: usd(costs), realized: usd(gross - costs), fund });
  }
}

/** Writes the assets of a case. Gives back their keys. */
export function writeAssets(
  desk: Desk,
  dice: Dice,
  plan: CasePlan,
  inCase: string,
  parties: readonly string[],
): string[] {
  return plan.assets.map((of) => {
    const held = seized(desk, dice, plan, inCase, parties, of);
    const claim = told(held.since + dice.between(35, 80));
    if (dice.chance(0.25) && isOver(claim))
      desk.write(
        "asset.claimed",
        {
          claimant: dice.pick(["defendant", "owner", "owner", "lienholder"]),
          proceeding: held.asset === "real-property" ? "civil" : "administrative",
          innocentOwner: dice.chance(0.4),
        },
        { subject: held.key, told: claim },
      );
    // What was first recorded wrongly is not ordered forfeit in the same breath.
    const order = of.misread === undefined && dice.chance(0.65) ? ordered(desk, dice, held) : undefined;
    if (order !== undefined && dice.chance(0.7)) realized(desk, dice, held, order);
    return held.key;
  });
}
