/** People by tier: how many, what was done to how many, how many are left standing; each number opens to the people. */
import { Link } from "@tanstack/react-router";
import { deeds, type TierTally } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";
import { useKindWords } from "../docket/useKindWords.ts";

const columns = ["people", ...deeds, "standing"] as const;

/** The words for a tier; people whose tier no source states have one of their own. */
export function useTier() {
  const { t } = useWords();
  const { word } = useKindWords();
  return (tier: TierTally["tier"]): string =>
    tier === null ? t("organization.noTier") : word("role.held", "tier", tier);
}

export function Tally({ tally }: { tally: readonly TierTally[] }) {
  const { t, number } = useWords();
  const tierOf = useTier();
  return (
    <DataTable
      caption={t("organization.tally")}
      hideCaption
      rows={tally}
      rowKey={({ tier }) => tier ?? "none"}
      columns={[
        { key: "tier", title: t("organization.tier"), heads: true, cell: ({ tier }) => tierOf(tier) },
        ...columns.map((column) => ({
          key: column,
          title: t(`deed.${column}`),
          number: true,
          cell: (row: TierTally) =>
            row[column] === 0 ? (
              <span className="muted">0</span>
            ) : (
              <Link
                to="."
                search={(before: object) => ({
                  ...before,
                  tier: row.tier ?? "none",
                  done: column === "people" ? undefined : column,
                  cursor: undefined,
                })}
                hash="people-list"
                resetScroll={false}
                aria-label={`${number(row[column])} ${t(`deed.${column}`)}, ${tierOf(row.tier)}`}
              >
                {number(row[column])}
              </Link>
            ),
        })),
      ]}
    />
  );
}
