/** Figures and the fact sheet over HTTP: the whole course, every refusal, the same digits again, files that open, no position anywhere. */
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, type House, openHouse, problemIn } from "./testing/house.ts";
import { ELSEWHERE } from "./testing/elsewhere.ts";

let keys = 0;

onEveryServer("figures over HTTP", (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(open, { full: true });
  });
  afterAll(() => house.close());

  const post = (address: string, body: object, key = `figures-key-${++keys}`): Promise<Answer> =>
    house.ask("POST", `/api/figures${address}`, { body, headers: { "idempotency-key": key } });

  async function drafted(more: object = {}): Promise<{ figure: string; draft: string }> {
    const { status, json, text } = await post("", {
      measure: "arrests",
      asKnownOn: "2024-05-31",
      by: "Ana Drafter",
      ...more,
    });
    expect(status, text).toBe(201);
    return { figure: json.figure, draft: json.entry };
  }

  it("go from draft to publication and withdrawal, and come out the same all the way", async () => {
    const results = await house.get("/api/results?measure=arrests&asKnownOn=2024-05-31");
    const { value } = results.json.measures[0];
    const { figure, draft } = await drafted();
    expect((await post(`/${figure}/review`, { draft, verdict: "approved", by: "Ben" })).status).toBe(201);
    expect((await post(`/${figure}/publication`, { draft, by: "Ana Drafter" })).status).toBe(201);
    const page = await house.get(`/api/figures/${figure}`);
    expect(page.json).toMatchObject({ state: "published", value, measure: "arrests", knownOn: "2024-05-31" });
    expect(page.json.acts.map((act: { by: string }) => act.by)).toEqual([
      "Ana Drafter",
      "Ben",
      "Ana Drafter",
    ]);
    // With the figure's own cut the measure's page and lists show what was counted.
    const again = await house.get(
      `/api/results?measure=arrests&since=${page.json.since}&cut=${page.json.cut}`,
    );
    expect(again.json.measures[0]).toMatchObject({ value, counted: { entries: page.json.entries } });
    const rerun = await house.get(`/api/figures/${figure}/rerun`);
    expect(rerun.json).toMatchObject({ outcome: "same", published: value, value, digest: page.json.digest });
    const listed = await house.get("/api/figures?state=published");
    expect(listed.json.items.map((one: { figure: string }) => one.figure)).toContain(figure);
    const because = "It rested on a wrong source.";
    expect((await post(`/${figure}/withdrawal`, { because, by: "Cy" })).status).toBe(201);
    const withdrawn = await house.get(`/api/figures/${figure}`);
    expect(withdrawn.json).toMatchObject({ state: "withdrawn", value });
    expect(withdrawn.json.acts.at(-1)).toMatchObject({ by: "Cy", words: because });
  });

  it("differ from today by the entries that the answer names, on the page and in the file", async () => {
    const { figure } = await drafted();
    const first = await house.get(`/api/figures/${figure}/difference?limit=3`);
    const items = [...first.json.items];
    let { next } = first.json;
    while (next !== null) {
      const { json } = await house.get(
        `/api/figures/${figure}/difference?limit=3&cursor=${encodeURIComponent(next)}`,
      );
      items.push(...json.items);
      next = json.next;
    }
    expect(items.length).toBeGreaterThan(0);
    const sum = items.reduce((total: number, { change }: { change: number }) => total + change, 0);
    expect(first.json.published + sum).toBe(first.json.today);
    expect(
      first.json.byReason.reduce((total: number, group: { change: number }) => total + group.change, 0),
    ).toBe(sum);
    const file = await house.get(`/api/figures/${figure}/difference.csv`);
    expect(file.text.trimEnd().split("\r\n")).toHaveLength(items.length + 1);
    expect(file.headers["content-disposition"]).toContain(`difference-${figure}.csv`);
  });

  it("never give out the position they are pinned to", async () => {
    const { figure, draft } = await drafted();
    const entry = await house.get(`/api/entries/${draft}`);
    expect(entry.json.body.pinned.cut).toEqual({ root: expect.any(String), day: "2024-05-31" });
    for (const address of [`/api/figures/${figure}`, `/api/figures/${figure}/rerun`, `/api/entries/${draft}`])
      expect((await house.get(address)).text).not.toMatch(/"size"/);
  });

  it("drafted anew are reviewed anew", async () => {
    const { figure, draft } = await drafted();
    await post(`/${figure}/review`, { draft, verdict: "returned", remarks: "Another day.", by: "Ben" });
    const anew = await post(`/${figure}/draft`, {
      measure: "arrests",
      asKnownOn: "2023-12-04",
      by: "Ana Drafter",
      draft,
      reason: "Asked for by the reviewer.",
    });
    expect(anew.status, anew.text).toBe(201);
    const page = await house.get(`/api/figures/${figure}`);
    expect(page.json).toMatchObject({ state: "drafted", draft: anew.json.entry, knownOn: "2023-12-04" });
  });

  describe("are refused", () => {
    it.each<[string, object, number, string]>([
      ["a measure that is none", { measure: "escapes" }, 404, "measure-unknown"],
      ["a day to come", { asKnownOn: "2199-01-01" }, 400, "day-to-come"],
      ["a cut of another ledger", { asKnownOn: undefined, cut: "abc" }, 400, "cut-not-ours"],
      ["a cut and a day", { cut: "abc" }, 400, "frame-cut-and-day"],
      ["no name", { by: " " }, 400, "request-invalid"],
    ])("with %s", async (_, more, status, code) => {
      const answer = await post("", { measure: "arrests", asKnownOn: "2024-05-31", by: "Ana", ...more });
      expect(problemIn(answer)).toEqual({ status, code });
    });

    it("one's own review, publication before review, a second withdrawal", async () => {
      const { figure, draft } = await drafted();
      const review = { draft, verdict: "approved", by: "ana  drafter" };
      expect(problemIn(await post(`/${figure}/review`, review)).code).toBe("figure-own-review");
      const publication = { draft, by: "Ana" };
      expect(problemIn(await post(`/${figure}/publication`, publication)).code).toBe("figure-not-reviewed");
      const withdrawal = { because: "Not needed.", by: "Ana" };
      expect((await post(`/${figure}/withdrawal`, withdrawal)).status).toBe(201);
      expect(problemIn(await post(`/${figure}/withdrawal`, withdrawal)).code).toBe(
        "figure-withdrawn-already",
      );
    });

    it("without a key, under a key of another request, and what is not there", async () => {
      const body = { measure: "arrests", by: "Ana" };
      expect(problemIn(await house.ask("POST", "/api/figures", { body })).code).toBe(
        "idempotency-key-missing",
      );
      await post("", body, "figures-once");
      expect(problemIn(await post("", { ...body, by: "Ben" }, "figures-once")).code).toBe(
        "idempotency-key-reused",
      );
      const nobody = "00000000-0000-4000-8000-000000000001";
      for (const address of ["", "/rerun", "/difference", "/difference.csv"])
        expect(problemIn(await house.get(`/api/figures/${nobody}${address}`)).code).toBe("figure-not-there");
    });

    it("what is written by hand at the door of entries", async () => {
      const { figure, draft } = await drafted();
      const body = { by: "Nobody", draft, verdict: "approved" };
      const entry = { kind: "figure.reviewed", subject: figure, body };
      const asked = { body: entry, headers: { "idempotency-key": `by-hand-${figure}` } };
      expect(problemIn(await house.ask("POST", "/api/entries", asked)).code).toBe("kind-composed");
      expect(problemIn(await house.ask("POST", "/api/entries/check", { body: entry })).code).toBe(
        "kind-composed",
      );
      const forged = { ...entry, composed: true };
      const again = { body: forged, headers: { "idempotency-key": `forged-${figure}` } };
      expect(problemIn(await house.ask("POST", "/api/entries", again)).code).toBe("request-invalid");
    });
  });

  it("the fact sheet gives each line's digits as the results do, then and now", async () => {
    for (const known of [
      "asKnownOn=2024-05-31",
      "asKnownOn=2022-06-30",
      "basis=recorded",
      "population=task-force",
    ]) {
      const sheet = await house.get(`/api/fact-sheet?${known}`);
      expect(sheet.status, sheet.text).toBe(200);
      for (const { figures } of sheet.json.parts)
        for (const { measure, value } of figures) {
          const results = await house.get(`/api/results?measure=${measure}&${known}`);
          expect([measure, results.json.measures[0]?.value], known).toEqual([measure, value]);
        }
    }
    const then = await house.get("/api/fact-sheet?asKnownOn=2024-05-31");
    const claims = then.json.growth.map(
      ({ reported }: { reported: { sentence: { en: string } }[] }) => reported[0]?.sentence.en,
    );
    expect(claims[0]).toMatch(/more than 25/);
    expect(claims[1]).toMatch(/exactly 27/);
  });

  it("the fact sheet by its own cut is the same to the digit", async () => {
    const { json } = await house.get("/api/fact-sheet?asKnownOn=2024-05-31");
    const again = await house.get(`/api/fact-sheet?cut=${json.cut}`);
    expect(again.json.parts).toEqual(json.parts);
    expect(again.json.day).toBe("2024-05-31");
  });

  it("the fact sheet comes as a file and as a tagged paper in the reader's language", async () => {
    const csv = await house.get("/api/fact-sheet.csv?asKnownOn=2024-05-31");
    expect(csv.text.split("\r\n")[0]).toContain('"kind","part","measure"');
    expect(csv.headers["content-disposition"]).toContain("fact-sheet-2024-05-31.csv");
    for (const [language, says] of [
      ["en", "en-US"],
      ["es", "es-US"],
    ]) {
      const url = `/api/fact-sheet.pdf?asKnownOn=2024-05-31&language=${language}`;
      const { headers } = await house.get(url);
      // The bytes, which a text would have lost.
      const { rawPayload } = await house.app.inject({
        url,
        remoteAddress: "127.0.0.1",
        headers: { host: "127.0.0.1:4810" },
      });
      expect(headers["content-type"]).toBe("application/pdf");
      const bytes = rawPayload.toString("latin1");
      expect(bytes.startsWith("%PDF-1.7")).toBe(true);
      expect(bytes).toContain(`/Lang (${says})`);
      expect(bytes).toContain("/S /Table");
      expect(bytes).toContain("/Scope /Row");
    }
  });

  it("answered every operation of its own, each in its own shape", () => {
    expect(house.contract.unanswered(ELSEWHERE["figures.test.ts"])).toEqual([]);
  });
});
