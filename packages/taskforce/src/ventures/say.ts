/** A venture in one sentence: its numbers with how exact they are, what made it worse, the way and the fee. */
import { type Language, sayDate } from "@joint-docket/ledger/pure";
import { sayCountry, sayDistrict } from "../cases/pure.ts";
import { sayMoney } from "../court/pure.ts";
import { quote, sayList } from "../sources/pure.ts";
import { type Counted, type Noun, sayCounted } from "./counted.ts";
import {
  concealments,
  flights,
  means as meansWords,
  sexualAssaults,
  type VentureDescribed,
  weapons,
} from "./fields.ts";

const nouns = {
  people: {
    en: ["person smuggled", "people smuggled"],
    es: ["persona objeto del tráfico", "personas objeto del tráfico"],
  },
  deaths: { en: ["death", "deaths"], es: ["muerte", "muertes"] },
  minors: { en: ["minor", "minors"], es: ["persona menor de edad", "personas menores de edad"] },
  unaccompaniedMinors: {
    en: ["unaccompanied minor", "unaccompanied minors"],
    es: ["persona menor no acompañada", "personas menores no acompañadas"],
  },
  bodily: {
    en: ["person with bodily injury", "people with bodily injury"],
    es: ["persona con lesiones", "personas con lesiones"],
  },
  serious: {
    en: ["person with serious bodily injury", "people with serious bodily injury"],
    es: ["persona con lesiones graves", "personas con lesiones graves"],
  },
  permanentOrLifeThreatening: {
    en: [
      "person with permanent or life-threatening injury",
      "people with permanent or life-threatening injury",
    ],
    es: [
      "persona con lesiones permanentes o con peligro de muerte",
      "personas con lesiones permanentes o con peligro de muerte",
    ],
  },
  degreeNotStated: { en: ["person injured", "people injured"], es: ["persona herida", "personas heridas"] },
} satisfies Record<string, Noun>;

/** Every number of people the body gives, in the order a reader asks for them. */
function sayNumbers(body: VentureDescribed, language: Language): string[] {
  const { people, deaths, injuries, minors, unaccompaniedMinors } = body;
  const numbers: Readonly<Partial<Record<keyof typeof nouns, Counted | undefined>>> = {
    people,
    deaths,
    permanentOrLifeThreatening: injuries?.permanentOrLifeThreatening,
    serious: injuries?.serious,
    bodily: injuries?.bodily,
    degreeNotStated: injuries?.degreeNotStated,
    minors,
    unaccompaniedMinors,
  };
  return Object.entries(numbers).flatMap(([name, number]) =>
    number ? [sayCounted(number, nouns[name as keyof typeof nouns], language)] : [],
  );
}

/** What is said to have been there; what a source says was not stays in the fields. */
function sayFacts(body: VentureDescribed, language: Language): string[] {
  const es = language === "es";
  const { weapon, flight, concealment, sexualAssault } = body;
  return [
    weapon !== undefined && weapon !== "none" && weapons[weapon][language],
    body.firearm === true && weapon !== "firearm-discharged" && (es ? "un arma de fuego" : "a firearm"),
    flight !== undefined && flight !== "none" && flights[flight][language],
    concealment !== undefined && concealment !== "none" && concealments[concealment][language],
    sexualAssault !== undefined && sexualAssault !== "none" && sexualAssaults[sexualAssault][language],
    body.detainedForPayment === true &&
      (es ? "personas retenidas para cobrar" : "people detained for payment"),
    body.substantialRisk === true && (es ? "riesgo considerable" : "substantial risk"),
    body.vulnerablePeople === true && (es ? "otras personas vulnerables" : "other vulnerable people"),
    body.securityConcern === true && (es ? "una preocupación de seguridad" : "a security concern"),
    body.contraband === true && (es ? "contrabando" : "contraband"),
  ].filter((fact) => fact !== false);
}

function sayRoute({ route }: VentureDescribed, language: Language): string {
  if (!route) return "";
  const countries = route.countries.map((code) => sayCountry(code, language)).join(" → ");
  const entry = route.district === undefined ? "" : ` ${sayDistrict(route.district, language)}`;
  const corridor = route.corridor === undefined ? "" : ` (${quote(route.corridor, language)})`;
  return language === "es"
    ? `; ruta ${countries}${entry && `, con entrada${entry}`}${corridor}`
    : `; route ${countries}${entry && `, entering${entry}`}${corridor}`;
}

function sayProfit({ forProfit, feePerPerson }: VentureDescribed, language: Language): string {
  const es = language === "es";
  const profit =
    forProfit === undefined
      ? ""
      : forProfit
        ? `; ${es ? "con ánimo de lucro" : "for profit"}`
        : `; ${es ? "sin ánimo de lucro" : "not for profit"}`;
  if (!feePerPerson) return profit;
  const { least, most } = feePerPerson;
  const range = most
    ? `${sayMoney(least, language)} ${es ? "a" : "to"} ${sayMoney(most, language)}`
    : sayMoney(least, language);
  return `${profit}; ${es ? `precio por persona: ${range}` : `fee for each person: ${range}`}`;
}

const described = {
  event: {
    en: "A smuggling event was described",
    es: "Se describió un episodio de tráfico de personas",
  },
  course: {
    en: "A course of smuggling was described",
    es: "Se describió una serie de hechos de tráfico de personas",
  },
} as const;

/** “A smuggling event was described (June 27, 2022): “…”, with at least 64 people smuggled and 53 deaths; …” */
export function sayVenture(body: VentureDescribed, occurred: string | undefined, language: Language): string {
  const es = language === "es";
  const facts = [...sayNumbers(body, language), ...sayFacts(body, language)];
  const moved = body.means?.map((one) => meansWords[one][language]) ?? [];
  return [
    described[body.form][language],
    occurred === undefined ? "" : ` (${sayDate(occurred, language)})`,
    `: ${quote(body.title, language)}`,
    facts.length === 0 ? "" : `, ${es ? "con" : "with"} ${sayList(facts, language)}`,
    moved.length === 0 ? "" : `; ${sayList(moved, language)}`,
    sayRoute(body, language),
    sayProfit(body, language),
    ".",
  ].join("");
}
