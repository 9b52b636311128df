/** The sum of seizures or forfeitures as one figure: only where there is one currency or unit, because nothing is converted. */
import { defineRefusal } from "@joint-docket/ledger/pure";
import { outcome, type Reader } from "./evaluate.ts";
import type { Frame } from "./frame.ts";
import { type Measure, measureNamed } from "./measures/index.ts";

/** What can be added up: values in a currency, or quantities in a unit. */
export const sumsOf = ["value", "quantity"] as const;
export type SumOf = (typeof sumsOf)[number];

export const figureOverMixedUnits = defineRefusal<{ measures: readonly string[] }>({
  code: "figure-over-mixed-units",
  status: 422,
  en: {
    sentence: () =>
      "What is counted is in several currencies or units, which are never converted nor added up.",
    remedy: ({ measures }) => `Ask for one of ${measures.join(", ")}, or break the measure down.`,
  },
  es: {
    sentence: () =>
      "Lo que se cuenta está en varias monedas o unidades, que nunca se convierten ni se suman.",
    remedy: ({ measures }) => `Pida una de estas: ${measures.join(", ")}; o desglose la medida.`,
  },
});

export const nothingToSum = defineRefusal<{ measure: string }>({
  code: "nothing-to-sum",
  status: 422,
  en: {
    sentence: ({ measure }) => `Nothing that “${measure}” counts has such a value or quantity.`,
    remedy: () => "Sums are of seizures and forfeitures; look at how many there are instead.",
  },
  es: {
    sentence: ({ measure }) => `Nada de lo que cuenta «${measure}» tiene tal valor o cantidad.`,
    remedy: () => "Las sumas son de incautaciones y decomisos; mire en su lugar cuántos hay.",
  },
});

/** The measure of the one sum there is. Refuses `figure-over-mixed-units` and `nothing-to-sum`. */
export async function measureOfSum(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  of: SumOf,
): Promise<Measure> {
  const { sums } = await outcome(reader, measure, frame);
  const names = sums.flatMap((sum) => {
    const what = "currency" in sum ? of === "value" && sum.currency : of === "quantity" && sum.unit;
    return what === false ? [] : [`${measure.name}-in-${what}`];
  });
  const [only, ...others] = names;
  if (only === undefined) throw nothingToSum({ measure: measure.name, field: "sum", value: of });
  if (others.length > 0) throw figureOverMixedUnits({ measures: names, field: "sum", value: of });
  return measureNamed(only);
}
