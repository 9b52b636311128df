/** Figures and the fact sheet from the command line: the whole course, refusals with their exit codes, files that open. */
import { fileURLToPath } from "node:url";
import { freshDatabase, type FreshDatabase } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, expect, inject, it } from "vitest";
import { Bench } from "./testing/jd.ts";

const RECORD = fileURLToPath(new URL("../../../data/public-record/record.jsonl", import.meta.url));
const server = inject("servers").at(-1);

let database: FreshDatabase;
let bench: Bench;
let figure: string;

beforeAll(async () => {
  if (!server) throw new Error("No database server is there for the tests.");
  database = await freshDatabase(server);
  bench = new Bench({ DATABASE_URL: database.url });
  await bench.json("import", RECORD);
});
afterAll(async () => {
  await bench.close();
  await database.clear();
  await database.drop();
});

it("goes from draft to publication by two people", async () => {
  const drafted = await bench.json(
    "figures",
    "draft",
    "arrests",
    "--as-known-on",
    "2024-05-31",
    "--by",
    "Ana Drafter",
  );
  figure = drafted.figure;
  const own = await bench.jd("figures", "review", figure, "--approve", "--by", "ANA DRAFTER", "--json");
  expect([own.code, own.json.code]).toEqual([1, "figure-own-review"]);
  const early = await bench.jd("figures", "publish", figure, "--by", "Ana Drafter", "--json");
  expect([early.code, early.json.code]).toEqual([1, "figure-not-reviewed"]);
  await bench.json("figures", "review", figure, "--approve", "--by", "Ben Reviewer");
  await bench.json("figures", "publish", figure, "--by", "Ana Drafter");
  const shown = await bench.json("figures", "show", figure);
  expect(shown).toMatchObject({ state: "published", by: "Ana Drafter", reviewedBy: "Ben Reviewer" });
  expect(JSON.stringify(shown)).not.toContain('"size"');
  const [results] = await bench.json("results", "--measure", "arrests", "--as-known-on", "2024-05-31");
  expect(shown.value).toBe(results.value);
  expect(shown.counted.entries.toSorted()).toEqual(results.entries.toSorted());
});

it("comes out the same, and itemises what changed since", async () => {
  const again = await bench.json("figures", "rerun", figure);
  expect(again).toMatchObject({ outcome: "same", lost: [] });
  const found = await bench.json("figures", "difference", figure);
  const sum = found.items.reduce((total: number, { change }: { change: number }) => total + change, 0);
  expect(found.items.length).toBeGreaterThan(0);
  expect(found.published + sum).toBe(found.today);
  const csv = await bench.jd("figures", "difference", figure, "--csv");
  expect(csv.out.trimEnd().split(/\r?\n/)).toHaveLength(found.items.length + 1);
});

it("is withdrawn once, with a reason, by somebody", async () => {
  expect((await bench.jd("figures", "withdraw", figure, "--by", "Cy")).code).toBe(2);
  expect((await bench.jd("figures", "withdraw", figure, "--reason", "Wrong source.")).code).toBe(2);
  await bench.json("figures", "withdraw", figure, "--reason", "Wrong source.", "--by", "Cy");
  const twice = await bench.jd("figures", "withdraw", figure, "--reason", "Again.", "--by", "Cy", "--json");
  expect([twice.code, twice.json.code]).toEqual([1, "figure-withdrawn-already"]);
  const listed = await bench.json("figures", "list", "--state", "withdrawn");
  expect(listed.map((one: { figure: string }) => one.figure)).toEqual([figure]);
});

it.each([
  [["figures", "escape"], /“escape” is none of/],
  [["figures", "show", "nothing"], /Name a figure by its identifier/],
  [["figures", "draft", "arrests"], /--by “Name”/],
  [["figures", "review", "00000000-0000-4000-8000-000000000001", "--by", "B"], /--approve or --return/],
  [["fact-sheet", "--language", "fr"], /--language is one of en, es/],
])("%j is not understood, and it is said what would be", async (args, words) => {
  const { code, err } = await bench.jd(...args);
  expect(code).toBe(2);
  expect(err).toMatch(words);
});

it("writes the fact sheet of a day as CSV, as JSON and as a tagged PDF, each with the same digits", async () => {
  const known = ["--as-known-on", "2024-05-31"];
  const sheet = await bench.json("fact-sheet", ...known);
  const values = sheet.parts.flatMap(({ figures }: { figures: { measure: string; value: number }[] }) =>
    figures.map(({ measure, value }) => [measure, value]),
  );
  expect(values.length).toBeGreaterThanOrEqual(8);
  await bench.jd("fact-sheet", ...known, "--csv", "sheet.csv", "--pdf", "hoja.pdf", "--language", "es");
  const lines = bench.read("sheet.csv").split("\r\n");
  for (const [measure, value] of values)
    expect(
      lines.some(
        (line) => line.startsWith('"figure"') && line.includes(`"${measure}"`) && line.includes(`,${value},`),
      ),
    ).toBe(true);
  const pdf = bench.read("hoja.pdf");
  expect(pdf).toContain("/Lang (es-US)");
  expect(pdf).toContain("/S /Table");
  const again = await bench.json("fact-sheet", "--cut", sheet.cut);
  expect(again.parts).toEqual(sheet.parts);
});
