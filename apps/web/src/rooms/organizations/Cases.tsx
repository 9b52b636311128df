/** The cases of an organization, and whether a role or a link leads to each. */
import type { OrganizationPage } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";
import { CaseLink } from "../docket/said.tsx";
import { useThrough } from "./through.ts";

export function Cases({ cases }: { cases: OrganizationPage["cases"] }) {
  const { t } = useWords();
  const throughOf = useThrough();
  return (
    <DataTable
      caption={t("room.cases")}
      hideCaption
      flat
      rows={cases}
      rowKey={(one) => one.id}
      columns={[
        { key: "case", title: t("cases.case"), heads: true, cell: (one) => <CaseLink of={one} /> },
        { key: "through", title: t("organization.through"), cell: throughOf },
      ]}
    />
  );
}
