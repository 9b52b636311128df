/** What to write instead, where the form itself cannot read what was typed. */
import { sayDate, useWords } from "../language/index.ts";
import type { Fault } from "./value.ts";

export function useFaultWords() {
  const { t, language } = useWords();
  return (fault: Fault): string => {
    if (fault.fault === "dateEither") {
      const [first, second] = fault.either;
      const said = { first: sayDate(first, language), second: sayDate(second, language) };
      return t("form.fault.dateEither", { ...said, firstWritten: first, secondWritten: second });
    }
    if (fault.fault === "amountDecimals")
      return fault.decimals === 0
        ? t("form.fault.amountNoDecimals")
        : t("form.fault.amountDecimals", { count: fault.decimals });
    return t(`form.fault.${fault.fault}`);
  };
}
