/** Steps that follow one another: a date that turns their order round is refused, whichever steps they are. */
import { defineRefusal, type ImpreciseDate, type Language, sayDate } from "@joint-docket/ledger/pure";
import { surelyBefore } from "./fields.ts";

/** What a step is called, with its article: “the request”, “la solicitud”. */
type Step = Readonly<Record<Language, string>>;

const capital = (words: string) => words.charAt(0).toUpperCase() + words.slice(1);
/** Spanish runs “a” and “de” together with “el”. */
const to = (words: string) => (words.startsWith("el ") ? `al ${words.slice(3)}` : `a ${words}`);
const of = (words: string) => (words.startsWith("el ") ? `del ${words.slice(3)}` : `de ${words}`);

/**
 * The rule that `later` does not come before `earlier`. It refuses, with `code`, a date that lies before every one of
 * the earlier step's dates whatever each of them means exactly, and never where one of them is not known.
 */
export function inOrder(code: string, later: Step, earlier: Step) {
  const refusal = defineRefusal<{ after: ImpreciseDate; before: ImpreciseDate }>({
    code,
    status: 422,
    en: {
      sentence: ({ after, before }) =>
        `${capital(later.en)} (${sayDate(after, "en")}) is dated before ${earlier.en} (${sayDate(before, "en")}).`,
      remedy: () => `Correct the date of ${later.en}, or that of ${earlier.en}.`,
    },
    es: {
      sentence: ({ after, before }) =>
        `${capital(later.es)} (${sayDate(after, "es")}) tiene fecha anterior ${to(earlier.es)} (${sayDate(before, "es")}).`,
      remedy: () => `Corrija la fecha ${of(later.es)}, o la ${of(earlier.es)}.`,
    },
  });
  /** `field` is where the draft has the date that turns the order round: that of either step. */
  return (
    after: ImpreciseDate | undefined,
    before: readonly (ImpreciseDate | undefined)[],
    place: { readonly field: string; readonly value: unknown } = { field: "occurred", value: after },
  ): void => {
    const [first] = before;
    if (after !== undefined && first !== undefined && before.every((date) => surelyBefore(after, date)))
      throw refusal({ after, before: first, ...place });
  };
}
