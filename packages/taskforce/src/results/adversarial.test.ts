/** The Inspector General's ways to count wrongly, each with exactly what every measure must say, on every server at hand. */
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { evaluate, everything, page } from "./evaluate.ts";
import { Docket, SOURCE_DATED, type Told } from "./fixtures/docket.ts";
import type { Frame } from "./frame.ts";
import { measures } from "./measures/index.ts";
import { type MeasureName, measureNames, type Reason } from "./words.ts";

type LeftOut = Partial<Record<Reason, number>>;
type Expected = readonly [value: number, leftOut: LeftOut];

interface Look {
  readonly as: string;
  readonly frame?: Partial<Frame>;
  readonly arrests: Expected;
  readonly convictions: Expected;
  readonly sentenced: Expected;
}

interface Story {
  readonly name: string;
  /** Tells the docket; what it returns is the cut for looks that ask for `early`. */
  readonly tell: (docket: Docket) => Promise<number | void>;
  readonly looks: readonly Look[];
}

const NOW: Frame = {
  size: 0,
  basis: "attested",
  knownOn: "2026-01-01",
  since: "2021-06-01",
  population: "record",
};
const EARLY = -1;
const one: Expected = [1, {}];
const none: Expected = [0, {}];
const onlyArrest = { convictions: none, sentenced: none };

/** Two cases in two districts, each with arrest, conviction and sentence of a defendant. */
async function twoDistricts(docket: Docket, person?: string): Promise<{ first: Told; second: Told }> {
  const first = await docket.whole(person);
  const second = await docket.opened("yes", { body: { district: "AZ" } });
  const there = await docket.joined(second, person);
  await docket.arrested(second, there, "2022-01-05");
  const count = await docket.charged(there);
  await docket.convicted(count, "2022-08-01");
  await docket.sentenced(there, [count], "2022-12-01");
  return { first: first.defendant, second: there };
}

