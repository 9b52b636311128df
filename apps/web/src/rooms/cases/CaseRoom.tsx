/** A case: where it stands, what happened in what order, and how we know. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type CasePage, Problem, queries } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Empty, Page, Quoted, SourceList, Timeline } from "../../parts/index.ts";
import { ArrestWords, Defendants } from "./Defendants.tsx";
import { useCaseWords } from "./words.ts";

const route = getRouteApi("/cases/$id");

export function CaseRoom() {
  const { t } = useWords();
  const { id } = route.useParams();
  const known = useKnown();
  const then = useQuery(queries.caseById(id, known));
  // The record may have learned of the case only after the chosen time.
  const notThen =
    (known.asKnownOn || known.cut) && then.error instanceof Problem && then.error.status === 404;
  const now = useQuery({ ...queries.caseById(id, {}), enabled: Boolean(notThen) });
  const answer = notThen ? now : then;
  return (
    <Page
      title={answer.data?.case.title ?? t("case.untitled")}
      room={t("room.cases")}
      quoted={answer.data !== undefined}
    >
      <Answered of={answer} loading={t("case.loading")}>
        {(page) => (
          <>
            {notThen ? <p className="notice is-amber">{t("case.notThen")}</p> : null}
            <CaseSections page={page} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function CaseSections({ page }: { page: CasePage }) {
  const { t } = useWords();
  const alleged =
    page.case.status === "charged" ||
    page.defendants.some((one) => one.counts.some((count) => !count.outcome));
  return (
    <>
      {page.case.summary ? (
        <p className="lede">
          <Quoted>{page.case.summary}</Quoted>
        </p>
      ) : null}
      {alleged ? <p className="notice">{t("case.presumed")}</p> : null}
      <section aria-labelledby="facts">
        <div className="section-head">
          <h2 id="facts">{t("case.facts")}</h2>
        </div>
        <Facts page={page} />
      </section>
      <section id="defendants" aria-labelledby="defendants-title">
        <div className="section-head">
          <h2 id="defendants-title">{t("case.defendants")}</h2>
        </div>
        {page.defendants.length === 0 ? (
          <Empty title={t("case.noDefendants")} />
        ) : (
          <Defendants defendants={page.defendants} />
        )}
      </section>
      <section aria-labelledby="timeline">
        <div className="section-head">
          <h2 id="timeline">{t("case.timeline")}</h2>
        </div>
        <Timeline items={page.timeline} />
      </section>
      <section aria-labelledby="sources">
        <div className="section-head">
          <h2 id="sources">{t("case.sources")}</h2>
        </div>
        {page.sources.length === 0 ? (
          <Empty title={t("case.noSources")} />
        ) : (
          <SourceList sources={page.sources} caption={t("case.sources")} />
        )}
      </section>
    </>
  );
}

const aggravating = ["minors", "unaccompaniedMinors", "weapon", "flight", "detainedForPayment"] as const;

function Facts({ page }: { page: CasePage }) {
  const { t, say, date, number } = useWords();
  const words = useCaseWords();
  const { data: districts } = useQuery(queries.districts());
  const body = page.case;
  const district = districts?.find((one) => one.key === body.district);
  const stated = aggravating.filter((name) => body[name] === true);
  const denied = aggravating.filter((name) => body[name] === false);
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
          ? words.people(body.peopleSmuggled.count, body.peopleSmuggled.qualifier)
          : t("case.notStated")}
      </dd>
      <dt>{t("case.harm")}</dt>
      <dd>
        {[
          body.deaths === undefined
            ? null
            : t("case.deaths", { count: body.deaths, shown: number(body.deaths) }),
          body.injured === undefined
            ? null
            : t("case.injured", { count: body.injured, shown: number(body.injured) }),
        ]
          .filter(Boolean)
          .join(" · ") || t("case.notStated")}
      </dd>
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
