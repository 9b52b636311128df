/** Writes record.jsonl from origin/: node data/public-record/convert.mjs [--check]. */
import { readFileSync, writeFileSync } from "node:fs";

const here = new URL("./", import.meta.url);
const read = (name) => JSON.parse(readFileSync(new URL(`origin/${name}`, here), "utf8"));

/** Plain titles, written by hand; no person is named. */
const TITLES = {
  "az-honduras-leader": "Leader of a Honduras-based organization, stash house near Phoenix",
  "wdtx-guatemala-death-conspiracy": "Guatemala-based conspiracy, one death in the desert",
  "wdtx-53-deaths-trailer": "Tractor-trailer, 53 deaths, Laredo to San Antonio",
  "wdtx-2017-walmart-trailer": "Tractor-trailer, ten deaths, San Antonio 2017",
  "sdtx-laredo-network-laundering": "Laredo network, smuggling and money laundering",
  "sdtx-locked-trailer-101": "Locked trailer, 101 people, Laredo",
  "sdtx-sarita-36": "Cold trailer, 36 people, Sarita checkpoint",
  "sdtx-fake-rail-truck": "Truck with false railroad markings, 11 people",
  "sdtx-trailer-149": "Tractor-trailer, 149 people, I-35 checkpoint",
  "sdtx-trailer-126": "Refrigerated trailer, 126 people",
  "sdtx-hotel-room-57": "Hotel room as stash house, 57 people",
  "sdtx-mission-containers": "Containers screwed shut on trailers, Mission",
  "sdtx-trucking-couple": "Trucking business, about 2,500 people",
  "sdtx-corpus-coordinators": "Coordinators of tractor-trailer loads, Corpus Christi",
  "sdtx-duval-rollover": "Rollover in Duval County, four deaths",
  "sdtx-mission-chase": "Pursuit and rollover, Mission, three deaths",
  "sdtx-hostage-victoria": "Houston stash house, a person held and starved",
  "sdtx-houston-97": "Deadbolted stash house, 97 people, Houston",
  "sdtx-frozen-broccoli-26": "Freezing trailer, 26 people, Falfurrias checkpoint",
  "sdtx-bridge-two-children": "Two children with borrowed papers at a port of entry",
  "wdtx-medina-chase": "Pickup pursuit, Medina County, two deaths",
  "wdtx-del-rio-eight": "Pursuit and head-on crash near Del Rio, eight deaths",
  "wdtx-el-paso-2500": "Driver network El Paso to Albuquerque, over 2,500 people",
  "az-sells-wiretap": "Sells network, wiretap and stash houses",
  "az-i10-pedestrian-death": "Flight on Interstate 10, one death",
  "az-yuma-eighteen": "Yuma organization, eighteen members",
  "az-sonoita-2009-ring": "Overloaded SUVs near Sonoita 2009, eleven deaths",
  "az-willcox-2013": "SUV rollover near Willcox 2013, five deaths",
  "sdca-imperial-beach-panga": "Open boat at Imperial Beach, three deaths",
  "sdca-point-loma": "Boat wreck at Point Loma, three deaths",
  "sdca-holtville": "SUV crash near Holtville, 13 deaths",
  "sdca-la-jolla-panga": "Overloaded boat at La Jolla, one death",
  "sdca-torrey-pines-2010": "Boat at Torrey Pines 2010, two deaths",
  "sdca-agents-ring": "Border Patrol agents who smuggled",
  "sdca-officer-lane": "Officer's inspection lane, San Ysidro",
  "mn-canada-freezing": "Walk across the Canadian border in a blizzard, four deaths",
  "edla-honduras-vessel": "Vessel from Honduras, 23 people",
  "nm-guatemala-family-org": "Guatemala-based family organization",
  "az-mexicali-org": "Mexicali-based organization, ladder over the fence",
  "sdtx-chiapas-crash": "Trailer crash in Chiapas, over 50 deaths",
  "wdtx-san-andres-boat": "Boat from San Andrés to Nicaragua, 42 people missing",
  "cdca-guatemala-20000": "Organization from Guatemala to Los Angeles, about 20,000 people",
  "sdca-del-mar-2025": "Boat at Del Mar 2025, three deaths",
  "sdca-jet-ski-ring": "Personal watercraft at night, San Diego",
  "ndny-st-lawrence": "River crossing on the St. Lawrence",
  "sdfl-bahamas-2022": "Boat from the Bahamas, five deaths",
  "nm-las-cruces-fourteen": "Las Cruces organization, fourteen charged",
  "mdfl-cuba-ring": "Organization bringing people from Cuba",
};

