import { expect, test } from "vitest";
import { count, id, refusalOf, sentence, standingOf } from "../fixtures/standing.ts";
import { type JudgmentVacated, judgmentVacated } from "./judgment-vacated.ts";

const [which, driver, first, second, other] = [id(1), id(2), id(3), id(4), id(5)];
const whole: JudgmentVacated = { scope: "sentence-and-convictions" };
const convicted = [count(first, driver, "convicted"), count(second, driver, "convicted")];
const stands = standingOf(sentence(which, driver, [first, second]), ...convicted);
const gone = standingOf(
  sentence(which, driver, [first, second], { kind: "judgment.vacated", body: { scope: "sentence" } }),
);

function refused(body: JudgmentVacated, standing = stands) {
  return refusalOf(() =>
    judgmentVacated.rule?.({ kind: "judgment.vacated", subject: which, body }, standing),
  );
}

test.each([[{}], [{ scope: "everything" }], [{ ...whole, counts: [] }]])("the schema refuses %j", (body) => {
  expect(judgmentVacated.schema.safeParse(body).success).toBe(false);
});

test("the sentence, its convictions, or some of them may be vacated", () => {
  for (const body of [{ scope: "sentence" } as const, whole, { ...whole, counts: [second] }])
    expect(refused(body)).toBeUndefined();
});

test("a sentence already vacated cannot be vacated again", () => {
  expect(refused(whole, gone)).toEqual({ code: "sentence-already-vacated", field: "subject" });
});

test("convictions are vacated only on counts of the sentence", () => {
  expect(refused({ ...whole, counts: [first, other] })).toEqual({
    code: "count-not-in-sentence",
    field: "counts[1]",
  });
});

test("a conviction that was vacated before, or came after the sentence, is not vacated with it", () => {
  const before = [convicted[0] as never, count(second, driver, "convicted", "conviction-vacated")];
  const partly = standingOf(sentence(which, driver, [first, second]), ...before);
  expect(refused(whole, partly)).toEqual({ code: "no-conviction-to-vacate", field: "scope" });
  expect(refused({ ...whole, counts: [first, second] }, partly)).toEqual({
    code: "no-conviction-to-vacate",
    field: "counts[1]",
  });
  expect(refused({ ...whole, counts: [first] }, partly)).toBeUndefined();
  expect(refused({ scope: "sentence" }, partly)).toBeUndefined();
  const { entries } = sentence(which, driver, [first]);
  const dated = {
    id: which,
    type: "sentence",
    entries: [{ ...entries[0], occurred: "2024-02-01" } as never],
  };
  const again = count(first, driver, "convicted", "conviction-vacated", ["convicted", "2025-01-09"]);
  expect(refused(whole, standingOf(dated, again))?.code).toBe("no-conviction-to-vacate");
});

test("counts are named only where convictions are vacated", () => {
  expect(refused({ scope: "sentence", counts: [first] })).toEqual({
    code: "counts-without-convictions-vacated",
    field: "counts",
  });
});

test.each<[JudgmentVacated, string, string]>([
  [
    { scope: "sentence" },
    "The sentence was vacated on June 5, 2025.",
    "La sentencia fue anulada el 5 de junio de 2025.",
  ],
  [
    whole,
    "The sentence and the convictions behind it were vacated on June 5, 2025.",
    "La sentencia y las condenas en que se basaba fueron anuladas el 5 de junio de 2025.",
  ],
  [
    { ...whole, counts: [first] },
    "The sentence and the conviction on one of its counts were vacated on June 5, 2025.",
    "La sentencia y la condena por uno de sus cargos fueron anuladas el 5 de junio de 2025.",
  ],
  [
    { ...whole, counts: [first, second] },
    "The sentence and the convictions on 2 of its counts were vacated on June 5, 2025.",
    "La sentencia y las condenas por 2 de sus cargos fueron anuladas el 5 de junio de 2025.",
  ],
])("says what was vacated (%#)", (body, en, es) => {
  expect(judgmentVacated.sentence.en({ body, occurred: "2025-06-05" })).toBe(en);
  expect(judgmentVacated.sentence.es({ body, occurred: "2025-06-05" })).toBe(es);
});

test("projects scope and counts", () => {
  expect(judgmentVacated.projection.row(whole)).toEqual({ scope: "sentence-and-convictions", counts: null });
  expect(judgmentVacated.projection.row({ ...whole, counts: [first] }).counts).toEqual([first]);
});
