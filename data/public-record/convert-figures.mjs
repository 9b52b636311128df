/** What others reported about results and trends as rows, each with its operator, its day and its doubt. */
import { FIGURE_NOTES } from "./by-hand.mjs";
import { known, rowOf } from "./convert-sources.mjs";
import { sourceKindOf, TITLED } from "./sources.mjs";

const COUNTS = [
  ["arrests", "arrests"],
  ["convictions", "convictions"],
  ["sentenced", "people"],
];

/**
 * When the statement was made. The figure for March 2023 carries the day of the summit in the facts, but its source is
 * the briefing of June 2024, which gave it in retrospect.
 */
const MADE = { "2023-03": "2024-06-05" };

/** The facts hold the last day of a period that the page states as a month. */
const AS_OF = { "2024-12-31": "2024-12" };

/** Figures that the facts hold as words: release 24-688 speaks of sentences of 30 years or more. */
const LONGEST_IN_WORDS = { "significant sentences of 30 years or more": { operator: "at-least", value: 360 } };

function claimsOf(said) {
  const claims = COUNTS.flatMap(([measure, unit]) => {
    const [exact, over] = [said[`${measure}_exact`], said[`${measure}_over`]];
    if (exact !== null) return [{ measure, unit, claim: { operator: "exactly", value: exact } }];
    return over === null ? [] : [{ measure, unit, claim: { operator: "more-than", value: over } }];
  });
  const { longest_sentence_months: longest, sentence_note: words, cash_seized_wording: cash } = said;
  const term = longest === null ? words && { ...LONGEST_IN_WORDS[words], wording: words } : { operator: "exactly", value: longest };
  if (term) claims.push({ measure: "longest-sentence-months", unit: "months", claim: term });
  if (cash !== null) claims.push({ measure: "cash-seized", unit: "US dollars", claim: { operator: "worded", wording: cash } });
  return claims;
}

export function resultRows(statements, register, add) {
  for (const said of statements) {
    const { statement_date: on, as_of: day, as_of_interval: interval, source_url: url } = said;
    const sourceKind = sourceKindOf(said.source_kind);
    const from = register.at(url, { title: `${TITLED[sourceKind]}the task force's results`, sourceKind, dated: on });
    const asOf = AS_OF[day] ?? day ?? interval ?? undefined;
    const made = MADE[day] ?? on ?? undefined;
    for (const { measure, unit, claim } of claimsOf(said)) {
      const name = (asOf ?? `undated-${on}`).replace("/", "-to-");
      add(
        rowOf({
          key: `figure/${measure}/${name}`,
          kind: "figure.reported",
          source: from.key,
          attestedAt: made === from.dated ? undefined : made,
          note: FIGURE_NOTES[asOf ?? "undated"],
          body: known({ measure, claim, unit, asOf, since: "2021-06", scope: "task-force" }),
        }),
      );
    }
  }
}

const OPERATOR = { under: "under", about: "about", "just under": "just-under", "more than": "more-than", by: "exactly" };
const RELEASE = "https://www.justice.gov/opa/pr/justice-department-expands-efforts-dismantle-human-smuggling-operations-and-support";
const USSC = { url: "https://www.ussc.gov/research/quick-facts/alien-smuggling", title: "Quick Facts on alien smuggling, fiscal year 2023", sourceKind: "statistics" };
const QUOTED = { url: "https://truthorfake.com/blog/the-average-sentence-for-human-smuggling-in-2024-was-just-15-months-according-15624", title: "Article that quotes the Sentencing Commission on fiscal year 2024", sourceKind: "press" };
const PRESS = { url: "https://goaifa.com/?p=4130", title: "Press report with the number of smuggling cases of fiscal year 2023", sourceKind: "press", dated: "2024-11/2024-12" };

const SERIES = {
  "ussc.smuggling.sentenced": { unit: "individuals", scope: "all people sentenced under §2L1.1 in federal court", from: USSC },
  "trac.1324.prosecutions": { unit: "prosecutions", scope: "all federal prosecutions with 8 USC 1324 as lead charge", from: { url: "http://www.trac.syr.edu/tracreports/crim/603/", title: "TRAC report 603", sourceKind: "statistics", dated: "2020-04" } },
  "doj.defendants_charged.growth": { unit: "percent", scope: "all federal districts", from: { url: RELEASE } },
  "doj.felony_prosecutions.growth": { unit: "percent", scope: "all federal districts", from: { url: RELEASE } },
};

/** The Commission's handouts state shares and growth; where a number was computed from them, this is how. */
const COMMISSION = {
  2019: { note: "Computed: 4,731 in 2023 is stated to be 35.7% more than in 2019." },
  2020: { note: "Computed: the number of 2024 is stated to be 28.1% more than in 2020.", from: QUOTED },
  2023: { note: "The Commission's handout gives shares and growth; the number itself is quoted by the press.", from: PRESS },
  2024: { note: "Computed: 25.1% of 17,336 immigration cases.", from: QUOTED },
};

export function trendRows(points, register, add) {
  for (const { measure, fiscalYear, district, asOf, since, claim, value, certainty } of points) {
    const { unit, scope, from: series } = SERIES[measure];
    const { note, from = series } = (measure === "ussc.smuggling.sentenced" && !district && COMMISSION[fiscalYear]) || {};
    const computed = certainty === "derived";
    const operator = claim ? OPERATOR[claim] : computed ? "about" : "exactly";
    add(
      rowOf({
        key: `figure/${measure}/${fiscalYear ?? asOf}${district ? `/${district.toLowerCase()}` : ""}`,
        kind: "figure.reported",
        source: register.at(from.url, from).key,
        certainty: computed ? "derived" : undefined,
        note,
        body: known({ measure, claim: { operator, value }, unit, asOf, since: since && String(since), fiscalYear, district, scope }),
      }),
    );
  }
}
