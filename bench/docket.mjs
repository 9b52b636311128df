/** The synthetic docket that everything is measured on: as drafts in batches, as lines of an import file, and what becomes of it later. */
import { Dice, docket, draftBatches } from "@joint-docket/taskforce/synthetic";

const DAY = 86_400_000;
/** Nothing that is made up lies after this day. */
const LAST_DAY = Date.UTC(2026, 8, 30);

/** Batches of about `size` drafts until `entries` of them came. @param {number} entries @param {number} seed @param {number} [size] */
export function docketBatches(entries, seed, size) {
  return draftBatches(entries, seed, size);
}

/**
 * The same docket as lines of an import file. Each row says when it was stated, so that bare SQL need not ask its source.
 * @param {number} entries @param {number} seed @returns {Generator<string>}
 */
export function* docketLines(entries, seed) {
  /** @type {Map<string, unknown>} */
  const dated = new Map();
  for (const row of docket(entries, seed)) {
    if (row.kind === "source.described") dated.set(row.key, row.body.dated);
    const attestedAt = row.source === undefined ? undefined : dated.get(row.source);
    yield `${JSON.stringify({ ...row, attestedAt })}\n`;
  }
}

/** @typedef {import("@joint-docket/ledger").Draft} Draft */
/** @typedef {{ id: string, kind: string, subject: string, content: import("@joint-docket/ledger").Content }} Standing */

/** @param {Dice} dice @param {string} after a day, `YYYY-MM-DD` or less precise */
function dayAfter(dice, after) {
  const from = Date.parse(`${`${after}-12-28`.slice(0, 10)}T00:00:00Z`);
  return new Date(Math.min(LAST_DAY, from + dice.between(30, 900) * DAY)).toISOString().slice(0, 10);
}

/**
 * What becomes of some entries later: every hundredth or so is corrected, an arrest is withdrawn, a judgment vacated.
 * @param {readonly Standing[]} standing @param {number} seed @returns {Draft[]}
 */
export function laterDrafts(standing, seed) {
  const dice = new Dice(seed, 0);
  return standing.map(({ id, kind, subject, content }) => {
    const { body, occurred, source } = content;
    const attestedAt = dayAfter(dice, content.attestedAt ?? occurred ?? "2023");
    if (kind === "sentence.imposed" && dice.chance(0.3))
      return {
        kind: "judgment.vacated",
        subject,
        source,
        attestedAt,
        occurred: attestedAt,
        body: { scope: "sentence-and-convictions" },
      };
    if (kind === "arrest.made" && dice.chance(0.3))
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
