/** A figure that is kept stays right: after a purge by anybody, for readers of other labels, in another ledger, within bounds. */
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { Shelf } from "./classified.ts";
import { evaluate, page, valueOf } from "./evaluate.ts";
import { Docket } from "./fixtures/docket.ts";
import type { Frame } from "./frame.ts";
import { CourseCache } from "./course.ts";
import { history } from "./history.ts";
import { measures } from "./measures/index.ts";
import { Classified } from "./packed.ts";

const NOW = { basis: "recorded", knownOn: null, since: null, population: "record" } as const;

onEveryServer("a kept figure", (open) => {
  it("is judged anew after a purge, whoever purged", async () => {
    const { ledger, again } = await open(kinds);
    const docket = new Docket(ledger);
    const inCase = await docket.opened();
    await docket.arrested(inCase, undefined, "2023-01-05");
    const expunged = await docket.arrested(inCase, undefined, "2023-01-06");
    const frame: Frame = { ...NOW, size: await docket.size() };
    const cache = new CourseCache();
    const look = () =>
      ledger.read(clerk, async (reader) => ({
        value: (await evaluate(reader, measures.arrests, frame)).value,
        listed: (await page(reader, measures.arrests, frame, { which: "counted", limit: 9 })).items.length,
        charted: (await history(reader, frame, { today: "2024-01-01", cache, only: [measures.arrests] }))[
          "arrests"
        ]?.recorded.at(-1)?.value,
      }));
    expect(await look()).toEqual({ value: 2, listed: 2, charted: 2 });
    const elsewhere = await again();
    await elsewhere.purge(clerk, { entry: expunged.entry, authority: "Court order", reason: "expunged" });
    expect(await look()).toEqual({ value: 1, listed: 1, charted: 1 });
  });

  it("is nobody's who may not read the entries behind it", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    await docket.arrested(await docket.opened(), undefined, "2023-01-05");
    const frame: Frame = { ...NOW, size: await docket.size() };
    const values = [];
    for (const labels of [clerk.labels, [], clerk.labels])
      values.push(
        await ledger.read({ ...clerk, labels }, async (reader) => [
          (await evaluate(reader, measures.arrests, frame)).value,
          await valueOf(reader, measures.arrests, frame),
        ]),
      );
    expect(values).toEqual([
      [1, 1],
      [0, 0],
      [1, 1],
    ]);
  });

  it("is not another ledger's of the same size, nor one of a size yet to come", async () => {
    const ledgers = [(await open(kinds)).ledger, (await open(kinds)).ledger] as const;
    const dockets = ledgers.map((ledger) => new Docket(ledger));
    const [full, bare] = dockets as [Docket, Docket];
    await full.arrested(await full.opened(), undefined, "2023-01-05");
    await bare.opened();
    await bare.opened();
    const ahead: Frame = { ...NOW, size: 1000 };
    const values = () =>
      Promise.all(
        ledgers.map((ledger) =>
          ledger.read(clerk, async (reader) => (await evaluate(reader, measures.arrests, ahead)).value),
        ),
      );
    expect(await Promise.all(dockets.map((docket) => docket.size()))).toEqual([3, 3]);
    expect(await values()).toEqual([1, 0]);
    await bare.arrested(await bare.opened(), undefined, "2023-01-05");
    expect(await values()).toEqual([1, 1]);
  });
});

describe("the shelf", () => {
  const judgment = (rows: number) => new Classified(Buffer.alloc(rows * 73), {});

  it("lets the judgments go that were not used for longest, and keeps none that is larger than itself", async () => {
    const shelf = new Shelf(73 * 5);
    const judged: string[] = [];
    const take = (key: string, rows: number) =>
      shelf.take(key, async () => {
        judged.push(key);
        return judgment(rows);
      });
    await take("a", 2);
    await take("b", 2);
    await take("a", 2);
    await take("c", 2);
    expect(judged.splice(0)).toEqual(["a", "b", "c"]);
    await take("a", 2);
    await take("c", 2);
    expect(judged.splice(0)).toEqual([]);
    expect((await take("huge", 6)).rows).toBe(6);
    await take("huge", 6);
    await take("a", 2);
    expect(judged.splice(0)).toEqual(["huge", "huge"]);
  });

  it("judges once for all who ask meanwhile, and again after a failure", async () => {
    const shelf = new Shelf(1000);
    let times = 0;
    const judge = async () => {
      times += 1;
      await new Promise((resolve) => setTimeout(resolve, 5));
      if (times === 1) throw new Error("lost");
      return judgment(1);
    };
    const first = await Promise.allSettled([shelf.take("a", judge), shelf.take("a", judge)]);
    expect(first.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
    await Promise.all([shelf.take("a", judge), shelf.take("a", judge)]);
    await shelf.take("a", judge);
    expect(times).toBe(2);
  });
});
