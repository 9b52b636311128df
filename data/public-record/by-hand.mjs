/** What the facts say in notes rather than in fields, read one by one: groups, charges, days of sentencing, arrests. */

/** Defendants that stand for several people, by case and place in the list: a defendant is one person, so each becomes one. */
export const GROUPS = {
  "az-sells-wiretap": { 3: { people: 13, designation: "one of 13 others" } },
  "az-yuma-eighteen": { 1: { people: 18, designation: "one of 18 members" } },
  "nm-guatemala-family-org": {
    1: { people: 9, designation: "one of nine members", sentenced: 4, note: "Four of the nine had been sentenced by then, from one year of probation to 45 months; which four is not told, so the first four rows stand for them." },
  },
  "sdtx-chiapas-crash": { 1: { people: 6, designation: "one of six defendants (five named, one sealed)" } },
  "sdca-del-mar-2025": { 1: { people: 2, designation: "one of two boat crew" }, 2: { people: 3, designation: "one of three load drivers" } },
  "sdca-jet-ski-ring": { 1: { people: 19, designation: "one of 19 members" } },
  "ndny-st-lawrence": { 3: { people: 3, designation: "one of three co-conspirators" } },
  "nm-las-cruces-fourteen": { 1: { people: 14, designation: "one of 14 members" } },
  "mdfl-cuba-ring": { 1: { people: 12, designation: "one of 12 members" } },
};

const COCAINE = "21 USC 841/846/963 (which is not stated)";
const VESSEL = "conspiracy to bring aliens for commercial advantage; attempt to bring aliens";
const FELON = "18 USC 922(g)(1)";

/** What is charged differently from the rest, by case; `each` by place in the list. `without` drops inferred statutes. */
export const CHARGES = {
  "az-honduras-leader": { occurred: "2018-01", instrument: "indictment" },
  "wdtx-guatemala-death-conspiracy": { covers: "one-count", wording: "conspiracy to bring an alien to the US resulting in death" },
  "wdtx-san-andres-boat": { occurred: "2024-10-23", instrument: "indictment" },
  "nm-las-cruces-fourteen": { occurred: "2025-02-19", instrument: "indictment" },
  "az-yuma-eighteen": { occurred: "2024-09-27", instrument: "superseding-indictment" },
  "sdtx-mission-containers": {
    wording: "conspiracy to transport or harbor",
    without: [FELON],
    each: { 2: { wording: "conspiracy to transport or harbor; felon in possession", without: [], note: "The source says that one defendant was also charged as a felon in possession; that it was this one is inferred from the firearm." } },
  },
  "sdca-del-mar-2025": {
    each: {
      1: { wording: "bringing in aliens resulting in death; bringing in for financial gain", without: ["8 USC 1324(a)(1)(A)(ii)"] },
      2: { wording: "transportation", without: ["8 USC 1324(a)(1)(A)(i) or (a)(2)", "8 USC 1324(a)(1)(B)(i)", "8 USC 1324(a)(2)(B)(ii)", "8 USC 1324(a)(1)(B)(iv)"] },
    },
  },
  "edla-honduras-vessel": {
    wording: VESSEL,
    without: [COCAINE],
    note: "Some defendants were also charged with a cocaine conspiracy; whether this one was is not stated.",
    each: {
      3: { wording: `${VESSEL}; cocaine conspiracy`, without: [], note: undefined },
      5: { wording: `${VESSEL}; cocaine conspiracy`, without: [], note: "Charged with the cocaine conspiracy, as the part played says; the source says only that some defendants were." },
    },
  },
};

const derived = (occurred, note) => ({ occurred, certainty: "derived", note });
const unknown = (note) => ({ note });
const CREW = { occurred: "2025-05", certainty: "inferred", note: "The month is approximate.", source: "source/einpresswire-810861477" };
const WILLCOX = derived("2013-06/2014-01-21", "Between the plea and the second sentencing; which of the two was the second is not told.");
const ABROAD = derived("2023-08-03/2023-12-04", "Between the last plea and the summit readout of December 2023; the day is not shown.");
const SELLS = { source: "source/center-square-sells", note: "The day is not told." };
const AFTER_PLEA = "Between the plea and the report; the day is not shown.";

/** Days of sentencing that are not the case's own day of announcement or sentencing. No `occurred`: not known at all. */
export const SENTENCED = {
  "wdtx-guatemala-death-conspiracy": { 1: ABROAD, 2: ABROAD, 3: ABROAD, 4: ABROAD },
  "wdtx-53-deaths-trailer": { 1: { occurred: "2025-06-27" }, 2: { occurred: "2025-06-27" } },
  "sdtx-locked-trailer-101": { 1: derived("2025-07-01/2025-07-26", "In July 2025, before the report; the day is not told.") },
  "sdtx-hotel-room-57": { 1: derived("2021-06-01/2021-12-31", "In 2021, after the offense of June; the day is not told.") },
  "sdtx-mission-containers": { 3: unknown("On a February 1; the year is not stated.") },
  "az-sells-wiretap": { 2: SELLS, 3: SELLS },
  "az-yuma-eighteen": { 1: unknown("The last of the 18 was sentenced by 2025-11-21; the days of the others are not told.") },
  "az-willcox-2013": { 1: WILLCOX, 2: WILLCOX },
  "edla-honduras-vessel": { 1: CREW, 2: CREW, 3: derived("2023-03-30/2026-02-05", AFTER_PLEA), 4: derived("2023-12-01/2026-02-05", AFTER_PLEA) },
  "nm-guatemala-family-org": { 1: derived("2021-10-01/2025-06-30", "Between the beginning of the offense and the report; the days are not told.") },
};

