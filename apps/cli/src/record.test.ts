/** A record kept from the command line: imports with their mistakes, corrections, figures, proofs, a backup and its return. */
import { cpSync, existsSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { freshDatabase, type FreshDatabase } from "@joint-docket/ledger/testing";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Bench, type Ran } from "./testing/jd.ts";

const TOKEN = /^[\w-]{40,}$/;
/** The names that design and documentation promise; the number of months is the asker's. */
const MEASURE =
  /^(arrests|convictions|sentenced|sentences-of-[1-9]\d*-months-or-more|extraditions|seizures|forfeitures|indictments|defendants-charged|felony-prosecutions|felony-share)$/;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const row = (fields: object) => `${JSON.stringify(fields)}\n`;
const source = (key: string, more: object = {}) =>
  row({
    key,
    kind: "source.described",
    body: { title: `Report ${key}`, sourceKind: "press", dated: "2024-05-20" },
    ...more,
  });
const caseOpened = (key: string, more: object = {}) =>
  row({
    key,
    kind: "case.opened",
    source: "s-1",
    body: { title: `Case ${key}`, taskForce: "unknown" },
    ...more,
  });

/** PostgreSQL by DATABASE_URL where a server answers; the lifecycle's own tests run on the embedded one. */
const server = inject("servers").at(-1);

