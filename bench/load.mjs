/** Measures how long `jd import` takes to load a file of rows into an empty ledger, beside a copy of the same rows inside the server. */
import { createWriteStream } from "node:fs";
import { once } from "node:events";
import { docketLines } from "./docket.mjs";
import { limitFor, took } from "./figures.mjs";

/** Gives back how many lines there are: the last case is written whole. @param {string} file @param {number} entries */
async function writeLines(file, entries) {
  const out = createWriteStream(file);
  let lines = 0;
  for (const line of docketLines(entries, 1)) {
    lines += 1;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return lines;
}

/**
 * @param {import("./ground.mjs").Ground} ground @param {import("./bare.mjs").Bare} bare @param {string} file @param {number} entries
 * @returns {Promise<import("./figures.mjs").Figure[]>}
 */
export async function benchLoad(ground, bare, file, entries) {
  const lines = await writeLines(file, entries);
  const began = performance.now();
  const { code, out, peak } = await ground.jd(["import", file, "--json"]).ended;
  const seconds = (performance.now() - began) / 1000;
  const { accepted } = JSON.parse(out);
  if (code !== 0 || accepted !== lines) throw new Error(`jd import took ${accepted} of ${lines} rows.`);
  const copied = (await took(() => bare.copyAll())) / 1000;
  await bare.empty();
  return [
    {
      name: `jd import of ${entries.toLocaleString("en-US")} rows`,
      unit: "s",
      ours: seconds,
      bare: copied,
      beside:
        "INSERT … SELECT of the same rows inside the server, table by table, same indexes; no file, no driver, no hash",
      limit: limitFor(300, entries),
    },
    { name: "memory of jd import and database together", unit: "MB", ours: peak, limit: 1024 },
  ];
}
