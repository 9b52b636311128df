/** What somebody said about results: a claim with an operator, never a bare number, so that it can stand beside our own count. */
import {
  defineKind,
  defineRefusal,
  impreciseDate,
  type Language,
  precisionOf,
  sayDate,
} from "@joint-docket/ledger/pure";
import { z } from "zod";
import { district, sayDistrict } from "../../cases/pure.ts";
import { choice, dateColumns, quote, sayNumber, says, text, whole, type Words } from "../../sources/pure.ts";
import { sayMeasure, sayScope, sayUnit } from "../words.ts";

const operators = {
  exactly: { en: "exactly", es: "exactamente" },
  "more-than": { en: "more than", es: "más de" },
  "at-least": { en: "at least", es: "al menos" },
  about: { en: "about", es: "alrededor de" },
  under: { en: "under", es: "menos de" },
  "just-under": { en: "just under", es: "casi" },
  worded: { en: "in words only", es: "solo en palabras" },
} satisfies Words;

const claim = z
  .strictObject({
    operator: choice(operators, {
      title: "How it is put",
      titleEs: "Cómo se expresa",
      description: "Exactly, more than, at least, about, under, just under, or in words without a number",
      descriptionEs: "Exactamente, más de, al menos, alrededor de, menos de, casi, o en palabras sin número",
    }),
    value: whole(0, Number.MAX_SAFE_INTEGER, {
      title: "Number",
      titleEs: "Número",
      description: "The number itself, whole; left out where the claim is in words only",
      descriptionEs: "El número mismo, entero; se omite si la afirmación es solo en palabras",
    }).optional(),
    wording: text(500, {
      title: "Wording",
      titleEs: "Redacción",
      description: "The source's own words; needed where there is no number",
      descriptionEs: "Las palabras de la fuente; necesarias si no hay número",
    }).optional(),
  })
  .meta(
    says({
      title: "Claim",
      titleEs: "Afirmación",
      description: "What was said: a number and how it is put, or words",
      descriptionEs: "Lo que se dijo: un número y cómo se expresa, o palabras",
    }),
  );

const schema = z.strictObject({
  measure: text(120, {
    title: "Measure",
    titleEs: "Medida",
    description: "What is measured, such as arrests, convictions, sentenced or ussc.smuggling.sentenced",
    descriptionEs: "Qué se mide, como arrests, convictions, sentenced o ussc.smuggling.sentenced",
  }),
  claim,
  unit: text(200, {
    title: "Unit",
    titleEs: "Unidad",
    description: "What one of the number is: people, prosecutions, percent",
    descriptionEs:
      "Qué es cada unidad del número: people (personas), prosecutions (procesos), percent (por ciento)",
  }),
  asOf: impreciseDate
    .meta({
      title: "As of",
      titleEs: "A fecha de",
      description: "The day up to which the figure counts",
      descriptionEs: "El día hasta el cual cuenta la cifra",
    })
    .optional(),
  since: impreciseDate
    .meta({
      title: "Since",
      titleEs: "Desde",
      description: "The day, month or year from which the figure counts, or with which it compares",
      descriptionEs: "El día, mes o año desde el cual cuenta la cifra, o con el que compara",
    })
    .optional(),
  fiscalYear: whole(1977, 2199, {
    title: "Fiscal year",
    titleEs: "Año fiscal",
    description: "The federal fiscal year that it covers; 2024 ended on September 30, 2024",
    descriptionEs: "El año fiscal federal que abarca; 2024 terminó el 30 de septiembre de 2024",
    law: "31 U.S.C. § 1102",
  }).optional(),
  district: district().optional(),
  scope: text(300, {
    title: "Scope",
    titleEs: "Alcance",
    description: "Whose results they are: those of the task force, of all districts, of one agency",
    descriptionEs:
      "De quién son los resultados: del grupo de trabajo, de todos los distritos, de una agencia",
  }),
});

export type FigureReported = z.infer<typeof schema>;

export const claimNeedsValue = defineRefusal<{ operator: string }>({
  code: "claim-needs-value",
  status: 422,
  en: {
    sentence: ({ operator }) => `A claim put as “${operator}” needs its number.`,
    remedy: () => "Give the number, or use “worded” and give the source's words.",
  },
  es: {
    sentence: ({ operator }) => `Una afirmación expresada como «${operator}» necesita su número.`,
    remedy: () => "Indique el número, o use «worded» e indique las palabras de la fuente.",
  },
});

