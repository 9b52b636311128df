/** Importing again: a changed file, a record corrected by hand, a withdrawn row, and rows that cannot be kept. */
import { randomUUID } from "node:crypto";
import { Readable } from "node:stream";
import type { Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { sql } from "kysely";
import { beforeAll, describe, expect, it } from "vitest";
import { kinds } from "../pure.ts";
import { type ImportOptions, importRows, readLines, readMapping } from "./index.ts";
import { knownRows, subjectsOf } from "./known-rows.ts";

const source = (key: string, title: string, more: object = {}) =>
  JSON.stringify({ key, kind: "source.described", body: { title, sourceKind: "press" }, ...more });

onEveryServer("an import", (open) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ({ ledger } = await open(kinds));
  });

  const imported = (rows: readonly string[], options: Partial<ImportOptions> = {}) =>
    importRows(ledger, clerk, readLines(Readable.from([rows.join("\n")]), "jsonl", readMapping({})), {
      format: "jsonl",
      ...options,
    });

  /** The row as the ledger holds it. */
  const rowOf = (key: string) =>
    ledger.read(clerk, async (reader) => {
      const known = (await knownRows(reader, ledger.kinds, await subjectsOf(reader, [key]))).get(key);
      if (!known) throw new Error(`No row “${key}”.`);
      return known;
    });

  const titles = async (key: string) =>
    (await rowOf(key)).entries.map(({ body }) => (body as { title: string }).title);

  async function byHand(key: string, title: string): Promise<void> {
    await ledger.append(clerk, [
      {
        kind: "source.described",
        body: { title, sourceKind: "press" },
        replaces: (await rowOf(key)).standing?.id,
        reason: "Misread",
      },
    ]);
  }

  describe("of a file that says again what a later import corrected", () => {
    it("refuses the row, and with corrections takes it back", async () => {
      await imported([source("back", "A")]);
      expect(await imported([source("back", "B")], { correct: true })).toMatchObject({ corrected: 1 });
      const again = await imported([source("back", "A")]);
      expect(again).toMatchObject({ unchanged: 0, refused: [{ code: "row-changed", value: "back" }] });
      expect(await imported([source("back", "A")], { correct: true })).toMatchObject({
        corrected: 1,
        unchanged: 0,
      });
      expect(await titles("back")).toEqual(["A", "B", "A"]);
    });

    it("refuses it as well where the correcting import gave a reason of its own", async () => {
      await imported([source("why", "A")]);
      await imported([source("why", "B", { reason: "The source was amended" })], { correct: true });
      expect((await rowOf("why")).standing?.reason).toBe(
        "Corrected by an import of the same row: The source was amended",
      );
      expect(await imported([source("why", "A")])).toMatchObject({ refused: [{ code: "row-changed" }] });
    });
  });

  describe("of the same file after corrections by hand", () => {
    it("changes nothing and complains of nothing", async () => {
      await imported([source("hand", "A")]);
      await byHand("hand", "B");
      await byHand("hand", "C");
      for (const title of ["A", "B", "C"])
        expect(await imported([source("hand", title)])).toMatchObject({ unchanged: 1, refused: [] });
      expect(await titles("hand")).toEqual(["A", "B", "C"]);
    });

    it("with corrections takes the file's word again", async () => {
      expect(await imported([source("hand", "A")], { correct: true })).toMatchObject({ corrected: 1 });
      expect(await titles("hand")).toEqual(["A", "B", "C", "A"]);
    });

    it("looks no further back than the file's last word", async () => {
      await imported([source("last", "A")]);
      await imported([source("last", "B")], { correct: true });
      await byHand("last", "C");
      expect(await imported([source("last", "B")])).toMatchObject({ unchanged: 1 });
      expect(await imported([source("last", "A")])).toMatchObject({ refused: [{ code: "row-changed" }] });
    });
  });

  it("leaves a withdrawn row withdrawn: the same content is unchanged, other content refused", async () => {
    await imported([source("gone", "A")]);
    const id = (await rowOf("gone")).standing?.id;
    await ledger.append(clerk, [
      { kind: "entry.withdrawn", body: { withdraws: id }, reason: "Another report" },
    ]);
    for (const correct of [false, true]) {
      expect(await imported([source("gone", "A")], { correct })).toMatchObject({ unchanged: 1, refused: [] });
      expect(await imported([source("gone", "B")], { correct })).toMatchObject({
        refused: [{ code: "row-withdrawn" }],
      });
    }
  });

  it("refuses a row that now speaks of another record, with corrections too", async () => {
    const opened = (key: string) =>
      JSON.stringify({ key, kind: "case.opened", body: { title: key, taskForce: "yes" } });
    const docketed = (subject: string, number = "5:24-cr-00123") =>
      JSON.stringify({ key: "number", kind: "case.docketed", subject, body: { district: "TXS", number } });
    expect((await imported([opened("one"), opened("two"), docketed("one")])).refused).toEqual([]);
    expect(await imported([docketed("one")])).toMatchObject({ unchanged: 1, refused: [] });
    for (const correct of [false, true])
      for (const number of ["5:24-cr-00123", "5:24-cr-00124"])
        expect(await imported([docketed("two", number)], { correct })).toMatchObject({
          unchanged: 0,
          refused: [{ code: "row-subject-changed", field: "subject", value: "two" }],
        });
    expect(await imported([docketed("one", "5:24-cr-00124")], { correct: true })).toMatchObject({
      corrected: 1,
    });
  });

  it("refuses a known row with half of a character and goes on with the rest", async () => {
    await imported([source("half", "A")]);
    const report = await imported([
      source("half", "A").replace('"A"', '"\\ud800"'),
      source("whole", "After it"),
    ]);
    expect(report).toMatchObject({
      accepted: 1,
      refused: [{ line: 1, code: "row-unreadable", field: "body" }],
    });
  });

  it("takes identifiers in capitals for the records they name", async () => {
    await imported([source("capitals", "A")]);
    const id = (await rowOf("capitals")).subject.toUpperCase();
    const row = JSON.stringify({
      key: "case-c",
      kind: "case.opened",
      source: id,
      body: { title: "Case", taskForce: "yes" },
    });
    expect(await imported([row])).toMatchObject({ accepted: 1, refused: [] });
    expect(await imported([row])).toMatchObject({ unchanged: 1, refused: [] });
  });

  describe("of rows that correct or withdraw earlier rows", () => {
    const arrest = (key: string, persons: number, more: object = {}) =>
      JSON.stringify({
        key,
        kind: "arrest.made",
        body: { case: "ends/case", place: "unknown", persons },
        ...more,
      });
    const reason = "Counted twice";
    const file = [
      JSON.stringify({ key: "ends/case", kind: "case.opened", body: { title: "C", taskForce: "yes" } }),
      arrest("ends/arrest", 3),
      arrest("ends/mended", 2, { replaces: "ends/arrest", reason }),
      arrest("ends/other", 1),
      JSON.stringify({
        key: "ends/gone",
        kind: "entry.withdrawn",
        body: { withdraws: "ends/other" },
        reason,
      }),
    ];
    const standingPersons = () =>
      ledger.read(clerk, async ({ db }) => {
        const { rows } = await sql<{ persons: number }>`select persons from docket.arrest a
          join ledger.row_key k on k.subject = a.subject
          where k.key like 'ends/%' and a.until is null group by a.entry, persons`.execute(db);
        return rows.map(({ persons }) => persons);
      });

    it("shows in a preview what importing it would do, and does it", async () => {
      expect(await imported(file, { preview: true })).toMatchObject({ accepted: 5, refused: [] });
      expect(await imported(file)).toMatchObject({ accepted: 5, corrected: 0, refused: [] });
      expect(await standingPersons()).toEqual([2]);
      expect((await rowOf("ends/mended")).standing).toMatchObject({
        reason,
        replaces: (await rowOf("ends/arrest")).entries[0]?.id,
      });
    });

    it("changes nothing when the file comes again, with corrections too", async () => {
      for (const correct of [false, true])
        expect(await imported(file, { correct })).toMatchObject({ accepted: 0, corrected: 0, unchanged: 5 });
      expect(await standingPersons()).toEqual([2]);
    });

    it("corrects in a later file what an earlier one said, once", async () => {
      const later = (key: string) => [arrest(key, 4, { replaces: "ends/mended", reason })];
      expect(await imported(later("ends/later"))).toMatchObject({ accepted: 1, refused: [] });
      expect(await standingPersons()).toEqual([4]);
      expect(await imported(later("ends/late"))).toMatchObject({
        refused: [{ code: "entry-already-replaced", field: "replaces" }],
      });
    });

    it.each([
      ["names no row", { replaces: "ends/nowhere", reason }, "row-reference-unknown", "replaces"],
      ["names a row that was refused", { replaces: "ends/bad", reason }, "row-reference-refused", "replaces"],
      ["gives no reason", { replaces: "ends/later" }, "reason-missing", "reason"],
      ["corrects a withdrawn row", { replaces: "ends/other", reason }, "entry-already-replaced", "replaces"],
      [
        "corrects an entry of another kind",
        { replaces: "ends/case", reason },
        "correction-of-other-kind",
        "kind",
      ],
    ])("refuses a correction that %s", async (_, more, code, field) => {
      const bad = JSON.stringify({ key: "ends/bad", kind: "arrest.made", body: { place: "moon" } });
      const { refused } = await imported([bad, arrest(`ends/${code}/${field}`, 1, more)]);
      expect(refused.find(({ line }) => line === 2)).toMatchObject({ code, field });
    });

    it("names the refused row to a withdrawal in the same file that would end it", async () => {
      const never = arrest("ends/never", 2, { occurred: "2199-01-01" });
      const gone = { key: "ends/away", kind: "entry.withdrawn", body: { withdraws: "ends/never" }, reason };
      expect((await imported([never, JSON.stringify(gone)])).refused).toMatchObject([
        { line: 1, code: "date-to-come" },
        { line: 2, code: "row-reference-refused", field: "body.withdraws", value: "ends/never" },
      ]);
    });
  });

  it("cancelled after its last row was recorded is not cancelled", async () => {
    const cancel = new AbortController();
    const report = await imported([source(randomUUID(), "Last")], {
      signal: cancel.signal,
      say: () => cancel.abort(),
    });
    expect(report).toMatchObject({ accepted: 1, cancelled: false });
  });

  it("cancelled before its last rows is cancelled", async () => {
    const cancel = new AbortController();
    cancel.abort();
    expect(await imported([source(randomUUID(), "Never")], { signal: cancel.signal })).toMatchObject({
      accepted: 0,
      cancelled: true,
    });
  });
});