/** Sentenced, though no single term can be given: the case was sentenced and its notes say so. */
export const TERM_NOT_STATED = {
  "sdtx-mission-containers": [2],
  "sdtx-trucking-couple": [1, 2],
  "az-sells-wiretap": [3],
  "az-yuma-eighteen": [1],
  "edla-honduras-vessel": [4],
};

/** Money judgments that the notes assign to a defendant, in whole dollars. */
export const MONEY_JUDGMENTS = {
  "sdtx-laredo-network-laundering": { 1: 942_537, 2: 438_119 },
  "wdtx-el-paso-2500": { 1: 250_000 },
};

/** Dispositions that another source states than the case's own. */
export const DISPOSED_BY = {
  "wdtx-guatemala-death-conspiracy": { 1: "source/kttn-2023-08-03", 2: "source/kttn-2023-08-03", 3: "source/kttn-2023-08-03", 4: "source/kttn-2023-08-03" },
  "sdca-point-loma": { 1: "source/la-times-2022-04-07" },
  "edla-honduras-vessel": { 1: "source/einpresswire-810861477", 2: "source/einpresswire-810861477" },
  "nm-guatemala-family-org": { 1: "source/newspaper-2025-06-new-mexico" },
};

/** Doubts about single dispositions. */
export const DISPOSED_NOTES = {
  "sdtx-trucking-couple": { 1: "Reported for a March; the year is not stated.", 2: "Reported for a March; the year is not stated." },
};

/** Arrests that a source states and that can be counted: of a defendant, or of people whom it does not tell apart. */
export const ARRESTS = {
  "wdtx-guatemala-death-conspiracy": [
    ...[1, 2, 3, 4].map((defendant) => ({ defendant, occurred: "2022-08-02", country: "GT", note: "Arrested in Guatemala and extradited in March 2023." })),
    ...Array.from({ length: 15 }, (_, i) => ({ name: `local-${i + 1}`, occurred: "2022-08-02", country: "GT", note: "One of 15 more who were arrested in Guatemala in the same operation." })),
  ],
  "wdtx-53-deaths-trailer": [{ name: "further-1", occurred: "2024-08", country: "GT", note: "One further defendant, arrested in Guatemala and surrendered in March 2025." }],
  "sdtx-trailer-149": [{ defendant: 1, occurred: "2020-12-30", certainty: "inferred", note: "The year of the arrest is inferred; where it was made is not told." }],
  "wdtx-el-paso-2500": [{ defendant: 1, occurred: "2023-11-20", note: "Where the arrest was made is not told." }],
  "az-mexicali-org": [
    { defendant: 1, occurred: "2023-03", country: "MX", source: "source/yuma-sun-2023-09-08", note: "Arrested in Mexico; surrendered on 2023-09-05." },
    { defendant: 2, occurred: "2023-03", country: "MX", source: "source/azcentral-2025-03-01", note: "Arrested in Mexico; surrendered on 2025-02-21." },
  ],
  "sdtx-chiapas-crash": [1, 2, 3].map((n) => ({ name: `guatemala-${n}`, occurred: "2024-12-09", country: "GT", note: "One of three arrested in Guatemala and surrendered in September 2025; which defendants they are is not told." })),
  "wdtx-san-andres-boat": [1, 2].map((defendant) => ({ defendant, occurred: "2024-12-13", country: "CO", note: "Arrested in Colombia; the first arrests after the task force's work came to Colombia and Panama." })),
  "sdfl-bahamas-2022": [{ defendant: 1, occurred: "2024-03-06", country: "BS", note: "Arrested in the Bahamas; extradition is sought." }],
  "nm-las-cruces-fourteen": Array.from({ length: 8 }, (_, i) => ({ name: `member-${i + 1}`, occurred: "2025-02-20/2025-02-21", note: "One of eight of the 14 arrested on these two days; which of them, and where, is not told." })),
};

/** Notes on statements about the task force, by the day in the row's key. */
export const FIGURE_NOTES = {
  "2022-06": "Given in retrospect by a co-director on 2024-06-05.",
  "2023-03": "Given in retrospect by a co-director on 2024-06-05.",
  "2024-06-05": "An undated article of eltiempo.pe repeats the convictions, the sentences and the longest sentence. The arrests are also worded as “over 305”.",
  "2024-06-11": "The cash wording is smaller than that of the release eleven days before.",
  undated: "Quoted in September 2025 without a day, but lower than what was reported for December 2024: almost certainly older text. Not to be charted.",
  "2024-12-16": "The release of the Southern District of Texas on the sentences of January 2025 gives the same numbers.",
  "2024-12": "The page speaks of June 2021 through December 2024.",
  "2025-09-04": "A second article (2001online.com) reports the same. The number sentenced follows in the text but is cut off in the stored copy.",
};