const stories: readonly Story[] = [
  {
    name: "the same defendant in two districts",
    tell: async (docket) => void (await twoDistricts(docket, docket.person())),
    looks: [
      {
        as: "one person",
        arrests: [1, { "same-person": 1 }],
        convictions: [1, { "same-person": 1 }],
        sentenced: [1, { "same-person": 1 }],
      },
    ],
  },
  {
    name: "two arrests of one person on different days are two arrests",
    tell: async (docket) => {
      const inCase = await docket.opened();
      const driver = await docket.joined(inCase);
      await docket.arrested(inCase, driver, "2022-02");
      await docket.arrested(inCase, driver, "2022-02-03");
      await docket.arrested(inCase, driver, "2022-01/2022-04");
      await docket.arrested(inCase, driver, "2022-03-10");
    },
    looks: [{ as: "the fewest that explain them", arrests: [2, { "same-person": 2 }], ...onlyArrest }],
  },
  {
    name: "a superseding indictment",
    tell: async (docket) => {
      const { defendant, count } = await docket.whole();
      const superseding = await docket.charged(defendant, {
        body: { instrument: "superseding-indictment", supersedes: [count.record] },
      });
      await docket.convicted(superseding, "2022-07-01");
    },
    looks: [
      {
        as: "one conviction",
        arrests: one,
        convictions: [1, { "another-count-of-same-defendant": 1 }],
        sentenced: one,
      },
    ],
  },
  {
    name: "conviction on two counts",
    tell: async (docket) => {
      const { defendant } = await docket.whole();
      await docket.convicted(await docket.charged(defendant), "2022-06-01");
      await docket.disposed(await docket.charged(defendant), "dismissed", "2022-06-01");
    },
    looks: [
      {
        as: "one person",
        arrests: one,
        convictions: [1, { "another-count-of-same-defendant": 1 }],
        sentenced: one,
      },
    ],
  },
  {
    name: "a conviction later vacated",
    tell: async (docket) => {
      const { count } = await docket.whole();
      await docket.disposed(count, "conviction-vacated", "2024-02-01", {
        source: (await docket.dated("2024-02-02")).record,
      });
    },
    looks: [
      { as: "now", arrests: one, convictions: [0, { vacated: 1 }], sentenced: one },
      {
        as: "as known before",
        frame: { knownOn: "2024-02-01" },
        arrests: one,
        convictions: one,
        sentenced: one,
      },
    ],
  },
  {
    name: "a conviction vacated, then convicted again",
    tell: async (docket) => {
      const { count } = await docket.whole();
      await docket.disposed(count, "conviction-vacated", "2022-12-05");
      await docket.convicted(count, "2022-12-20");
    },
    looks: [{ as: "the second counts", arrests: one, convictions: [1, { vacated: 1 }], sentenced: one }],
  },
  {
    name: "a conviction vacated while another of the person stands",
    tell: async (docket) => {
      const { defendant, count } = await docket.whole();
      await docket.convicted(await docket.charged(defendant), "2022-06-01");
      await docket.disposed(count, "conviction-vacated", "2022-12-05");
    },
    looks: [{ as: "the other counts", arrests: one, convictions: [1, { vacated: 1 }], sentenced: one }],
  },
  {
    name: "a judgment vacated with its convictions, then convicted and sentenced again",
    tell: async (docket) => {
      const { defendant, count, sentence } = await docket.whole();
      const other = await docket.charged(defendant);
      await docket.convicted(other, "2022-06-01");
      await docket.vacated(sentence, "sentence-and-convictions", "2022-11-20");
      const early = await docket.size();
      await docket.convicted(count, "2022-12-20");
      await docket.sentenced(defendant, [count], "2022-12-20");
      return early;
    },
    looks: [
      {
        as: "after the vacatur",
        frame: { size: EARLY },
        arrests: one,
        convictions: [1, { vacated: 1 }],
        sentenced: [0, { vacated: 1 }],
      },
      {
        as: "now",
        arrests: one,
        convictions: [1, { vacated: 1, "another-count-of-same-defendant": 1 }],
        sentenced: [1, { vacated: 1 }],
      },
    ],
  },
  {
    name: "a judgment vacated for one of its counts",
    tell: async (docket) => {
      const { defendant } = await docket.whole();
      const counts = [await docket.charged(defendant), await docket.charged(defendant)];
      for (const count of counts) await docket.convicted(count, "2022-05-01");
      const sentence = await docket.sentenced(defendant, counts, "2022-12-01");
      await docket.vacated(sentence, "sentence-and-convictions", "2022-12-20", {
        body: { counts: [counts[0]?.record] },
      });
    },
    looks: [
      {
        as: "one vacated",
        arrests: one,
        convictions: [1, { vacated: 1, "another-count-of-same-defendant": 1 }],
        sentenced: [1, { vacated: 1 }],
      },
    ],
  },
  {
    name: "a second conviction vacated with its judgment",
    tell: async (docket) => {
      const { defendant, count } = await docket.whole();
      await docket.disposed(count, "conviction-vacated", "2022-11-20");
      await docket.convicted(count, "2022-12-20");
      const again = await docket.sentenced(defendant, [count], "2022-12-21");
      await docket.vacated(again, "sentence-and-convictions", "2022-12-30");
    },
    looks: [
      {
        as: "neither stands",
        arrests: one,
        convictions: [0, { vacated: 2 }],
        sentenced: [1, { vacated: 1 }],
      },
    ],
  },
  {
    name: "a conviction corrected after its sentence, whose judgment is vacated",
    tell: async (docket) => {
      const { conviction, sentence } = await docket.whole();
      await docket.corrected(conviction, { occurred: "2022-06-02", body: { outcome: "convicted-verdict" } });
      await docket.vacated(sentence, "sentence-and-convictions", "2022-12-20");
    },
    looks: [
      {
        as: "falls with it",
        arrests: one,
        convictions: [0, { vacated: 1 }],
        sentenced: [0, { vacated: 1 }],
      },
    ],
  },
  {
    name: "a second conviction vacated by itself after a judgment was vacated",
    tell: async (docket) => {
      const { count, sentence } = await docket.whole();
      await docket.vacated(sentence, "sentence-and-convictions", "2022-11-20");
      await docket.convicted(count, "2022-12-20");
      await docket.disposed(count, "conviction-vacated", "2022-12-30");
    },
    looks: [
      {
        as: "stands no more than the first",
        arrests: one,
        convictions: [0, { vacated: 2 }],
        sentenced: [0, { vacated: 1 }],
      },
    ],
  },
  {
    name: "a vacatur entered in error",
    tell: async (docket) => {
      const { sentence } = await docket.whole();
      await docket.withdrawn(await docket.vacated(sentence, "sentence-and-convictions", "2022-12-20"));
    },
    looks: [{ as: "vacates nothing", arrests: one, convictions: one, sentenced: one }],
  },
  {
    name: "a conviction, its vacatur and an earlier conviction entered last",
    tell: async (docket) => {
      const count = await docket.charged(await docket.joined(await docket.opened()));
      await docket.convicted(count, "2022-10-01");
      await docket.disposed(count, "conviction-vacated", "2022-06-01");
      await docket.convicted(count, "2022-02-01");
    },
    looks: [
      {
        as: "are put in the order of their dates",
        frame: { since: "2022-03-01" },
        arrests: [0, { "no-arrest-stated": 1 }],
        convictions: [1, { "before-window": 1 }],
        sentenced: none,
      },
    ],
  },
  {
    name: "a conviction without a date, its vacatur and a second conviction",
    tell: async (docket) => {
      const count = await docket.charged(await docket.joined(await docket.opened()));
      await docket.convicted(count, undefined);
      await docket.disposed(count, "conviction-vacated", "2022-06-01");
      await docket.convicted(count, "2022-10-01");
    },
    looks: [
      {
        as: "are taken in the order they were entered",
        arrests: [0, { "no-arrest-stated": 1 }],
        convictions: [1, { "date-unknown": 1 }],
        sentenced: none,
      },
      {
        as: "and the first is vacated where dates do not matter",
        frame: { since: null },
        arrests: [0, { "no-arrest-stated": 1 }],
        convictions: [1, { vacated: 1 }],
        sentenced: none,
      },
    ],
  },
  {
    name: "only the sentence vacated",
    tell: async (docket) =>
      void (await docket.vacated((await docket.whole()).sentence, "sentence", "2022-12-20")),
    looks: [{ as: "the conviction stands", arrests: one, convictions: one, sentenced: [0, { vacated: 1 }] }],
  },
  {
    name: "an event of one fiscal year entered in the next",
    tell: async (docket) => {
      await docket.source();
      const early = await docket.size();
      await docket.whole();
      return early;
    },
    looks: [
      {
        as: "recorded, before it was entered",
        frame: { size: EARLY, basis: "recorded", knownOn: null },
        arrests: none,
        ...onlyArrest,
      },
      {
        as: "recorded, now",
        frame: { basis: "recorded", knownOn: null },
        arrests: one,
        convictions: one,
        sentenced: one,
      },
      {
        as: "attested, on the day before the release",
        frame: { knownOn: "2023-01-09" },
        arrests: none,
        ...onlyArrest,
      },
      {
        as: "attested, on the day of the release",
        frame: { knownOn: "2023-01-10" },
        arrests: one,
        convictions: one,
        sentenced: one,
      },
    ],
  },
  {
    name: "a foreign arrest, and an arrest of several people",
    tell: async (docket) => {
      const inCase = await docket.opened();
      await docket.arrested(inCase, undefined, "2022-03-01", { body: { place: "foreign", country: "GT" } });
      await docket.arrested(inCase, undefined, "2022-03-01", { body: { persons: 7 } });
      await docket.joined(inCase);
    },
    looks: [{ as: "all of them", arrests: [8, { "no-arrest-stated": 1 }], ...onlyArrest }],
  },
  {
    name: "an amended sentence",
    tell: async (docket) => void (await docket.amended((await docket.whole()).sentence, "2022-12-20")),
    looks: [{ as: "counts once", arrests: one, convictions: one, sentenced: one }],
  },
  {
    name: "a merged identity",
    tell: async (docket) => {
      const { first, second } = await twoDistricts(docket);
      const early = await docket.size();
      const person = docket.person();
      const later = { body: { person }, source: (await docket.dated("2024-03-01")).record };
      await docket.corrected(first, later);
      await docket.corrected(second, later);
      return early;
    },
    looks: [
      {
        as: "before it was recorded",
        frame: { size: EARLY },
        arrests: [2, {}],
        convictions: [2, {}],
        sentenced: [2, {}],
      },
      {
        as: "before it was stated",
        frame: { knownOn: "2024-02-29" },
        arrests: [2, {}],
        convictions: [2, {}],
        sentenced: [2, {}],
      },
      {
        as: "now",
        arrests: [1, { "same-person": 1 }],
        convictions: [1, { "same-person": 1 }],
        sentenced: [1, { "same-person": 1 }],
      },
    ],
  },
  {
    name: "a withdrawn entry",
    tell: async (docket) => {
      const { arrest, conviction, sentence } = await docket.whole();
      const early = await docket.size();
      await docket.withdrawn(arrest);
      await docket.withdrawn(sentence);
      await docket.withdrawn(conviction, { attestedAt: "2024-05-01" });
      return early;
    },
    looks: [
      { as: "before", frame: { size: EARLY }, arrests: one, convictions: one, sentenced: one },
      {
        as: "now",
        arrests: [0, { withdrawn: 1, "no-arrest-stated": 1 }],
        convictions: [0, { withdrawn: 1 }],
        sentenced: [0, { withdrawn: 1 }],
      },
      {
        as: "before the withdrawal of the conviction was stated",
        frame: { knownOn: "2024-04-30" },
        arrests: [0, { withdrawn: 1, "no-arrest-stated": 1 }],
        convictions: one,
        sentenced: [0, { withdrawn: 1 }],
      },
      {
        as: "recorded",
        frame: { basis: "recorded", knownOn: null },
        arrests: [0, { withdrawn: 1, "no-arrest-stated": 1 }],
        convictions: [0, { withdrawn: 1 }],
        sentenced: [0, { withdrawn: 1 }],
      },
    ],
  },
  {
    name: "corrections attested later",
    tell: async (docket) => {
      const { arrest, conviction, sentence } = await docket.whole();
      const early = await docket.size();
      // Each turns out to have been before the window.
      await docket.corrected(arrest, { occurred: "2021-01-05", attestedAt: "2024-05" });
      await docket.corrected(conviction, {
        occurred: "2021-02-05",
        source: (await docket.dated("2024-05-31")).record,
      });
      await docket.corrected(sentence, { occurred: "2022-11-02" });
      return early;
    },
    looks: [
      {
        as: "recorded, before",
        frame: { size: EARLY, basis: "recorded", knownOn: null },
        arrests: one,
        convictions: one,
        sentenced: one,
      },
      {
        as: "before they were stated",
        frame: { knownOn: "2024-05-30" },
        arrests: one,
        convictions: one,
        sentenced: one,
      },
      {
        as: "once they were stated",
        frame: { knownOn: "2024-05-31" },
        arrests: [0, { "before-window": 1 }],
        convictions: [0, { "before-window": 1 }],
        sentenced: one,
      },
      {
        as: "recorded, now",
        frame: { basis: "recorded", knownOn: null },
        arrests: [0, { "before-window": 1 }],
        convictions: [0, { "before-window": 1 }],
        sentenced: one,
      },
    ],
  },
  {
    name: "a correction of a correction, withdrawn",
    tell: async (docket) => {
      const inCase = await docket.opened();
      const first = await docket.arrested(inCase, undefined, "2022-01-05");
      const second = await docket.corrected(first, { body: { persons: 2 }, attestedAt: "2024-01-01" });
      const third = await docket.corrected(second, { body: { persons: 4 }, attestedAt: "2025-01-01" });
      const early = await docket.size();
      await docket.withdrawn(third, { attestedAt: "2025-06-01" });
      return early;
    },
    looks: [
      { as: "the first", frame: { knownOn: "2023-12-31" }, arrests: [1, {}], ...onlyArrest },
      { as: "the second", frame: { knownOn: "2024-12-31" }, arrests: [2, {}], ...onlyArrest },
      { as: "the third", frame: { knownOn: "2025-05-31" }, arrests: [4, {}], ...onlyArrest },
      {
        as: "the third, before the withdrawal was recorded",
        frame: { size: EARLY },
        arrests: [4, {}],
        ...onlyArrest,
      },
      { as: "none", arrests: [0, { withdrawn: 1 }], ...onlyArrest },
    ],
  },
  {
    name: "purged entries",
    tell: async (docket) => {
      const { arrest, conviction, sentence } = await docket.whole();
      await docket.whole();
      await docket.purged(sentence);
      await docket.purged(conviction);
      await docket.purged(arrest);
    },
    looks: [
      {
        as: "are named as such",
        arrests: [1, { emptied: 1, "no-arrest-stated": 1 }],
        convictions: [1, { emptied: 1 }],
        sentenced: [1, { emptied: 1 }],
      },
      {
        as: "recorded too",
        frame: { basis: "recorded", knownOn: null },
        arrests: [1, { emptied: 1, "no-arrest-stated": 1 }],
        convictions: [1, { emptied: 1 }],
        sentenced: [1, { emptied: 1 }],
      },
    ],
  },
  {
    name: "a purged count",
    tell: async (docket) => void (await docket.purged((await docket.whole()).count)),
    looks: [
      { as: "leaves nobody convicted", arrests: one, convictions: [0, { emptied: 1 }], sentenced: one },
    ],
  },
  {
    name: "a purged version that had been corrected",
    tell: async (docket) => {
      const inCase = await docket.opened();
      const first = await docket.arrested(inCase, undefined, "2022-01-05");
      await docket.corrected(first, { body: { persons: 3 } });
      await docket.purged(first);
    },
    looks: [{ as: "is spoken for by its correction", arrests: [3, {}], ...onlyArrest }],
  },
  {
    name: "imprecise dates at the window's edge",
    tell: async (docket) => {
      for (const occurred of ["2021-05-31", "2021", "2021-05/2021-06", "2021-06", "2021-06-01", undefined]) {
        const inCase = await docket.opened();
        const driver = await docket.joined(inCase);
        await docket.arrested(inCase, driver, occurred);
        const count = await docket.charged(driver);
        await docket.convicted(count, occurred);
        await docket.sentenced(driver, [count], occurred);
      }
    },
    looks: [
      {
        as: "in the window",
        arrests: [2, { "may-be-before-window": 2, "before-window": 1, "date-unknown": 1 }],
        convictions: [2, { "may-be-before-window": 2, "before-window": 1, "date-unknown": 1 }],
        sentenced: [2, { "may-be-before-window": 2, "before-window": 1, "date-unknown": 1 }],
      },
      {
        as: "without a window",
        frame: { since: null },
        arrests: [6, {}],
        convictions: [6, {}],
        sentenced: [6, {}],
      },
    ],
  },
  {
    name: "an event after the day that is asked about",
    tell: async (docket) => {
      const source = await docket.dated("2026-06-05");
      await docket.arrested(await docket.opened(), undefined, "2026-06-05", { source: source.record });
      await docket.corrected(source, { body: { dated: SOURCE_DATED } });
    },
    looks: [{ as: "is left out", arrests: [0, { "after-window": 1 }], ...onlyArrest }],
  },
  {
    name: "an undated source",
    tell: async (docket) => {
      const source = (await docket.dated()).record;
      const { sentence } = await docket.whole(undefined, { source });
      await docket.vacated(sentence, "sentence-and-convictions", "2022-12-20", { source });
    },
    looks: [
      {
        as: "attests nothing",
        arrests: [0, { "no-dated-source": 2 }],
        convictions: [0, { "no-dated-source": 2 }],
        sentenced: [0, { "no-dated-source": 2 }],
      },
      {
        as: "recorded",
        frame: { basis: "recorded", knownOn: null },
        arrests: one,
        convictions: [0, { vacated: 1 }],
        sentenced: [0, { vacated: 1 }],
      },
    ],
  },
  {
    name: "a source known only to the month",
    tell: async (docket) => {
      const source = (await docket.dated("2024-05")).record;
      await docket.arrested(await docket.opened(), undefined, "2022-01-05", { source });
      await docket.arrested(await docket.opened(), undefined, "2022-01-05", {
        source,
        attestedAt: "2024-05-10",
      });
    },
    looks: [
      { as: "counts at its end", frame: { knownOn: "2024-05-30" }, arrests: [1, {}], ...onlyArrest },
      { as: "and then does", frame: { knownOn: "2024-05-31" }, arrests: [2, {}], ...onlyArrest },
    ],
  },
  {
    name: "cases that are not the task force's, or not known to be",
    tell: async (docket) => {
      await docket.whole();
      for (const whose of ["no", "unknown"] as const) {
        const inCase = await docket.opened(whose);
        const driver = await docket.joined(inCase);
        await docket.arrested(inCase, driver, "2022-01-05");
        const count = await docket.charged(driver);
        await docket.convicted(count, "2022-02-05");
        await docket.sentenced(driver, [count], "2022-03-05");
      }
    },
    looks: [
      { as: "all cases", arrests: [3, {}], convictions: [3, {}], sentenced: [3, {}] },
      {
        as: "the task force's",
        frame: { population: "task-force" },
        arrests: [1, { "not-task-force": 1, "task-force-unknown": 1 }],
        convictions: [1, { "not-task-force": 1, "task-force-unknown": 1 }],
        sentenced: [1, { "not-task-force": 1, "task-force-unknown": 1 }],
      },
    ],
  },
];

