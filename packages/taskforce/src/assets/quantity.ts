/** Quantities with their unit, as a body holds them, as columns hold them and as a sentence says them. */
import { type Language, wrong } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, says } from "../sources/pure.ts";
import { singleUnits, type Unit, units } from "./words.ts";

export interface Quantity {
  readonly amount: number;
  readonly unit: Unit;
}

/** A quantity above zero, to the thousandth of its unit. */
export const quantity = z
  .strictObject({
    amount: z
      .number()
      .positive()
      .max(1_000_000_000)
      .refine((amount) => Math.abs(amount * 1000 - Math.round(amount * 1000)) < 1e-6, {
        error: wrong(
          "is given more finely than to the thousandth of its unit",
          "tiene más precisión que la milésima de su unidad",
        ),
      })
      .meta(
        says({
          title: "Amount",
          titleEs: "Cantidad",
          description: "How much, to the thousandth at most: 24 or 1.5",
          descriptionEs: "Cuánto, hasta la milésima: 24 o 1.5",
        }),
      ),
    unit: choice(units, {
      title: "Unit",
      titleEs: "Unidad",
      description: "The unit the source uses; nothing is converted",
      descriptionEs: "La unidad que usa la fuente; nada se convierte",
    }),
  })
  .meta(
    says({
      title: "Quantity",
      titleEs: "Cantidad con su unidad",
      description: "How much of it there is, in its unit; left out for cash",
      descriptionEs: "Cuánto hay, en su unidad; se omite si es dinero en efectivo",
    }),
  );

/** “24 kilograms”. */
export function sayQuantity({ amount, unit }: Quantity, language: Language): string {
  const number = new Intl.NumberFormat(language === "en" ? "en-US" : "es-US", {
    maximumFractionDigits: 3,
  }).format(amount);
  return `${number} ${(amount === 1 ? singleUnits : units)[unit][language]}`;
}

/** The quantity in whole thousandths of its unit, so that sums are exact; nulls where there is none. */
export function quantityColumns(of: Quantity | undefined): {
  quantity_thousandths: number | null;
  unit: string | null;
} {
  return {
    quantity_thousandths: of === undefined ? null : Math.round(of.amount * 1000),
    unit: of?.unit ?? null,
  };
}