const DISTRICTS = { "D. Ariz.": "AZ", "W.D. Tex.": "TXW", "S.D. Tex.": "TXS", "S.D. Cal.": "CAS", "D.N.M.": "NM", "D. Minn.": "MN", "E.D. La.": "LAE", "C.D. Cal.": "CAC", "N.D.N.Y.": "NYN", "M.D. Fla.": "FLM", "S.D. Fla.": "FLS" };
const STATUS = { sentenced: "sentenced", "partly sentenced": "partly-sentenced", pleaded: "pleaded", "pleaded / pending": "partly-pleaded", "charged (allegations)": "charged", "charged; three pleas": "partly-pleaded" };
const COUNTRY = { Guatemala: "GT", Honduras: "HN", Mexico: "MX", Colombia: "CO", Bahamas: "BS", Canada: "CA" };
const OUTCOME = { plea: "convicted-plea", trial: "convicted-verdict" };

/** Arrests stated in a source that can be counted, by case: of these defendants, or of this many people besides. */
const ARRESTS = {
  "wdtx-guatemala-death-conspiracy": { occurred: "2022-08-02", country: "GT", defendants: [1, 2, 3, 4], others: 15, note: "Arrested in Guatemala in one operation; four were extradited, fifteen more were arrested locally." },
  "wdtx-53-deaths-trailer": { occurred: "2024-08", country: "GT", defendants: [], others: 1, note: "One further defendant, arrested in Guatemala and surrendered in March 2025." },
  "az-mexicali-org": { occurred: "2023-03", country: "MX", defendants: [1, 2], others: 0, note: "Arrested in Mexico for extradition." },
  "sdtx-chiapas-crash": { occurred: "2024-12-09", country: "GT", defendants: [], others: 3, note: "Three people arrested in Guatemala and surrendered in September 2025; which of them is the defendant listed is not stated." },
  "wdtx-san-andres-boat": { occurred: "2024-12-13", country: "CO", defendants: [1, 2], others: 0, note: "Arrested in Colombia; the first arrests after the task force's work came to Colombia and Panama." },
  "sdfl-bahamas-2022": { occurred: "2024-03-06", country: "BS", defendants: [1], others: 0, note: "Arrested in the Bahamas; extradition sought." },
  "wdtx-el-paso-2500": { occurred: "2023-11-20", defendants: [1], others: 0 },
};

function sourceKind(kind) {
  if (/briefing|from official/.test(kind)) return "press-from-official";
  if (/republished official/.test(kind)) return "republished-official";
  if (/official web page/.test(kind)) return "official-page";
  if (/official release/.test(kind)) return "official-release";
  return "press";
}

function slugOf(url) {
  return url.replace(/^https?:\/\/(www\.)?/, "").toLowerCase().replaceAll(/[^a-z0-9]+/g, "-").replaceAll(/^-|-$/g, "").slice(0, 90);
}

/** Leaves out what is null or undefined. */
function known(object) {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== null && value !== undefined));
}

const lastDay = (year, month) => String(new Date(Date.UTC(year, month, 0)).getUTCDate()).padStart(2, "0");
const first = (date) => date.split("/")[0];
const last = (date) => date.split("/").at(-1);
const startOf = (date) => (first(date).length === 4 ? `${first(date)}-01-01` : first(date).length === 7 ? `${first(date)}-01` : first(date));
function endOf(date) {
  const end = last(date);
  if (end.length === 4) return `${end}-12-31`;
  return end.length === 7 ? `${end}-${lastDay(Number(end.slice(0, 4)), Number(end.slice(5)))}` : end;
}

