/** Where an asset stands now, read from its standing entries. */
import type { Entry, StandingRecord } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
import type { AssetClaimed } from "./kinds/asset-claimed.ts";
import type { AssetForfeited } from "./kinds/asset-forfeited.ts";
import type { AssetRealized } from "./kinds/asset-realized.ts";
import type { AssetSeized } from "./kinds/asset-seized.ts";

/** An entry about an asset that stands, or that a draft would add. */
export interface Step<Body> extends Pick<Entry<Body>, "body"> {
  readonly occurred?: string | undefined;
}

/** The entry that tells what the asset is and how it is held. */
export function seizureOf(asset: StandingRecord | undefined): Entry<AssetSeized> | undefined {
  return entriesOf<AssetSeized>(asset, "asset.seized").at(-1);
}

/** The forfeiture orders that stand, oldest entry first. */
export function ordersOf(asset: StandingRecord | undefined): Entry<AssetForfeited>[] {
  return entriesOf<AssetForfeited>(asset, "asset.forfeited");
}

export function claimsOf(asset: StandingRecord | undefined): Entry<AssetClaimed>[] {
  return entriesOf<AssetClaimed>(asset, "asset.claimed");
}

export function realizationsOf(asset: StandingRecord | undefined): Entry<AssetRealized>[] {
  return entriesOf<AssetRealized>(asset, "asset.realized");
}

/** Where an asset stands, from the first hold to the money; `ordered` is a preliminary order alone. */
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

/** The furthest step that stands. An order whose stage no source states lets the asset be realized, and so is final here. */
export function assetState(asset: StandingRecord | undefined): AssetState | undefined {
  if (realizationsOf(asset).length > 0) return "realized";
  const orders = ordersOf(asset);
  if (orders.some(({ body }) => body.stage !== "preliminary")) return "forfeited";
  if (orders.length > 0) return "ordered";
  return claimsOf(asset).length > 0 ? "claimed" : seizureOf(asset)?.body.hold;
}
