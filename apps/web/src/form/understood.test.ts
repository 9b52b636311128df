import { precisionOf, tryBounds } from "@joint-docket/ledger/pure";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { understood } from "./understood.ts";

const part = fc
  .record({
    year: fc.integer({ min: 1900, max: 2199 }),
    month: fc.option(fc.integer({ min: 1, max: 12 })),
    day: fc.option(fc.integer({ min: 1, max: 31 })),
  })
  .map(({ year, month, day }) =>
    [String(year), ...(month === null ? [] : [month, ...(day === null ? [] : [day])])]
      .map((one) => String(one).padStart(2, "0"))
      .join("-"),
  );

describe("a date as it is typed", () => {
  it("means what it says wherever the record's own way of writing is used", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          part,
          fc.tuple(part, part).map((ends) => ends.join("/")),
        ),
        (date) => {
          const meant = understood(date);
          expect(meant).toEqual(tryBounds(date) ? { date } : undefined);
        },
      ),
    );
  });

  it("never means anything that the record would refuse, or that is more precise than written", () => {
    const words = fc.constantFrom(
      ..."jan january enero 1 5 12 31 2018 2199 de of to a 2018-01 17/5/2018 5/6/2018 - / , between y and".split(
        " ",
      ),
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 6 }), (typed) => {
        const meant = understood(typed.join(" "));
        for (const date of meant ? ("date" in meant ? [meant.date] : meant.either) : [])
          expect(tryBounds(date), date).toBeDefined();
      }),
    );
  });

  it.each([
    ["2018", "2018", "year"],
    ["January 2018", "2018-01", "month"],
    ["enero de 2018", "2018-01", "month"],
    ["Jan 17, 2018", "2018-01-17", "day"],
    ["17 de enero de 2018", "2018-01-17", "day"],
    ["el 1º de mayo de 2021", "2021-05-01", "day"],
    ["June 5th, 2024", "2024-06-05", "day"],
    ["2018-1-7", "2018-01-07", "day"],
    ["17/1/2018", "2018-01-17", "day"],
    ["6/6/2024", "2024-06-06", "day"],
    ["April to May 2021", "2021-04/2021-05", "stretch"],
    ["between April 2021 and May 2021", "2021-04/2021-05", "stretch"],
    ["2018-01 to 2018-03", "2018-01/2018-03", "stretch"],
    ["2020 – 2021", "2020/2021", "stretch"],
  ])("%s is %s", (typed, date, precision) => {
    expect(understood(typed)).toEqual({ date });
    expect(precisionOf(date)).toBe(precision);
  });

  it("is not guessed where the month and the day could be either way round", () => {
    expect(understood("5/6/2024")).toEqual({ either: ["2024-05-06", "2024-06-05"] });
  });

  it.each([
    "2018-02-30",
    "2018-13",
    "31/31/2018",
    "1899",
    "soon",
    "",
    "May",
    "2019/2018",
    "5 6 7",
    "May 40, 2018",
  ])("“%s” is none", (typed) => expect(understood(typed)).toBeUndefined());
});
