import { expect, test } from "vitest";
import { id, refusalOf, sentence, standingOf } from "../fixtures/standing.ts";
import { type SentenceAmended, sentenceAmended } from "./sentence-amended.ts";

const [which, driver, count] = [id(1), id(2), id(3)];
const body: SentenceAmended = {
  term: { kind: "months", months: 96 },
  supervisedReleaseMonths: 24,
  why: "a change of the Guidelines",
};
const vacated = { kind: "judgment.vacated", body: { scope: "sentence" } };

function refused(standing: ReturnType<typeof standingOf>, replaces?: string) {
  return refusalOf(() =>
    sentenceAmended.rule?.({ kind: "sentence.amended", subject: which, body, replaces }, standing),
  );
}

test.each([
  [{}],
  [{ term: { kind: "months", months: 1.5 } }],
  [{ ...body, why: " " }],
  [{ ...body, counts: [count] }],
])("the schema refuses %j", (given) => expect(sentenceAmended.schema.safeParse(given).success).toBe(false));

test("a sentence that stands may be amended, more than once", () => {
  expect(refused(standingOf(sentence(which, driver, [count])))).toBeUndefined();
  expect(
    refused(standingOf(sentence(which, driver, [count], { kind: "sentence.amended", body }))),
  ).toBeUndefined();
});

test("a vacated sentence cannot be amended, though an amendment made before may be corrected", () => {
  const standing = standingOf(sentence(which, driver, [count], vacated));
  expect(refused(standing)).toEqual({ code: "sentence-already-vacated", field: "subject" });
  expect(refused(standing, id(50))).toBeUndefined();
});

test("says the new term and why", () => {
  expect(sentenceAmended.sentence.en({ body, occurred: "2025-03" })).toBe(
    "The sentence was amended in March 2025 to 96 months in prison, with 24 months of supervised release (reason: “a change of the Guidelines”).",
  );
  expect(sentenceAmended.sentence.es({ body, occurred: "2025-03" })).toBe(
    "La sentencia fue modificada en marzo de 2025: 96 meses de prisión, con 24 meses de libertad supervisada (motivo: «a change of the Guidelines»).",
  );
  expect(sentenceAmended.sentence.en({ body: { term: { kind: "probation" } } })).toBe(
    "The sentence was amended to probation.",
  );
});

test("projects the new term", () => {
  expect(sentenceAmended.projection.row(body)).toEqual({
    term: "months",
    months: 96,
    supervised_release_months: 24,
    why: "a change of the Guidelines",
  });
});
