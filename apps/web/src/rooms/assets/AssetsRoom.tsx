/** Assets: what they come to by kind, currency and state, and the list by its filters. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi } from "@tanstack/react-router";
import { assetKinds, assetStates, queries, units } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, Pager } from "../../parts/index.ts";
import { AssetTable, useAssetState } from "../docket/AssetTable.tsx";
import { Filters } from "../docket/Filters.tsx";
import { ListHead, Nothing } from "../docket/ListState.tsx";
import { useKindWords } from "../docket/useKindWords.ts";
import { Totals } from "./Totals.tsx";

const route = getRouteApi("/assets");

export function AssetsRoom() {
  const { t, say, number } = useWords();
  const { kind, state, currency, unit, district, q, cursor } = route.useSearch();
  const filters = { q, kind, state, currency, unit, district };
  const known = useKnown();
  const list = useQuery(queries.assets({ ...filters, cursor }, known));
  const totals = useQuery(queries.assetTotals(known));
  const { data: districts = [] } = useQuery(queries.districts());
  const { word } = useKindWords();
  const stateOf = useAssetState();
  const currencies = new Set(
    totals.data?.items.flatMap(({ values, realized }) => [...values, ...realized].map((one) => one.currency)),
  );
  return (
    <Page title={t("assets.title")} room={t("room.assets")}>
      <Answered of={totals} loading={t("assets.adding")}>
        {({ items }) => (items.length === 0 ? null : <Totals totals={items} />)}
      </Answered>
      <section aria-labelledby="list-title">
        <div className="section-head">
          <h2 id="list-title">{t("assets.list")}</h2>
        </div>
        <Filters
          label={t("assets.filters")}
          values={filters}
          filters={[
            { name: "q", label: t("assets.text") },
            {
              name: "kind",
              label: t("asset.kind"),
              options: assetKinds.map((value) => ({ value, word: word("asset.seized", "asset", value) })),
            },
            {
              name: "state",
              label: t("asset.state"),
              options: [
                { value: "held", word: t("assets.stage.held") },
                ...assetStates.map((value) => ({ value, word: stateOf(value) })),
              ],
            },
            {
              name: "currency",
              label: t("asset.currency"),
              options: [...currencies].sort().map((value) => ({ value, word: value })),
            },
            {
              name: "unit",
              label: t("asset.unit"),
              options: units.map((value) => ({ value, word: t(`unit.${value}`, { count: 2 }) })),
            },
            {
              name: "district",
              label: t("cases.district"),
              options: districts.map(({ key, citation, name }) => ({
                value: key,
                word: `${citation} – ${say(name)}`,
              })),
            },
          ]}
        />
        <div className="section-gap">
          <Answered of={list} loading={t("assets.loading")}>
            {(page) =>
              page.items.length === 0 ? (
                <Nothing
                  filtered={[...Object.values(filters), cursor].some(Boolean)}
                  none={t("assets.none")}
                  noneYet={t("assets.noneYet")}
                  noneThen={t("assets.noneThen")}
                />
              ) : (
                <>
                  <ListHead>{t("assets.total", { count: page.total, shown: number(page.total) })}</ListHead>
                  <AssetTable assets={page.items} caption={t("assets.list")} />
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
