/** Break-downs, sums, shares and growth: what they add up to, and what is refused rather than mixed. */
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { answers } from "./ask.ts";
import { parseBreakdowns, parsePlace } from "./breakdowns.ts";
import { contradictionsOf } from "./contradictions.ts";
import { brokenDown, evaluate, outcome, page } from "./evaluate.ts";
import { Docket } from "./fixtures/docket.ts";
import type { Frame } from "./frame.ts";
import { measureOfSum } from "./mixed.ts";
import { measureAsked, measureNamed, measures } from "./measures/index.ts";
import { saySum } from "./sums.ts";
import { tableOf } from "./table.ts";
import { reportedFigures } from "./reported.ts";

const NOW = { basis: "attested", knownOn: "2026-01-01", since: "2021-06-01", population: "record" } as const;

describe("names of measures", () => {
  it("say all by themselves what is measured", () => {
    expect(measureNamed("sentences-of-120-months-or-more").title.en).toBe("Sentences of 10 years or more");
    expect(measureNamed("sentences-of-1-months-or-more").title.es).toBe("Sentencias de 1 mes o más");
    expect(measureNamed("forfeitures-in-kilograms").counts).toBe("thousandths");
    const growth = measureNamed("growth-since-2022-to-2023-of-defendants-charged");
    expect(growth.grows).toEqual({ of: "defendants-charged", base: 2022, later: 2023 });
  });

  it.each([
    "nothing",
    "constructor",
    "sentences-of-0-months-or-more",
    "sentences-of-12001-months-or-more",
    "sentences-of-1.5-months-or-more",
    "seizures-in-ZZZ",
    "arrests-in-USD",
    "growth-since-2023-to-2022-of-arrests",
    "growth-since-2020-to-2022-of-felony-share",
    "growth-since",
  ])("“%s” is none", (name) => {
    expect(() => measureNamed(name)).toThrow(expect.objectContaining({ code: "measure-unknown" }));
  });

  it("growth is asked for by its parts, until the last fiscal year that has ended", () => {
    const asked = { measure: "growth-since", of: "arrests", baseYear: 2020 };
    expect(measureAsked(asked, "2024-09-30").grows?.later).toBe(2023);
    expect(measureAsked(asked, "2024-10-01").grows?.later).toBe(2024);
    expect(measureAsked({ ...asked, laterYear: 2022 }, "2024-10-01").grows?.later).toBe(2022);
    for (const [wrong, field] of [
      [{ ...asked, of: undefined }, "of"],
      [{ ...asked, of: "felony-share" }, "of"],
      [{ ...asked, baseYear: undefined }, "baseYear"],
      [{ ...asked, baseYear: 2024 }, "baseYear"],
    ] as const)
      expect(() => measureAsked(wrong, "2024-10-01")).toThrow(
        expect.objectContaining({ code: "growth-incomplete", field }),
      );
    for (const laterYear of [2025, 2030])
      expect(() => measureAsked({ ...asked, laterYear }, "2024-10-01")).toThrow(
        expect.objectContaining({ code: "growth-year-not-ended", field: "laterYear" }),
      );
  });

  it("break-downs are those that the measure can tell", () => {
    expect(parseBreakdowns(measures.seizures, "asset-kind, currency,asset-kind")).toEqual([
      "asset-kind",
      "currency",
    ]);
    expect(() => parseBreakdowns(measures.convictions, "country")).toThrow(
      expect.objectContaining({ code: "breakdown-not-of-measure" }),
    );
    expect(parsePlace({ district: "TXS", country: "not-known", limit: 5 })).toEqual({
      district: "TXS",
      country: null,
    });
    expect(parsePlace({ limit: 5 })).toBeUndefined();
  });
});

