/** What was recorded just now, and what is likely to come next, with everything known already filled in. */
import { useQueries, useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import { type EntryPage, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Loading, Page, ProblemNotice } from "../../parts/index.ts";
import { FormLink } from "./FormLink.tsx";
import { nextSteps, type RecordedNow } from "./steps.ts";

const route = getRouteApi("/write/recorded");

export function RecordedRoom() {
  const { t, number } = useWords();
  const { entries = "", of } = route.useSearch();
  const ids = entries.split(".").filter(Boolean);
  const asked = useQueries({ queries: ids.map((id) => queries.entryById(id)) });
  const pages = asked.flatMap(({ data }) => (data ? [data] : []));
  const error = asked.find((one) => one.error)?.error;
  const count = Number(of ?? ids.length);
  const loading = asked.some(({ isPending }) => isPending);
  return (
    <Page title={t("write.recorded", { count, shown: number(count) })} room={t("room.write")} narrow>
      {error ? <ProblemNotice error={error} /> : null}
      {loading ? <Loading /> : null}
      <ol className="sentences section">
        {pages.map((page) => (
          <li key={page.entry}>
            <Sentence page={page} />
          </li>
        ))}
      </ol>
      {count > ids.length ? (
        <p className="muted">{t("write.andMore", { count: count - ids.length })}</p>
      ) : null}
      {loading ? null : <Next pages={pages} />}
    </Page>
  );
}

function Sentence({ page }: { page: EntryPage }) {
  const { t, say } = useWords();
  return (
    <Link to="/entries/$id" params={{ id: page.entry }}>
      {page.sentence ? say(page.sentence) : t("entry.emptied")}
    </Link>
  );
}

/** How many records are asked what they belong to. */
const ASKED = 12;

/** Undefined until it is known what the records belong to: a step opened before would ask for it again. */
function useRecordedNow(pages: readonly EntryPage[]): RecordedNow[] | undefined {
  const subjects = [...new Set(pages.map(({ record }) => record.id))].slice(-ASKED);
  const lines = useQueries({ queries: subjects.map((id) => queries.recordById(id)) });
  if (lines.some(({ isPending }) => isPending)) return undefined;
  const belongs = new Map(lines.flatMap(({ data }) => (data ? [[data.id, data.belongsTo] as const] : [])));
  return pages.map(({ kind, record, body, belongsTo, source }) => {
    const own = belongs.get(record.id) ?? {};
    return {
      kind,
      subject: record.id,
      case: own["case"] ?? belongsTo?.case?.id,
      defendant: own["defendant"],
      source: source?.id,
      body: body ?? {},
    };
  });
}

function Next({ pages }: { pages: readonly EntryPage[] }) {
  const { t } = useWords();
  const recorded = useRecordedNow(pages);
  const steps = nextSteps(recorded ?? []);
  const caseId = pages.findLast(({ belongsTo }) => belongsTo?.case)?.belongsTo?.case?.id;
  const { data: itsCase } = useQuery({ ...queries.recordById(caseId ?? ""), enabled: caseId !== undefined });
  return (
    <section aria-labelledby="write-next">
      <div className="section-head">
        <h2 id="write-next">{t("write.next")}</h2>
      </div>
      {recorded ? null : <Loading />}
      {steps.length > 0 ? <p className="muted">{t("write.nextHint")}</p> : null}
      <ul className="form-list">
        {steps.map(({ form, about }) => (
          <li key={JSON.stringify([form, about])}>
            <FormLink form={form} about={about} />
          </li>
        ))}
        {caseId ? (
          <li>
            <Link to="/cases/$id" params={{ id: caseId }}>
              {t("write.toCase")}
            </Link>
            {itsCase ? <span className="muted small detail">{itsCase.en.name}</span> : null}
          </li>
        ) : null}
        <li>
          <Link to="/write">{t("write.other")}</Link>
        </li>
      </ul>
    </section>
  );
}
