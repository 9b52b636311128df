/** The bars of a trend, hidden from assistive technology, which has the table, and what they show in one sentence. */
import type { Broken } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { useValue } from "./values.ts";

/** Bars from zero, one a period; the table says the same. */
export function Bars({ broken }: { broken: Broken }) {
  const value = useValue();
  const known = broken.groups.filter(({ key }) => key[0] !== null);
  const most = Math.max(1, ...known.map((group) => group.value ?? 0));
  const step = Math.max(48, Math.min(72, 640 / Math.max(1, known.length)));
  const [width, height] = [Math.max(320, known.length * step), 200];
  return (
    <div className="scroller">
      <svg
        viewBox={`0 0 ${width} ${height + 40}`}
        style={{ minWidth: Math.min(width, 900), maxHeight: 300 }}
        aria-hidden="true"
        preserveAspectRatio="xMinYMid meet"
        className="bars"
      >
        {known.map((group, at) => {
          const tall = (Math.max(0, group.value ?? 0) / most) * (height - 24);
          const middle = at * step + step / 2;
          return (
            <g key={group.key.join()}>
              <rect x={at * step + 4} y={height - tall} width={step - 8} height={tall} />
              <text x={middle} y={height - tall - 6}>
                {value(broken.measure, group)}
              </text>
              <text x={middle} y={height + 18} className="axis">
                {known.length > 14 ? group.key[0]?.slice(2) : group.key[0]}
              </text>
            </g>
          );
        })}
        <line x1={0} x2={width} y1={height} y2={height} />
      </svg>
    </div>
  );
}

/** What the bars show, claiming no more than that. */
export function useTrendFinding() {
  const { t, say } = useWords();
  const value = useValue();
  return ({ measure, groups }: Broken) => {
    const known = groups.filter(({ key, value: count }) => key[0] !== null && count !== null);
    const title = say(measure.title);
    const [first] = known;
    if (!first) return t("trend.nothing", { title });
    const most = known.reduce((found, group) => ((group.value ?? 0) > (found.value ?? 0) ? group : found));
    return t("trend.most", { title, period: say(most.titles[0] ?? ""), value: value(measure, most) });
  };
}
