/** Measures each measure as known on a day and as recorded now, and its trend, beside one hand-written count over the same tables. */
import {
  answers,
  brokenDown,
  evaluate,
  framed,
  measureAsked,
  measures,
  parseBreakdowns,
  parseFrame,
} from "@joint-docket/taskforce/results";
import { sql } from "kysely";
import { inTurn, often, took } from "./figures.mjs";

const ROUNDS = 5;
const DAY = "2024-05-31";
const SINCE = "2021-06-01";

/** Known by the day, in the window. @param {string} row */
const dated = (row) =>
  sql.raw(
    `${row}.occurred_from >= '${SINCE}' and ${row}.occurred_to <= '${DAY}' and ${row}.attested_to <= '${DAY}' and ${row}.until is null`,
  );
const CONVICTED = sql`('convicted', 'convicted-plea', 'convicted-verdict')`;
const FISCAL_YEAR = sql`extract(year from c.occurred_from + interval '3 months')`;

/** What somebody would write who trusts that nothing was corrected, withdrawn, vacated, superseded or emptied. */
const COUNTS = {
  arrests: sql`select sum(a.persons) from docket.arrest a where ${dated("a")}`,
  convictions: sql`select count(distinct coalesce(f.person, c.defendant)) from docket.disposition d
    join docket.count c on c.subject = d.subject join docket.defendant f on f.subject = c.defendant
    where d.outcome in ${CONVICTED} and ${dated("d")}`,
  sentenced: sql`select count(distinct coalesce(f.person, s.defendant)) from docket.sentence s
    join docket.defendant f on f.subject = s.defendant where ${dated("s")}`,
  "sentences-of-360-months-or-more": sql`select count(distinct coalesce(f.person, s.defendant)) from docket.sentence s
    join docket.defendant f on f.subject = s.defendant where (s.months >= 360 or s.term = 'life') and ${dated("s")}`,
  extraditions: sql`select count(distinct coalesce(f.person, r.defendant)) from docket.surrender s
    join docket.extradition_request r on r.subject = s.subject join docket.defendant f on f.subject = r.defendant where ${dated("s")}`,
  seizures: sql`select s.asset, count(*), sum(s.value_minor) from docket.seizure s
    where s.hold = 'seized' and ${dated("s")} group by s.asset`,
  forfeitures: sql`select s.asset, count(distinct o.subject), sum(o.amount_minor) from docket.forfeiture o
    join docket.seizure s on s.subject = o.subject where o.stage <> 'preliminary' and ${dated("o")} group by s.asset`,
  indictments: sql`select count(*) from docket.charging_instrument i where i.instrument = 'indictment' and ${dated("i")}`,
  "defendants-charged": sql`select count(distinct (coalesce(f.person, c.defendant), ${FISCAL_YEAR})) from docket.count c
    join docket.defendant f on f.subject = c.defendant where ${dated("c")}`,
  "felony-prosecutions": sql`select count(distinct c.defendant) from docket.count c
    join docket.defendant f on f.subject = c.defendant where ${dated("c")}`,
  "felony-share": sql`select count(distinct c.defendant) from docket.count c
    join docket.defendant f on f.subject = c.defendant where ${dated("c")}`,
};

const BESIDE =
  "one hand-written count as known on that day, which knows no correction, vacatur, superseding document, grade or reason";

/** @typedef {import("./figures.mjs").Figure} Figure */

/**
 * Each measure at cuts nobody looked at before, and again at one that was.
 * @param {import("./ground.mjs").Ground} ground @returns {Promise<Figure[]>}
 */
async function benchEach({ ledger, actor }) {
  /** @type {Figure[]} */
  const found = [];
  for (const [name, count] of Object.entries(COUNTS)) {
    const measure = measures[/** @type {keyof typeof COUNTS} */ (name)];
    for (const [words, parameters] of /** @type {const} */ ([
      [`as known on ${DAY}`, { asKnownOn: DAY }],
      ["as known on a day, task force only", { asKnownOn: DAY, population: "task-force" }],
      ["as recorded now", { basis: "recorded" }],
    ])) {
      const { frame } = await framed(ledger, parseFrame(parameters));
      // A figure that was asked for before would only be looked up.
      let { size } = frame;
      /** @param {number} at */
      const ask = (at) => ledger.read(actor, (reader) => evaluate(reader, measure, { ...frame, size: at }));
      const { ours, bare } = await inTurn(
        ROUNDS,
        () => ask(size--),
        () => ledger.read(actor, ({ db }) => count.execute(db)),
      );
      found.push({
        name: `${measure.name} ${words}, median of ${ROUNDS}`,
        unit: "ms",
        ours,
        bare,
        beside: BESIDE,
        limit: 1000,
      });
      found.push({
        name: `${measure.name} ${words}, asked again`,
        unit: "ms",
        ours: await often(ROUNDS, () => ask(frame.size)),
        limit: 100,
      });
    }
  }
  return found;
}

/** @param {import("./ground.mjs").Ground} ground @returns {Promise<Figure[]>} */
async function benchTrend({ ledger, actor }) {
  const measure = measures.convictions;
  const { frame } = await framed(ledger, parseFrame({ since: "2019-10-01", until: "2024-09-30" }));
  const by = parseBreakdowns(measure, "month,district");
  let { size } = frame;
  const { ours, bare } = await inTurn(
    ROUNDS,
    () => ledger.read(actor, (reader) => brokenDown(reader, measure, { ...frame, size: size-- }, by)),
    () =>
      ledger.read(actor, ({ db }) =>
        sql`select date_trunc('month', first), district, count(*) from (
            select distinct on (coalesce(f.person, c.defendant)) d.occurred_from as first, k.district from docket.disposition d
              join docket.count c on c.subject = d.subject join docket.defendant f on f.subject = c.defendant
              join docket.criminal_case k on k.subject = f.case_id
             where d.outcome in ${CONVICTED} and d.occurred_from >= '2019-10-01' and d.occurred_to <= '2024-09-30' and d.until is null
             order by coalesce(f.person, c.defendant), d.occurred_from) x group by 1, 2`.execute(db),
      ),
  );
  return [
    {
      name: `convictions by month and district over five years, median of ${ROUNDS}`,
      unit: "ms",
      ours,
      bare,
      beside: "the same grouping over the first conviction of each person that nobody corrected",
      limit: 1000,
    },
  ];
}

/**
 * What the Results page asks for first: every measure in one frame.
 * @param {import("./ground.mjs").Ground} ground @returns {Promise<Figure[]>}
 */
async function benchPage({ ledger, actor }) {
  const { frame } = await framed(ledger, parseFrame({}));
  const page = () => ledger.read(actor, (reader) => answers(reader, frame));
  const first = await took(page);
  const growth = measureAsked(
    { measure: "growth-since", of: "defendants-charged", baseYear: 2020 },
    "2025-12-01",
  );
  return [
    { name: "every measure of the Results page, the first time at a cut", unit: "ms", ours: first },
    {
      name: "every measure of the Results page, asked again",
      unit: "ms",
      ours: await often(ROUNDS, page),
      limit: 500,
    },
    {
      name: "growth of defendants charged since 2020, the first time at a cut",
      unit: "ms",
      ours: await took(() => ledger.read(actor, (reader) => evaluate(reader, growth, frame))),
      limit: 1000,
    },
  ];
}

/** @param {import("./ground.mjs").Ground} ground @returns {Promise<Figure[]>} */
export async function benchMeasures(ground) {
  return [...(await benchEach(ground)), ...(await benchTrend(ground)), ...(await benchPage(ground))];
}
