/** The parts of a case's grid that stand alone too: citations, sentences, arrests, and every count in full. */
import { Link } from "@tanstack/react-router";
import type { ArrestLine, CountLine, DefendantLine, Money, SentenceLine } from "../../docket/index.ts";
import { sayCountry, sayMoney, useWords } from "../../language/index.ts";
import { CertaintyMark, DataTable, Quoted } from "../../parts/index.ts";
import { textOf } from "./statutes.ts";
import { useCaseWords } from "./words.ts";

export function Citation({ citation }: { citation: string }) {
  const text = textOf(citation);
  if (!text) return <span className="mono">{citation}</span>;
  return (
    <a className="mono" href={text} rel="noreferrer noopener external">
      {citation}
    </a>
  );
}

/** Sections that the source cites, then those concluded from its wording, marked as such. */
function Statutes({ count }: { count: CountLine }) {
  const { t } = useWords();
  const bases = ["stated", "inferred"] as const;
  return (
    <>
      {bases.map((basis) => {
        const cited = count.statutes.filter(
          (statute) => (statute.basis === "inferred") === (basis === "inferred"),
        );
        if (cited.length === 0) return null;
        return (
          <ul className="citations small" key={basis}>
            {basis === "inferred" ? (
              <li>
                <span className="mark">{t("count.inferred", { count: cited.length })}</span>
              </li>
            ) : null}
            {cited.map((statute) => (
              <li key={statute.citation}>
                <Citation citation={statute.citation} />
              </li>
            ))}
          </ul>
        );
      })}
    </>
  );
}

export function SentenceWords({ sentence }: { sentence: SentenceLine }) {
  const { t, date, language } = useWords();
  const words = useCaseWords();
  const money = (given: Money) => sayMoney(given, language);
  const also = [
    sentence.occurred ? date(sentence.occurred) : null,
    sentence.supervisedReleaseMonths
      ? t("case.supervised", { time: words.months(sentence.supervisedReleaseMonths) })
      : null,
    sentence.fine ? t("case.fine", { amount: money(sentence.fine) }) : null,
    sentence.restitution ? t("case.restitution", { amount: money(sentence.restitution) }) : null,
    sentence.moneyJudgment ? t("case.moneyJudgment", { amount: money(sentence.moneyJudgment) }) : null,
  ].filter(Boolean);
  return (
    <>
      <Link to="/record" search={{ subject: sentence.id }}>
        {words.term(sentence.term)}
      </Link>{" "}
      {sentence.amended ? <span className="mark is-amber">{t("case.amended")}</span> : null}{" "}
      {sentence.vacated ? <span className="mark is-amber">{t("case.vacated")}</span> : null}
      {also.length > 0 ? <p className="small">{also.join(" · ")}</p> : null}
    </>
  );
}

export function ArrestWords({ arrest }: { arrest: ArrestLine }) {
  const { t, date, language, number } = useWords();
  const where =
    arrest.country && arrest.country !== "US"
      ? t("arrest.in", { place: sayCountry(arrest.country, language) })
      : arrest.place === "domestic"
        ? t("arrest.domestic")
        : arrest.place === "foreign"
          ? t("arrest.foreign")
          : t("arrest.placeUnknown");
  const when = arrest.occurred ? date(arrest.occurred) : t("timeline.undated");
  const persons =
    arrest.persons > 1
      ? `${t("arrest.persons", { count: arrest.persons, shown: number(arrest.persons) })}, `
      : "";
  return (
    <Link to="/record" search={{ subject: arrest.id }}>
      {`${persons}${when}, ${where}`}
    </Link>
  );
}

/** Every count as its source words it, with all it cites and how it ended. */
export function Counts({ defendants }: { defendants: readonly DefendantLine[] }) {
  const { t, date } = useWords();
  const words = useCaseWords();
  const rows = defendants.flatMap(({ designation, counts }) =>
    counts.map((count) => ({ designation, count })),
  );
  return (
    <DataTable
      caption={t("grid.counts")}
      hideCaption
      rows={rows}
      rowKey={({ count }) => count.id}
      columns={[
        {
          key: "count",
          title: t("grid.count"),
          heads: true,
          cell: ({ count }) => (
            <>
              <Link to="/record" search={{ subject: count.id }}>
                {count.wording === null ? t("count.notWorded") : <Quoted>{count.wording}</Quoted>}
              </Link>{" "}
              {count.wording !== null && count.covers === "charges-as-stated" ? (
                <span className="mark">{t("count.asStated")}</span>
              ) : null}
              <p className="small">
                {[
                  count.number && t("count.number", { number: count.number }),
                  count.instrument && words.instrument(count.instrument),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </p>
            </>
          ),
        },
        { key: "who", title: t("case.defendant"), cell: ({ designation }) => <Quoted>{designation}</Quoted> },
        { key: "statutes", title: t("grid.statutes"), cell: ({ count }) => <Statutes count={count} /> },
        {
          key: "outcome",
          title: t("grid.outcome"),
          cell: ({ count }) =>
            count.outcome ? (
              <>
                {words.outcome(count.outcome)}
                {count.disposedOn ? `, ${date(count.disposedOn)}` : ""}{" "}
                <CertaintyMark certainty={count.disposition?.certainty} />
              </>
            ) : (
              <>
                {count.superseded ? t(`grid.${count.superseded.how}`) : t("count.pending")}{" "}
                <span className="mark">{t("count.allegation")}</span>
              </>
            ),
        },
      ]}
    />
  );
}
