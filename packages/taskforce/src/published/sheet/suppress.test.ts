/** What is hidden stays hidden: from the total, from the other cells, and from a reader who knows the rules. */
import * as fc from "fast-check";
import { describe, expect, it, test } from "vitest";
import { hiddenAmong } from "./suppress.ts";

/** What a reader sees: the total, and each cell that is shown. */
function shown(counts: readonly number[], least: number): string {
  const hidden = hiddenAmong(counts, least);
  const total = counts.reduce((sum, count) => sum + count, 0);
  return `${total}: ${hidden ? counts.map((count, at) => (hidden[at] ? "–" : count)).join(" ") : "left out"}`;
}

test.each<[readonly number[], number, string]>([
  [[], 3, "0: "],
  [[12], 3, "12: 12"],
  [[2], 3, "2: left out"],
  [[1, 1], 3, "2: left out"],
  [[1, 2], 3, "3: – –"],
  [[2, 9, 5], 3, "16: – 9 –"],
  [[2, 5, 5, 9], 3, "21: – – – 9"],
  [[1, 1, 6, 7], 3, "15: – – – 7"],
  [[0, 2, 8, 3], 3, "13: 0 – 8 –"],
  [[4, 9, 30], 5, "43: – – 30"],
])("of %j with %i as the least shown, readers see %s", (counts, least, words) => {
  expect(shown(counts, least)).toBe(words);
});

describe.each([3, 4, 5])("with %i as the least shown", (least) => {
  it("no small count is shown", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 9 }), (counts) => {
        const hidden = hiddenAmong(counts, least);
        counts.forEach((count, at) => {
          if (hidden && !hidden[at]) expect(count === 0 || count >= least).toBe(true);
        });
      }),
    );
  });

  it("a hidden cell is never alone, and the hidden ones are never all the same", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 40 }), { maxLength: 9 }), (counts) => {
        const hidden = hiddenAmong(counts, least);
        const inside = counts.filter((_, at) => hidden?.[at]);
        if (inside.length === 0) return;
        expect(new Set(inside).size).toBeGreaterThan(1);
      }),
    );
  });

  it("whoever tries out every table that looks the same finds two values for each hidden cell", () => {
    // Every table of up to four headings, each there because something is counted under it, up to a total of 16.
    const tables = new Map<string, number[][]>();
    const fill = (counts: number[], left: number, cells: number) => {
      if (counts.length === cells) {
        const seen = shown(counts, least);
        const alike = tables.get(seen);
        if (alike) alike.push(counts);
        else tables.set(seen, [counts]);
        return;
      }
      for (let count = 1; count <= left; count++) fill([...counts, count], left - count, cells);
    };
    for (const cells of [1, 2, 3, 4]) fill([], 16, cells);
    expect(tables.size).toBeGreaterThan(300);
    for (const [seen, alike] of tables) {
      if (seen.endsWith("left out")) continue;
      const [first = []] = alike;
      const hidden = hiddenAmong(first, least) ?? [];
      hidden.forEach((is, at) => {
        if (is) expect(new Set(alike.map((counts) => counts[at])).size, seen).toBeGreaterThan(1);
      });
    }
  });
});
