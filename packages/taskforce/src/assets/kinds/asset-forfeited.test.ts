import { describe, expect, test } from "vitest";
import { id, refusalOf, standingOf, type Told } from "../../court/fixtures/standing.ts";
import { asset, usd } from "../fixtures/standing.ts";
import { type AssetForfeited, assetForfeited } from "./asset-forfeited.ts";
import type { AssetSeized } from "./asset-seized.ts";

const which = id(7);
const ordered = (body: AssetForfeited): Told => ({ kind: "asset.forfeited", body });

interface Given {
  readonly seized?: Partial<AssetSeized>;
  readonly held?: string;
  readonly since?: readonly Told[];
  readonly occurred?: string;
}

function refused(body: AssetForfeited, { seized = {}, held, since = [], occurred }: Given = {}) {
  const draft = { kind: "asset.forfeited", subject: which, body, occurred };
  return refusalOf(() => assetForfeited.rule?.(draft, standingOf(asset(which, seized, held, ...since))));
}

const byAgency: AssetForfeited = { proceeding: "administrative", stage: "final" };
const civil: AssetForfeited = { proceeding: "civil", stage: "final" };
const criminal: AssetForfeited = { proceeding: "criminal", stage: "final" };

test.each([
  ["no proceeding", { stage: "final" }],
  ["a proceeding it does not know", { proceeding: "military", stage: "final" }],
  ["no stage", { proceeding: "civil" }],
  ["an amount without a currency", { ...civil, amount: { minor: 100 } }],
])("the schema refuses %s", (_, body) => expect(assetForfeited.schema.safeParse(body).success).toBe(false));

describe("an asset never seized", () => {
  test.each<[AssetForfeited, Partial<AssetSeized>, string | undefined]>([
    [byAgency, { hold: "seized" }, undefined],
    [byAgency, { hold: "restrained" }, "asset-never-seized"],
    [byAgency, { hold: "named" }, "asset-never-seized"],
    [byAgency, { asset: "real-property", hold: "seized" }, "real-property-needs-court"],
    [byAgency, { asset: "real-property", hold: "notice-posted" }, "real-property-needs-court"],
    [civil, { hold: "restrained" }, undefined],
    [civil, { asset: "real-property", hold: "notice-posted" }, undefined],
    [civil, { hold: "named" }, "asset-never-seized"],
    [criminal, { hold: "named" }, undefined],
    [criminal, { hold: "restrained" }, undefined],
    [{ ...criminal, stage: "preliminary" }, { hold: "named" }, undefined],
  ])("%j of %j: %s", (body, seized, code) => {
    expect(refused(body, { seized })).toEqual(code && { code, field: "proceeding" });
  });
});

test.each([byAgency, civil])("a preliminary order is made in a criminal case only (%j)", (body) => {
  expect(refused({ ...body, stage: "preliminary" })).toEqual({
    code: "preliminary-order-not-criminal",
    field: "stage",
  });
});

describe("a date before the seizure", () => {
  test.each<[AssetForfeited, Partial<AssetSeized>, string, boolean]>([
    [byAgency, {}, "2024-01-31", true],
    [byAgency, {}, "2024-02", false],
    [byAgency, {}, "2024", false],
    [civil, {}, "2023", true],
    [civil, { asset: "real-property", hold: "notice-posted" }, "2023", true],
    // The order is what allows the seizure.
    [civil, { asset: "real-property", hold: "seized" }, "2023", false],
    [criminal, {}, "2023", false],
  ])("%j of %j on %s: refused %s", (body, seized, occurred, isRefused) => {
    const expected = isRefused ? { code: "forfeiture-before-seizure", field: "occurred" } : undefined;
    expect(refused(body, { seized, held: "2024-02", occurred })).toEqual(expected);
  });
});

describe("a currency or unit", () => {
  const cash: Partial<AssetSeized> = { asset: "cash", value: { amount: usd(500_000) } };
  const drug: Partial<AssetSeized> = { asset: "drug", quantity: { amount: 24, unit: "kilograms" } };

  test("other than the seizure's is refused", () => {
    expect(refused({ ...criminal, amount: { minor: 100, currency: "MXN" } }, { seized: cash })).toEqual({
      code: "currency-not-as-seized",
      field: "amount.currency",
    });
    expect(refused({ ...criminal, amount: { minor: 100, currency: "ZZZ" } }, { seized: cash })?.code).toBe(
      "currency-unknown",
    );
    expect(refused({ ...criminal, quantity: { amount: 1, unit: "pounds" } }, { seized: drug })).toEqual({
      code: "unit-not-as-seized",
      field: "quantity.unit",
    });
    expect(refused({ ...criminal, quantity: { amount: 1, unit: "items" } })?.code).toBe("unit-not-as-seized");
  });

  test("that fits bounds what can be forfeited", () => {
    expect(refused({ ...criminal, amount: usd(500_000) }, { seized: cash })).toBeUndefined();
    expect(refused({ ...criminal, amount: usd(500_001) }, { seized: cash })).toEqual({
      code: "more-forfeited-than-seized",
      field: "amount",
    });
    expect(
      refused({ ...criminal, quantity: { amount: 24.001, unit: "kilograms" } }, { seized: drug }),
    ).toEqual({ code: "more-forfeited-than-seized", field: "quantity" });
    const part = { ...criminal, quantity: { amount: 20, unit: "kilograms" } } as const;
    expect(refused(part, { seized: drug, since: [ordered(part)] })?.code).toBe("more-forfeited-than-seized");
    const small = { ...criminal, quantity: { amount: 4, unit: "kilograms" } } as const;
    expect(refused(small, { seized: drug, since: [ordered(part)] })).toBeUndefined();
  });

  test("leaves the value of a house, which is an estimate, open to a higher order", () => {
    const house: Partial<AssetSeized> = { asset: "real-property", value: { amount: usd(100) } };
    expect(refused({ ...criminal, amount: usd(200) }, { seized: house })).toBeUndefined();
  });
});

