/** Above a list: how many there are and as known when; in its place, why there is nothing. */
import { Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { NOW } from "../../address/index.ts";
import { useKnown, useKnownWords } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Empty } from "../../parts/index.ts";

function useThen() {
  const known = useKnown();
  const recorded = Boolean(known.cut) || known.basis === "recorded";
  return { past: Boolean(known.asKnownOn || known.cut), basis: recorded ? "recorded" : "attested" } as const;
}

/** “12 cases”, and under it the time of knowledge where that is not now. */
export function ListHead({ children }: { children: ReactNode }) {
  const { t } = useWords();
  const when = useKnownWords();
  const { past, basis } = useThen();
  return (
    <>
      <p role="status">{children}</p>
      {past ? (
        <p className="small muted">{t("cases.knownThen", { when, basis: t(`frame.${basis}Short`) })}</p>
      ) : null}
    </>
  );
}

interface NothingProps {
  /** Whether a filter is set. */
  filtered: boolean;
  none: string;
  noneYet: string;
  noneThen: string;
}

/** What was not known yet on an earlier day may still have been so. */
export function Nothing({ filtered, none, noneYet, noneThen }: NothingProps) {
  const { t } = useWords();
  const { past, basis } = useThen();
  if (past)
    return (
      <Empty title={noneThen}>
        {t(`cases.noneThenWhy.${basis}`)}{" "}
        <Link to="." search={(before: object) => ({ ...before, ...NOW })}>
          {t("known.backToNow")}
        </Link>
      </Empty>
    );
  return filtered ? (
    <Empty title={none}>{t("cases.noneWhy")}</Empty>
  ) : (
    <Empty title={noneYet}>
      <Link to="/import">{t("results.emptyImport")}</Link>
    </Empty>
  );
}
