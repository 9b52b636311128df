import * as fc from "fast-check";
import { expect, test } from "vitest";
import { type CsvRow, csvRows } from "./csv.ts";

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

async function rowsOf(text: string, size = 7, longest = 1000): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const row of csvRows(inPieces(text, size), longest)) rows.push(row);
  return rows;
}

const brief = (rows: readonly CsvRow[]) =>
  rows.map(({ number, cells, unreadable }) => (unreadable ? [number, "unreadable"] : [number, ...cells]));

test.each<[string, string, unknown[]]>([
  [
    "cells, quoted or not",
    'a,"b, c",\n1,2,3',
    [
      [1, "a", "b, c", ""],
      [2, "1", "2", "3"],
    ],
  ],
  ["doubled quotation marks", '"say ""so""",b', [[1, 'say "so"', "b"]]],
  [
    "line breaks inside a cell",
    'a,"b\r\nc\n"\nd,e',
    [
      [1, "a", "b\r\nc\n"],
      [4, "d", "e"],
    ],
  ],
  [
    "every kind of line end",
    "a\r\nb\rc\nd\r",
    [
      [1, "a"],
      [2, "b"],
      [3, "c"],
      [4, "d"],
    ],
  ],
  [
    "empty lines",
    "a\n\n  \nb\n",
    [
      [1, "a"],
      [4, "b"],
    ],
  ],
  ["a byte order mark", '\uFEFF"a",b', [[1, "a", "b"]]],
  [
    "a stray quotation mark",
    'a,b"c\nd,e',
    [
      [1, "unreadable"],
      [2, "d", "e"],
    ],
  ],
  [
    "text after a closing one",
    '"a"b,c\nd,e',
    [
      [1, "unreadable"],
      [2, "d", "e"],
    ],
  ],
  [
    "one that is never closed",
    'a,"b\nc,d\ne,f\n',
    [
      [1, "unreadable"],
      [2, "c", "d"],
      [3, "e", "f"],
    ],
  ],
  [
    "empty lines after one that is never closed",
    'a,"b\n\n  \nc,d\n',
    [
      [1, "unreadable"],
      [4, "c", "d"],
    ],
  ],
  [
    "one closed by another row's",
    'a,"b\nc,d\ne,"f, g"\nh,i',
    [
      [1, "unreadable"],
      [2, "c", "d"],
      [3, "e", "f, g"],
      [4, "h", "i"],
    ],
  ],
])("reads %s", async (_what, text, rows) => {
  for (const size of [1, 2, 7, 1000]) expect(brief(await rowsOf(text, size))).toEqual(rows);
});

test("a quoted cell longer than a row may be costs its first line only, wherever the file ends", async () => {
  const long = `a,"${"x\n".repeat(2000)}`;
  const rows = await rowsOf(`${long}b,c\n`, 64, 500);
  expect(rows[0]).toMatchObject({
    number: 1,
    raw: 'a,"x',
    unreadable: { en: expect.stringContaining("none closes") },
  });
  expect(rows.at(-1)).toMatchObject({ number: 2001, cells: ["b", "c"] });
  expect(rows).toHaveLength(2001);
});

test("a row that many doubled quotation marks keep open is read in one go", async () => {
  const lines = 50_000;
  const rows = await rowsOf(`a,"${'say ""so""\n'.repeat(lines)}",b\nc,d`, 4096, 1_000_000);
  expect(rows.map(({ number, cells }) => [number, cells.length])).toEqual([
    [1, 3],
    [lines + 2, 2],
  ]);
});

const cell = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r", " ", "é"), maxLength: 6 });
const quoted = (text: string) =>
  /[",\r\n]/.test(text) || text.trim() === "" ? `"${text.replaceAll('"', '""')}"` : text;

test("whatever was written is read back, whatever the pieces it comes in", async () => {
  const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), { maxLength: 5 });
  await fc.assert(
    fc.asyncProperty(table, fc.integer({ min: 1, max: 9 }), async (rows, size) => {
      const text = rows.map((row) => row.map(quoted).join(",")).join("\n");
      expect((await rowsOf(text, size)).map(({ cells }) => cells)).toEqual(rows);
    }),
  );
});

test("a spoilt row takes no other with it", async () => {
  const spoilt = fc.constantFrom('x,"y', 'x"y,z', '"x"y', 'x,"y""');
  const good = fc.array(fc.constantFrom("a", "b c", "1"), { minLength: 2, maxLength: 3 });
  await fc.assert(
    fc.asyncProperty(fc.array(fc.oneof(spoilt, good), { maxLength: 9 }), async (lines) => {
      const text = lines.map((line) => (typeof line === "string" ? line : line.join(","))).join("\n");
      const found = await rowsOf(text);
      lines.forEach((line, index) => {
        const row = found.find(({ number }) => number === index + 1);
        if (typeof line !== "string") expect(row?.cells).toEqual(line);
      });
    }),
  );
});
