/** What a results page says besides its numbers: claims held against what the record knew on their days. */
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { contradictionsIn, framed } from "./ask.ts";
import { evaluate } from "./evaluate.ts";
import { Docket } from "./fixtures/docket.ts";
import { frameOf, parseFrame } from "./frame.ts";
import { measures } from "./measures/index.ts";

onEveryServer("contradictions with the record", (open) => {
  it("are found where the record knew more by the day of an exact claim, and only there", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    const { record: late } = await docket.dated("2024-01-15");
    await docket.whole();
    await docket.whole();
    await docket.whole(undefined, { source: late });
    await docket.reported("arrests", { operator: "exactly", value: 1 }, "2023-06-01");
    // Both arrests were in January 2022: the record holds none since June of that year, as the first claim says.
    for (const since of ["2022-06", "2022-01-01"])
      await docket.reported("arrests", { operator: "exactly", value: 0 }, "2023-06-02", { body: { since } });
    await docket.reported("convictions", { operator: "exactly", value: 2 }, "2023-06-01");
    await docket.reported("sentenced", { operator: "more-than", value: 1 }, "2023-06-01");
    const today = "2026-01-01";
    const query = {
      basis: "attested",
      asKnownOn: null,
      cut: null,
      since: null,
      population: "record",
    } as const;
    const frame = frameOf(query, { size: await docket.size(), today });
    const found = await ledger.read(clerk, (reader) => contradictionsIn(reader, frame, { today }));
    expect(
      found.map(({ rule, measure, recorded }) => [rule, measure, recorded?.value, recorded?.date]),
    ).toEqual([
      ["recorded-exceeds-exact", "arrests", 2, "2023-06-01"],
      ["recorded-exceeds-exact", "arrests", 2, "2023-06-02"],
    ]);
    expect(found[1]?.sentence.en).toContain("2 (arrests) since January 1, 2022 as known on June 2, 2023");
    const before = { ...frame, knownOn: "2023-05-31" };
    expect(await ledger.read(clerk, (reader) => contradictionsIn(reader, before, { today }))).toEqual([]);
  });
});

onEveryServer("a cut given back", (open) => {
  it("shows the same figure on any later day, and after more was recorded", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    const { record: late } = await docket.dated("2024-06-20");
    await docket.whole();
    await docket.whole(undefined, { source: late });
    const seen = async (parameters: Record<string, string>, on: string) => {
      const { frame, cut } = await framed(ledger, parseFrame(parameters), new Date(`${on}T17:00:00Z`));
      const { value } = await ledger.read(clerk, (reader) => evaluate(reader, measures.convictions, frame));
      return { value, knownOn: frame.knownOn, cut: ledger.cut.seal(cut) };
    };
    const first = await seen({}, "2024-06-19");
    expect(first).toMatchObject({ value: 1, knownOn: "2024-06-19" });
    const asked = await seen({ asKnownOn: "2023-05-01" }, "2024-06-21");
    const recorded = await seen({ basis: "recorded" }, "2024-06-19");
    await docket.whole();
    expect(await seen({}, "2024-06-21")).toMatchObject({ value: 3 });
    const again = await seen({ cut: first.cut }, "2024-06-21");
    expect(again).toMatchObject({ value: 1, knownOn: "2024-06-19" });
    expect(await seen({ cut: again.cut }, "2025-01-01")).toMatchObject({ value: 1, knownOn: "2024-06-19" });
    expect(await seen({ cut: asked.cut }, "2025-01-01")).toMatchObject({ value: 1, knownOn: "2023-05-01" });
    expect(await seen({ cut: recorded.cut, basis: "recorded" }, "2025-01-01")).toMatchObject({ value: 2 });
    // A cut before or after an entry bears no day: what its dated sources state is seen from today, until it is asked.
    const bare = ledger.cut.seal(await ledger.cut.now());
    expect(await seen({ cut: bare }, "2024-06-19")).toMatchObject({ value: 2, knownOn: "2024-06-19" });
  });
});
