/** Kinds of assets, the units each is measured in, and the ways the government comes to hold and to lose one. */
import type { Language } from "@joint-docket/ledger/pure";
import type { Words } from "../sources/pure.ts";

export const assetKinds = {
  cash: { en: "cash", es: "dinero en efectivo" },
  "real-property": { en: "real property", es: "bien inmueble" },
  vehicle: { en: "vehicle, vessel or aircraft", es: "vehículo, embarcación o aeronave" },
  "firearm-or-ammunition": { en: "firearms or ammunition", es: "armas de fuego o municiones" },
  drug: { en: "drugs", es: "drogas" },
  other: { en: "other property", es: "otro bien" },
} satisfies Words;
export type AssetKind = keyof typeof assetKinds;

export const units = {
  parcels: { en: "parcels of land", es: "parcelas" },
  acres: { en: "acres", es: "acres" },
  vehicles: { en: "vehicles, vessels or aircraft", es: "vehículos, embarcaciones o aeronaves" },
  firearms: { en: "firearms", es: "armas de fuego" },
  rounds: { en: "rounds of ammunition", es: "municiones" },
  grams: { en: "grams", es: "gramos" },
  kilograms: { en: "kilograms", es: "kilogramos" },
  ounces: { en: "ounces", es: "onzas" },
  pounds: { en: "pounds", es: "libras" },
  milliliters: { en: "milliliters", es: "mililitros" },
  liters: { en: "liters", es: "litros" },
  tablets: { en: "tablets", es: "pastillas" },
  plants: { en: "plants", es: "plantas" },
  items: { en: "items", es: "objetos" },
} satisfies Words;
export type Unit = keyof typeof units;

/** The units where there is one. */
export const singleUnits: Words<Unit> = {
  parcels: { en: "parcel of land", es: "parcela" },
  acres: { en: "acre", es: "acre" },
  vehicles: { en: "vehicle, vessel or aircraft", es: "vehículo, embarcación o aeronave" },
  firearms: { en: "firearm", es: "arma de fuego" },
  rounds: { en: "round of ammunition", es: "munición" },
  grams: { en: "gram", es: "gramo" },
  kilograms: { en: "kilogram", es: "kilogramo" },
  ounces: { en: "ounce", es: "onza" },
  pounds: { en: "pound", es: "libra" },
  milliliters: { en: "milliliter", es: "mililitro" },
  liters: { en: "liter", es: "litro" },
  tablets: { en: "tablet", es: "pastilla" },
  plants: { en: "plant", es: "planta" },
  items: { en: "item", es: "objeto" },
};

const WEIGHTS: readonly Unit[] = ["grams", "kilograms", "ounces", "pounds"];

/** Money is its own measure, so cash has no unit but its currency. */
const UNITS_OF: Readonly<Record<AssetKind, readonly Unit[]>> = {
  cash: [],
  "real-property": ["parcels", "acres"],
  vehicle: ["vehicles"],
  "firearm-or-ammunition": ["firearms", "rounds"],
  drug: [...WEIGHTS, "milliliters", "liters", "tablets", "plants"],
  other: ["items", ...WEIGHTS],
};

/** Whether an asset of this kind is measured in the unit. */
export function measuredIn(kind: AssetKind, unit: Unit): boolean {
  return UNITS_OF[kind].includes(unit);
}

/** The units an asset of this kind is measured in, by name. */
export function unitsOf(kind: AssetKind, language: Language): string[] {
  return UNITS_OF[kind].map((unit) => units[unit][language]);
}

const COUNTED: ReadonlySet<Unit> = new Set([
  "parcels",
  "vehicles",
  "firearms",
  "rounds",
  "tablets",
  "plants",
  "items",
]);

/** Whether the unit is counted one by one, so that there is no half of it. */
export function isCountedWhole(unit: Unit): boolean {
  return COUNTED.has(unit);
}

/** How the government holds an asset until its forfeiture is decided. */
export const holds = {
  seized: { en: "seized", es: "incautado" },
  restrained: { en: "restrained by a court", es: "inmovilizado por un tribunal" },
  "notice-posted": { en: "notice posted on real property", es: "aviso fijado en un bien inmueble" },
  named: { en: "named for forfeiture, not held", es: "señalado para decomiso, sin retenerse" },
} satisfies Words;

export const proceedings = {
  administrative: { en: "administrative", es: "administrativo" },
  civil: { en: "civil", es: "civil" },
  criminal: { en: "criminal", es: "penal" },
} satisfies Words;

export const drugs = {
  cocaine: { en: "cocaine", es: "cocaína" },
  fentanyl: { en: "fentanyl", es: "fentanilo" },
  heroin: { en: "heroin", es: "heroína" },
  methamphetamine: { en: "methamphetamine", es: "metanfetamina" },
  marijuana: { en: "marijuana", es: "marihuana" },
  other: { en: "another drug", es: "otra droga" },
} satisfies Words;
