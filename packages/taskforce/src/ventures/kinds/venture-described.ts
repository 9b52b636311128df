/**
 * A venture: one smuggling event or course of conduct in a case, with the facts that make it worse.
 * The people smuggled are a number in it, never its subject. `case.opened` tells what sources say of a case as a
 * whole; the two are never added up.
 */
import { defineKind, defineRefusal } from "@joint-docket/ledger/pure";
import { requireCurrency } from "../../court/pure.ts";
import { countedColumns, surelyMore } from "../counted.ts";
import { type VentureDescribed, ventureSchema } from "../fields.ts";
import { sayVenture } from "../say.ts";

const parts = {
  minors: { en: "minors", es: "menores" },
  unaccompaniedMinors: { en: "unaccompanied minors", es: "menores no acompañados" },
  people: { en: "people smuggled", es: "personas objeto del tráfico" },
} as const;

const partGreaterThanWhole = defineRefusal<{ part: keyof typeof parts; whole: keyof typeof parts }>({
  code: "part-greater-than-whole",
  status: 422,
  en: {
    sentence: ({ part, whole }) => `There cannot be more ${parts[part].en} than ${parts[whole].en}.`,
    remedy: () => "Correct one of the two numbers, or say how exact it is.",
  },
  es: {
    sentence: ({ part, whole }) => `No puede haber más ${parts[part].es} que ${parts[whole].es}.`,
    remedy: () => "Corrija uno de los dos números, o indique con qué exactitud se conoce.",
  },
});

const firearmAgainstWeapon = defineRefusal({
  code: "firearm-against-weapon",
  status: 422,
  en: {
    sentence: () => "What is said of the firearm does not fit what is said of the weapon.",
    remedy: () => "A firearm is a weapon, and only a firearm is discharged: correct one of the two answers.",
  },
  es: {
    sentence: () => "Lo que se dice del arma de fuego no concuerda con lo que se dice del arma.",
    remedy: () =>
      "Un arma de fuego es un arma, y solo un arma de fuego se dispara: corrija una de las dos respuestas.",
  },
});

const feeInTwoCurrencies = defineRefusal<{ least: string; most: string }>({
  code: "fee-in-two-currencies",
  status: 422,
  en: {
    sentence: ({ least, most }) => `The range of the fee begins in ${least} and ends in ${most}.`,
    remedy: () => "Give both ends in the currency that the source names; nothing is converted.",
  },
  es: {
    sentence: ({ least, most }) => `El rango del precio empieza en ${least} y termina en ${most}.`,
    remedy: () => "Indique ambos extremos en la moneda que dice la fuente; nada se convierte.",
  },
});

const feeRangeReversed = defineRefusal({
  code: "fee-range-reversed",
  status: 422,
  en: {
    sentence: () => "The most that a person paid is less than the least.",
    remedy: () => "Exchange the two amounts, or correct one.",
  },
  es: {
    sentence: () => "El precio máximo es menor que el mínimo.",
    remedy: () => "Intercambie los dos importes, o corrija uno.",
  },
});

function checkNumbers(body: VentureDescribed): void {
  const pairs = [
    ["unaccompaniedMinors", "minors"],
    ["unaccompaniedMinors", "people"],
    ["minors", "people"],
  ] as const;
  for (const [part, whole] of pairs) {
    if (surelyMore(body[part], body[whole]))
      throw partGreaterThanWhole({ part, whole, field: `${part}.count`, value: body[part]?.count });
  }
}

function checkFee({ feePerPerson }: VentureDescribed): void {
  if (!feePerPerson) return;
  const { least, most } = feePerPerson;
  requireCurrency(least, "feePerPerson.least");
  requireCurrency(most, "feePerPerson.most");
  if (!most) return;
  const place = { field: "feePerPerson.most", value: most };
  if (most.currency !== least.currency)
    throw feeInTwoCurrencies({ least: least.currency, most: most.currency, ...place });
  if (most.minor < least.minor) throw feeRangeReversed(place);
}

function checkWeapon({ weapon, firearm }: VentureDescribed): void {
  if ((weapon === "none" && firearm === true) || (weapon === "firearm-discharged" && firearm === false))
    throw firearmAgainstWeapon({ field: "firearm", value: firearm });
}

export const ventureDescribed = defineKind({
  kind: "venture.described",
  version: 1,
  record: "venture",
  opens: true,
  title: { en: "Venture described", es: "Tráfico de personas descrito" },
  schema: ventureSchema,
  rule: ({ body }) => {
    checkNumbers(body);
    checkWeapon(body);
    checkFee(body);
  },
  projection: {
    table: "venture",
    columns: {
      case_id: "uuid",
      form: "text",
      title: "text",
      people: "integer",
      people_qualifier: "text",
      deaths: "integer",
      deaths_qualifier: "text",
      bodily: "integer",
      bodily_qualifier: "text",
      serious: "integer",
      serious_qualifier: "text",
      life_threatening: "integer",
      life_threatening_qualifier: "text",
      injured_unstated: "integer",
      injured_unstated_qualifier: "text",
      minors: "integer",
      minors_qualifier: "text",
      unaccompanied_minors: "integer",
      unaccompanied_minors_qualifier: "text",
      vulnerable_people: "boolean",
      substantial_risk: "boolean",
      weapon: "text",
      firearm: "boolean",
      flight: "text",
      detained_for_payment: "boolean",
      sexual_assault: "text",
      concealment: "text",
      security_concern: "boolean",
      contraband: "boolean",
      means: "text[]",
      countries: "text[]",
      district: "text",
      corridor: "text",
      for_profit: "boolean",
      fee_least: "bigint",
      fee_most: "bigint",
      fee_currency: "text",
    },
    indexed: ["case_id", "district"],
    row: (body) => ({
      case_id: body.case,
      form: body.form,
      title: body.title,
      ...countedColumns("people", body.people),
      ...countedColumns("deaths", body.deaths),
      ...countedColumns("bodily", body.injuries?.bodily),
      ...countedColumns("serious", body.injuries?.serious),
      ...countedColumns("life_threatening", body.injuries?.permanentOrLifeThreatening),
      ...countedColumns("injured_unstated", body.injuries?.degreeNotStated),
      ...countedColumns("minors", body.minors),
      ...countedColumns("unaccompanied_minors", body.unaccompaniedMinors),
      vulnerable_people: body.vulnerablePeople ?? null,
      substantial_risk: body.substantialRisk ?? null,
      weapon: body.weapon ?? null,
      firearm: body.firearm ?? null,
      flight: body.flight ?? null,
      detained_for_payment: body.detainedForPayment ?? null,
      sexual_assault: body.sexualAssault ?? null,
      concealment: body.concealment ?? null,
      security_concern: body.securityConcern ?? null,
      contraband: body.contraband ?? null,
      means: body.means ?? null,
      countries: body.route?.countries ?? null,
      district: body.route?.district ?? null,
      corridor: body.route?.corridor ?? null,
      for_profit: body.forProfit ?? null,
      fee_least: body.feePerPerson?.least.minor ?? null,
      fee_most: (body.feePerPerson?.most ?? body.feePerPerson?.least)?.minor ?? null,
      fee_currency: body.feePerPerson?.least.currency ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sayVenture(body, occurred, "en"),
    es: ({ body, occurred }) => sayVenture(body, occurred, "es"),
  },
});