async function judge(ledger: Ledger, name: MeasureName, frame: Frame) {
  return ledger.read(clerk, async (reader) => {
    const totals = await evaluate(reader, measures[name], frame);
    const all = await everything(reader, measures[name], frame);
    const counted = await page(reader, measures[name], frame, { which: "counted", limit: 200 });
    const leftOut = await page(reader, measures[name], frame, { which: "left-out", limit: 200 });
    return { totals, all, counted: counted.items, leftOut: leftOut.items };
  });
}

onEveryServer("measures", (open) => {
  describe.each(stories)("$name", ({ tell, looks }) => {
    let ledger: Ledger;
    let early: number;
    let now: number;
    beforeAll(async () => {
      ledger = (await open(kinds)).ledger;
      const docket = new Docket(ledger);
      early = (await tell(docket)) ?? 0;
      now = await docket.size();
    });
    // Each story's ledger holds connections, of which the servers have only so many.
    afterAll(() => ledger.close());
    it.each(looks)("$as", async (look) => {
      const frame = { ...NOW, ...look.frame, size: look.frame?.size === EARLY ? early : now };
      for (const name of measureNames) {
        const { totals, all, counted, leftOut } = await judge(ledger, name, frame);
        const reasons = Object.fromEntries(totals.leftOut.map(({ reason, entries }) => [reason, entries]));
        expect([name, totals.value, reasons]).toEqual([name, ...look[name]]);
        expect(counted).toEqual(all.filter(({ reason }) => reason === null));
        expect(leftOut).toEqual(all.filter(({ reason }) => reason !== null));
        expect(counted.reduce((sum, { weight }) => sum + weight, 0)).toBe(totals.value);
      }
    });
  });

  it("of one person count the earliest, in whatever order they were entered", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    const person = docket.person();
    const first = await docket.whole(person);
    const there = await docket.joined(await docket.opened(), person);
    const count = await docket.charged(there);
    const conviction = await docket.convicted(count, "2022-05-01");
    const sentence = await docket.sentenced(there, [count], "2022-10-01");
    const frame = { ...NOW, size: await docket.size() };
    for (const [name, counted, leftOut] of [
      ["convictions", conviction, first.conviction],
      ["sentenced", sentence, first.sentence],
    ] as const) {
      const { all } = await judge(ledger, name, frame);
      expect(all.map(({ entry, reason, because }) => [entry, reason, because])).toEqual([
        [counted.entry, null, null],
        [leftOut.entry, "same-person", counted.entry],
      ]);
    }
  });
});