export const wordedClaimNeedsWording = defineRefusal({
  code: "worded-claim-needs-wording",
  status: 422,
  en: {
    sentence: () => "A claim in words only needs the words.",
    remedy: () => "Give the source's own words, such as “millions of dollars”.",
  },
  es: {
    sentence: () => "Una afirmación solo en palabras necesita las palabras.",
    remedy: () => "Indique las palabras de la fuente, como «millones de dólares».",
  },
});

export const wordedClaimWithValue = defineRefusal({
  code: "worded-claim-with-value",
  status: 422,
  en: {
    sentence: () => "A claim in words only cannot have a number: a word such as “hundreds” has none.",
    remedy: () => "Leave the number out, or choose how the number is put.",
  },
  es: {
    sentence: () =>
      "Una afirmación solo en palabras no puede tener número: una palabra como «cientos» no lo tiene.",
    remedy: () => "Omita el número, o elija cómo se expresa.",
  },
});

function sayClaim({ claim: { operator, value, wording }, unit }: FigureReported, language: Language): string {
  if (operator === "worded" || value === undefined) return quote(wording ?? "", language);
  const how = operator === "exactly" ? "" : `${operators[operator][language]} `;
  return `${how}${sayNumber(value, language)} ${sayUnit(unit, language)}`;
}

/** “as of May 31, 2024”; of a stretch only that it lies between its ends. */
function sayLimit(
  date: string,
  words: Record<"of" | "ofDay" | "ofStretch", string>,
  language: Language,
): string {
  const precision = precisionOf(date);
  const of = precision === "stretch" ? words.ofStretch : precision === "day" ? words.ofDay : words.of;
  return ` ${of} ${sayDate(date, language)}`;
}

const sinceWhen = {
  en: { of: "since", ofDay: "since", ofStretch: "since a time" },
  es: { of: "desde", ofDay: "desde el", ofStretch: "desde un momento" },
};
const asOfWhen = {
  en: { of: "as of", ofDay: "as of", ofStretch: "as of a time" },
  es: { of: "hasta", ofDay: "hasta el", ofStretch: "hasta un momento" },
};

function sayTime({ asOf, since, fiscalYear }: FigureReported, language: Language): string {
  const year = language === "es" ? ` en el año fiscal ${fiscalYear}` : ` in fiscal year ${fiscalYear}`;
  return [
    fiscalYear === undefined ? "" : year,
    since === undefined ? "" : sayLimit(since, sinceWhen[language], language),
    asOf === undefined ? "" : sayLimit(asOf, asOfWhen[language], language),
  ].join("");
}

function sentence(body: FigureReported, language: Language): string {
  const where = body.district === undefined ? "" : ` ${sayDistrict(body.district, language)}`;
  const rest = `${sayClaim(body, language)}${where}${sayTime(body, language)}`;
  const what = `${sayMeasure(body.measure, language)} (${sayScope(body.scope, language)})`;
  return language === "es"
    ? `Una fuente informó, sobre ${what}: ${rest}.`
    : `A source reported, on ${what}: ${rest}.`;
}

export const figureReported = defineKind({
  kind: "figure.reported",
  version: 1,
  record: "figure",
  opens: true,
  title: { en: "Figure reported", es: "Cifra informada" },
  schema,
  rule: ({ body: { claim: said } }) => {
    if (said.operator === "worded") {
      if (said.value !== undefined) throw wordedClaimWithValue({ field: "claim.value", value: said.value });
      if (said.wording === undefined)
        throw wordedClaimNeedsWording({ field: "claim.wording", value: undefined });
    } else if (said.value === undefined) {
      throw claimNeedsValue({ operator: said.operator, field: "claim.value", value: undefined });
    }
  },
  projection: {
    table: "reported_figure",
    columns: {
      measure: "text",
      operator: "text",
      value: "bigint",
      wording: "text",
      unit: "text",
      as_of: "text",
      as_of_from: "date",
      as_of_to: "date",
      since_when: "text",
      fiscal_year: "integer",
      district: "text",
      scope: "text",
    },
    indexed: ["measure", "as_of_to"],
    row: (body) => ({
      measure: body.measure,
      operator: body.claim.operator,
      value: body.claim.value ?? null,
      wording: body.claim.wording ?? null,
      unit: body.unit,
      ...dateColumns("as_of", body.asOf),
      since_when: body.since ?? null,
      fiscal_year: body.fiscalYear ?? null,
      district: body.district ?? null,
      scope: body.scope,
    }),
  },
  sentence: {
    en: ({ body }) => sentence(body, "en"),
    es: ({ body }) => sentence(body, "es"),
  },
});
