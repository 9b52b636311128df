/** How a figure is said: a count, a percentage with what it is made of, or a sum in its own currency or unit. */
import type { Figures, Measure } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

/** Says the value of a measure, or of one group of it. */
export function useValue() {
  const { t, say, number, language } = useWords();
  const percent = new Intl.NumberFormat(language === "en" ? "en-US" : "es-US", {
    style: "percent",
    maximumFractionDigits: 1,
  });
  return ({ counts }: Pick<Measure, "counts">, { value, sums }: Figures): string => {
    if (value === null) return t("figure.nothing");
    if (counts === "percent") return percent.format(value / 100);
    const [sum] = sums;
    return counts !== "number" && sum ? say(sum.said) : number(value);
  };
}
