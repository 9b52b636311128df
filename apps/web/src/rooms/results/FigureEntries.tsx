/** The entries that make up a figure, and those left out, page by page. */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import type { Frame } from "../../address/index.ts";
import { type CountedEntry, type LeftOutEntry, type Measure, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import {
  Answered,
  CertaintyMark,
  type Column,
  DataTable,
  Empty,
  hereIf,
  Pager,
  Quoted,
  SyntheticMark,
} from "../../parts/index.ts";
import { SourceOf } from "./ClaimWords.tsx";

function useColumns(): Column<CountedEntry>[] {
  const { t, say, shortDate, number } = useWords();
  return [
    {
      key: "what",
      title: t("entries.what"),
      heads: true,
      cell: (row) => (
        <>
          <Link to="/entries/$id" params={{ id: row.entry }}>
            {row.sentence ? say(row.sentence) : t("entry.emptied")}
          </Link>{" "}
          <CertaintyMark certainty={row.certainty} /> <SyntheticMark when={row.synthetic} />
        </>
      ),
    },
    {
      key: "when",
      title: t("entries.when"),
      cell: (row) => (row.occurred ? shortDate(row.occurred) : t("timeline.undated")),
    },
    {
      key: "case",
      title: t("entries.case"),
      cell: (row) =>
        row.case ? (
          <Link to="/cases/$id" params={{ id: row.case.id }}>
            <Quoted>{row.case.title}</Quoted>
          </Link>
        ) : (
          ""
        ),
    },
    {
      key: "source",
      title: t("entries.source"),
      cell: (row) => (
        <>
          <SourceOf source={row.source} />
          {row.attestedAt ? <p className="small">{shortDate(row.attestedAt)}</p> : null}
        </>
      ),
    },
    { key: "weight", title: t("entries.weight"), number: true, cell: (row) => number(row.weight) },
  ];
}

interface Shown {
  measure: string;
  frame: Frame;
  cursor: string | undefined;
}

export function CountedEntries({ measure, frame, of, cursor }: Shown & { of: queries.Place }) {
  const { t } = useWords();
  const columns = useColumns();
  const answer = useQuery(queries.counted(measure, frame, of, cursor));
  return (
    <Answered of={answer}>
      {(page) =>
        page.items.length === 0 ? (
          <Empty title={t("entries.noneCounted")}>{t("entries.noneCountedWhy")}</Empty>
        ) : (
          <>
            <DataTable
              caption={t("entries.captionCounted")}
              columns={columns}
              rows={page.items}
              rowKey={(row, index) => `${row.entry} ${index}`}
            />
            <Pager cursor={cursor} next={queries.placeAfter(page)} />
          </>
        )
      }
    </Answered>
  );
}

export function LeftOutEntries(props: {
  measure: Measure;
  frame: Frame;
  reason: string | undefined;
  cursor: string | undefined;
}) {
  const { t, say, number } = useWords();
  const { measure, reason } = props;
  if (measure.leftOut.length === 0) return <Empty title={t("entries.noneLeftOut")} />;
  const chosen = measure.leftOut.find((group) => group.reason === reason);
  return (
    <>
      <DataTable
        flat
        caption={t("entries.captionReasons")}
        rows={measure.leftOut}
        rowKey={(group) => group.reason}
        columns={[
          { key: "reason", title: t("entries.reason"), heads: true, cell: (group) => say(group.title) },
          {
            key: "entries",
            title: t("entries.entries"),
            number: true,
            cell: (group) => (
              <Link
                to="/results/$measure"
                params={{ measure: measure.measure }}
                resetScroll={false}
                search={(before) => ({
                  ...before,
                  view: "left-out" as const,
                  reason: group.reason,
                  cursor: undefined,
                })}
                aria-label={`${number(group.entries)} – ${say(group.title)}`}
                {...hereIf(group.reason === reason)}
              >
                {number(group.entries)}
              </Link>
            ),
          },
        ]}
      />
      <section className="section" aria-labelledby="left-out-list">
        <div className="section-head">
          <h2 id="left-out-list">{chosen ? say(chosen.title) : t("entries.allReasons")}</h2>
          {chosen ? (
            <Link
              to="/results/$measure"
              params={{ measure: measure.measure }}
              resetScroll={false}
              search={(before) => ({ ...before, reason: undefined, cursor: undefined })}
            >
              {t("entries.showAll")}
            </Link>
          ) : null}
        </div>
        <LeftOutList {...props} measure={measure.measure} />
      </section>
    </>
  );
}

function LeftOutList({ measure, frame, reason, cursor }: Shown & { reason: string | undefined }) {
  const { t, say } = useWords();
  const columns = useColumns().filter((column) => column.key !== "weight") as Column<LeftOutEntry>[];
  const answer = useQuery(queries.leftOut(measure, frame, reason, cursor));
  const why: Column<LeftOutEntry> = {
    key: "why",
    title: t("entries.why"),
    cell: (row) => (
      <>
        {say(row.reasonTitle)}
        {row.because ? (
          <p className="small">
            <Link to="/entries/$id" params={{ id: row.because }}>
              {t("entries.because")}
            </Link>
          </p>
        ) : null}
      </>
    ),
  };
  return (
    <Answered of={answer}>
      {(page) => (
        <>
          <DataTable
            caption={t("entries.captionLeftOut")}
            hideCaption
            columns={[...columns.slice(0, 2), why, ...columns.slice(2)]}
            rows={page.items}
            rowKey={(row, index) => `${row.entry} ${index}`}
          />
          <Pager cursor={cursor} next={queries.placeAfter(page)} />
        </>
      )}
    </Answered>
  );
}
