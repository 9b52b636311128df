import { describe, expect, test } from "vitest";
import { defendant, id, recordOf, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import { decided, extradition, surrendered } from "../fixtures/standing.ts";
import { type ExtraditionRequested, extraditionRequested } from "./extradition-requested.ts";

const [trailer, boats, driver, leader, person, other] = [id(1), id(2), id(3), id(4), id(5), id(6)];
const bare: ExtraditionRequested = { case: trailer, country: "GT", form: "formal" };

function refused(body: ExtraditionRequested) {
  const known = recordOf(leader, "defendant", [
    { kind: "defendant.joined", body: { case: trailer, designation: "leader", person } },
  ]);
  const standing = standingOf(defendant(driver, trailer), known);
  return refusalOf(() =>
    extraditionRequested.rule?.({ kind: "extradition.requested", subject: id(9), body }, standing),
  );
}

test.each([
  ["no case", { country: "GT", form: "formal" }],
  ["no country", { case: trailer, form: "formal" }],
  ["a country that is none", { ...bare, country: "ZZ" }],
  ["a country by name", { ...bare, country: "Guatemala" }],
  ["no word on its form", { case: trailer, country: "GT" }],
  ["a person by name", { ...bare, person: "Somebody" }],
])("the schema refuses %s", (_, body) =>
  expect(extraditionRequested.schema.safeParse(body).success).toBe(false),
);

describe("a request", () => {
  test("is for a defendant of the case, for a person, or for somebody the source does not tell", () => {
    expect(refused(bare)).toBeUndefined();
    expect(refused({ ...bare, defendant: driver, person: other })).toBeUndefined();
    expect(refused({ ...bare, defendant: leader, person })).toBeUndefined();
    expect(refused({ ...bare, case: boats, defendant: driver })).toEqual({
      code: "defendant-not-in-case",
      field: "defendant",
    });
  });

  test("cannot be for a person other than the defendant", () => {
    expect(refused({ ...bare, defendant: leader, person: other })).toEqual({
      code: "person-not-the-defendant",
      field: "person",
    });
  });

  test.each(["US", "PR", "GU"])("cannot go to %s", (country) => {
    expect(refused({ ...bare, country })).toEqual({ code: "extradition-from-home", field: "country" });
  });
});

test("a correction of the request leaves the steps after it", () => {
  const which = id(9);
  const corrected = (occurred: string) => {
    const draft = { kind: "extradition.requested", subject: which, body: bare, occurred, replaces: id(8) };
    const standing = standingOf(
      extradition(which, undefined, decided("granted", "2024-03"), surrendered({}, "2024-05")),
    );
    return refusalOf(() => extraditionRequested.rule?.(draft, standing))?.code;
  };
  expect(corrected("2024-03")).toBeUndefined();
  expect(corrected("2024-04")).toBe("decision-before-request");
});

test.each<[ExtraditionRequested["form"], string, string]>([
  [
    "formal",
    "Guatemala was formally asked to extradite a person on June 5, 2024.",
    "Se pidió formalmente a Guatemala la extradición de una persona el 5 de junio de 2024.",
  ],
  [
    "provisional-arrest",
    "Guatemala was asked to arrest a person provisionally for extradition on June 5, 2024.",
    "Se pidió a Guatemala la detención provisional de una persona con fines de extradición el 5 de junio de 2024.",
  ],
  [
    "not-stated",
    "Guatemala was asked to extradite a person on June 5, 2024.",
    "Se pidió a Guatemala la extradición de una persona el 5 de junio de 2024.",
  ],
])("says what was asked of whom (%s)", (form, en, es) => {
  const body = { ...bare, form };
  expect(extraditionRequested.sentence.en({ body, occurred: "2024-06-05" })).toBe(en);
  expect(extraditionRequested.sentence.es({ body, occurred: "2024-06-05" })).toBe(es);
});

test("projects country, defendant and person", () => {
  expect(extraditionRequested.projection.row({ ...bare, defendant: driver })).toEqual({
    case_id: trailer,
    country: "GT",
    form: "formal",
    defendant: driver,
    person: null,
  });
});
