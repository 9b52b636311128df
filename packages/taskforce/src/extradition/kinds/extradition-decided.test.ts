import { expect, test } from "vitest";
import { id, refusalOf, standingOf, type Told } from "../../court/fixtures/standing.ts";
import { decided, extradition, surrendered } from "../fixtures/standing.ts";
import { type ExtraditionDecided, extraditionDecided } from "./extradition-decided.ts";

const which = id(7);

function refused(occurred: string | undefined, requested: string | undefined) {
  const body: ExtraditionDecided = { decision: "granted" };
  const draft = { kind: "extradition.decided", subject: which, body, occurred };
  return refusalOf(() => extraditionDecided.rule?.(draft, standingOf(extradition(which, requested))));
}

test.each([
  ["no decision", {}],
  ["a decision it does not know", { decision: "maybe" }],
  ["a judge by name", { decision: "granted", by: "Somebody" }],
])("the schema refuses %s", (_, body) =>
  expect(extraditionDecided.schema.safeParse(body).success).toBe(false),
);

test.each([
  ["2024-01-31", "2024-02", true],
  ["2023", "2024-02", true],
  ["2024-02-01", "2024-02", false],
  ["2024", "2024-02", false],
  [undefined, "2024-02", false],
  ["2020", undefined, false],
])("a decision dated %s on a request of %s: refused %s", (occurred, requested, isRefused) => {
  const expected = isRefused ? { code: "decision-before-request", field: "occurred" } : undefined;
  expect(refused(occurred, requested)).toEqual(expected);
});

test("a decision leaves a surrender possible that stands", () => {
  const against = (
    decision: ExtraditionDecided["decision"],
    occurred: string,
    ...others: readonly Told[]
  ) => {
    const draft = { kind: "extradition.decided", subject: which, body: { decision }, occurred };
    const standing = standingOf(extradition(which, "2024-01", surrendered({}, "2024-05"), ...others));
    return refusalOf(() => extraditionDecided.rule?.(draft, standing))?.code;
  };
  expect(against("granted", "2024-05")).toBeUndefined();
  expect(against("granted", "2024-06")).toBe("surrender-before-decision");
  expect(against("denied", "2024-03")).toBe("surrender-against-decision");
  expect(against("denied", "2024-03", decided("granted", "2024-04"))).toBeUndefined();
});

test.each<[ExtraditionDecided, string, string]>([
  [
    { decision: "granted", by: "executive", why: "with conditions" },
    "The extradition was granted by the executive on June 5, 2024: “with conditions”.",
    "La extradición fue concedida por el poder ejecutivo el 5 de junio de 2024: «with conditions».",
  ],
  [
    { decision: "consented", by: "court" },
    "The person consented to the extradition on June 5, 2024.",
    "La persona dio su consentimiento a la extradición el 5 de junio de 2024.",
  ],
  [
    { decision: "denied" },
    "The extradition was denied on June 5, 2024.",
    "La extradición fue denegada el 5 de junio de 2024.",
  ],
  [
    { decision: "withdrawn", by: "united-states" },
    "The request for extradition was withdrawn by the United States on June 5, 2024.",
    "La solicitud de extradición fue retirada por los Estados Unidos el 5 de junio de 2024.",
  ],
])("says what was decided (%#)", (body, en, es) => {
  expect(extraditionDecided.sentence.en({ body, occurred: "2024-06-05" })).toBe(en);
  expect(extraditionDecided.sentence.es({ body, occurred: "2024-06-05" })).toBe(es);
  expect(extraditionDecided.projection.row(body)).toEqual({
    decision: body.decision,
    decided_by: body.by ?? null,
    why: body.why ?? null,
  });
});
