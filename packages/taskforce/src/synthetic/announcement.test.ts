/** The scenario holds to the digit at every published date, whatever the seed, and every case that makes figures go wrong is inside. */
import { readFileSync } from "node:fs";
import { Readable } from "node:stream";
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { tryBounds } from "@joint-docket/ledger/pure";
import * as fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { importRows, type Row, readLines, readMapping } from "../exchange/index.ts";
import { kinds } from "../pure.ts";
import {
  brokenDown,
  evaluate,
  type Frame,
  framed,
  intervalOf,
  measureNamed,
  parseFrame,
} from "../results/index.ts";
import { announcementPlans } from "./announcement.ts";
import { iso } from "./days.ts";
import { announcement, HIGHEST_SEED, publicClaims } from "./index.ts";
import { stages } from "./stages.ts";

const seeds = fc.integer({ min: 0, max: HIGHEST_SEED });
const SEED = 20240605;
const rows = [...announcement(SEED)];
const ofTheTaskForce = publicClaims.filter(({ scope }) => scope === "task-force");
const counted = ["arrests", "convictions", "sentenced"] as const;

describe("the claims of the scenario", () => {
  it("are those of the public record, each of them", () => {
    const record = readFileSync(
      new URL("../../../../data/public-record/record.jsonl", import.meta.url),
      "utf8",
    );
    const reported = record
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Row)
      .filter(({ kind, body }) => kind === "figure.reported" && !/^(ussc|trac)\./.test(String(body.measure)))
      .map(({ body }) => body);
    const said = publicClaims.map(({ operator, value, wording, stated: _stated, ...rest }) => ({
      ...rest,
      claim: {
        operator,
        ...(value === undefined ? {} : { value }),
        ...(wording === undefined ? {} : { wording }),
      },
    }));
    const sorted = (list: readonly object[]) =>
      list.map((one) => JSON.stringify(Object.entries(one).sort())).sort();
    expect(sorted(said)).toEqual(sorted(reported));
  });
});

describe("the scenario", () => {
  it("can be drawn from any seed", () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { cases, base } = announcementPlans(seed);
        expect(cases.length).toBeGreaterThan(100);
        expect(base).toBeLessThan(200);
      }),
      { numRuns: 60 },
    );
  });

  it("is the same for the same seed, and longer with more entries without another figure", () => {
    expect([...announcement(SEED)]).toEqual(rows);
    const longer = [...announcement(SEED, rows.length + 500)];
    expect(longer).toHaveLength(rows.length + 500);
    expect(longer.slice(0, rows.length)).toEqual(rows);
    expect([...announcement(SEED, 10)]).toHaveLength(rows.length);
    const added = longer.slice(rows.length).map(({ occurred }) => occurred ?? "");
    expect(added.filter((occurred) => occurred >= "2021-06")).toEqual([]);
  });

  it("names nobody and marks every source", () => {
    for (const { kind, body } of rows)
      if (kind === "defendant.joined") expect(body.designation).toMatch(/^Defendant \d+: [a-z ]+$/);
    const sources = rows.filter(({ kind }) => kind === "source.described").map(({ body }) => body.sourceKind);
    expect(new Set(sources)).toEqual(new Set(["synthetic"]));
  });
});

