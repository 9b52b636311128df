import { describe, expect, test } from "vitest";
import { id, refusalOf, standingOf, type Told } from "../../court/fixtures/standing.ts";
import { asset, usd } from "../fixtures/standing.ts";
import { assetRealized } from "./asset-realized.ts";

type Body = Parameters<typeof assetRealized.projection.row>[0];
const which = id(7);
const bare: Body = { disposal: "sold" };

const order = (stage: string, occurred?: string): Told => ({
  kind: "asset.forfeited",
  body: { proceeding: "criminal", stage },
  ...(occurred === undefined ? {} : { occurred }),
});

function refused(body: Body, orders: readonly Told[], occurred?: string, currency = "USD") {
  const seized = { value: { amount: { minor: 100, currency } } };
  const draft = { kind: "asset.realized", subject: which, body, occurred };
  return refusalOf(() => assetRealized.rule?.(draft, standingOf(asset(which, seized, "2023", ...orders))));
}

test.each([
  ["no word on what became of it", {}],
  ["a disposal it does not know", { disposal: "lost" }],
  ["a sum below zero", { ...bare, realized: usd(-1) }],
  ["a fund it does not know", { ...bare, fund: "petty cash" }],
])("the schema refuses %s", (_, body) => expect(assetRealized.schema.safeParse(body).success).toBe(false));

describe("an asset realized before it was ordered forfeited is refused", () => {
  const before = { code: "realized-before-ordered", field: "occurred" };

  test("where no order stands, or only a preliminary one", () => {
    expect(refused(bare, [])).toEqual(before);
    expect(refused(bare, [order("preliminary")])).toEqual(before);
    expect(refused(bare, [order("final")])).toBeUndefined();
    expect(refused(bare, [order("not-stated")])).toBeUndefined();
  });

  test.each([
    ["2024-01-31", true],
    ["2023", true],
    ["2024-02-01", false],
    ["2024", false],
    ["2023-12/2024-02", false],
    [undefined, false],
  ])("dated %s beside an order of February 2024: refused %s", (occurred, isRefused) => {
    expect(refused(bare, [order("final", "2024-02")], occurred)).toEqual(isRefused ? before : undefined);
  });

  test("unless the date of an order is not known", () => {
    expect(refused(bare, [order("final", "2024-02"), order("final")], "2023")).toBeUndefined();
  });
});

test.each<[string, Body, string, string]>([
  [
    "sums in two currencies",
    { ...bare, gross: usd(100), realized: { minor: 90, currency: "MXN" } },
    "amounts-in-two-currencies",
    "realized.currency",
  ],
  [
    "a sum in a currency of neither the asset nor the United States",
    { ...bare, realized: { minor: 90, currency: "EUR" } },
    "realized-in-other-currency",
    "realized.currency",
  ],
  [
    "a sum in no currency",
    { ...bare, costs: { minor: 90, currency: "XXX" } },
    "currency-unknown",
    "costs.currency",
  ],
  [
    "sums that do not add up",
    { ...bare, gross: usd(100), costs: usd(20), realized: usd(90) },
    "net-does-not-add-up",
    "realized",
  ],
  [
    "money from what was destroyed",
    { disposal: "destroyed", realized: usd(1) },
    "nothing-realized-by-keeping",
    "realized",
  ],
  [
    "money from what was kept",
    { disposal: "official-use", gross: usd(1) },
    "nothing-realized-by-keeping",
    "gross",
  ],
])("refuses %s", (_, body, code, field) => {
  expect(refused(body, [order("final")])).toEqual({ code, field });
});

test("accepts dollars, or the asset's own currency; costs above the proceeds leave nothing", () => {
  const pesos = { ...bare, realized: { minor: 90, currency: "MXN" } };
  expect(refused(pesos, [order("final")], undefined, "MXN")).toBeUndefined();
  expect(refused({ ...bare, realized: usd(90) }, [order("final")], undefined, "MXN")).toBeUndefined();
  expect(
    refused({ ...bare, gross: usd(100), costs: usd(120), realized: usd(0) }, [order("final")]),
  ).toBeUndefined();
  expect(refused({ disposal: "destroyed", costs: usd(120) }, [order("final")])).toBeUndefined();
});

test("says what became of it and what was realized", () => {
  const body: Body = {
    ...bare,
    gross: usd(40_000_000),
    costs: usd(1_250_050),
    realized: usd(38_749_950),
    fund: "treasury",
  };
  expect(assetRealized.sentence.en({ body, occurred: "2024-06-05" })).toBe(
    "The forfeited asset was sold on June 5, 2024: realized $387,499.50, gross $400,000, costs $12,500.50 (Treasury Forfeiture Fund).",
  );
  expect(assetRealized.sentence.es({ body, occurred: "2024-06-05" })).toBe(
    "El bien decomisado fue vendido el 5 de junio de 2024: se obtuvieron $387,499.50, bruto $400,000, gastos $12,500.50 (Fondo de Decomisos del Tesoro).",
  );
  expect(assetRealized.projection.row(body)).toEqual({
    disposal: "sold",
    gross_minor: 40_000_000,
    costs_minor: 1_250_050,
    realized_minor: 38_749_950,
    currency: "USD",
    fund: "treasury",
  });
});
