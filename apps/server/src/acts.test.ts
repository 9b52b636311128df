/** Recording by hand over HTTP: acts are judged before they are recorded, recorded whole or not at all, and name records in plain words. */
import { onEveryServer, recordHidden } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Answer, type House, openHouse, problemIn } from "./testing/house.ts";
import { ELSEWHERE } from "./testing/elsewhere.ts";

const ABSENT = "00000000-0000-4000-8000-000000000001";

/** A case with its source, a defendant and as many counts, none of which is typed twice. */
function newCase(counts = 5) {
  return [
    {
      kind: "source.described",
      as: "@source",
      body: { title: "Indictment", sourceKind: "court", dated: "2024-03-01" },
    },
    {
      kind: "case.opened",
      as: "@case",
      source: "@source",
      body: { title: "Trailer in Laredo", taskForce: "yes", district: "TXS" },
    },
    {
      kind: "case.docketed",
      subject: "@case",
      source: "@source",
      body: { district: "TXS", number: "5:24-cr-00123" },
    },
    {
      kind: "defendant.joined",
      as: "@driver",
      source: "@source",
      body: { case: "@case", designation: "driver" },
    },
    ...Array.from({ length: counts }, (_, index) => ({
      kind: "charge.filed",
      as: `@count-${index + 1}`,
      source: "@source",
      occurred: "2024-02-27",
      body: {
        defendant: "@driver",
        statutes: [],
        covers: "one-count",
        number: String(index + 1),
        wording: `Charge ${index + 1}`,
      },
    })),
  ];
}

