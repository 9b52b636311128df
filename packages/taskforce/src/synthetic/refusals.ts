/** What cannot be generated, and what can instead. */
import { defineRefusal } from "@joint-docket/ledger/pure";

/** A larger docket is no use to anybody; the number also keeps a slip of the finger from filling a disk. */
export const MOST_ENTRIES = 100_000_000;

/** Seeds are whole, 0 to this. */
export const HIGHEST_SEED = 4_294_967_295;

export const scenarios = ["announcement"] as const;
export type Scenario = (typeof scenarios)[number];

const entriesNotPossible = defineRefusal({
  code: "synthetic-entries-invalid",
  status: 400,
  en: {
    sentence: () => "That is not a number of entries that a synthetic docket can have.",
    remedy: () => "Give a whole number from 1 to 100,000,000, such as --entries 10000.",
  },
  es: {
    sentence: () => "Ese no es un número de asientos que pueda tener un expediente sintético.",
    remedy: () => "Indique un número entero de 1 a 100,000,000, como --entries 10000.",
  },
});

const seedNotPossible = defineRefusal({
  code: "synthetic-seed-invalid",
  status: 400,
  en: {
    sentence: () => "That is not a seed.",
    remedy: () =>
      "Give a whole number from 0 to 4,294,967,295, such as --seed 1; the same seed gives the same file.",
  },
  es: {
    sentence: () => "Esa no es una semilla.",
    remedy: () =>
      "Indique un número entero de 0 a 4,294,967,295, como --seed 1; la misma semilla da el mismo archivo.",
  },
});

const scenarioUnknown = defineRefusal<{ scenario: string }>({
  code: "synthetic-scenario-unknown",
  status: 400,
  en: {
    sentence: ({ scenario }) => `“${scenario}” is not a scenario.`,
    remedy: () => `Use one of ${scenarios.join(", ")}, or leave the scenario out for a docket of any kind.`,
  },
  es: {
    sentence: ({ scenario }) => `«${scenario}» no es un escenario.`,
    remedy: () =>
      `Use uno de estos: ${scenarios.join(", ")}; u omita el escenario para un expediente cualquiera.`,
  },
});

/** Reads a whole number written in digits alone. */
function whole(text: string, least: number, most: number): number | undefined {
  const number = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN;
  return number >= least && number <= most ? number : undefined;
}

/** How many entries somebody asked for. Refuses `synthetic-entries-invalid`. */
export function readEntries(text: string): number {
  const entries = whole(text, 1, MOST_ENTRIES);
  if (entries === undefined) throw entriesNotPossible({ field: "entries", value: text });
  return entries;
}

/** Refuses `synthetic-seed-invalid`. */
export function readSeed(text: string): number {
  const seed = whole(text, 0, HIGHEST_SEED);
  if (seed === undefined) throw seedNotPossible({ field: "seed", value: text });
  return seed;
}

/** Refuses `synthetic-scenario-unknown`. */
export function readScenario(text: string): Scenario {
  const found = scenarios.find((scenario) => scenario === text);
  if (found === undefined) throw scenarioUnknown({ scenario: text, field: "scenario", value: text });
  return found;
}
