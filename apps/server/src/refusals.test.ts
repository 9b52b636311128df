/** What the interface refuses: each with a stable code, a sentence and a remedy, in both languages, and nothing recorded. */
import { connect } from "node:net";
import type { AddressInfo } from "node:net";
import type { TestLedger } from "@joint-docket/ledger/testing";
import { onEveryServer } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, type Asked, type House, type Method, openHouse, problemIn } from "./testing/house.ts";

const ABSENT = "00000000-0000-4000-8000-000000000001";
const source = { kind: "source.described", body: { title: "A report", sourceKind: "press" } };
const caseOpened = { kind: "case.opened", body: { title: "Boat off the coast", taskForce: "unknown" } };

/** Writes exactly these bytes to a server and gives back all it says. */
async function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const socket = connect(port, "127.0.0.1", () => socket.write(bytes));
    socket.setEncoding("utf8").on("data", (piece) => (said += piece));
    socket.on("close", () => resolve(said)).on("error", reject);
  });
}

/** Makes the database do this when an entry is written. */
function sabotage({ asOwner }: TestLedger, doing: string) {
  return asOwner((client) =>
    client.query(`create function public.sabotage() returns trigger language plpgsql security definer as $$ begin ${doing}; return null; end $$;
      create trigger zz_sabotage after insert on ledger.body for each row execute function public.sabotage()`),
  );
}
const repair = ({ asOwner }: TestLedger) =>
  asOwner((client) => client.query("drop trigger zz_sabotage on ledger.body; drop function public.sabotage"));

