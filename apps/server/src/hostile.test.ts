/** Hostile values in every parameter and every field there is: each answer is one the document promises, and none is a fault. */
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, expect, it } from "vitest";
import { type House, openHouse, problemIn } from "./testing/house.ts";

const TEXTS = [
  "",
  " ",
  "'",
  "'; drop table ledger.entry; --",
  "%",
  "\\",
  "_%_",
  "a\nb",
  "\u202E",
  "😀".repeat(20),
  "null",
  "undefined",
  "NaN",
  "-1",
  "1e999",
  "99999999999999999999",
  "0x10",
  "true",
  "__proto__",
  "constructor",
  "toString",
  "../../etc/passwd",
  "{}",
  "[]",
  "2024-02-30",
  "9999-12-31",
  "0001-01-01",
  "2024-05-31T00:00:00Z",
  "00000000-0000-0000-0000-000000000000",
  "FFFFFFFF-FFFF-4FFF-8FFF-FFFFFFFFFFFF",
  "x".repeat(3000),
];
const VALUES: readonly unknown[] = [
  ...TEXTS,
  null,
  true,
  0,
  -1,
  1.5,
  1e308,
  Number.MAX_SAFE_INTEGER + 1,
  [],
  {},
  [[]],
  [null],
  { a: { b: {} } },
  "a\0b",
  "\uD800",
  "x".repeat(100_000),
];

/** The value with one leaf after another put in its place. */
function* mutations(value: unknown, replacement: unknown): Generator<unknown> {
  yield replacement;
  if (value === null || typeof value !== "object") return;
  for (const [name, inner] of Object.entries(value))
    for (const changed of mutations(inner, replacement)) {
      const copy = structuredClone(value) as Record<string, unknown>;
      copy[name] = changed;
      yield copy;
    }
}

onEveryServer("the interface under hostile values", (open) => {
  let house: House;
  beforeAll(async () => {
    house = await openHouse(open, { full: true });
  });
  afterAll(() => house.close());

  it("answers every parameter with what it promises", async () => {
    let asked = 0;
    for (const { method, path, operation } of house.contract.operations) {
      if (method !== "get") continue;
      for (const { name, in: where } of operation.parameters ?? [])
        for (const text of TEXTS) {
          // An empty or dotted part of a path is another path.
          if (where === "path" && /^(\s*|\.\..*)$/.test(text)) continue;
          const filled = path.replaceAll(
            /\{\w+\}/g,
            where === "path" ? encodeURIComponent(text) : "00000000-0000-4000-8000-000000000001",
          );
          const address = where === "query" ? `${filled}?${name}=${encodeURIComponent(text)}` : filled;
          const answer = await house.get(address);
          asked += 1;
          if (answer.status >= 400) problemIn(answer);
          expect(answer.status, `${address} ${answer.text.slice(0, 300)}`).toBeLessThan(500);
        }
    }
    expect(asked).toBeGreaterThan(500);
    expect(house.log).toEqual([]);
  });

  it("judges every field of every kind of draft without failing itself", async () => {
    const { size } = await house.ledger.cut.now();
    const drafts = [];
    for (const { kind, opens } of (await house.get("/api/kinds")).json) {
      const [entry] = (await house.get(`/api/entries?kind=${kind}&limit=1`)).json.items;
      if (entry === undefined) continue;
      const { body } = (await house.get(`/api/entries/${entry.entry}`)).json;
      drafts.push({
        kind,
        body,
        occurred: entry.occurred ?? "2024-05",
        note: "A note",
        ...(entry.source === null ? {} : { source: entry.source.id }),
        ...(opens ? {} : { subject: entry.record.id }),
      });
    }
    expect(drafts.length).toBeGreaterThan(5);
    for (const draft of drafts)
      expect([200, 409, 422]).toContain(
        (await house.ask("POST", "/api/entries/check", { body: draft })).status,
      );
    let judged = 0;
    let recorded = 0;
    for (const row of drafts)
      for (const value of VALUES) {
        let taken = false;
        for (const draft of mutations(row, value)) {
          const said = `${JSON.stringify(draft).slice(0, 300)}`;
          const answer = await house.ask("POST", "/api/entries/check", { body: draft });
          judged += 1;
          if (answer.status >= 400) problemIn(answer);
          expect(answer.status, `${said} ${answer.text.slice(0, 300)}`).toBeLessThan(500);
          // One good one of a kind with this value shows that what is judged well can be recorded.
          if (answer.status !== 200 || taken) continue;
          taken = true;
          const headers = { "idempotency-key": `hostile-${judged}` };
          const kept = await house.ask("POST", "/api/entries", { body: draft, headers });
          expect(kept.status, `${said} ${kept.text.slice(0, 300)}`).toBe(201);
          recorded += 1;
        }
      }
    expect(judged).toBeGreaterThan(1000);
    expect(recorded).toBeGreaterThan(0);
    expect(house.log).toEqual([]);
    expect(await house.ledger.verify()).toMatchObject({ ok: true, entries: size + recorded });
    expect(await house.ledger.rebuild()).toMatchObject({ identical: true });
  });
});
