/** Amounts of money as a sentence says them. */
import type { Language, Money } from "@joint-docket/ledger/pure";

/** “$164,701” or “$1,380,656.50”: in the conventions of the language, cents only where there are any. */
export function sayMoney({ minor, currency }: Money, language: Language): string {
  const format = new Intl.NumberFormat(language === "en" ? "en-US" : "es-US", {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