onEveryServer("break-downs", (open) => {
  let ledger: Ledger;
  let frame: Frame;
  beforeAll(async () => {
    ledger = (await open(kinds)).ledger;
    const docket = new Docket(ledger);
    await docket.whole();
    await docket.whole(undefined, {}, "AZ");
    const inCase = await docket.opened("yes", { body: { district: undefined } });
    await docket.arrested(inCase, undefined, "2022-09/2022-10", { body: { persons: 3 } });
    await docket.arrested(inCase, undefined, "2022-10-01", { body: { place: "foreign", country: "GT" } });
    await docket.arrested(inCase, undefined, "2022-10-02", { body: { place: "foreign" } });
    await docket.seized(inCase, "2022-02", {
      body: { value: { amount: { minor: 500, currency: "MXN" } }, country: "MX" },
    });
    const drugs = { asset: "drug", drug: "heroin", value: undefined };
    for (const amount of [1.5, 2.25])
      await docket.forfeited(
        await docket.seized(inCase, "2022-03-01", {
          body: { ...drugs, quantity: { amount, unit: "kilograms" } },
        }),
        "2022-12-01",
      );
    const cash = await docket.seized(inCase, "2022-03-01");
    const part = (minor: number) => ({ body: { amount: { minor, currency: "USD" } } });
    await docket.forfeited(cash, "2022-11-01", part(30_000));
    await docket.forfeited(cash, "2022-12-01", part(40_000));
    frame = { ...NOW, size: await docket.size() };
  });
  const groups = (name: string, by: Parameters<typeof brokenDown>[3]) =>
    ledger.read(clerk, async (reader) =>
      (await brokenDown(reader, measureNamed(name), frame, by)).map(({ key, value }) => [...key, value]),
    );

  it("place each entry by what is known of it, and by nothing else", async () => {
    expect(await groups("arrests", ["fiscal-year"])).toEqual([
      ["2022", 2],
      ["2023", 2],
      [null, 3],
    ]);
    expect(await groups("arrests", ["quarter"])).toEqual([
      ["2022-Q1", 2],
      ["2022-Q4", 2],
      [null, 3],
    ]);
    expect(await groups("arrests", ["month", "district"])).toEqual([
      ["2022-01", "AZ", 1],
      ["2022-01", "TXS", 1],
      ["2022-10", null, 2],
      [null, null, 3],
    ]);
    expect(await groups("arrests", ["country"])).toEqual([
      ["GT", 1],
      ["US", 5],
      [null, 1],
    ]);
    expect(await groups("extraditions", ["country"])).toEqual([["GT", 2]]);
    expect(await groups("seizures", ["asset-kind", "currency"])).toEqual([
      ["cash", "MXN", 1],
      ["cash", "USD", 3],
      ["drug", null, 2],
    ]);
    expect(await groups("felony-share", ["district"])).toEqual([
      ["AZ", 100],
      ["TXS", 100],
    ]);
  });

  it("open to exactly the entries behind each group", async () => {
    await ledger.read(clerk, async (reader) => {
      const of = { "fiscal-year": null };
      const { items } = await page(reader, measures.arrests, frame, { which: "counted", of, limit: 9 });
      expect(items.map(({ weight }) => weight)).toEqual([3]);
      const [group] = await brokenDown(reader, measures.seizures, frame, ["currency"]);
      expect(group).toMatchObject({ key: ["MXN"], sums: [{ currency: "MXN", minor: 500, entries: 1 }] });
    });
  });

  it("add up each currency and unit by itself", async () => {
    await ledger.read(clerk, async (reader) => {
      const { value, sums } = await evaluate(reader, measures.forfeitures, frame);
      expect(value).toBe(5);
      expect(sums).toEqual([
        { currency: "USD", minor: 270_000, entries: 4 },
        { unit: "kilograms", thousandths: 3750, entries: 2 },
      ]);
      expect(sums.map(saySum).map(({ en }) => en)).toEqual(["$2,700", "3.75 kilograms"]);
      const dollars = await evaluate(reader, measureNamed("seizures-in-USD"), frame);
      expect(dollars).toMatchObject({ value: 300_000, entries: 3 });
      expect(dollars.leftOut).toEqual([
        { reason: "not-valued", entries: 2 },
        { reason: "other-currency", entries: 1 },
      ]);
      expect((await evaluate(reader, measureNamed("forfeitures-in-kilograms"), frame)).value).toBe(3750);
      expect((await evaluate(reader, measureNamed("seizures-in-EUR"), frame)).value).toBe(0);
    });
  });

  it("refuse one sum over several units, and give it where there is one", async () => {
    await ledger.read(clerk, async (reader) => {
      expect((await measureOfSum(reader, measures.forfeitures, frame, "value")).name).toBe(
        "forfeitures-in-USD",
      );
      expect((await measureOfSum(reader, measures.seizures, frame, "quantity")).name).toBe(
        "seizures-in-kilograms",
      );
      await expect(measureOfSum(reader, measures.seizures, frame, "value")).rejects.toMatchObject({
        code: "figure-over-mixed-units",
        remedy: expect.stringContaining("seizures-in-USD, seizures-in-MXN"),
      });
      await expect(measureOfSum(reader, measures.arrests, frame, "value")).rejects.toMatchObject({
        code: "nothing-to-sum",
      });
    });
  });

  it("export what they show", async () => {
    await ledger.read(clerk, async (reader) => {
      const broken = await tableOf(reader, measures.seizures, frame, ["currency"]);
      expect(broken.rows.map((row) => [row[0], row[1], row[6], row[7]])).toEqual([
        ["MXN", 1, null, null],
        ["MXN", null, 500, "MXN minor units"],
        ["USD", 3, null, null],
        ["USD", null, 300_000, "USD minor units"],
        [null, 2, null, null],
        [null, null, 3750, "thousandths of kilograms"],
      ]);
      const every = await tableOf(reader, measures.arrests, frame, []);
      expect(every.rows.reduce((sum, row) => sum + Number(row[3]), 0)).toBe(7);
    });
  });
});

