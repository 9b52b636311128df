import { describe, expect, test } from "vitest";
import { defendant, id, refusalOf, standingOf } from "../fixtures/standing.ts";
import { type ArrestMade, arrestMade } from "./arrest-made.ts";

const [trailer, boats, driver] = [id(1), id(2), id(3)];
const unknown: ArrestMade = { case: trailer, place: "unknown" };
const standing = standingOf(defendant(driver, trailer));

function refused(body: ArrestMade) {
  return refusalOf(() => arrestMade.rule?.({ kind: "arrest.made", subject: id(9), body }, standing));
}

test.each([
  ["nobody", { ...unknown, persons: 0 }],
  ["more people than any operation", { ...unknown, persons: 10_001 }],
  ["a country by name", { ...unknown, place: "foreign", country: "Guatemala" }],
  ["a place it does not know", { ...unknown, place: "at sea" }],
  ["no place", { case: trailer }],
])("the schema refuses %s", (_, body) => expect(arrestMade.schema.safeParse(body).success).toBe(false));

describe("an arrest", () => {
  test.each<[string, ArrestMade]>([
    ["of a defendant in the case", { ...unknown, defendant: driver }],
    ["of nineteen people unnamed", { ...unknown, persons: 19 }],
    ["abroad in a country not known", { ...unknown, place: "foreign" }],
    ["in Guatemala", { ...unknown, place: "foreign", country: "GT" }],
    ["at home", { ...unknown, place: "domestic", country: "US" }],
    ["in Puerto Rico, which is at home", { ...unknown, place: "domestic", country: "PR" }],
  ])("%s is accepted", (_, body) => expect(refused(body)).toBeUndefined());

  test.each<[string, ArrestMade, string, string]>([
    [
      "of a defendant in another case",
      { ...unknown, case: boats, defendant: driver },
      "defendant-not-in-case",
      "defendant",
    ],
    [
      "of a defendant and eighteen others",
      { ...unknown, defendant: driver, persons: 19 },
      "arrest-of-one-defendant",
      "persons",
    ],
    [
      "abroad in the United States",
      { ...unknown, place: "foreign", country: "US" },
      "country-against-place",
      "country",
    ],
    [
      "abroad in Puerto Rico",
      { ...unknown, place: "foreign", country: "PR" },
      "country-against-place",
      "country",
    ],
    [
      "at home in Guatemala",
      { ...unknown, place: "domestic", country: "GT" },
      "country-against-place",
      "country",
    ],
  ])("%s is refused", (_, body, code, field) => expect(refused(body)).toEqual({ code, field }));
});

test.each<[ArrestMade, string | undefined, string, string]>([
  [
    { ...unknown, defendant: driver, place: "foreign", country: "GT" },
    "2022-08-02",
    "The defendant was arrested outside the United States (Guatemala) on August 2, 2022.",
    "La persona acusada fue arrestada fuera de los Estados Unidos (Guatemala) el 2 de agosto de 2022.",
  ],
  [
    { ...unknown, persons: 1900, place: "domestic" },
    "2022",
    "1,900 people were arrested in the United States in 2022.",
    "1,900 personas fueron arrestadas en los Estados Unidos en 2022.",
  ],
  [
    { ...unknown, persons: 2, place: "domestic", district: "TXS" },
    "2022-04/2022-05",
    "2 people were arrested in the Southern District of Texas between April 2022 and May 2022.",
    "2 personas fueron arrestadas en el Distrito Sur de Texas entre abril de 2022 y mayo de 2022.",
  ],
  [unknown, undefined, "One person was arrested.", "Una persona fue arrestada."],
])("says who was arrested, where and when (%#)", (body, occurred, en, es) => {
  expect(arrestMade.sentence.en({ body, occurred })).toBe(en);
  expect(arrestMade.sentence.es({ body, occurred })).toBe(es);
});

test("projects one person where no number is given", () => {
  expect(arrestMade.projection.row({ ...unknown, defendant: driver })).toEqual({
    case_id: trailer,
    defendant: driver,
    persons: 1,
    place: "unknown",
    country: null,
    district: null,
  });
});
