/** A general docket: the ordinary import takes every row of it, whatever the seed, and the same seed gives the same bytes. */
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { kinds } from "../pure.ts";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { importRows, type Row, readLines, readMapping } from "../exchange/index.ts";
import { taskForceAsOf } from "../reference/pure.ts";
import { docket, draftBatches, HIGHEST_SEED } from "./index.ts";

const seeds = fc.integer({ min: 0, max: HIGHEST_SEED });
const digest = (rows: Iterable<Row>) => {
  const hash = createHash("sha256");
  for (const row of rows) hash.update(`${JSON.stringify(row)}\n`);
  return hash.digest("hex");
};
const many = [...docket(60_000, 7)];
const of = (kind: string) => many.filter((row) => row.kind === kind);
const later = (one: string, other: string) => (one > other ? one : other);
const share = (rows: readonly Row[], fits: (row: Row) => boolean) => rows.filter(fits).length / rows.length;

describe("a synthetic docket", () => {
  it("has as many rows as were asked for, and a smaller one begins a larger one", () => {
    fc.assert(
      fc.property(
        seeds,
        fc.integer({ min: 0, max: 400 }),
        fc.integer({ min: 0, max: 400 }),
        (seed, few, more) => {
          const small = [...docket(few, seed)];
          expect(small).toHaveLength(few);
          expect([...docket(few + more, seed)].slice(0, few)).toEqual(small);
        },
      ),
      { numRuns: 40 },
    );
  });

  it("is the same to the byte for the same seed, on any machine and day", () => {
    expect(digest(docket(20_000, 1))).toBe(digest(docket(20_000, 1)));
    expect(digest(docket(20_000, 1))).not.toBe(digest(docket(20_000, 2)));
    expect(digest(docket(20_000, 1))).toMatchInlineSnapshot(
      `"c01018b8f75a380f0a4f6ebe86b9da112f7f0f81a042fcc013c8efff217eb3ad"`,
    );
  });

  it("cites a synthetic source in every row, and names keys that stand before", () => {
    const sources = new Map<string, unknown>();
    const wrong: string[] = [];
    for (const { key, kind, source, body } of many) {
      if (kind === "source.described") sources.set(key, body.sourceKind);
      else if (sources.get(source ?? "") !== "synthetic") wrong.push(key);
    }
    expect(wrong).toEqual([]);
    expect(new Set(sources.values())).toEqual(new Set(["synthetic"]));
    expect(new Set(many.map(({ key }) => key)).size).toBe(many.length);
  });

  it("names nobody: people are labels", () => {
    const designations = of("defendant.joined").map(({ body }) => String(body.designation));
    expect(designations.filter((text) => !/^Defendant \d+: [a-z ]+$/.test(text))).toEqual([]);
    const titles = of("case.opened").map(({ body }) => String(body.title));
    expect(titles.filter((text) => !/^Synthetic case \d+: [a-z -]+$/.test(text))).toEqual([]);
    expect(JSON.stringify(many)).not.toMatch(/\balien/i);
  });

  it("uses every kind that tells of a case, and corrections and withdrawals", () => {
    const told = new Set(many.map(({ kind }) => kind));
    // Figures of our own and policies are made by people of this installation, and hold for every case in it.
    const ours = /^(figure\.(drafted|reviewed|published|withdrawn)|priority\.)/;
    expect(kinds.map(({ kind }) => kind).filter((kind) => !told.has(kind) && !ours.test(kind))).toEqual([]);
    expect(told).toContain("entry.withdrawn");
    expect(new Set(many.filter(({ replaces }) => replaces).map(({ kind }) => kind))).toEqual(
      new Set(["sentence.imposed", "defendant.joined"]),
    );
  });

  it("spreads cases over the districts as the public record does", () => {
    const inDistrict = (key: string) => share(of("case.opened"), ({ body }) => body.district === key);
    expect(inDistrict("TXW")).toBeCloseTo(1490 / 4731, 1);
    expect(inDistrict("TXS")).toBeCloseTo(1191 / 4731, 1);
    expect(inDistrict("AZ")).toBeCloseTo(981 / 4731, 1);
    expect(new Set(of("case.opened").map(({ body }) => body.district)).size).toBeGreaterThan(60);
  });

  it("has the task force's cases only where and when public statements show it at work", () => {
    const theirs = of("case.opened").filter(({ body }) => body.taskForce === "yes");
    expect(theirs.length).toBeGreaterThan(200);
    const wrong = theirs.filter(
      ({ occurred, body }) =>
        !taskForceAsOf(later(occurred ?? "", "2022-06-30")).districts.some(
          ({ key }) => key === body.district,
        ),
    );
    expect(wrong).toEqual([]);
  });

  it("has most counts end in a plea, a few in acquittal, and a few sentences changed", () => {
    const outcome = (name: string) => share(of("charge.disposed"), ({ body }) => body.outcome === name);
    expect(outcome("convicted-plea")).toBeGreaterThan(0.4);
    expect(outcome("acquitted")).toBeGreaterThan(0.003);
    expect(outcome("conviction-vacated")).toBeGreaterThan(0.0005);
    const ratio = of("sentence.amended").length / of("sentence.imposed").length;
    expect(ratio).toBeGreaterThan(0.01);
    expect(ratio).toBeLessThan(0.05);
    expect(
      share(many, ({ kind, replaces }) => kind === "entry.withdrawn" || replaces !== undefined),
    ).toBeLessThan(0.02);
  });

  it("comes as drafts too, in batches", () => {
    const batches = [...draftBatches(12_000, 3, 5000)];
    expect(batches.flat()).toHaveLength(12_000);
    expect(
      batches.flat().some(({ kind, replaces }) => replaces !== undefined || kind === "entry.withdrawn"),
    ).toBe(false);
    expect(batches[0]?.length).toBeGreaterThanOrEqual(5000);
  });
});

onEveryServer("the import", (open) => {
  it("takes every row of a synthetic docket, whatever the seed, and nothing when it comes again", async () => {
    const { ledger } = await open(kinds);
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const text = () => Readable.from([...docket(2500, seed)].map((row) => `${JSON.stringify(row)}\n`));
        const imported = () =>
          importRows(ledger, clerk, readLines(text(), "jsonl", readMapping({})), { format: "jsonl" });
        expect(await imported()).toMatchObject({ accepted: 2500, corrected: 0, unchanged: 0, refused: [] });
        expect(await imported()).toMatchObject({ accepted: 0, corrected: 0, unchanged: 2500, refused: [] });
      }),
      { numRuns: 5 },
    );
  });

  it("takes the drafts as well", async () => {
    const { ledger } = await open(kinds);
    for (const batch of draftBatches(6000, 11, 3000)) await ledger.append(clerk, batch);
    expect((await ledger.cut.now()).size).toBe(6000);
  });
});
