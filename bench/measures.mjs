/** Measures each measure as known on a day and as recorded now, beside one hand-written count over the same tables. */
import { evaluate, framed, measures, parseFrame } from "@joint-docket/taskforce/results";
import { sql } from "kysely";
import { inTurn, often } from "./figures.mjs";

const ROUNDS = 5;
const DAY = "2024-05-31";
const SINCE = "2021-06-01";

const dated = sql.raw(
  `occurred_from >= '${SINCE}' and occurred_to <= '${DAY}' and attested_to <= '${DAY}' and until is null`,
);

/** What somebody would write who trusts that nothing was corrected, withdrawn, vacated or emptied. */
const COUNTS = {
  arrests: sql`select sum(persons) from docket.arrest where ${dated}`,
  convictions: sql`select count(distinct coalesce(f.person, c.defendant)) from docket.disposition d
    join docket.count c on c.subject = d.subject join docket.defendant f on f.subject = c.defendant
    where d.outcome in ('convicted', 'convicted-plea', 'convicted-verdict') and ${sql.raw("d.occurred_from >= '2021-06-01' and d.occurred_to <= '2024-05-31' and d.attested_to <= '2024-05-31' and d.until is null")}`,
  sentenced: sql`select count(distinct coalesce(f.person, s.defendant)) from docket.sentence s
    join docket.defendant f on f.subject = s.defendant
    where ${sql.raw("s.occurred_from >= '2021-06-01' and s.occurred_to <= '2024-05-31' and s.attested_to <= '2024-05-31' and s.until is null")}`,
};

/** @param {import("./ground.mjs").Ground} ground @returns {Promise<import("./figures.mjs").Figure[]>} */
export async function benchMeasures({ ledger, actor }) {
  /** @type {import("./figures.mjs").Figure[]} */
  const found = [];
  for (const name of /** @type {const} */ (["arrests", "convictions", "sentenced"])) {
    const measure = measures[name];
    for (const [words, parameters] of /** @type {const} */ ([
      [`as known on ${DAY}`, { asKnownOn: DAY }],
      ["as known on a day, task force only", { asKnownOn: DAY, population: "task-force" }],
      ["as recorded now", { basis: "recorded" }],
    ])) {
      const { frame } = await framed(ledger, parseFrame(parameters));
      // Each time at another cut: a figure that was asked for before would only be looked up.
      let { size } = frame;
      const { ours, bare } = await inTurn(
        ROUNDS,
        () => ledger.read(actor, (reader) => evaluate(reader, measure, { ...frame, size: size-- })),
        () => ledger.read(actor, ({ db }) => COUNTS[name].execute(db)),
      );
      found.push({
        name: `${measure.name} ${words}, median of ${ROUNDS}`,
        unit: "ms",
        ours,
        bare,
        beside:
          "one hand-written count of the same people as known on that day, which knows no correction, vacatur or reason",
        limit: 1000,
      });
      found.push({
        name: `${measure.name} ${words}, asked again`,
        unit: "ms",
        ours: await often(ROUNDS, () => ledger.read(actor, (reader) => evaluate(reader, measure, frame))),
      });
    }
  }
  return found;
}