/** Some time from the one date to the other, where both are known and in order. */
function between(from, to) {
  if (!from || !to) return undefined;
  const [a, b] = [startOf(from), endOf(to)];
  return a < b ? `${a}/${b}` : a === b ? a : undefined;
}

const rows = [];
const bySource = new Map();

/** The source row of an address, made once; `dated` where the source bears a date. */
function source(url, body) {
  const key = `source/${url ? slugOf(url) : body.slug}`;
  if (!bySource.has(key)) {
    const { slug: _slug, ...rest } = body;
    const publisher = url ? new URL(url).hostname.replace(/^www\./, "") : undefined;
    rows.push({ key, kind: "source.described", body: known({ publisher, url, ...rest }) });
    bySource.set(key, body.dated ?? null);
  }
  return { key, dated: bySource.get(key) };
}

/** A row that a source states on a date; the date is noted where it is not the source's own. */
function stated({ key, dated }, on, row) {
  return known({ key: row.key, kind: row.kind, subject: row.subject, occurred: row.occurred, source: key, attestedAt: on && on !== dated ? on : undefined, certainty: row.certainty, note: row.note, body: row.body });
}

function peopleOf({ people_smuggled: count, people_qualifier: said }) {
  if (count === null) return undefined;
  if (said === "exact") return { count, qualifier: "exact" };
  if (/^(at least|more than)/.test(said ?? "")) return { count, qualifier: "at-least" };
  if (/^about/.test(said ?? "")) return { count, qualifier: "about" };
  return { count, qualifier: "stated" };
}

function caseRow(found, charged) {
  const people = peopleOf(found);
  const words = [found.means && `${charged ? "Alleged means" : "Means"}: ${found.means}.`, found.people_qualifier && found.people_qualifier !== "exact" && `Number of people: ${[found.people_smuggled, found.people_qualifier].filter(Boolean).join(", ")}.`].filter(Boolean);
  return {
    key: `case/${found.id}`,
    kind: "case.opened",
    certainty: charged ? "alleged" : undefined,
    body: known({
      title: TITLES[found.id],
      district: DISTRICTS[found.district],
      taskForce: found.jtfa === true ? "yes" : found.jtfa === false ? "no" : "unknown",
      status: STATUS[found.status],
      summary: words.length > 0 ? words.join(" ") : undefined,
      offense: found.offense_date,
      announced: found.announced_or_sentenced ?? found.source_date,
      peopleSmuggled: people,
      deaths: found.deaths,
      injured: found.injured,
      minors: found.minors,
      unaccompaniedMinors: found.unaccompanied_minors,
      weapon: found.firearm_or_weapon,
      flight: found.vehicle_flight,
      detainedForPayment: found.detained_for_payment,
    }),
  };
}

function statutesOf({ statutes_stated: said, statutes_inferred: inferred }) {
  return [...(said ?? []).map((citation) => ({ citation, basis: "stated" })), ...(inferred ?? []).map((citation) => ({ citation, basis: "inferred" }))];
}

/** The day of sentencing: the defendant's own, else the case's, else some time between conviction and report. */
function sentencedOn(found, defendant) {
  const own = /sentenced (\d{4}-\d{2}-\d{2})/.exec(defendant.sentence_note ?? "")?.[1];
  if (own) return { occurred: own };
  if (found.announced_or_sentenced && found.status !== "pleaded") return { occurred: found.announced_or_sentenced };
  const range = between(defendant.plea_or_verdict_date, found.source_date);
  return range ? { occurred: range, certainty: "derived", note: "Between the conviction and the report; the day is not stated." } : {};
}

function convictedOn(found, defendant, sentenced) {
  if (defendant.plea_or_verdict_date) return { occurred: defendant.plea_or_verdict_date };
  const until = sentenced.occurred ?? found.announced_or_sentenced ?? found.source_date;
  const range = between(found.offense_date && last(found.offense_date), until);
  return range ? { occurred: range, certainty: "derived", note: "Between the offense and the sentence or report; the day is not stated." } : {};
}

