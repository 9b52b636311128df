/** Both languages say everything: no key is missing, unused or left untranslated. */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { kinds as recorded } from "@joint-docket/taskforce/pure";
import { describe, expect, it } from "vitest";
import { en } from "./en.ts";
import { es } from "./es.ts";
import { withMany } from "./plurals.ts";

type Words = { readonly [key: string]: string | Words };

function flat(words: Words, prefix = "", into = new Map<string, string>()): Map<string, string> {
  for (const [key, value] of Object.entries(words)) {
    if (typeof value === "string") into.set(prefix + key, value);
    else flat(value, `${prefix}${key}.`, into);
  }
  return into;
}

const english = flat(en);
const spanish = flat(es);
const source = fileURLToPath(new URL("..", import.meta.url));
const code = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter(
    (file) => /\.tsx?$/.test(file) && !file.endsWith(".test.ts") && !/language\/(en|es)\.ts$/.test(file),
  )
  .map((file) => readFileSync(join(source, file), "utf8"))
  .join("\n");

const base = (key: string) => key.replace(/_(one|other|many)$/, "");
/** Words that are the same in both languages. */
const same = new Set([
  "unit.acres_one",
  "unit.acres_other",
  "answer.no",
  "import.lineNumber",
  "claim.exactly",
  "people.exact",
  "known.no",
]);
const onlyPlaceholders = (text: string) => text.replace(/\{\{\w+\}\}/g, "").replace(/[\s:,.·()]/g, "") === "";
const placeholders = (text: string) => [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1]).sort();

/** Written like keys, but names of kinds of entries. */
const kinds = new Set(["entry.withdrawn", ...recorded.map(({ kind }) => kind)]);

/** Keys written out in the code, and patterns of keys completed at run time. */
const literal = new Set(
  [...code.matchAll(/["'`]([a-z][A-Za-z]*(?:\.[A-Za-z-]+)+)["'`]/g)].map((match) => match[1]),
);
const patterns = [...code.matchAll(/`([a-z][A-Za-z]*\.(?:[A-Za-z.]*)\$\{[^`]*)`/g)].map(
  (match) => new RegExp(`^${(match[1] ?? "").replaceAll(".", "\\.").replace(/\$\{.*\}/g, "[A-Za-z0-9-]+")}$`),
);

describe("the catalogues", () => {
  it("have the same keys", () => {
    expect([...spanish.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("use the same placeholders for each key", () => {
    const differing = [...english].filter(
      ([key, words]) => placeholders(words).join() !== placeholders(spanish.get(key) ?? "").join(),
    );
    expect(differing.map(([key]) => key)).toEqual([]);
  });

  it("translate everything", () => {
    const untranslated = [...english].filter(
      ([key, words]) => spanish.get(key) === words && !same.has(key) && !onlyPlaceholders(words),
    );
    expect(untranslated.map(([key]) => key)).toEqual([]);
  });

  it("leave nothing blank", () => {
    const blank = [...english, ...spanish].filter(([, words]) => words.trim() === "");
    expect(blank).toEqual([]);
  });

  it("have every key that the code uses", () => {
    const known = new Set([...english.keys()].map(base));
    const groups = new Set(Object.keys(en));
    const missing = [...literal].filter(
      (key = "") => groups.has(key.split(".")[0] ?? "") && !known.has(key) && !kinds.has(key),
    );
    expect(missing).toEqual([]);
  });

  it("have no key that the code does not use", () => {
    const unused = [...english.keys()].filter(
      (key) => !literal.has(base(key)) && !patterns.some((pattern) => pattern.test(base(key))),
    );
    expect(unused).toEqual([]);
  });

  it("have both plural forms wherever they have one", () => {
    const lone = [...english.keys()].filter((key) => {
      const other = key.endsWith("_one")
        ? `${base(key)}_other`
        : key.endsWith("_other")
          ? `${base(key)}_one`
          : key;
      return !english.has(other);
    });
    expect(lone).toEqual([]);
  });

  it("give Spanish its form for whole millions", () => {
    expect(withMany({ a: { b_one: "uno", b_other: "otros" } })).toEqual({
      a: { b_one: "uno", b_other: "otros", b_many: "otros" },
    });
  });
});
