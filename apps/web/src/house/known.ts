/** What the address says about the time of knowledge. */
import { useRouterState } from "@tanstack/react-router";
import { readKnown } from "../address/index.ts";
import { useWords } from "../language/index.ts";

export function useKnown() {
  return useRouterState({ select: (state) => readKnown(state.location.search), structuralSharing: true });
}

/** The same in words: “now”, “on May 31, 2024”, “just before an entry”. */
export function useKnownWords(): string {
  const { t, date } = useWords();
  const known = useKnown();
  if (known.asKnownOn) return t("known.onDay", { date: date(known.asKnownOn) });
  if (!known.cut) return t("known.now");
  if (known.side === "before") return t("known.justBefore");
  return known.side === "after" ? t("known.justAfter") : t("known.atCut");
}
