/** The field's fixed words (status, outcome, term) in the reader's language; unknown words are shown as they are. */
import type { SentenceLine } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

export const statuses = ["charged", "partly-pleaded", "pleaded", "partly-sentenced", "sentenced"] as const;
export const answers = ["yes", "no", "unknown"] as const;
const outcomes = [
  "convicted-plea",
  "convicted-verdict",
  "convicted",
  "acquitted",
  "dismissed",
  "conviction-vacated",
] as const;
const qualifiers = ["exact", "at-least", "about", "stated"] as const;
const instruments = ["complaint", "indictment", "superseding-indictment", "information"] as const;

const known = <T extends string>(list: readonly T[], text: string | null | undefined): T | undefined =>
  list.find((item) => item === text);

export function useCaseWords() {
  const { t, number } = useWords();

  function months(count: number): string {
    const years = Math.floor(count / 12);
    const rest = count % 12;
    const words = t("case.months", { count, shown: number(count) });
    if (years === 0) return words;
    const long =
      rest === 0
        ? t("case.years", { count: years })
        : `${t("case.years", { count: years })} ${t("case.months", { count: rest, shown: number(rest) })}`;
    return `${words} (${long})`;
  }

  return {
    months,
    status: (text: string | null | undefined) => {
      const word = known(statuses, text);
      return word ? t(`status.${word}`) : (text ?? t("case.notStated"));
    },
    taskForce: (text: string) => {
      const word = known(answers, text);
      return word ? t(`answer.${word}`) : text;
    },
    outcome: (text: string) => {
      const word = known(outcomes, text);
      return word ? t(`outcome.${word}`) : text;
    },
    instrument: (text: string) => {
      const word = known(instruments, text);
      return word ? t(`instrument.${word}`) : text;
    },
    term: (term: SentenceLine["term"]): string => {
      switch (term.kind) {
        case "months":
          return months(term.months ?? 0);
        case "life":
        case "time-served":
        case "probation":
        case "not-stated":
          return t(`term.${term.kind}`);
        default:
          return term.kind;
      }
    },
    people: (count: number | null | undefined, qualifier: string | null | undefined): string =>
      count === null || count === undefined
        ? ""
        : t(`people.${known(qualifiers, qualifier) ?? "stated"}`, { value: number(count) }),
  };
}
