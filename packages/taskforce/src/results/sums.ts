/** Sums as people read them: “$164,701”, “24 kilograms”. */
import { sayQuantity } from "../assets/pure.ts";
import { sayMoney } from "../court/pure.ts";
import type { Sum } from "./totals.ts";
import type { Text } from "./words.ts";

/** What a sum comes to, in both languages. */
export function saySum(sum: Sum): Text {
  const say = (language: "en" | "es") =>
    "currency" in sum
      ? sayMoney({ minor: sum.minor, currency: sum.currency }, language)
      : sayQuantity({ amount: sum.thousandths / 1000, unit: sum.unit }, language);
  return { en: say("en"), es: say("es") };
}
