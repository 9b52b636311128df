/** An entry: what it says, how we know, what it changed, and what may be done about it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link, useRouterState } from "@tanstack/react-router";
import { NOW } from "../../address/index.ts";
import { type EntryPage, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import {
  Answered,
  CertaintyMark,
  Page,
  Quoted,
  StateMark,
  SyntheticNotice,
  Timeline,
  useInstant,
  useWho,
} from "../../parts/index.ts";
import { BodyTable } from "./BodyTable.tsx";
import type { Json } from "../../form/index.ts";

const route = getRouteApi("/entries/$id");

declare module "@tanstack/react-router" {
  interface HistoryState {
    /** Set by the form that has just recorded this entry. */
    justDone?: "corrected" | "withdrawn";
  }
}

export function EntryRoom() {
  const { t, say } = useWords();
  const { id } = route.useParams();
  const done = useRouterState({ select: (state) => state.location.state.justDone });
  const answer = useQuery(queries.entryById(id));
  return (
    <Page
      title={answer.data?.sentence ? say(answer.data.sentence) : t("entry.untitled")}
      room={t("entry.room")}
    >
      <Answered of={answer}>
        {(entry) => (
          <>
            {done ? (
              <div className="notice is-good" role="status">
                <p>
                  <strong>{t(done === "corrected" ? "entry.justCorrected" : "entry.justWithdrawn")}</strong>
                </p>
                <Effect entry={entry} />
              </div>
            ) : null}
            <SyntheticNotice when={entry.synthetic || entry.belongsTo?.case?.synthetic} />
            {entry.state === "standing" ? null : <NoLongerStands entry={entry} />}
            <Facts entry={entry} />
            {entry.state === "emptied" ? null : <Body entry={entry} />}
            {entry.state === "emptied" && entry.history.length <= 1 ? null : (
              <section aria-labelledby="history">
                <div className="section-head">
                  <h2 id="history">{t("entry.history")}</h2>
                </div>
                {entry.history.length <= 1 ? (
                  <p>{t("entry.neverCorrected")}</p>
                ) : (
                  <Timeline items={entry.history} order="recorded" />
                )}
              </section>
            )}
            <section aria-labelledby="effect" className="no-print">
              <div className="section-head">
                <h2 id="effect">{t("entry.effect")}</h2>
              </div>
              <Effect entry={entry} />
            </section>
            <Actions entry={entry} />
          </>
        )}
      </Answered>
    </Page>
  );
}

function Effect({ entry }: { entry: EntryPage }) {
  const { t } = useWords();
  return (
    <p className="buttons">
      <Link
        to="/results"
        search={{ ...NOW, cut: entry.cuts.before, side: "before" as const, about: entry.entry }}
      >
        {t("entry.resultsBefore")}
      </Link>
      <Link
        to="/results"
        search={{ ...NOW, cut: entry.cuts.after, side: "after" as const, about: entry.entry }}
      >
        {t("entry.resultsAfter")}
      </Link>
    </p>
  );
}

function NoLongerStands({ entry }: { entry: EntryPage }) {
  const { t } = useWords();
  return (
    <div className="notice is-amber">
      <p>
        <StateMark state={entry.state} />{" "}
        {t(`entry.why.${entry.state === "standing" ? "corrected" : entry.state}`)}{" "}
        {entry.state === "emptied" && entry.emptiedBy ? (
          <Link to="/entries/$id" params={{ id: entry.emptiedBy }}>
            {t("entry.emptiedBy")}
          </Link>
        ) : entry.replacedBy ? (
          <Link to="/entries/$id" params={{ id: entry.replacedBy }}>
            {t("timeline.replacedBy")}
          </Link>
        ) : null}
      </p>
    </div>
  );
}

