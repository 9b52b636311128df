/** The states between a question and its answer: loading, empty, refused. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { Problem } from "../docket/index.ts";
import { useWords } from "../language/index.ts";

export function Loading({ what }: { what?: string }) {
  const { t } = useWords();
  return (
    <p className="loading" role="status">
      {what ?? t("state.loading")}
    </p>
  );
}

export function Empty({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty">
      <strong>{title}</strong>
      {children}
    </div>
  );
}

/** The list does not go on from there: it changed, or the server was started again. */
const STALE = new Set(["cursor-unknown", "cursor-wrong"]);

/** A refusal as the server words it: sentence, remedy, code. Only what may pass is worth asking again. */
export function ProblemNotice({ error, again }: { error: unknown; again?: () => void }) {
  const { t } = useWords();
  const problem = error instanceof Problem ? error : undefined;
  return (
    <div className="notice is-danger" role="alert">
      <p>
        <strong>{problem?.message ?? (error instanceof Error ? error.message : String(error))}</strong>
      </p>
      {problem?.remedy ? <p>{problem.remedy}</p> : null}
      {problem && STALE.has(problem.code) ? (
        <p>
          <Link to="." search={(before: object) => ({ ...before, cursor: undefined })}>
            {t("pager.first")}
          </Link>
        </p>
      ) : null}
      {problem ? <p className="small">{t("problem.code", { code: problem.code })}</p> : null}
      {again && (!problem || problem.status === 0 || problem.status >= 500) ? (
        <button type="button" className="usa-button usa-button--outline" onClick={again}>
          {t("problem.again")}
        </button>
      ) : null}
    </div>
  );
}

interface Asked<Answer> {
  data: Answer | undefined;
  error: unknown;
  isPending: boolean;
  /** What is shown answers the question before this one. */
  isPlaceholderData: boolean;
  refetch: () => unknown;
}

/** Shows an answer when it is there, and says what is happening until then. */
export function Answered<Answer>(props: {
  of: Asked<Answer>;
  loading?: string;
  children: (answer: Answer) => ReactNode;
}) {
  const { of: asked, children } = props;
  if (asked.error && asked.data === undefined) {
    return <ProblemNotice error={asked.error} again={() => void asked.refetch()} />;
  }
  if (asked.data === undefined) return <Loading {...(props.loading ? { what: props.loading } : {})} />;
  return (
    <>
      {asked.error ? <ProblemNotice error={asked.error} again={() => void asked.refetch()} /> : null}
      {/* The answer to the question before stays in its place, faded, until the new one is there. */}
      <div aria-busy={asked.isPlaceholderData} className="answer">
        {children(asked.data)}
      </div>
    </>
  );
}
