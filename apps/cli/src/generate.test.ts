/** jd generate: a synthetic docket that jd import takes whole, marked wherever jd shows it, and what it says to bad input. */
import { createHash } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bench } from "./testing/jd.ts";

describe("jd generate docket", () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
  });
  afterAll(() => bench.close());

  it("writes as many entries as asked, the same for the same seed, and says by which hash", async () => {
    const made = (file: string, seed: string) =>
      bench.json("generate", "docket", "--entries", "400", "--seed", seed, "--out", bench.path(file));
    const [one, same, other] = await Promise.all([
      made("a.jsonl", "7"),
      made("b.jsonl", "7"),
      made("c.jsonl", "8"),
    ]);
    expect(one).toMatchObject({ entries: 400, seed: 7, scenario: null, synthetic: true });
    expect(bench.read("a.jsonl").trim().split("\n")).toHaveLength(400);
    expect(bench.read("b.jsonl")).toBe(bench.read("a.jsonl"));
    expect([same.sha256, other.sha256 === one.sha256]).toEqual([one.sha256, false]);
    expect(createHash("sha256").update(bench.read("a.jsonl")).digest("hex")).toBe(one.sha256);
  });

  it("is taken whole by jd import, and marked by every command that shows it", async () => {
    await bench.json("generate", "docket", "--entries", "300", "--seed", "3", "--out", bench.path("d.jsonl"));
    expect(await bench.json("import", bench.path("d.jsonl"))).toMatchObject({ accepted: 300, refused: [] });
    const results = await bench.json("results");
    const arrests = results.find(({ measure }: { measure: string }) => measure === "arrests");
    expect(arrests.synthetic).toBe(arrests.entries.length);
    expect(arrests.synthetic).toBeGreaterThan(0);
    expect((await bench.jd("results", "--measure", "arrests")).out).toContain(
      "are synthetic: made up by a program",
    );
    const { cases } = await bench.json("cases");
    expect(cases.every(({ synthetic }: { synthetic: boolean }) => synthetic)).toBe(true);
    expect((await bench.jd("cases")).out).toMatch(/\[synthetic\] Synthetic case 1:/);
    const shown = await bench.jd("entry", arrests.entries[0]);
    expect(shown.out).toContain("Synthetic record: made up by a program, not a real case.");
    expect((await bench.json("entry", arrests.entries[0])).view.synthetic).toBe(true);
  });

  it("writes the scenario whole, whatever number of entries is asked below its own", async () => {
    const made = (...more: string[]) =>
      bench.json("generate", "docket", "--scenario", "announcement", "--out", bench.path("s.jsonl"), ...more);
    const whole = await made();
    expect(whole).toMatchObject({ scenario: "announcement", seed: 1 });
    expect((await made("--entries", "10")).sha256).toBe(whole.sha256);
    expect((await made("--entries", String(whole.entries + 50))).entries).toBe(whole.entries + 50);
  });

  const refused: [string, string[], string, string][] = [
    ["no entries at all", ["--entries", "0"], "synthetic-entries-invalid", "entries"],
    ["a number that is none", ["--entries", "many"], "synthetic-entries-invalid", "entries"],
    ["part of an entry", ["--entries", "1.5"], "synthetic-entries-invalid", "entries"],
    ["more than fit anywhere", ["--entries", "100000001"], "synthetic-entries-invalid", "entries"],
    ["a seed that is none", ["--entries", "5", "--seed", "x"], "synthetic-seed-invalid", "seed"],
    ["a seed below zero", ["--entries", "5", "--seed", "-1"], "synthetic-seed-invalid", "seed"],
    ["a seed too high", ["--entries", "5", "--seed", "4294967296"], "synthetic-seed-invalid", "seed"],
    ["an unknown scenario", ["--scenario", "utopia"], "synthetic-scenario-unknown", "scenario"],
  ];
  it.each(refused)(
    "refuses %s with a code and a remedy, and writes nothing",
    async (_, args, code, field) => {
      const out = bench.path("never.jsonl");
      const { code: exit, json } = await bench.jd("generate", "docket", ...args, "--out", out, "--json");
      expect(exit).toBe(1);
      expect(json).toMatchObject({ code, field, remedy: expect.stringMatching(/Give|Use/) });
      expect(existsSync(out)).toBe(false);
    },
  );

  it("says that a file cannot be written, and leaves nothing behind", async () => {
    bench.write("file", "");
    for (const out of [bench.path("no/such/folder/x.jsonl"), bench.path("file/x.jsonl")]) {
      const { code, json } = await bench.jd("generate", "docket", "--entries", "5", "--out", out, "--json");
      expect(code).toBe(2);
      expect(json).toMatchObject({ code: "file-unusable", remedy: expect.stringContaining("rights") });
    }
    expect(readdirSync(bench.folder).filter((name) => name.endsWith(".part"))).toEqual([]);
  });

  const usage: [string, string[], RegExp][] = [
    ["nothing to generate", ["--entries", "5", "--out", "x"], /jd generate docket/],
    ["something else", ["tips", "--entries", "5", "--out", "x"], /jd generate docket/],
    ["no file", ["docket", "--entries", "5"], /--out FILE/],
    ["no number of entries", ["docket", "--out", "x"], /--entries N/],
    ["a folder for a file", ["docket", "--entries", "5", "--out", "."], /no ordinary file/],
  ];
  it.each(usage)("says what is wrong with %s", async (_, args, words) => {
    const { code, out, err } = await bench.jd("generate", ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(words);
  });
});
