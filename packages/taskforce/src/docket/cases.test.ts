/** Cases as known on a day: the list and the page say what dated sources had stated by then, as the figures do. */
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { beforeAll, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { evaluate, everything, measures, parseFrame } from "../results/index.ts";
import { Docket } from "../results/fixtures/docket.ts";
import { casePage, type CasePage, knownIn, listCases, tallyOf } from "./index.ts";

onEveryServer("cases as known on a day", (open) => {
  let ledger: Ledger;
  let docket: Docket;
  let story: Awaited<ReturnType<Docket["whole"]>>;

  beforeAll(async () => {
    ({ ledger } = await open(kinds));
    docket = new Docket(ledger);
    story = await docket.whole();
    const { record: later } = await docket.dated("2024-06-20");
    const { record: undated } = await docket.dated();
    await docket.corrected(story.inCase, { source: later, body: { title: "Stash houses" } });
    await docket.amended(story.sentence, "2024-05-01", { source: later });
    await docket.opened("no", { source: undated, body: { title: "Of no date" } });
    const late = await docket.opened("yes", { source: later, body: { title: "Stated late" } });
    const defendant = await docket.joined(late, undefined, { source: later });
    await docket.arrested(late, defendant, "2022-02-02");
  });

  async function known(attestedBy: string | null) {
    return { size: await docket.size(), attestedBy };
  }

  async function page(id: string, attestedBy: string | null): Promise<CasePage> {
    const when = await known(attestedBy);
    return ledger.read(clerk, (reader) => casePage(reader, ledger.kinds, when, id));
  }

  async function titles(attestedBy: string | null): Promise<string[]> {
    const when = await known(attestedBy);
    const { items, total } = await ledger.read(clerk, (reader) =>
      listCases(reader, ledger.kinds, when, {}, { sort: "title" }),
    );
    expect(total).toBe(items.length);
    return items.map(({ title }) => title);
  }

  it("lists all of them where no day is asked", async () => {
    expect(await titles(null)).toEqual(["Of no date", "Stash houses", "Stated late"]);
  });

  it("lists those a dated source had stated by then, in the words of then", async () => {
    expect(await titles("2023-01-09")).toEqual([]);
    expect(await titles("2023-01-10")).toEqual(["Stash house"]);
    expect(await titles("2024-06-19")).toEqual(["Stash house"]);
    expect(await titles("2024-06-20")).toEqual(["Stash houses", "Stated late"]);
  });

  it("shows a case as its sources had it, without what was stated later", async () => {
    const before = await page(story.inCase.record, "2024-06-19");
    expect(before.standing.body.title).toBe("Stash house");
    expect(before.standing.defendants[0]?.sentences[0]).toMatchObject({
      amended: false,
      term: { months: 400 },
    });
    expect(before.timeline.map(({ state }) => state)).not.toContain("corrected");
    const after = await page(story.inCase.record, "2024-06-20");
    expect(after.standing.body.title).toBe("Stash houses");
    expect(after.standing.defendants[0]?.sentences[0]).toMatchObject({ amended: true, term: { months: 18 } });
    expect(after.timeline.filter(({ state }) => state === "corrected")).toHaveLength(1);
    expect(after.timeline.length).toBe(before.timeline.length + 2);
  });

  it("has no page for a case that no dated source had stated", async () => {
    await expect(page(story.inCase.record, "2023-01-09")).rejects.toMatchObject({ code: "case-not-there" });
  });

  it("takes a case and defendant as given where an event that presupposes them was stated before", async () => {
    const when = await known(null);
    const { items } = await ledger.read(clerk, (reader) =>
      listCases(reader, ledger.kinds, when, { q: "Stated late" }),
    );
    const { standing } = await page(items[0]?.id as string, "2023-01-10");
    expect(standing.body.title).toBe("Stated late");
    expect(standing.defendants.map(({ arrests }) => arrests.length)).toEqual([1]);
  });

  it("tells the same convictions and sentences as the figures do", async () => {
    for (const day of ["2023-01-09", "2023-01-10", "2024-06-20"]) {
      const { size } = await known(day);
      const frame = { size, basis: "attested", knownOn: day, since: null, population: "record" } as const;
      const [convictions, sentenced] = await ledger.read(clerk, async (reader) => [
        (await evaluate(reader, measures.convictions, frame)).value,
        (await evaluate(reader, measures.sentenced, frame)).value,
      ]);
      const tally = await page(story.inCase.record, day).then(
        ({ standing }) => tallyOf(standing),
        () => undefined,
      );
      expect([tally?.convicted ?? 0, tally?.sentenced ?? 0], day).toEqual([convictions, sentenced]);
    }
  });

  it("lists the same again for the cut of a list as known on a day, and of one that is not", async () => {
    const list = async (parameters: Record<string, string>) => {
      const { known: when, cut } = await knownIn(ledger, parseFrame(parameters));
      const { items } = await ledger.read(clerk, (reader) =>
        listCases(reader, ledger.kinds, when, {}, { sort: "title" }),
      );
      return { titles: items.map(({ title }) => title), cut: ledger.cut.seal(cut) };
    };
    const whole = await list({});
    const early = await list({ asKnownOn: "2023-01-10" });
    expect([whole.titles.length, early.titles.length]).toEqual([3, 1]);
    expect((await list({ cut: whole.cut })).titles).toEqual(whole.titles);
    expect((await list({ cut: early.cut })).titles).toEqual(early.titles);
    expect((await list({ cut: early.cut, basis: "recorded" })).titles).toEqual(whole.titles);
  });

  it("shows the sources as they stood at the cut", async () => {
    const told = new Docket(ledger);
    const { inCase } = await told.whole();
    const source = await told.dated("2023-02-03");
    await told.joined(inCase, undefined, { source: source.record });
    const early = await told.size();
    await told.corrected(source, { body: { title: "Corrected release", dated: "2023-02-04" } });
    const sourcesAt = async (size: number) => {
      const at = { size, attestedBy: null };
      const { sources, timeline } = await ledger.read(clerk, (reader) =>
        casePage(reader, ledger.kinds, at, inCase.record),
      );
      const cited = timeline.find((view) => view.source?.id === source.record)?.source;
      const listed = sources.find(({ id }) => id === source.record);
      return [cited, listed].map((line) => `${line?.title} of ${line?.dated}`);
    };
    expect(await sourcesAt(early)).toEqual(["Release of 2023-02-03", "Release of 2023-02-03"]);
    const corrected = "Corrected release of 2023-02-04";
    expect(await sourcesAt(await told.size())).toEqual([corrected, corrected]);
  });

  it("leaves out what was withdrawn from the day the withdrawal was stated", async () => {
    const told = await docket.whole();
    const { record: later } = await docket.dated("2024-07-01");
    await docket.withdrawn(told.sentence, { source: later });
    await docket.withdrawn(told.conviction, { source: later });
    const outcomes = async (day: string) =>
      (await page(told.inCase.record, day)).standing.defendants[0]?.counts.map(({ outcome }) => outcome);
    await expect(outcomes("2024-06-30")).resolves.toEqual(["convicted-plea"]);
    await expect(outcomes("2024-07-01")).resolves.toEqual([null]);
    const size = await docket.size();
    const counted = async (day: string, name: "convictions" | "sentenced") => {
      const frame = { size, basis: "attested", knownOn: day, since: null, population: "record" } as const;
      const judged = await ledger.read(clerk, (reader) => everything(reader, measures[name], frame));
      const mine = judged.find(({ entry }) => [told.conviction.entry, told.sentence.entry].includes(entry));
      return mine?.reason;
    };
    for (const name of ["convictions", "sentenced"] as const) {
      expect(await counted("2024-06-30", name), name).toBe(null);
      expect(await counted("2024-07-01", name), name).toBe("withdrawn");
    }
  });

  it("says of a case whose opening was lawfully emptied that it was, and not that it never was", async () => {
    const gone = await docket.opened("yes", { body: { title: "Expunged" } });
    await docket.arrested(gone, undefined, "2022-02-02");
    const before = await known(null);
    await docket.purged(gone);
    await expect(page(gone.record, null)).rejects.toMatchObject({ code: "case-emptied", status: 410 });
    expect(await titles(null)).not.toContain("Expunged");
    // As known before the purge there is no page either: what it held is gone for good.
    await expect(
      ledger.read(clerk, (reader) => casePage(reader, ledger.kinds, before, gone.record)),
    ).rejects.toMatchObject({ status: 404 });
  });
});
