/** An address that leads to no room. */
import { Link } from "@tanstack/react-router";
import { useWords } from "../language/index.ts";
import { Page } from "../parts/index.ts";

export function NotFound() {
  const { t } = useWords();
  return (
    <Page title={t("notFound.title")}>
      <p className="lede">{t("notFound.sentence")}</p>
      <ul>
        <li>
          <Link to="/results">{t("room.results")}</Link>
        </li>
        <li>
          <Link to="/cases">{t("room.cases")}</Link>
        </li>
        <li>
          <Link to="/record">{t("room.record")}</Link>
        </li>
      </ul>
    </Page>
  );
}
