import { describe, expect, test } from "vitest";
import { id, refusalOf, standingOf } from "../../court/fixtures/standing.ts";
import type { VentureDescribed } from "../fields.ts";
import { ventureDescribed } from "./venture-described.ts";

const bare: VentureDescribed = { case: id(1), form: "event", title: "Trailer in the heat" };
const exactly = (count: number) => ({ count, qualifier: "exact" }) as const;
const atLeast = (count: number) => ({ count, qualifier: "at-least" }) as const;
const about = (count: number) => ({ count, qualifier: "about" }) as const;
const usd = (minor: number) => ({ minor, currency: "USD" });

function refused(body: VentureDescribed) {
  return refusalOf(() =>
    ventureDescribed.rule?.({ kind: "venture.described", subject: id(2), body }, standingOf()),
  );
}

test.each([
  ["no case", { form: "event", title: "Trailer" }],
  ["no word on event or course", { case: id(1), title: "Trailer" }],
  ["people without how exact", { ...bare, people: { count: 64 } }],
  ["nobody smuggled", { ...bare, people: exactly(0) }],
  ["half a person", { ...bare, deaths: exactly(0.5) }],
  ["a negative number of minors", { ...bare, minors: exactly(-1) }],
  ["a person by name among the injured", { ...bare, injuries: { name: "Somebody" } }],
  ["a degree of injury it does not know", { ...bare, injuries: { grave: exactly(1) } }],
  ["a route without countries", { ...bare, route: { countries: [] } }],
  ["a route through a country that is none", { ...bare, route: { countries: ["GT", "ZZ"] } }],
  ["a means it does not know", { ...bare, means: ["teleport"] }],
  ["a fee that is no whole number of cents", { ...bare, feePerPerson: { least: usd(0.5) } }],
])("the schema refuses %s", (_, body) => expect(ventureDescribed.schema.safeParse(body).success).toBe(false));

describe("a part", () => {
  test.each<[string, VentureDescribed, string]>([
    ["more minors than people", { ...bare, people: exactly(5), minors: exactly(6) }, "minors.count"],
    ["at least more minors", { ...bare, people: exactly(5), minors: atLeast(6) }, "minors.count"],
    [
      "more unaccompanied minors than minors",
      { ...bare, minors: exactly(1), unaccompaniedMinors: exactly(2) },
      "unaccompaniedMinors.count",
    ],
    [
      "more unaccompanied minors than people",
      { ...bare, people: exactly(1), unaccompaniedMinors: atLeast(2) },
      "unaccompaniedMinors.count",
    ],
  ])("greater than the whole is refused: %s", (_, body, field) => {
    expect(refused(body)).toEqual({ code: "part-greater-than-whole", field });
  });

  test.each<[string, VentureDescribed]>([
    ["as many minors as people", { ...bare, people: exactly(5), minors: exactly(5) }],
    ["a floor of people below the minors", { ...bare, people: atLeast(5), minors: exactly(6) }],
    ["a round number of people", { ...bare, people: about(5), minors: exactly(6) }],
    ["a round number of minors", { ...bare, people: exactly(5), minors: about(6) }],
    [
      "more deaths than people smuggled, as a driver or a bystander may die",
      { ...bare, people: exactly(1), deaths: exactly(2) },
    ],
  ])("that can be is accepted: %s", (_, body) => expect(refused(body)).toBeUndefined());
});

test.each<[string, VentureDescribed, string, string]>([
  [
    "a firearm and no weapon",
    { ...bare, weapon: "none", firearm: true },
    "firearm-against-weapon",
    "firearm",
  ],
  [
    "a discharge and no firearm",
    { ...bare, weapon: "firearm-discharged", firearm: false },
    "firearm-against-weapon",
    "firearm",
  ],
  [
    "a fee in two currencies",
    { ...bare, feePerPerson: { least: usd(100), most: { minor: 200, currency: "MXN" } } },
    "fee-in-two-currencies",
    "feePerPerson.most",
  ],
  [
    "a fee whose most is less than its least",
    { ...bare, feePerPerson: { least: usd(200), most: usd(100) } },
    "fee-range-reversed",
    "feePerPerson.most",
  ],
  [
    "a fee in no currency",
    { ...bare, feePerPerson: { least: { minor: 100, currency: "XTS" } } },
    "currency-unknown",
    "feePerPerson.least.currency",
  ],
])("refuses %s", (_, body, code, field) => expect(refused(body)).toEqual({ code, field }));

test("says the numbers with how exact they are, and what made it worse", () => {
  const body: VentureDescribed = {
    ...bare,
    people: atLeast(64),
    deaths: exactly(53),
    injuries: { serious: exactly(1), degreeNotStated: about(10) },
    unaccompaniedMinors: exactly(0),
    firearm: true,
    flight: "at-high-speed",
    concealment: "cargo",
    detainedForPayment: true,
    securityConcern: false,
    means: ["truck"],
    route: { countries: ["GT", "MX", "US"], district: "TXS" },
    forProfit: true,
    feePerPerson: { least: usd(1_000_000), most: usd(1_200_000) },
  };
  expect(ventureDescribed.sentence.en({ body, occurred: "2022-06-27" })).toBe(
    "A smuggling event was described (June 27, 2022): “Trailer in the heat”, with at least 64 people smuggled, 53 deaths, 1 person with serious bodily injury, about 10 people injured, no unaccompanied minors, a firearm, flight from officers at high speed, people concealed in a trailer or cargo space and people detained for payment; by truck or trailer; route Guatemala → Mexico → United States, entering in the Southern District of Texas; for profit; fee for each person: $10,000 to $12,000.",
  );
  expect(ventureDescribed.sentence.es({ body, occurred: "2022-06-27" })).toBe(
    "Se describió un episodio de tráfico de personas (27 de junio de 2022): «Trailer in the heat», con al menos 64 personas objeto del tráfico, 53 muertes, 1 persona con lesiones graves, alrededor de 10 personas heridas, ninguna persona menor no acompañada, un arma de fuego, huida de las autoridades a gran velocidad, personas ocultas en un remolque o espacio de carga y personas retenidas para cobrar; en camión o remolque; ruta Guatemala → México → Estados Unidos, con entrada en el Distrito Sur de Texas; con ánimo de lucro; precio por persona: $10,000 a $12,000.",
  );
  expect(ventureDescribed.sentence.en({ body: bare })).toBe(
    "A smuggling event was described: “Trailer in the heat”.",
  );
  expect(ventureDescribed.sentence.es({ body: { ...bare, form: "course" } })).toBe(
    "Se describió una serie de hechos de tráfico de personas: «Trailer in the heat».",
  );
});

test("projects what is known, and null for what is not", () => {
  expect(
    ventureDescribed.projection.row({
      ...bare,
      people: about(20),
      injuries: { permanentOrLifeThreatening: exactly(2) },
      route: { countries: ["HT", "BS", "US"] },
      feePerPerson: { least: usd(500) },
    }),
  ).toMatchObject({
    case_id: id(1),
    people: 20,
    people_qualifier: "about",
    life_threatening: 2,
    life_threatening_qualifier: "exact",
    serious: null,
    deaths: null,
    weapon: null,
    countries: ["HT", "BS", "US"],
    district: null,
    fee_least: 500,
    fee_most: 500,
    fee_currency: "USD",
  });
});
