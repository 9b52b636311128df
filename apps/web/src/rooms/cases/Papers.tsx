/** The papers of a case: charging documents with what took their place, and other documents with where they are kept. */
import { Link } from "@tanstack/react-router";
import type { CasePage } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { CertaintyMark, DataTable, Quoted } from "../../parts/index.ts";
import { Told, useSaid } from "../docket/said.tsx";
import { useKindWords } from "../docket/useKindWords.ts";
import { useCaseWords } from "./words.ts";

type Instrument = CasePage["instruments"][number];

function useInstrumentName() {
  const { date } = useWords();
  const words = useCaseWords();
  return ({ body, occurred }: Instrument) =>
    [words.instrument(body.instrument), occurred && date(occurred)].filter(Boolean).join(", ");
}

export function Instruments({ instruments }: { instruments: CasePage["instruments"] }) {
  const { t, number } = useWords();
  const nameOf = useInstrumentName();
  const names = (ids: readonly string[] | undefined) =>
    instruments
      .filter(({ id }) => ids?.includes(id))
      .map((one) => (
        <p key={one.id}>
          <Told entry={one.entry}>{nameOf(one)}</Told>
        </p>
      ));
  const many = (one: Instrument, field: "defendants" | "counts" | "drops", title: string) => {
    const list = one.body[field];
    return list ? (
      <Told entry={one.entry} label={`${title}: ${number(list.length)}`}>
        {number(list.length)}
      </Told>
    ) : null;
  };
  return (
    <DataTable
      caption={t("case.instruments")}
      hideCaption
      rows={instruments}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "instrument",
          title: t("paper.instrument"),
          heads: true,
          cell: (one) => (
            <span className={one.supersededBy.length > 0 ? "is-superseded" : undefined}>
              <Told entry={one.entry}>{nameOf(one)}</Told> <CertaintyMark certainty={one.certainty} />
            </span>
          ),
        },
        {
          key: "defendants",
          title: t("cases.defendants"),
          number: true,
          cell: (one) => many(one, "defendants", t("cases.defendants")),
        },
        {
          key: "counts",
          title: t("grid.countsTitle"),
          number: true,
          cell: (one) => many(one, "counts", t("grid.countsTitle")),
        },
        {
          key: "drops",
          title: t("paper.dropped"),
          number: true,
          cell: (one) => many(one, "drops", t("paper.dropped")),
        },
        { key: "supersedes", title: t("paper.supersedes"), cell: (one) => names(one.body.supersedes) },
        { key: "by", title: t("paper.supersededBy"), cell: (one) => names(one.supersededBy) },
      ]}
    />
  );
}

export function Documents({ page }: { page: CasePage }) {
  const { t, shortDate } = useWords();
  const { word } = useKindWords();
  const said = useSaid();
  const nameOf = useInstrumentName();
  return (
    <DataTable
      caption={t("case.documents")}
      hideCaption
      rows={page.documents}
      rowKey={(one) => one.id}
      columns={[
        {
          key: "title",
          title: t("paper.document"),
          heads: true,
          cell: ({ entry, body, certainty }) => {
            const instrument = page.instruments.find(({ id }) => id === body.instrument);
            return (
              <>
                <Told entry={entry}>
                  <Quoted>{body.title}</Quoted>
                </Told>{" "}
                <CertaintyMark certainty={certainty} />
                {instrument ? <p className="small">{nameOf(instrument)}</p> : null}
              </>
            );
          },
        },
        {
          key: "kind",
          title: t("paper.kind"),
          cell: ({ body }) => word("document.filed", "documentKind", body.documentKind),
        },
        {
          key: "filed",
          title: t("paper.filed"),
          keeps: true,
          cell: ({ occurred }) => (occurred ? shortDate(occurred) : ""),
        },
        {
          key: "docket",
          title: t("paper.docket"),
          cell: ({ body: { docket, entry, attachment } }) =>
            docket || entry !== undefined ? (
              <>
                {docket ? <span className="mono">{docket.number}</span> : null}{" "}
                {said.district(docket?.district)}
                <p className="small">
                  {[
                    entry === undefined ? null : t("paper.entry", { number: entry }),
                    attachment === undefined ? null : t("paper.attachment", { number: attachment }),
                  ]
                    .filter(Boolean)
                    .join(", ")}
                </p>
              </>
            ) : null,
        },
        {
          key: "kept",
          title: t("paper.keptAt"),
          cell: ({ body }) => (
            <>
              <Quoted>{body.keptAt}</Quoted>
              {body.hash ? (
                <p className="small">
                  SHA-256 <code title={body.hash}>{body.hash.slice(0, 12)}…</code>
                </p>
              ) : null}
            </>
          ),
        },
      ]}
    />
  );
}

/** The docket numbers of a case, each with its district, under its title. */
export function Dockets({ dockets }: { dockets: CasePage["dockets"] }) {
  const said = useSaid();
  if (dockets.length === 0) return null;
  return (
    <ul className="dockets">
      {dockets.map(({ entry, number, district }) => (
        <li key={entry}>
          <Link to="/entries/$id" params={{ id: entry }} className="mono">
            {number}
          </Link>{" "}
          {said.district(district)}
        </li>
      ))}
    </ul>
  );
}
