import { expect, test } from "vitest";
import { fieldPaths, mappingOf, NOTHING_CHOSEN, pathOf } from "./mapping.ts";

test("a file whose columns are named like their fields needs no mapping", () => {
  expect(mappingOf(NOTHING_CHOSEN)).toBeUndefined();
});

test("a column goes where it was sent, else where its name says", () => {
  expect(pathOf("Date", { Date: "occurred" })).toBe("occurred");
  expect(pathOf("occurred", {})).toBe("occurred");
  expect(pathOf("country", {})).toBe("body.country");
  expect(pathOf("Remarks", { Remarks: "" })).toBe("");
});

test("a written value is mapped at the field its column fills", () => {
  const choices = {
    columns: { Land: "body.country", Remarks: "" },
    kind: "arrest.made",
    meanings: [
      { column: "Land", written: " Guatemala ", meant: "GT" },
      { column: "Land", written: "Mexico", meant: "MX" },
      { column: "place", written: "abroad", meant: "foreign" },
      { column: "place", written: "", meant: "domestic" },
      { column: "Remarks", written: "none", meant: "nothing" },
    ],
  };
  expect(mappingOf(choices)).toEqual({
    columns: { Land: "body.country", Remarks: "" },
    constants: { kind: "arrest.made" },
    values: { "body.country": { Guatemala: "GT", Mexico: "MX" }, "body.place": { abroad: "foreign" } },
  });
});

test("the fields of a schema are its plain ones, inner ones with their path", () => {
  expect(
    fieldPaths({
      properties: {
        title: { type: "string" },
        term: {
          oneOf: [{ properties: { kind: { const: "months" }, months: { type: "integer" } } }],
        },
      },
    }),
  ).toEqual(["title", "term.kind", "term.months"]);
});
