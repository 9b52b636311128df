/** The grid of defendants and counts: a count stands in exactly one cell, under the law that its source cites. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CountLine, DefendantLine } from "../../docket/index.ts";
import { columnOf, gridOf, headings } from "./grid.ts";

let made = 0;
const count = (...statutes: [citation: string, basis?: string][]): CountLine => ({
  id: `count-${made++}`,
  entry: "e",
  wording: null,
  statutes: statutes.map(([citation, basis = "stated"]) => ({ citation, basis })),
  covers: "one-count",
  instrument: null,
  number: null,
  certainty: "stated",
  outcome: null,
  disposedOn: null,
  disposition: null,
  superseded: null,
});
const defendant = (id: string, ...counts: CountLine[]): DefendantLine => ({
  id,
  entry: "e",
  designation: "driver",
  person: null,
  counts,
  sentences: [],
  arrests: [],
});

describe("the grid of a case", () => {
  it("groups columns by section, sections by number, and leaves counts without a citation for last", () => {
    const { columns } = gridOf([
      defendant("a", count(["18 USC 1956(h)"]), count(), count(["8 USC 1324(a)(1)(A)(v)(I)"])),
      defendant("b", count(["8 U.S.C. § 1324(a)(1)(A)(ii)"]), count(["8 USC 1324(a)(1)(A)(v)(I)"])),
    ]);
    expect(columns.map(({ key }) => key)).toEqual([
      "8 USC 1324 (a)(1)(A)(ii)",
      "8 USC 1324 (a)(1)(A)(v)(I)",
      "18 USC 1956 (h)",
      "",
    ]);
    expect(headings(columns).map(({ section, columns: under }) => [section, under.length])).toEqual([
      ["8 USC 1324", 2],
      ["18 USC 1956", 1],
      ["", 1],
    ]);
  });

  it("puts what the source cites before what was concluded from its wording", () => {
    const { columns } = gridOf([defendant("a", count(["8 USC 1324(a)", "inferred"], ["18 USC 2"]))]);
    expect(columns.map(({ section }) => section)).toEqual(["18 USC 2"]);
  });

  it("draws many columns together by their sections", () => {
    const many = ["(a)", "(b)", "(c)", "(d)", "(e)", "(f)", "(g)"].map((part) =>
      count([`8 USC 1324${part}`]),
    );
    const { columns } = gridOf([defendant("a", ...many, count(["18 USC 2"]))]);
    expect(columns.map(({ section, part }) => [section, part])).toEqual([
      ["8 USC 1324", ""],
      ["18 USC 2", ""],
    ]);
  });

  it("keeps a citation of another form as its own column", () => {
    expect(columnOf("Texas Penal Code 20.05")).toEqual({
      key: "Texas Penal Code 20.05",
      section: "Texas Penal Code 20.05",
      part: "",
    });
  });

  it("puts every count in exactly one cell", () => {
    const citations = fc.constantFrom(
      "8 USC 1324(a)",
      "8 USC 1324(b)",
      "18 USC 2",
      "18 USC 1956(h)",
      "46 USC 3",
      "x",
      undefined,
    );
    fc.assert(
      fc.property(fc.array(fc.array(citations, { maxLength: 8 }), { maxLength: 6 }), (people) => {
        const defendants = people.map((cited, at) =>
          defendant(`d${at}`, ...cited.map((one) => (one === undefined ? count() : count([one])))),
        );
        const { columns, countsAt } = gridOf(defendants);
        for (const { id, counts } of defendants) {
          const placed = columns.flatMap(({ key }) => countsAt(id, key)).map((one) => one.id);
          expect(placed.toSorted()).toEqual(counts.map((one) => one.id).toSorted());
        }
      }),
    );
  });
});
