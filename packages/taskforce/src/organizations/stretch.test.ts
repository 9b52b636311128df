import { expect, test } from "vitest";
import { refusalOf } from "../court/fixtures/standing.ts";
import { requireOrder, sayStretch } from "./stretch.ts";

test.each([
  ["2020", "2019", true],
  ["2020-06-02", "2020-06-01", true],
  ["2020-06", "2020-05/2020-05-31", true],
  ["2020-06-01", "2020-06-01", false],
  ["2020-06", "2020", false],
  ["2020", "2020-01-01", false],
  ["2019/2021", "2020", false],
  ["2020", undefined, false],
  [undefined, "1999", false],
])("from %s until %s: refused %s", (from, until, isRefused) => {
  const expected = isRefused ? { code: "ends-before-it-starts", field: "until" } : undefined;
  expect(refusalOf(() => requireOrder({ from, until }))).toEqual(expected);
});

test("is said as far as it is known", () => {
  expect(sayStretch({ from: "2018", until: "2022-03" }, "en")).toBe(", from 2018 until March 2022");
  expect(sayStretch({ until: "2022-03-04" }, "es")).toBe(", hasta el 4 de marzo de 2022");
  expect(sayStretch({ from: "2018-01-02" }, "es")).toBe(", desde el 2 de enero de 2018");
  expect(sayStretch({}, "en")).toBe("");
});
