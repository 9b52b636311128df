import { expect, test } from "vitest";
import { refusalOf } from "./fixtures/standing.ts";
import { requireCurrency, sayMoney } from "./money.ts";

test.each(["USD", "MXN", "GTQ", "HNL", "COP", "CAD", "BSD", "EUR", "JPY"])("%s is a currency", (currency) => {
  expect(refusalOf(() => requireCurrency({ minor: 100, currency }, "value"))).toBeUndefined();
});

// Codes that ISO 4217 gives to no money: for tests, for no currency, for gold; and codes that it does not give at all.
test.each(["XTS", "XXX", "XAU", "USN", "UDS", "DOL"])("%s is none", (currency) => {
  expect(refusalOf(() => requireCurrency({ minor: 100, currency }, "value"))).toEqual({
    code: "currency-unknown",
    field: "value.currency",
  });
});

test("an amount is said in the minor units of its own currency", () => {
  expect(sayMoney({ minor: 138_065_650, currency: "USD" }, "en")).toBe("$1,380,656.50");
  expect(sayMoney({ minor: 5000, currency: "JPY" }, "en")).toBe("¥5,000");
});