onEveryServer("the scenario, imported", (open) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ({ ledger } = await open(kinds));
    const text = Readable.from(rows.map((row) => `${JSON.stringify(row)}\n`));
    const report = await importRows(ledger, clerk, readLines(text, "jsonl", readMapping({})), {
      format: "jsonl",
    });
    expect(report.refused).toEqual([]);
    expect(report.accepted).toBe(rows.length);
  });

  const frameOn = async (day: string, population: "record" | "task-force" = "record"): Promise<Frame> =>
    (await framed(ledger, parseFrame({ asKnownOn: day, population }))).frame;
  const totals = async (name: string, day: string, population?: "record" | "task-force") => {
    const frame = await frameOn(day, population);
    return ledger.read(clerk, (reader) => evaluate(reader, measureNamed(name), frame));
  };
  const value = async (...asked: Parameters<typeof totals>) => (await totals(...asked)).value;
  const cashOn = async (day: string) => {
    const frame = await frameOn(day);
    const groups = await ledger.read(clerk, (reader) =>
      brokenDown(reader, measureNamed("seizures-in-USD"), frame, ["asset-kind"]),
    );
    return Number(groups.find(({ key }) => key[0] === "cash")?.value ?? 0) / 100;
  };
  const longestOn = async (day: string) => {
    const atLeast = (months: number) => value(`sentences-of-${months}-months-or-more`, day);
    let [low, high] = [0, 12_000];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((await atLeast(middle)) > 0) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  it.each(["record", "task-force"] as const)(
    "has exactly 305 arrests, 242 convictions and 175 sentenced as known on June 5, 2024 (population %s)",
    async (population) => {
      const found = await Promise.all(counted.map((name) => value(name, "2024-06-05", population)));
      expect(found).toEqual([305, 242, 175]);
    },
  );

  it.each([
    // Days on which the exact claims hold, and the days around the fifth of June.
    ["2022-06-01", 85, undefined, undefined],
    ["2022-06-30", 85, undefined, undefined],
    ["2023-03-01", 179, undefined, undefined],
    ["2023-03-16", 179, undefined, undefined],
    ["2023-03-31", 179, undefined, undefined],
    ["2023-08-03", 263, 150, undefined],
    ["2023-11-14", undefined, 150, undefined],
    ["2023-12-04", 268, 173, 104],
    ["2024-05-28", 298, 241, 166],
    ["2024-05-31", 302, 241, 172],
    ["2024-06-04", 302, 241, 172],
    ["2024-06-11", 305, 242, 175],
    ["2024-10-31", 333, 278, 214],
    ["2024-12-16", 347, 292, 234],
    ["2024-12-31", 348, 297, 243],
    ["2025-02-20", 360, 306, 256],
    ["2025-09-04", 422, 358, 312],
    ["2026-09-30", 466, 412, 366],
  ] as const)("knew on %s of so many arrests, convictions and people sentenced", async (day, ...expected) => {
    for (const [index, number] of expected.entries())
      if (number !== undefined)
        expect([counted[index], await value(counted[index] ?? "", day)]).toEqual([counted[index], number]);
  });

  it.each(
    ofTheTaskForce
      .filter(({ asOf }) => asOf !== undefined)
      .map((claim) => [claim.measure, claim.asOf ?? "", claim] as const),
  )("satisfies what was claimed of %s as of %s", async (measure, asOf, claim) => {
    const days = tryBounds(asOf) as { from: string; to: string };
    // A month or a stretch is satisfied by one of its days; a cumulative month counts at its end.
    const day = measure !== "cash-seized" && asOf.includes("/") ? days.from : days.to;
    const held =
      measure === "cash-seized"
        ? await cashOn(day)
        : measure === "longest-sentence-months"
          ? await longestOn(day)
          : await value(measure, day);
    const range = intervalOf(claim) as { low: number; high: number };
    expect(held).toBeGreaterThanOrEqual(range.low);
    expect(held).toBeLessThanOrEqual(range.high);
  });

  it("satisfies the pair that bears no day in autumn 2024, and when it was quoted", async () => {
    for (const day of ["2024-10-31", "2025-09-05"]) {
      expect(await value("arrests", day)).toBeGreaterThan(330);
      expect(await value("convictions", day)).toBeGreaterThan(275);
    }
  });

  it("grows as was claimed on May 31, 2024: by the two figures that are not one", async () => {
    const grew = (of: string) => value(`growth-since-2020-to-2023-of-${of}`, "2024-05-31");
    expect(await grew("felony-prosecutions")).toBe(27);
    expect(await grew("defendants-charged")).toBeGreaterThan(25);
    expect(await grew("defendants-charged")).toBeLessThanOrEqual(27);
    const share = await value("felony-share", "2026-09-30");
    expect(share).toBeGreaterThan(90);
    expect(share).toBeLessThan(100);
  });

  it("had four people surrendered by Guatemala in March 2023, and leaders of three countries by May 2024", async () => {
    const from = async (day: string) => {
      const frame = await frameOn(day);
      const groups = await ledger.read(clerk, (reader) =>
        brokenDown(reader, measureNamed("extraditions"), frame, ["country"]),
      );
      return Object.fromEntries(groups.map(({ key, value: number }) => [key[0], number]));
    };
    expect((await from("2023-03-16"))["GT"]).toBe(4);
    expect(await from("2024-05-31")).toMatchObject({
      GT: expect.any(Number),
      MX: expect.any(Number),
      HN: expect.any(Number),
    });
    expect(Object.keys(await from("2024-06-11"))).not.toContain("CO");
  });

  it("had something seized of every kind named by December 4, 2023, and several indictments", async () => {
    const frame = await frameOn("2023-12-04");
    const groups = await ledger.read(clerk, (reader) =>
      brokenDown(reader, measureNamed("seizures"), frame, ["asset-kind"]),
    );
    expect(groups.filter(({ value: number }) => Number(number) > 0).map(({ key }) => key[0])).toEqual(
      expect.arrayContaining(["cash", "real-property", "vehicle", "firearm-or-ammunition", "drug"]),
    );
    expect(await value("indictments", "2024-05-31")).toBeGreaterThan(20);
    expect(await value("forfeitures", "2024-12-31")).toBeGreaterThan(1);
  });

  it("holds every case that makes figures go wrong, and each is left out for its reason", async () => {
    const reasons = async (name: string, day: string) =>
      Object.fromEntries((await totals(name, day)).leftOut.map(({ reason, entries }) => [reason, entries]));
    expect(await reasons("arrests", "2026-09-30")).toMatchObject({
      "same-person": expect.any(Number),
      withdrawn: 3,
      "before-window": expect.any(Number),
      "date-unknown": expect.any(Number),
      "no-dated-source": expect.any(Number),
      "no-arrest-stated": expect.any(Number),
    });
    expect(await reasons("convictions", "2026-09-30")).toMatchObject({
      "another-count-of-same-defendant": expect.any(Number),
      "same-person": expect.any(Number),
      vacated: expect.any(Number),
      "before-window": expect.any(Number),
    });
    expect(await reasons("sentenced", "2026-09-30")).toMatchObject({
      "same-person": expect.any(Number),
      vacated: expect.any(Number),
    });
    expect(await reasons("indictments", "2026-09-30")).toMatchObject({ superseding: expect.any(Number) });
  });

  it("has the rows of each of those cases", () => {
    const where = (kind: string, fits: (row: Row) => boolean = () => true) =>
      rows.filter((row) => row.kind === kind && fits(row)).length;
    expect(where("arrest.made", ({ body }) => body.place === "foreign")).toBeGreaterThan(20);
    expect(where("arrest.made", ({ body }) => body.persons === 3)).toBe(1);
    expect(
      where("instrument.filed", ({ body }) => body.instrument === "superseding-indictment"),
    ).toBeGreaterThan(5);
    expect(where("sentence.amended")).toBeGreaterThan(2);
    expect(
      where("judgment.vacated", ({ body }) => body.scope === "sentence-and-convictions"),
    ).toBeGreaterThanOrEqual(3);
    expect(where("defendant.joined", ({ replaces }) => replaces !== undefined)).toBe(4);
    expect(where("asset.seized", ({ replaces }) => replaces !== undefined)).toBe(1);
    expect(where("entry.withdrawn")).toBe(3);
    expect(where("charge.disposed", ({ body }) => body.outcome === "conviction-vacated")).toBeGreaterThan(0);
    // The last days of a fiscal year, told of in the next one.
    const dated = new Map(rows.map(({ key, body }) => [key, body.dated]));
    const across = ({ occurred = "", source = "" }: Row) =>
      occurred === "2022-09-29" && dated.get(source) === "2022-10-05";
    for (const kind of ["arrest.made", "charge.disposed", "sentence.imposed"])
      expect(where(kind, across)).toBeGreaterThan(0);
  });
});