function isSentenced({ sentence_months: months, sentence_life: life, sentence_note: note }) {
  return months !== null || life || /^time served$|^sentenced, term/.test(note ?? "");
}

function termOf({ sentence_months: months, sentence_life: life, sentence_note: note }) {
  if (life) return { kind: "life" };
  if (months !== null) return { kind: "months", months };
  return { kind: note === "time served" ? "time-served" : "not-stated" };
}

function defendantRows(found, defendant, n, of) {
  const id = `${found.id}/${n}`;
  const charged = found.status.startsWith("charged") || ["pending", "fugitive"].includes(defendant.disposition);
  rows.push(of({ key: `defendant/${id}`, kind: "defendant.joined", body: { case: `case/${found.id}`, designation: defendant.role } }));
  rows.push(of({ key: `count/${id}`, kind: "charge.filed", certainty: charged ? "alleged" : undefined, note: found.charges_as_stated ? undefined : "The text that could be read does not word the charge.", body: { defendant: `defendant/${id}`, wording: found.charges_as_stated ?? "not stated", statutes: statutesOf(found), covers: "charges-as-stated" } }));
  const sentenced = isSentenced(defendant) ? sentencedOn(found, defendant) : undefined;
  const outcome = OUTCOME[defendant.disposition] ?? (sentenced ? "convicted" : undefined);
  if (outcome) {
    const when = convictedOn(found, defendant, sentenced ?? {});
    const inferred = outcome === "convicted" ? { certainty: "inferred", note: "Convicted, because sentenced; no source says how." } : {};
    rows.push(of({ key: `disposition/${id}`, kind: "charge.disposed", subject: `count/${id}`, ...when, ...inferred, body: { outcome } }));
  }
  if (sentenced) {
    const { sentence_note: note, supervised_release_months: release, fine_usd: fine } = defendant;
    rows.push(
      of({
        key: `sentence/${id}`,
        kind: "sentence.imposed",
        ...sentenced,
        note: [sentenced.note, note && `As reported: ${note}.`].filter(Boolean).join(" ") || undefined,
        body: known({ defendant: `defendant/${id}`, counts: [`count/${id}`], term: termOf(defendant), supervisedReleaseMonths: release, fine: fine ? { minor: fine * 100, currency: "USD" } : undefined }),
      }),
    );
  }
}

function arrestRows(found, of) {
  const arrests = ARRESTS[found.id];
  if (!arrests) return;
  const { occurred, country, defendants, others, note } = arrests;
  const body = known({ case: `case/${found.id}`, place: country ? "foreign" : "unknown", country });
  for (const n of defendants) rows.push(of({ key: `arrest/${found.id}/${n}`, kind: "arrest.made", occurred, note, body: { ...body, defendant: `defendant/${found.id}/${n}` } }));
  for (let n = 1; n <= others; n++) rows.push(of({ key: `arrest/${found.id}/other-${n}`, kind: "arrest.made", occurred, note, body }));
}

/** When a statement was made that bears no day of its own, but is known to lie between two. */
const STATED_BETWEEN = Object.fromEntries(read("jtfa-results.json").flatMap(({ source_url: url, statement_date: on, as_of_interval: interval }) => (!on && interval ? [[url, interval]] : [])));

function convertCases() {
  for (const found of read("cases.json").cases) {
    const from = source(found.source_url, { slug: found.id, title: `Report on: ${TITLES[found.id]}`, sourceKind: sourceKind(found.source_kind), dated: found.source_date ?? STATED_BETWEEN[found.source_url] });
    const of = (row) => stated(from, found.source_date, row);
    rows.push(of(caseRow(found, found.status.startsWith("charged"))));
    found.defendants.forEach((defendant, index) => defendantRows(found, defendant, index + 1, of));
    arrestRows(found, of);
  }
}

