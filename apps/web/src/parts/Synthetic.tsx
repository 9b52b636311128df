/** What a program made up says so wherever it is shown: in a word beside it, or in a sentence above the page. */
import { useWords } from "../language/index.ts";

/** A word beside a statement or a title. */
export function SyntheticMark({ when }: { when: boolean | undefined }) {
  const { t } = useWords();
  if (!when) return null;
  return <span className="mark is-amber">{t("synthetic.mark")}</span>;
}

/** The sentence above a page about something that a program made up, in whole or in part. */
export function SyntheticNotice({ when }: { when: boolean | undefined }) {
  const { t } = useWords();
  if (!when) return null;
  return (
    <p className="notice is-amber">
      <strong>{t("synthetic.notice")}</strong>
    </p>
  );
}

/** Under a figure: how many of the entries that it counts were made up. */
export function SyntheticCount({ counted }: { counted: { entries: number; synthetic: number } }) {
  const { t, number } = useWords();
  const { entries, synthetic } = counted;
  if (synthetic === 0) return null;
  return (
    <p className="small synthetic">
      {synthetic === entries
        ? t("synthetic.all")
        : t("synthetic.some", { count: synthetic, shown: number(synthetic) })}
    </p>
  );
}
