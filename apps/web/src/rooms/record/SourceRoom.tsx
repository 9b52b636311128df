/** A source: what it is, where to read it, and every entry that rests on it. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import {
  Answered,
  Empty,
  OutsideLink,
  Page,
  Quoted,
  SourceKind,
  SyntheticNotice,
  Timeline,
} from "../../parts/index.ts";

const route = getRouteApi("/sources/$id");

export function SourceRoom() {
  const { t, date } = useWords();
  const { id } = route.useParams();
  const answer = useQuery(queries.sourceById(id));
  return (
    <Page
      title={answer.data?.body.title ?? t("source.untitled")}
      room={t("source.room")}
      quoted={answer.data !== undefined}
    >
      <Answered of={answer}>
        {({ body, items, next }) => (
          <>
            <SyntheticNotice when={body.sourceKind === "synthetic"} />
            <section aria-labelledby="source-facts">
              <h2 id="source-facts" className="sr-only">
                {t("source.facts")}
              </h2>
              <dl className="facts">
                <dt>{t("source.publisher")}</dt>
                <dd>{body.publisher ? <Quoted>{body.publisher}</Quoted> : t("case.notStated")}</dd>
                <dt>{t("source.kind")}</dt>
                <dd>
                  <SourceKind kind={body.sourceKind} />
                </dd>
                <dt>{t("source.dated")}</dt>
                <dd>{body.dated ? date(body.dated) : t("source.undated")}</dd>
                <dt>{t("source.read")}</dt>
                <dd>{body.url ? <OutsideLink url={body.url} /> : t("source.noAddress")}</dd>
                <dt>{t("source.id")}</dt>
                <dd>
                  <Link to="/record" search={{ subject: id }}>
                    <code>{id}</code>
                  </Link>
                </dd>
              </dl>
            </section>
            <section aria-labelledby="source-entries">
              <div className="section-head">
                <h2 id="source-entries">{t("source.restingOn")}</h2>
                {next ? (
                  <Link to="/record" search={{ source: id }}>
                    {t("source.all")}
                  </Link>
                ) : null}
              </div>
              {items.length === 0 ? (
                <Empty title={t("source.noEntries")} />
              ) : (
                <Timeline items={items} ofOneSource />
              )}
            </section>
          </>
        )}
      </Answered>
    </Page>
  );
}
