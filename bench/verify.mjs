/** Measures `jd verify` over the whole ledger, beside a plain scan that reads every row and hashes each body once. */
import { createHash } from "node:crypto";
import { inTurn, limitFor } from "./figures.mjs";

const CHUNK = 10_000;

/** @param {import("pg").Client} client */
async function scan(client) {
  await client.query("begin");
  await client.query(
    "declare scan no scroll cursor for select e.*, b.salt, b.content from ledger.entry e join ledger.body b on b.label = e.label and b.seq = e.seq order by e.seq",
  );
  for (;;) {
    const { rows } = await client.query({ text: `fetch ${CHUNK} from scan`, rowMode: "array" });
    if (rows.length === 0) break;
    for (const row of rows) createHash("sha256").update(row.at(-2)).update(row.at(-1)).digest();
  }
  await client.query("commit");
}

/** @param {import("./ground.mjs").Ground} ground @param {import("./bare.mjs").Bare} bare @param {number} entries @returns {Promise<import("./figures.mjs").Figure[]>} */
export async function benchVerify(ground, bare, entries) {
  let most = 0;
  const found = await inTurn(
    3,
    async () => {
      const { code, out, peak } = await ground.jd(["verify", "--json"]).ended;
      if (code !== 0) throw new Error(`jd verify found problems: ${out.slice(0, 500)}`);
      most = Math.max(most, peak);
    },
    () => scan(bare.client),
    0,
  );
  return [
    {
      name: `jd verify of ${entries.toLocaleString("en-US")} entries and more, median of 3`,
      unit: "s",
      ours: found.ours / 1000,
      bare: found.bare / 1000,
      beside:
        "a cursor over every entry and body, and one SHA-256 of each; nothing compared, no tree, no start of a program",
      limit: limitFor(60, entries),
    },
    { name: "memory of jd verify and database together", unit: "MB", ours: most, limit: 1024 },
  ];
}
