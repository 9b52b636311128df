/** What a program made up is marked by its source, so that it can never pass for a real case. */
import { defineRefusal, type Language } from "@joint-docket/ledger/pure";

/** The kind of source by which everything that cites it is synthetic. */
export const SYNTHETIC = "synthetic";

/** Whether a source, and so everything that rests on it, was made up by a program. */
export function isSynthetic(source: { readonly sourceKind: string } | null | undefined): boolean {
  return source?.sourceKind === SYNTHETIC;
}

/** What stands on every page and export that shows something synthetic. */
export const syntheticMark: Readonly<Record<Language, string>> = {
  en: "Synthetic record: made up by a program, not a real case",
  es: "Registro sintético: inventado por un programa, no es un caso real",
};

const syntheticForGood = defineRefusal({
  code: "synthetic-for-good",
  status: 409,
  en: {
    sentence: () => "Whether a source is synthetic is not changed by a correction: entries may rest on it.",
    remedy: () => "Describe the other source as one of its own, and withdraw this one if nothing cites it.",
  },
  es: {
    sentence: () =>
      "Que una fuente sea sintética no cambia con una corrección: puede haber asientos que se apoyan en ella.",
    remedy: () => "Describa aparte la otra fuente, y retire esta si ningún asiento la cita.",
  },
});

/** Refuses a correction that would pass off as real what a program made up, or the reverse. */
export function keepsMark(
  ended: { readonly sourceKind: string },
  instead: { readonly sourceKind: string } | undefined,
): void {
  if (instead && isSynthetic(ended) !== isSynthetic(instead))
    throw syntheticForGood({ field: "sourceKind", value: instead.sourceKind });
}
