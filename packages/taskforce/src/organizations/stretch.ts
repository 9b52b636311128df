/** A stretch of time with a beginning and an end, each as precisely as it is known; open where one is not known. */
import { defineRefusal, impreciseDate, type Language, precisionOf, sayDate } from "@joint-docket/ledger/pure";
import { surelyBefore } from "../sources/pure.ts";

/** The first day, or the least that is known of it. */
export const from = impreciseDate
  .meta({
    title: "From",
    titleEs: "Desde",
    description: "When it began, no more precise than it is known; left out where no source tells",
    descriptionEs: "Cuándo empezó, sin más precisión que la conocida; se omite si ninguna fuente lo dice",
  })
  .optional();

export const until = impreciseDate
  .meta({
    title: "Until",
    titleEs: "Hasta",
    description: "When it ended; left out where it lasts or no source tells",
    descriptionEs: "Cuándo terminó; se omite si continúa o si ninguna fuente lo dice",
  })
  .optional();

export interface Stretch {
  readonly from?: string | undefined;
  readonly until?: string | undefined;
}

const endsBeforeItStarts = defineRefusal<{ from: string; until: string }>({
  code: "ends-before-it-starts",
  status: 422,
  en: {
    sentence: (stretch) =>
      `It would end (${sayDate(stretch.until, "en")}) before it begins (${sayDate(stretch.from, "en")}).`,
    remedy: () => "Correct one of the two dates, or leave out the one that is not known.",
  },
  es: {
    sentence: (stretch) =>
      `Terminaría (${sayDate(stretch.until, "es")}) antes de empezar (${sayDate(stretch.from, "es")}).`,
    remedy: () => "Corrija una de las dos fechas, u omita la que no se conoce.",
  },
});

/** Refuses `ends-before-it-starts` where it would in every reading of the two dates. */
export function requireOrder(stretch: Stretch): void {
  const { from: first, until: last } = stretch;
  if (first !== undefined && last !== undefined && surelyBefore(last, first))
    throw endsBeforeItStarts({ from: first, until: last, field: "until", value: last });
}

/** “March 2022”; in Spanish a day has its article, “el 4 de marzo de 2022”, and a stretch only lies between its ends. */
function sayLimit(date: string, language: Language): string {
  const precision = precisionOf(date);
  const words = sayDate(date, language);
  if (precision === "stretch") return `${language === "es" ? "un momento" : "a time"} ${words}`;
  return language === "es" && precision === "day" ? `el ${words}` : words;
}

/** “, from 2018 until March 2022”, or nothing. */
export function sayStretch({ from: first, until: last }: Stretch, language: Language): string {
  const es = language === "es";
  const parts = [
    first !== undefined && `${es ? "desde" : "from"} ${sayLimit(first, language)}`,
    last !== undefined && `${es ? "hasta" : "until"} ${sayLimit(last, language)}`,
  ].filter((part) => part !== false);
  return parts.length === 0 ? "" : `, ${parts.join(" ")}`;
}
