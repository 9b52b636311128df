/** Small words beside a statement that say how sure it is and whether it still stands. */
import { certainties, type EntryState } from "../docket/index.ts";
import { useWords } from "../language/index.ts";

const isCertainty = (text: string): text is (typeof certainties)[number] =>
  certainties.some((known) => known === text);

/** `stated` is the ordinary case and gets no mark. */
export function CertaintyMark({ certainty }: { certainty: string | null | undefined }) {
  const { t } = useWords();
  if (!certainty || certainty === "stated" || !isCertainty(certainty)) return null;
  return <span className="mark">{t(`certainty.${certainty}`)}</span>;
}

export function StateMark({ state }: { state: EntryState }) {
  const { t } = useWords();
  if (state === "standing") return null;
  return <span className="mark is-amber">{t(`entryState.${state}`)}</span>;
}
