/** An organization: who leads it, what was done to each, what is left standing, and how we know. */
import { getRouteApi, Link } from "@tanstack/react-router";
import { type OrganizationPage, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import {
  Answered,
  CertaintyMark,
  Page,
  Quoted,
  SourceList,
  SyntheticNotice,
  Timeline,
} from "../../parts/index.ts";
import { AssetTable } from "../docket/AssetTable.tsx";
import { LinkSection } from "../docket/LinkSection.tsx";
import { type Part, Parts } from "../docket/Section.tsx";
import { Told, useSaid } from "../docket/said.tsx";
import { useAsKnown } from "../docket/useAsKnown.ts";
import { useKindWords } from "../docket/useKindWords.ts";
import { Cases } from "./Cases.tsx";
import { PeopleSection } from "./PeopleSection.tsx";
import { Targets } from "./Targets.tsx";
import { useThrough } from "./through.ts";

const route = getRouteApi("/organizations/$id");

export function OrganizationRoom() {
  const { t } = useWords();
  const { id } = route.useParams();
  const { answer, notThen } = useAsKnown((known) => queries.organizationById(id, known));
  return (
    <Page
      title={answer.data?.organization.name ?? t("organization.one")}
      room={t("room.organizations")}
      quoted={answer.data !== undefined}
    >
      <Answered of={answer} loading={t("organization.loading")}>
        {(page) => (
          <>
            {page.organization.summary ? (
              <p className="lede">
                <Quoted>{page.organization.summary}</Quoted>
              </p>
            ) : null}
            <SyntheticNotice when={page.synthetic} />
            {notThen ? <p className="notice is-amber">{t("organization.notThen")}</p> : null}
            <Sections page={page} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Sections({ page }: { page: OrganizationPage }) {
  const { t } = useWords();
  const throughOf = useThrough();
  const { organization, tally, targets, cases, assets, timeline, sources } = page;
  const people = tally.reduce((sum, one) => sum + one.people, 0);
  const through = new Map(assets.map((one) => [one.id, throughOf(one)]));
  const parts: Part[] = [
    { id: "facts", title: t("case.facts"), count: null, body: <Facts page={page} /> },
    {
      id: "people",
      title: t("organization.peopleTitle"),
      count: people,
      body: <PeopleSection id={organization.id} tally={tally} />,
    },
    {
      id: "targets",
      title: t("organization.targetsTitle"),
      count: targets.length,
      body: <Targets targets={targets} tally={tally} />,
    },
    { id: "cases", title: t("room.cases"), count: cases.length, body: <Cases cases={cases} /> },
    {
      id: "assets",
      title: t("case.assets"),
      count: assets.length,
      body: (
        <AssetTable assets={assets} caption={t("case.assets")} through={(one) => through.get(one.id) ?? ""} />
      ),
    },
    { id: "links", title: t("case.links"), count: null, body: <LinkSection of={organization.id} /> },
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
      {people > 0 ? <p className="notice">{t("organization.presumed")}</p> : null}
      <Parts parts={parts} label={t("case.parts")} />
    </>
  );
}

function Facts({ page: { organization, parts } }: { page: OrganizationPage }) {
  const { t } = useWords();
  const { word } = useKindWords();
  const said = useSaid();
  const none = t("case.notStated");
  return (
    <dl className="facts">
      <dt>{t("organization.kind")}</dt>
      <dd>
        <Told entry={organization.entry}>
          {word("organization.described", "organizationKind", organization.kind)}
        </Told>{" "}
        <CertaintyMark certainty={organization.certainty} />
      </dd>
      <dt>{t("organization.otherNames")}</dt>
      <dd>
        {organization.otherNames.length > 0 ? <Quoted>{organization.otherNames.join(" · ")}</Quoted> : none}
      </dd>
      <dt>{t("organization.countries")}</dt>
      <dd>
        {organization.countries.length === 0
          ? none
          : organization.countries.map((code, at) => (
              <span key={code}>
                {at > 0 ? " · " : ""}
                <Link to="/organizations" search={{ country: code }}>
                  {said.country(code)}
                </Link>
              </span>
            ))}
      </dd>
      {organization.partOf ? (
        <>
          <dt>{t("organization.partOf")}</dt>
          <dd>
            <Link to="/organizations/$id" params={{ id: organization.partOf.id }}>
              <Quoted>{organization.partOf.name}</Quoted>
            </Link>
          </dd>
        </>
      ) : null}
      {parts.length > 0 ? (
        <>
          <dt>{t("organization.parts")}</dt>
          <dd>
            {parts.map((part) => (
              <p key={part.id}>
                <Link to="/organizations/$id" params={{ id: part.id }}>
                  <Quoted>{part.name}</Quoted>
                </Link>
              </p>
            ))}
          </dd>
        </>
      ) : null}
    </dl>
  );
}
