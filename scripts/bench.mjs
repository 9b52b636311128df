/** npm run bench: measures what we promise beside bare SQL on the same database in the same run, and prints the ratios. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { cpus, loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build, giveUp, install, say } from "./toolbox.mjs";

const PARTS = ["append", "batches", "verify", "measures", "lists", "serving"];

const { values } = parseArgs({
  options: {
    entries: { type: "string", default: "1000000" },
    json: { type: "string" },
    only: { type: "string" },
  },
});
const entries = Number(values.entries);
if (!Number.isSafeInteger(entries) || entries < 1000)
  giveUp("--entries takes a whole number from 1,000.", "For example: npm run bench -- --entries 50000");
const parts = values.only?.split(",") ?? PARTS;
const unknown = parts.find((part) => !PARTS.includes(part));
if (unknown !== undefined)
  giveUp(`There is no bench called ${unknown}.`, `--only takes some of ${PARTS.join(", ")}, with commas.`);

await install();
await build();

const { isKept, sayFigure } = await import("../bench/figures.mjs");
const { openGround } = await import("../bench/ground.mjs");
const { openBare } = await import("../bench/bare.mjs");
const { benchLoad } = await import("../bench/load.mjs");
const { benchLater } = await import("../bench/later.mjs");
const { benchAppend } = await import("../bench/append.mjs");
const { benchBatches } = await import("../bench/batches.mjs");
const { benchVerify } = await import("../bench/verify.mjs");
const { benchMeasures } = await import("../bench/measures.mjs");
const { benchLists } = await import("../bench/lists.mjs");
const { benchServing } = await import("../bench/serving.mjs");

const directory = mkdtempSync(join(tmpdir(), "joint-docket-bench-"));
const loadNow = () =>
  loadavg()
    .map((load) => load.toFixed(2))
    .join(" ");
/** @type {import("../bench/figures.mjs").Figure[]} */
const found = [];
/** @param {Promise<import("../bench/figures.mjs").Figure[]>} measuring */
const tell = async (measuring) => {
  for (const figure of await measuring) {
    found.push(figure);
    say(sayFigure(figure));
  }
};

const ground = await openGround(join(directory, "data"));
/** @type {Promise<void> | undefined} */
let away;
const putAway = () =>
  (away ??= ground.close().finally(() => rmSync(directory, { recursive: true, force: true })));
for (const signal of ["SIGINT", "SIGTERM"])
  process.once(signal, () => void putAway().finally(() => process.exit(130)));
try {
  say(
    `${entries.toLocaleString("en-US")} entries on ${cpus().length} processors, load ${loadNow()}. A ratio is ours to the bare SQL's.`,
  );
  const bare = await openBare(ground.url, ground.ledger.kinds.all);
  await tell(benchLoad(ground, bare, join(directory, "docket.jsonl"), entries));
  await tell(benchLater(ground, bare));
  if (parts.includes("append")) await tell(benchAppend(ground, bare));
  if (parts.includes("batches")) await tell(benchBatches(ground, bare));
  if (parts.includes("verify")) await tell(benchVerify(ground, bare, entries));
  await bare.close();
  if (parts.includes("measures")) await tell(benchMeasures(ground));
  if (parts.includes("lists")) await tell(benchLists(ground));
  if (parts.includes("serving")) await tell(benchServing(ground));
} finally {
  await putAway();
}
const missed = found.filter((figure) => !isKept(figure));
say(
  missed.length === 0
    ? `Every limit is kept. Load ${loadNow()}.`
    : `${missed.length} limits are missed: ${missed.map(({ name }) => name).join("; ")}. Load ${loadNow()}.`,
);
if (values.json !== undefined)
  writeFileSync(
    values.json,
    `${JSON.stringify({ entries, figures: found, missed: missed.length }, undefined, 2)}\n`,
  );
process.exit(missed.length === 0 ? 0 : 1);