test("an asset is forfeited as a whole once: a preliminary order and then a final one", () => {
  const preliminary: AssetForfeited = { ...criminal, stage: "preliminary" };
  expect(refused(criminal, { since: [ordered(preliminary)] })).toBeUndefined();
  expect(refused(criminal, { since: [ordered(criminal)] })).toEqual({
    code: "asset-already-forfeited",
    field: "stage",
  });
  const cash: Partial<AssetSeized> = { asset: "cash", value: { amount: usd(500_000) } };
  const half = { ...criminal, amount: usd(250_000) };
  expect(
    refused(half, { seized: cash, since: [ordered({ ...half, stage: "preliminary" })] }),
  ).toBeUndefined();
  expect(refused(half, { seized: cash, since: [ordered(half)] })).toBeUndefined();
  expect(refused(criminal, { seized: cash, since: [ordered(half)] })?.code).toBe("asset-already-forfeited");
});

test.each<[AssetForfeited, string, string]>([
  [
    byAgency,
    "The agency declared the asset forfeited on June 5, 2024.",
    "La agencia declaró decomisado el bien el 5 de junio de 2024.",
  ],
  [
    { proceeding: "criminal", stage: "preliminary", amount: usd(560_000) },
    "A court preliminarily ordered the asset forfeited in a criminal case on June 5, 2024: $5,600.",
    "Un tribunal ordenó de forma preliminar el decomiso del bien en un caso penal el 5 de junio de 2024: $5,600.",
  ],
  [
    { proceeding: "civil", stage: "not-stated", quantity: { amount: 1, unit: "acres" } },
    "A court ordered the asset forfeited in a civil case on June 5, 2024: 1 acre.",
    "Un tribunal ordenó el decomiso del bien en un caso civil el 5 de junio de 2024: 1 acre.",
  ],
])("says who ordered what (%#)", (body, en, es) => {
  expect(assetForfeited.sentence.en({ body, occurred: "2024-06-05" })).toBe(en);
  expect(assetForfeited.sentence.es({ body, occurred: "2024-06-05" })).toBe(es);
});

test("projects the part forfeited, and null for the whole", () => {
  expect(assetForfeited.projection.row({ ...civil, amount: usd(100) })).toEqual({
    proceeding: "civil",
    stage: "final",
    amount_minor: 100,
    amount_currency: "USD",
    quantity_thousandths: null,
    unit: null,
  });
});

test("no withdrawal takes away the order that a sale rests on", () => {
  const sale = { kind: "asset.realized", body: { disposal: "sold" }, occurred: "2024-06" };
  const withdrawn = (...others: readonly Told[]) =>
    refusalOf(() =>
      assetForfeited.ending?.(
        { ...ordered(criminal), id: id(8), subject: which } as never,
        undefined,
        standingOf(asset(which, {}, "2023", ...others, sale)),
      ),
    );
  expect(withdrawn()).toEqual({ code: "realized-before-ordered", field: "body.withdraws" });
  expect(withdrawn({ ...ordered(criminal), occurred: "2024-05" })).toBeUndefined();
});

test("a correction of the order leaves the sale after it", () => {
  const sale = { kind: "asset.realized", body: { disposal: "sold" }, occurred: "2024-06" };
  const corrected = (body: AssetForfeited, occurred: string, ...others: readonly Told[]) => {
    const draft = { kind: "asset.forfeited", subject: which, body, occurred, replaces: id(8) };
    return refusalOf(() =>
      assetForfeited.rule?.(draft, standingOf(asset(which, {}, "2023", ...others, sale))),
    )?.code;
  };
  expect(corrected(criminal, "2024-06")).toBeUndefined();
  expect(corrected(criminal, "2024-07")).toBe("realized-before-ordered");
  expect(corrected({ ...criminal, stage: "preliminary" }, "2024-05")).toBe("realized-before-ordered");
  const earlier = {
    ...ordered({ ...criminal, quantity: { amount: 1, unit: "vehicles" } }),
    occurred: "2024-05",
  };
  expect(corrected({ ...criminal, stage: "not-stated" }, "2024-07", earlier)).toBeUndefined();
});
