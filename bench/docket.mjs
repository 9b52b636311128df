/** A made-up docket of any size from a seed, as drafts in batches: sources, cases, defendants, arrests, counts, outcomes, sentences. */
import { randomUUID } from "node:crypto";

/** Small, fast, seeded (mulberry32). @param {number} seed */
export function dice(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return {
    /** @param {number} share */
    chance: (share) => next() < share,
    /** @param {number} low @param {number} high */
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    /** @template T @param {readonly T[]} items @returns {T} */
    pick: (items) => /** @type {T} */ (items[Math.floor(next() * items.length)]),
  };
}

const DISTRICTS = ["TXS", "TXW", "AZ", "CAS", "NM"];
const DAY = 86_400_000;

/** @param {number} from @param {number} days */
function dayAfter(from, days) {
  return new Date(from + days * DAY).toISOString().slice(0, 10);
}

/** @typedef {import("@joint-docket/ledger").Draft} Draft */

/** One case with everything on it. @param {ReturnType<typeof dice>} roll @param {string} source @param {number} n @returns {Draft[]} */
function caseDrafts(roll, source, n) {
  const opened = Date.UTC(2021, 5, 1) + roll.between(0, 5 * 365) * DAY;
  const id = randomUUID();
  const district = roll.pick(DISTRICTS);
  /** @type {Draft[]} */
  const drafts = [
    {
      kind: "case.opened",
      opensAs: id,
      source,
      attestedAt: dayAfter(opened, 30),
      body: {
        title: `Made-up case ${n}`,
        district,
        taskForce: roll.pick(["yes", "yes", "no", "unknown"]),
        status: "charged",
        announced: dayAfter(opened, 30),
        offense: dayAfter(opened, 0),
      },
    },
  ];
  for (let d = roll.between(1, 4); d > 0; d--) {
    const defendant = randomUUID();
    drafts.push({
      kind: "defendant.joined",
      opensAs: defendant,
      source,
      attestedAt: dayAfter(opened, 30),
      body: {
        case: id,
        designation: roll.pick(["driver", "foot guide", "coordinator", "leader", "stash house keeper"]),
      },
    });
    if (roll.chance(0.9))
      drafts.push({
        kind: "arrest.made",
        source,
        attestedAt: dayAfter(opened, 31),
        occurred: dayAfter(opened, 1),
        body: { case: id, defendant, place: roll.chance(0.9) ? "domestic" : "unknown", district },
      });
    const counts = [];
    for (let c = roll.between(1, 3); c > 0; c--) {
      const count = randomUUID();
      counts.push(count);
      drafts.push({
        kind: "charge.filed",
        opensAs: count,
        source,
        occurred: dayAfter(opened, 20),
        attestedAt: dayAfter(opened, 31),
        body: {
          defendant,
          wording: "conspiracy to transport aliens",
          statutes: [{ citation: "8 USC 1324(a)(1)(A)(v)(I)", basis: "stated" }],
          covers: "one-count",
          number: String(c),
          instrument: "indictment",
        },
      });
      drafts.push({
        kind: "charge.disposed",
        subject: count,
        source,
        occurred: dayAfter(opened, 200),
        attestedAt: dayAfter(opened, 201),
        body: { outcome: c === 1 ? "convicted-plea" : "dismissed" },
      });
    }
    if (roll.chance(0.8))
      drafts.push({
        kind: "sentence.imposed",
        source,
        occurred: dayAfter(opened, 300),
        attestedAt: dayAfter(opened, 301),
        body: { defendant, counts: counts.slice(-1), term: { kind: "months", months: roll.between(1, 400) } },
      });
  }
  return drafts;
}

/** Batches of about `size` drafts until `entries` of them came. @param {number} entries @param {number} seed @param {number} [size] @returns {Generator<Draft[]>} */
export function* docketBatches(entries, seed, size = 5000) {
  const roll = dice(seed);
  let made = 0;
  let n = 0;
  while (made < entries) {
    const source = randomUUID();
    /** @type {Draft[]} */
    const batch = [
      {
        kind: "source.described",
        opensAs: source,
        body: { title: `Made-up report ${n}`, sourceKind: "agency-report", dated: "2026-01-01" },
      },
    ];
    while (batch.length < size && made + batch.length < entries)
      batch.push(...caseDrafts(roll, source, (n += 1)));
    made += batch.length;
    yield batch;
  }
}

/** @typedef {{ id: string, kind: string, subject: string, content: import("@joint-docket/ledger").Content }} Standing */

/**
 * What becomes of some entries later: every hundredth or so is corrected, an arrest is withdrawn, a judgment vacated.
 * @param {readonly Standing[]} standing @param {number} seed @returns {Draft[]}
 */
export function laterDrafts(standing, seed) {
  const roll = dice(seed);
  return standing.map(({ id, kind, subject, content }) => {
    const { body, occurred, source } = content;
    const attestedAt = dayAfter(Date.UTC(2023, 0, 1), roll.between(0, 3 * 365));
    if (kind === "sentence.imposed" && roll.chance(0.3))
      return {
        kind: "judgment.vacated",
        subject,
        source,
        attestedAt,
        occurred: attestedAt,
        body: { scope: "sentence-and-convictions" },
      };
    if (kind === "arrest.made" && roll.chance(0.3))
      return {
        kind: "entry.withdrawn",
        source,
        attestedAt,
        body: { withdraws: id },
        reason: "It was another person's.",
      };
    return {
      kind,
      replaces: id,
      source,
      occurred,
      attestedAt,
      body,
      reason: "Attested anew after a review of the docket.",
    };
  });
}

const UUID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/**
 * The same docket as lines of an import file: every row has a key, and rows name one another by keys.
 * @param {number} entries @param {number} seed @returns {Generator<string>}
 */
export function* docketLines(entries, seed) {
  let n = 0;
  for (const batch of docketBatches(entries, seed))
    for (const { opensAs, ...draft } of batch) {
      n += 1;
      const row = { key: opensAs ?? `row-${seed}-${n}`, ...draft };
      yield `${JSON.stringify(row).replaceAll(UUID, (id) => `made-up-${id}`)}\n`;
    }
}
