/** The facts that can give a case priority: those the announcement of 31 May 2024 names, and how each is read from the record. */
import type { Words } from "../sources/pure.ts";
import type { VentureDescribed } from "../ventures/pure.ts";

/** In the announcement's order, with deaths, number of people and leadership, which its other parts name. */
export const factors = {
  "vulnerable-people": { en: "vulnerable people", es: "personas vulnerables" },
  "security-concern": { en: "security concern", es: "preocupación de seguridad" },
  contraband: { en: "contraband", es: "contrabando" },
  "high-speed-flight": { en: "high-speed flight", es: "huida a gran velocidad" },
  firearms: { en: "firearms", es: "armas de fuego" },
  deaths: { en: "deaths", es: "muertes" },
  people: { en: "number of people", es: "número de personas" },
  leadership: { en: "leadership", es: "liderazgo" },
} satisfies Words;
export type Factor = keyof typeof factors;

/** Factors that are a number, of which a policy says how many it takes. */
export const counted: readonly Factor[] = ["deaths", "people"];

/**
 * What one entry says of a factor: a number of people, yes or no; undefined where it does not say. “About” and “at least”
 * are read as the number they give.
 */
export type Says = number | boolean | undefined;

export const inVenture: Readonly<Partial<Record<Factor, (venture: VentureDescribed) => Says>>> = {
  "vulnerable-people": ({ vulnerablePeople, minors, unaccompaniedMinors }) =>
    anyOf([vulnerablePeople, some(minors?.count), some(unaccompaniedMinors?.count)]),
  "security-concern": ({ securityConcern }) => securityConcern,
  contraband: ({ contraband }) => contraband,
  "high-speed-flight": ({ flight }) =>
    // That a vehicle fled does not say how fast.
    flight === undefined || flight === "fled" ? undefined : flight === "at-high-speed",
  firearms: ({ firearm, weapon }) =>
    firearm ?? (weapon === "firearm-discharged" ? true : weapon === "none" ? false : undefined),
  deaths: ({ deaths }) => deaths?.count,
  people: ({ people }) => people?.count,
};

const some = (count: number | undefined) => (count === undefined ? undefined : count > 0);

/** Yes where one says so; no only where all of them are known. */
export function anyOf(answers: readonly (boolean | undefined)[]): boolean | undefined {
  if (answers.includes(true)) return true;
  return answers.includes(undefined) ? undefined : answers.length > 0 ? false : undefined;
}
