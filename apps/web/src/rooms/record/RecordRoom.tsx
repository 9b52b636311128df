/** Record: has anything been changed? */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type Known, NOW } from "../../address/index.ts";
import { queries } from "../../docket/index.ts";
import { useKnown, useKnownWords } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Empty, Page, Pager, Timeline } from "../../parts/index.ts";
import { Checkpoints, HeadFacts, Witnesses } from "./Head.tsx";
import { EntryFilterForm } from "./EntryFilterForm.tsx";
import { Verify } from "./Verify.tsx";

const route = getRouteApi("/record");

export function RecordRoom() {
  const { t } = useWords();
  const known = useKnown();
  const when = useKnownWords();
  const { kind, subject, key, source, cursor } = route.useSearch();
  const filters = { kind, subject, key, source };
  const filtered = Object.values(filters).some(Boolean);
  const head = useQuery(queries.ledger());
  const list = useQuery(queries.entries({ ...filters, cursor }, known));
  const entries = (
    <section aria-labelledby="entries">
      <div className="section-head">
        <h2 id="entries">{t("record.entries")}</h2>
      </div>
      {known.asKnownOn || known.cut ? <p className="muted">{t("record.knownThen", { when })}</p> : null}
      <EntryFilterForm filters={filters} />
      <div className="section-gap">
        <Answered of={list} loading={t("record.loadingEntries")}>
          {(page) =>
            page.items.length === 0 ? (
              <NoEntries known={known} filtered={filtered} />
            ) : (
              <>
                <Timeline items={page.items} order="recorded" />
                <Pager cursor={cursor} next={page.next} />
              </>
            )
          }
        </Answered>
      </div>
    </section>
  );
  return (
    <Page
      title={t("record.title")}
      room={t("room.record")}
      lead={
        <>
          <p>{t("record.lead")}</p>
          <p className="no-print">
            <Link to="/write">{t("write.something")}</Link>
          </p>
        </>
      }
    >
      {filtered || cursor ? entries : null}
      <Answered of={head} loading={t("record.loading")}>
        {(ledger) => (
          <>
            <Verify ledger={ledger} />
            <HeadFacts ledger={ledger} />
            <Checkpoints ledger={ledger} />
            <Witnesses ledger={ledger} />
          </>
        )}
      </Answered>
      {filtered || cursor ? null : entries}
    </Page>
  );
}

/** Before this record began it held nothing, which is not the same as nothing having happened. */
function NoEntries({ known, filtered }: { known: Known; filtered: boolean }) {
  const { t } = useWords();
  if (!known.asKnownOn && !known.cut) {
    return filtered ? (
      <Empty title={t("record.none")}>{t("record.noneWhy")}</Empty>
    ) : (
      <Empty title={t("record.noneYet")}>
        <Link to="/import">{t("results.emptyImport")}</Link>
      </Empty>
    );
  }
  return (
    <Empty title={t("record.noneThen")}>
      {t("record.noneThenWhy")}{" "}
      <Link to="/record" search={(before) => ({ ...before, ...NOW })}>
        {t("known.backToNow")}
      </Link>
    </Empty>
  );
}
