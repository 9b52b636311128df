/** Roles over time: a bar for each stretch, beside the words that say the same. */
// A table whose rows stack on a narrow screen is no table to assistive technology unless its parts say so.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/control-has-associated-label */
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { type PersonLine, queries, type RoleLine } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { dayIn, useWords } from "../../language/index.ts";
import { CertaintyMark, Quoted } from "../../parts/index.ts";
import { Told } from "../docket/said.tsx";
import { PersonName } from "./PersonName.tsx";
import { barOf, percentOf, type Scale, scaleOf } from "./span.ts";
import { useTier } from "./Tally.tsx";

function Years({ scale }: { scale: Scale }) {
  return (
    <span className="years" aria-hidden="true">
      {scale.years.map((year) => (
        <span key={year} style={{ left: `${percentOf(year, scale)}%` }}>
          {year}
        </span>
      ))}
    </span>
  );
}

export function RoleBars({ people }: { people: readonly PersonLine[] }) {
  const { t } = useWords();
  const { data: status } = useQuery(queries.status());
  const today = useKnown().asKnownOn ?? dayIn(status?.timeZone);
  const rows = people.flatMap((person) => person.roles.map((role) => ({ person, role })));
  const scale = scaleOf(
    rows.map(({ role }) => role),
    today,
  );
  const headings = ["person", "tier", "when", "time", "source"] as const;
  return (
    <table className="usa-table stacked is-wide roles" role="table">
      <caption className="sr-only">{t("organization.view.roles")}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {headings.map((name) => (
            <th key={name} scope="col" role="columnheader" className={name}>
              {name === "time" && scale ? (
                <>
                  <span className="sr-only">{t("organization.time")}</span>
                  <Years scale={scale} />
                </>
              ) : (
                t(`organization.${name}`)
              )}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ person, role }, at) => (
          <tr key={role.id} role="row">
            <th scope="row" role="rowheader">
              {/* A person of several roles is named once for the eye, and in every row for those who hear it. */}
              <div className={rows[at - 1]?.person.id === person.id ? "is-repeated" : undefined}>
                <PersonName person={person} />
              </div>
            </th>
            <RoleCells role={role} scale={scale} today={today} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function RoleCells({ role, scale, today }: { role: RoleLine; scale: Scale | undefined; today: string }) {
  const { t, date } = useWords();
  const tierOf = useTier();
  const bar = scale && barOf(role, scale, today);
  const when = [
    role.from && t("links.from", { date: date(role.from) }),
    role.until && t("links.until", { date: date(role.until) }),
  ].filter(Boolean);
  return (
    <>
      <td role="cell" data-label={t("organization.tier")}>
        <div>
          <Told entry={role.entry}>{tierOf(role.tier)}</Told> <CertaintyMark certainty={role.certainty} />
          {role.part ? (
            <p className="small">
              <Quoted>{role.part}</Quoted>
            </p>
          ) : null}
        </div>
      </td>
      <td role="cell" data-label={t("organization.when")}>
        <div>{when.length > 0 ? when.join(" ") : t("timeline.undated")}</div>
      </td>
      <td role="cell" data-label={t("organization.time")} className={bar ? "time" : "time is-blank"}>
        {bar ? (
          <div className="track">
            <span className="sr-only">{when.join(" ")}</span>
            <span
              aria-hidden="true"
              className={[
                "bar",
                `is-${role.certainty}`,
                bar.openStart ? "is-open-start" : "",
                bar.openEnd ? "is-open-end" : "",
              ]
                .filter(Boolean)
                .join(" ")}
              style={{ left: `${bar.left}%`, width: `${bar.width}%` }}
            />
          </div>
        ) : null}
      </td>
      <td role="cell" data-label={t("organization.source")}>
        <div>
          {role.source ? (
            <Link to="/sources/$id" params={{ id: role.source.id }}>
              <Quoted>{role.source.title}</Quoted>
            </Link>
          ) : (
            t("source.none")
          )}
        </div>
      </td>
    </>
  );
}
