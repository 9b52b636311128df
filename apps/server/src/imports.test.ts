/** Imports over HTTP: followed, previewed, cancelled, failed, their refused rows taken home, mended and sent again. */
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
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

  async function start(body: object, headers: Record<string, string> = {}): Promise<string> {
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
