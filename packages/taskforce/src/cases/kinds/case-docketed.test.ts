import { describe, expect, test } from "vitest";
import { id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { type CaseDocketed, caseDocketed } from "./case-docketed.ts";

const trailer = id(1);
const body: CaseDocketed = { district: "TXS", number: "5:24-cr-00123" };

function refused(draft: CaseDocketed, ...standing: CaseDocketed[]) {
  const told = [
    { kind: "case.opened", body: { title: "Trailer", taskForce: "unknown" } },
    ...standing.map((docketed) => ({ kind: "case.docketed", body: docketed })),
  ];
  return refusalOf(() =>
    caseDocketed.rule?.(
      { kind: "case.docketed", subject: trailer, body: draft },
      standingOf(recordOf(trailer, "case", told)),
    ),
  );
}

test.each([
  ["no district", { number: "5:24-cr-00123" }],
  ["a district that cannot be", { ...body, district: "S.D. Tex." }],
  ["no number", { district: "TXS" }],
  ["a number without digits", { ...body, number: "the trailer case" }],
])("the schema refuses %s", (_, given) => expect(caseDocketed.schema.safeParse(given).success).toBe(false));

describe("a docket number of a case", () => {
  test("is one of several", () => {
    expect(refused(body)).toBeUndefined();
    expect(refused(body, { district: "TXS", number: "5:24-mj-00045" })).toBeUndefined();
    expect(refused(body, { district: "AZ", number: "2:24-mj-09001" })).toBeUndefined();
  });

  test("is refused a second time, however it is written", () => {
    const twice = { code: "docket-number-twice", field: "number" };
    expect(refused(body, body)).toEqual(twice);
    expect(refused({ ...body, number: "5:24-CR-123-ABC-2" }, body)).toEqual(twice);
  });

  test("is refused with the number it has in another district", () => {
    expect(refused({ ...body, district: "TXW" }, body)).toEqual({
      code: "docket-number-in-two-districts",
      field: "district",
    });
  });
});

test("says the number as the court writes it", () => {
  expect(caseDocketed.sentence.en({ body, occurred: "2024-06-05" })).toBe(
    "The case was given docket number 5:24-cr-00123 in the Southern District of Texas on June 5, 2024.",
  );
  expect(caseDocketed.sentence.es({ body })).toBe(
    "El caso recibió el número de expediente 5:24-cr-00123 en el Distrito Sur de Texas.",
  );
});

test("projects one key for all ways of writing it", () => {
  expect(caseDocketed.projection.row({ ...body, number: "5:24-CR-00123-ABC" })).toEqual({
    district: "TXS",
    number: "5:24-CR-00123-ABC",
    docket_key: "5:24-cr-123",
    docket_type: "cr",
  });
  expect(caseDocketed.projection.row({ ...body, number: "Misc. 7" }).docket_type).toBeNull();
});
