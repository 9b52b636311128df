/** Values in words: a number, a percentage, or a sum in its own currency or unit. */
import type { Language } from "@joint-docket/ledger/pure";
import { sayQuantity, type Unit, units } from "../assets/pure.ts";
import { sayMoney } from "../court/pure.ts";
import type { Counts, Text } from "../results/pure.ts";
import { sayNumber } from "../sources/pure.ts";

/** A sum as measures give it: in one currency, in minor units, or in one unit, in thousandths. */
export type Summed =
  | { readonly currency: string; readonly minor: number }
  | { readonly unit: Unit; readonly thousandths: number };

export function saySum(sum: Summed, language: Language): string {
  return "currency" in sum
    ? sayMoney(sum, language)
    : sayQuantity({ amount: sum.thousandths / 1000, unit: sum.unit }, language);
}

const isUnit = (word: string): word is Unit => Object.hasOwn(units, word);

/** The value of a measure; what its sum is in, the measure's own name says: `seizures-in-USD`. */
export function sayValue(value: number, counts: Counts, measure: string, language: Language): string {
  const sum = /-in-([a-z]+)$/i.exec(measure)?.[1] ?? "";
  if (counts === "minor") return saySum({ currency: sum, minor: value }, language);
  if (counts === "thousandths" && isUnit(sum)) return saySum({ unit: sum, thousandths: value }, language);
  return counts === "percent" ? `${sayNumber(value, language)}%` : sayNumber(value, language);
}

const COUNTED = {
  entries: { en: ["entry", "entries"], es: ["asiento", "asientos"] },
  cases: { en: ["case", "cases"], es: ["caso", "casos"] },
} as const;

/** “1 entry”, “24 cases”. */
export function sayCount(count: number, of: keyof typeof COUNTED, language: Language): string {
  return `${sayNumber(count, language)} ${COUNTED[of][language][count === 1 ? 0 : 1]}`;
}

export function saySumIn(sum: Summed): Text {
  return { en: saySum(sum, "en"), es: saySum(sum, "es") };
}

/** The value in both languages. */
export function sayValueIn(value: number, counts: Counts, measure: string): Text {
  return { en: sayValue(value, counts, measure, "en"), es: sayValue(value, counts, measure, "es") };
}
