/** Claims as they were made about the task force from 2022 to 2025, and which of them cannot all be true. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Claim, intervalOf, operators, type Reported, saySentence } from "./claims.ts";
import { contradictionsOf } from "./contradictions.ts";

function reported(
  measure: string,
  claim: Claim,
  asOf: string | null,
  more: Partial<Reported> = {},
): Reported {
  const figure = {
    entry: `${measure} ${asOf ?? "undated"} ${JSON.stringify(claim)}`,
    figure: "figure",
    measure,
    claim,
    value: claim.value ?? null,
    asOf,
    since: null,
    fiscalYear: null,
    district: null,
    attestedAt: "2025-01-01",
    unit: measure === "cash-seized" ? "dollars" : measure,
    scope: "task-force",
    source: null,
    certainty: "stated" as const,
    ...more,
  };
  return { ...figure, sentence: saySentence(figure) };
}

const over = (value: number): Claim => ({ operator: "more-than", value });
const exactly = (value: number): Claim => ({ operator: "exactly", value });
const worded = (wording: string): Claim => ({ operator: "worded", wording });

const record = [
  reported("arrests", exactly(85), "2022-06"),
  reported("arrests", exactly(179), "2023-03"),
  reported("arrests", over(260), "2023-08-03/2023-12-04"),
  reported("arrests", over(260), "2023-12-04"),
  reported("arrests", over(300), "2024-05-31"),
  reported("arrests", exactly(305), "2024-06-05"),
  reported("arrests", over(300), "2024-06-11"),
  reported("arrests", over(330), null),
  reported("arrests", over(345), "2024-12-16"),
  reported("convictions", exactly(150), "2023-08-03/2023-12-04"),
  reported("convictions", over(170), "2023-12-04"),
  reported("convictions", exactly(242), "2024-06-05"),
  reported("convictions", over(240), "2024-06-11"),
  reported("cash-seized", worded("hundreds of thousands of dollars"), "2023-12-04"),
  reported("cash-seized", worded("millions of dollars"), "2024-05-31"),
  reported("cash-seized", worded("hundreds of thousands of dollars"), "2024-06-11"),
  reported("cash-seized", worded("more than a million dollars"), "2024-12"),
  reported("cash-seized", worded("millions of dollars"), "2025-02-20"),
];

const point = (value: number, date = "2024-06-05", since = "2021-06-01") => ({
  measure: "arrests" as const,
  date,
  since,
  value,
});

describe("contradictions", () => {
  it("flags the cash wording of 2024 and nothing else of what was said", () => {
    const found = contradictionsOf(record);
    expect(found.map(({ rule, measure }) => [rule, measure])).toEqual([["falls-over-time", "cash-seized"]]);
    expect(found[0]?.figures.map(({ asOf }) => asOf)).toEqual(["2024-05-31", "2024-06-11"]);
    expect(found[0]?.sentence.en).toContain("millions of dollars” as of May 31, 2024");
    expect(found[0]?.sentence.es).toContain("no puede bajar");
  });

  it("flags an exact total that falls, and not one that only repeats or is said less exactly", () => {
    const of = (later: Claim) =>
      contradictionsOf([
        reported("arrests", exactly(305), "2024-06-05"),
        reported("arrests", later, "2024-07"),
      ]).length;
    expect(of(exactly(304))).toBe(1);
    expect(of({ operator: "under", value: 305 })).toBe(1);
    expect(of({ operator: "just-under", value: 305 })).toBe(1);
    expect(of(exactly(305))).toBe(0);
    expect(of(over(300))).toBe(0);
    expect(of({ operator: "about", value: 300 })).toBe(0);
  });

  it("holds against each other only what is about one and the same thing", () => {
    const before = reported("arrests", exactly(305), "2024-06-05");
    for (const other of [
      { scope: "another" },
      { district: "TXS" },
      { unit: "cases" },
      { since: "2023" },
      { fiscalYear: 2024 },
    ]) {
      expect(contradictionsOf([before, reported("arrests", exactly(10), "2024-07-01", other)])).toEqual([]);
    }
    expect(contradictionsOf([before, reported("convictions", exactly(10), "2024-07-01")])).toEqual([]);
    const growth = (value: number, asOf: string) =>
      reported("growth", exactly(value), asOf, { unit: "percent" });
    expect(contradictionsOf([growth(27, "2024-01-01"), growth(25, "2024-02-01")])).toEqual([]);
  });

  it("never flags a claim whose day is not known, or may be the other's", () => {
    const before = reported("arrests", exactly(305), "2024-06-05");
    expect(contradictionsOf([before, reported("arrests", exactly(10), null)])).toEqual([]);
    expect(contradictionsOf([before, reported("arrests", exactly(10), "2024-06")])).toEqual([]);
    expect(contradictionsOf([before, reported("arrests", exactly(10), "2024-06/2024-07")])).toEqual([]);
  });

  it("flags two exact claims for one day, but not for one month", () => {
    const two = (asOf: string) => [
      reported("arrests", exactly(305), asOf),
      reported("arrests", exactly(306), asOf),
    ];
    expect(contradictionsOf(two("2024-06-05")).map(({ rule }) => rule)).toEqual(["same-date-differs"]);
    expect(contradictionsOf(two("2024-06"))).toEqual([]);
    expect(
      contradictionsOf([
        reported("arrests", exactly(305), "2024-06-05"),
        reported("arrests", over(300), "2024-06-05"),
      ]),
    ).toEqual([]);
  });

  it("flags a record that documents more than an exact claim about the same population", () => {
    const claim = reported("arrests", exactly(305), "2024-06-05");
    expect(
      contradictionsOf([claim], [point(306)]).map(({ rule, recorded }) => [rule, recorded?.value]),
    ).toEqual([["recorded-exceeds-exact", 306]]);
    expect(contradictionsOf([claim], [point(306, "2024-05-31")])).toHaveLength(1);
    expect(contradictionsOf([claim], [point(305)])).toEqual([]);
    expect(contradictionsOf([claim], [point(400, "2024-06-06")])).toEqual([]);
    expect(contradictionsOf([{ ...claim, claim: over(300) }], [point(400)])).toEqual([]);
    expect(contradictionsOf([{ ...claim, scope: "record" }], [point(400)])).toEqual([]);
  });

  it("holds a claim only against the record from the same beginning", () => {
    const claim = reported("arrests", exactly(10), "2024-06-05", { since: "2024-01-01" });
    expect(contradictionsOf([claim], [point(306)])).toEqual([]);
    expect(contradictionsOf([claim], [point(11, "2024-06-05", "2024-01-01")])).toHaveLength(1);
    // What began somewhere in January covers at least what came after its end.
    const loose = { ...claim, since: "2024-01" };
    expect(contradictionsOf([loose], [point(11, "2024-06-05", "2024-01-01")])).toEqual([]);
    expect(contradictionsOf([loose], [point(11, "2024-06-05", "2024-01-31")])).toHaveLength(1);
  });

  it("never flags claims that one growing count makes true", () => {
    const claim = fc.record({ operator: fc.constantFrom(...operators), value: fc.nat({ max: 1000 }) });
    const growing = fc.array(fc.nat({ max: 50 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(growing, fc.array(claim, { minLength: 8, maxLength: 8 }), (steps, claims) => {
        let truth = 0;
        const figures = steps.flatMap((step, month) => {
          truth += step;
          const said = claims[month] as Claim;
          const range = intervalOf(said);
          if (!range || truth < range.low || truth > range.high) return [];
          return [reported("arrests", said, `2024-0${month + 1}-01`)];
        });
        expect(contradictionsOf(figures)).toEqual([]);
      }),
    );
  });
});

describe("claims", () => {
  it.each([
    [exactly(300), [300, 300]],
    [over(300), [301, Number.POSITIVE_INFINITY]],
    [{ operator: "at-least", value: 300 }, [300, Number.POSITIVE_INFINITY]],
    [{ operator: "about", value: 4500 }, [4050, 4950]],
    [{ operator: "under", value: 3500 }, [0, 3499]],
    [{ operator: "just-under", value: 5700 }, [5130, 5699]],
    [worded("Hundreds of  thousands of dollars"), [200_000, 999_999]],
    [worded("millions of dollars"), [2_000_000, Number.POSITIVE_INFINITY]],
    [worded("more than a million dollars"), [1_000_001, Number.POSITIVE_INFINITY]],
  ] as const)("%j allows %j", (claim, [low, high]) => {
    expect(intervalOf(claim)).toEqual({ low, high });
  });

  it("that are in words nobody can read as a number allow anything", () => {
    expect(intervalOf(worded("a great deal"))).toBeUndefined();
  });

  it("are read out with their operator, their day and their source", () => {
    const source = {
      id: "source",
      title: "Fact sheet",
      publisher: "Department of Justice",
      url: null,
      dated: null,
      synthetic: false,
    };
    const { sentence } = reported("arrests", over(300), "2024-05-31", { source });
    expect(sentence.en).toBe("more than 300 arrests as of May 31, 2024 — Department of Justice");
    expect(sentence.es).toBe("más de 300 arrestos hasta el 31 de mayo de 2024 — Department of Justice");
    expect(reported("arrests", over(300), null).sentence.en).toBe(
      "more than 300 arrests, without a day it counts up to",
    );
    expect(reported("arrests", over(300), "2023-08/2023-12").sentence.en).toBe(
      "more than 300 arrests as of a day between August 2023 and December 2023",
    );
    expect(reported("arrests", exactly(9), null, { fiscalYear: 2024 }).sentence.es).toBe(
      "exactamente 9 arrestos en el año fiscal 2024",
    );
  });
});
