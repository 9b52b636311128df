/** npm run torture: kills the process and the database at random moments of a write loop, and looks for anything lost. */
import { parseArgs } from "node:util";
import { build, giveUp, install, say } from "./toolbox.mjs";

const { values } = parseArgs({
  options: { kills: { type: "string", default: "1000" }, seed: { type: "string" } },
});
const kills = Number(values.kills);
const seed = Number(values.seed ?? Date.now() % 1_000_000);
if (!Number.isSafeInteger(kills) || kills < 1 || !Number.isSafeInteger(seed)) {
  giveUp("--kills and --seed take whole numbers.", "For example: npm run torture -- --kills 100 --seed 7");
}

await install();
await build();
const { torture } = await import("../packages/ledger/src/testing/torture/torture.mjs");
const result = await torture({ kills, seed, say });
for (const problem of result.problems) say(`✗ ${problem}`);
say(
  `${result.kills} kills (${result.byTarget.process} of the process, ${result.byTarget.database} of the database, ${result.byTarget.both} of both; seed ${seed}): ` +
    `${result.acknowledged} requests acknowledged, ${result.entries} entries, ${result.unanswered} requests sent again, ${result.problems.length} problems.`,
);
process.exit(result.problems.length === 0 ? 0 : 1);
