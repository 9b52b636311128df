/** Growth since a base year: each of the two claims of 2024 beside what this record counts of that very thing, base counts shown. */
import { useQuery } from "@tanstack/react-query";
import { Link, useNavigate } from "@tanstack/react-router";
import { useState } from "react";
import type { Frame, Known } from "../../address/index.ts";
import { type Measure, Problem, queries, type Reported } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Loading } from "../../parts/index.ts";
import { ClaimWords, SourceOf } from "./ClaimWords.tsx";
import { useValue } from "./values.ts";

/** The year that the claims of 2024 compare with. */
const CLAIMED_BASE = 2020;
const FIRST = 2018;

/** First and last day of a federal fiscal year. */
const yearOf = (year: number) => ({ since: `${year - 1}-10-01`, until: `${year}-09-30` });

interface Asked {
  asked: Omit<Frame, keyof Known>;
}

/** The counts of the two years, each a link to the entries of that year. */
export function Years({ measure, asked }: Asked & { measure: Measure }) {
  const { t, number } = useWords();
  const { grows, ratio } = measure;
  if (!grows || !ratio) return null;
  return (
    <ul className="plain-list">
      {(
        [
          [grows.base, ratio.whole],
          [grows.later, ratio.part],
        ] as const
      ).map(([year, count]) => (
        <li key={year}>
          <Link
            to="/results/$measure"
            params={{ measure: grows.of }}
            search={{ ...asked, ...yearOf(year) }}
            aria-label={t("growth.openYear", { year, value: number(count) })}
          >
            {t("growth.year", { year, value: number(count) })}
          </Link>
        </li>
      ))}
    </ul>
  );
}

interface OneProps extends Asked {
  of: string;
  reported: readonly Reported[];
  frame: Frame;
  base: number;
}

function One({ of, reported, frame, base, asked }: OneProps) {
  const { t, say, date } = useWords();
  const sayValue = useValue();
  // Nothing grows from a year without data, and the years with data are known without asking for growth.
  const years = useQuery(queries.broken(of, { ...frame, since: "none" }, ["fiscal-year"]));
  const hasBase = years.data?.groups.some(({ key: [year], value }) => year === String(base) && value);
  const answer = useQuery({
    ...queries.growth(of, base, frame),
    placeholderData: undefined,
    enabled: hasBase === true,
  });
  const measure = hasBase ? answer.data?.measure : undefined;
  const problem = [years.error, answer.error].find((error) => error instanceof Problem);
  const title = of === "felony-prosecutions" ? t("growth.felonies") : t("growth.charged");
  return (
    <section className="figure" aria-labelledby={`growth-${of}`}>
      <h3 id={`growth-${of}`}>{title}</h3>
      {measure ? (
        <>
          <Link
            className="number"
            to="/results/$measure"
            params={{ measure: measure.measure }}
            search={asked}
            aria-label={t("figure.open", { value: sayValue(measure, measure), title: say(measure.title) })}
          >
            {sayValue(measure, measure)}
          </Link>
          <Years measure={measure} asked={asked} />
        </>
      ) : hasBase === false ? (
        <p>
          {t("growth.noBase", { year: base })} <span className="muted">{t("growth.otherBase")}</span>
        </p>
      ) : problem ? (
        <p>
          {problem.message} <span className="muted">{problem.remedy}</span>
        </p>
      ) : (
        <Loading what={t("results.loading")} />
      )}
      {reported.map((claim) => (
        <p className="muted" key={claim.entry}>
          {t("figure.reported")}{" "}
          <Link to="/entries/$id" params={{ id: claim.entry }}>
            {t("growth.claim")} <ClaimWords claim={claim.claim} />%
          </Link>{" "}
          {claim.asOf ? t("figure.asOf", { date: date(claim.asOf) }) : null}
          <br />
          <SourceOf source={claim.source} />
        </p>
      ))}
    </section>
  );
}

interface GrowthProps extends Asked {
  claims: readonly { of: string; reported: readonly Reported[] }[];
  frame: Frame;
  base: string | undefined;
}

export function Growth({ claims, frame, asked, base }: GrowthProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [now] = useState(() => new Date().getFullYear());
  const years = Array.from({ length: now - FIRST }, (_, at) => FIRST + at);
  const chosen = years.find((year) => String(year) === base) ?? CLAIMED_BASE;
  return (
    <section aria-labelledby="growth">
      <div className="section-head">
        <h2 id="growth">{t("growth.title")}</h2>
      </div>
      <p className="muted">{t("growth.why")}</p>
      <div className="frame-bar no-print">
        <div className="field">
          <label htmlFor="growth-base">{t("growth.base")}</label>
          <select
            id="growth-base"
            value={chosen}
            onChange={({ target: { value } }) =>
              void navigate({
                to: ".",
                replace: true,
                resetScroll: false,
                search: (before: object) => ({
                  ...before,
                  base: value === String(CLAIMED_BASE) ? undefined : value,
                }),
              })
            }
          >
            {years.map((year) => (
              <option key={year} value={year}>
                {t("growth.fiscalYear", { year })}
              </option>
            ))}
          </select>
        </div>
      </div>
      <div className="figures">
        {claims.map(({ of, reported }) => (
          <One key={of} of={of} reported={reported} frame={frame} base={chosen} asked={asked} />
        ))}
      </div>
    </section>
  );
}
