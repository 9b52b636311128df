import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { randomBytes } from "node:crypto";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { brokenPromises } from "./budget.mjs";

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(join(tmpdir(), "budget-"));
  mkdirSync(join(dist, "assets"));
});
afterEach(() => rmSync(dist, { recursive: true }));

const page = (head: string) => writeFileSync(join(dist, "index.html"), `<html><head>${head}</head></html>`);
const script = (name: string, code: string) => writeFileSync(join(dist, "assets", name), code);

describe("the first load", () => {
  it("passes when it is small and stays on our host", () => {
    page('<script type="module" src="/assets/index-a.js"></script>');
    script("index-a.js", "1");
    expect(brokenPromises(dist).broken).toEqual([]);
  });

  it("counts what a script imports at once, the larger catalogue and the largest room, but not what waits", () => {
    page('<script type="module" src="/assets/index-a.js"></script>');
    script("index-a.js", 'import{a}from"./parts-b.js";');
    script("parts-b.js", randomBytes(30_000).toString("hex"));
    script("es-c.js", randomBytes(1_000).toString("hex"));
    script("ResultsRoom-d.js", randomBytes(1_000).toString("hex"));
    script("Drawing-e.js", randomBytes(400_000).toString("hex"));
    const { bytes, broken } = brokenPromises(dist);
    expect(bytes).toBeGreaterThan(32_000);
    expect(bytes).toBeLessThan(60_000);
    expect(broken).toEqual([]);
  });

  it("fails over 250 kB, on inline script and style, and on another host", () => {
    page(
      '<script src="/assets/index-a.js"></script><script>1</script><style>p{}</style><link href="https://fonts.example/x.css">',
    );
    script("index-a.js", randomBytes(300_000).toString("hex"));
    writeFileSync(join(dist, "assets", "index.css"), "p{background:url(data:image/png;base64,AA)}");
    expect(brokenPromises(dist).broken).toHaveLength(5);
  });
});
