/** Cases with their defendants, charges, dispositions, sentences and arrests as rows. */
import { ARRESTS, CHARGES, DISPOSED_BY, DISPOSED_NOTES, GROUPS, MONEY_JUDGMENTS, SENTENCED, TERM_NOT_STATED } from "./by-hand.mjs";
import { CASES } from "./cases-in-words.mjs";
import { known, rowOf } from "./convert-sources.mjs";
import { between } from "./dates.mjs";
import { NAMELESS, sourceKindOf, TITLED } from "./sources.mjs";

const DISTRICTS = { "D. Ariz.": "AZ", "W.D. Tex.": "TXW", "S.D. Tex.": "TXS", "S.D. Cal.": "CAS", "D.N.M.": "NM", "D. Minn.": "MN", "E.D. La.": "LAE", "C.D. Cal.": "CAC", "N.D.N.Y.": "NYN", "M.D. Fla.": "FLM", "S.D. Fla.": "FLS" };
const STATUS = { sentenced: "sentenced", "partly sentenced": "partly-sentenced", pleaded: "pleaded", "pleaded / pending": "partly-pleaded", "charged (allegations)": "charged", "charged; three pleas": "partly-pleaded" };
const OUTCOME = { plea: "convicted-plea", trial: "convicted-verdict" };
const EITHER_DAY = "The facts give this date for the announcement or the sentencing; which of the two is not told.";

const sentences = (...parts) => parts.filter(Boolean).join(" ");
const quoted = (note) => note && `${note[0].toUpperCase()}${note.slice(1)}${note.endsWith(".") ? "" : "."}`;
const dollars = (amount) => (amount ? { minor: amount * 100, currency: "USD" } : undefined);

function peopleOf({ people_smuggled: count, people_qualifier: said }) {
  if (count === null) return undefined;
  if (said?.startsWith("exact")) return { count, qualifier: "exact" };
  if (/^(at least|more than)/.test(said ?? "")) return { count, qualifier: "at-least" };
  return { count, qualifier: said?.startsWith("about") ? "about" : "stated" };
}

function caseRow(found, alleged, source) {
  const { title, summary, note, people } = CASES[found.id];
  return rowOf({
    key: `case/${found.id}`,
    kind: "case.opened",
    source: source.key,
    certainty: alleged ? "alleged" : undefined,
    note,
    body: known({
      title,
      district: DISTRICTS[found.district],
      taskForce: found.jtfa === true ? "yes" : found.jtfa === false ? "no" : "unknown",
      status: STATUS[found.status],
      summary,
      offense: found.offense_date,
      announced: found.announced_or_sentenced,
      peopleSmuggled: people === undefined ? peopleOf(found) : people,
      deaths: found.deaths,
      injured: found.injured,
      minors: found.minors,
      unaccompaniedMinors: found.unaccompanied_minors,
      weapon: found.firearm_or_weapon,
      flight: found.vehicle_flight,
      detainedForPayment: found.detained_for_payment,
    }),
  });
}

function isSentenced(found, { sentence_months: months, sentence_life: life, sentence_note: note }, n) {
  return months !== null || life || note === "time served" || (TERM_NOT_STATED[found.id] ?? []).includes(n);
}

function termOf({ sentence_months: months, sentence_life: life, sentence_note: note }) {
  if (life) return { kind: "life" };
  if (months !== null) return { kind: "months", months };
  return { kind: note === "time served" ? "time-served" : "not-stated" };
}

/** When sentenced: what was read by hand, the defendant's own day, the case's, else between conviction and report. */
function sentencedOn(found, defendant, n, source) {
  const byHand = SENTENCED[found.id]?.[n];
  if (byHand) return byHand;
  const own = /sentenced (\d{4}-\d{2}-\d{2})/.exec(defendant.sentence_note ?? "")?.[1];
  if (own) return { occurred: own };
  if (found.announced_or_sentenced) return { occurred: found.announced_or_sentenced, certainty: "inferred", note: EITHER_DAY };
  const range = between(defendant.plea_or_verdict_date ?? found.offense_date, source.dated);
  const from = defendant.plea_or_verdict_date ? "conviction" : "offense";
  return range ? { occurred: range, certainty: "derived", note: `Between the ${from} and the report; the day is not stated.` } : {};
}

function convictedOn(found, defendant, sentenced, source) {
  if (defendant.plea_or_verdict_date) return { occurred: defendant.plea_or_verdict_date };
  const range = between(found.offense_date, sentenced?.occurred ?? found.announced_or_sentenced ?? source.dated);
  return range ? { occurred: range, certainty: "derived", note: `Between the offense and the ${sentenced ? "sentence" : "report"}; the day is not stated.` } : {};
}

function chargeBody(found, n) {
  const { each = {}, ...all } = CHARGES[found.id] ?? {};
  const { occurred, note, wording = found.charges_as_stated, without = [], covers = "charges-as-stated", instrument } = { ...all, ...each[n] };
  const cited = (citations, basis) => (citations ?? []).filter((citation) => !without.includes(citation)).map((citation) => ({ citation, basis }));
  const statutes = [...cited(found.statutes_stated, "stated"), ...cited(found.statutes_inferred, "inferred")];
  return { occurred, note: sentences(!wording && "The text that could be read does not word the charge.", note), wording, statutes, covers, instrument };
}

