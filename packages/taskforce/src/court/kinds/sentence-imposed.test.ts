import { describe, expect, test } from "vitest";
import { count, id, refusalOf, sentence, standingOf } from "../fixtures/standing.ts";
import { type SentenceImposed, sentenceImposed } from "./sentence-imposed.ts";

const [driver, guide, pleaded, open, vacated, other] = [id(1), id(2), id(3), id(4), id(5), id(6)];
const bare: SentenceImposed = { defendant: driver, counts: [pleaded], term: { kind: "months", months: 120 } };
const standing = standingOf(
  count(pleaded, driver, ["convicted-plea", "2024-01"]),
  count(open, driver),
  count(vacated, driver, "convicted", "conviction-vacated"),
  count(other, guide, "convicted"),
);

function refused(body: SentenceImposed, occurred?: string, replaces?: string, among = standing) {
  const draft = { kind: "sentence.imposed", subject: id(9), body, occurred, replaces };
  return refusalOf(() => sentenceImposed.rule?.(draft, among));
}

test.each([
  ["no counts", { ...bare, counts: [] }],
  ["no term", { defendant: driver, counts: [pleaded] }],
  ["no months in a term of months", { ...bare, term: { kind: "months" } }],
  ["zero months", { ...bare, term: { kind: "months", months: 0 } }],
  ["months in a life sentence", { ...bare, term: { kind: "life", months: 12 } }],
  ["a fine that is no whole number of cents", { ...bare, fine: { minor: 10.5, currency: "USD" } }],
  ["a fine without a currency", { ...bare, fine: { minor: 1000 } }],
])("the schema refuses %s", (_, body) => expect(sentenceImposed.schema.safeParse(body).success).toBe(false));

describe("a sentence", () => {
  test("on a count with a conviction is accepted", () => {
    expect(refused(bare)).toBeUndefined();
    expect(refused(bare, "2024-05-28")).toBeUndefined();
  });

  test("on a count never convicted is refused, and so is one whose conviction was vacated", () => {
    expect(refused({ ...bare, counts: [pleaded, open] })).toEqual({
      code: "count-not-convicted",
      field: "counts[1]",
    });
    expect(refused({ ...bare, counts: [vacated] })).toEqual({
      code: "count-not-convicted",
      field: "counts[0]",
    });
  });

  test("on a count whose conviction was vacated with an earlier judgment is refused", () => {
    const judgment = { kind: "judgment.vacated", body: { scope: "sentence-and-convictions" } };
    const earlier = sentence(id(8), driver, [pleaded], judgment);
    const among = standingOf(count(pleaded, driver, "convicted-plea"), earlier);
    expect(refused(bare, undefined, undefined, among)?.code).toBe("count-not-convicted");
  });

  test("may be corrected after its conviction was vacated, or followed by another, but not onto a count never convicted", () => {
    const once = { ...bare, counts: [vacated] };
    expect(refused(once, "2024-05-28", id(20))).toBeUndefined();
    expect(refused({ ...bare, counts: [open] }, undefined, id(20))?.code).toBe("count-not-convicted");
    const again = ["convicted", "2025-01-09"] as const;
    const among = standingOf(
      count(vacated, driver, ["convicted", "2024-01-02"], "conviction-vacated", again),
    );
    expect(refused(once, "2024-05-28", id(20), among)).toBeUndefined();
    expect(refused(once, "2023-05-28", id(20), among)?.code).toBe("sentence-before-conviction");
  });

  test("on another defendant's count is refused", () => {
    expect(refused({ ...bare, counts: [other] })).toEqual({
      code: "count-of-another-defendant",
      field: "counts[0]",
    });
  });

  test("on a count named twice is refused", () => {
    expect(refused({ ...bare, counts: [pleaded, pleaded] })).toEqual({
      code: "count-named-twice",
      field: "counts[1]",
    });
  });

  test.each([
    ["2023-12-31", true],
    ["2023", true],
    ["2024-01-01", false],
    ["2024", false],
    ["2023-12/2024-02", false],
  ])("dated %s beside a conviction of January 2024: refused %s", (occurred, isRefused) => {
    const expected = isRefused ? { code: "sentence-before-conviction", field: "occurred" } : undefined;
    expect(refused(bare, occurred)).toEqual(expected);
  });
});

test.each<[SentenceImposed, string, string]>([
  [
    {
      ...bare,
      counts: [pleaded, open],
      supervisedReleaseMonths: 36,
      fine: { minor: 500_000, currency: "USD" },
      restitution: { minor: 16_470_150, currency: "USD" },
      moneyJudgment: { minor: 138_065_600, currency: "USD" },
    },
    "The defendant was sentenced on May 28, 2024 on 2 counts to 120 months in prison, with 36 months of supervised release, a fine of $5,000, restitution of $164,701.50 and a money judgment of $1,380,656.",
    "Se dictó sentencia contra la persona acusada el 28 de mayo de 2024 por 2 cargos: 120 meses de prisión, con 36 meses de libertad supervisada, una multa de $5,000, una restitución de $164,701.50 y un decomiso en dinero de $1,380,656.",
  ],
  [
    { ...bare, term: { kind: "life" } },
    "The defendant was sentenced on May 28, 2024 on one count to life in prison.",
    "Se dictó sentencia contra la persona acusada el 28 de mayo de 2024 por un cargo: cadena perpetua.",
  ],
  [
    { ...bare, term: { kind: "time-served" }, supervisedReleaseMonths: 1 },
    "The defendant was sentenced on May 28, 2024 on one count to time served, with 1 month of supervised release.",
    "Se dictó sentencia contra la persona acusada el 28 de mayo de 2024 por un cargo: el tiempo ya cumplido en prisión, con 1 mes de libertad supervisada.",
  ],
  [
    { ...bare, term: { kind: "not-stated" } },
    "The defendant was sentenced on May 28, 2024 on one count to a term that the source does not state.",
    "Se dictó sentencia contra la persona acusada el 28 de mayo de 2024 por un cargo: una pena que la fuente no indica.",
  ],
])("says what was imposed (%#)", (body, en, es) => {
  expect(sentenceImposed.sentence.en({ body, occurred: "2024-05-28" })).toBe(en);
  expect(sentenceImposed.sentence.es({ body, occurred: "2024-05-28" })).toBe(es);
});

test("projects months only for a term of months", () => {
  const fine = { minor: 1000, currency: "USD" };
  expect(sentenceImposed.projection.row({ ...bare, fine })).toEqual({
    defendant: driver,
    counts: [pleaded],
    term: "months",
    months: 120,
    supervised_release_months: null,
    fine,
    restitution: null,
    money_judgment: null,
  });
  expect(sentenceImposed.projection.row({ ...bare, term: { kind: "life" } })).toMatchObject({
    term: "life",
    months: null,
  });
});
