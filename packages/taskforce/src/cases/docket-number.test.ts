import { expect, test } from "vitest";
import { docketKey, readDocketNumber } from "./docket-number.ts";

test.each([
  ["5:24-cr-00123", "5:24-cr-123", "cr"],
  ["5:24-CR-123", "5:24-cr-123", "cr"],
  ["5:24–cr–00123", "5:24-cr-123", "cr"],
  ["05:2024-cr-00123", "5:24-cr-123", "cr"],
  ["5:24-cr-00123-ABC-2", "5:24-cr-123", "cr"],
  ["5:24cr123", "5:24-cr-123", "cr"],
  ["24-cr-123", "24-cr-123", "cr"],
  ["20-cr-19", "20-cr-19", "cr"],
  ["15CR0001-W", "15-cr-1", "cr"],
  ["3:15-mj-90001", "3:15-mj-90001", "mj"],
  ["CR-08-1234-PHX", "08-cr-1234", "cr"],
  ["CR 08-1234", "08-cr-1234", "cr"],
])("%s is %s", (written, key, type) => {
  expect(docketKey(written)).toBe(key);
  expect(readDocketNumber(written)?.type).toBe(type);
});

test("a number of another form is told by its letters and digits", () => {
  expect(readDocketNumber("Misc. No. 7")).toBeUndefined();
  expect(docketKey("Misc. No. 7")).toBe(docketKey("misc no 7"));
  expect(docketKey("Misc. No. 7")).not.toBe(docketKey("Misc. No. 8"));
});

test("another office, year, type or serial is another number", () => {
  const others = ["4:24-cr-123", "5:23-cr-123", "5:24-mj-123", "5:24-cr-124", "24-cr-123"];
  expect(others.map(docketKey)).not.toContain(docketKey("5:24-cr-123"));
});
