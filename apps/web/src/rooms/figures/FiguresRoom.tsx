/** Figures: what has been said in our name, what is on its way, and what was taken back? */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { figureStates, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, DataTable, Empty, hereIf, Page, Pager, Tabs, useInstant } from "../../parts/index.ts";
import { FigureStateMark } from "./FigureStateMark.tsx";

const route = getRouteApi("/figures");

export function FiguresRoom() {
  const { t, say } = useWords();
  const instant = useInstant();
  const { state, cursor } = route.useSearch();
  const { data: status } = useQuery(queries.status());
  const figures = useQuery(queries.figures(state, cursor));
  return (
    <Page title={t("figures.title")} room={t("room.figures")} lead={<p>{t("figures.lead")}</p>}>
      <div className="buttons section-gap no-print">
        {status?.canWrite ? (
          <Link to="/figures/new" className="usa-button">
            {t("figures.new")}
          </Link>
        ) : null}
        <Link to="/results/fact-sheet">{t("sheet.title")}</Link>
      </div>
      <Tabs label={t("figures.byState")}>
        {[undefined, ...figureStates].map((one) => (
          <li key={one ?? "all"}>
            <Link
              to="/figures"
              resetScroll={false}
              search={one ? { state: one } : {}}
              {...hereIf(one === state)}
            >
              {t(`figures.states.${one ?? "all"}`)}
            </Link>
          </li>
        ))}
      </Tabs>
      <div className="section-gap">
        <Answered of={figures}>
          {(page) =>
            page.items.length === 0 ? (
              <Empty title={t(state ? "figures.noneInState" : "figures.none")}>{t("figures.noneHelp")}</Empty>
            ) : (
              <>
                <DataTable
                  caption={t("figures.caption")}
                  hideCaption
                  rows={page.items}
                  rowKey={(line) => line.figure}
                  columns={[
                    {
                      key: "sentence",
                      title: t("figures.figure"),
                      heads: true,
                      cell: (line) => (
                        <Link to="/figures/$id" params={{ id: line.figure }}>
                          {say(line.sentence)}
                        </Link>
                      ),
                    },
                    {
                      key: "state",
                      title: t("figures.state"),
                      keeps: true,
                      cell: (line) => <FigureStateMark state={line.state} />,
                    },
                    { key: "by", title: t("figures.draftedBy"), cell: (line) => line.by },
                    { key: "when", title: t("figures.draftedAt"), cell: (line) => instant(line.recordedAt) },
                  ]}
                />
                <Pager cursor={cursor} next={page.next} />
              </>
            )
          }
        </Answered>
      </div>
    </Page>
  );
}
