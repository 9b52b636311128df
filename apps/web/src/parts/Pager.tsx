/** Leads to the next page of a list and back to its first; both are plain addresses. */
import { Link } from "@tanstack/react-router";
import { useWords } from "../language/index.ts";

export function Pager({ cursor, next }: { cursor: string | undefined; next: string | null | undefined }) {
  const { t } = useWords();
  if (!cursor && !next) return null;
  return (
    <nav className="pager" aria-label={t("pager.label")}>
      {cursor ? (
        <Link
          to="."
          search={(before: object) => ({ ...before, cursor: undefined })}
          className="usa-button usa-button--outline"
        >
          {t("pager.first")}
        </Link>
      ) : null}
      {next ? (
        <Link
          to="."
          search={(before: object) => ({ ...before, cursor: next })}
          className="usa-button usa-button--outline"
        >
          {t("pager.next")}
        </Link>
      ) : null}
    </nav>
  );
}
