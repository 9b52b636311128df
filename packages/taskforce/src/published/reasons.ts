/** Why a figure run on today's record differs from what was published, entry by entry, in words. */
import type { Text } from "../results/pure.ts";

export const differences = [
  "happened-since",
  "recorded-late",
  "stated-late",
  "corrected",
  "newly-in-scope",
  "counted-instead",
  "reinstated",
  "withdrawn",
  "emptied",
  "merged",
  "vacated",
  "no-longer-in-scope",
  "no-longer-stated",
  "definition-changed",
  "otherwise",
] as const;
export type DifferenceReason = (typeof differences)[number];

export const differenceTitles: Readonly<Record<DifferenceReason, Text>> = {
  "happened-since": { en: "Happened since", es: "Ocurrido desde entonces" },
  "recorded-late": { en: "Recorded late", es: "Asentado tarde" },
  "stated-late": { en: "Stated late by its source", es: "Afirmado tarde por su fuente" },
  corrected: { en: "Corrected", es: "Corregido" },
  "newly-in-scope": { en: "Newly in scope", es: "Ahora dentro del alcance" },
  "counted-instead": {
    en: "Another entry counts for the same person or thing",
    es: "Otro asiento cuenta por la misma persona o cosa",
  },
  reinstated: { en: "No longer vacated", es: "Ya no está anulado" },
  withdrawn: { en: "Withdrawn", es: "Retirado" },
  emptied: { en: "Lawfully emptied", es: "Vaciado conforme a la ley" },
  merged: { en: "Found to be one and the same", es: "Resultó ser lo mismo" },
  vacated: { en: "Vacated by the court", es: "Anulado por el tribunal" },
  "no-longer-in-scope": { en: "No longer in scope", es: "Ya fuera del alcance" },
  "no-longer-stated": {
    en: "No dated source states it any longer",
    es: "Ninguna fuente con fecha lo afirma ya",
  },
  "definition-changed": { en: "The measure is defined otherwise", es: "La medida se define de otra manera" },
  otherwise: {
    en: "Changed by what it rests on",
    es: "Cambiado por aquello en que se apoya",
  },
};
