/** One asset: what it is, how it came to be held, who claimed it, who ordered it forfeited, what was realized. */
import { getRouteApi, Link } from "@tanstack/react-router";
import { type AssetRow, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, Quoted, SourceList, SyntheticNotice, Timeline } from "../../parts/index.ts";
import { useAssetName, useAssetState } from "../docket/AssetTable.tsx";
import { LinkSection } from "../docket/LinkSection.tsx";
import { type Part, Parts } from "../docket/Section.tsx";
import { type Step, Steps } from "../docket/Steps.tsx";
import { CaseLink, Told, useSaid } from "../docket/said.tsx";
import { useAsKnown } from "../docket/useAsKnown.ts";
import { useKindWords } from "../docket/useKindWords.ts";

const route = getRouteApi("/assets/$id");

export function AssetRoom() {
  const { t } = useWords();
  const { id } = route.useParams();
  const nameOf = useAssetName();
  const { answer, notThen } = useAsKnown((known) => queries.assetById(id, known));
  return (
    <Page title={answer.data ? nameOf(answer.data.asset) : t("asset.asset")} room={t("room.assets")}>
      <Answered of={answer} loading={t("asset.loading")}>
        {({ asset, timeline, sources }) => {
          const parts: Part[] = [
            { id: "facts", title: t("case.facts"), count: null, body: <Facts asset={asset} /> },
            { id: "steps", title: t("asset.steps"), count: null, body: <AssetSteps asset={asset} /> },
            ...(timeline.some(({ record }) => record.type === "link")
              ? [{ id: "links", title: t("case.links"), count: null, body: <LinkSection of={asset.id} /> }]
              : []),
            {
              id: "timeline",
              title: t("case.timeline"),
              count: timeline.length,
              body: <Timeline items={timeline} />,
            },
            {
              id: "sources",
              title: t("case.sources"),
              count: sources.length,
              body: <SourceList sources={sources} caption={t("case.sources")} />,
            },
          ];
          return (
            <>
              {asset.description ? (
                <p className="lede">
                  <Quoted>{asset.description}</Quoted>
                </p>
              ) : null}
              <SyntheticNotice when={asset.synthetic} />
              {notThen ? <p className="notice is-amber">{t("asset.notThen")}</p> : null}
              <Parts parts={parts} label={t("case.parts")} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Facts({ asset }: { asset: AssetRow }) {
  const { t, date } = useWords();
  const said = useSaid();
  const stateOf = useAssetState();
  const { word } = useKindWords();
  const none = t("case.notStated");
  return (
    <dl className="facts">
      <dt>{t("asset.state")}</dt>
      <dd>
        <span className={`step is-${asset.state}`}>{stateOf(asset.state)}</span>
      </dd>
      <dt>{t("cases.case")}</dt>
      <dd>{asset.case ? <CaseLink of={asset.case} /> : none}</dd>
      <dt>{t("asset.from")}</dt>
      <dd>
        {asset.defendant && asset.defendantName ? (
          <Link to="/record" search={{ subject: asset.defendant }}>
            <Quoted>{asset.defendantName}</Quoted>
          </Link>
        ) : (
          none
        )}
      </dd>
      <dt>{t("asset.hold")}</dt>
      <dd>{word("asset.seized", "hold", asset.hold)}</dd>
      <dt>{t("asset.where")}</dt>
      <dd>{said.district(asset.district) || said.country(asset.country) || none}</dd>
      <dt>{t("asset.quantity")}</dt>
      <dd>{asset.quantity ? <Told entry={asset.entry}>{said.quantity(asset.quantity)}</Told> : none}</dd>
      <dt>{t("asset.value")}</dt>
      <dd>
        {asset.value ? (
          <>
            <Told entry={asset.entry}>{said.money(asset.value)}</Told>
            {asset.valuedOn ? (
              <span className="small muted"> {t("asset.valuedOn", { date: date(asset.valuedOn) })}</span>
            ) : null}
          </>
        ) : (
          none
        )}
      </dd>
    </dl>
  );
}

function AssetSteps({ asset }: { asset: AssetRow }) {
  const { t } = useWords();
  const said = useSaid();
  const { word } = useKindWords();
  const steps: Step[] = [
    {
      entry: asset.entry,
      what: word("asset.seized", "hold", asset.hold),
      occurred: asset.occurred,
      certainty: asset.certainty,
      more: [said.quantity(asset.quantity), said.money(asset.value)],
    },
    ...asset.claims.map(({ body, ...step }) => ({
      ...step,
      what: t("asset.claimedBy", { who: word("asset.claimed", "claimant", body.claimant).toLowerCase() }),
      more: [
        word("asset.claimed", "proceeding", body.proceeding),
        body.innocentOwner ? t("asset.innocent") : null,
      ],
    })),
    ...asset.orders.map(({ body, ...step }) => ({
      ...step,
      what: t("asset.orderedBy", {
        how: word("asset.forfeited", "proceeding", body.proceeding).toLowerCase(),
      }),
      more: [
        word("asset.forfeited", "stage", body.stage),
        [said.money(body.amount), said.quantity(body.quantity)].filter(Boolean).join(", ") ||
          t("asset.whole"),
      ],
    })),
    ...asset.realizations.map(({ body, ...step }) => ({
      ...step,
      what: word("asset.realized", "disposal", body.disposal),
      more: [
        [
          body.realized && t("asset.net", { amount: said.money(body.realized) }),
          body.gross && t("asset.gross", { amount: said.money(body.gross) }),
          body.costs && t("asset.costs", { amount: said.money(body.costs) }),
        ]
          .filter(Boolean)
          .join(" · "),
        word("asset.realized", "fund", body.fund),
      ],
    })),
  ];
  return <Steps steps={steps} label={t("asset.steps")} />;
}