onEveryServer("the interface refuses", (open) => {
  let house: House;
  let folder: { entry: string; subject: string };
  let report: { entry: string; subject: string };
  let before: number;
  beforeAll(async () => {
    house = await openHouse(open);
    folder = await house.record(caseOpened);
    report = await house.record(source);
    before = (await house.ledger.cut.now()).size;
  });
  afterAll(async () => {
    // Nothing of all that was refused here was recorded, and the ledger holds.
    expect(await house.ledger.verify()).toMatchObject({ ok: true, entries: before });
    await house.close();
  });

  const write = (body: unknown, more: Partial<Asked> = {}) =>
    house.ask("POST", "/api/entries", {
      body,
      headers: { "idempotency-key": `refused-${Math.random()}`, ...more.headers },
      ...(more.payload === undefined ? {} : { payload: more.payload }),
    });

  describe("a draft", () => {
    const drafts: [string, () => object, number, string, string?][] = [
      [
        "that breaks its schema",
        () => ({ kind: "case.opened", body: { taskForce: "maybe" } }),
        422,
        "body-invalid",
        "body.title",
      ],
      [
        "with a field that no kind knows",
        () => ({ ...caseOpened, body: { ...caseOpened.body, rumor: 1 } }),
        422,
        "body-invalid",
        "body.rumor",
      ],
      ["of an unknown kind", () => ({ kind: "case.closed", body: {} }), 422, "kind-unknown"],
      [
        "of a kind named like what every object has",
        () => ({ kind: "constructor", body: {} }),
        422,
        "kind-unknown",
      ],
      [
        "with a day that cannot be",
        () => ({ ...source, occurred: "2024-02-30" }),
        400,
        "request-invalid",
        "occurred",
      ],
      [
        "with a month that cannot be in its body",
        () => ({ kind: "source.described", body: { ...source.body, dated: "2024-13" } }),
        422,
        "body-invalid",
        "body.dated",
      ],
      [
        "that corrects an entry which does not exist",
        () => ({ ...caseOpened, replaces: ABSENT, reason: "Misread" }),
        404,
        "entry-not-found",
        "replaces",
      ],
      [
        "that corrects an entry of another kind",
        () => ({ ...source, replaces: folder.entry, reason: "Misread" }),
        409,
        "correction-of-other-kind",
        "kind",
      ],
      [
        "that corrects without saying why",
        () => ({ ...caseOpened, replaces: folder.entry }),
        422,
        "reason-missing",
        "reason",
      ],
      [
        "that chooses its record's identity",
        () => ({ ...caseOpened, opensAs: ABSENT }),
        400,
        "request-invalid",
      ],
      [
        "about a record that does not exist",
        () => ({ kind: "arrest.made", body: { case: ABSENT, place: "unknown" } }),
        404,
        "record-not-found",
        "body.case",
      ],
      [
        "with a source that is none",
        () => ({ ...caseOpened, source: folder.subject }),
        404,
        "record-not-found",
        "source",
      ],
      [
        "that purges",
        () => ({ kind: "entry.purged", body: { purges: folder.entry, authority: "none" }, reason: "x" }),
        403,
        "purge-by-append",
      ],
      [
        "with a NUL in its text",
        () => ({ kind: "source.described", body: { ...source.body, title: "a\0b" } }),
        422,
        "body-invalid",
        "body.title",
      ],
      [
        "with half of a character in its text",
        () => ({ kind: "source.described", body: { ...source.body, title: "a\uD800b" } }),
        400,
        "request-invalid",
      ],
    ];
    for (const [what, draft, status, code, field] of drafts)
      it(what, async () => {
        for (const answer of [
          await write(draft()),
          await house.ask("POST", "/api/entries/check", { body: draft() }),
        ]) {
          expect(problemIn(answer)).toEqual({ status, code });
          if (field !== undefined) expect(answer.json.field).toBe(field);
        }
      });

    it("that sentences on a count never convicted", async () => {
      const joined = await house.record({
        kind: "defendant.joined",
        body: { case: folder.subject, designation: "Defendant 1" },
      });
      const count = await house.record({
        kind: "charge.filed",
        body: { defendant: joined.subject, wording: "Conspiracy", statutes: [], covers: "one-count" },
      });
      before += 2;
      const answer = await write({
        kind: "sentence.imposed",
        body: { defendant: joined.subject, counts: [count.subject], term: { kind: "months", months: 12 } },
      });
      expect(problemIn(answer)).toEqual({ status: 422, code: "count-not-convicted" });
      expect(answer.json.field).toBe("counts[0]");
    });

    it("that corrects an entry of another subject", async () => {
      const joined = await house.record({
        kind: "defendant.joined",
        body: { case: folder.subject, designation: "Defendant 2" },
      });
      const counts = [];
      for (const wording of ["Conspiracy", "Harboring"])
        counts.push(
          await house.record({
            kind: "charge.filed",
            body: { defendant: joined.subject, wording, statutes: [], covers: "one-count" },
          }),
        );
      const disposed = { kind: "charge.disposed", body: { outcome: "dismissed" } };
      const first = await house.record({ ...disposed, subject: counts[0]?.subject });
      before += 4;
      const answer = await write({
        ...disposed,
        subject: counts[1]?.subject,
        replaces: first.entry,
        reason: "Misread",
      });
      expect(problemIn(answer)).toEqual({ status: 409, code: "correction-of-other-subject" });
      expect(answer.json.field).toBe("subject");
    });

    it("whose row key stands for a row already; a correction keeps its own", async () => {
      const first = await house.record({ ...source, key: "row-1" });
      before += 1;
      const answer = await write({ ...source, key: "row-1" });
      expect(problemIn(answer)).toEqual({ status: 409, code: "row-key-known" });
      await house.record({ ...source, key: "row-1", replaces: first.entry, reason: "Misread" });
      before += 1;
      const other = await write({ ...source, key: "row-1", replaces: report.entry, reason: "Misread" });
      expect(problemIn(other)).toEqual({ status: 409, code: "row-key-known" });
    });

    it("that corrects one already replaced", async () => {
      const first = await house.record(source);
      const correction = { ...source, replaces: first.entry, reason: "Misread" };
      await house.record(correction);
      before += 2;
      const again = await write(correction);
      expect(problemIn(again)).toEqual({ status: 409, code: "entry-already-replaced" });
    });

    it("in the reader's language", async () => {
      const draft = { kind: "case.closed", body: {} };
      const es = await write(draft, { headers: { "accept-language": "es-GT,es;q=0.9,en;q=0.5" } });
      const en = await write(draft, { headers: { "accept-language": "en-US,en;q=0.9,es;q=0.1" } });
      expect(es.json.detail).toContain("no es una clase de asiento");
      expect(en.json.detail).toContain("is not a kind of entry");
    });
  });

  describe("a repeated request", () => {
    it("without a key, or with one that is none", async () => {
      const ask = (headers: Record<string, string>) =>
        house.ask("POST", "/api/entries", { body: source, headers });
      expect(problemIn(await ask({}))).toEqual({ status: 400, code: "idempotency-key-missing" });
      for (const key of ["short", "k".repeat(201)])
        expect(problemIn(await ask({ "idempotency-key": key })), key).toEqual({
          status: 400,
          code: "request-invalid",
        });
    });

    it("only where its body is another: the same one is answered as before and recorded once", async () => {
      const headers = { "idempotency-key": "the-same-key" };
      const first = await house.ask("POST", "/api/entries", { body: source, headers });
      before += 1;
      const again = await house.ask("POST", "/api/entries", { body: source, headers });
      expect(again.status).toBe(201);
      expect(again.json).toMatchObject({ entry: first.json.entry, subject: first.json.subject });
      const other = await house.ask("POST", "/api/entries", { body: caseOpened, headers });
      expect(problemIn(other)).toEqual({ status: 409, code: "idempotency-key-reused" });
      // Corrected and repeated, the answer still speaks of what was recorded then.
      await house.record({ ...source, replaces: first.json.entry, reason: "Misread" });
      before += 1;
      const late = await house.ask("POST", "/api/entries", { body: source, headers });
      expect(late.json).toMatchObject({ entry: first.json.entry, sentence: first.json.sentence });
    });
  });

  describe("a request", () => {
    const requests: [string, Method, () => string, Asked, number, string][] = [
      [
        "whose body is not JSON",
        "POST",
        () => "/api/entries/check",
        { payload: "{" },
        400,
        "request-not-json",
      ],
      ["whose body is empty", "POST", () => "/api/entries/check", { payload: "" }, 400, "request-not-json"],
      [
        "whose body is no object",
        "POST",
        () => "/api/entries/check",
        { payload: "[]" },
        400,
        "request-invalid",
      ],
      [
        "whose body is a form",
        "POST",
        () => "/api/entries/check",
        { payload: "kind=x", headers: { "content-type": "application/x-www-form-urlencoded" } },
        400,
        "request-not-json",
      ],
      [
        "whose body is plain text",
        "POST",
        () => "/api/entries/check",
        { payload: JSON.stringify(source), headers: { "content-type": "text/plain" } },
        400,
        "request-not-json",
      ],
      [
        "whose body would change what every object is",
        "POST",
        () => "/api/entries/check",
        { payload: '{"kind":"x","__proto__":{"a":1}}' },
        400,
        "request-not-json",
      ],
      [
        "whose body is nested without end",
        "POST",
        () => "/api/entries/check",
        {
          payload: `{"kind":"source.described","body":{"title":${"[".repeat(20_000)}${"]".repeat(20_000)}}}`,
        },
        400,
        "request-invalid",
      ],
      [
        "whose body is too large",
        "POST",
        () => "/api/imports",
        { payload: Buffer.alloc(33 * 1024 * 1024, 0x20) },
        413,
        "request-too-large",
      ],
      ["for more than 200 at once", "GET", () => "/api/cases?limit=201", {}, 400, "request-invalid"],
      ["for none at once", "GET", () => "/api/entries?limit=0", {}, 400, "request-invalid"],
      ["for half of one", "GET", () => "/api/entries?limit=1.5", {}, 400, "request-invalid"],
      [
        "with words beyond measure",
        "GET",
        () => `/api/cases?q=${"x".repeat(201)}`,
        {},
        400,
        "request-invalid",
      ],
      [
        "with a cut beyond measure",
        "GET",
        () => `/api/cases?cut=${"x".repeat(201)}`,
        {},
        400,
        "request-invalid",
      ],
      [
        "with a cursor beyond measure",
        "GET",
        () => `/api/cases?cursor=${"x".repeat(501)}`,
        {},
        400,
        "request-invalid",
      ],
      ["with a parameter given twice", "GET", () => "/api/cases?q=a&q=b", {}, 400, "request-invalid"],
      ["with a NUL in a filter", "GET", () => "/api/cases?q=a%00b", {}, 400, "request-invalid"],
      ["with a NUL in a key", "GET", () => "/api/entries?key=%00", {}, 400, "request-invalid"],
      ["that cannot be decoded", "GET", () => "/api/cases/%zz", {}, 400, "request-invalid"],
      ["for a case by no identifier", "GET", () => "/api/cases/1%27%20or%201=1", {}, 400, "request-invalid"],
      [
        "for an address of endless length",
        "GET",
        () => `/api/cases/${"x".repeat(5000)}`,
        {},
        400,
        "request-invalid",
      ],
      ["for a case that is not there", "GET", () => `/api/cases/${ABSENT}`, {}, 404, "case-not-there"],
      [
        "for a record that is no case",
        "GET",
        () => `/api/cases/${report.subject}`,
        {},
        404,
        "case-not-there",
      ],
      ["for an entry that is not there", "GET", () => `/api/entries/${ABSENT}`, {}, 404, "entry-not-there"],
      ["for an import that is not there", "GET", () => `/api/imports/${ABSENT}`, {}, 404, "import-not-there"],
      [
        "to cancel an import that is not there",
        "DELETE",
        () => `/api/imports/${ABSENT}`,
        {},
        404,
        "import-not-there",
      ],
      [
        "for the refused rows of no import",
        "GET",
        () => `/api/imports/${ABSENT}/refused`,
        {},
        404,
        "import-not-there",
      ],
      [
        "for a measure that is not there",
        "GET",
        () => "/api/results?measure=seizure",
        {},
        404,
        "measure-unknown",
      ],
      [
        "for the entries of a measure that is not there",
        "GET",
        () => "/api/results/constructor/entries",
        {},
        404,
        "measure-unknown",
      ],
      [
        "for a reason that is none",
        "GET",
        () => "/api/results/arrests/left-out?reason=because",
        {},
        400,
        "request-invalid",
      ],
      ["for a basis that is none", "GET", () => "/api/results?basis=rumor", {}, 400, "request-invalid"],
      [
        "as known on a day that cannot be",
        "GET",
        () => "/api/results?asKnownOn=2024-02-30",
        {},
        400,
        "frame-parameter-wrong",
      ],
      [
        "for entries as known on a day that cannot be",
        "GET",
        () => "/api/entries?asKnownOn=2024-02-30",
        {},
        400,
        "frame-parameter-wrong",
      ],
      [
        "as known on a day before all days",
        "GET",
        () => "/api/entries?asKnownOn=0000-00-00",
        {},
        400,
        "frame-parameter-wrong",
      ],
      [
        "counted since a day that cannot be",
        "GET",
        () => "/api/results?since=2024-02-30",
        {},
        400,
        "frame-parameter-wrong",
      ],
      [
        "at a cut and on a day",
        "GET",
        () => "/api/results?cut=x&asKnownOn=2024-01-01",
        {},
        400,
        "frame-cut-and-day",
      ],
      ["at a cut of nobody's making", "GET", () => "/api/results?cut=AAAA", {}, 400, "cut-not-ours"],
      ["for an address that is not there", "GET", () => "/api/nothing", {}, 404, "address-not-there"],
      ["for the interface itself", "GET", () => "/api", {}, 404, "address-not-there"],
      ["to write where one reads", "POST", () => "/api/status", { body: {} }, 404, "address-not-there"],
      ["to replace", "PUT", () => `/api/entries/${ABSENT}`, { body: {} }, 404, "address-not-there"],
      ["to delete from the record", "DELETE", () => `/api/entries/${ABSENT}`, {}, 404, "address-not-there"],
      [
        "for permission from another origin",
        "OPTIONS",
        () => "/api/entries",
        { headers: { origin: "https://elsewhere.example", "access-control-request-method": "POST" } },
        404,
        "address-not-there",
      ],
      [
        "to import under a mapping that is none",
        "POST",
        () => "/api/imports",
        { body: { name: "x", text: "", mapping: { columns: [] } } },
        400,
        "request-invalid",
      ],
      [
        "to import what has no text",
        "POST",
        () => "/api/imports",
        { body: { name: "x" } },
        400,
        "request-invalid",
      ],
    ];
    for (const [what, method, address, asked, status, code] of requests)
      it(what, async () => {
        const answer: Answer = await house.ask(method, address(), asked);
        expect(problemIn(answer), answer.text).toEqual({ status, code });
        expect(answer.headers["access-control-allow-origin"]).toBeUndefined();
        expect(answer.headers["cache-control"] ?? "no-store").toBe("no-store");
      });

    it("whose body is no UTF-8, so that nothing is recorded that nobody wrote", async () => {
      const body = { kind: "source.described", note: "NOTE", body: { title: "T", sourceKind: "press" } };
      const [start = "", end = ""] = JSON.stringify(body).split("NOTE");
      const payload = Buffer.concat([Buffer.from(start), Buffer.from([0xff, 0xfe]), Buffer.from(end)]);
      const answer = await house.ask("POST", "/api/entries/check", { payload });
      expect(problemIn(answer), answer.text).toEqual({ status: 400, code: "request-invalid" });
      expect(answer.text).toContain("is not UTF-8 text");
    });

    it("in the language it was asked in, down to what is wrong with a value", async () => {
      for (const address of ["/api/results?basis=x", "/api/cases/nonsense", "/api/cases?limit=many"]) {
        const { json } = await house.ask("GET", address, { headers: { "accept-language": "es" } });
        expect(json.detail, address).toMatch(/^(La solicitud no se puede usar: \w+ (debe|no) |El parámetro)/);
        expect(json.detail, address).not.toMatch(/Invalid|expected/);
      }
    });

    it("at a cut beyond the head", async () => {
      const beyond = house.ledger.cut.seal({ size: 1000, root: Buffer.alloc(32) });
      for (const address of ["cases", "entries", "results", "results/history", "results/arrests/entries"])
        expect(problemIn(await house.get(`/api/${address}?cut=${beyond}`)), address).toEqual({
          status: 409,
          code: "cut-beyond-head",
        });
    });

    it("that is no HTTP at all, or carries more headers than anybody needs", async () => {
      await house.app.listen({ host: "127.0.0.1", port: 0 });
      const { port } = house.app.server.address() as AddressInfo;
      const malformed = await raw(port, "NOT HTTP\r\n\r\n");
      expect(malformed).toMatch(
        /^HTTP\/1\.1 400 [\s\S]*application\/problem\+json[\s\S]*"code":"request-invalid"/,
      );
      const large = await raw(
        port,
        `GET /api/status HTTP/1.1\r\nHost: x\r\nCookie: ${"x".repeat(20_000)}\r\n\r\n`,
      );
      expect(large).toMatch(/^HTTP\/1\.1 431 [\s\S]*"code":"request-headers-too-large"/);
    });
  });

  describe("when the database fails", () => {
    const draft = {
      kind: "source.described",
      body: { title: "Canary of the sealed report", sourceKind: "press" },
    };

    it("a write whose connection is ended, whose disk is full, or whose work the database refuses; the same request then records once", async () => {
      for (const [doing, status, code] of [
        ["perform pg_terminate_backend(pg_backend_pid())", 503, "connection-lost"],
        ["raise exception 'could not extend file' using errcode = '53100'", 507, "disk-full"],
        ["raise exception 'Key (title)=(Canary) violates' using errcode = '23505'", 500, "database-trouble"],
      ] as const) {
        await sabotage(house.opened, doing);
        const headers = { "idempotency-key": `sabotaged-${code}` };
        const failed = await house.ask("POST", "/api/entries", { body: draft, headers });
        expect(problemIn(failed), failed.text).toEqual({ status, code });
        expect(house.log.at(-1), code).toMatch(
          new RegExp(`^POST /api/entries was answered ${status} ${code}: `),
        );
        await repair(house.opened);
        for (const time of ["again", "once more"])
          expect((await house.ask("POST", "/api/entries", { body: draft, headers })).status, time).toBe(201);
        before += 1;
      }
      // The log names the place of a failure, never what stood in the entry.
      expect(house.log.length).toBe(3);
      for (const line of house.log) expect(line).not.toContain("Canary");
    });
  });
});
