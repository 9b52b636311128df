import { describe, expect, test } from "vitest";
import { count, id, refusalOf, standingOf } from "../fixtures/standing.ts";
import { type ChargeDisposed, chargeDisposed } from "./charge-disposed.ts";

type Outcome = ChargeDisposed["outcome"];
const [conspiracy, driver] = [id(1), id(2)];

function refused(standing: readonly Outcome[], outcome: Outcome, replaces?: string) {
  const draft = { kind: "charge.disposed", subject: conspiracy, body: { outcome }, replaces };
  return refusalOf(() => chargeDisposed.rule?.(draft, standingOf(count(conspiracy, driver, ...standing))))
    ?.code;
}

test.each([[{}], [{ outcome: "guilty" }], [{ outcome: null }]])("the schema refuses %j", (body) => {
  expect(chargeDisposed.schema.safeParse(body).success).toBe(false);
});

describe("a new disposition", () => {
  test.each<[readonly Outcome[], Outcome]>([
    [[], "convicted-plea"],
    [[], "dismissed"],
    [["convicted"], "conviction-vacated"],
    [["convicted-verdict", "conviction-vacated"], "acquitted"],
    [["convicted", "conviction-vacated", "convicted-plea"], "conviction-vacated"],
  ])("after %j may be %s", (standing, outcome) => expect(refused(standing, outcome)).toBeUndefined());

  test.each<[readonly Outcome[], Outcome, string]>([
    [["convicted-plea"], "convicted-verdict", "count-not-open"],
    [["dismissed"], "convicted", "count-not-open"],
    [["acquitted"], "dismissed", "count-not-open"],
    [["convicted", "conviction-vacated", "acquitted"], "convicted", "count-not-open"],
    [[], "conviction-vacated", "no-conviction-to-vacate"],
    [["acquitted"], "conviction-vacated", "no-conviction-to-vacate"],
    [["convicted", "conviction-vacated"], "conviction-vacated", "no-conviction-to-vacate"],
  ])("after %j cannot be %s", (standing, outcome, code) => expect(refused(standing, outcome)).toBe(code));
});

describe("a correction, judged without the entry it replaces,", () => {
  const replaced = id(50);
  test("of the only disposition may say anything that can stand alone", () => {
    expect(refused([], "dismissed", replaced)).toBeUndefined();
    expect(refused([], "conviction-vacated", replaced)).toBe("no-conviction-to-vacate");
  });

  test("of a conviction later vacated must leave a conviction there", () => {
    const later: Outcome[] = ["conviction-vacated", "acquitted"];
    expect(refused(later, "convicted-plea", replaced)).toBeUndefined();
    expect(refused(later, "dismissed", replaced)).toBe("no-conviction-to-vacate");
  });

  test("of a vacatur cannot make two endings of one count", () => {
    expect(refused(["convicted"], "dismissed", replaced)).toBe("count-not-open");
  });
});

test.each<[Outcome, string, string]>([
  [
    "convicted-plea",
    "The count ended in a conviction by plea on January 16, 2025.",
    "El cargo terminó en condena por declaración de culpabilidad el 16 de enero de 2025.",
  ],
  [
    "convicted-verdict",
    "The count ended in a conviction by verdict on January 16, 2025.",
    "El cargo terminó en condena por veredicto el 16 de enero de 2025.",
  ],
  [
    "convicted",
    "The count ended in a conviction on January 16, 2025.",
    "El cargo terminó en condena el 16 de enero de 2025.",
  ],
  [
    "acquitted",
    "The count ended in an acquittal on January 16, 2025.",
    "El cargo terminó en absolución el 16 de enero de 2025.",
  ],
  [
    "dismissed",
    "The count was dismissed on January 16, 2025.",
    "El cargo fue desestimado el 16 de enero de 2025.",
  ],
  [
    "conviction-vacated",
    "The conviction on the count was vacated on January 16, 2025.",
    "La condena por el cargo fue anulada el 16 de enero de 2025.",
  ],
])("says %s", (outcome, en, es) => {
  expect(chargeDisposed.sentence.en({ body: { outcome }, occurred: "2025-01-16" })).toBe(en);
  expect(chargeDisposed.sentence.es({ body: { outcome }, occurred: "2025-01-16" })).toBe(es);
  expect(chargeDisposed.projection.row({ outcome })).toEqual({ outcome });
});
