/** What the interface answers of assets. */
import type { Money, Named, StepLine, Told } from "./common.ts";

export const units = [
  "parcels",
  "acres",
  "vehicles",
  "firearms",
  "rounds",
  "grams",
  "kilograms",
  "ounces",
  "pounds",
  "milliliters",
  "liters",
  "tablets",
  "plants",
  "items",
] as const;

export type Unit = (typeof units)[number];

export interface Quantity {
  amount: number;
  unit: Unit;
}

export const assetKinds = [
  "cash",
  "real-property",
  "vehicle",
  "firearm-or-ammunition",
  "drug",
  "other",
] as const;

export type AssetKind = (typeof assetKinds)[number];

export const assetStates = [
  "named",
  "notice-posted",
  "restrained",
  "seized",
  "claimed",
  "ordered",
  "forfeited",
  "realized",
] as const;

export type AssetState = (typeof assetStates)[number];

export interface AssetLine {
  id: string;
  entry: string;
  of: string;
  kind: AssetKind;
  hold: string;
  state: AssetState;
  description: string | null;
  drug: string | null;
  quantity: Quantity | null;
  value: Money | null;
  valuedOn: string | null;
  occurred: string | null;
  certainty: string;
  defendant: string | null;
  district: string | null;
  country: string | null;
  claims: StepLine<{ claimant: string; proceeding?: string; innocentOwner?: boolean }>[];
  orders: StepLine<{ proceeding: string; stage: string; amount?: Money; quantity?: Quantity }>[];
  realizations: StepLine<{
    disposal: string;
    gross?: Money;
    costs?: Money;
    realized?: Money;
    fund?: string;
  }>[];
}

export type AssetRow = AssetLine & Named;

export interface AssetTotal {
  kind: AssetKind;
  state: AssetState;
  assets: number;
  values: { currency: string; assets: number; minor: number }[];
  quantities: { unit: Unit; assets: number; amount: number }[];
  realized: { currency: string; assets: number; minor: number }[];
}

export interface AssetPage extends Told {
  asset: AssetRow;
}
