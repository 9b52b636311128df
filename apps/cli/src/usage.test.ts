/** What jd says of itself, and what it says to words it cannot use: exit code 2, a sentence, nothing on standard output. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "./commands/index.ts";
import { Bench } from "./testing/jd.ts";

const ABSENT = "00000000-0000-4000-8000-000000000001";

describe("jd", () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
    bench.write("there.csv", "kind\n");
  });
  afterAll(() => bench.close());

  it("explains each command with --help, on standard output alone", async () => {
    const [overview, ...helps] = await Promise.all([
      bench.jd("--help"),
      ...commands.map(({ name }) => bench.jd(name, "--help")),
    ]);
    for (const { code, err } of [overview, ...helps]) expect({ code, err }).toEqual({ code: 0, err: "" });
    for (const [index, { name, summary, options }] of commands.entries()) {
      expect(overview?.out).toContain(`jd ${name}`);
      const help = helps[index]?.out ?? "";
      expect(help).toContain(summary);
      expect(help).toContain("--json");
      for (const option of Object.keys(options))
        expect(help, `jd ${name} --${option}`).toContain(`--${option}`);
    }
  });

  it("says its version, and without a command shows what there is", async () => {
    expect(await bench.jd("--version")).toMatchObject({
      code: 0,
      out: expect.stringMatching(/^\d+\.\d+\.\d+\n$/),
    });
    const bare = await bench.jd();
    expect(bare).toMatchObject({ code: 2, err: "" });
    expect(bare.out).toContain("jd import");
  });

  const wrong: [string, string[], RegExp][] = [
    ["a command that is not there", ["imprt", "x"], /no command “imprt”.*import/],
    ["an option that is not there", ["cases", "--districts", "TXS"], /--districts.*\nSee jd cases --help/],
    ["an option without its value", ["cases", "--district"], /--district.*\nSee jd cases --help/],
    [
      "a basis that is none",
      ["cases", "--basis", "rumor"],
      /--basis is one of recorded, attested; not “rumor”/,
    ],
    ["a district that is none", ["cases", "--district", "XX"], /“XX” is no district/],
    ["a tier that is none", ["organizations", "--tier", "king"], /--tier is one of leader, .*; not “king”/],
    ["a state that is none", ["assets", "--state", "lost"], /--state is one of named, .*; not “lost”/],
    ["a country that is none", ["extraditions", "--country", "Guatemala"], /“Guatemala” is no country/],
    ["a filter that is none", ["cases", "--filter", "color=red"], /“color=red” is no filter/],
    ["a word that means nothing", ["results", "extra"], /takes no “extra”/],
    [
      "refused rows to be written over the file itself",
      ["import", "there.csv", "--refused", "there.csv"],
      /over the file itself/,
    ],
    ["a kind that is none", ["kinds", "case.closed"], /“case.closed” is no kind/],
    ["an entry that is no identifier", ["entry", "12"], /identifier/],
    ["no entry", ["entry"], /identifier/],
    ["a correction without a reason", ["correct", ABSENT, "occurred=2024"], /--reason/],
    ["a correction of nothing", ["correct", ABSENT, "--reason", "Misread"], /FIELD=VALUE/],
    ["a withdrawal without a reason", ["withdraw", ABSENT], /--reason/],
    ["a purge without an authority", ["purge", ABSENT, "--reason", "Order"], /--authority/],
    [
      "a purge without --yes",
      ["purge", ABSENT, "--reason", "Order", "--authority", "28 CFR 23.20(h)"],
      /--yes/,
    ],
    ["no file", ["import"], /Name one file/],
    ["two files", ["import", "a.csv", "b.csv"], /Name one file/],
    [
      "a format that is none",
      ["import", "package.json", "--format", "xml"],
      /no such file|csv, jsonl; not “xml”/,
    ],
    ["no file to export to", ["export"], /Name one file/],
    ["a witness of nobody", ["witness"], /--dir, --name and --trust/],
  ];
  it.concurrent.each(wrong)("refuses %s", async (_what, args, said) => {
    const { code, out, err } = await bench.jd(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(said);
    expect(err).not.toMatch(/\n\s+at |node_modules/);
  });

  const settings: [string, Record<string, string>, RegExp][] = [
    ["PORT", { PORT: "http" }, /PORT cannot be used: “http” is no port/],
    ["JD_TIME_ZONE", { JD_TIME_ZONE: "Mars/Olympus" }, /JD_TIME_ZONE cannot be used/],
    ["JD_CHECKPOINT_SECONDS", { JD_CHECKPOINT_SECONDS: "never" }, /JD_CHECKPOINT_SECONDS cannot be used/],
    ["JD_WITNESSES", { JD_WITNESSES: "http://127.0.0.1:4820" }, /JD_WITNESSES cannot be used/],
  ];
  it.concurrent.each(settings)("refuses a %s that cannot be", async (_name, env, said) => {
    const { code, out, err } = await bench.start(["ledger"], env).ended;
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(said);
    expect(err).toContain("(setting-wrong)");
  });

  const missing: [string, string[]][] = [
    ["import", ["import", "absent.jsonl"]],
    ["mapping", ["import", "there.csv", "--map", "absent.json"]],
    ["place for refused rows", ["import", "there.csv", "--refused", "absent/refused.csv"]],
    ["witness's file", ["verify", "--witness", "absent.txt"]],
  ];
  it.concurrent.each(missing)("names a file that is missing: %s", async (_what, args) => {
    const { code, out, err } = await bench.jd(...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(
      /^The file .*absent.* cannot be used: there is no such file or folder\.\n.+\n\(file-unusable\)\n$/,
    );
    const asJson = await bench.jd(...args, "--json");
    expect(asJson).toMatchObject({ code: 2, err: "", json: { code: "file-unusable" } });
  });

  it("refuses a folder for a file, and a mapping that is no mapping", async () => {
    bench.write("broken.json", "{");
    bench.write("other.json", '{"columns":{"a":1}}');
    expect(await bench.jd("import", ".")).toMatchObject({
      code: 2,
      err: expect.stringContaining("it is a folder"),
    });
    expect(await bench.jd("import", "there.csv", "--map", "broken.json")).toMatchObject({
      code: 2,
      err: expect.stringContaining("broken.json is not JSON"),
    });
    expect(await bench.jd("import", "there.csv", "--map", "other.json")).toMatchObject({
      code: 1,
      err: expect.stringContaining("(mapping-invalid)"),
    });
  });

  it("lists kinds, and each kind's schema, as JSON", async () => {
    const all = await bench.json("kinds");
    expect(all.length).toBeGreaterThan(8);
    for (const kind of all)
      expect(kind).toMatchObject({ kind: expect.any(String), version: 1, title: { en: expect.any(String) } });
    const schema = await bench.jd("kinds", "arrest.made");
    expect(schema.json).toMatchObject({ type: "object", required: ["case", "place"] });
  });
});
