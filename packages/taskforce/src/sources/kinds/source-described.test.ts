import { expect, test } from "vitest";
import { sourceDescribed } from "./source-described.ts";

const bare = { title: "Readout of a summit", sourceKind: "press" } as const;

test.each([
  ["a title and a kind", bare],
  ["an address on the web", { ...bare, url: "https://example.gov/opa/pr/1" }],
  ["a date known to the month", { ...bare, dated: "2023-12" }],
])("accepts %s", (_, body) => expect(sourceDescribed.schema.safeParse(body).success).toBe(true));

test.each([
  ["no title", { sourceKind: "press" }],
  ["a blank title", { ...bare, title: "   " }],
  ["a title too long", { ...bare, title: "x".repeat(501) }],
  ["a kind it does not know", { ...bare, sourceKind: "rumor" }],
  ["an address that is a script", { ...bare, url: "javascript:alert(1)" }],
  ["an address that is a file", { ...bare, url: "file:///etc/hosts" }],
  ["an address that is none", { ...bare, url: "example.gov" }],
  ["a date that cannot be", { ...bare, dated: "2023-02-30" }],
])("refuses %s", (_, body) => expect(sourceDescribed.schema.safeParse(body).success).toBe(false));

test("trims its text", () => {
  expect(sourceDescribed.schema.parse({ ...bare, title: "  Readout " }).title).toBe("Readout");
});

test("says who published it, and when", () => {
  const body = { ...bare, publisher: "Office of Public Affairs", dated: "2024-05-31" };
  expect(sourceDescribed.sentence.en({ body })).toBe(
    "A source was described: “Readout of a summit”, published by Office of Public Affairs, dated May 31, 2024.",
  );
  expect(sourceDescribed.sentence.es({ body })).toBe(
    "Se describió una fuente: «Readout of a summit», publicada por Office of Public Affairs, con fecha de 31 de mayo de 2024.",
  );
  expect(sourceDescribed.sentence.es({ body: { ...bare, dated: "2023-08/2023-12" } })).toBe(
    "Se describió una fuente: «Readout of a summit», con fecha entre agosto de 2023 y diciembre de 2023.",
  );
});

test("says of a synthetic source that a program made it up, and keeps saying so", () => {
  const made = { title: "Report of 2024", sourceKind: "synthetic" } as const;
  expect(sourceDescribed.sentence.en({ body: made })).toBe(
    "A synthetic source, made up by a program, was described: “Report of 2024”.",
  );
  const entry = (body: typeof made | typeof bare) => ({ body }) as never;
  const nothing = { record: () => undefined, mentioning: () => [] };
  const corrected = (from: typeof made | typeof bare, to: typeof made | typeof bare | undefined) => () =>
    sourceDescribed.ending?.(entry(from), to && entry(to), nothing);
  for (const [from, to] of [
    [made, bare],
    [bare, made],
  ] as const)
    expect(corrected(from, to)).toThrow(expect.objectContaining({ code: "synthetic-for-good" }));
  for (const [from, to] of [
    [made, made],
    [bare, bare],
    [made, undefined],
  ] as const)
    expect(corrected(from, to)).not.toThrow();
});

test("projects the first and last day of its date", () => {
  expect(sourceDescribed.projection.row({ ...bare, dated: "2023-08/2023-12" })).toEqual({
    title: "Readout of a summit",
    publisher: null,
    url: null,
    source_kind: "press",
    dated: "2023-08/2023-12",
    dated_from: "2023-08-01",
    dated_to: "2023-12-31",
  });
});
