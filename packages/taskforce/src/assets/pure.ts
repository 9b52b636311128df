/** The door to assets for whatever must also run in the browser. */
export { type AssetClaimed, assetClaimed } from "./kinds/asset-claimed.ts";
export { type AssetForfeited, assetForfeited } from "./kinds/asset-forfeited.ts";
export { type AssetRealized, assetRealized } from "./kinds/asset-realized.ts";
export { type AssetSeized, assetSeized } from "./kinds/asset-seized.ts";
export { type Quantity, sayQuantity } from "./quantity.ts";
export {
  type AssetState,
  assetState,
  assetStates,
  claimsOf,
  ordersOf,
  realizationsOf,
  seizureOf,
} from "./standing.ts";
export { type AssetKind, assetKinds, type Unit, units } from "./words.ts";
