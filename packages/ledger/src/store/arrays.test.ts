/** What goes out as a binary array comes back as the same values. */
import { Client } from "pg";
import { describe, expect, inject, it } from "vitest";
import { arrayOf, type Item, type ItemType } from "./arrays.ts";

const ID = "0f8fad5b-d9cb-469f-a165-70867728950e";

const cases: readonly [ItemType, readonly Item[], readonly (string | null)[]][] = [
  ["boolean", [true, null, false], ["true", null, "false"]],
  ["bytea", [Buffer.of(0, 255, 92), Buffer.alloc(0), null], ["\\x00ff5c", "\\x", null]],
  ["bigint", [0, -1, 2 ** 53 - 1, null], ["0", "-1", "9007199254740991", null]],
  ["smallint", [-32768, 32767], ["-32768", "32767"]],
  ["integer", [-2147483648, 2147483647, null], ["-2147483648", "2147483647", null]],
  [
    "text",
    ["", 'a "quoted", {braced} \\', "ñ 漢 🚚", null, "NULL"],
    ["", 'a "quoted", {braced} \\', "ñ 漢 🚚", null, "NULL"],
  ],
  [
    "date",
    ["1900-01-01", "2000-02-29", "2199-12-31", null],
    ["1900-01-01", "2000-02-29", "2199-12-31", null],
  ],
  ["uuid", [ID, ID.toUpperCase(), null], [ID, ID, null]],
];

describe.each(inject("servers"))("arrays ($name)", ({ url }) => {
  it.each(cases)("of %s arrive as they were sent", async (type, items, shown) => {
    const client = new Client({ connectionString: url });
    await client.connect();
    try {
      const ask = async (sent: readonly Item[]) =>
        (
          await client.query<{ item: string | null }>(
            `select u::text as item from unnest($1::${type}[]) as u`,
            [arrayOf(type, sent)],
          )
        ).rows.map(({ item }) => item);
      expect(await ask(items)).toEqual(shown);
      expect(await ask([])).toEqual([]);
    } finally {
      await client.end();
    }
  });
});

it.each<[ItemType, Item]>([
  ["uuid", ""],
  ["uuid", "0f8fad5b"],
  ["uuid", `${ID.slice(0, -1)}g`],
  ["uuid", `${ID.slice(0, -1)}ñ`],
  ["date", "2024-02"],
  ["date", "2024-13-01"],
  ["integer", 1.5],
  ["integer", "3"],
  ["bigint", Number.NaN],
  ["smallint", Number.POSITIVE_INFINITY],
])("refuses what is no %s: %j", (type, item) => {
  expect(() => arrayOf(type, [item])).toThrow(TypeError);
});
