import { describe, expect, it } from "vitest";
import type { Claim, Reported, Series } from "../../docket/index.ts";
import { chartRows, datedReports, findingOf, recordedBy } from "./finding.ts";

let made = 0;
function report(claim: Claim, asOf: string | null): Reported {
  made += 1;
  return {
    entry: `entry-${made}`,
    figure: "figure",
    claim,
    sentence: { en: "said", es: "dicho" },
    value: claim.value ?? null,
    asOf,
    attestedAt: asOf,
    unit: "people",
    scope: "all",
    source: null,
    certainty: "stated",
  };
}
const series = (recorded: [string, number][], reported: Reported[]): Series => ({
  recorded: recorded.map(([date, value]) => ({ date, value })),
  reported,
});

describe("the finding of the chart", () => {
  it("compares the latest report with the count of its own day, not of today", () => {
    const found = findingOf(
      series(
        [
          ["2024-01-10", 40],
          ["2025-01-01", 90],
        ],
        [
          report({ operator: "more-than", value: 300 }, "2024-05-31"),
          report({ operator: "exactly", value: 85 }, "2022-06"),
        ],
      ),
    );
    expect(found).toMatchObject({ kind: "shows-fewer", recorded: 40, latest: { value: 300 } });
  });

  it.each<[Claim, number, string]>([
    [{ operator: "exactly", value: 85 }, 85, "shows-as-many"],
    [{ operator: "exactly", value: 85 }, 86, "shows-more"],
    [{ operator: "more-than", value: 300 }, 300, "shows-fewer"],
    [{ operator: "more-than", value: 300 }, 301, "shows-as-many"],
    [{ operator: "at-least", value: 300 }, 300, "shows-as-many"],
    [{ operator: "under", value: 300 }, 299, "shows-as-many"],
    [{ operator: "under", value: 300 }, 300, "shows-more"],
  ])("reads %o beside %i as %s", (claim, recorded, kind) => {
    expect(findingOf(series([["2024-01-01", recorded]], [report(claim, "2024-05-31")])).kind).toBe(kind);
  });

  it("claims no comparison where there is nothing to compare", () => {
    expect(findingOf(series([], []))).toEqual({ kind: "nothing" });
    expect(findingOf(series([["2024-01-01", 3]], []))).toEqual({ kind: "only-recorded", recorded: 3 });
    expect(findingOf(series([], [report({ operator: "exactly", value: 85 }, "2022-06")])).kind).toBe(
      "only-reported",
    );
    expect(
      findingOf(series([["2024-01-01", 3]], [report({ operator: "exactly", value: 85 }, null)])).kind,
    ).toBe("only-recorded");
  });

  it("takes a month as known only by its last day", () => {
    const [first] = datedReports(series([], [report({ operator: "exactly", value: 85 }, "2022-06")]));
    expect(first).toMatchObject({ from: "2022-06-01", to: "2022-06-30" });
  });
});

describe("the data of the chart", () => {
  it("counts by the end of a day", () => {
    const steps = series(
      [
        ["2022-01-01", 1],
        ["2022-02-01", 2],
      ],
      [],
    );
    expect(recordedBy(steps, "2021-12-31")).toBe(0);
    expect(recordedBy(steps, "2022-01-31")).toBe(1);
    expect(recordedBy(steps, "2022-02-01")).toBe(2);
  });

  it("is a table in order of time with the undated last", () => {
    const rows = chartRows(
      series(
        [["2023-01-01", 5]],
        [
          report({ operator: "exactly", value: 9 }, null),
          report({ operator: "exactly", value: 85 }, "2022-06"),
        ],
      ),
    );
    expect(rows.map((row) => row.date)).toEqual(["2022-06", "2023-01-01", ""]);
  });
});
