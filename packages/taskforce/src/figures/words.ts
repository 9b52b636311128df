/** Plain names for what reported figures measure and count; anything else is quoted as its reporter wrote it. */
import type { Language } from "@joint-docket/ledger/pure";
import { quote, type Words } from "../sources/pure.ts";

const measures: Words = {
  arrests: { en: "arrests", es: "arrestos" },
  convictions: { en: "convictions", es: "condenas" },
  sentenced: { en: "defendants sentenced", es: "personas sentenciadas" },
  "ussc.smuggling.sentenced": {
    en: "people sentenced under the smuggling guideline",
    es: "personas sentenciadas según la directriz sobre tráfico de personas",
  },
  "trac.1324.prosecutions": {
    en: "prosecutions with 8 U.S.C. § 1324 as lead charge",
    es: "procesos penales con 8 U.S.C. § 1324 como cargo principal",
  },
  "doj.defendants_charged.growth": {
    en: "growth in defendants charged with smuggling",
    es: "aumento de personas acusadas de tráfico",
  },
  "doj.felony_prosecutions.growth": {
    en: "growth in felony smuggling prosecutions",
    es: "aumento de los procesos por delitos graves de tráfico",
  },
};

const units: Words = {
  arrests: { en: "arrests", es: "arrestos" },
  convictions: { en: "convictions", es: "condenas" },
  defendants: { en: "defendants", es: "personas acusadas" },
  people: { en: "people", es: "personas" },
  individuals: { en: "people", es: "personas" },
  prosecutions: { en: "prosecutions", es: "procesos penales" },
  cases: { en: "cases", es: "casos" },
  sentences: { en: "sentences", es: "sentencias" },
  months: { en: "months", es: "meses" },
  percent: { en: "percent", es: "por ciento" },
};

const scopes: Words = {
  "task-force": { en: "of the task force", es: "del grupo de trabajo" },
  record: { en: "of all cases in the record", es: "de todos los casos del registro" },
};

/** The measure's plain name; one without a name here is quoted. */
export function sayMeasure(measure: string, language: Language): string {
  return measures[measure]?.[language] ?? quote(measure, language);
}

/** The unit's name; in Spanish a unit without one is quoted, for it stays in English. */
export function sayUnit(unit: string, language: Language): string {
  return units[unit]?.[language] ?? (language === "en" ? unit : quote(unit, "es"));
}

/** Whose results they are; in Spanish a scope without a name here is quoted, for it stays in English. */
export function sayScope(scope: string, language: Language): string {
  return scopes[scope]?.[language] ?? (language === "en" ? scope : quote(scope, "es"));
}
