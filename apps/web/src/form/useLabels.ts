/** How a kind's schema calls its fields and their values, in the reader's language. */
import type { Schema } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { hintOf, humanize, markOf, titleOf } from "./schema.ts";

export function useLabels() {
  const { t, language } = useWords();

  /** Money is the one shape that has no names of its own. */
  function nameless(name: string): string {
    if (name === "minor") return t("money.minor");
    return name === "currency" ? t("money.currency") : humanize(name);
  }

  return {
    field: (schema: Schema | undefined, name: string): string => titleOf(schema, language) ?? nameless(name),
    hint: (schema: Schema): string | undefined => hintOf(schema, language),
    /** The word for a value of a choice, or the value itself where the schema gives none. */
    choice: (schema: Schema | undefined, value: string): string => {
      const word = schema?.choices?.[value]?.[language];
      return word ? word.charAt(0).toUpperCase() + word.slice(1) : value;
    },
    variant: (variant: Schema, index: number): string =>
      titleOf(variant, language) ?? markOf(variant)?.value ?? t("form.variant", { number: index + 1 }),
  };
}
