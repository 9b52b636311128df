import { Refusal } from "@joint-docket/ledger/pure";
import { expect, test } from "vitest";
import { type FigureReported, figureReported } from "./figure-reported.ts";

const bare: FigureReported = {
  measure: "arrests",
  claim: { operator: "more-than", value: 1300 },
  unit: "people",
  scope: "task-force",
};
const worded: FigureReported = {
  ...bare,
  measure: "cash-seized",
  claim: { operator: "worded", wording: "millions of dollars" },
  unit: "dollars",
};

function refused(claim: FigureReported["claim"]): [string, string | undefined] | undefined {
  try {
    figureReported.rule?.(
      { kind: "figure.reported", subject: "00000000-0000-4000-8000-000000000001", body: { ...bare, claim } },
      { record: () => undefined, mentioning: () => [] },
    );
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) return [error.code, error.field];
    throw error;
  }
}

test.each([
  ["a bare number", { ...bare, claim: 1300 }],
  ["a number below zero", { ...bare, claim: { operator: "exactly", value: -1 } }],
  ["part of a person", { ...bare, claim: { operator: "exactly", value: 1.5 } }],
  ["an operator it does not know", { ...bare, claim: { operator: "over", value: 1300 } }],
  ["no unit", { measure: "arrests", claim: bare.claim, scope: "task-force" }],
  ["a fiscal year as text", { ...bare, fiscalYear: "2023" }],
  ["a day that cannot be", { ...bare, asOf: "2024-05-32" }],
])("the schema refuses %s", (_, body) => expect(figureReported.schema.safeParse(body).success).toBe(false));

test.each<[FigureReported["claim"]]>([
  [{ operator: "exactly", value: 0 }],
  [{ operator: "more-than", value: 300, wording: "over 300" }],
  [{ operator: "worded", wording: "millions of dollars" }],
])("the claim %j is accepted", (claim) => expect(refused(claim)).toBeUndefined());

test.each<[FigureReported["claim"], string, string]>([
  [{ operator: "about" }, "claim-needs-value", "claim.value"],
  [{ operator: "about", wording: "some" }, "claim-needs-value", "claim.value"],
  [{ operator: "worded" }, "worded-claim-needs-wording", "claim.wording"],
  [{ operator: "worded", wording: "over 300", value: 300 }, "worded-claim-with-value", "claim.value"],
])("the claim %j is refused", (claim, code, field) => expect(refused(claim)).toEqual([code, field]));

test.each<[FigureReported, string, string]>([
  [
    { ...bare, asOf: "2024-05-31", since: "2021-06" },
    "A source reported, on arrests (of the task force): more than 1,300 people since June 2021 as of May 31, 2024.",
    "Una fuente informó, sobre arrestos (del grupo de trabajo): más de 1,300 personas desde junio de 2021 hasta el 31 de mayo de 2024.",
  ],
  [
    { ...bare, claim: { operator: "exactly", value: 1490 }, fiscalYear: 2023, district: "TXW" },
    "A source reported, on arrests (of the task force): 1,490 people in the Western District of Texas in fiscal year 2023.",
    "Una fuente informó, sobre arrestos (del grupo de trabajo): 1,490 personas en el Distrito Oeste de Texas en el año fiscal 2023.",
  ],
  [
    { ...worded, asOf: "2023-08/2023-12" },
    "A source reported, on “cash-seized” (of the task force): “millions of dollars” as of a time between August 2023 and December 2023.",
    "Una fuente informó, sobre «cash-seized» (del grupo de trabajo): «millions of dollars» hasta un momento entre agosto de 2023 y diciembre de 2023.",
  ],
  [
    { ...bare, claim: { operator: "just-under", value: 27 }, unit: "percent", asOf: "2024-06" },
    "A source reported, on arrests (of the task force): just under 27 percent as of June 2024.",
    "Una fuente informó, sobre arrestos (del grupo de trabajo): casi 27 por ciento hasta junio de 2024.",
  ],
])("says the claim as it was put (%#)", (body, en, es) => {
  expect(figureReported.sentence.en({ body })).toBe(en);
  expect(figureReported.sentence.es({ body })).toBe(es);
});

test("projects the claim and the last day it counts to", () => {
  expect(figureReported.projection.row({ ...bare, asOf: "2024-05" })).toEqual({
    measure: "arrests",
    operator: "more-than",
    value: 1300,
    wording: null,
    unit: "people",
    as_of: "2024-05",
    as_of_from: "2024-05-01",
    as_of_to: "2024-05-31",
    since_when: null,
    fiscal_year: null,
    district: null,
    scope: "task-force",
  });
});
