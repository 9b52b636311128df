/** The link chart: nothing moves when more is opened, nothing overlaps, and the same links always look the same. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LinkLine, LinkNode } from "../../docket/index.ts";
import { columns, layOut, lineOf, linesOf, NODE } from "./layout.ts";

const node = (id: string, type: LinkNode["type"] = "person"): LinkNode => ({
  id,
  type,
  name: `Name of ${id}`,
  kind: null,
  case: null,
  record: id,
  opened: false,
  links: 1,
});
const link = (from: string, to: string): LinkLine => ({
  id: `${from}-${to}`,
  entry: "e",
  from,
  to,
  relation: "works-with",
  tier: null,
  wording: null,
  grade: { reliability: "B", credibility: "2" },
  since: null,
  until: null,
  certainty: "stated",
  source: null,
});
const placesOf = (chart: ReturnType<typeof layOut>) =>
  new Map(chart.placed.map(({ node: { id }, x, y }) => [id, `${x} ${y}`]));

describe("the link chart", () => {
  it("puts each type in a column of its own, and leaves no empty column", () => {
    const chart = layOut({ nodes: [node("a", "organization"), node("b"), node("c", "asset")], links: [] }, [
      "a",
    ]);
    expect(chart.types).toEqual(["organization", "person", "asset"]);
    expect(new Set(chart.placed.map(({ x }) => x)).size).toBe(3);
  });

  it("moves nothing that is there when another record is opened", () => {
    const types = fc.constantFrom(...columns);
    const ids = fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { minLength: 2, maxLength: 25 });
    fc.assert(
      fc.property(ids, fc.array(types, { minLength: 61, maxLength: 61 }), fc.nat(), (all, kinds, cut) => {
        const nodes = all.map((id) => node(`n${id}`, kinds[id] ?? "person"));
        const [root, ...others] = nodes;
        if (!root) return;
        const near = others.slice(0, 1 + (cut % others.length));
        const far = others.slice(near.length);
        const first = near.map(({ id }) => link(root.id, id));
        const before = layOut({ nodes: [root, ...near], links: first }, [root.id]);
        const opened = near[0] as LinkNode;
        const more = far.map(({ id }) => link(opened.id, id));
        const after = layOut({ nodes: [...far, ...near, root], links: [...more, ...first] }, [
          root.id,
          opened.id,
        ]);
        const rows = (chart: typeof before) => new Map(chart.placed.map(({ node: { id }, y }) => [id, y]));
        for (const [id, y] of rows(before)) expect(rows(after).get(id)).toBe(y);
        expect(new Set(placesOf(after).values()).size).toBe(nodes.length);
      }),
    );
  });

  it("draws the same links the same way, in whatever order they come", () => {
    const nodes = ["a", "b", "c", "d"].map((id) => node(id));
    const links = [link("a", "b"), link("a", "c"), link("c", "d")];
    const one = layOut({ nodes, links }, ["a"]);
    const other = layOut({ nodes: nodes.toReversed(), links: links.toReversed() }, ["a"]);
    expect(placesOf(other)).toEqual(placesOf(one));
  });

  it("leads lines from side to side, and around between two of one column", () => {
    const [a, b, c] = layOut({ nodes: [node("a", "organization"), node("b"), node("c")], links: [] }, [
      "a",
    ]).placed;
    if (!a || !b || !c) throw new Error("Somebody is missing.");
    expect(lineOf(a, b).path).toMatch(new RegExp(`^M${NODE.width},`));
    expect(lineOf(b, a)).toEqual(lineOf(a, b));
    expect(lineOf(b, c).grade.x).toBeGreaterThan(b.x + NODE.width);
  });

  it("writes no grade over another", () => {
    const nodes = [node("a", "organization"), node("c", "organization"), node("b", "asset")];
    const links = [link("a", "b"), link("c", "b"), { ...link("b", "a"), id: "back" }];
    const { placed } = layOut({ nodes, links }, ["a"]);
    const grades = [...linesOf({ links }, placed).values()].map(({ grade: { x, y } }) => `${x} ${y}`);
    expect(grades).toHaveLength(3);
    expect(new Set(grades).size).toBe(3);
  });
});
