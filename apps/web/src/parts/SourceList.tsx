/** Sources as a table: who published what, when, and where to read it. */
import { Link } from "@tanstack/react-router";
import type { CaseSource } from "../docket/index.ts";
import { useWords } from "../language/index.ts";
import { DataTable } from "./DataTable.tsx";
import { Quoted } from "./Quoted.tsx";

const sourceKinds = [
  "official-release",
  "official-page",
  "official-briefing",
  "republished-official",
  "press",
  "press-from-official",
  "statistics",
  "court",
  "agency-report",
  "synthetic",
  "other",
] as const;

export function SourceKind({ kind }: { kind: string | null | undefined }) {
  const { t } = useWords();
  const known = sourceKinds.find((item) => item === kind);
  return <>{known ? t(`sourceKind.${known}`) : (kind ?? "")}</>;
}

export function OutsideLink({ url }: { url: string }) {
  const { t } = useWords();
  if (!/^https?:\/\//.test(url)) return <code>{url}</code>;
  const host = new URL(url).hostname.replace(/^www\./, "");
  return (
    <a href={url} rel="noreferrer noopener external">
      {t("source.readAt", { host })}
    </a>
  );
}

export function SourceList({ sources, caption }: { sources: readonly CaseSource[]; caption: string }) {
  const { t, date, number } = useWords();
  return (
    <DataTable
      caption={caption}
      hideCaption
      rows={sources}
      rowKey={(source) => source.id}
      columns={[
        {
          key: "title",
          title: t("source.title"),
          heads: true,
          cell: (source) => (
            <Link to="/sources/$id" params={{ id: source.id }}>
              <Quoted>{source.title}</Quoted>
            </Link>
          ),
        },
        { key: "publisher", title: t("source.publisher"), cell: (source) => source.publisher ?? "" },
        {
          key: "dated",
          title: t("source.dated"),
          cell: (source) => (source.dated ? date(source.dated) : t("source.undated")),
        },
        {
          key: "entries",
          title: t("source.entries"),
          number: true,
          cell: (source) => (
            // The record of the source holds more: these stand in the order of events on this page.
            <Link to="." search={true} hash="timeline">
              {number(source.entries)}
            </Link>
          ),
        },
        {
          key: "read",
          title: t("source.read"),
          cell: (source) => (source.url ? <OutsideLink url={source.url} /> : ""),
        },
      ]}
    />
  );
}