const FIGURES = [
  ["arrests", "arrests", "arrests"],
  ["convictions", "convictions", "convictions"],
  ["sentenced", "sentenced", "people"],
];

const STATEMENTS = {
  "press-from-official": "Press report of an official briefing on the task force",
  "official-release": "Justice Department release 24-688",
  "republished-official": "Official statement on the task force, republished",
  "official-page": "Joint Task Force Alpha, official page",
  press: "Press report on the task force",
};

function convertResults() {
  for (const said of read("jtfa-results.json")) {
    const { statement_date: on, as_of: asOf, as_of_interval: interval, source_url: url, longest_sentence_months: longest, cash_seized_wording: cash } = said;
    const from = source(url, { title: `${STATEMENTS[sourceKind(said.source_kind)]}, ${on ?? interval ?? asOf}`, sourceKind: sourceKind(said.source_kind), dated: on ?? interval });
    const day = asOf ?? interval ?? undefined;
    if (on === null && interval === null && asOf === null) continue;
    const push = (measure, unit, claim, note) =>
      rows.push(stated(from, on, { key: `figure/${measure}/${slugOf(day ?? `undated-${on}`)}`, kind: "figure.reported", note, body: known({ measure, claim, unit, asOf: day, since: "2021-06", scope: "task-force" }) }));
    for (const [field, measure, unit] of FIGURES) {
      if (said[`${field}_exact`] !== null) push(measure, unit, { operator: "exactly", value: said[`${field}_exact`] });
      else if (said[`${field}_over`] !== null) push(measure, unit, { operator: "more-than", value: said[`${field}_over`] });
    }
    if (longest !== null) push("longest-sentence", "months", { operator: "exactly", value: longest });
    if (cash !== null) push("cash-seized", "US dollars", { operator: "worded", wording: cash });
  }
}

const CLAIM = { under: "under", about: "about", "just under": "just-under", "more than": "more-than", by: "exactly" };
const TREND = {
  "ussc.smuggling.sentenced": { unit: "individuals", scope: "all people sentenced under §2L1.1 in federal court", url: "https://www.ussc.gov/research/quick-facts/alien-smuggling", title: "Sentencing Commission, Quick Facts on alien smuggling", sourceKind: "statistics" },
  "trac.1324.prosecutions": { unit: "prosecutions", scope: "all federal prosecutions with 8 USC 1324 as lead charge", url: "http://www.trac.syr.edu/tracreports/crim/603/", title: "TRAC report 603", sourceKind: "statistics", dated: "2020-04" },
  "doj.defendants_charged.growth": { unit: "percent", scope: "all federal districts" },
  "doj.felony_prosecutions.growth": { unit: "percent", scope: "all federal districts" },
};
const RELEASE = "https://www.justice.gov/opa/pr/justice-department-expands-efforts-dismantle-human-smuggling-operations-and-support";

function convertTrends() {
  for (const { measure, fiscalYear, district, asOf, since, claim, value, certainty } of read("reported-trends.json").points) {
    const { unit, scope, url = RELEASE, title, sourceKind: kind, dated } = TREND[measure];
    const from = source(url, { title, sourceKind: kind, dated });
    rows.push(
      stated(from, dated ?? asOf, {
        key: `figure/${measure}/${fiscalYear ?? asOf}${district ? `/${district.toLowerCase()}` : ""}`,
        kind: "figure.reported",
        certainty: certainty === "derived" ? "derived" : undefined,
        body: known({ measure, claim: { operator: claim ? CLAIM[claim] : "exactly", value }, unit, fiscalYear, district, asOf, since: since ? String(since) : undefined, scope }),
      }),
    );
  }
}

convertCases();
convertResults();
convertTrends();
const text = rows.map((row) => `${JSON.stringify(row)}\n`).join("");
const target = new URL("record.jsonl", here);
if (process.argv.includes("--check")) {
  if (readFileSync(target, "utf8") !== text) {
    process.stderr.write("record.jsonl is not what origin/ says; run node data/public-record/convert.mjs.\n");
    process.exit(1);
  }
} else writeFileSync(target, text);
