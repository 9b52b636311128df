/** What an import did or would do: counts, sentences, and every refused row with its remedy. */
import { Link } from "@tanstack/react-router";
import type { ImportRun } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable, Quoted } from "../../parts/index.ts";

type ImportReport = NonNullable<ImportRun["report"]>;
const shown = (value: unknown) =>
  value === undefined || value === null ? "" : typeof value === "string" ? value : JSON.stringify(value);
/** More lines than this are counted, not listed; the file with the refused rows has them all. */
const LISTED = 200;

/** A preview judges no more rows than this; the others are judged when they are imported. */
const PREVIEWED = 10_000;

export function judgedInPart({ preview, progress }: ImportRun): boolean {
  return preview && progress.read >= PREVIEWED && progress.total > progress.read + 1;
}

export function Report({ run, report }: { run: ImportRun; report: ImportReport }) {
  const { t, number } = useWords();
  const { refused, refusedTotal: counted } = report;
  const { preview } = run;
  return (
    <>
      <section aria-labelledby="summary">
        <h2 id="summary" className="sr-only">
          {t("import.summary")}
        </h2>
        {judgedInPart(run) ? (
          <p className="notice">
            {t("import.inPart", { read: number(run.progress.read), total: number(run.progress.total) })}
          </p>
        ) : null}
        <div role="status">
          <dl className="facts">
            <dt>{t(preview ? "import.wouldAdd" : "import.added")}</dt>
            <dd>{preview ? number(report.accepted) : <Link to="/record">{number(report.accepted)}</Link>}</dd>
            <dt>{t(preview ? "import.wouldCorrect" : "import.corrected")}</dt>
            <dd>{number(report.corrected)}</dd>
            <dt>{t("import.unchanged")}</dt>
            <dd>{number(report.unchanged)}</dd>
            <dt>{t("import.refused")}</dt>
            <dd>{counted > 0 ? <a href="#refused">{number(counted)}</a> : number(0)}</dd>
          </dl>
        </div>
      </section>
      {counted > 0 ? (
        <section aria-labelledby="refused">
          <div className="section-head">
            <h2 id="refused">{t("import.refusedTitle", { count: counted, shown: number(counted) })}</h2>
            <a href={`/api/imports/${encodeURIComponent(run.id)}/refused`} download>
              {t("import.download")}
            </a>
          </div>
          <DataTable
            caption={t("import.refusedCaption")}
            hideCaption
            rows={refused.slice(0, LISTED)}
            rowKey={(row, index) => `${row.line} ${row.field} ${index}`}
            columns={[
              {
                key: "line",
                title: t("import.line"),
                heads: true,
                keeps: true,
                cell: (row) => t("import.lineNumber", { line: number(row.line) }),
              },
              {
                key: "field",
                title: t("import.fieldTitle"),
                keeps: true,
                cell: (row) => (row.field ? <code>{row.field}</code> : ""),
              },
              {
                key: "value",
                title: t("import.value"),
                cell: (row) => (shown(row.value) ? <Quoted>{shown(row.value)}</Quoted> : ""),
              },
              {
                key: "message",
                title: t("import.message"),
                cell: (row) => (
                  <>
                    {row.message}
                    <p className="small">
                      {row.remedy} <code>{row.code}</code>
                    </p>
                  </>
                ),
              },
            ]}
          />
          {counted > LISTED ? (
            <p className="small muted">{t("import.more", { count: counted - LISTED })}</p>
          ) : null}
        </section>
      ) : null}
    </>
  );
}

/** What the first rows of a preview would say. */
export function Sentences({ sentences }: { sentences: NonNullable<ImportReport["preview"]> }) {
  const { t, say, number } = useWords();
  if (sentences.length === 0) return null;
  return (
    <section aria-labelledby="sentences">
      <div className="section-head">
        <h2 id="sentences">{t("import.sentences")}</h2>
      </div>
      <DataTable
        flat
        caption={t("import.sentences")}
        hideCaption
        rows={sentences.slice(0, LISTED)}
        rowKey={(row, index) => `${row.line} ${index}`}
        columns={[
          { key: "line", title: t("import.line"), heads: true, cell: (row) => number(row.line) },
          { key: "sentence", title: t("import.sentence"), cell: (row) => say(row.sentence) },
        ]}
      />
    </section>
  );
}
