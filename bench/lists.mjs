/** Measures a page of 50 of each list (cases, entries, the entries behind a figure), beside a plain select of 50 rows. */
import { knownIn, listCases } from "@joint-docket/taskforce/docket";
import { entryViews, listEntries } from "@joint-docket/taskforce/record";
import { framed, measures, page, parseFrame } from "@joint-docket/taskforce/results";
import { sql } from "kysely";
import { inTurn, often } from "./figures.mjs";

const ROUNDS = 7;
const LIMIT = 50;
const DAY = "2024-05-31";

/** @param {import("./ground.mjs").Ground} ground @returns {Promise<import("./figures.mjs").Figure[]>} */
export async function benchLists({ ledger, actor }) {
  const { kinds } = ledger;
  /** @type {import("./figures.mjs").Figure[]} */
  const found = [];
  /** @param {string} name @param {string} table @param {(reader: import("@joint-docket/ledger").Reader) => Promise<unknown>} ours */
  const list = async (name, table, ours) => {
    const { ours: mine, bare } = await inTurn(
      ROUNDS,
      () => ledger.read(actor, ours),
      () => ledger.read(actor, ({ db }) => sql`select * from ${sql.table(table)} limit ${LIMIT}`.execute(db)),
    );
    found.push({
      name: `${name}, median of ${ROUNDS}`,
      unit: "ms",
      ours: mine,
      bare,
      beside: `select * from ${table} limit ${LIMIT}, in no order`,
      limit: 150,
    });
  };

  for (const [words, query] of /** @type {const} */ ([
    ["now", {}],
    [`as known on ${DAY}`, { asKnownOn: DAY }],
  ])) {
    const { known } = await knownIn(ledger, parseFrame(query));
    await list(`50 cases ${words}`, "docket.criminal_case", (reader) => listCases(reader, kinds, known, {}));
    await list(`50 cases of a district ${words}`, "docket.criminal_case", (reader) =>
      listCases(reader, kinds, known, { district: "TXS" }, { sort: "title" }),
    );
  }
  const { cut, frame } = await framed(ledger, parseFrame({ asKnownOn: DAY }));
  await list("50 entries", "ledger.entry", (reader) =>
    listEntries(reader, kinds, cut.size, {}, undefined, LIMIT),
  );
  await list("50 entries of a kind, from the middle", "ledger.entry", (reader) =>
    listEntries(reader, kinds, cut.size, { kind: "sentence.imposed" }, cut.size >> 1, LIMIT),
  );
  for (const measure of Object.values(measures)) {
    // Cuts that no other bench looked at.
    let size = frame.size - 500;
    found.push({
      name: `50 counted of ${measure.name} where nobody asked for the figure before (it is judged first)`,
      unit: "ms",
      ours: await often(ROUNDS, () =>
        ledger.read(actor, (reader) =>
          page(reader, measure, { ...frame, size: --size }, { which: "counted", limit: LIMIT }),
        ),
      ),
    });
    const first = await ledger.read(actor, (reader) =>
      page(reader, measure, frame, { which: "counted", limit: LIMIT }),
    );
    for (const [words, which, cursor] of /** @type {const} */ ([
      ["50 counted", "counted", undefined],
      ["the next 50 counted", "counted", first.next ?? undefined],
      ["50 left out", "left-out", undefined],
    ]))
      await list(`${words} of ${measure.name}`, "ledger.entry", async (reader) => {
        const { items } = await page(reader, measure, frame, { which, cursor, limit: LIMIT });
        return entryViews(reader, kinds, items, cut.size);
      });
  }
  return found;
}
