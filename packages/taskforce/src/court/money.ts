/** Amounts of money as a body holds them and as a sentence says them. */
import { defineRefusal, type Language, type Money, wrong } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { type Says, says, whole } from "../sources/pure.ts";
import { isCurrency } from "./currencies.ts";

/** A sum of money in minor units with its currency, each with a name and help of its own in forms. */
export function sumOfMoney(about: Says) {
  return z
    .strictObject({
      minor: whole(0, Number.MAX_SAFE_INTEGER, {
        title: "Amount in minor units",
        titleEs: "Importe en unidades menores",
        description: "The whole sum in the smallest unit of its currency: $400.50 is 40050 cents",
        descriptionEs: "La suma entera en la unidad menor de su moneda: $400.50 son 40050 centavos",
      }),
      currency: z
        .string()
        .regex(
          /^[A-Z]{3}$/,
          wrong(
            "is not a currency: three capital letters, as in ISO 4217",
            "no es una moneda: tres letras mayúsculas, como en ISO 4217",
          ),
        )
        .meta(
          says({
            title: "Currency",
            titleEs: "Moneda",
            description: "The currency by its three letters (ISO 4217), such as USD; nothing is converted",
            descriptionEs: "La moneda por sus tres letras (ISO 4217), como USD; nada se convierte",
          }),
        ),
    })
    .meta(says(about));
}

const currencyUnknown = defineRefusal<{ currency: string }>({
  code: "currency-unknown",
  status: 422,
  en: {
    sentence: ({ currency }) => `“${currency}” is not the code of a currency.`,
    remedy: () =>
      "Give the three letters of ISO 4217, such as USD for U.S. dollars or MXN for Mexican pesos.",
  },
  es: {
    sentence: ({ currency }) => `«${currency}» no es el código de una moneda.`,
    remedy: () =>
      "Indique las tres letras de la norma ISO 4217, como USD para dólares o MXN para pesos mexicanos.",
  },
});

/** Refuses `currency-unknown` where the sum is in no currency of ISO 4217. */
export function requireCurrency(sum: Money | undefined, field: string): void {
  if (sum && !isCurrency(sum.currency))
    throw currencyUnknown({ currency: sum.currency, field: `${field}.currency`, value: sum.currency });
}

/** “$164,701” or “$1,380,656.50”: in the conventions of the language, cents only where there are any. */
export function sayMoney({ minor, currency }: Money, language: Language): string {
  const format = new Intl.NumberFormat(language === "en" ? "en-US" : "es-US", {
    style: "currency",
    currency,
    trailingZeroDisplay: "stripIfInteger",
  });
  return format.format(minor / 10 ** (format.resolvedOptions().maximumFractionDigits ?? 2));
}
