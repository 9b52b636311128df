/** The Inspector General's ways to count wrongly, each with exactly what every measure must say, on every server at hand. */
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { beforeAll, describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { everything, type Judged, outcome, page } from "./evaluate.ts";
import { Docket } from "./fixtures/docket.ts";
import { EARLY, type Expected, NOW, stories } from "./fixtures/stories/index.ts";
import type { Frame } from "./frame.ts";
import { measures } from "./measures/index.ts";
import { type MeasureName, measureNames } from "./words.ts";

async function judge(ledger: Ledger, name: MeasureName, frame: Frame) {
  return ledger.read(clerk, async (reader) => {
    const pages = async (which: "counted" | "left-out") => {
      const items: Judged[] = [];
      for (let cursor: string | undefined; ; ) {
        const next = await page(reader, measures[name], frame, { which, limit: 200, cursor });
        items.push(...next.items);
        if (next.next === null) return items;
        cursor = next.next;
      }
    };
    return {
      totals: await outcome(reader, measures[name], frame),
      all: await everything(reader, measures[name], frame),
      counted: await pages("counted"),
      leftOut: await pages("left-out"),
    };
  });
}

/** What rows come to, added up by hand. */
function addedUp(name: MeasureName, rows: readonly Judged[]): Expected {
  const left: Record<string, number> = {};
  let [value, part] = [0, 0];
  for (const { reason, weight, isPart } of rows) {
    if (reason !== null) left[reason] = (left[reason] ?? 0) + 1;
    else value += weight;
    if (reason === null && isPart === true) part += weight;
  }
  if (measures[name].counts !== "percent") return [value, left];
  return [value === 0 ? null : Math.round((part / value) * 1000) / 10, left];
}

onEveryServer("measures", (open) => {
  let ledger: Ledger;
  let size: number;
  const told = new Map<string, { docket: Docket; early: number }>();
  beforeAll(async () => {
    ledger = (await open(kinds)).ledger;
    for (const { name, tell } of stories) {
      const docket = new Docket(ledger);
      told.set(name, { docket, early: (await tell(docket)) ?? 0 });
    }
    size = (await ledger.cut.now()).size;
  });

  describe.each(stories)("$name", ({ name: story, looks }) => {
    it.each(looks)("$as", async ({ frame, expected }) => {
      const { docket, early } = told.get(story) as { docket: Docket; early: number };
      const mine = docket.entries();
      const seen = { ...NOW, ...frame, size: frame.size === EARLY ? early : size };
      await ledger.read(clerk, async (reader) => {
        for (const name of measureNames) {
          // The stories share a ledger and nothing else, so that what one comes to are its own rows.
          const rows = await everything(reader, measures[name], seen);
          expect([
            name,
            ...addedUp(
              name,
              rows.filter(({ entry }) => mine.has(entry)),
            ),
          ]).toEqual([name, ...expected[name]]);
        }
      });
    });
  });

  it.each(measureNames)("%s: totals, pages and the whole list of all stories agree", async (name) => {
    const { totals, all, counted, leftOut } = await judge(ledger, name, { ...NOW, size });
    const reasons = Object.fromEntries(totals.leftOut.map(({ reason, entries }) => [reason, entries]));
    expect([totals.value, reasons]).toEqual(addedUp(name, all));
    expect(counted).toEqual(all.filter(({ reason }) => reason === null));
    expect(leftOut).toEqual(all.filter(({ reason }) => reason !== null));
    expect(counted.length).toBeGreaterThan(9);
  });

  it("of one person count the earliest, in whatever order they were entered", async () => {
    const docket = new Docket(ledger);
    const person = docket.person();
    const first = await docket.whole(person);
    const there = await docket.joined(await docket.opened(), person);
    const count = await docket.charged(there, { occurred: "2022-01-10" });
    const conviction = await docket.convicted(count, "2022-05-01");
    const sentence = await docket.sentenced(there, [count], "2022-10-01");
    const frame = { ...NOW, size: await docket.size() };
    const mine = docket.entries();
    for (const [name, counted, leftOut] of [
      ["convictions", conviction, first.conviction],
      ["sentenced", sentence, first.sentence],
      ["sentences-of-360-months-or-more", sentence, first.sentence],
      ["defendants-charged", count, first.count],
    ] as const) {
      const { all } = await judge(ledger, name, frame);
      expect(
        all
          .filter(({ entry }) => mine.has(entry))
          .map(({ entry, reason, because }) => [entry, reason, because]),
      ).toEqual([
        [counted.entry, null, null],
        [leftOut.entry, "same-person", counted.entry],
      ]);
    }
  });
});
