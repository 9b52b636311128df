/** What a program made up says so in every answer that shows it, and what is real is not touched by it. */
import { Readable } from "node:stream";
import { onEveryServer } from "@joint-docket/ledger/testing";
import { localOperator } from "@joint-docket/taskforce/access";
import { importRows, readLines, readMapping } from "@joint-docket/taskforce/exchange";
import { docket } from "@joint-docket/taskforce/synthetic";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse } from "./testing/house.ts";

onEveryServer("a record with synthetic cases beside real ones", (open) => {
  let house: House;
  let real: { entry: string; subject: string };
  const arrested = (inCase: string, more: object = {}) =>
    house.record({
      kind: "arrest.made",
      body: { case: inCase, place: "domestic" },
      occurred: "2023-05-05",
      ...more,
    });

  beforeAll(async () => {
    house = await openHouse(open);
    real = await house.record({ kind: "case.opened", body: { title: "Trailer", taskForce: "yes" } });
  });
  afterAll(() => house.close());

  it("is not marked before there is anything synthetic in it", async () => {
    const release = await house.record({
      kind: "source.described",
      body: { title: "Release", sourceKind: "official-release", dated: "2023-06-01" },
    });
    await arrested(real.subject, { source: release.subject });
    expect((await house.get("/api/status")).json.synthetic).toBe(false);
    const { measures } = (await house.get("/api/results")).json;
    expect(measures[0]).toMatchObject({
      measure: "arrests",
      value: 1,
      counted: { entries: 1, synthetic: 0 },
    });
  });

  it("marks cases, pages, entries, sources and figures once there is", async () => {
    const text = Readable.from([...docket(600, 5)].map((row) => `${JSON.stringify(row)}\n`));
    const { refused } = await importRows(
      house.ledger,
      localOperator,
      readLines(text, "jsonl", readMapping({})),
      {
        format: "jsonl",
      },
    );
    expect(refused).toEqual([]);
    expect((await house.get("/api/status")).json.synthetic).toBe(true);

    const { items } = (await house.get("/api/cases?limit=200")).json;
    for (const { title, synthetic } of items)
      expect([title, synthetic]).toEqual([title, title !== "Trailer"]);

    const made = items.find(({ synthetic }: { synthetic: boolean }) => synthetic);
    const page = (await house.get(`/api/cases/${made.id}`)).json;
    expect(page.synthetic).toBe(true);
    expect(page.timeline.every(({ synthetic }: { synthetic: boolean }) => synthetic)).toBe(true);
    expect(page.sources.every(({ synthetic }: { synthetic: boolean }) => synthetic)).toBe(true);
    expect((await house.get(`/api/cases/${real.subject}`)).json.synthetic).toBe(false);

    const { measures } = (await house.get("/api/results")).json;
    const { counted } = measures[0];
    expect(counted.synthetic).toBe(counted.entries - 1);
  });

  it("marks an entry by hand that hangs on a synthetic case, and counts it as synthetic", async () => {
    const { items } = (await house.get("/api/cases?limit=200")).json;
    const made = items.find(({ synthetic }: { synthetic: boolean }) => synthetic);
    const before = (await house.get("/api/results?basis=recorded")).json.measures[0].counted;
    const { entry } = await arrested(made.id);
    const shown = (await house.get(`/api/entries/${entry}`)).json;
    expect([shown.synthetic, shown.belongsTo.case.synthetic]).toEqual([false, true]);
    const after = (await house.get("/api/results?basis=recorded")).json.measures[0].counted;
    expect(after.synthetic).toBe(before.synthetic + 1);
  });

  it("cannot be passed off as real: a correction does not make a synthetic source another", async () => {
    const { items } = (await house.get("/api/entries?kind=source.described&limit=50")).json;
    const source = items.find(({ synthetic }: { synthetic: boolean }) => synthetic);
    expect(source.sentence.en).toMatch(/^A synthetic source, made up by a program, was described/);
    expect(source.sentence.es).toMatch(/^Se describió una fuente sintética, inventada por un programa/);
    const answer = await house.ask("POST", "/api/entries", {
      body: {
        kind: "source.described",
        body: { title: "A release", sourceKind: "official-release" },
        replaces: source.entry,
        reason: "It is real",
      },
      headers: { "idempotency-key": "synthetic-for-good-1" },
    });
    expect(answer.json).toMatchObject({ code: "synthetic-for-good", field: "sourceKind" });
  });

  it("takes no identity of an entry from a request", async () => {
    const answer = await house.ask("POST", "/api/entries", {
      body: {
        kind: "case.opened",
        body: { title: "Case", taskForce: "no" },
        entersAs: "00000000-0000-4000-8000-000000000001",
      },
      headers: { "idempotency-key": "enters-as-nobody-1" },
    });
    expect(answer.json).toMatchObject({ status: 400, code: "request-invalid" });
  });
});
