/** npm test: everything, over the databases and tools at hand; names what it had to leave out and how to bring it in. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { check } from "./checks.mjs";
import { findTools } from "./tools.mjs";
import { build, install, ROOT, runQuietly, runTool, say } from "./toolbox.mjs";

const REMEDIES = {
  chromium: "install Chromium (Debian: apt-get install chromium) or set CHROME_PATH to it",
  python: "install Python 3.9 or later (Debian: apt-get install python3)",
};

await install();
const tools = await findTools();
await build();

const totals = { passed: 0, failed: 0, skipped: 0 };
/** @type {string[]} */
const skips = [];

const budget = await runQuietly(process.execPath, ["apps/web/budget.mjs"]);
const budgetCheck = { name: "the first load keeps its limit", ok: budget.code === 0, output: budget.output };

for (const { name, ok, output } of [...(await check()), budgetCheck]) {
  if (ok) totals.passed += 1;
  else {
    totals.failed += 1;
    say(`✗ ${name}\n${output}`);
  }
}

for (const tool of /** @type {(keyof typeof REMEDIES)[]} */ (Object.keys(REMEDIES))) {
  if (tools[tool]) continue;
  skips.push(`${tool} was not found: ${REMEDIES[tool]}`);
  // Where a machine is meant to have everything, a missing tool must not pass for green.
  if (process.env.CI) totals.failed += 1;
}

if (tools.python) {
  const { code, output } = await runQuietly(tools.python, [
    "-m",
    "unittest",
    "-v",
    "scripts/test_verify_ledger.py",
  ]);
  const ran = Number(/Ran (\d+) tests?/.exec(output)?.[1] ?? 0);
  const broken = (output.match(/^(FAIL|ERROR):/gm) ?? []).length;
  totals.passed += ran - broken;
  totals.failed += code === 0 ? 0 : Math.max(1, broken);
  say(code === 0 ? `✓ the second verifier's own tests (${ran})` : output);
}

const folder = mkdtempSync(join(tmpdir(), "joint-docket-results-"));
const report = join(folder, "vitest.json");
const env = {
  ...process.env,
  ...(tools.chromium ? { CHROME_PATH: tools.chromium } : {}),
  JD_HAS_PYTHON: tools.python ?? "",
};
await runTool(
  "vitest",
  "vitest.mjs",
  ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...process.argv.slice(2)],
  { env },
);
try {
  const result = JSON.parse(readFileSync(report, "utf8"));
  totals.passed += result.numPassedTests;
  totals.failed +=
    result.numFailedTests +
    result.testResults.filter(
      (/** @type {{ status: string, assertionResults: unknown[] }} */ file) =>
        file.status === "failed" && file.assertionResults.length === 0,
    ).length;
  totals.skipped += result.numPendingTests + result.numTodoTests;
  for (const file of result.testResults) {
    for (const test of file.assertionResults)
      if (test.status === "pending" || test.status === "skipped")
        skips.push(`${file.name.slice(ROOT.length)}: ${test.fullName}`);
  }
  if (result.numTotalTests === 0) totals.failed += 1;
} catch {
  say("The test run ended without its report.");
  totals.failed += 1;
}
rmSync(folder, { recursive: true, force: true });

for (const skip of skips) say(`Skipped: ${skip}`);
say(`${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped`);
process.exit(totals.failed === 0 ? 0 : 1);
