/** The door to assets for whatever must also run in the browser. */
export { assetClaimed } from "./kinds/asset-claimed.ts";
export { type AssetForfeited, assetForfeited } from "./kinds/asset-forfeited.ts";
export { assetRealized } from "./kinds/asset-realized.ts";
export { type AssetSeized, assetSeized } from "./kinds/asset-seized.ts";
export { ordersOf, seizureOf } from "./standing.ts";
export { type AssetKind, assetKinds } from "./words.ts";
