import type { Refusal } from "@joint-docket/ledger/pure";
import { expect, test } from "vitest";
import { id, recordOf, refusalOf, standingOf } from "./fixtures/standing.ts";
import {
  amendmentAfterSentence,
  checkChangesAfter,
  checkOutcomesAfter,
  checkSentencesAfter,
  dispositionAfterCharge,
  sentenceAfterConviction,
  vacaturAfterSentence,
} from "./order.ts";

const which = id(1);
const code = (work: () => void): Refusal["code"] | undefined => refusalOf(work)?.code;

test.each([
  ["disposition-before-charge", dispositionAfterCharge],
  ["sentence-before-conviction", sentenceAfterConviction],
  ["amendment-before-sentence", amendmentAfterSentence],
  ["vacatur-before-sentence", vacaturAfterSentence],
])("%s is refused only where no reading of the dates allows it", (expected, check) => {
  expect(code(() => check("2023-04-30", ["2023-05"]))).toBe(expected);
  expect(code(() => check("2023-05", ["2023-05-31"]))).toBeUndefined();
  expect(code(() => check("2023", ["2023-05"]))).toBeUndefined();
  expect(code(() => check("2023-04-30", [undefined]))).toBeUndefined();
});

test("a charge cannot be moved behind what became of it", () => {
  const count = recordOf(which, "count", [
    { kind: "charge.filed", body: {} },
    { kind: "charge.disposed", body: { outcome: "dismissed" }, occurred: "2023-05-04" },
  ]);
  expect(code(() => checkOutcomesAfter("2023-05-04", count))).toBeUndefined();
  expect(refusalOf(() => checkOutcomesAfter("2023-05-05", count))).toEqual({
    code: "disposition-before-charge",
    field: "occurred",
  });
});

test("a conviction cannot be moved behind every sentence for its count", () => {
  const judgment = {
    kind: "sentence.imposed",
    body: { counts: [which] },
    occurred: "2024-08-01",
  };
  const standing = standingOf(recordOf(id(2), "sentence", [judgment]));
  const moved = (to: string, ...others: string[]) =>
    refusalOf(() => checkSentencesAfter([...others, to], to, which, standing));
  expect(moved("2024-08-01")).toBeUndefined();
  expect(moved("2024-12-01")).toEqual({ code: "sentence-before-conviction", field: "occurred" });
  expect(moved("2024-12-01", "2024-02-01")).toBeUndefined();
});

test.each([
  ["sentence.amended", "amendment-before-sentence"],
  ["judgment.vacated", "vacatur-before-sentence"],
])("a sentence cannot be moved behind its %s", (kind, expected) => {
  const sentence = recordOf(which, "sentence", [
    { kind: "sentence.imposed", body: {} },
    { kind, body: {}, occurred: "2024-02" },
  ]);
  expect(code(() => checkChangesAfter("2024-02-29", sentence))).toBeUndefined();
  expect(code(() => checkChangesAfter("2024-03-01", sentence))).toBe(expected);
});
