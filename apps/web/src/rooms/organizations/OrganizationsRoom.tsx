/** Organizations: the list by its filters, with how many people, leaders and targets of each are known. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type OrganizationRow, queries, targetCategories, tiers } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, CertaintyMark, DataTable, Page, Pager, Quoted, SyntheticMark } from "../../parts/index.ts";
import { Filters } from "../docket/Filters.tsx";
import { ListHead, Nothing } from "../docket/ListState.tsx";
import { useSaid } from "../docket/said.tsx";
import { useKindWords } from "../docket/useKindWords.ts";

const route = getRouteApi("/organizations");
const DESCRIBED = "organization.described";

export function OrganizationsRoom() {
  const { t, say, number } = useWords();
  const { q, kind, country, tier, target, cursor } = route.useSearch();
  const filters = { q, kind, country, tier, target };
  const list = useQuery(queries.organizations({ ...filters, cursor }, useKnown()));
  const { data: countries = [] } = useQuery(queries.countries());
  const { word, choices } = useKindWords();
  return (
    <Page title={t("organizations.title")} room={t("room.organizations")}>
      <Filters
        label={t("organizations.filters")}
        values={filters}
        filters={[
          { name: "q", label: t("organizations.text") },
          {
            name: "country",
            label: t("organizations.country"),
            options: countries.map(({ alpha2, name }) => ({ value: alpha2, word: say(name) })),
          },
          { name: "kind", label: t("organization.kind"), options: choices(DESCRIBED, "organizationKind") },
          {
            name: "tier",
            label: t("organizations.tier"),
            options: tiers.map((value) => ({ value, word: word("role.held", "tier", value) })),
          },
          {
            name: "target",
            label: t("organizations.target"),
            options: targetCategories.map((value) => ({
              value,
              word: word("target.listed", "category", value),
            })),
          },
        ]}
      />
      <div className="section">
        <Answered of={list} loading={t("organizations.loading")}>
          {(page) =>
            page.items.length === 0 ? (
              <Nothing
                filtered={[...Object.values(filters), cursor].some(Boolean)}
                none={t("organizations.none")}
                noneYet={t("organizations.noneYet")}
                noneThen={t("organizations.noneThen")}
              />
            ) : (
              <>
                <ListHead>
                  {t("organizations.total", { count: page.total, shown: number(page.total) })}
                </ListHead>
                <OrganizationTable organizations={page.items} />
                <Pager cursor={cursor} next={page.next} />
              </>
            )
          }
        </Answered>
      </div>
    </Page>
  );
}

function OrganizationTable({ organizations }: { organizations: readonly OrganizationRow[] }) {
  const { t, number } = useWords();
  const { word } = useKindWords();
  const said = useSaid();
  const figure = (row: OrganizationRow, value: number, title: string, hash: string, tier?: "leader") => (
    <Link
      to="/organizations/$id"
      params={{ id: row.id }}
      search={tier ? { tier } : {}}
      hash={hash}
      aria-label={`${number(value)} ${title}, ${row.name}`}
    >
      {number(value)}
    </Link>
  );
  return (
    <DataTable
      caption={t("organizations.title")}
      hideCaption
      wide
      rows={organizations}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "name",
          title: t("organization.one"),
          heads: true,
          cell: (row) => (
            <>
              <Link to="/organizations/$id" params={{ id: row.id }}>
                <Quoted>{row.name}</Quoted>
              </Link>{" "}
              <CertaintyMark certainty={row.certainty} /> <SyntheticMark when={row.synthetic} />
              {row.otherNames.length > 0 ? (
                <p className="small">
                  <Quoted>{row.otherNames.join(" · ")}</Quoted>
                </p>
              ) : null}
            </>
          ),
        },
        {
          key: "kind",
          title: t("organization.kind"),
          cell: (row) => word(DESCRIBED, "organizationKind", row.kind),
        },
        {
          key: "countries",
          title: t("organization.countries"),
          cell: (row) => row.countries.map(said.country).join(", "),
        },
        {
          key: "people",
          title: t("organization.people"),
          number: true,
          cell: (row) => figure(row, row.people, t("organization.people"), "people"),
        },
        {
          key: "leaders",
          title: t("organization.leaders"),
          number: true,
          cell: (row) => figure(row, row.leaders, t("organization.leaders"), "people", "leader"),
        },
        {
          key: "targets",
          title: t("organization.targets"),
          number: true,
          cell: (row) => figure(row, row.targets, t("organization.targets"), "targets"),
        },
      ]}
    />
  );
}
