/** A field's name, help, legal source and what is wrong with it, tied to its control for every reader. */
import { notVerifiedIn } from "@joint-docket/taskforce/law/pure";
import type { ReactNode } from "react";
import { useWords } from "../language/index.ts";

export interface About {
  id: string;
  label: string;
  hint?: string | undefined;
  law?: string | undefined;
  optional?: boolean | undefined;
  wrong?: string | undefined;
}

/** What a control says of itself by the words around it. */
export function describedBy({ id, hint, law, wrong }: About): string | undefined {
  const parts = [hint && `${id}-hint`, law && `${id}-law`, wrong && `${id}-wrong`];
  return parts.filter(Boolean).join(" ") || undefined;
}

export function Wrong({ id, words }: { id: string; words: string | undefined }) {
  if (!words) return null;
  return (
    <span id={`${id}-wrong`} className="usa-error-message">
      {words}
    </span>
  );
}

/** What of the law has not been held against its text yet. */
function NotVerified({ law }: { law: string }) {
  const { t } = useWords();
  const laws = notVerifiedIn(law);
  return laws.length === 0 ? null : ` (${t("form.notVerified", { laws: laws.join("; ") })})`;
}

/** The words under a name: help, then the law it rests on. */
export function Help({ id, hint, law }: Pick<About, "id" | "hint" | "law">) {
  const { t } = useWords();
  return (
    <>
      {hint ? (
        <span id={`${id}-hint`} className="usa-hint">
          {hint}
        </span>
      ) : null}
      {law ? (
        <span id={`${id}-law`} className="usa-hint law">
          {t("form.law")} <cite>{law}</cite>
          <NotVerified law={law} />
        </span>
      ) : null}
    </>
  );
}

export function Optional({ optional }: { optional?: boolean | undefined }) {
  const { t } = useWords();
  return optional ? <span className="muted"> {t("form.optional")}</span> : null;
}

export function Labelled({ children, ...about }: About & { children: ReactNode }) {
  return (
    <div className="field">
      <label htmlFor={about.id}>
        {about.label}
        <Optional optional={about.optional} />
      </label>
      <Help {...about} />
      <Wrong id={about.id} words={about.wrong} />
      {children}
    </div>
  );
}

/** Several controls under one name. */
export function Boxed({ children, ...about }: About & { children: ReactNode }) {
  return (
    <fieldset className="boxed stack" id={about.id} tabIndex={-1} aria-describedby={describedBy(about)}>
      <legend className="usa-legend">
        {about.label}
        <Optional optional={about.optional} />
      </legend>
      <Help {...about} />
      <Wrong id={about.id} words={about.wrong} />
      {children}
    </fieldset>
  );
}
