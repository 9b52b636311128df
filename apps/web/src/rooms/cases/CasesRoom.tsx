/** Cases: the list, filtered and sorted by its address. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type Known, NOW } from "../../address/index.ts";
import { type CaseLine, queries } from "../../docket/index.ts";
import { useKnown, useKnownWords } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, DataTable, Empty, Page, Pager, Quoted } from "../../parts/index.ts";
import { CaseFilterForm } from "./CaseFilterForm.tsx";
import { useCaseWords } from "./words.ts";

const route = getRouteApi("/cases");

export function CasesRoom() {
  const { t, number } = useWords();
  const { district, taskForce, status, q, sort, cursor } = route.useSearch();
  const known = useKnown();
  const when = useKnownWords();
  const filters = { district, taskForce, status, q, sort };
  const list = useQuery(queries.cases({ ...filters, cursor }, known));
  return (
    <Page title={t("cases.title")} room={t("room.cases")}>
      <CaseFilterForm filters={filters} />
      <div className="section">
        <Answered of={list} loading={t("cases.loading")}>
          {(page) =>
            page.items.length === 0 ? (
              <NoCases known={known} filtered={[district, taskForce, status, q, cursor].some(Boolean)} />
            ) : (
              <>
                <p role="status">
                  {t("cases.total", {
                    count: page.total,
                    shown: number(page.total),
                  })}
                </p>
                {known.asKnownOn || known.cut ? (
                  <p className="small muted">
                    {t("cases.knownThen", {
                      when,
                      basis: t(
                        known.cut || known.basis === "recorded"
                          ? "frame.recordedShort"
                          : "frame.attestedShort",
                      ),
                    })}
                  </p>
                ) : null}
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

/** What was not known yet on an earlier day may still have been so. */
function NoCases({ known, filtered }: { known: Known; filtered: boolean }) {
  const { t } = useWords();
  if (!known.asKnownOn && !known.cut) {
    return filtered ? (
      <Empty title={t("cases.none")}>{t("cases.noneWhy")}</Empty>
    ) : (
      <Empty title={t("cases.noneYet")}>
        <Link to="/import">{t("results.emptyImport")}</Link>
      </Empty>
    );
  }
  return (
    <Empty title={t("cases.noneThen")}>
      {t(`cases.noneThenWhy.${known.cut || known.basis === "recorded" ? "recorded" : "attested"}`)}{" "}
      <Link to="/cases" search={(before) => ({ ...before, ...NOW })}>
        {t("known.backToNow")}
      </Link>
    </Empty>
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
            <Link to="/cases/$id" params={{ id: row.id }}>
              <Quoted>{row.title}</Quoted>
            </Link>
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
