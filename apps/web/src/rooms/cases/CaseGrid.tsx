/** Defendants × counts × outcomes in one grid: who, what happened on each count, and the sentence. */
// A table whose rows stack on a narrow screen is no table to assistive technology unless its parts say so.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/control-has-associated-label */
import { Link } from "@tanstack/react-router";
import type { CountLine, DefendantLine, ExtraditionLine, RoleIn } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { CertaintyMark, Quoted } from "../../parts/index.ts";
import { Told } from "../docket/said.tsx";
import { useKindWords } from "../docket/useKindWords.ts";
import { ArrestWords, Citation, SentenceWords } from "./Defendants.tsx";
import { type GridColumn, gridOf, headings } from "./grid.ts";
import { useCaseWords } from "./words.ts";

interface CaseGridProps {
  defendants: readonly DefendantLine[];
  roles: readonly RoleIn[];
  extraditions: readonly ExtraditionLine[];
}

/** How a count stands, as its sign in the grid. */
function standOf({ outcome, superseded }: CountLine): "convicted" | "ended" | "superseded" | "open" {
  if (outcome?.startsWith("convicted")) return "convicted";
  if (outcome === "acquitted" || outcome === "dismissed") return "ended";
  return superseded ? "superseded" : "open";
}

const signs = { convicted: "●", ended: "○", superseded: "⊘", open: "◌" } as const;

export function CaseGrid({ defendants, roles, extraditions }: CaseGridProps) {
  const { t } = useWords();
  const { columns, countsAt } = gridOf(defendants);
  const groups = headings(columns);
  const twoLines = columns.some(({ part }) => part !== "");
  return (
    <div className="scroller">
      <table className="usa-table stacked is-wide grid" role="table">
        <caption className="sr-only">{t("case.defendantsCaption")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader" rowSpan={twoLines ? 2 : 1}>
              {t("case.defendant")}
            </th>
            {groups.map(({ section, columns: under }) => (
              <th
                key={section}
                scope={twoLines ? "colgroup" : "col"}
                role="columnheader"
                colSpan={under.length}
                className="section"
              >
                {section === "" ? t("grid.notCited") : <Citation citation={section} />}
              </th>
            ))}
            <th scope="col" role="columnheader" rowSpan={twoLines ? 2 : 1}>
              {t("case.sentence")}
            </th>
          </tr>
          {twoLines ? (
            <tr role="row">
              {columns.map(({ key, part }) => (
                <th key={key} scope="col" role="columnheader" className="part">
                  <span className="mono">{part}</span>
                </th>
              ))}
            </tr>
          ) : null}
        </thead>
        <tbody role="rowgroup">
          {defendants.map((one) => (
            <tr key={one.id} role="row">
              <th scope="row" role="rowheader">
                <Who
                  defendant={one}
                  roles={roles.filter((role) => role.defendant === one.id || role.person === one.person)}
                  extraditions={extraditions.filter(({ defendant }) => defendant === one.id)}
                />
              </th>
              {columns.map((column) => (
                <Cell key={column.key} column={column} counts={countsAt(one.id, column.key)} />
              ))}
              <td role="cell" data-label={t("case.sentence")}>
                <div>
                  {one.sentences.length === 0 ? (
                    <span className="muted">{t("case.noSentence")}</span>
                  ) : (
                    one.sentences.map((sentence) => <SentenceWords key={sentence.id} sentence={sentence} />)
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Cell({ column, counts }: { column: GridColumn; counts: readonly CountLine[] }) {
  const { t } = useWords();
  const label = column.section === "" ? t("grid.notCited") : `${column.section} ${column.part}`;
  if (counts.length === 0)
    return (
      <td role="cell" data-label={label} className="is-blank">
        <span className="muted">
          <span aria-hidden="true">–</span>
          <span className="sr-only">{t("grid.notCharged")}</span>
        </span>
      </td>
    );
  return (
    <td role="cell" data-label={label}>
      <ul className="quiet-list">
        {counts.map((count) => (
          <Count key={count.id} count={count} />
        ))}
      </ul>
    </td>
  );
}

function Count({ count }: { count: CountLine }) {
  const { t, shortDate } = useWords();
  const words = useCaseWords();
  const stand = standOf(count);
  const number = count.number ? t("count.number", { number: count.number }) : null;
  // What took its place is said once: above, where nothing else happened on the count, or below.
  const superseded = [
    count.superseded && stand !== "superseded" ? t(`grid.${count.superseded.how}`) : null,
    count.superseded?.number ? t("grid.by", { number: count.superseded.number }) : null,
  ]
    .filter(Boolean)
    .join(" ");
  const said = count.outcome
    ? words.outcome(count.outcome)
    : stand === "superseded"
      ? t(`grid.${count.superseded?.how ?? "superseded"}`)
      : t("count.pending");
  return (
    <li className={`count is-${stand}`}>
      <span className="sign" aria-hidden="true">
        {signs[stand]}
      </span>
      <div>
        <Told
          entry={count.disposition?.entry ?? count.superseded?.entry ?? count.entry}
          label={[number, said].filter(Boolean).join(": ")}
        >
          {said}
        </Told>{" "}
        <CertaintyMark certainty={count.disposition?.certainty} />
        <p className="small">
          {[number, count.disposedOn ? shortDate(count.disposedOn) : null, superseded]
            .filter(Boolean)
            .join(" · ")}
        </p>
      </div>
    </li>
  );
}

/** Whom the row is about: what the person is said to have been, arrests, extradition, and the role in an organization. */
function Who({
  defendant,
  roles,
  extraditions,
}: {
  defendant: DefendantLine;
  roles: readonly RoleIn[];
  extraditions: readonly ExtraditionLine[];
}) {
  const { t } = useWords();
  const { word } = useKindWords();
  return (
    <>
      <Link to="/record" search={{ subject: defendant.id }}>
        <Quoted>{defendant.designation}</Quoted>
      </Link>
      <div className="small who">
        {defendant.arrests.length === 0 ? (
          <p>{t("case.noArrest")}</p>
        ) : (
          defendant.arrests.map((arrest) => (
            <p key={arrest.id}>
              {t("grid.arrested")} <ArrestWords arrest={arrest} />
            </p>
          ))
        )}
        {extraditions.map((one) => (
          <p key={one.id}>
            <Link to="/extraditions/$id" params={{ id: one.id }}>
              {t("grid.extradition", { step: t(`extraditionStep.${one.step}`).toLowerCase() })}
            </Link>
          </p>
        ))}
        {roles.map((role) => (
          <p key={role.id}>
            <Told entry={role.entry}>
              {role.tier ? word("role.held", "tier", role.tier) : (role.part ?? t("links.role"))}
            </Told>
            {role.in ? (
              <>
                {" · "}
                <Link to="/organizations/$id" params={{ id: role.in.id }}>
                  <Quoted>{role.in.name}</Quoted>
                </Link>
              </>
            ) : null}{" "}
            <CertaintyMark certainty={role.certainty} />
          </p>
        ))}
      </div>
    </>
  );
}