/** The rows of one person; `id` names them, `n` is the place in the facts' list, `group` the group they stand for. */
function personRows(found, defendant, { id, n, designation, group, sentenced: isOneSentenced }, source, register, add) {
  const alleged = ["pending", "fugitive"].includes(defendant.disposition) ? "alleged" : undefined;
  const { wording, statutes, covers, instrument, occurred: filed, note: charge } = chargeBody(found, n);
  const told = isOneSentenced || group ? undefined : quoted(defendant.sentence_note);
  const fugitive = defendant.disposition === "fugitive" && "A fugitive then.";
  add(rowOf({ key: `defendant/${id}`, kind: "defendant.joined", source: source.key, certainty: alleged, note: sentences(fugitive, told, group?.note), body: { case: `case/${found.id}`, designation } }));
  add(rowOf({ key: `count/${id}`, kind: "charge.filed", occurred: filed, source: source.key, certainty: alleged, note: charge, body: known({ defendant: `defendant/${id}`, wording, statutes, covers, instrument }) }));

  const sentenced = isOneSentenced ? sentencedOn(found, defendant, n, source) : undefined;
  const outcome = OUTCOME[defendant.disposition] ?? (sentenced ? "convicted" : undefined);
  if (outcome) {
    const when = convictedOn(found, defendant, sentenced, source);
    const inferred = outcome === "convicted";
    const certainty = inferred ? "inferred" : when.certainty;
    const note = sentences(inferred && "Convicted, because sentenced; no source says how.", when.note, DISPOSED_NOTES[found.id]?.[n]);
    const by = DISPOSED_BY[found.id]?.[n];
    add(rowOf({ key: `disposition/${id}`, kind: "charge.disposed", subject: `count/${id}`, occurred: when.occurred, source: by ? register.of(by).key : source.key, certainty, note, body: { outcome } }));
  }
  if (sentenced) {
    const sum = /derived sum/.test(defendant.sentence_note ?? "") ? "derived" : undefined;
    const body = known({
      defendant: `defendant/${id}`,
      counts: [`count/${id}`],
      term: group ? { kind: "not-stated" } : termOf(defendant),
      supervisedReleaseMonths: defendant.supervised_release_months,
      fine: dollars(defendant.fine_usd),
      moneyJudgment: dollars(MONEY_JUDGMENTS[found.id]?.[n]),
    });
    const by = sentenced.source ?? (group && DISPOSED_BY[found.id]?.[n]);
    const reported = defendant.sentence_note && `Reported: ${defendant.sentence_note.replace(/^reported as /, "")}.`;
    add(rowOf({ key: `sentence/${id}`, kind: "sentence.imposed", occurred: sentenced.occurred, source: by ? register.of(by).key : source.key, certainty: sum ?? sentenced.certainty, note: sentences(sentenced.note, reported), body }));
  }
}

/** The people that a place in the facts' list stands for. */
function peopleAt(found, defendant, n) {
  const group = GROUPS[found.id]?.[n];
  const sentenced = isSentenced(found, defendant, n);
  if (!group) return [{ id: `${found.id}/${n}`, n, designation: defendant.role, sentenced }];
  const { people, designation, sentenced: some = sentenced ? people : 0 } = group;
  return Array.from({ length: people }, (_, i) => ({ id: `${found.id}/${n}-${i + 1}`, n, designation, group, sentenced: i < some }));
}

function arrestRows(found, source, register, add) {
  for (const { defendant, name, country, occurred, certainty, note, source: by } of ARRESTS[found.id] ?? []) {
    const body = known({ case: `case/${found.id}`, defendant: defendant && `defendant/${found.id}/${defendant}`, place: country ? "foreign" : "unknown", country });
    add(rowOf({ key: `arrest/${found.id}/${name ?? defendant}`, kind: "arrest.made", occurred, source: by ? register.of(by).key : source.key, certainty, note, body }));
  }
}

/** A report without an address is named after its case. */
function sourceOf(found, register) {
  const sourceKind = sourceKindOf(found.source_kind);
  const about = { title: `${TITLED[sourceKind]}${CASES[found.id].title}`, sourceKind, dated: found.source_date ?? undefined };
  if (found.source_url) return register.at(found.source_url, about);
  return register.named(`source/${found.id}`, { ...about, publisher: NAMELESS[found.id], note: "Its address carries a name and is left out." });
}

export function caseRows(cases, register, add) {
  for (const found of cases) {
    const source = sourceOf(found, register);
    add(caseRow(found, found.status.startsWith("charged"), source));
    for (const [index, defendant] of found.defendants.entries())
      for (const person of peopleAt(found, defendant, index + 1)) personRows(found, defendant, person, source, register, add);
    arrestRows(found, source, register, add);
  }
}
