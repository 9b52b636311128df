/** Where each record of a link chart stands: a column for each type, in the order in which they were come upon, so that nothing moves when more is opened. */
import type { EndType, LinkNode, Links } from "../../docket/index.ts";

export const NODE = { width: 232, height: 52, columnGap: 110, rowGap: 14 } as const;

/** From left to right. */
export const columns: readonly EndType[] = ["organization", "person", "case", "venture", "asset"];

export interface Placed {
  node: LinkNode;
  column: number;
  x: number;
  y: number;
}

export interface Chart {
  placed: Placed[];
  /** The types that have a column, from left to right. */
  types: EndType[];
  width: number;
  height: number;
}

function byName(a: LinkNode, b: LinkNode): number {
  return (
    columns.indexOf(a.type) - columns.indexOf(b.type) ||
    (a.name ?? "~").localeCompare(b.name ?? "~") ||
    a.id.localeCompare(b.id)
  );
}

/** The records in the order they were come upon: what was opened first, then its neighbours, then what was opened next. */
function inOrder({ nodes, links }: Pick<Links, "nodes" | "links">, around: readonly string[]): LinkNode[] {
  const byId = new Map(nodes.map((node) => [node.id, node]));
  const met = new Map<string, LinkNode>();
  const meet = (found: readonly LinkNode[]) => {
    for (const node of found.toSorted(byName)) if (!met.has(node.id)) met.set(node.id, node);
  };
  for (const [turn, id] of around.entries()) {
    const self = byId.get(id);
    // A case is not on the chart itself: its defendants, ventures and assets are.
    const opened = self
      ? [self]
      : nodes.filter((node) => turn === 0 && node.opened && !around.includes(node.id));
    meet(opened);
    const from = new Set(opened.map((node) => node.id));
    meet(
      links.flatMap((link) => {
        const other = from.has(link.from) ? link.to : from.has(link.to) ? link.from : undefined;
        return (other !== undefined && byId.get(other)) || [];
      }),
    );
  }
  meet(nodes);
  return [...met.values()];
}

export function layOut(links: Pick<Links, "nodes" | "links">, around: readonly string[]): Chart {
  const ordered = inOrder(links, around);
  const types = columns.filter((type) => ordered.some((node) => node.type === type));
  const filled = types.map(() => 0);
  const placed = ordered.map((node) => {
    const column = types.indexOf(node.type);
    const row = filled[column] ?? 0;
    filled[column] = row + 1;
    return {
      node,
      column,
      x: column * (NODE.width + NODE.columnGap),
      y: row * (NODE.height + NODE.rowGap),
    };
  });
  return {
    placed,
    types,
    width: types.length * (NODE.width + NODE.columnGap) - NODE.columnGap,
    height: Math.max(0, ...filled) * (NODE.height + NODE.rowGap),
  };
}

export interface Line {
  path: string;
  /** Where its grade is written: beside the box it leads to, above the line. */
  grade: { x: number; y: number };
}

/** The line of a link: from the side of one box to the side of the other, or around where both stand in one column. */
export function lineOf(from: Placed, to: Placed): Line {
  const [left, right] = from.x <= to.x ? [from, to] : [to, from];
  const y1 = left.y + NODE.height / 2;
  const y2 = right.y + NODE.height / 2;
  if (left.x === right.x) {
    const x = left.x + NODE.width;
    const bow = Math.min(NODE.columnGap * 0.7, 24 + Math.abs(y2 - y1) * 0.15);
    return {
      path: `M${x},${y1} C${x + bow},${y1} ${x + bow},${y2} ${x},${y2}`,
      grade: { x: x + bow * 0.75, y: (y1 + y2) / 2 },
    };
  }
  const x1 = left.x + NODE.width;
  const x2 = right.x;
  const half = NODE.columnGap / 2;
  return {
    // However far apart the columns are, it bends beside its boxes and runs straight in between.
    path: `M${x1},${y1} C${x1 + half},${y1} ${x2 - half},${y2} ${x2},${y2}`,
    grade: { x: x2 - 18, y: y2 - 8 },
  };
}

/** A line for each link, by its id; the grades of several that lead to one box stand above one another. */
export function linesOf({ links }: Pick<Links, "links">, placed: readonly Placed[]): Map<string, Line> {
  const at = new Map(placed.map((one) => [one.node.id, one]));
  const taken = new Map<string, number>();
  const lines = new Map<string, Line>();
  for (const { id, from, to, grade } of links) {
    const [one, other] = [at.get(from), at.get(to)];
    if (!one || !other) continue;
    const line = lineOf(one, other);
    const place = `${line.grade.x} ${line.grade.y}`;
    const before = taken.get(place) ?? 0;
    if (grade) taken.set(place, before + 1);
    lines.set(id, { ...line, grade: { x: line.grade.x, y: line.grade.y - before * 12 } });
  }
  return lines;
}
