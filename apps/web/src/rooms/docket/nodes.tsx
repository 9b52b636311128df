/** What a record of a link chart is called, and the way to it. */
import { Link } from "@tanstack/react-router";
import type { LinkNode } from "../../docket/index.ts";
import { useWords } from "../../language/index.ts";
import { Quoted } from "../../parts/index.ts";
import { useSaid } from "./said.tsx";
import { useKindWords } from "./useKindWords.ts";

export function useNodeName() {
  const { t } = useWords();
  const { word } = useKindWords();
  return (node: LinkNode): string =>
    node.name ??
    (node.kind === null ? t(`linkType.one.${node.type}`) : word("asset.seized", "asset", node.kind));
}

/** The name with its link; under it, unless brief, the case it belongs to. */
export function NodeLink({ node, brief }: { node: LinkNode; brief?: boolean }) {
  const nameOf = useNodeName();
  const { district } = useSaid();
  const name = node.name === null ? nameOf(node) : <Quoted>{node.name}</Quoted>;
  const where = node.case ? [node.case.title, district(node.case.district)].filter(Boolean).join(", ") : null;
  const link =
    node.type === "organization" ? (
      <Link to="/organizations/$id" params={{ id: node.id }}>
        {name}
      </Link>
    ) : node.type === "case" ? (
      <Link to="/cases/$id" params={{ id: node.id }}>
        {name}
      </Link>
    ) : node.type === "asset" ? (
      <Link to="/assets/$id" params={{ id: node.id }}>
        {name}
      </Link>
    ) : node.record ? (
      <Link to="/record" search={{ subject: node.record }}>
        {name}
      </Link>
    ) : (
      <span>{name}</span>
    );
  return (
    <>
      <span className={brief ? "name" : undefined}>{link}</span>
      {where ? (
        <span className="small muted where">
          {brief ? "" : " "}
          <Quoted>{where}</Quoted>
        </span>
      ) : null}
    </>
  );
}
