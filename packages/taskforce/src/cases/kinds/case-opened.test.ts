import { expect, test } from "vitest";
import { caseOpened } from "./case-opened.ts";

const bare = { title: "Stash houses", taskForce: "unknown" } as const;

test.each([
  ["a title alone, everything else unknown", bare],
  ["no deaths, where a source says so", { ...bare, deaths: 0 }],
  ["people counted at least", { ...bare, peopleSmuggled: { count: 64, qualifier: "at-least" } }],
])("accepts %s", (_, body) => expect(caseOpened.schema.safeParse(body).success).toBe(true));

test.each([
  ["no word on the task force", { title: "Stash houses" }],
  ["a district that cannot be", { ...bare, district: "Southern Texas" }],
  ["a stage it does not know", { ...bare, status: "over" }],
  ["half a person", { ...bare, deaths: 0.5 }],
  ["a negative number of injured", { ...bare, injured: -1 }],
  ["people smuggled without how exact", { ...bare, peopleSmuggled: { count: 64 } }],
  ["nobody smuggled", { ...bare, peopleSmuggled: { count: 0, qualifier: "exact" } }],
  ["yes as a word", { ...bare, minors: "yes" }],
  ["an offense on a day that cannot be", { ...bare, offense: "2021-13" }],
])("refuses %s", (_, body) => expect(caseOpened.schema.safeParse(body).success).toBe(false));

test("says where and when, and that mere charges are allegations", () => {
  const body = { ...bare, district: "AZ", status: "charged" } as const;
  expect(caseOpened.sentence.en({ body, occurred: "2024-05" })).toBe(
    "A case was opened in the District of Arizona in May 2024: “Stash houses”; the charges are allegations.",
  );
  expect(caseOpened.sentence.es({ body, occurred: "2024-05-28" })).toBe(
    "Se abrió un caso en el Distrito de Arizona el 28 de mayo de 2024: «Stash houses»; los cargos son acusaciones sin probar.",
  );
  expect(caseOpened.sentence.en({ body: bare })).toBe("A case was opened: “Stash houses”.");
});

test("projects what is known, and null for what is not", () => {
  const row = caseOpened.projection.row({
    ...bare,
    offense: "2021-04/2021-05",
    peopleSmuggled: { count: 64, qualifier: "at-least" },
    minors: false,
  });
  expect(row).toMatchObject({
    title: "Stash houses",
    task_force: "unknown",
    offense: "2021-04/2021-05",
    offense_from: "2021-04-01",
    offense_to: "2021-05-31",
    people_smuggled: 64,
    people_qualifier: "at-least",
    minors: false,
    weapon: null,
    deaths: null,
    announced_from: null,
  });
});