/** What is known of an entry; of one that was emptied, only what its header holds: the rest was deleted, not absent. */
function Facts({ entry }: { entry: EntryPage }) {
  const { t, say } = useWords();
  const instant = useInstant();
  return (
    <section aria-labelledby="known">
      <div className="section-head">
        <h2 id="known">{t("entry.how")}</h2>
      </div>
      <dl className="facts">
        <dt>{t("entry.kind")}</dt>
        <dd>
          {say(entry.title)} <code className="muted">{entry.kind}</code>
        </dd>
        {entry.state === "emptied" ? (
          <>
            <dt>{t("entry.recordedOn")}</dt>
            <dd>{instant(entry.recordedAt)}</dd>
          </>
        ) : (
          <Content entry={entry} />
        )}
        <dt>{t("entry.subject")}</dt>
        <dd>
          <Link to="/record" search={{ subject: entry.record.id }}>
            {t("entry.subjectAll")}
          </Link>
        </dd>
        <dt>{t("entry.id")}</dt>
        <dd>
          <code>{entry.entry}</code>
        </dd>
      </dl>
    </section>
  );
}

function Content({ entry }: { entry: EntryPage }) {
  const { t, date } = useWords();
  const instant = useInstant();
  const who = useWho();
  return (
    <>
      <dt>{t("entries.when")}</dt>
      <dd>{entry.occurred ? date(entry.occurred) : t("timeline.undated")}</dd>
      <dt>{t("entries.source")}</dt>
      <dd>
        {entry.source ? (
          <Link to="/sources/$id" params={{ id: entry.source.id }}>
            <Quoted>{entry.source.title}</Quoted>
          </Link>
        ) : (
          t("timeline.noSource")
        )}
      </dd>
      <dt>{t("entry.attested")}</dt>
      <dd>{entry.attestedAt ? date(entry.attestedAt) : t("entry.attestedNot")}</dd>
      <dt>{t("entry.certainty")}</dt>
      <dd>
        {entry.certainty && entry.certainty !== "stated" ? (
          <CertaintyMark certainty={entry.certainty} />
        ) : (
          t(entry.certainty ? "certainty.stated" : "case.notStated")
        )}
      </dd>
      {entry.note ? (
        <>
          <dt>{t("entry.note")}</dt>
          <dd>
            <Quoted>{entry.note}</Quoted>
          </dd>
        </>
      ) : null}
      {entry.reason ? (
        <>
          <dt>{t("entry.reason")}</dt>
          <dd>
            <Quoted>{entry.reason}</Quoted>
          </dd>
        </>
      ) : null}
      <dt>{t("entry.recordedBy")}</dt>
      <dd>
        {t("entry.recordedByWhen", {
          who: who(entry.actor),
          agency: who(entry.agency),
          when: instant(entry.recordedAt),
        })}
      </dd>
      {entry.belongsTo?.case ? (
        <>
          <dt>{t("entries.case")}</dt>
          <dd>
            <Link to="/cases/$id" params={{ id: entry.belongsTo.case.id }}>
              <Quoted>{entry.belongsTo.case.title}</Quoted>
            </Link>
          </dd>
        </>
      ) : null}
    </>
  );
}

function Body({ entry }: { entry: EntryPage }) {
  const { t } = useWords();
  const { data: kinds } = useQuery(queries.kinds());
  return (
    <section aria-labelledby="body">
      <div className="section-head">
        <h2 id="body">{t("entry.body")}</h2>
      </div>
      <BodyTable body={entry.body as Json} schema={kinds?.find((one) => one.kind === entry.kind)?.schema} />
    </section>
  );
}

function Actions({ entry }: { entry: EntryPage }) {
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  const core = entry.kind.startsWith("entry.");
  if (entry.state !== "standing" || core) return null;
  return (
    <section aria-labelledby="actions" className="no-print">
      <div className="section-head">
        <h2 id="actions">{t("entry.actions")}</h2>
      </div>
      {status?.canWrite === false ? (
        <p>{t("house.readOnly")}</p>
      ) : (
        <div className="buttons">
          <Link to="/entries/$id/correct" params={{ id: entry.entry }} className="usa-button">
            {t("entry.correct")}
          </Link>
          <Link
            to="/entries/$id/withdraw"
            params={{ id: entry.entry }}
            className="usa-button usa-button--outline"
          >
            {t("entry.withdraw")}
          </Link>
        </div>
      )}
    </section>
  );
}
