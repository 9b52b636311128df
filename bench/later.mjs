/** Lets a hundredth of the loaded entries be corrected, withdrawn or vacated, so that looking back has something to look through; measures how fast. */
import { laterDrafts } from "./docket.mjs";
import { took } from "./figures.mjs";

const SIZE = 2500;
const KINDS = ["case.opened", "arrest.made", "charge.disposed", "sentence.imposed"];

/** @param {import("./ground.mjs").Ground} ground @param {import("./bare.mjs").Bare} bare @returns {Promise<import("./figures.mjs").Figure[]>} */
export async function benchLater({ ledger, actor }, bare) {
  const { rows } = await bare.client.query(
    `select e.id, e.kind, e.subject, b.content from ledger.entry e join ledger.body b on b.label = e.label and b.seq = e.seq
      where e.kind = any ($1) and e.seq % 67 = 0 and not exists (select from ledger.ended x where x.label = e.label and x.entry = e.id)
        and not exists (select from ledger.entry v where v.label = e.label and v.subject = e.subject and v.kind in ('sentence.amended', 'judgment.vacated'))
      order by e.seq`,
    [KINDS],
  );
  const drafts = laterDrafts(
    rows.map((row) => ({ ...row, content: JSON.parse(row.content) })),
    4,
  );
  const milliseconds = await took(async () => {
    for (let from = 0; from < drafts.length; from += SIZE)
      await ledger.append(actor, drafts.slice(from, from + SIZE));
  });
  // Autovacuum does so within a minute; the benches that follow do not wait for it.
  await bare.client.query("vacuum analyze");
  return [
    {
      name: `${drafts.length.toLocaleString("en-US")} corrections, withdrawals and vacaturs in batches of ${SIZE.toLocaleString("en-US")}`,
      unit: "entries/s",
      ours: (drafts.length / milliseconds) * 1000,
    },
  ];
}
