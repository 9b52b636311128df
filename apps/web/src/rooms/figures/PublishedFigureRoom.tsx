/** One figure: what it says, what stands behind it, whether it still comes out, what changed since, and who did what. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type FigurePage, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Page, SyntheticNotice, useInstant } from "../../parts/index.ts";
import { Acts } from "./Acts.tsx";
import { AgainstToday } from "./AgainstToday.tsx";
import { frameOfFigure } from "./behind.ts";
import { FigureStateMark } from "./FigureStateMark.tsx";
import { PinnedLink } from "./PinnedLink.tsx";
import { RunAgain } from "./RunAgain.tsx";

const route = getRouteApi("/figures/$id");

export function PublishedFigureRoom() {
  const { t, say } = useWords();
  const { id } = route.useParams();
  const figure = useQuery(queries.figureById(id));
  const { data } = figure;
  return (
    <Page
      title={
        data
          ? t("figures.pageTitle", { title: say(data.title), value: say(data.words) })
          : t("figures.figure")
      }
      room={t("room.figures")}
      lead={
        data ? (
          <p>
            {say(data.sentence)} <PinnedLink figure={data} />
          </p>
        ) : null
      }
    >
      <Answered of={figure}>{(page) => <Whole key={page.draft} figure={page} />}</Answered>
    </Page>
  );
}

function Whole({ figure }: { figure: FigurePage }) {
  const { t } = useWords();
  const withdrawal = figure.state === "withdrawn" ? figure.acts.at(-1) : undefined;
  return (
    <>
      <p className="section-gap">
        <FigureStateMark state={figure.state} />
      </p>
      {withdrawal ? (
        <div className="notice is-danger">
          <p>
            <strong>{t("figures.withdrawnBecause")}</strong> {withdrawal.words}
          </p>
        </div>
      ) : null}
      <SyntheticNotice when={figure.synthetic > 0} />
      <section aria-labelledby="behind">
        <div className="section-head">
          <h2 id="behind">{t("figures.behind")}</h2>
        </div>
        <Pinned figure={figure} />
      </section>
      <RunAgain figure={figure} />
      <AgainstToday figure={figure} />
      <Done figure={figure} />
      <Acts figure={figure} />
    </>
  );
}

function Pinned({ figure }: { figure: FigurePage }) {
  const { t, say, number, date } = useWords();
  const frame = frameOfFigure(figure);
  const to = { to: "/results/$measure", params: { measure: figure.measure } } as const;
  const left = figure.leftOut.reduce((sum, { entries }) => sum + entries, 0);
  return (
    <dl className="facts">
      <dt>{t("figures.counted")}</dt>
      <dd>
        <Link {...to} search={frame}>
          {t("figure.entries", { count: figure.entries, shown: number(figure.entries) })}{" "}
          {t("figure.inCases", { count: figure.cases, shown: number(figure.cases) })}
        </Link>
      </dd>
      <dt>{t("figures.leftOut")}</dt>
      <dd>
        <Link {...to} search={{ ...frame, view: "left-out" as const }}>
          {t("figure.leftOut", { count: left, shown: number(left) })}
        </Link>
      </dd>
      <dt>{t("definition.rule")}</dt>
      <dd>
        {say(figure.definition)} {t("figures.version", { version: number(figure.version) })}
      </dd>
      <dt>{t("definition.basis")}</dt>
      <dd>
        {t(figure.basis === "recorded" ? "figures.recordedBy" : "figures.statedBy", {
          date: date(figure.knownOn ?? figure.day),
        })}
      </dd>
      <dt>{t("definition.population")}</dt>
      <dd>{t(figure.population === "task-force" ? "frame.taskForce" : "frame.record")}</dd>
      <dt>{t("frame.window")}</dt>
      <dd>
        {figure.since === null ? t("frame.sinceNone") : t("frame.sinceDay", { date: date(figure.since) })}
      </dd>
      <dt>{t("figures.scope")}</dt>
      <dd>{figure.scope.map((one) => (one === "open" ? t("figures.scopeOpen") : one)).join(", ")}</dd>
      <dt>{t("figures.digest")}</dt>
      <dd>
        <code>{figure.digest}</code>
        <p className="small muted">{t(figure.listed ? "figures.digestListed" : "figures.digestOnly")}</p>
      </dd>
      <dt>{t("figures.root")}</dt>
      <dd>
        <code>{figure.root}</code>
      </dd>
    </dl>
  );
}

function Done({ figure }: { figure: FigurePage }) {
  const { t, say } = useWords();
  const instant = useInstant();
  return (
    <section aria-labelledby="done">
      <div className="section-head">
        <h2 id="done">{t("figures.done")}</h2>
      </div>
      <ol className="timeline">
        {figure.acts.map(({ entry, words, draft }) => (
          <li key={entry.entry}>
            <div className="when">{instant(entry.recordedAt)}</div>
            <div>
              <p className="what">
                <Link to="/entries/$id" params={{ id: entry.entry }}>
                  {entry.sentence ? say(entry.sentence) : t("entry.emptied")}
                </Link>{" "}
                {draft !== null && draft !== figure.draft ? (
                  <span className="mark is-amber">{t("figures.ofEarlierDraft")}</span>
                ) : null}
              </p>
              {words ? <p className="small">{words}</p> : null}
              <p className="meta">{t("figures.declared")}</p>
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
