/** How many extraditions stand at each step, by country; each number opens its list. */
import { Link } from "@tanstack/react-router";
import { type ExtraditionCount, type ExtraditionStep, extraditionSteps } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { DataTable } from "../../parts/index.ts";
import { useSaid } from "../docket/said.tsx";

/** A country, or all of them together. */
interface Row {
  country: string | undefined;
  name: string;
  at: ReadonlyMap<ExtraditionStep, number>;
}

function added(counts: readonly ExtraditionCount[]): Map<ExtraditionStep, number> {
  const sums = new Map<ExtraditionStep, number>();
  for (const { step, extraditions } of counts) sums.set(step, (sums.get(step) ?? 0) + extraditions);
  return sums;
}

export function Countries({ counts }: { counts: readonly ExtraditionCount[] }) {
  const { t, number } = useWords();
  const said = useSaid();
  const codes = [...new Set(counts.map(({ country }) => country))];
  const rows: Row[] = codes
    .map((country) => ({
      country,
      name: said.country(country),
      at: added(counts.filter((one) => one.country === country)),
    }))
    .sort((a, b) => a.name.localeCompare(b.name));
  if (rows.length > 1)
    rows.push({ country: undefined, name: t("extraditions.allCountries"), at: added(counts) });
  const figure = (row: Row, value: number, title: string, step: string | undefined) =>
    value === 0 ? (
      <span className="muted">–</span>
    ) : (
      <Link
        to="/extraditions"
        search={{ country: row.country, step }}
        hash="list-title"
        aria-label={`${number(value)} ${title}, ${row.name}`}
      >
        {number(value)}
      </Link>
    );
  return (
    <section aria-labelledby="countries-title">
      <div className="section-head">
        <h2 id="countries-title">{t("extraditions.byCountry")}</h2>
      </div>
      <DataTable
        caption={t("extraditions.byCountry")}
        hideCaption
        rows={rows}
        rowKey={({ country }) => country ?? "all"}
        columns={[
          { key: "country", title: t("extradition.country"), heads: true, cell: ({ name }) => name },
          ...extraditionSteps.map((step) => ({
            key: step,
            title: t(`extraditionStep.${step}`),
            number: true,
            cell: (row: Row) => figure(row, row.at.get(step) ?? 0, t(`extraditionStep.${step}`), step),
          })),
          {
            key: "all",
            title: t("extraditions.all"),
            number: true,
            cell: (row) =>
              figure(
                row,
                [...row.at.values()].reduce((sum, one) => sum + one, 0),
                t("extraditions.all"),
                undefined,
              ),
          },
        ]}
      />
    </section>
  );
}
