/** Reported figures of one measure with their sources. */
import { Link } from "@tanstack/react-router";
import type { Reported } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { CertaintyMark, DataTable, Quoted } from "../../parts/index.ts";
import { ClaimWords, SourceOf } from "./ClaimWords.tsx";

const scopes = ["task-force", "record"] as const;

export function ReportedTable({ reported, caption }: { reported: readonly Reported[]; caption: string }) {
  const { t, shortDate } = useWords();
  return (
    <DataTable
      caption={caption}
      rows={reported}
      rowKey={(row) => row.entry}
      columns={[
        {
          key: "claim",
          title: t("reported.claim"),
          heads: true,
          cell: (row) => (
            <>
              <Link to="/entries/$id" params={{ id: row.entry }}>
                <ClaimWords claim={row.claim} />
              </Link>{" "}
              <CertaintyMark certainty={row.certainty} />
            </>
          ),
        },
        {
          key: "asOf",
          title: t("reported.asOf"),
          cell: (row) => (row.asOf ? shortDate(row.asOf) : t("reported.noDate")),
        },
        {
          key: "stated",
          title: t("reported.stated"),
          cell: (row) => (row.attestedAt ? shortDate(row.attestedAt) : t("reported.noDate")),
        },
        {
          key: "scope",
          title: t("reported.scope"),
          cell: (row) => {
            const scope = scopes.find((one) => one === row.scope);
            return scope ? t(`reported.scopes.${scope}`) : <Quoted>{row.scope}</Quoted>;
          },
        },
        { key: "source", title: t("reported.source"), cell: (row) => <SourceOf source={row.source} /> },
      ]}
    />
  );
}
