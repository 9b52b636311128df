/** The links of a page: the chart and the same as a table; which further records are opened stands in the address. */
import { useQuery } from "@tanstack/react-query";
import { Link, useSearch } from "@tanstack/react-router";
import { type LinkLine, type LinkNode, type Links, queries } from "../../docket/index.ts";
import { useKnown } from "../../house/index.ts";
import { useWords } from "../../language/index.ts";
import { Answered, CertaintyMark, DataTable, Empty, Quoted } from "../../parts/index.ts";
import { LinkChart } from "./LinkChart.tsx";
import { NodeLink, useNodeName } from "./nodes.tsx";
import { Told } from "./said.tsx";
import { useKindWords } from "./useKindWords.ts";

/** Which records are opened besides the page's own, as the address has them. */
function useOpened(): string[] {
  const { open } = useSearch({ strict: false });
  return open ? open.split(",") : [];
}

export function LinkSection({ of }: { of: string }) {
  const { t, number } = useWords();
  const around = [of, ...useOpened()];
  const answer = useQuery(queries.links(around, useKnown()));
  return (
    <Answered of={answer} loading={t("links.loading")}>
      {(links) =>
        links.links.length === 0 ? (
          <Empty title={t("links.none")} />
        ) : (
          <>
            {around.length > 1 ? (
              <p className="small no-print">
                <Link
                  to="."
                  search={(before: object) => ({ ...before, open: undefined })}
                  hash="links"
                  resetScroll={false}
                  hashScrollIntoView={false}
                >
                  {t("links.close")}
                </Link>
              </p>
            ) : null}
            <LinkChart links={links} around={around} label={t("links.chart")} />
            {links.more.length > 0 ? (
              <p className="notice">
                {t("links.tooMany", {
                  what: links.more
                    .map(({ type, records }) => `${number(records)} ${t(`linkType.${type}`).toLowerCase()}`)
                    .join(", "),
                })}
              </p>
            ) : null}
            <LinkTable links={links} />
          </>
        )
      }
    </Answered>
  );
}

function LinkTable({ links }: { links: Links }) {
  const { t, date } = useWords();
  const { word } = useKindWords();
  const nodes = new Map(links.nodes.map((node) => [node.id, node]));
  const nameOf = useNodeName();
  const end = (id: string) => {
    const node: LinkNode | undefined = nodes.get(id);
    return node ? <NodeLink node={node} /> : null;
  };
  const relation = (link: LinkLine) =>
    link.relation === "role"
      ? link.tier === null
        ? t("links.role")
        : word("role.held", "tier", link.tier)
      : link.relation === "belongs-to"
        ? t("links.belongsTo")
        : word("link.asserted", "relation", link.relation);
  const sentence = (link: LinkLine) =>
    [nodes.get(link.from), nodes.get(link.to)].map((node) => (node ? nameOf(node) : "")).join(" – ");
  const when = ({ since, until }: LinkLine) =>
    [since && t("links.from", { date: date(since) }), until && t("links.until", { date: date(until) })]
      .filter(Boolean)
      .join(" ");
  return (
    <div className="section-gap">
      <DataTable
        caption={t("links.table")}
        wide
        rows={links.links}
        rowKey={(link) => link.id}
        columns={[
          { key: "from", title: t("links.one"), heads: true, cell: (link) => end(link.from) },
          {
            key: "relation",
            title: t("links.relation"),
            cell: (link) => (
              <>
                <Told entry={link.entry} label={`${relation(link)}: ${sentence(link)}`}>
                  {relation(link)}
                </Told>{" "}
                <CertaintyMark certainty={link.certainty} />
                {link.wording ? (
                  <p className="small">
                    <Quoted>{link.wording}</Quoted>
                  </p>
                ) : null}
              </>
            ),
          },
          { key: "to", title: t("links.other"), cell: (link) => end(link.to) },
          { key: "when", title: t("links.when"), cell: when },
          {
            key: "grade",
            title: t("links.grade"),
            cell: (link) =>
              link.grade === null ? (
                <span className="muted">{t("links.notGraded")}</span>
              ) : (
                <>
                  <span className="mono">{`${link.grade.reliability}${link.grade.credibility}`}</span>
                  <p className="small">
                    {word("link.asserted", "reliability", link.grade.reliability)}
                    <br />
                    {word("link.asserted", "credibility", link.grade.credibility)}
                  </p>
                </>
              ),
          },
          {
            key: "source",
            title: t("links.source"),
            cell: (link) =>
              link.source ? (
                <Link to="/sources/$id" params={{ id: link.source.id }}>
                  <Quoted>{link.source.title}</Quoted>
                </Link>
              ) : (
                t("source.none")
              ),
          },
        ]}
      />
    </div>
  );
}
