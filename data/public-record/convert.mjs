/** Writes record.jsonl from origin/: node data/public-record/convert.mjs [--check]. */
import { readFileSync, writeFileSync } from "node:fs";
import { caseRows } from "./convert-cases.mjs";
import { resultRows, trendRows } from "./convert-figures.mjs";
import { sourceRegister } from "./convert-sources.mjs";

const here = new URL("./", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`origin/${name}`, here), "utf8"));

const rows = [];
const register = sourceRegister((row) => rows.push(row));
register.besides();
const add = (row) => rows.push(row);
caseRows(read("cases.json").cases, register, add);
resultRows(read("jtfa-results.json"), register, add);
trendRows(read("reported-trends.json").points, register, add);

const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const target = new URL("record.jsonl", here);
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    process.stderr.write("record.jsonl is not what origin/ says; run node data/public-record/convert.mjs.\n");
    process.exit(1);
  }
} else writeFileSync(target, text);