describe(`jd over ${server?.name}`, () => {
  let database: FreshDatabase;
  let bench: Bench;
  beforeAll(async () => {
    if (!server) throw new Error("No database server is there for the tests.");
    database = await freshDatabase(server);
    bench = new Bench({ DATABASE_URL: database.url });
  });
  afterAll(async () => {
    await bench.close();
    await database.clear();
    await database.drop();
  });

  const entries = async (): Promise<number> => (await bench.json("ledger")).entries;
  const importing = (name: string, ...more: string[]): Promise<Ran> =>
    bench.jd("import", name, "--json", ...more);

  describe("import", () => {
    it("previews, and writes nothing", async () => {
      bench.write("rows.jsonl", source("s-1") + caseOpened("c-1"));
      const { code, json, err } = await importing("rows.jsonl", "--preview");
      expect({ code, err }).toEqual({ code: 0, err: "" });
      expect(json).toMatchObject({ accepted: 2, unchanged: 0, refused: [], cancelled: false });
      expect(json.preview.map(({ line }: { line: number }) => line)).toEqual([1, 2]);
      expect(json.cut).toBeUndefined();
      expect(await entries()).toBe(0);
    });

    it("records good rows once; the same file again changes nothing", async () => {
      const first = await importing("rows.jsonl");
      expect(first).toMatchObject({
        code: 0,
        json: { accepted: 2, corrected: 0, unchanged: 0, refused: [] },
      });
      expect(first.json.cut).toEqual({
        before: expect.stringMatching(TOKEN),
        after: expect.stringMatching(TOKEN),
      });
      expect(await importing("rows.jsonl")).toMatchObject({
        code: 0,
        json: { accepted: 0, unchanged: 2, refused: [] },
      });
      expect(await entries()).toBe(2);
    });

    it("takes rows with space around their words for the rows they are", async () => {
      bench.write("spaces.jsonl", source(" s-2 ", { note: " From the second page. " }));
      expect(await importing("spaces.jsonl")).toMatchObject({ code: 0, json: { accepted: 1 } });
      expect(await importing("spaces.jsonl")).toMatchObject({ code: 0, json: { accepted: 0, unchanged: 1 } });
    });

    it("refuses a changed row, and takes it as a correction with --correct", async () => {
      bench.write("changed.jsonl", caseOpened("c-1", { body: { title: "Case one", taskForce: "yes" } }));
      const refused = await importing("changed.jsonl");
      expect(refused).toMatchObject({
        code: 1,
        json: { accepted: 0, refused: [{ line: 1, field: "key", value: "c-1", code: "row-changed" }] },
      });
      expect(await importing("changed.jsonl", "--correct")).toMatchObject({
        code: 0,
        json: { accepted: 0, corrected: 1, refused: [] },
      });
      expect(await importing("changed.jsonl", "--correct")).toMatchObject({
        code: 0,
        json: { unchanged: 1 },
      });
    });

    it("names every bad row by line, field, value, code and remedy, keeps out what stands on one, and takes the rest", async () => {
      const good = [source("s-3"), caseOpened("c-3", { source: "s-3" })];
      const bad: [string, string | null, unknown, string][] = [
        ["not json\n", null, null, "row-unreadable"],
        ["[1]\n", null, null, "row-unreadable"],
        [row({ key: "b-1", body: {} }), "kind", null, "row-unreadable"],
        [row({ key: "b-2", kind: "case.closed", body: {} }), null, null, "kind-unknown"],
        [source("b-3", { colour: "red" }), "colour", "red", "row-field-unknown"],
        [source("b-4", { occurred: "2024-02-30" }), "occurred", "2024-02-30", "body-invalid"],
        [
          source("b-5", { body: { title: "x", sourceKind: "rumor" } }),
          "body.sourceKind",
          "rumor",
          "body-invalid",
        ],
        [source("s-3"), "key", "s-3", "row-key-twice"],
        [caseOpened("b-6", { source: "nobody" }), "source", "nobody", "row-reference-unknown"],
        [caseOpened("b-7", { source: "b-5" }), "source", "b-5", "row-reference-refused"],
        [caseOpened("b-8", { source: "b-2" }), "source", "b-2", "row-reference-refused"],
        [source("b\\u0000").replace("\\\\u0000", "\\u0000"), "key", "b\0", "row-unreadable"],
        [
          row({ key: "b-9", kind: "arrest.made", body: { case: "a\0", place: "unknown" } }),
          "body.case",
          "a\0",
          "row-reference-unknown",
        ],
        [
          source("b-10", { body: { title: "half \uD800", sourceKind: "press" } }),
          "body.title",
          "half \uD800",
          "body-invalid",
        ],
        [
          row({ kind: "source.described", body: { title: "half \uD800", sourceKind: "press" } }),
          "body",
          null,
          "row-unreadable",
        ],
        [
          source(`b-11`, { body: { title: "x".repeat(300_000), sourceKind: "press" } }),
          "body.title",
          `${"x".repeat(500)}…`,
          "body-invalid",
        ],
        [
          `{"key":"b-12","kind":"source.described","body":${"[".repeat(20_000)}${"]".repeat(20_000)}}\n`,
          null,
          null,
          "row-unreadable",
        ],
        [source("b-13", { note: "y".repeat(10_000_000) }), null, null, "row-unreadable"],
        [
          '{"key":"b-14","kind":"source.described","body":{"title":"x","sourceKind":"press","__proto__":{"a":1}}}\n',
          "body",
          null,
          "body-invalid",
        ],
      ];
      bench.write("bad.jsonl", good[0] + bad.map(([text]) => text).join("") + good[1]);
      const before = await entries();
      const { code, json, err } = await importing("bad.jsonl");
      expect({ code, err }).toEqual({ code: 1, err: "" });
      expect(json.accepted).toBe(2);
      // A batch names what could not be read first; by line, each is where it stood.
      const byLine = new Map<number, Record<string, unknown>>(
        json.refused.map((refused: { line: number }) => [refused.line, refused]),
      );
      expect(json.refused).toHaveLength(bad.length);
      for (const [index, [text, field, value, refusalCode]] of bad.entries()) {
        const refused = byLine.get(index + 2);
        expect(refused?.code, text.slice(0, 100)).toBe(refusalCode);
        if (field !== null) expect(refused?.field, text.slice(0, 100)).toContain(field);
        if (value !== null) expect(refused?.value, text.slice(0, 100)).toEqual(value);
        expect(refused, text.slice(0, 100)).toMatchObject({
          message: expect.stringMatching(/\S/),
          remedy: expect.stringMatching(/\S/),
        });
        expect(Object.keys(refused ?? {})).not.toContain("raw");
      }
      expect(await entries()).toBe(before + 2);
    });

    it("writes the refused rows back as they came, to be mended there and imported again: JSON lines", async () => {
      bench.write(
        "mixed.jsonl",
        source("m-1") + caseOpened("m-2", { occurred: "2023-13" }) + "broken\n" + source("m-3"),
      );
      expect(await importing("mixed.jsonl", "--refused", "refused.jsonl")).toMatchObject({
        code: 1,
        json: { accepted: 2 },
      });
      const lines = bench
        .read("refused.jsonl")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(lines).toMatchObject([
        { refused: { line: 3, code: "row-unreadable", row: "broken" } },
        { key: "m-2", occurred: "2023-13", refused: { line: 2, field: "occurred", code: "body-invalid" } },
      ]);
      bench.write(
        "mended.jsonl",
        bench.read("refused.jsonl").replace('"occurred":"2023-13"}', '"occurred":"2023-12"}'),
      );
      const mended = bench.read("mended.jsonl").split("\n")[1] as string;
      bench.write("mended.jsonl", mended.replaceAll("2023-13", "2023-12"));
      expect(await importing("mended.jsonl")).toMatchObject({ code: 0, json: { accepted: 1, refused: [] } });
      expect(await importing("mixed.jsonl")).toMatchObject({ code: 1, json: { accepted: 0, unchanged: 2 } });
    });

    const MAP = {
      columns: {
        Id: "key",
        "Arrest date": "occurred",
        Count: "body.persons",
        Where: "body.country",
        Remarks: "",
      },
      constants: { kind: "arrest.made", "body.case": "c-1", "body.place": "foreign" },
      values: { "body.country": { Guatemala: "GT" } },
    };

    it("takes CSV under a mapping, whatever wrote it, and its refused rows back under the same mapping", async () => {
      bench.write("map.json", JSON.stringify(MAP));
      const lines = [
        "Id,Arrest date,Count,Where,Remarks",
        "a-1,2024-05-02,2,Guatemala,=cmd()",
        'a-2,2024-05-32,1,Guatemala,"two\r\nlines, and a ""quote"""',
        "a-3,2024-05-04,two,Guatemala,",
        "a-4,2024-05-05,1,Guatemala,one,more",
        "a-5,2024-05-06",
        "a-6,2024-05-07,1,Guatemala,",
      ];
      bench.write("arrests.csv", `\uFEFF${lines.join("\r\n")}\r\n`);
      const { code, json } = await importing("arrests.csv", "--map", "map.json", "--refused", "refused.csv");
      expect(code).toBe(1);
      expect(json.accepted).toBe(2);
      // The row with a line break in a cell is where it begins; those after it are where a person finds them.
      const found = json.refused.map(
        ({ line, field, code: refusal }: { line: number; field: string; code: string }) => [
          line,
          refusal,
          field,
        ],
      );
      expect(found).toEqual([
        [6, "row-unreadable", null],
        [7, "row-unreadable", null],
        [3, "body-invalid", "occurred"],
        [5, "body-invalid", "body.persons"],
      ]);
      const written = bench.read("refused.csv");
      expect(written.split("\r\n")[0]).toBe(
        '"refused.line","refused.code","refused.field","refused.value","refused.message","refused.remedy","Id","Arrest date","Count","Where","Remarks"',
      );
      expect(written).toContain('a-2,2024-05-32,1,Guatemala,"two\r\nlines, and a ""quote"""');
      const mended = written
        .replace("a-2,2024-05-32", "a-2,2024-05-30")
        .replace("a-3,2024-05-04,two", "a-3,2024-05-04,2")
        .replace("a-4,2024-05-05,1,Guatemala,one,more", 'a-4,2024-05-05,1,Guatemala,"one,more"')
        .replace("a-5,2024-05-06", "a-5,2024-05-06,3,Guatemala,");
      bench.write("refused.csv", mended);
      const again = await importing("refused.csv", "--map", "map.json", "--refused", "again.csv");
      expect(again).toMatchObject({ code: 0, json: { accepted: 4, refused: [] } });
      expect(bench.read("again.csv").split("\r\n")).toHaveLength(2);
    });

    it("reads a file that is empty, has a header alone, is cut off, or is no text at all", async () => {
      const before = await entries();
      bench.write("empty.jsonl", "");
      bench.write("header.csv", "key,kind\n");
      for (const name of ["empty.jsonl", "header.csv"]) {
        expect(await importing(name)).toMatchObject({ code: 0, json: { accepted: 0, refused: [] } });
        expect((await bench.jd("import", name)).out).toContain("The file holds no rows.");
      }
      bench.write("binary.jsonl", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x1a, 0x0a, 0, 0xff, 0xfe, 0x0a]));
      expect(await importing("binary.jsonl")).toMatchObject({
        code: 1,
        json: { accepted: 0, refused: [{ code: "row-unreadable" }, { code: "row-unreadable" }] },
      });
      bench.write("latin1.jsonl", Buffer.from(source("l-1", { note: "Juárez" }), "latin1"));
      expect(await importing("latin1.jsonl")).toMatchObject({
        code: 1,
        json: {
          accepted: 0,
          refused: [{ line: 1, code: "row-unreadable", message: expect.stringContaining("UTF-8") }],
        },
      });
      bench.write(
        "utf16.csv",
        Buffer.from("\uFEFFkey,kind,title,sourceKind\nu-1,source.described,Juárez,press\n", "utf16le"),
      );
      const cut =
        'key,kind,title,sourceKind\nq-1,source.described,Good,press\nq-2,source.described,"cut off,press\n';
      bench.write("cut.csv", cut);
      bench.write("twice.csv", "key,kind,title,title\nx,source.described,a,b\n");
      // A spreadsheet's “Unicode text” says what it is by its first bytes.
      expect(await importing("utf16.csv")).toMatchObject({ code: 0, json: { accepted: 1 } });
      expect(await importing("twice.csv")).toMatchObject({
        code: 1,
        err: "",
        json: {
          code: "file-unreadable",
          message: expect.stringContaining("title"),
          remedy: expect.any(String),
        },
      });
      expect(await importing("cut.csv")).toMatchObject({
        code: 1,
        json: {
          accepted: 1,
          refused: [{ code: "row-unreadable", message: expect.stringContaining("none closes it") }],
        },
      });
      expect(await entries()).toBe(before + 2);
    });

    it("follows no column into what every object is", async () => {
      bench.write(
        "proto.csv",
        "key,kind,body.__proto__.polluted,constructor.prototype.polluted,title,title.inner\np-1,source.described,a,b,,\np-2,source.described,,,A title,inside it\n",
      );
      const { code, json } = await importing("proto.csv");
      expect(code).toBe(1);
      expect(json.refused.map(({ code: refusal }: { code: string }) => refusal)).toEqual([
        "row-unreadable",
        "body-invalid",
      ]);
    });

    it("records a file once though two commands import it at the same time", async () => {
      const before = await entries();
      bench.write("both.jsonl", Array.from({ length: 300 }, (_, at) => source(`both-${at}`)).join(""));
      const runs = await Promise.all([importing("both.jsonl"), importing("both.jsonl")]);
      for (const { err, json } of runs) {
        expect(err).toBe("");
        // Whoever came second may find the rows there already, or be told to look again.
        for (const { code } of json.refused) expect(code).toBe("row-key-known");
        expect(json.accepted + json.unchanged + json.refused.length).toBe(300);
      }
      expect(await entries()).toBe(before + 300);
      expect(await importing("both.jsonl")).toMatchObject({
        code: 0,
        json: { accepted: 0, unchanged: 300, refused: [] },
      });
    });
  });

  describe("one entry", () => {
    let arrest: string;

    it("is shown, corrected, corrected no second time, withdrawn, and shown with all of that", async () => {
      const [arrests] = await bench.json("results", "--measure", "arrests", "--basis", "recorded");
      arrest = arrests.entries[0];
      const shown = await bench.json("entry", arrest);
      expect(shown).toMatchObject({ view: { entry: arrest, kind: "arrest.made", state: "standing" } });
      expect(JSON.stringify(shown)).not.toMatch(/"seq"/);
      expect(await bench.json("entry", arrest.toUpperCase())).toEqual(shown);
      const corrected = await bench.json("correct", arrest, "body.persons=5", "--reason", "Misread");
      expect(corrected).toEqual({
        entry: expect.stringMatching(UUID),
        cut: { before: expect.stringMatching(TOKEN), after: expect.stringMatching(TOKEN) },
      });
      const at = async (cut: string) =>
        (await bench.json("results", "--measure", "arrests", "--basis", "recorded", "--cut", cut))[0].value;
      expect((await at(corrected.cut.after)) - (await at(corrected.cut.before))).not.toBe(0);
      expect(
        await bench.jd("correct", arrest, "body.persons=6", "--reason", "Again", "--json"),
      ).toMatchObject({
        code: 1,
        err: "",
        json: { code: "entry-already-replaced", remedy: expect.any(String) },
      });
      const withdrawn = await bench.jd("withdraw", corrected.entry, "--reason", "Another case");
      expect(withdrawn).toMatchObject({ code: 0, err: "" });
      expect((await bench.json("entry", arrest)).history).toHaveLength(3);
    });

    it("is refused where it is not there, makes no sense, or says a thing that cannot be", async () => {
      const [{ entries: counted }] = await bench.json(
        "results",
        "--measure",
        "arrests",
        "--basis",
        "recorded",
      );
      const standing = counted[0];
      const absent = "00000000-0000-4000-8000-000000000001";
      const refusals: [string[], number, string][] = [
        [["entry", absent], 1, "entry-not-there"],
        [["correct", absent, "body.persons=2", "--reason", "x"], 1, "entry-not-there"],
        [["withdraw", absent, "--reason", "x"], 1, "entry-not-found"],
        [["withdraw", standing, "--reason", " "], 1, "body-invalid"],
        [["purge", absent, "--reason", "x", "--authority", "x", "--yes"], 1, "entry-not-found"],
        [["correct", standing, "occurred=2024-02-30", "--reason", "x"], 1, "body-invalid"],
        [["correct", standing, "body.persons=many", "--reason", "x"], 1, "body-invalid"],
        [["correct", standing, "body.case=", "--reason", "x"], 1, "body-invalid"],
        [
          ["correct", standing, "subject=00000000-0000-4000-8000-000000000001", "--reason", "x"],
          1,
          "correction-of-other-subject",
        ],
        [["correct", standing, `replaces=${absent}`, "--reason", "x"], 1, "entry-not-found"],
      ];
      const before = await entries();
      for (const [args, code, refusal] of refusals) {
        const ran = await bench.jd(...args, "--json");
        expect({ args, code: ran.code, refusal: ran.json?.code, err: ran.err }).toEqual({
          args,
          code,
          refusal,
          err: "",
        });
      }
      for (const field of ["body.place.x=1", "body.__proto__.x=1", "=1", "persons"])
        expect(await bench.jd("correct", standing, field, "--reason", "x"), field).toMatchObject({
          code: 2,
          out: "",
        });
      expect(await entries()).toBe(before);
    });

    it("is purged under an authority, and its place stays", async () => {
      const answer = await bench.json(
        "purge",
        arrest,
        "--authority",
        "28 CFR 23.20(h)",
        "--reason",
        "Review",
        "--yes",
      );
      expect(answer).toEqual({ entry: expect.stringMatching(UUID), purges: arrest, remains: [] });
      expect(await bench.json("entry", arrest)).toMatchObject({ view: { state: "emptied" }, body: null });
      expect(
        await bench.jd("purge", arrest, "--authority", "x", "--reason", "x", "--yes", "--json"),
      ).toMatchObject({ code: 1 });
    });
  });

  it("answers in the shapes that other tools are built on", async () => {
    for (const one of await bench.json("results"))
      expect(one).toMatchObject({
        measure: expect.stringMatching(MEASURE),
        // A share of nothing is none; every other measure says how many.
        value: one.ratio?.whole === 0 ? null : expect.any(Number),
        unit: expect.any(String),
        basis: "attested",
        population: "record",
        cut: expect.stringMatching(TOKEN),
        entries: expect.any(Array),
        leftOut: expect.any(Array),
        reported: expect.any(Array),
      });
    const [arrests] = await bench.json("results", "--measure", "arrests", "--as-known-on", "2020-01-01");
    expect(arrests).toMatchObject({ value: 0, entries: [] });
    for (const { entry, reason } of arrests.leftOut) {
      expect(entry).toMatch(UUID);
      expect(reason).toMatch(/^[a-z-]+$/);
    }
    const listed = await bench.json("cases", "--find", "one");
    expect(listed).toMatchObject({ cases: [{ title: "Case one" }], cut: expect.stringMatching(TOKEN) });
    expect(await bench.json("rebuild")).toMatchObject({ identical: true });
    const {
      ledger,
      entries: size,
      root,
      ...verified
    } = { ...(await bench.json("ledger")), ...(await bench.json("verify")) };
    expect({ ledger, root }).toEqual({
      ledger: expect.stringMatching(UUID),
      root: expect.stringMatching(/^[0-9a-f]{64}$/),
    });
    expect(verified).toMatchObject({ ok: true, head: size, problems: [] });
  });

  it("refuses a frame that cannot be, with a code", async () => {
    for (const [args, code] of [
      [["results", "--as-known-on", "2024-02-30"], "frame-parameter-wrong"],
      [["results", "--basis", "rumor"], "frame-parameter-wrong"],
      [["results", "--measure", "seizure"], "measure-unknown"],
      [["results", "--cut", "AAAA"], "cut-not-ours"],
      // A cut may begin with a dash, and is a cut all the same.
      [["results", "--cut", "-AAA"], "cut-not-ours"],
      [["results", "--cut", "--AA"], "cut-not-ours"],
      [["results", "--cut", "AAAA", "--as-known-on", "2024-01-01"], "frame-cut-and-day"],
      [["cases", "--as-known-on", "yesterday"], "frame-parameter-wrong"],
    ] as const)
      expect(await bench.jd(...args, "--json"), args.join(" ")).toMatchObject({
        code: 1,
        err: "",
        json: { code },
      });
  });

  it("verifies against a witness's file, and sees a tail cut off after it was witnessed", async () => {
    const server2 = bench.start(["start"], { PORT: "0", JD_PUBLIC_RECORD: "none" });
    await server2.says(/ready at/);
    const { verifierKeys } = await bench.json("ledger");
    server2.child.kill("SIGTERM");
    expect((await server2.ended).code).toBe(0);
    const witness = bench.start([
      "witness",
      "--dir",
      "witness",
      "--name",
      "partner",
      "--trust",
      verifierKeys[0],
      "--port",
      "0",
    ]);
    const [, url, key] = await witness.says(/ready at (\S+)\nIts verifier key: (\S+)\n/);
    const witnessed = bench.start(["start"], {
      PORT: "0",
      JD_PUBLIC_RECORD: "none",
      JD_WITNESSES: `${url} ${key}`,
      JD_CHECKPOINT_SECONDS: "0.2",
    });
    const [, address] = await witnessed.says(/ready at (\S+)/);
    await expect
      .poll(
        async () =>
          ((await (await fetch(`${address}/api/ledger`)).json()) as { witnesses: { state: string }[] })
            .witnesses[0]?.state,
        { timeout: 10_000 },
      )
      .toBe("in-step");
    witnessed.child.kill("SIGINT");
    witness.child.kill("SIGINT");
    expect((await Promise.all([witnessed.ended, witness.ended])).map(({ code }) => code)).toEqual([0, 0]);
    expect(await bench.json("verify", "--witness", "witness/checkpoints.txt")).toMatchObject({ ok: true });
    const against = (...words: string[]) =>
      bench.jd("verify", "--witness", "witness/checkpoints.txt", ...words, "--json");
    expect(await against("--witness-key", key as string)).toMatchObject({ code: 0, json: { ok: true } });
    expect(await against("--witness-key", verifierKeys[0])).toMatchObject({
      code: 1,
      json: { code: "witness-file-not-cosigned" },
    });
    bench.write("other.txt", "not a checkpoint\n");
    expect(await bench.jd("verify", "--witness", "other.txt", "--json")).toMatchObject({ code: 1, err: "" });
  });

  describe("a backup", () => {
    it("is exported whole, restored elsewhere with the same root, and verifies there", async () => {
      const { root, entries: size } = await bench.json("ledger");
      // What a killed export left readable by others, and an older backup of that name, give way to a private file.
      bench.write("backup.jsonl.part", "half");
      bench.write("backup.jsonl", "old");
      expect(await bench.json("export", "backup.jsonl")).toMatchObject({ entries: size });
      if (process.platform !== "win32") expect(statSync(bench.path("backup.jsonl")).mode & 0o777).toBe(0o600);
      const into = await freshDatabase(database.server);
      const other = new Bench({ DATABASE_URL: into.url });
      try {
        cpSync(bench.path("backup.jsonl"), other.path("backup.jsonl"));
        expect(await other.json("import-ledger", "backup.jsonl")).toMatchObject({ entries: size, root });
        expect(await other.json("verify")).toMatchObject({ ok: true, root, entries: size });
        expect(await other.jd("import-ledger", "backup.jsonl", "--json")).toMatchObject({
          code: 1,
          json: { code: "ledger-not-empty" },
        });
      } finally {
        await other.close();
        await into.clear();
        await into.drop();
      }
    });

    it("that was changed or cut off is refused by its line, and nothing of it stays", async () => {
      const lines = bench.read("backup.jsonl").split("\n");
      const into = await freshDatabase(database.server);
      const other = new Bench({ DATABASE_URL: into.url });
      try {
        const damaged: [string, string][] = [
          [lines.slice(0, 5).join("\n"), "archive-corrupted"],
          [
            lines.map((line, at) => (at === 3 ? line.replace(/Report/, "Rumor") : line)).join("\n"),
            "archive-corrupted",
          ],
          [lines.filter((_, at) => at !== 4).join("\n"), "archive-corrupted"],
          ["", "archive-corrupted"],
          ["\0\0\0", "archive-corrupted"],
          [lines.join("\n").replace('"format":1', '"format":9'), "archive-newer"],
        ];
        for (const [text, code] of damaged) {
          other.write("damaged.jsonl", text);
          const ran = await other.jd("import-ledger", "damaged.jsonl", "--json");
          expect(ran, text.slice(0, 60)).toMatchObject({
            code: 1,
            err: "",
            json: { code, remedy: expect.any(String) },
          });
        }
        expect(await other.jd("import-ledger", "absent.jsonl", "--json")).toMatchObject({
          code: 2,
          json: { code: "file-unusable" },
        });
        expect(await other.json("ledger")).toMatchObject({ entries: 0 });
      } finally {
        await other.close();
        await into.clear();
        await into.drop();
      }
    });

    it("that cannot be written leaves no half of itself", async () => {
      const ran = await bench.jd("export", "absent/backup.jsonl", "--json");
      expect(ran).toMatchObject({ code: 2, err: "", json: { code: "file-unusable" } });
      expect(existsSync(bench.path("absent"))).toBe(false);
      // A device is never replaced by the file that takes its name.
      mkdirSync(bench.path("folder"));
      expect(await bench.jd("export", "folder")).toMatchObject({ code: 2, out: "" });
    });

    it.runIf(existsSync("/dev/full"))("for which the disk has no room is not left half written", async () => {
      symlinkSync("/dev/full", bench.path("full.jsonl.part"));
      const ran = await bench.jd("export", "full.jsonl", "--json");
      expect(ran).toMatchObject({
        code: 2,
        err: "",
        json: { code: "file-unusable", message: expect.stringContaining("its disk is full") },
      });
      expect(existsSync(bench.path("full.jsonl")) || existsSync(bench.path("full.jsonl.part"))).toBe(false);
      expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
    });
  });
});