onEveryServer("recording by hand", (open) => {
  let house: House;
  let keys = 0;
  beforeAll(async () => {
    house = await openHouse(open);
  });
  afterAll(async () => {
    expect(await house.ledger.verify()).toMatchObject({ ok: true });
    await house.close();
  });

  const size = async () => (await house.ledger.cut.now()).size;
  const check = (drafts: readonly object[], headers = {}) =>
    house.ask("POST", "/api/acts/check", { body: { drafts }, headers });
  const send = (drafts: readonly object[], key = `act-key-${(keys += 1)}`) =>
    house.ask("POST", "/api/acts", { body: { drafts }, headers: { "idempotency-key": key } });
  async function made(drafts: readonly object[]): Promise<Record<string, string>> {
    const answer = await send(drafts);
    expect(answer.status, answer.text).toBe(201);
    return Object.fromEntries(
      answer.json.entries.flatMap((one: { as: string | null; subject: string }) =>
        one.as ? [[one.as, one.subject]] : [],
      ),
    );
  }

  describe("an act", () => {
    it("says what it would record, draft by draft, and records nothing by saying so", async () => {
      const before = await size();
      const { json } = await check(newCase(2));
      expect(json.judgments).toHaveLength(6);
      for (const { sentence, misfits, problem, waitsFor } of json.judgments) {
        expect(sentence.en).toMatch(/^A |^The /);
        expect(sentence.es).toMatch(/\.$/);
        expect({ misfits, problem, waitsFor }).toEqual({ misfits: [], problem: null, waitsFor: [] });
      }
      expect(await size()).toBe(before);
      expect((await house.get("/api/records?type=case")).json.items).toEqual([]);
    });

    it("records everything under identities that nobody chose, each entry naming the others", async () => {
      const before = await size();
      const { json } = await send(newCase());
      expect(await size()).toBe(before + 9);
      const subject = (as: string) => json.entries.find((one: { as: string }) => one.as === as).subject;
      const page = (await house.get(`/api/cases/${subject("@case")}`)).json;
      expect(page.defendants[0]).toMatchObject({ id: subject("@driver"), designation: "driver" });
      expect(page.defendants[0].counts).toHaveLength(5);
      expect(page.sources[0]).toMatchObject({ id: subject("@source"), entries: 8 });
    });

    it("pleads to two of five counts and has one dismissed, in one act with one date and one source", async () => {
      const ids = await made(newCase());
      const disposed = (count: string, outcome: string) => ({
        kind: "charge.disposed",
        subject: ids[count],
        source: ids["@source"],
        attestedAt: "2024-06-05",
        occurred: "2024-06-04",
        body: { outcome },
      });
      await made([
        disposed("@count-1", "convicted-plea"),
        disposed("@count-3", "convicted-plea"),
        disposed("@count-4", "dismissed"),
      ]);
      const { items } = (await house.get(`/api/records?type=count&within=${ids["@driver"]}`)).json;
      expect(items.map(({ state }: { state: string }) => state)).toEqual([
        "convicted",
        "open",
        "convicted",
        "dismissed",
        "open",
      ]);
      const sentence = {
        kind: "sentence.imposed",
        body: { defendant: ids["@driver"], counts: [ids["@count-1"]], term: { kind: "months", months: 57 } },
      };
      await made([sentence]);
      const after = (await house.get(`/api/records?type=count&within=${ids["@driver"]}`)).json.items;
      expect(after[0]).toMatchObject({
        state: "convicted-and-sentenced",
        en: { name: "Count 1: “Charge 1”", detail: expect.stringContaining("convicted and sentenced") },
        es: { name: "Cargo 1: «Charge 1»" },
        belongsTo: { defendant: ids["@driver"], case: ids["@case"] },
      });
      // As the list says it, so does the record by itself.
      expect((await house.get(`/api/records/${after[0].id}`)).json).toEqual(after[0]);
    });

    it("is recorded whole or not at all", async () => {
      const before = await size();
      const drafts = newCase();
      const answer = await send([
        ...drafts,
        { kind: "charge.disposed", subject: "@count-1", body: { outcome: "conviction-vacated" } },
      ]);
      expect(problemIn(answer)).toEqual({ status: 409, code: "no-conviction-to-vacate" });
      expect(await size()).toBe(before);
    });

    it("is recorded once, however often it is sent under its key", async () => {
      const before = await size();
      const answers = await Promise.all(
        Array.from({ length: 4 }, () => send(newCase(1), "one-and-the-same")),
      );
      for (const { status, json } of answers) {
        expect(status).toBe(201);
        expect(json.entries).toEqual(answers[0]?.json.entries);
      }
      expect(await size()).toBe(before + 5);
      expect(problemIn(await send(newCase(2), "one-and-the-same"))).toEqual({
        status: 409,
        code: "idempotency-key-reused",
      });
      const keyless = await house.ask("POST", "/api/acts", { body: { drafts: newCase(1) } });
      expect(problemIn(keyless).code).toBe("idempotency-key-missing");
      expect(await size()).toBe(before + 5);
    });

    it("names every value that does not fit, where an append names the first, and what waits for it", async () => {
      const drafts = [
        {
          kind: "source.described",
          as: "@source",
          body: { title: "", sourceKind: "gossip", dated: "2024-13" },
        },
        {
          kind: "case.opened",
          as: "@case",
          source: "@source",
          occurred: "soon",
          body: { title: "Boat", nickname: "x" },
        },
        { kind: "defendant.joined", source: "@source", body: { case: "@case", designation: "captain" } },
      ];
      const { json } = await check(drafts);
      const fields = (index: number) =>
        json.judgments[index].misfits.map(({ field }: { field: string }) => field);
      expect(fields(0)).toEqual(["body.title", "body.dated", "body.sourceKind"]);
      expect(fields(1).sort()).toEqual(["body.nickname", "body.taskForce", "occurred"]);
      expect(json.judgments[0].misfits[0].why).toEqual({ en: "is empty", es: "está vacío" });
      expect(json.judgments[2]).toMatchObject({
        sentence: null,
        misfits: [],
        problem: null,
        waitsFor: ["@case", "@source"],
      });
    });

    it("is refused by the rules of its kinds at their field, in the reader's language", async () => {
      const ids = await made(newCase(1));
      const drafts = [
        { kind: "case.docketed", subject: ids["@case"], body: { district: "AZ", number: "5:24-cr-123" } },
      ];
      const { json } = await check(drafts, { "accept-language": "es" });
      expect(json.judgments[0].problem).toMatchObject({
        code: "docket-number-in-two-districts",
        field: "district",
        detail: expect.stringContaining("Distrito Sur de Texas"),
      });
    });

    it.each([
      [
        "a name that nothing opens",
        [{ kind: "defendant.joined", body: { case: "@case", designation: "x" } }],
        "act-name-unknown",
      ],
      ["one name twice", [...newCase(0).slice(0, 1), ...newCase(0).slice(0, 1)], "act-name-twice"],
      [
        "a name for what opens nothing",
        [{ kind: "charge.disposed", as: "@x", subject: ABSENT, body: { outcome: "dismissed" } }],
        "act-name-of-no-record",
      ],
      ["a kind that nobody knows", [{ kind: "horse.ridden", body: {} }], "kind-unknown"],
      ["nothing at all", [], "request-invalid"],
      ["an identity of its own choosing", [{ ...newCase(0)[0], opensAs: ABSENT }], "request-invalid"],
    ])("is refused with %s, checked or recorded", async (_, drafts, code) => {
      const before = await size();
      expect(problemIn(await check(drafts)).code).toBe(code);
      expect(problemIn(await send(drafts)).code).toBe(code);
      expect(await size()).toBe(before);
    });
  });

  describe("the records one can name", () => {
    let ids: Record<string, string>;
    beforeEach(async () => {
      ids = await made(newCase(2));
    });
    const names = ({ json }: Answer) => json.items.map(({ en }: { en: { name: string } }) => en.name);

    it("are listed by type within what they belong to, and searched by their words", async () => {
      const within = (type: string, q = "") =>
        house.get(`/api/records?type=${type}&within=${ids["@case"]}&q=${q}`);
      expect(names(await within("count"))).toEqual(["Count 1: “Charge 1”", "Count 2: “Charge 2”"]);
      expect(names(await within("count", "charge%202”"))).toEqual(["Count 2: “Charge 2”"]);
      expect(names(await within("defendant"))).toEqual(["driver"]);
      expect((await house.get(`/api/records?type=count&within=${ABSENT}`)).json.items).toEqual([]);
      const found = (await house.get("/api/records?type=case&q=laredo%20trailer")).json.items;
      expect(found.find(({ id }: { id: string }) => id === ids["@case"])).toMatchObject({
        en: { name: "Trailer in Laredo", detail: "5:24-cr-00123 · Southern District of Texas" },
      });
      expect((await house.get("/api/records?type=case&q=100%25")).json.items).toEqual([]);
    });

    it("are paged from the newest on, each once", async () => {
      const whole = (await house.get("/api/records?type=source&limit=200")).json.items;
      const paged: unknown[] = [];
      let next: string | null = null;
      do {
        const cursor: string = next === null ? "" : `&cursor=${encodeURIComponent(next)}`;
        const { json }: Answer = await house.get(`/api/records?type=source&limit=3${cursor}`);
        paged.push(...json.items);
        next = json.next;
      } while (next !== null);
      expect(paged).toEqual(whole);
      expect(whole[0].id).toBe(ids["@source"]);
    });

    it("are called as they were last corrected, and are gone once withdrawn", async () => {
      const source = (await house.get(`/api/records/${ids["@source"]}`)).json;
      expect(source).toMatchObject({
        en: { name: "Indictment", detail: "court document · on March 1, 2024" },
      });
      const other = await house.record({
        kind: "source.described",
        body: { title: "A slip", sourceKind: "press" },
      });
      const mended = await house.record({
        kind: "source.described",
        replaces: other.entry,
        reason: "A wrong title.",
        body: { title: "A release", sourceKind: "press" },
      });
      expect((await house.get(`/api/records/${other.subject}`)).json).toMatchObject({
        entry: mended.entry,
        en: { name: "A release" },
      });
      expect(names(await house.get("/api/records?type=source&limit=2"))).toEqual(["A release", "Indictment"]);
      expect(names(await house.get("/api/records?type=source&q=slip"))).toEqual([]);
      await house.record({
        kind: "entry.withdrawn",
        subject: other.subject,
        reason: "Twice.",
        body: { withdraws: mended.entry },
      });
      expect(problemIn(await house.get(`/api/records/${other.subject}`)).code).toBe("record-not-there");
      expect(names(await house.get("/api/records?type=source&limit=1"))).toEqual(["Indictment"]);
    });

    it("follow an asset from seizure to what was realized", async () => {
      const { "@truck": truck } = await made([
        {
          kind: "asset.seized",
          as: "@truck",
          body: {
            case: ids["@case"],
            asset: "cash",
            hold: "seized",
            value: { amount: { minor: 1250050, currency: "USD" } },
          },
        },
      ]);
      const state = async () => (await house.get(`/api/records/${truck}`)).json;
      expect(await state()).toMatchObject({
        state: "seized",
        en: { name: "Cash", detail: "$12,500.50 · seized" },
      });
      await made([
        { kind: "asset.forfeited", subject: truck, body: { proceeding: "criminal", stage: "preliminary" } },
      ]);
      expect((await state()).state).toBe("ordered");
      await made([
        { kind: "asset.forfeited", subject: truck, body: { proceeding: "criminal", stage: "final" } },
      ]);
      expect((await state()).state).toBe("forfeited");
      await made([
        {
          kind: "asset.realized",
          subject: truck,
          body: { disposal: "deposited", realized: { minor: 1250050, currency: "USD" } },
        },
      ]);
      expect(await state()).toMatchObject({ state: "realized", es: { name: "Dinero en efectivo" } });
    });

    it("are of a type that some kind opens, and others than cases are searched within one", async () => {
      expect(problemIn(await house.get("/api/records?type=horse")).code).toBe("record-type-unknown");
      expect(problemIn(await house.get("/api/records?type=count&q=x")).code).toBe("search-needs-scope");
    });
  });

  it("tells nothing of what one may not read", async () => {
    const hidden = await recordHidden(house.opened, {
      kind: "case.opened",
      body: { title: "Sealed trailer", taskForce: "yes" },
    });
    const secret = await recordHidden(house.opened, {
      kind: "defendant.joined",
      body: { case: hidden.subject, designation: "secret" },
    });
    const joined = (id: string) => [{ kind: "defendant.joined", body: { case: id, designation: "x" } }];
    const of = ({ status, text }: Answer, id: string) => ({ status, text: text.replaceAll(id, "ID") });
    for (const id of [hidden.subject, secret.subject]) {
      for (const type of ["defendant", "count"])
        expect((await house.get(`/api/records?type=${type}&within=${id}`)).json).toEqual({
          items: [],
          next: null,
        });
      expect(of(await house.get(`/api/records/${id}`), id)).toEqual(
        of(await house.get(`/api/records/${ABSENT}`), ABSENT),
      );
      expect(of(await check(joined(id)), id)).toEqual(of(await check(joined(ABSENT)), ABSENT));
      expect(of(await send(joined(id)), id)).toEqual(of(await send(joined(ABSENT)), ABSENT));
    }
    expect((await house.get("/api/records?type=case&q=sealed")).json.items).toEqual([]);
    expect((await house.get("/api/records?type=case&limit=200")).text).not.toContain("Sealed");
  });

  it("answered every operation of its own, each in its own shape", () => {
    expect(house.contract.unanswered(ELSEWHERE["acts.test.ts"])).toEqual([]);
  });
});
