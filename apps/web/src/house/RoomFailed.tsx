/** What is shown when a room itself breaks: never a blank page. */
import type { ErrorComponentProps } from "@tanstack/react-router";
import { useWords } from "../language/index.ts";
import { Page } from "../parts/index.ts";

export function RoomFailed({ error, reset }: ErrorComponentProps) {
  const { t } = useWords();
  return (
    <Page title={t("problem.roomFailed")}>
      <div className="notice is-danger" role="alert">
        <p>{t("problem.roomFailedRemedy")}</p>
        <p>
          <code>{error instanceof Error ? error.message : String(error)}</code>
        </p>
      </div>
      <div className="section buttons">
        <button type="button" className="usa-button" onClick={reset}>
          {t("problem.again")}
        </button>
      </div>
    </Page>
  );
}
