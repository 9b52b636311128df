/** The static checks: types, lint, format, unused code, the direction of imports, the list of kinds. */
import { join } from "node:path";
import { houseRules } from "./house.mjs";
import { ROOT, runQuietly } from "./toolbox.mjs";

/** @param {string} name @param {string} file @param {string[]} args */
async function tool(name, file, args) {
  const { code, output } = await runQuietly(process.execPath, [join(ROOT, "node_modules", file), ...args]);
  return { name, ok: code === 0, output };
}

/** @returns {Promise<{ name: string, ok: boolean, output: string }[]>} */
export async function check() {
  const broken = houseRules();
  return [
    {
      name: "imports run downhill and through the doors",
      ok: broken.length === 0,
      output: broken.join("\n"),
    },
    await tool("the list of kinds is current", "../packages/taskforce/src/collect-kinds.mjs", ["--check"]),
    await tool("types of what ships", "typescript/bin/tsc", [
      "-b",
      "packages/ledger",
      "packages/paper",
      "packages/taskforce",
      "apps/server",
      "apps/cli",
      "apps/web",
    ]),
    await tool("types of tests, benches and scripts", "typescript/bin/tsc", [
      "-p",
      "tsconfig.test.json",
      "--noEmit",
    ]),
    await tool("lint", "oxlint/bin/oxlint", ["--quiet"]),
    await tool("format", "@biomejs/biome/bin/biome", ["format", "--reporter=summary"]),
    await tool("no unused files, exports or dependencies", "knip/bin/knip.js", ["--no-progress"]),
  ];
}
