/** The rules of the house hold, and the check that says so can fail. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, it } from "vitest";
import { houseRules } from "./house.mjs";
import { ROOT } from "./toolbox.mjs";

const folder = mkdtempSync(join(tmpdir(), "joint-docket-house-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function houseWith(file: string, text: string): string[] {
  const house = join(folder, String(Math.random()).slice(2));
  mkdirSync(join(house, "apps"), { recursive: true });
  for (const subject of ["cases", "court"]) {
    mkdirSync(join(house, "packages/taskforce/src", subject, "kinds"), { recursive: true });
    cpSync(
      join(ROOT, "packages/taskforce/src", subject, "pure.ts"),
      join(house, "packages/taskforce/src", subject, "pure.ts"),
    );
    writeFileSync(join(house, "packages/taskforce/src", subject, "pure.ts"), "export {};");
  }
  mkdirSync(join(house, file, ".."), { recursive: true });
  writeFileSync(join(house, file), text);
  return houseRules(house);
}

it("every import runs downhill and through the doors", () => {
  expect(houseRules()).toEqual([]);
});

it("an import that runs uphill is named", () => {
  expect(
    houseWith("packages/ledger/src/a.ts", 'import { x } from "@joint-docket/taskforce/cases";'),
  ).toHaveLength(1);
  expect(houseWith("apps/web/src/a.ts", 'import { x } from "@joint-docket/ledger";')).toHaveLength(1);
  expect(
    houseWith("packages/ledger/src/a.ts", 'import { x } from "../../taskforce/src/cases/pure.ts";'),
  ).toHaveLength(1);
});

it("an import past a folder's doors is named", () => {
  expect(
    houseWith("packages/taskforce/src/court/a.ts", 'import { x } from "../cases/kinds/case-opened.ts";'),
  ).toHaveLength(1);
  expect(houseWith("packages/taskforce/src/court/a.ts", 'import { x } from "../cases/pure.ts";')).toEqual([]);
});
