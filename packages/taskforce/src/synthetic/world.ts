/**
 * What synthetic cases are made of, and how often each thing comes. The shares of districts follow the public record;
 * everything else is our choice, plausible and nobody's statistics.
 */
import { districts, taskForceAsOf } from "../reference/pure.ts";
import { type Day, dayOf, iso } from "./days.ts";
import type { Weighted } from "./dice.ts";

/*
 * People sentenced under the smuggling guideline in fiscal year 2023, by district, and the rest of 4,731 spread over the
 * other districts. Source: U.S. Sentencing Commission, Quick Facts on alien smuggling, as read for data/public-record.
 */
const SENTENCED_2023: Readonly<Record<string, number>> = { TXW: 1490, TXS: 1191, AZ: 981, CAS: 490, NM: 312 };
const ALL_SENTENCED_2023 = 4731;

const elsewhere = districts.filter(({ key }) => SENTENCED_2023[key] === undefined);
const restShare =
  (ALL_SENTENCED_2023 - Object.values(SENTENCED_2023).reduce((sum, number) => sum + number, 0)) /
  elsewhere.length;

/** Every federal district, as often as the public record has it. */
export const districtShares: Weighted<string> = [
  ...Object.entries(SENTENCED_2023),
  ...elsewhere.map(({ key }) => [key, restShare] as const),
];

const membersOn = new Map<Day, Weighted<string>>();
/** The first day by which a statement lists districts; nobody says which there were before, so the same are taken. */
const FIRST_LIST = dayOf("2022-06-30");

/** The districts that public statements show in the task force by a day, as often as the public record has them. */
export function taskForceDistricts(day: Day): Weighted<string> {
  const known = membersOn.get(day);
  if (known) return known;
  const shares = new Map(districtShares);
  const members = taskForceAsOf(iso(Math.max(day, FIRST_LIST))).districts.map(
    ({ key }) => [key, shares.get(key) ?? restShare] as const,
  );
  membersOn.set(day, members);
  return members;
}

/** Where journeys begin; each goes on through Mexico, Canada or the sea. */
export const origins: Weighted<string> = [
  ["GT", 30],
  ["MX", 22],
  ["HN", 18],
  ["SV", 9],
  ["EC", 7],
  ["CO", 4],
  ["NI", 3],
  ["DO", 2],
  ["CU", 2],
  ["BR", 2],
  ["IN", 1],
];

/** The countries asked for extraditions. */
export const requested: Weighted<string> = [
  ["GT", 34],
  ["MX", 31],
  ["HN", 15],
  ["CO", 7],
  ["SV", 5],
  ["PA", 4],
  ["CA", 4],
];

/** Where the people of a case were found, and what that says of the venture. */
export interface Setting {
  readonly title: string;
  readonly means: readonly string[];
  readonly concealment: string;
  /** People smuggled at once, about. */
  readonly people: number;
  /** Shares of ventures in which this happened. */
  readonly risk: number;
  readonly deaths: number;
  readonly flight: number;
  readonly weapon: number;
  readonly detained: number;
}

function setting(
  title: string,
  means: readonly string[],
  concealment: string,
  [people, risk, deaths, flight, weapon, detained]: readonly [number, number, number, number, number, number],
): Setting {
  return { title, means, concealment, people, risk, deaths, flight, weapon, detained };
}

export const settings: Weighted<Setting> = [
  [setting("car near the border", ["passenger-vehicle"], "none", [4, 0.1, 0.003, 0.2, 0.04, 0]), 30],
  [setting("hidden in a trunk", ["passenger-vehicle"], "trunk-or-engine", [3, 0.8, 0.01, 0.1, 0.02, 0]), 9],
  [setting("tractor-trailer", ["truck"], "cargo", [32, 0.9, 0.05, 0.03, 0.03, 0]), 12],
  [setting("stash house", ["stash-house", "passenger-vehicle"], "none", [24, 0.4, 0.01, 0.02, 0.2, 0.3]), 13],
  [setting("high-speed flight", ["passenger-vehicle"], "none", [5, 0.9, 0.06, 1, 0.06, 0]), 9],
  [setting("led on foot", ["on-foot"], "none", [9, 0.5, 0.03, 0.05, 0.05, 0.03]), 11],
  [setting("open boat", ["boat"], "vessel", [13, 0.9, 0.05, 0.1, 0.02, 0]), 5],
  [setting("borrowed papers", ["port-of-entry"], "none", [2, 0.02, 0, 0, 0, 0]), 6],
  [setting("freight train", ["train"], "cargo", [11, 0.9, 0.05, 0, 0.01, 0]), 2],
  [
    setting(
      "several countries",
      ["on-foot", "truck", "stash-house"],
      "cargo",
      [90, 0.6, 0.06, 0.03, 0.2, 0.3],
    ),
    3,
  ],
];

/** What a count charges; the wording is ours, the citation the law's. */
export interface Charge {
  readonly wording: string;
  readonly citation: string;
}

export const conspiracy: Charge = {
  wording: "conspiracy to bring, transport or harbor people unlawfully in the United States",
  citation: "8 USC 1324(a)(1)(A)(v)(I)",
};

export const charges: Weighted<Charge> = [
  [
    { wording: "transporting people unlawfully in the United States", citation: "8 USC 1324(a)(1)(A)(ii)" },
    50,
  ],
  [{ wording: "harboring people unlawfully in the United States", citation: "8 USC 1324(a)(1)(A)(iii)" }, 20],
  [
    {
      wording: "bringing people to the United States for financial gain",
      citation: "8 USC 1324(a)(2)(B)(ii)",
    },
    20,
  ],
  [{ wording: "conspiracy to launder money", citation: "18 USC 1956(h)" }, 6],
  [{ wording: "possession of a firearm by a person convicted of a felony", citation: "18 USC 922(g)(1)" }, 3],
  [{ wording: "hostage taking", citation: "18 USC 1203" }, 1],
];

/** Charges that stand alone against those of the lowest part: a misdemeanor, or one whose grade the citation does not tell. */
export const lesserCharges: Weighted<Charge> = [
  [
    {
      wording: "bringing a person to the United States without authorization",
      citation: "8 USC 1324(a)(2)(A)",
    },
    3,
  ],
  [{ wording: "aiding an entry outside a port of entry", citation: "8 USC 1325(a)" }, 1],
];

/** The longest term for one of them, in months. */
export const LONGEST_LESSER = 12;

export type Tier = "leader" | "organizer" | "significant-facilitator" | "manager" | "member";

/** What a defendant is said to have done, and how high that stands. */
export const parts: Weighted<{ readonly part: string; readonly tier: Tier }> = [
  [{ part: "driver", tier: "member" }, 38],
  [{ part: "foot guide", tier: "member" }, 16],
  [{ part: "keeper of a stash house", tier: "member" }, 13],
  [{ part: "scout", tier: "member" }, 8],
  [{ part: "recruiter of drivers", tier: "manager" }, 8],
  [{ part: "collector of payments", tier: "significant-facilitator" }, 6],
  [{ part: "supplier of vehicles", tier: "significant-facilitator" }, 4],
  [{ part: "coordinator", tier: "organizer" }, 5],
  [{ part: "leader", tier: "leader" }, 2],
];

export const organizationKinds: Weighted<string> = [
  ["smuggling-organization", 60],
  ["cell", 18],
  ["transnational-organization", 14],
  ["facilitator", 6],
  ["cartel", 2],
];
