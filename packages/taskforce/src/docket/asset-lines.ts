/** An asset in one line: what it is, how it came to be held, and every step until money was realized. */
import type { Certainty, Money, StandingRecord } from "@joint-docket/ledger/pure";
import {
  type AssetClaimed,
  type AssetForfeited,
  type AssetRealized,
  type AssetSeized,
  type AssetState,
  assetState,
  claimsOf,
  ordersOf,
  type Quantity,
  realizationsOf,
} from "../assets/pure.ts";
import { byDate, opened, type StepLine, stepLines } from "./lines.ts";

export interface AssetLine {
  readonly id: string;
  readonly entry: string;
  readonly of: string;
  readonly kind: AssetSeized["asset"];
  readonly hold: AssetSeized["hold"];
  readonly state: AssetState;
  readonly description: string | null;
  readonly drug: string | null;
  readonly quantity: Quantity | null;
  readonly value: Money | null;
  readonly valuedOn: string | null;
  /** When it came to be held. */
  readonly occurred: string | null;
  readonly certainty: Certainty;
  readonly defendant: string | null;
  readonly district: string | null;
  readonly country: string | null;
  readonly claims: readonly StepLine<AssetClaimed>[];
  readonly orders: readonly StepLine<AssetForfeited>[];
  readonly realizations: readonly StepLine<AssetRealized>[];
}

/** The assets among the records, in order of when they came to be held; undated last. */
export function assetLines(records: readonly StandingRecord[]): AssetLine[] {
  const lines = records.flatMap((record) => {
    const seizure = opened<AssetSeized>(record, "asset.seized");
    const state = assetState(record);
    if (!seizure || state === undefined) return [];
    const { body } = seizure;
    const line: AssetLine = {
      id: record.id,
      entry: seizure.id,
      of: body.case,
      kind: body.asset,
      hold: body.hold,
      state,
      description: body.description ?? null,
      drug: body.drug ?? null,
      quantity: body.quantity ?? null,
      value: body.value?.amount ?? null,
      valuedOn: body.value?.asOf ?? null,
      occurred: seizure.occurred ?? null,
      certainty: seizure.certainty ?? "stated",
      defendant: body.defendant ?? null,
      district: body.district ?? null,
      country: body.country ?? null,
      claims: stepLines(claimsOf(record)),
      orders: stepLines(ordersOf(record)),
      realizations: stepLines(realizationsOf(record)),
    };
    return [line];
  });
  return byDate(lines);
}
