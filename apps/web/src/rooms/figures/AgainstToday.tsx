/** What lies between the figure and the same question today, first by reason, then entry by entry. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { address, type FigureDifference, type FigurePage, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, DataTable, Pager } from "../../parts/index.ts";
import { PinnedLink, TodayLink } from "./PinnedLink.tsx";

const route = getRouteApi("/figures/$id");

function useChange() {
  const { t, number } = useWords();
  return (change: number | null) =>
    change === null ? t("figures.changeUnknown") : change > 0 ? `+${number(change)}` : number(change);
}

export function AgainstToday({ figure }: { figure: FigurePage }) {
  const { t, number, date } = useWords();
  const { cursor } = route.useSearch();
  const found = useQuery(queries.figureDifference(figure.figure, cursor));
  return (
    <section aria-labelledby="today">
      <div className="section-head">
        <h2 id="today">{t("figures.today")}</h2>
        <a className="no-print" href={address(`/figures/${figure.figure}/difference.csv`)}>
          {t("figures.csv")}
        </a>
      </div>
      <Answered of={found} loading={t("figures.comparing")}>
        {(answer) => (
          <>
            <p>
              {answer.today === null
                ? t("figures.noToday")
                : t("figures.publishedAndToday", {
                    published: number(answer.published),
                    today: number(answer.today),
                    date: date(answer.day),
                  })}{" "}
              <PinnedLink figure={figure} />
              {answer.today === null ? null : (
                <>
                  {" · "}
                  <TodayLink figure={figure} />
                </>
              )}
            </p>
            {answer.items.length === 0 ? (
              <p className="muted section-gap">{t("figures.noDifference")}</p>
            ) : (
              <Itemised found={answer} cursor={cursor} />
            )}
          </>
        )}
      </Answered>
    </section>
  );
}

function Itemised({ found, cursor }: { found: FigureDifference; cursor: string | undefined }) {
  const { t, say, number, shortDate } = useWords();
  const change = useChange();
  return (
    <>
      <div className="section-gap">
        <DataTable
          flat
          caption={t("figures.byReason")}
          rows={found.byReason}
          rowKey={(group) => group.reason}
          columns={[
            { key: "reason", title: t("entries.reason"), heads: true, cell: (group) => say(group.title) },
            {
              key: "entries",
              title: t("entries.entries"),
              number: true,
              cell: (group) => (
                <Link
                  to="."
                  search={true}
                  hash="by-entry"
                  aria-label={`${number(group.entries)} – ${say(group.title)}`}
                >
                  {number(group.entries)}
                </Link>
              ),
            },
            {
              key: "change",
              title: t("figures.change"),
              number: true,
              cell: (group) => change(group.change),
            },
          ]}
        />
      </div>
      <div className="section-gap" id="by-entry">
        <DataTable
          caption={t("figures.byEntry")}
          rows={found.items}
          rowKey={(item, index) => `${item.entry?.entry ?? ""} ${index}`}
          columns={[
            {
              key: "what",
              title: t("entries.what"),
              heads: true,
              cell: ({ entry }) =>
                entry === null ? (
                  t("figures.noSingleEntry")
                ) : (
                  <Link to="/entries/$id" params={{ id: entry.entry }}>
                    {entry.sentence ? say(entry.sentence) : t("entry.emptied")}
                  </Link>
                ),
            },
            {
              key: "when",
              title: t("entries.when"),
              cell: ({ entry }) => (entry?.occurred ? shortDate(entry.occurred) : ""),
            },
            {
              key: "why",
              title: t("entries.reason"),
              cell: ({ title, because, instead }) => (
                <>
                  {say(title)}
                  {because ? (
                    <>
                      {" · "}
                      <Link to="/entries/$id" params={{ id: because }}>
                        {t("figures.because")}
                      </Link>
                    </>
                  ) : null}
                  {instead ? (
                    <>
                      {" · "}
                      <Link to="/entries/$id" params={{ id: instead }}>
                        {t("figures.instead")}
                      </Link>
                    </>
                  ) : null}
                </>
              ),
            },
            {
              key: "change",
              title: t("figures.change"),
              number: true,
              cell: (item) => change(item.change),
            },
          ]}
        />
      </div>
      <Pager cursor={cursor} next={found.next} />
    </>
  );
}
