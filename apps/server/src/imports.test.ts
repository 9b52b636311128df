/** Imports over HTTP: followed, previewed, cancelled, failed, their refused rows taken home, mended and sent again. */
import { onEveryServer } from "@joint-docket/ledger/testing";
import { readMapping } from "@joint-docket/taskforce/exchange";
import { afterAll, beforeAll, expect, it } from "vitest";
import { readConfig } from "./config.ts";
import { makeDesk } from "./desk.ts";
import { ImportRuns } from "./imports.ts";
import type { Installation } from "./installation.ts";
import { type House, openHouse, problemIn } from "./testing/house.ts";

const BATCH = 5000;
const rows = (count: number, key: string) =>
  Array.from(
    { length: count },
    (_, at) =>
      `${JSON.stringify({ key: `${key}-${at}`, kind: "source.described", body: { title: `Report ${at}`, sourceKind: "press" } })}\n`,
  ).join("");

onEveryServer("an import over HTTP", (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(open);
  });
  afterAll(() => house.close());

  const size = async () => (await house.ledger.cut.now()).size;

  let keys = 0;
  async function start(body: object, more: Record<string, string> = {}): Promise<string> {
    keys += 1;
    const headers = { "idempotency-key": `import-key-${keys}`, ...more };
    const answer = await house.ask("POST", "/api/imports", { body, headers });
    expect(answer.status, answer.text).toBe(202);
    return `/api/imports/${answer.json.id}`;
  }

  async function ended(address: string) {
    await expect
      .poll(async () => (await house.get(address)).json.state, { timeout: 60_000, interval: 20 })
      .not.toBe("running");
    return (await house.get(address)).json;
  }

  it("previews in sentences of both languages and writes nothing", async () => {
    const run = await ended(await start({ name: "rows.jsonl", text: rows(3, "p"), preview: true }));
    expect(run).toMatchObject({ state: "done", cut: null, report: { accepted: 3, refusedTotal: 0 } });
    expect(run.report.preview.map(({ line }: { line: number }) => line)).toEqual([1, 2, 3]);
    expect(run.report.preview[0].sentence).toMatchObject({
      en: expect.stringContaining("Report 0"),
      es: expect.stringContaining("Report 0"),
    });
    expect(await size()).toBe(0);
  });

  it("gives refused CSV rows back with their reasons in the reader's language; mended, they are taken", async () => {
    const mapping = {
      columns: { Title: "body.title", Published: "body.dated" },
      constants: { kind: "source.described", "body.sourceKind": "press" },
    };
    const text = "key,Title,Published\nc-1,Good,2024-05-01\nc-2,Bad,2024-05-32\n";
    const address = await start({ name: "sources.csv", text, mapping }, { "accept-language": "es" });
    const run = await ended(address);
    expect(run.report).toMatchObject({
      accepted: 1,
      refusedTotal: 1,
      refused: [
        {
          line: 3,
          field: "body.dated",
          value: "2024-05-32",
          code: "body-invalid",
          remedy: expect.stringContaining("Corrija"),
        },
      ],
    });
    const refused = await house.get(`${address}/refused`);
    expect(refused.headers["content-type"]).toBe("text/csv; charset=utf-8");
    expect(refused.headers["content-disposition"]).toBe('attachment; filename="refused-rows.csv"');
    const mended = refused.text.replace("c-2,Bad,2024-05-32", "c-2,Bad,2024-05-30");
    expect(mended).not.toBe(refused.text);
    expect(
      (await ended(await start({ name: "refused-rows.csv", text: mended, mapping }))).report,
    ).toMatchObject({
      accepted: 1,
      refusedTotal: 0,
    });
  });

  it("gives refused JSON lines back as JSON lines", async () => {
    const good = {
      key: "j-1",
      kind: "source.described",
      occurred: "2024-13",
      body: { title: "A", sourceKind: "press" },
    };
    const address = await start({ name: "rows.jsonl", text: `${JSON.stringify(good)}\n` });
    await ended(address);
    const refused = await house.get(`${address}/refused`);
    expect(refused.headers["content-type"]).toBe("application/jsonl; charset=utf-8");
    expect(JSON.parse(refused.text)).toMatchObject({ ...good, refused: { line: 1, field: "occurred" } });
    const text = refused.text.replace('"occurred":"2024-13","body"', '"occurred":"2024-12","body"');
    expect((await ended(await start({ name: "refused-rows.jsonl", text }))).report).toMatchObject({
      accepted: 1,
    });
  });

  it("cancelled, keeps the whole batches it recorded, says which, and is finished by sending it again", async () => {
    const before = await size();
    const text = rows(3 * BATCH, "many");
    const address = await start({ name: "many.jsonl", text });
    await expect.poll(size, { timeout: 60_000, interval: 10 }).toBeGreaterThan(before);
    await house.ask("DELETE", address);
    const run = await ended(address);
    expect(run).toMatchObject({ state: "cancelled", progress: { total: 3 * BATCH } });
    expect([BATCH, 2 * BATCH]).toContain(run.report.accepted);
    expect(await size()).toBe(before + run.report.accepted);
    expect((await ended(await start({ name: "many.jsonl", text }))).report).toMatchObject({
      accepted: 3 * BATCH - run.report.accepted,
      unchanged: run.report.accepted,
    });
  });

  it("that writes needs a key, and repeated under it is the same import", async () => {
    const body = { name: "rows.jsonl", text: rows(1, "once") };
    const ask = (headers: Record<string, string>, more: object = {}) =>
      house.ask("POST", "/api/imports", { body: { ...body, ...more }, headers });
    expect(problemIn(await ask({}))).toEqual({ status: 400, code: "idempotency-key-missing" });
    const key = { "idempotency-key": "import-once-1" };
    const first = await ask(key);
    await ended(`/api/imports/${first.json.id}`);
    const again = await ask(key);
    expect({ status: again.status, id: again.json.id }).toEqual({ status: 202, id: first.json.id });
    expect(again.json.report).toMatchObject({ accepted: 1, unchanged: 0 });
    expect(problemIn(await ask(key, { text: rows(1, "twice") }))).toEqual({
      status: 409,
      code: "idempotency-key-reused",
    });
  });

  it("that writes goes on alone; one that only looks may run beside it", async () => {
    const first = await start({ name: "many.jsonl", text: rows(BATCH, "alone") });
    const second = await house.ask("POST", "/api/imports", {
      body: { name: "rows.jsonl", text: rows(1, "second") },
      headers: { "idempotency-key": "import-second-1" },
    });
    expect(problemIn(second)).toEqual({ status: 409, code: "import-under-way" });
    const look = await start({ name: "rows.jsonl", text: rows(1, "look"), preview: true });
    expect(await ended(look)).toMatchObject({ state: "done" });
    expect(await ended(first)).toMatchObject({ state: "done", report: { accepted: BATCH } });
  });

  it("keeps no more bytes of refused rows than it may, and the latest in any case", async () => {
    const runs = new ImportRuns(makeDesk(readConfig({}), { ledger: house.ledger } as Installation), 3000);
    const finish = async (key: string) => {
      const { id } = runs.start(
        {
          name: "bad.jsonl",
          format: "jsonl",
          text: `{"key":"${"x".repeat(1400)}"}\n`,
          mapping: readMapping({}),
          correct: false,
          preview: false,
          language: "en",
        },
        key,
      );
      await expect.poll(() => runs.get(id).state, { interval: 5 }).toBe("done");
      return id;
    };
    const [first = "", second = "", third = ""] = [
      await finish("budget-1"),
      await finish("budget-2"),
      await finish("budget-3"),
    ];
    expect(() => runs.get(first)).toThrow("There is no such import.");
    expect(() => runs.get(second)).toThrow("There is no such import.");
    expect(runs.get(third).report?.refusedTotal).toBe(1);
    expect(JSON.stringify(runs.get(third).report?.refused)).not.toContain('"raw"');
  });

  it("that the database ends says so as a problem, in its report and not in its words, and leaves no half of a batch", async () => {
    const before = await size();
    await house.opened.asOwner((client) =>
      client.query(`create function public.sabotage() returns trigger language plpgsql security definer as $$ begin raise exception 'Canary' using errcode = '53100'; end $$;
        create trigger zz_sabotage after insert on ledger.body for each row execute function public.sabotage()`),
    );
    const run = await ended(await start({ name: "rows.jsonl", text: rows(10, "full") }));
    await house.opened.asOwner((client) =>
      client.query("drop trigger zz_sabotage on ledger.body; drop function public.sabotage"),
    );
    expect(run).toMatchObject({ state: "failed", report: null, problem: { code: "disk-full", status: 507 } });
    expect(JSON.stringify(run)).not.toContain("Canary");
    expect(house.log).toEqual([
      expect.stringMatching(/^An import ended with disk-full: the database's ERROR, code 53100/),
    ]);
    expect(house.log[0]).not.toContain("Canary");
    expect(await size()).toBe(before);
  });

  it("whose file cannot be read says so", async () => {
    const run = await ended(await start({ name: "twice.csv", text: "a,a\n1,2\n" }));
    expect(run).toMatchObject({ state: "failed", problem: { code: "file-unreadable", status: 422 } });
  });

  it("is forgotten after fifty others, oldest first", async () => {
    const oldest = await start({ name: "rows.jsonl", text: "" });
    await ended(oldest);
    for (let one = 0; one < 50; one += 1) await ended(await start({ name: "rows.jsonl", text: "" }));
    expect(problemIn(await house.get(oldest))).toEqual({ status: 404, code: "import-not-there" });
  });

  it("under way when the server closes ends after the batch in hand", async () => {
    const before = await size();
    await start({ name: "last.jsonl", text: rows(3 * BATCH, "last") });
    await expect.poll(size, { timeout: 60_000, interval: 10 }).toBeGreaterThan(before);
    await house.app.close();
    const kept = (await size()) - before;
    expect([BATCH, 2 * BATCH]).toContain(kept);
    expect(await house.ledger.verify()).toMatchObject({ ok: true });
  });
});