onEveryServer("the scenario of any seed", (open) => {
  it("has the same figures at the end of every stage, and cash as it was claimed", async () => {
    await fc.assert(
      fc.asyncProperty(seeds, async (seed) => {
        const { ledger } = await open(kinds);
        const text = Readable.from([...announcement(seed)].map((row) => `${JSON.stringify(row)}\n`));
        const report = await importRows(ledger, clerk, readLines(text, "jsonl", readMapping({})), {
          format: "jsonl",
        });
        expect(report.refused).toEqual([]);
        const value = async (name: string, asKnownOn: string) => {
          const { frame } = await framed(ledger, parseFrame({ asKnownOn }));
          return (await ledger.read(clerk, (reader) => evaluate(reader, measureNamed(name), frame))).value;
        };
        for (const { to, arrests, convictions, sentenced } of stages) {
          const day = iso(to);
          const found = await Promise.all(counted.map((name) => value(name, day)));
          expect([day, ...found]).toEqual([day, arrests, convictions, sentenced]);
        }
        expect(await value("growth-since-2020-to-2023-of-felony-prosecutions", "2024-05-31")).toBe(27);
        expect(await value("growth-since-2020-to-2023-of-defendants-charged", "2024-05-31")).toBeGreaterThan(
          25,
        );
        expect(await value("sentences-of-405-months-or-more", "2024-06-05")).toBe(1);
        expect(await value("sentences-of-406-months-or-more", "2024-06-05")).toBe(0);
      }),
      { numRuns: 1 },
    );
  });
});
