/** How a figure went from period to period and from district to district: bars, a map, and the same as tables. */
/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls sideways must be reached by keyboard */
import { useQuery } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import type { Frame, Known } from "../../address/index.ts";
import { type Breakdown, type Measure, queries } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, Empty } from "../../parts/index.ts";
import { Bars, useTrendFinding } from "./Bars.tsx";
import { GroupTable } from "./BrokenDown.tsx";
import { Cross } from "./Cross.tsx";
import { DistrictMap } from "./DistrictMap.tsx";
import { FrameWords } from "./FrameBar.tsx";

const periods = ["fiscal-year", "quarter", "month"] as const;
type Period = (typeof periods)[number];

interface TrendProps {
  measures: readonly Measure[];
  measure: string;
  period: Period;
  frame: Frame;
  asked: Omit<Frame, keyof Known>;
  when: string;
}

function Choices({ measures, measure, period }: Pick<TrendProps, "measures" | "measure" | "period">) {
  const { t, say } = useWords();
  const navigate = useNavigate();
  const set = (change: object) =>
    void navigate({
      to: ".",
      replace: true,
      resetScroll: false,
      search: (before: object) => ({ ...before, ...change }),
    });
  return (
    <div className="frame-bar no-print">
      <div className="field">
        <label htmlFor="trend-measure">{t("trend.which")}</label>
        <select
          id="trend-measure"
          value={measure}
          onChange={({ target: { value } }) =>
            set({ trend: value === measures[0]?.measure ? undefined : value })
          }
        >
          {measures.map((one) => (
            <option key={one.measure} value={one.measure}>
              {say(one.title)}
            </option>
          ))}
        </select>
      </div>
      <div className="field">
        <label htmlFor="trend-period">{t("trend.period")}</label>
        <select
          id="trend-period"
          value={period}
          onChange={({ target: { value } }) => set({ by: value === "fiscal-year" ? undefined : value })}
        >
          {periods.map((one) => (
            <option key={one} value={one}>
              {t(`trend.periods.${one}`)}
            </option>
          ))}
        </select>
      </div>
    </div>
  );
}

export function Trend({ measures, measure, period, frame, asked, when }: TrendProps) {
  const { t } = useWords();
  const finding = useTrendFinding();
  const by = (...order: Breakdown[]) => queries.broken(measure, frame, order);
  const totals = useQuery(by(period));
  const cells = useQuery(by(period, "district"));
  const places = useQuery(by("district"));
  return (
    <section aria-labelledby="trend">
      <div className="section-head">
        <h2 id="trend">{t("trend.title")}</h2>
      </div>
      <Choices measures={measures} measure={measure} period={period} />
      <Answered of={totals} loading={t("results.loading")}>
        {(broken) =>
          broken.groups.length === 0 ? (
            <Empty title={finding(broken)} />
          ) : (
            <>
              <figure className="chart section-gap" aria-labelledby="trend-finding">
                <h3 id="trend-finding">{finding(broken)}</h3>
                <Bars broken={broken} />
              </figure>
              {cells.data ? <Cross cells={cells.data} totals={broken} asked={asked} /> : null}
              <FrameWords frame={frame} when={when} />
              <p className="section-link no-print">
                <a href={queries.tableAddress(measure, frame, [period, "district"])} download>
                  {t("broken.csv")}
                </a>
              </p>
            </>
          )
        }
      </Answered>
      {places.data && places.data.groups.length > 0 ? (
        <div className="chart-and-table section-gap">
          <DistrictMap broken={places.data} asked={asked} />
          <div
            className="chart-table scroller"
            tabIndex={0}
            role="region"
            aria-label={`${t("chart.table")}: ${t("trend.map")}`}
          >
            <GroupTable broken={places.data} asked={asked} />
          </div>
        </div>
      ) : null}
    </section>
  );
}
