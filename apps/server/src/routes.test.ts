/** Every route over a real ledger with the public record in it: it answers in the shape it promises, page by page, at every cut. */
import { measureNames } from "@joint-docket/taskforce/results";
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type Answer, type House, openHouse, problemIn } from "./testing/house.ts";
import { ELSEWHERE } from "./testing/elsewhere.ts";

/** What lists hold; each test looks at the members its list has. */
type Item = Readonly<Record<"id" | "entry", string>> & { readonly weight: number };

/** The items of every page of a list, by its cursor. */
async function pagesOf(
  house: House,
  address: string,
  limit: number,
): Promise<{ items: Item[]; pages: number }> {
  const items: Item[] = [];
  let pages = 0;
  let next: string | null = null;
  do {
    const cursor: string = next === null ? "" : `&cursor=${encodeURIComponent(next)}`;
    const answer: Answer = await house.get(
      `${address}${address.includes("?") ? "&" : "?"}limit=${limit}${cursor}`,
    );
    expect(answer.status, answer.text).toBe(200);
    expect(answer.json.cut).toMatch(/^[\w-]+$/);
    items.push(...answer.json.items);
    next = answer.json.next;
    pages += 1;
  } while (next !== null);
  return { items, pages };
}

onEveryServer("the interface", (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(open, { full: true });
  });
  afterAll(() => house.close());

  it("says what this installation is, and whether whoever asks may write", async () => {
    const near = await house.get("/api/status");
    expect(near.json).toMatchObject({
      product: "Joint Docket",
      timeZone: "America/New_York",
      canWrite: true,
    });
    const far = await house.ask("GET", "/api/status", { from: "192.0.2.7" });
    expect(far.json).toMatchObject({ canWrite: false });
  });

  it("pages through each list without losing, repeating or reordering anything", async () => {
    for (const [address, key] of [
      ["/api/cases", "id"],
      ["/api/cases?sort=title", "id"],
      ["/api/cases?sort=district", "id"],
      ["/api/cases?asKnownOn=2023-12-31", "id"],
      ["/api/entries?kind=charge.disposed", "entry"],
      ["/api/results/convictions/entries", "entry"],
      ["/api/results/convictions/left-out", "entry"],
    ] as const) {
      const whole = await pagesOf(house, address, 200);
      const ids = (list: Item[]) => list.map((item) => item[key]);
      expect(whole.items.length, address).toBeGreaterThan(8);
      const size = Math.ceil(whole.items.length / 3);
      const paged = await pagesOf(house, address, size);
      expect(paged.pages, address).toBe(3);
      expect(ids(paged.items), address).toEqual(ids(whole.items));
      expect(new Set(ids(paged.items)).size, address).toBe(whole.items.length);
    }
  });

  it("keeps a list that is being paged as it was at its cut, whatever is recorded meanwhile", async () => {
    const first = await house.get("/api/entries?kind=source.described&limit=5");
    await house.record({ kind: "source.described", body: { title: "A later source", sourceKind: "press" } });
    const { cut, next } = first.json;
    const second = await house.get(
      `/api/entries?kind=source.described&limit=200&cut=${cut}&cursor=${encodeURIComponent(next)}`,
    );
    const seen = [...first.json.items, ...second.json.items].map(({ entry }) => entry);
    expect(new Set(seen).size).toBe(seen.length);
    const asBefore = await pagesOf(house, `/api/entries?kind=source.described&cut=${cut}`, 200);
    expect(asBefore.items.map(({ entry }) => entry)).toEqual(seen);
  });

  it("refuses a cursor of another list, of another order, or of nobody", async () => {
    const { next } = (await house.get("/api/cases?limit=3")).json;
    const of = (address: string) => house.get(`${address}cursor=${encodeURIComponent(next)}`);
    for (const address of ["/api/entries?", "/api/cases?sort=title&"])
      expect(problemIn(await of(address)), address).toEqual({ status: 400, code: "cursor-wrong" });
    expect(problemIn(await of("/api/results/arrests/entries?"))).toEqual({
      status: 400,
      code: "cursor-unknown",
    });
    for (const forged of ["x", "A".repeat(80), `${next}AA`])
      expect(problemIn(await house.get(`/api/cases?cursor=${forged}`)).code, forged).toBe("cursor-wrong");
    expect((await of("/api/cases?limit=3&")).status).toBe(200);
  });

  it("shows a case, its entries, their sources, and each entry by itself", async () => {
    const [row] = (await house.get("/api/cases?q=trailer&limit=1")).json.items;
    const page = await house.get(`/api/cases/${row.id}`);
    expect(page.json).toMatchObject({ id: row.id, case: { title: row.title } });
    expect(page.json.defendants.length).toBe(row.defendants);
    const { timeline } = page.json;
    expect(timeline.length).toBeGreaterThan(0);
    for (const { entry, sentence } of timeline) {
      const alone = await house.get(`/api/entries/${entry}`);
      expect(alone.json).toMatchObject({ entry, sentence, version: 1, state: "standing" });
    }
    const early = await house.get(`/api/cases/${row.id}?asKnownOn=1999-01-01`);
    expect(problemIn(early)).toEqual({ status: 404, code: "case-not-there" });
  });

  it("counts, and opens each count to exactly the entries behind it", async () => {
    const results = await house.get("/api/results");
    expect(results.json.measures.map(({ measure }: { measure: string }) => measure)).toEqual(measureNames);
    for (const { measure, value, ratio, counted, leftOut, cut } of results.json.measures) {
      const behind = await pagesOf(house, `/api/results/${measure}/entries?cut=${cut}`, 200);
      expect(behind.items.length, measure).toBe(counted.entries);
      expect(
        behind.items.reduce((sum: number, { weight }) => sum + weight, 0),
        measure,
      ).toBe(ratio ? ratio.whole : value);
      for (const { reason, entries } of leftOut) {
        const out = await pagesOf(house, `/api/results/${measure}/left-out?cut=${cut}&reason=${reason}`, 200);
        expect(out.items.length, `${measure} ${reason}`).toBe(entries);
      }
    }
    const one = await house.get(
      "/api/results?measure=arrests&basis=recorded&since=none&population=task-force",
    );
    expect(one.json.measures).toHaveLength(1);
    const history = await house.get("/api/results/history?measure=arrests");
    expect(Object.keys(history.json.measures)).toEqual(["arrests"]);
  });

  it("breaks a count down, and opens each group to exactly the entries behind it", async () => {
    const { json } = await house.get("/api/results/convictions?by=fiscal-year,district");
    expect(json.by).toEqual(["fiscal-year", "district"]);
    expect(json.groups.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(
      json.measure.value,
    );
    for (const { key, titles, entries } of json.groups.slice(0, 5)) {
      expect(titles).toHaveLength(2);
      const [year, district] = key.map((one: string | null) => one ?? "not-known");
      const address = `/api/results/convictions/entries?cut=${json.cut}&fiscal-year=${year}&district=${district}`;
      expect((await pagesOf(house, address, 200)).items.length, String(key)).toBe(entries);
    }
    const table = await house.get(`/api/results/convictions/table.csv?by=district&cut=${json.cut}`);
    expect(table.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(table.text.split("\r\n")[0]).toMatch(/^"district","convictions"/);
    const every = await house.get(`/api/results/convictions/table.csv?cut=${json.cut}`);
    expect(every.text.split("\r\n")).toHaveLength(
      json.measure.counted.entries +
        json.measure.leftOut.reduce((sum: number, { entries }: { entries: number }) => sum + entries, 0) +
        2,
    );
    expect(problemIn(await house.get("/api/results/convictions?by=country"))).toEqual({
      status: 400,
      code: "breakdown-not-of-measure",
    });
    // The year compared is the last one that had ended by the day asked for, at a cut as on a day.
    const then = await house.get(
      "/api/results?measure=growth-since&of=arrests&baseYear=2022&asKnownOn=2024-06-05",
    );
    const later = async (query: string) =>
      (await house.get(`/api/results?measure=growth-since&of=arrests&baseYear=2022&${query}`)).json
        .measures[0].grows.later;
    expect(then.json.measures[0].grows.later).toBe(2023);
    expect(await later(`cut=${then.json.cut}`)).toBe(2023);
    expect(
      problemIn(await house.get("/api/results/growth-since?of=defendants-charged&baseYear=1999")),
    ).toEqual({ status: 422, code: "base-year-without-data" });
    expect(problemIn(await house.get("/api/results/growth-since?of=felony-share&baseYear=2020"))).toEqual({
      status: 400,
      code: "growth-incomplete",
    });
  });

  it("lists what can be recorded and the reference data", async () => {
    const kinds = await house.get("/api/kinds");
    expect(kinds.json.map(({ kind }: { kind: string }) => kind)).toContain("arrest.made");
    for (const [list, length] of [
      ["districts", 94],
      ["countries", 249],
    ] as const)
      expect((await house.get(`/api/reference/${list}`)).json, list).toHaveLength(length);
    expect((await house.get("/api/reference/agencies")).json.length).toBeGreaterThan(10);
  });

  it("gives the same figures for a cut as for the day it was asked with, without the day", async () => {
    for (const query of ["asKnownOn=2023-12-31", "asKnownOn=2024-06-10", "basis=recorded", ""]) {
      const basis = query.startsWith("basis") ? `&${query}` : "";
      const { json: asked } = await house.get(`/api/results?${query}`);
      const { json: again } = await house.get(`/api/results?cut=${asked.cut}${basis}`);
      const figures = (json: typeof asked) =>
        json.measures.map(({ value, leftOut }: { value: number; leftOut: unknown }) => [value, leftOut]);
      expect(figures(again), query).toEqual(figures(asked));
      expect(again.seenOn, query).toBe(/asKnownOn=(.*)/.exec(query)?.[1] ?? asked.seenOn);
      const { json: list } = await house.get(`/api/cases?${query}`);
      const { json: listed } = await house.get(`/api/cases?cut=${list.cut}${basis}`);
      expect([listed.total, listed.items], query).toEqual([list.total, list.items]);
    }
  });

  it("records, checks, corrects and withdraws, with the cuts just before and after", async () => {
    const draft = { kind: "case.opened", body: { title: "Boat off the coast", taskForce: "unknown" } };
    const checked = await house.ask("POST", "/api/entries/check", { body: draft });
    expect(checked.json.sentence.en).toContain("Boat off the coast");
    const opened = await house.record(draft);
    const arrest = await house.record({
      kind: "arrest.made",
      occurred: "2024-05",
      body: { case: opened.subject, place: "domestic", persons: 2 },
    });
    const arrestsAt = async (cut: string) =>
      (await house.get(`/api/results?measure=arrests&basis=recorded&cut=${cut}`)).json.measures[0].value;
    expect((await arrestsAt(arrest.cut.after)) - (await arrestsAt(arrest.cut.before))).toBe(2);
    const corrected = await house.record({
      kind: "arrest.made",
      occurred: "2024-05",
      replaces: arrest.entry,
      reason: "Misread",
      body: { case: opened.subject, place: "domestic", persons: 4 },
    });
    expect((await arrestsAt(corrected.cut.after)) - (await arrestsAt(corrected.cut.before))).toBe(2);
    const page = await house.get(`/api/entries/${arrest.entry}`);
    expect(page.json).toMatchObject({ state: "corrected", replacedBy: corrected.entry });
    expect(page.json.history.map(({ entry }: { entry: string }) => entry)).toEqual([
      arrest.entry,
      corrected.entry,
    ]);
    const withdrawn = await house.record({
      kind: "entry.withdrawn",
      reason: "Another case",
      body: { withdraws: corrected.entry },
    });
    expect((await arrestsAt(withdrawn.cut.before)) - (await arrestsAt(withdrawn.cut.after))).toBe(4);
  });

  it("shows the proof of the ledger and verifies it; two who ask at once get one answer", async () => {
    const { json } = await house.get("/api/ledger");
    expect(json).toMatchObject({
      ledger: house.ledger.id,
      origin: `joint-docket/${house.ledger.id}`,
      verified: null,
    });
    const [first, second] = await Promise.all([
      house.ask("POST", "/api/ledger/verify"),
      house.ask("POST", "/api/ledger/verify"),
    ]);
    expect(first.json).toMatchObject({ ok: true, problems: [] });
    expect(second.json).toEqual(first.json);
    expect((await house.get("/api/ledger")).json.verified).toEqual(first.json);
  });

  it("takes identifiers in capitals for the same", async () => {
    const made = await house.record({
      kind: "source.described",
      body: { title: "Big", sourceKind: "press" },
    });
    const source = made.subject.toUpperCase();
    const opened = await house.record({
      kind: "case.opened",
      source,
      body: { title: "In capitals", taskForce: "unknown" },
    });
    const joined = await house.record({
      kind: "defendant.joined",
      body: { case: opened.subject.toUpperCase(), designation: "driver" },
    });
    await house.record({
      kind: "case.docketed",
      subject: opened.subject.toUpperCase(),
      body: { district: "TXS", number: "5:24-cr-00991" },
    });
    await house.record({
      kind: "entry.withdrawn",
      body: { withdraws: joined.entry.toUpperCase() },
      reason: "Another case",
    });
    const page = await house.get(`/api/entries/${joined.entry.toUpperCase()}`);
    expect(page.json).toMatchObject({ entry: joined.entry, state: "withdrawn" });
    const file = await house.get(`/api/cases/${opened.subject.toUpperCase()}`);
    expect(file.json).toMatchObject({ id: opened.subject, case: { title: "In capitals" } });
    const list = await house.get(`/api/entries?source=${source}`);
    expect(list.json.items.map(({ entry }: { entry: string }) => entry)).toEqual([opened.entry]);
  });

  it("follows an import to its report", async () => {
    const text = '{"key":"r-1","kind":"source.described","body":{"title":"A report","sourceKind":"press"}}\n';
    const started = await house.ask("POST", "/api/imports", {
      body: { name: "rows.jsonl", text },
      headers: { "idempotency-key": "follow-an-import" },
    });
    expect(started.status).toBe(202);
    const address = `/api/imports/${started.json.id}`;
    await expect.poll(async () => (await house.get(address)).json.state, { timeout: 20_000 }).toBe("done");
    expect((await house.get(address)).json).toMatchObject({ report: { accepted: 1, refusedTotal: 0 } });
    expect((await house.get(`${address}/refused`)).text).toBe("");
    expect((await house.ask("DELETE", address)).json.state).toBe("done");
  });

  it("answered every operation of its document above, each in its own shape, but those that have a file of their own", async () => {
    await house.get("/api/openapi.json");
    expect(house.contract.unanswered(Object.values(ELSEWHERE).flat(), true)).toEqual([]);
    expect(house.log).toEqual([]);
  });
});
