/** One act on a figure as a small form: what is asked, who acts, and a button; refused with the server's own words. */
import { type FormEvent, type ReactNode, useId, useState } from "react";
import { TextField } from "../../form/index.ts";
import { useWords } from "../../language/index.ts";
import { ProblemNotice } from "../../parts/index.ts";

interface ActBoxProps {
  title: string;
  explain?: string;
  action: string;
  danger?: boolean;
  /** Where it stands alone under the page's own heading. */
  alone?: boolean;
  pending: boolean;
  error: unknown;
  /** Whether everything but the name is given. */
  ready?: boolean;
  /** What is asked besides the name; told whether the form was sent without something it needs. */
  children?: (tried: boolean) => ReactNode;
  onSend: (by: string) => void;
}

export function ActBox(props: ActBoxProps) {
  const { t } = useWords();
  const { title, explain, action, danger, alone, pending, error, ready = true, children, onSend } = props;
  const id = useId();
  const Heading = alone ? "h2" : "h3";
  const [by, setBy] = useState("");
  const [tried, setTried] = useState(false);
  function submit(event: FormEvent) {
    event.preventDefault();
    const name = by.trim();
    setTried(name === "" || !ready);
    if (name !== "" && ready) onSend(name);
    else if (name === "") document.getElementById(`by-${id}`)?.focus();
  }
  return (
    <form className="stack act-box" onSubmit={submit} noValidate aria-labelledby={`act-${id}`}>
      <Heading id={`act-${id}`}>{title}</Heading>
      {explain ? <p>{explain}</p> : null}
      {children?.(tried)}
      <TextField
        id={`by-${id}`}
        label={t("figures.by")}
        hint={t("figures.byHint")}
        value={by}
        wrong={tried && by.trim() === "" ? t("figures.byMissing") : undefined}
        onChange={setBy}
      />
      {error ? <ProblemNotice error={error} /> : null}
      <div className="buttons">
        <button type="submit" className={danger ? "usa-button is-danger" : "usa-button"} disabled={pending}>
          {pending ? t("figures.sending") : action}
        </button>
      </div>
    </form>
  );
}
