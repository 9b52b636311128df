/** What is linked with what, drawn: a box for each record, a line for each link, and the way to the links not shown. */
import { Link } from "@tanstack/react-router";
import type { LinkNode, Links } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { layOut, linesOf, NODE, type Placed } from "./layout.ts";
import { NodeLink } from "./nodes.tsx";

/** Room for the heads of the columns. */
const HEAD = 32;

interface LinkChartProps {
  links: Links;
  around: readonly string[];
  label: string;
}

/** How many links of a record are not on the chart. */
function hidden(node: LinkNode, { links }: Links): number {
  const shown = links.filter(({ from, to }) => from === node.id || to === node.id).length;
  return Math.max(0, node.links - shown);
}

export function LinkChart({ links, around, label }: LinkChartProps) {
  const { t } = useWords();
  const chart = layOut(links, around);
  const lines = linesOf(links, chart.placed);
  const size = { width: chart.width + NODE.columnGap / 2, height: chart.height + HEAD };
  return (
    <section className="scroller link-chart" aria-label={label}>
      <div style={size}>
        <svg width={size.width} height={size.height} aria-hidden="true">
          {links.links.map((link) => {
            const line = lines.get(link.id);
            return line ? (
              <g key={link.id} transform={`translate(0 ${HEAD})`} className={`link is-${link.certainty}`}>
                <path d={line.path} className={link.grade ? "is-graded" : undefined} />
                {link.grade ? (
                  <text {...line.grade} textAnchor="middle">
                    {`${link.grade.reliability}${link.grade.credibility}`}
                  </text>
                ) : null}
              </g>
            ) : null;
          })}
        </svg>
        {chart.types.map((type, column) => (
          <p key={type} className="column" style={{ left: column * (NODE.width + NODE.columnGap) }}>
            {t(`linkType.${type}`)}
          </p>
        ))}
        {chart.placed.map((placed) => (
          <Box key={placed.node.id} placed={placed} more={hidden(placed.node, links)} around={around} />
        ))}
      </div>
    </section>
  );
}

function Box({ placed, more, around }: { placed: Placed; more: number; around: readonly string[] }) {
  const { t, number } = useWords();
  const { node, x, y } = placed;
  const place = { left: x, top: y + HEAD, width: NODE.width, height: NODE.height };
  return (
    <div className={node.opened ? "node is-opened" : "node"} style={place}>
      <NodeLink node={node} brief />
      {more > 0 ? (
        <Link
          to="."
          search={(before: object) => ({ ...before, open: [...around.slice(1), node.id].join(",") })}
          resetScroll={false}
          hash="links"
          hashScrollIntoView={false}
          className="more"
          aria-label={t("links.openMore", { count: more, shown: number(more) })}
        >
          {`+${number(more)}`}
        </Link>
      ) : null}
    </div>
  );
}
