/** How far a figure has come, in a word. */
import type { FigureState } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";

const looks: Record<FigureState, string> = {
  drafted: "mark",
  returned: "mark is-amber",
  approved: "mark",
  published: "mark is-good",
  withdrawn: "mark is-danger",
};

export function FigureStateMark({ state }: { state: FigureState }) {
  const { t } = useWords();
  return <span className={looks[state]}>{t(`figures.states.${state}`)}</span>;
}
