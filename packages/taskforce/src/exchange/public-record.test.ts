/** The public record is what its origin says, and the ordinary import takes every row of it. */
import { spawnSync } from "node:child_process";
import { createReadStream, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { expect, it } from "vitest";
import { kinds } from "../pure.ts";
import { importRows, readLines, readMapping } from "./index.ts";

const folder = new URL("../../../../data/public-record/", import.meta.url);
const file = fileURLToPath(new URL("record.jsonl", folder));
const lines = () => readLines(createReadStream(file), "jsonl", readMapping({}));

it("the rows are what the converter makes of origin/", () => {
  expect(spawnSync(process.execPath, [fileURLToPath(new URL("convert.mjs", folder)), "--check"]).status).toBe(0);
});

it("every row but a source names its source, and no key comes twice", () => {
  const rows = readFileSync(file, "utf8").trim().split("\n").map((line) => JSON.parse(line) as { key: string; kind: string; source?: string });
  expect(new Set(rows.map(({ key }) => key)).size).toBe(rows.length);
  for (const { kind, source } of rows) expect(kind === "source.described" || source !== undefined).toBe(true);
});

onEveryServer("the public record", (open) => {
  it("is imported whole, and a second time changes nothing", async () => {
    const { ledger } = await open(kinds);
    const first = await importRows(ledger, clerk, lines(), { format: "jsonl" });
    expect(first.refused).toEqual([]);
    expect(first.accepted).toBeGreaterThan(450);
    const again = await importRows(ledger, clerk, lines(), { format: "jsonl" });
    expect(again).toMatchObject({ accepted: 0, corrected: 0, unchanged: first.accepted, refused: [] });
    expect((await ledger.verify()).ok).toBe(true);
  });
});
