/** Bars of time: inside their scale, never shorter than the stretch they show, open where nothing is known. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { barOf, scaleOf } from "./span.ts";

const TODAY = "2026-11-24";
const year = fc.integer({ min: 1990, max: 2026 });
const date = fc.oneof(
  year.map(String),
  fc.tuple(year, fc.integer({ min: 1, max: 12 })).map(([y, m]) => `${y}-${String(m).padStart(2, "0")}`),
  year.map((y) => `${y}-07-15`),
  year.map((y) => `${y}/${y}-11`),
);
const stretch = fc.record({ from: fc.option(date), until: fc.option(date) });

describe("bars of time", () => {
  it("lie inside their scale, and begin and end where their dates may", () => {
    fc.assert(
      fc.property(fc.array(stretch, { minLength: 1, maxLength: 8 }), (stretches) => {
        const scale = scaleOf(stretches, TODAY);
        if (!scale) {
          expect(stretches.every(({ from, until }) => from === null && until === null)).toBe(true);
          return;
        }
        expect(scale.years.length).toBeLessThanOrEqual(6);
        for (const one of stretches) {
          const bar = barOf(one, scale, TODAY);
          if (!bar) continue;
          expect(bar.left).toBeGreaterThanOrEqual(0);
          expect(bar.left).toBeLessThan(100);
          expect([bar.openStart, bar.openEnd]).toEqual([one.from === null, one.until === null]);
          if (one.until !== null && (one.from === null || one.from < one.until))
            expect(bar.left + bar.width).toBeLessThanOrEqual(101);
        }
      }),
    );
  });

  it("shows a year as the whole year", () => {
    const scale = scaleOf([{ from: "2020", until: "2020" }], "2023-06-01");
    if (!scale) throw new Error("There is no scale.");
    const bar = barOf({ from: "2020", until: "2020" }, scale, "2023-06-01");
    expect(scale).toMatchObject({ from: 2020, to: 2024 });
    expect(bar?.left).toBe(0);
    expect(bar?.width).toBeCloseTo(25, 0);
  });
});
