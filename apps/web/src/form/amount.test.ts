import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decimalsOf, minorOf, numberOf, typedOf } from "./amount.ts";

describe("a sum of money", () => {
  it("is typed with the decimals of its currency, or none", () => {
    expect(minorOf("1,234.56", "USD")).toEqual({ minor: 123_456 });
    expect(minorOf("$ 400", "USD")).toEqual({ minor: 40_000 });
    expect(minorOf("1500", "JPY")).toEqual({ minor: 1500 });
    expect(minorOf("1.234", "KWD")).toEqual({ minor: 1234 });
  });

  it("is refused where the number of decimals is another currency's", () => {
    expect(minorOf("12.5", "USD")).toEqual({ fault: "amountDecimals", decimals: 2 });
    expect(minorOf("12.50", "JPY")).toEqual({ fault: "amountDecimals", decimals: 0 });
  });

  it.each(["12,50", "1.234,56", "1,2345", "-5", "five", "1 000", ".5", "1e3"])(
    "is not guessed from %s",
    (typed) => {
      expect(minorOf(typed, "USD")).toEqual({ fault: "amountUnreadable" });
    },
  );

  it("is refused where it could not be kept to the cent", () => {
    expect(minorOf("90071992547409.91", "USD")).toEqual({ minor: Number.MAX_SAFE_INTEGER });
    expect(minorOf("90071992547409.92", "USD")).toEqual({ fault: "amountTooLarge" });
  });

  it("comes back as it was kept, whatever the currency", () => {
    fc.assert(
      fc.property(
        fc.maxSafeNat(),
        fc.constantFrom("USD", "MXN", "JPY", "KWD", "COP", "CLP"),
        (minor, currency) => {
          expect(minorOf(typedOf(minor, currency), currency)).toEqual({ minor });
        },
      ),
    );
    expect(typedOf(5, "USD")).toBe("0.05");
    expect(typedOf(123_456_789, "USD")).toBe("1,234,567.89");
    expect(decimalsOf("no currency")).toBe(2);
  });
});

describe("a number", () => {
  it("may part its thousands, and is nothing where it is none", () => {
    expect(["1,200", "24", "1.5", "-3"].map(numberOf)).toEqual([1200, 24, 1.5, -3]);
    expect(["12,00", "many", "", "0x10"].map(numberOf)).toEqual([undefined, undefined, undefined, undefined]);
  });
});
