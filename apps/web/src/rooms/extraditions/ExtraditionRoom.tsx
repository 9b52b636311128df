/** One extradition, step by step: what was asked of which country, what it decided, whether the person came. */
import { getRouteApi, Link } from "@tanstack/react-router";
import { type ExtraditionRow, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, Quoted, SourceList, SyntheticNotice, Timeline } from "../../parts/index.ts";
import { isOpen } from "../docket/ExtraditionTable.tsx";
import { type Part, Parts } from "../docket/Section.tsx";
import { type Step, Steps } from "../docket/Steps.tsx";
import { CaseLink, Told, useSaid } from "../docket/said.tsx";
import { useAsKnown } from "../docket/useAsKnown.ts";
import { useKindWords } from "../docket/useKindWords.ts";

const route = getRouteApi("/extraditions/$id");

export function ExtraditionRoom() {
  const { t } = useWords();
  const { id } = route.useParams();
  const said = useSaid();
  const { answer, notThen } = useAsKnown((known) => queries.extraditionById(id, known));
  const title = answer.data
    ? t("extradition.from", { country: said.country(answer.data.extradition.country) })
    : t("extradition.one");
  return (
    <Page title={title} room={t("room.extraditions")}>
      <Answered of={answer} loading={t("extradition.loading")}>
        {({ extradition, timeline, sources }) => {
          const parts: Part[] = [
            { id: "facts", title: t("case.facts"), count: null, body: <Facts extradition={extradition} /> },
            {
              id: "steps",
              title: t("extradition.steps"),
              count: null,
              body: <ExtraditionSteps extradition={extradition} />,
            },
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
              <SyntheticNotice when={extradition.synthetic} />
              {notThen ? <p className="notice is-amber">{t("extradition.notThen")}</p> : null}
              <Parts parts={parts} label={t("case.parts")} />
            </>
          );
        }}
      </Answered>
    </Page>
  );
}

function Facts({ extradition }: { extradition: ExtraditionRow }) {
  const { t, date, number } = useWords();
  const { openDays } = extradition;
  const none = t("case.notStated");
  return (
    <dl className="facts">
      <dt>{t("extradition.step")}</dt>
      <dd>
        <span className={`step is-${extradition.step}`}>{t(`extraditionStep.${extradition.step}`)}</span>
      </dd>
      <dt>{t("cases.case")}</dt>
      <dd>{extradition.case ? <CaseLink of={extradition.case} /> : none}</dd>
      <dt>{t("case.defendant")}</dt>
      <dd>
        {extradition.defendant && extradition.defendantName ? (
          <Link to="/record" search={{ subject: extradition.defendant }}>
            <Quoted>{extradition.defendantName}</Quoted>
          </Link>
        ) : (
          none
        )}
      </dd>
      {isOpen(extradition) ? (
        <>
          <dt>{t("extradition.openSince")}</dt>
          <dd>
            {extradition.occurred ? date(extradition.occurred) : t("timeline.undated")}
            {openDays === null ? null : (
              <span className="small">
                {" "}
                <Told entry={extradition.entry}>
                  {t("extradition.days", { count: openDays, shown: number(openDays) })}
                </Told>
              </span>
            )}
          </dd>
        </>
      ) : null}
    </dl>
  );
}

function ExtraditionSteps({ extradition }: { extradition: ExtraditionRow }) {
  const { t } = useWords();
  const said = useSaid();
  const { word } = useKindWords();
  const steps: Step[] = [
    {
      entry: extradition.entry,
      what: t("extraditionStep.requested"),
      occurred: extradition.occurred,
      certainty: extradition.certainty,
      more: [word("extradition.requested", "form", extradition.form)],
    },
    ...extradition.decisions.map(({ body, ...step }) => ({
      ...step,
      what: word("extradition.decided", "decision", body.decision),
      more: [
        word("extradition.decided", "by", body.by),
        body.why ? <Quoted key="why">{body.why}</Quoted> : null,
      ],
    })),
    ...extradition.surrenders.map(({ body, ...step }) => ({
      ...step,
      what: t("extraditionStep.surrendered"),
      more: [said.district(body.district), body.temporary ? t("extradition.temporary") : null],
    })),
  ];
  return <Steps steps={steps} label={t("extradition.steps")} />;
}
