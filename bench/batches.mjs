/** Measures how many entries a second are recorded in batches of 5,000, beside the same rows inserted by bare SQL. */
import { docketBatches } from "./docket.mjs";
import { median, took } from "./figures.mjs";

const ROUNDS = 5;
const SIZE = 5000;

/** @param {import("./ground.mjs").Ground} ground @param {import("./bare.mjs").Bare} bare @returns {Promise<import("./figures.mjs").Figure[]>} */
export async function benchBatches({ ledger, actor }, bare) {
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  for (const drafts of docketBatches((ROUNDS + 1) * SIZE, 3, SIZE)) {
    let from = 0;
    let to = 0;
    const mine = await took(async () => {
      ({ before: from, after: to } = await ledger.append(actor, drafts));
    });
    const rows = await bare.rowsOf(from, to);
    const bareTook = await took(() => bare.write(rows));
    ours.push(((to - from) / mine) * 1000);
    theirs.push(((to - from) / bareTook) * 1000);
  }
  return [
    {
      name: `append in batches of ${SIZE.toLocaleString("en-US")}, median`,
      unit: "entries/s",
      ours: median(ours.slice(1)),
      bare: median(theirs.slice(1)),
      beside:
        "the same rows by one prepared multi-row INSERT a table in one transaction, into copies that hold no other rows; no check, hash, lock or tree",
      limit: 5000,
      kept: "at least",
    },
  ];
}
