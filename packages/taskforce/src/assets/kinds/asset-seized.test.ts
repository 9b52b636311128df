import { describe, expect, test } from "vitest";
import { defendant, id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { usd } from "../fixtures/standing.ts";
import { type AssetSeized, assetSeized } from "./asset-seized.ts";

const [trailer, boats, driver] = [id(1), id(2), id(3)];
const bare: AssetSeized = { case: trailer, asset: "drug", hold: "seized" };

function refused(body: AssetSeized) {
  const standing = standingOf(defendant(driver, trailer));
  return refusalOf(() => assetSeized.rule?.({ kind: "asset.seized", subject: id(9), body }, standing));
}

test.each([
  ["no case", { asset: "drug", hold: "seized" }],
  ["no kind of asset", { case: trailer, hold: "seized" }],
  ["a kind of asset it does not know", { ...bare, asset: "yacht" }],
  ["no word on how it is held", { case: trailer, asset: "drug" }],
  ["a value that is no whole number of cents", { ...bare, value: { amount: usd(0.5) } }],
  ["a value without a currency", { ...bare, value: { amount: { minor: 100 } } }],
  ["a currency in small letters", { ...bare, value: { amount: { minor: 100, currency: "usd" } } }],
  ["a negative value", { ...bare, value: { amount: usd(-1) } }],
  ["a valuation on a day that cannot be", { ...bare, value: { amount: usd(1), asOf: "2024-02-30" } }],
  ["a quantity without a unit", { ...bare, quantity: { amount: 24 } }],
  ["a unit it does not know", { ...bare, quantity: { amount: 24, unit: "bags" } }],
  ["a quantity of nothing", { ...bare, quantity: { amount: 0, unit: "grams" } }],
  ["a quantity finer than a thousandth", { ...bare, quantity: { amount: 1.0005, unit: "grams" } }],
])("the schema refuses %s", (_, body) => expect(assetSeized.schema.safeParse(body).success).toBe(false));

test.each([0.1, 0.123, 24.5, 1_000_000, 4.35, 999_999.999])("the schema reads %d kilograms", (amount) => {
  const body = { ...bare, quantity: { amount, unit: "kilograms" } };
  expect(assetSeized.schema.safeParse(body).success).toBe(true);
});

describe("a unit", () => {
  test.each<[AssetSeized["asset"], NonNullable<AssetSeized["quantity"]>["unit"]]>([
    ["cash", "items"],
    ["real-property", "vehicles"],
    ["vehicle", "kilograms"],
    ["firearm-or-ammunition", "grams"],
    ["drug", "rounds"],
    ["other", "firearms"],
  ])("of another kind of asset is refused: %s in %s", (asset, unit) => {
    expect(refused({ ...bare, asset, quantity: { amount: 2, unit } })).toEqual({
      code: "unit-not-of-asset",
      field: "quantity.unit",
    });
  });

  test.each<[AssetSeized["asset"], NonNullable<AssetSeized["quantity"]>["unit"], number]>([
    ["real-property", "acres", 12.5],
    ["vehicle", "vehicles", 2],
    ["firearm-or-ammunition", "rounds", 500],
    ["firearm-or-ammunition", "firearms", 1],
    ["drug", "kilograms", 24.5],
    ["drug", "tablets", 100],
    ["other", "items", 3],
  ])("of the asset is accepted: %s in %s", (asset, unit, amount) => {
    expect(refused({ ...bare, asset, quantity: { amount, unit } })).toBeUndefined();
  });

  test("counted one by one has no parts", () => {
    expect(refused({ ...bare, asset: "vehicle", quantity: { amount: 1.5, unit: "vehicles" } })).toEqual({
      code: "quantity-not-whole",
      field: "quantity.amount",
    });
  });
});

test.each<[string, AssetSeized, string, string]>([
  [
    "a value in no currency",
    { ...bare, value: { amount: { minor: 100, currency: "UDS" } } },
    "currency-unknown",
    "value.amount.currency",
  ],
  ["a drug that is a vehicle", { ...bare, asset: "vehicle", drug: "cocaine" }, "drug-of-other-asset", "drug"],
  [
    "a notice posted on cash",
    { ...bare, asset: "cash", hold: "notice-posted" },
    "notice-posted-on-movable",
    "hold",
  ],
  [
    "a defendant of another case",
    { ...bare, case: boats, defendant: driver },
    "defendant-not-in-case",
    "defendant",
  ],
])("refuses %s", (_, body, code, field) => expect(refused(body)).toEqual({ code, field }));

test("takes a foreign currency as it is", () => {
  expect(
    refused({ ...bare, asset: "cash", value: { amount: { minor: 100, currency: "GTQ" } } }),
  ).toBeUndefined();
  expect(refused({ ...bare, defendant: driver })).toBeUndefined();
});

test.each<[AssetSeized, string, string]>([
  [
    {
      ...bare,
      asset: "cash",
      description: "bundles",
      value: { amount: usd(140_000_000), asOf: "2024-05" },
      district: "AZ",
    },
    "An asset was seized in the District of Arizona on May 28, 2024: cash, “bundles”, $1,400,000 (May 2024).",
    "Se incautó un bien en el Distrito de Arizona el 28 de mayo de 2024: dinero en efectivo, «bundles», $1,400,000 (mayo de 2024).",
  ],
  [
    { ...bare, drug: "cocaine", quantity: { amount: 1024.5, unit: "kilograms" }, country: "HN" },
    "An asset was seized (Honduras) on May 28, 2024: drugs (cocaine), 1,024.5 kilograms.",
    "Se incautó un bien (Honduras) el 28 de mayo de 2024: drogas (cocaína), 1,024.5 kilogramos.",
  ],
  [
    { ...bare, asset: "real-property", hold: "notice-posted", value: { amount: usd(227_500_000) } },
    "Notice of forfeiture was posted on an asset on May 28, 2024: real property, $2,275,000.",
    "Se fijó aviso de decomiso en un bien el 28 de mayo de 2024: bien inmueble, $2,275,000.",
  ],
])("says how it is held, what it is, and its worth as stated (%#)", (body, en, es) => {
  expect(assetSeized.sentence.en({ body, occurred: "2024-05-28" })).toBe(en);
  expect(assetSeized.sentence.es({ body, occurred: "2024-05-28" })).toBe(es);
});

test("projects quantities in whole thousandths, and values in minor units with their currency", () => {
  expect(
    assetSeized.projection.row({
      ...bare,
      quantity: { amount: 4.35, unit: "kilograms" },
      value: { amount: usd(5_000), asOf: "2024" },
    }),
  ).toMatchObject({
    asset: "drug",
    hold: "seized",
    quantity_thousandths: 4350,
    unit: "kilograms",
    value_minor: 5000,
    value_currency: "USD",
    valued_from: "2024-01-01",
    valued_to: "2024-12-31",
    drug: null,
    defendant: null,
  });
});

describe("a correction of what was seized", () => {
  const truck = id(7);
  const told = (kind: string, body: object, occurred: string) => ({ kind, body, occurred });
  const since = [
    told("asset.claimed", { claimant: "owner" }, "2024-03"),
    told("asset.forfeited", { proceeding: "civil", stage: "final", amount: usd(100) }, "2024-05"),
    told("asset.realized", { disposal: "sold", realized: usd(90) }, "2024-06"),
  ];
  const seized: AssetSeized = { ...bare, asset: "cash", value: { amount: usd(100) } };

  function corrected(body: AssetSeized, occurred?: string) {
    const draft = { kind: "asset.seized", subject: truck, body, occurred, replaces: id(8) };
    return refusalOf(() => assetSeized.rule?.(draft, standingOf(recordOf(truck, "asset", since))))?.code;
  }

  test("leaves possible what was done to it since", () => {
    expect(corrected(seized, "2024-02")).toBeUndefined();
    expect(corrected({ ...seized, hold: "restrained" })).toBeUndefined();
    expect(corrected(seized, "2024-04")).toBe("claim-before-seizure");
    expect(corrected({ ...seized, hold: "named" })).toBe("asset-never-seized");
    expect(corrected({ ...seized, value: { amount: usd(99) } })).toBe("more-forfeited-than-seized");
    expect(corrected({ ...seized, value: { amount: { minor: 100, currency: "MXN" } } })).toBe(
      "currency-not-as-seized",
    );
  });
});
