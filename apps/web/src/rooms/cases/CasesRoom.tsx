/** Cases: the list, filtered and sorted by its address. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type CaseLine, queries } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, DataTable, Page, Pager, Quoted, SyntheticMark } from "../../parts/index.ts";
import { ListHead, Nothing } from "../docket/ListState.tsx";
import { CaseFilterForm } from "./CaseFilterForm.tsx";
import { PriorityWord } from "./Priority.tsx";
import { useCaseWords } from "./words.ts";

const route = getRouteApi("/cases");

export function CasesRoom() {
  const { t, number } = useWords();
  const { district, taskForce, status, q, sort, cursor } = route.useSearch();
  const known = useKnown();
  const filters = { district, taskForce, status, q, sort };
  const list = useQuery(queries.cases({ ...filters, cursor }, known));
  return (
    <Page title={t("cases.title")} room={t("room.cases")}>
      <CaseFilterForm filters={filters} />
      <div className="section">
        <Answered of={list} loading={t("cases.loading")}>
          {(page) =>
            page.items.length === 0 ? (
              <Nothing
                filtered={[district, taskForce, status, q, cursor].some(Boolean)}
                none={t("cases.none")}
                noneYet={t("cases.noneYet")}
                noneThen={t("cases.noneThen")}
              />
            ) : (
              <>
                <ListHead>{t("cases.total", { count: page.total, shown: number(page.total) })}</ListHead>
                <CaseTable cases={page.items} />
                <Pager cursor={cursor} next={page.next} />
              </>
            )
          }
        </Answered>
      </div>
    </Page>
  );
}

function CaseTable({ cases }: { cases: readonly CaseLine[] }) {
  const { t, say, shortDate, number } = useWords();
  const words = useCaseWords();
  const { data: districts = [] } = useQuery(queries.districts());
  const byKey = new Map(districts.map((one) => [one.key, one]));
  const figure = (row: CaseLine, value: number, title: string) => (
    <Link
      to="/cases/$id"
      params={{ id: row.id }}
      hash="defendants"
      aria-label={`${number(value)} ${title}, ${row.title}`}
    >
      {number(value)}
    </Link>
  );
  return (
    <DataTable
      caption={t("cases.caption")}
      hideCaption
      wide
      rows={cases}
      rowKey={(row) => row.id}
      columns={[
        {
          key: "title",
          title: t("cases.case"),
          heads: true,
          cell: (row) => (
            <>
              <Link to="/cases/$id" params={{ id: row.id }}>
                <Quoted>{row.title}</Quoted>
              </Link>{" "}
              <SyntheticMark when={row.synthetic} />
              {row.dockets.length > 0 ? <p className="small mono">{row.dockets.join(" · ")}</p> : null}
            </>
          ),
        },
        {
          key: "district",
          title: t("cases.district"),
          keeps: true,
          cell: (row) => {
            const district = row.district ? byKey.get(row.district) : undefined;
            if (!district) return row.district ?? t("case.notStated");
            return <abbr title={say(district.name)}>{district.citation}</abbr>;
          },
        },
        {
          key: "priority",
          title: t("priority.column"),
          cell: (row) => <PriorityWord level={row.priority} />,
        },
        { key: "taskForce", title: t("cases.taskForceShort"), cell: (row) => words.taskForce(row.taskForce) },
        { key: "status", title: t("cases.status"), cell: (row) => words.status(row.status) },
        {
          key: "offense",
          title: t("cases.offense"),
          cell: (row) => (row.offense ? shortDate(row.offense) : ""),
        },
        {
          key: "announced",
          title: t("cases.announced"),
          keeps: true,
          cell: (row) => (row.announced ? shortDate(row.announced) : ""),
        },
        {
          key: "people",
          title: t("cases.people"),
          number: true,
          cell: (row) => words.people(row.peopleSmuggled, row.peopleQualifier),
        },
        {
          key: "deaths",
          title: t("cases.deaths"),
          number: true,
          cell: (row) => (row.deaths === null ? "" : number(row.deaths)),
        },
        {
          key: "defendants",
          title: t("cases.defendants"),
          number: true,
          cell: (row) => figure(row, row.defendants, t("cases.defendants")),
        },
        {
          key: "convicted",
          title: t("cases.convicted"),
          number: true,
          cell: (row) => figure(row, row.convicted, t("cases.convicted")),
        },
        {
          key: "sentenced",
          title: t("cases.sentenced"),
          number: true,
          cell: (row) => figure(row, row.sentenced, t("cases.sentenced")),
        },
      ]}
    />
  );
}
