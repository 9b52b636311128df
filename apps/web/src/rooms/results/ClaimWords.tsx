/** A reported figure as its source put it: “more than 300”, never just 300. */
import { type Claim, type Reported, type SourceLine } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Link } from "@tanstack/react-router";
import { Quoted } from "../../parts/index.ts";

export function useClaimWords() {
  const { t, number } = useWords();
  return (claim: Claim) => {
    if (claim.operator === "worded" || claim.value === undefined) {
      return t("claim.worded", { wording: claim.wording ?? "" });
    }
    return t(`claim.${claim.operator}`, { value: number(claim.value) });
  };
}

export function ClaimWords({ claim }: { claim: Claim }) {
  const say = useClaimWords();
  return <>{say(claim)}</>;
}

export function SourceOf({ source }: { source: SourceLine | { id: string; title: string } | null }) {
  const { t } = useWords();
  if (!source) return <>{t("source.none")}</>;
  return (
    <Link to="/sources/$id" params={{ id: source.id }}>
      <Quoted>{source.title}</Quoted>
    </Link>
  );
}

/** The newest of the reported figures, by what they speak of. */
export function latestReport(reported: readonly Reported[]): Reported | undefined {
  return [...reported]
    .filter((report) => report.asOf)
    .sort((a, b) => (a.asOf ?? "").localeCompare(b.asOf ?? ""))
    .at(-1);
}