onEveryServer("growth", (open) => {
  const CLAIMS = ["doj.defendants_charged.growth", "doj.felony_prosecutions.growth"] as const;
  let ledger: Ledger;
  let frame: Frame;
  beforeAll(async () => {
    ledger = (await open(kinds)).ledger;
    const docket = new Docket(ledger);
    const repeated = docket.person();
    for (const [occurred, person] of [
      ["2020-10-01", repeated],
      ["2021-09-30", undefined],
      ["2021-09/2021-10", undefined],
      ["2021-10-01", undefined],
      ["2022-10-01", repeated],
      ["2022-10-02", undefined],
      ["2022-12-31", undefined],
      [undefined, undefined],
    ] as const) {
      const defendant = await docket.joined(await docket.opened(), person);
      const count = await docket.charged(defendant, { occurred });
      if (occurred !== undefined) await docket.convicted(count, occurred);
    }
    for (const measure of CLAIMS)
      await docket.reported(measure, { operator: "more-than", value: 25 }, "2024-05-31", {
        body: { unit: "percent", since: "2021" },
      });
    frame = { ...NOW, size: await docket.size() };
  });

  it("compares two fiscal years, each counted by itself, and shows the base", async () => {
    await ledger.read(clerk, async (reader) => {
      for (const of of ["defendants-charged", "convictions"]) {
        const measure = measureNamed(`growth-since-2021-to-2023-of-${of}`);
        const { value, ratio, entries, leftOut } = await evaluate(reader, measure, frame);
        expect({ value, ratio, entries }).toEqual({ value: 50, ratio: { part: 3, whole: 2 }, entries: 5 });
        const left = Object.fromEntries(leftOut.map(({ reason, entries: number }) => [reason, number]));
        expect(left).toMatchObject({ "fiscal-year-unsure": 1, "other-fiscal-year": 1 });
        // Each of the two years is the measure's own figure in that year.
        for (const [year, count] of [
          [{ since: "2020-10-01", until: "2021-09-30" }, 2],
          [{ since: "2022-10-01", until: "2023-09-30" }, 3],
        ] as const)
          expect((await evaluate(reader, measureNamed(of), { ...frame, ...year })).value).toBe(count);
        const counted = await page(reader, measure, frame, { which: "counted", limit: 9 });
        expect(counted.items.map(({ isPart }) => isPart)).toEqual([false, false, true, true, true]);
      }
    });
  });

  it("falls, and is refused from a year without data", async () => {
    await ledger.read(clerk, async (reader) => {
      const fall = measureNamed("growth-since-2021-to-2022-of-defendants-charged");
      expect((await evaluate(reader, fall, frame)).value).toBe(-50);
      const none = measureNamed("growth-since-2019-to-2023-of-defendants-charged");
      await expect(evaluate(reader, none, frame)).rejects.toMatchObject({
        code: "base-year-without-data",
        field: "baseYear",
        value: 2019,
      });
      await expect(answers(reader, frame, [none])).rejects.toMatchObject({ code: "base-year-without-data" });
      await expect(
        evaluate(reader, measures["felony-share"], { ...frame, since: "2030-01-01" }),
      ).rejects.toMatchObject({
        code: "share-of-nothing",
      });
      expect(
        (await outcome(reader, measures["felony-share"], { ...frame, since: "2030-01-01" })).value,
      ).toBeNull();
    });
  });

  it("stands beside the claim on itself, and no way leads from one of the two claims to the other", async () => {
    await ledger.read(clerk, async (reader) => {
      const beside = async (of: string, base = 2021) => {
        const [answer] = await answers(reader, frame, [
          measureNamed(`growth-since-${base}-to-2023-of-${of}`),
        ]);
        return answer?.reported.map(({ measure }) => measure);
      };
      expect(await beside("defendants-charged")).toEqual([CLAIMS[0]]);
      expect(await beside("felony-prosecutions")).toEqual([CLAIMS[1]]);
      expect(await beside("convictions")).toEqual([]);
      expect(await beside("defendants-charged", 2022)).toEqual([]);
      const { stated } = await reportedFigures(reader, frame);
      const growth = stated.filter(({ unit }) => unit === "percent");
      expect(new Set(growth.map(({ measure }) => measure))).toEqual(new Set(CLAIMS));
      for (const name of CLAIMS)
        expect((await reportedFigures(reader, frame, name)).stated.map(({ measure }) => measure)).toEqual([
          name,
        ]);
      // Even were they counts of one day that cannot both be right, they are not of one and the same thing.
      const counts = growth.map((figure, at) => ({
        ...figure,
        unit: "defendants",
        claim: { operator: "exactly" as const, value: 25 + at },
      }));
      expect(contradictionsOf(counts)).toEqual([]);
      const one = counts.map((figure) => ({ ...figure, measure: CLAIMS[0] }));
      expect(contradictionsOf(one)).toHaveLength(1);
    });
  });
});
