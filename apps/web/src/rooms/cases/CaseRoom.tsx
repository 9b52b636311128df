/** A case: where it stands, what happened in what order, and how we know. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type CasePage, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Empty, Page, Quoted, SourceList, SyntheticNotice, Timeline } from "../../parts/index.ts";
import { AssetTable } from "../docket/AssetTable.tsx";
import { ExtraditionTable } from "../docket/ExtraditionTable.tsx";
import { LinkSection } from "../docket/LinkSection.tsx";
import { type Part, Parts } from "../docket/Section.tsx";
import { Told } from "../docket/said.tsx";
import { useAsKnown } from "../docket/useAsKnown.ts";
import { RecordLinks } from "../write/RecordLinks.tsx";
import { CaseGrid } from "./CaseGrid.tsx";
import { ArrestWords, Counts } from "./Defendants.tsx";
import { Dockets, Documents, Instruments } from "./Papers.tsx";
import { PriorityPanel } from "./Priority.tsx";
import { Ventures } from "./Ventures.tsx";
import { useCaseWords } from "./words.ts";

const route = getRouteApi("/cases/$id");

export function CaseRoom() {
  const { t } = useWords();
  const { id } = route.useParams();
  const { answer, notThen } = useAsKnown((known) => queries.caseById(id, known));
  return (
    <Page
      title={answer.data?.case.title ?? t("case.untitled")}
      room={t("room.cases")}
      quoted={answer.data !== undefined}
    >
      <Answered of={answer} loading={t("case.loading")}>
        {(page) => (
          <>
            <Dockets dockets={page.dockets} />
            <SyntheticNotice when={page.synthetic} />
            {notThen ? <p className="notice is-amber">{t("case.notThen")}</p> : null}
            <CaseSections page={page} />
          </>
        )}
      </Answered>
    </Page>
  );
}

/** Charges without an outcome, or alleged facts, are shown: the page says what that means. */
function isAlleged({ case: { status }, defendants }: CasePage): boolean {
  return status === "charged" || defendants.some(({ counts }) => counts.some(({ outcome }) => !outcome));
}

function CaseSections({ page }: { page: CasePage }) {
  const { t } = useWords();
  const { defendants, ventures, instruments, assets, extraditions, documents } = page;
  const counts = defendants.reduce((sum, one) => sum + one.counts.length, 0);
  const designations = new Map(defendants.map(({ id, designation }) => [id, designation]));
  const parts: Part[] = [
    { id: "facts", title: t("case.facts"), count: null, body: <Facts page={page} /> },
    {
      id: "defendants",
      title: t("case.defendants"),
      count: defendants.length === 0 ? null : defendants.length,
      body:
        defendants.length === 0 ? (
          <Empty title={t("case.noDefendants")} />
        ) : (
          <>
            <CaseGrid defendants={defendants} roles={page.roles} extraditions={extraditions} />
            {counts === 0 ? null : (
              <details className="section-gap">
                <summary>{t("grid.counts")}</summary>
                <Counts defendants={defendants} />
              </details>
            )}
          </>
        ),
    },
    {
      id: "ventures",
      title: t("case.ventures"),
      count: ventures.length,
      body: <Ventures ventures={ventures} />,
    },
    {
      id: "instruments",
      title: t("case.instruments"),
      count: instruments.length,
      body: <Instruments instruments={instruments} />,
    },
    {
      id: "assets",
      title: t("case.assets"),
      count: assets.length,
      body: <AssetTable assets={assets} caption={t("case.assets")} ofOneCase />,
    },
    {
      id: "extraditions",
      title: t("case.extraditions"),
      count: extraditions.length,
      body: (
        <ExtraditionTable
          extraditions={extraditions}
          caption={t("case.extraditions")}
          designations={designations}
        />
      ),
    },
    { id: "documents", title: t("case.documents"), count: documents.length, body: <Documents page={page} /> },
    ...(page.timeline.some(({ record }) => record.type === "link" || record.type === "role")
      ? [{ id: "links", title: t("case.links"), count: null, body: <LinkSection of={page.id} /> }]
      : []),
    {
      id: "timeline",
      title: t("case.timeline"),
      count: page.timeline.length,
      body: <Timeline items={page.timeline} />,
    },
    {
      id: "sources",
      title: t("case.sources"),
      count: page.sources.length === 0 ? null : page.sources.length,
      body:
        page.sources.length === 0 ? (
          <Empty title={t("case.noSources")} />
        ) : (
          <SourceList sources={page.sources} caption={t("case.sources")} />
        ),
    },
  ];
  const missing = parts.filter(({ count }) => count === 0).map(({ title }) => title.toLowerCase());
  return (
    <>
      {page.case.summary ? (
        <p className="lede">
          <Quoted>{page.case.summary}</Quoted>
        </p>
      ) : null}
      {isAlleged(page) ? <p className="notice">{t("case.presumed")}</p> : null}
      <PriorityPanel priority={page.priority} />
      <Parts parts={parts} label={t("case.parts")} />
      <div className="section">
        {missing.length > 0 ? (
          <p className="small muted">{t("case.missing", { what: missing.join(", ") })}</p>
        ) : null}
        <RecordLinks caseId={page.id} />
      </div>
    </>
  );
}

