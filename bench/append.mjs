/** Measures one entry recorded alone, from the call to the commit on disk, beside the same rows inserted by bare SQL. */
import { randomUUID } from "node:crypto";
import { docketBatches } from "./docket.mjs";
import { median, took } from "./figures.mjs";

const ROUNDS = 12;
/** The first rounds only warm up. */
const WARM = 4;
/** So many of ours, then the same number of theirs: in turn, and without one driving the other's pages out at each step. */
const EACH = 50;

/** @param {import("./ground.mjs").Ground} ground @param {import("./bare.mjs").Bare} bare @returns {Promise<import("./figures.mjs").Figure[]>} */
export async function benchAppend({ ledger, actor }, bare) {
  /** @type {number[]} */
  const ours = [];
  /** @type {number[]} */
  const theirs = [];
  const drafts = [...docketBatches((WARM + ROUNDS) * EACH, 2)].flat();
  for (let round = 0; round < WARM + ROUNDS; round++) {
    /** @type {number[]} */
    const positions = [];
    for (const draft of drafts.slice(round * EACH, (round + 1) * EACH)) {
      const milliseconds = await took(async () => {
        positions.push((await ledger.append(actor, [draft], randomUUID())).before);
      });
      if (round >= WARM) ours.push(milliseconds);
    }
    const written = [];
    for (const position of positions) written.push(await bare.rowsOf(position, position + 1));
    for (const rows of written) {
      const milliseconds = await took(() => bare.write(rows));
      if (round >= WARM) theirs.push(milliseconds);
    }
  }
  return [
    {
      name: "append of one entry, with an idempotency key, median",
      unit: "ms",
      ours: median(ours),
      bare: median(theirs),
      beside:
        "the same rows by one prepared INSERT a table in one transaction, into copies that hold no other rows; no check, hash, lock or tree",
      limit: 2,
    },
  ];
}
