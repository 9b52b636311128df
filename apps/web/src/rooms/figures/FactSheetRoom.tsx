/** The fact sheet: the announcement's list rebuilt from the record, as known on any day, with the way to every entry. */
import { useQuery } from "@tanstack/react-query";
import { getRouteApi, Link } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { type Frame, frameQuery } from "../../address/index.ts";
import { address, type FactSheet, queries, type SheetClaim } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, DataTable, Page } from "../../parts/index.ts";
import { FrameBar } from "../results/FrameBar.tsx";
import { SheetBreakdowns } from "./SheetBreakdowns.tsx";
import { SheetSources } from "./SheetSources.tsx";

const route = getRouteApi("/results/fact-sheet");
const MOST_CLAIMS = 2;

export function FactSheetRoom() {
  const { t, language } = useWords();
  const asked = route.useSearch();
  const frame: Frame = { ...asked, ...useKnown() };
  const sheet = useQuery(queries.factSheet(frame));
  const file = (ending: string, more: Record<string, string> = {}) =>
    address(`/fact-sheet${ending}`, { ...frameQuery(frame), ...more });
  return (
    <Page title={t("sheet.title")} room={t("room.results")}>
      <p className="section-link no-print">
        <Link to="/results" search={asked}>
          {t("figure.back")}
        </Link>
      </p>
      <FrameBar frame={frame} />
      <ul className="files no-print" aria-label={t("sheet.files")}>
        <li>
          <a href={file(".pdf", { language })}>{t("sheet.pdf")}</a>
        </li>
        <li>
          <a href={file(".csv")}>{t("sheet.csv")}</a>
        </li>
        <li>
          <a href={file("")}>{t("sheet.json")}</a>
        </li>
      </ul>
      <Answered of={sheet} loading={t("results.loading")}>
        {(answer) => <Sheet sheet={answer} asked={asked} />}
      </Answered>
    </Page>
  );
}

function Claims({ reported }: { reported: readonly SheetClaim[] }) {
  const { t, say } = useWords();
  if (reported.length === 0) return <span className="muted">{t("sheet.noClaim")}</span>;
  return (
    <ul className="quiet-list">
      {reported.slice(0, MOST_CLAIMS).map((claim) => (
        <li key={claim.entry}>
          <Link to="/entries/$id" params={{ id: claim.entry }}>
            {say(claim.sentence)}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Sheet({ sheet, asked }: { sheet: FactSheet; asked: Omit<Frame, "asKnownOn" | "cut" | "basis"> }) {
  const { t, say, number } = useWords();
  return (
    <>
      {sheet.mark ? (
        <p className="notice is-amber">
          <strong>{say(sheet.mark)}</strong>
        </p>
      ) : null}
      <p className="section-gap">{say(sheet.frame)}</p>
      {sheet.parts.map((part) => (
        <section key={part.key} aria-labelledby={`part-${part.key}`}>
          <div className="section-head">
            <h2 id={`part-${part.key}`}>{say(part.title)}</h2>
          </div>
          <DataTable
            caption={say(part.title)}
            hideCaption
            rows={part.figures}
            rowKey={(figure) => figure.measure}
            columns={[
              {
                key: "line",
                title: t("sheet.line"),
                heads: true,
                cell: (figure) => say(figure.title),
              },
              {
                key: "value",
                title: t("sheet.value"),
                number: true,
                cell: (figure) => (
                  <Link
                    to="/results/$measure"
                    params={{ measure: figure.measure }}
                    search={asked}
                    className="sheet-value"
                    aria-label={t("figure.open", {
                      value: figure.words ? say(figure.words) : t("figures.nothing"),
                      title: say(figure.title),
                    })}
                  >
                    {figure.words ? say(figure.words) : t("figures.nothing")}
                  </Link>
                ),
              },
              {
                key: "behind",
                title: t("sheet.behind"),
                cell: (figure) => (
                  <>
                    {t("figure.entries", { count: figure.entries, shown: number(figure.entries) })}{" "}
                    {t("figure.inCases", { count: figure.cases, shown: number(figure.cases) })}
                  </>
                ),
              },
              {
                key: "left",
                title: t("sheet.left"),
                cell: (figure) =>
                  figure.leftOut.length === 0 ? (
                    t("sheet.noneLeft")
                  ) : (
                    <Link
                      to="/results/$measure"
                      params={{ measure: figure.measure }}
                      search={{ ...asked, view: "left-out" as const }}
                    >
                      {figure.leftOut
                        .map(({ title, entries }) => `${say(title)}: ${number(entries)}`)
                        .join(" · ")}
                    </Link>
                  ),
              },
              {
                key: "reported",
                title: t("sheet.reported"),
                cell: (figure) => <Claims reported={figure.reported} />,
              },
            ]}
          />
          <SheetBreakdowns figures={part.figures} asked={asked} />
        </section>
      ))}
      <section aria-labelledby="growth">
        <div className="section-head">
          <h2 id="growth">{t("sheet.growth")}</h2>
        </div>
        <DataTable
          caption={t("sheet.growth")}
          hideCaption
          rows={sheet.growth}
          rowKey={(growth) => growth.measure}
          columns={[
            { key: "what", title: t("sheet.whatGrew"), heads: true, cell: (growth) => say(growth.title) },
            {
              key: "claim",
              title: t("sheet.claim"),
              cell: (growth) => <Claims reported={growth.reported} />,
            },
          ]}
        />
      </section>
      <Notes title={t("sheet.shown")} id="shown" notes={sheet.shown} />
      <Notes title={t("sheet.notShown")} id="not-shown" notes={sheet.notShown}>
        {sheet.unknownCases > 0 ? (
          <p className="section-link">
            <Link to="/cases" search={{ taskForce: "unknown" }}>
              {t("definition.unknownCases", {
                count: sheet.unknownCases,
                shown: number(sheet.unknownCases),
              })}
            </Link>
          </p>
        ) : null}
      </Notes>
      <SheetSources sheet={sheet} asked={asked} />
    </>
  );
}

interface NotesProps {
  title: string;
  id: string;
  notes: FactSheet["shown"];
  children?: ReactNode;
}

function Notes({ title, id, notes, children }: NotesProps) {
  const { say } = useWords();
  return (
    <section aria-labelledby={id}>
      <div className="section-head">
        <h2 id={id}>{title}</h2>
      </div>
      <ul className="notes">
        {notes.map((note) => (
          <li key={note.en}>{say(note)}</li>
        ))}
      </ul>
      {children}
    </section>
  );
}