const aggravating = ["minors", "unaccompaniedMinors", "weapon", "flight", "detainedForPayment"] as const;

function Facts({ page }: { page: CasePage }) {
  const { t, say, date, number } = useWords();
  const told = (words: string) => <Told entry={page.entry}>{words}</Told>;
  const words = useCaseWords();
  const { data: districts } = useQuery(queries.districts());
  const body = page.case;
  const district = districts?.find((one) => one.key === body.district);
  const stated = aggravating.filter((name) => body[name] === true);
  const denied = aggravating.filter((name) => body[name] === false);
  const harm = [
    body.deaths === undefined ? null : t("case.deaths", { count: body.deaths, shown: number(body.deaths) }),
    body.injured === undefined
      ? null
      : t("case.injured", { count: body.injured, shown: number(body.injured) }),
  ]
    .filter(Boolean)
    .join(" · ");
  return (
    <dl className="facts">
      <dt>{t("cases.status")}</dt>
      <dd>{words.status(body.status)}</dd>
      <dt>{t("cases.district")}</dt>
      <dd>
        {district ? (
          <Link to="/cases" search={{ district: district.key }}>
            {`${say(district.name)} (${district.citation})`}
          </Link>
        ) : (
          (body.district ?? t("case.notStated"))
        )}
      </dd>
      <dt>{t("cases.taskForce")}</dt>
      <dd>
        {t(
          `taskForceWords.${body.taskForce === "yes" || body.taskForce === "no" ? body.taskForce : "unknown"}`,
        )}
      </dd>
      <dt>{t("cases.offense")}</dt>
      <dd>{body.offense ? date(body.offense) : t("case.notStated")}</dd>
      <dt>{t("cases.announced")}</dt>
      <dd>{body.announced ? date(body.announced) : t("case.notStated")}</dd>
      <dt>{t("case.people")}</dt>
      <dd>
        {body.peopleSmuggled
          ? told(words.people(body.peopleSmuggled.count, body.peopleSmuggled.qualifier))
          : t("case.notStated")}
      </dd>
      <dt>{t("case.harm")}</dt>
      <dd>{harm ? told(harm) : t("case.notStated")}</dd>
      <dt>{t("case.aggravating")}</dt>
      <dd>
        {stated.length === 0
          ? t("case.notStated")
          : stated.map((name) => t(`aggravating.${name}`)).join(" · ")}
        {denied.length > 0 ? (
          <p className="small muted">
            {t("case.denied", { what: denied.map((name) => t(`aggravating.${name}`)).join(" · ") })}
          </p>
        ) : null}
      </dd>
      {page.otherArrests.length > 0 ? (
        <>
          <dt>{t("case.otherArrests")}</dt>
          <dd>
            {page.otherArrests.map((arrest) => (
              <p key={arrest.id}>
                <ArrestWords arrest={arrest} />
              </p>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}
