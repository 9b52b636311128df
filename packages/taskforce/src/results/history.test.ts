/** Reported beside recorded: which claims stand in a frame, and the course of the results over time. */
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { casesOfUnknownPopulation, page } from "./evaluate.ts";
import { Docket } from "./fixtures/docket.ts";
import type { Frame } from "./frame.ts";
import { CourseCache } from "./course.ts";
import { history, quarterEnds } from "./history.ts";
import { measures } from "./measures/index.ts";
import { reportedFigures } from "./reported.ts";

const NOW = { basis: "attested", knownOn: "2024-06-30", since: "2023-01-01", population: "record" } as const;

describe("quarter ends", () => {
  it("are those between two days, both included", () => {
    expect(quarterEnds("2023-03-31", "2023-12-30")).toEqual(["2023-03-31", "2023-06-30", "2023-09-30"]);
  });
});

onEveryServer("reported and recorded", (open) => {
  it("stand beside each other day by day", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    await docket.opened("unknown");
    const claim = { operator: "more-than", value: 300 };
    const release = (await docket.dated("2024-05-31")).record;
    const first = await docket.reported("arrests", claim, "2024-05-31", { source: release });
    await docket.reported("arrests", { operator: "exactly", value: 85 }, "2022-06", { source: release });
    await docket.reported("arrests", claim, undefined);
    await docket.reported("arrests", claim, "2024-06", { source: (await docket.dated()).record });
    await docket.reported("convictions", claim, "2024-05-31", {
      source: (await docket.dated("2024-07-01")).record,
    });
    const early = await docket.size();
    const inCase = await docket.opened();
    await docket.arrested(inCase, undefined, "2023-02-01", {
      source: (await docket.dated("2023-08-15")).record,
    });
    await docket.arrested(inCase, undefined, "2024-02-01", { source: release });
    await docket.corrected(first, {
      body: { claim: { operator: "more-than", value: 310 } },
      attestedAt: "2024-06-30",
    });
    const frame: Frame = { ...NOW, size: await docket.size() };

    await ledger.read(clerk, async (reader) => {
      const now = await reportedFigures(reader, frame, "arrests");
      expect(now.stated.map(({ asOf, value, attestedAt }) => [asOf, value, attestedAt])).toEqual([
        ["2022-06", 85, "2024-05-31"],
        ["2024-05-31", 310, "2024-06-30"],
        [null, 300, "2023-01-10"],
      ]);
      expect(now.undated.map(({ asOf }) => asOf)).toEqual(["2024-06"]);
      expect(now.stated[0]).toMatchObject({
        claim: { operator: "exactly", value: 85 },
        unit: "arrests",
        source: { id: release, title: "Release" },
      });
      expect(now.stated[0]?.sentence.en).toBe("exactly 85 arrests as of June 2022 — Release");
      const before = await reportedFigures(reader, { ...frame, knownOn: "2024-06-29" });
      expect(before.stated.map(({ value }) => value)).toEqual([85, 300, 300]);
      expect((await reportedFigures(reader, { ...frame, basis: "recorded", knownOn: null })).undated).toEqual(
        [],
      );

      const cache = new CourseCache();
      const told = await history(reader, frame, { today: "2024-07-10", cache });
      expect(told["arrests"]?.reported.map(({ asOf }) => asOf)).toEqual(["2022-06", "2024-05-31"]);
      const course = [
        ["2022-06-30", 0],
        ["2023-03-31", 0],
        ["2023-06-30", 0],
        ["2023-09-30", 1],
        ["2023-12-31", 1],
        ["2024-03-31", 1],
        ["2024-05-31", 2],
        ["2024-06-30", 2],
      ];
      expect(told["arrests"]?.recorded.map(({ date, value }) => [date, value])).toEqual(course);
      expect(await history(reader, frame, { today: "2024-07-10", cache })).toEqual(told);

      const sizeOn = async (day: string) => (day < "2024-05-31" ? early : frame.size);
      const recorded = await history(
        reader,
        { ...frame, basis: "recorded", knownOn: null },
        { today: "2024-07-10", sizeOn, only: [measures.arrests] },
      );
      expect(recorded["arrests"]?.recorded.at(-1)).toEqual({ date: "2024-07-10", value: 2 });
      expect(
        recorded["arrests"]?.recorded.filter(({ value }) => value === 2).map(({ date }) => date),
      ).toEqual(["2024-05-31", "2024-06-30", "2024-07-10"]);
      expect(await casesOfUnknownPopulation(reader, frame)).toBe(1);
    });
  });

  it("are paged by cursors that belong to their list", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    const inCase = await docket.opened();
    for (const occurred of ["2023-01-07", "2023-01-02", "2023-01-03/2023-01-05"])
      await docket.arrested(inCase, undefined, occurred);
    const withdrawn = await docket.arrested(inCase, undefined, "2023-01-09");
    await docket.withdrawn(withdrawn);
    const frame: Frame = { ...NOW, size: await docket.size() };
    const read = (cursor?: string) =>
      ledger.read(clerk, (reader) =>
        page(reader, measures.arrests, frame, { which: "counted", limit: 2, cursor }),
      );
    const first = await read();
    const second = await read(first.next ?? undefined);
    expect([first.items.length, second.items.length, second.next]).toEqual([2, 1, null]);
    await expect(read(withdrawn.entry)).rejects.toMatchObject({ code: "cursor-unknown" });
    await expect(read("3")).rejects.toMatchObject({ code: "cursor-unknown" });
    const why = await ledger.read(clerk, (reader) =>
      page(reader, measures.arrests, frame, { which: "left-out", reason: "withdrawn", limit: 2 }),
    );
    expect(why.items.map(({ entry }) => entry)).toEqual([withdrawn.entry]);
  });
});
