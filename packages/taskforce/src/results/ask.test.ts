/** What a results page says besides its numbers: claims held against what the record knew on their days. */
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { contradictionsIn } from "./ask.ts";
import { Docket } from "./fixtures/docket.ts";
import { frameOf } from "./frame.ts";

onEveryServer("contradictions with the record", (open) => {
  it("are found where the record knew more by the day of an exact claim, and only there", async () => {
    const { ledger } = await open(kinds);
    const docket = new Docket(ledger);
    const { record: late } = await docket.dated("2024-01-15");
    await docket.whole();
    await docket.whole();
    await docket.whole(undefined, { source: late });
    await docket.reported("arrests", { operator: "exactly", value: 1 }, "2023-06-01");
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
    ).toEqual([["recorded-exceeds-exact", "arrests", 2, "2023-06-01"]]);
    const before = { ...frame, knownOn: "2023-05-31" };
    expect(await ledger.read(clerk, (reader) => contradictionsIn(reader, before, { today }))).toEqual([]);
  });
});
