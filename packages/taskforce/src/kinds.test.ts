/** What holds for every kind: the list is current, forms can be drawn, and bodies of every version can still be read. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { bodySchema, Kinds } from "@joint-docket/ledger/pure";
import { describe, expect, test } from "vitest";
import { kinds } from "./kinds.generated.ts";

const here = dirname(fileURLToPath(import.meta.url));
const known = new Kinds(kinds);

/** Every kept fixture: `<subject>/kinds/fixtures/<kind>@<version>.json`. */
const fixtures = readdirSync(here, { recursive: true, encoding: "utf8" })
  .filter((path) => /kinds[\\/]fixtures[\\/][^\\/]+\.json$/.test(path))
  .map((path) => {
    const [, kind = "", version = ""] = /([^\\/]+)@(\d+)\.json$/.exec(path) ?? [];
    const bodies = JSON.parse(readFileSync(join(here, path), "utf8")) as unknown[];
    return { name: `${kind}@${version}`, kind, version: Number(version), bodies };
  });

test("the generated list of kinds is current", () => {
  expect(() => execFileSync(process.execPath, [join(here, "collect-kinds.mjs"), "--check"])).not.toThrow();
});

describe.each(kinds)("$kind", (kind) => {
  test("has a kept fixture of every version", () => {
    const kept = fixtures.filter((fixture) => fixture.kind === kind.kind).map(({ version }) => version);
    expect(kept.sort()).toEqual(Array.from({ length: kind.version }, (_, index) => index + 1));
  });

  test("gives every field a name and help in both languages", () => {
    const unnamed: string[] = [];
    const look = (node: Record<string, unknown>, path: string) => {
      for (const [name, child] of Object.entries(
        (node.properties ?? {}) as Record<string, Record<string, unknown>>,
      )) {
        const ours = !path.match(/\.(fine|restitution|moneyJudgment)$/) && !("const" in child);
        if (
          ours &&
          ["title", "titleEs", "description", "descriptionEs"].some((key) => typeof child[key] !== "string")
        ) {
          unnamed.push(`${path}.${name}`);
        }
        if (Array.isArray(child.enum)) expect(Object.keys(child.choices as object)).toEqual(child.enum);
        look(child, `${path}.${name}`);
      }
      if (node.items) look(node.items as Record<string, unknown>, `${path}[]`);
      for (const branch of (node.oneOf ?? []) as Record<string, unknown>[]) look(branch, path);
      if (node.properties) expect(node.additionalProperties, path).toBe(false);
    };
    look(bodySchema(kind), kind.kind);
    expect(unnamed).toEqual([]);
  });

  test("refuses an unknown field", () => {
    const fixture = fixtures.find(({ name }) => name === `${kind.kind}@${kind.version}`);
    for (const body of fixture?.bodies ?? []) {
      expect(kind.schema.safeParse({ ...(body as object), nickname: "x" }).success).toBe(false);
    }
  });
});

describe.each(fixtures)("a body of $name", ({ kind: name, version, bodies }) => {
  test("still reads, projects and says what it asserts", () => {
    const kind = known.named(name);
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) {
      const read = kind.schema.parse(known.current(kind, version, body));
      if (version === kind.version) expect(read).toEqual(body);
      expect(Object.keys(kind.projection.row(read)).sort()).toEqual(
        Object.keys(kind.projection.columns).sort(),
      );
      for (const language of ["en", "es"] as const) {
        expect(kind.sentence[language]({ body: read, occurred: "2024-06-05" })).toMatch(/^[\p{Lu}\d].*\.$/u);
        expect(kind.sentence[language]({ body: read })).not.toMatch(/undefined|null|NaN| {2}| \./);
      }
    }
  });
});
