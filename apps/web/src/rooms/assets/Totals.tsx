/** What assets come to: number, value and quantity by kind and by where they stand; each figure opens its list. */
// A table whose rows stack on a narrow screen is no table to assistive technology unless its parts say so.
/* oxlint-disable jsx-a11y/no-redundant-roles, jsx-a11y/no-interactive-element-to-noninteractive-role, jsx-a11y/control-has-associated-label */
import { Link } from "@tanstack/react-router";
import type { AssetTotal } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { useSaid } from "../docket/said.tsx";
import { useKindWords } from "../docket/useKindWords.ts";
import { linesOf, type Stage, stages, type TotalLine } from "./totals.ts";

export function Totals({ totals }: { totals: readonly AssetTotal[] }) {
  const { t } = useWords();
  return (
    <section aria-labelledby="totals-title">
      <div className="section-head">
        <h2 id="totals-title">{t("assets.totals")}</h2>
      </div>
      <table className="usa-table stacked totals" role="table">
        <caption className="sr-only">{t("assets.totals")}</caption>
        <thead role="rowgroup">
          <tr role="row">
            <th scope="col" role="columnheader">
              {t("asset.kind")}
            </th>
            <th scope="col" role="columnheader">
              {t("assets.measured")}
            </th>
            {stages.map((stage) => (
              <th scope="col" role="columnheader" className="is-number" key={stage}>
                {t(`assets.stage.${stage}`)}
              </th>
            ))}
            <th scope="col" role="columnheader" className="is-number">
              {t("assets.proceeds")}
            </th>
          </tr>
        </thead>
        <tbody role="rowgroup">
          {linesOf(totals).map((line) => (
            <Line key={`${line.kind} ${line.currency} ${line.unit}`} line={line} />
          ))}
        </tbody>
      </table>
      <p className="small muted section-link">{t("assets.note")}</p>
    </section>
  );
}

function Line({ line }: { line: TotalLine }) {
  const { t, number } = useWords();
  const { word } = useKindWords();
  const said = useSaid();
  const { kind, currency, unit } = line;
  const whole = currency === null && unit === null;
  const name = word("asset.seized", "asset", kind);
  const measure = currency ?? (unit === null ? t("assets.number") : t(`unit.${unit}`, { count: 2 }));
  const say = (amount: number) =>
    currency === null ? number(amount) : said.money({ minor: amount, currency });
  const search = (stage: Stage) => ({
    kind,
    state: stage,
    currency: currency ?? undefined,
    unit: unit ?? undefined,
  });
  const figure = (amount: number, stage: Stage, title: string) =>
    amount === 0 ? (
      <span className="muted">–</span>
    ) : (
      <Link
        to="/assets"
        search={search(stage)}
        hash="list-title"
        aria-label={`${say(amount)}, ${name}, ${title}`}
      >
        {say(amount)}
      </Link>
    );
  return (
    <tr role="row" className={whole ? "is-first" : undefined}>
      <th scope="row" role="rowheader">
        {whole ? name : <span className="sr-only">{name}</span>}
      </th>
      <td role="cell" data-label={t("assets.measured")} className={whole ? "muted" : undefined}>
        {measure}
      </td>
      {stages.map((stage) => (
        <td role="cell" key={stage} data-label={t(`assets.stage.${stage}`)} className="is-number">
          {figure(line.at[stage], stage, t(`assets.stage.${stage}`))}
        </td>
      ))}
      <td
        role="cell"
        data-label={t("assets.proceeds")}
        className={currency === null ? "is-number is-blank" : "is-number"}
      >
        {currency === null ? null : figure(line.proceeds, "realized", t("assets.proceeds"))}
      </td>
    </tr>
  );
}
