/** The way from a figure's value to the entries behind it: as it was pinned, or as the same question is answered today. */
import { Link } from "@tanstack/react-router";
import { NOW } from "../../address/index.ts";
import type { FigurePage } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { frameOfFigure } from "./behind.ts";

export function PinnedLink({ figure }: { figure: FigurePage }) {
  const { t } = useWords();
  return (
    <Link to="/results/$measure" params={{ measure: figure.measure }} search={frameOfFigure(figure)}>
      {t("figures.openPinned")}
    </Link>
  );
}

export function TodayLink({ figure }: { figure: FigurePage }) {
  const { t } = useWords();
  return (
    <Link
      to="/results/$measure"
      params={{ measure: figure.measure }}
      search={{ ...frameOfFigure(figure), ...NOW }}
    >
      {t("figures.openToday")}
    </Link>
  );
}
