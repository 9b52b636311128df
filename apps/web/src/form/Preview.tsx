/** What a form would record, said before anything is: each entry's sentence, or what stands in its way. */
import { useWords } from "../language/index.ts";
import { idOf } from "./context.ts";
import type { ActDraft } from "./plan.ts";
import type { AtWork } from "./useAct.ts";

export interface PreviewWords {
  /** What an entry is about, where its sentence alone does not tell it from the others. */
  nameDraft?: ((draft: ActDraft) => string | undefined) | undefined;
  /** Said while there is nothing to record. */
  idle?: string | undefined;
}

/** What each entry would say, in the reader's language and, below it, in the other. */
export function Preview<State>({ work, idle, nameDraft }: PreviewWords & { work: AtWork<State> }) {
  const { t, language } = useWords();
  const sentences = work.judgments.flatMap(({ sentence }, index) => {
    const draft = work.drafts[index];
    return sentence ? [{ ...sentence, name: draft && nameDraft?.(draft) }] : [];
  });
  const refusals = work.shown.filter((one) => one.is === "refused");
  const all = work.judgments.length;
  const other = language === "en" ? "es" : "en";
  return (
    <section
      id={idOf("kind")}
      tabIndex={-1}
      className="preview"
      aria-labelledby="form-preview"
      aria-busy={work.worth && !work.current}
    >
      <h2 id="form-preview" className="eyebrow">
        {t("form.preview")}
      </h2>
      <div aria-live="polite">
        {!work.worth ? <p>{idle ?? t("form.nothingYet")}</p> : null}
        {work.worth && sentences.length === 0 && all > 0 && refusals.length === 0 ? (
          <p>{t("form.notReady")}</p>
        ) : null}
        {work.worth
          ? refusals.map(({ path, words, remedy }) => (
              <p key={path} className="usa-error-message">
                {words} {remedy}
              </p>
            ))
          : null}
        {work.worth ? (
          <ol className="sentences">
            {sentences.map((sentence, index) => (
              // Two entries may say the same of two records.
              <li key={`${String(index)} ${sentence.en}`}>
                <p>
                  {sentence.name ? <strong>{sentence.name} </strong> : null}
                  {sentence[language]}
                </p>
                <p className="small muted" lang={other}>
                  {sentence[other]}
                </p>
              </li>
            ))}
          </ol>
        ) : null}
        {work.worth && sentences.length > 0 && sentences.length < all ? (
          <p className="small">{t("form.partReady", { ready: sentences.length, count: all })}</p>
        ) : null}
      </div>
    </section>
  );
}
