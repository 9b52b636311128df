/** Extraditions: how many stand at each step by country, and the list by its filters. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { extraditionSteps, queries } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, Pager } from "../../parts/index.ts";
import { ExtraditionTable } from "../docket/ExtraditionTable.tsx";
import { Filters } from "../docket/Filters.tsx";
import { ListHead, Nothing } from "../docket/ListState.tsx";
import { useSaid } from "../docket/said.tsx";
import { Countries } from "./Countries.tsx";

const route = getRouteApi("/extraditions");

export function ExtraditionsRoom() {
  const { t, number } = useWords();
  const { country, step, sort, cursor } = route.useSearch();
  const filters = { country, step, sort };
  const known = useKnown();
  const said = useSaid();
  const list = useQuery(queries.extraditions({ ...filters, cursor }, known));
  const countries = useQuery(queries.extraditionCountries(known));
  const named = [...new Set(countries.data?.items.map((one) => one.country))]
    .map((value) => ({ value, word: said.country(value) }))
    .sort((a, b) => a.word.localeCompare(b.word));
  return (
    <Page title={t("extraditions.title")} room={t("room.extraditions")}>
      <Answered of={countries} loading={t("extraditions.counting")}>
        {({ items }) => (items.length === 0 ? null : <Countries counts={items} />)}
      </Answered>
      <section aria-labelledby="list-title">
        <div className="section-head">
          <h2 id="list-title">{t("extraditions.list")}</h2>
        </div>
        <Filters
          label={t("extraditions.filters")}
          values={filters}
          filters={[
            { name: "country", label: t("extradition.country"), options: named },
            {
              name: "step",
              label: t("extradition.step"),
              options: [
                { value: "open", word: t("extraditions.open") },
                ...extraditionSteps.map((value) => ({ value, word: t(`extraditionStep.${value}`) })),
              ],
            },
            {
              name: "sort",
              label: t("cases.sort"),
              options: [{ value: "oldest", word: t("extraditions.oldest") }],
              otherwise: t("cases.sortBy.announced"),
            },
          ]}
        />
        <div className="section-gap">
          <Answered of={list} loading={t("extraditions.loading")}>
            {(page) =>
              page.items.length === 0 ? (
                <Nothing
                  filtered={[country, step, cursor].some(Boolean)}
                  none={t("extraditions.none")}
                  noneYet={t("extraditions.noneYet")}
                  noneThen={t("extraditions.noneThen")}
                />
              ) : (
                <>
                  <ListHead>
                    {t("extraditions.total", { count: page.total, shown: number(page.total) })}
                  </ListHead>
                  <ExtraditionTable extraditions={page.items} caption={t("extraditions.list")} />
                  <Pager cursor={cursor} next={page.next} />
                </>
              )
            }
          </Answered>
        </div>
      </section>
    </Page>
  );
}
