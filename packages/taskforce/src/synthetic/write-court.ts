/** Writes what happens to the defendants of a case: charges, papers, arrests, outcomes, sentences and what becomes of them. */
import { iso, isOver, type Told } from "./days.ts";
import type { Desk } from "./desk.ts";
import type { Dice } from "./dice.ts";
import type { CasePlan, DefendantPlan, SentencePlan, Term } from "./plan.ts";
import { type Charge, charges, conspiracy } from "./world.ts";

/** A defendant whose rows are being written. */
export interface Party {
  readonly plan: DefendantPlan;
  readonly label: string;
  readonly defendant: string;
  /** The counts that stand, in order; a superseding indictment puts new ones in their place. */
  counts: string[];
}

export interface CourtCase {
  readonly plan: CasePlan;
  readonly key: string;
  readonly parties: readonly Party[];
  /** The charging documents, earliest first. */
  readonly instruments: readonly { readonly key: string; readonly title: string; readonly told: Told }[];
}

const JOINED = "Synthetic defendant: a label, and nobody's name.";

function joined(desk: Desk, plan: CasePlan, inCase: string, of: DefendantPlan, n: number): Party {
  const label = `Defendant ${n}`;
  const body = { case: inCase, designation: `${label}: ${of.part}` };
  const known = of.person === undefined ? body : { ...body, person: of.person };
  const defendant = desk.write("defendant.joined", known, {
    told: plan.opened,
    ...(n === 1 ? { note: JOINED } : {}),
  });
  if (of.merged !== undefined)
    desk.write(
      "defendant.joined",
      { ...body, person: of.merged.person },
      {
        report: of.merged.report,
        occurred: iso(plan.opened.day),
        replaces: defendant,
        reason: "Found to be the same person as a defendant in another case.",
      },
    );
  return { plan: of, label, defendant, counts: [] };
}

function arrested(desk: Desk, plan: CasePlan, inCase: string, { plan: of, defendant }: Party): void {
  for (const { told, place, country, occurred, undated, onUnknownDay } of of.arrests)
    desk.write(
      "arrest.made",
      {
        case: inCase,
        defendant,
        place,
        ...(country === undefined ? {} : { country }),
        ...(place === "domestic" ? { district: plan.district } : {}),
      },
      {
        told,
        ...(occurred === undefined ? {} : { occurred }),
        undated: undated === true,
        onUnknownDay: onUnknownDay === true,
      },
    );
}

function charged(
  desk: Desk,
  { defendant }: Party,
  charge: Charge,
  {
    told,
    number,
    instrument,
    supersedes,
  }: { told: Told; number: string; instrument: string; supersedes?: string },
  convicted: boolean,
): string {
  return desk.write(
    "charge.filed",
    {
      defendant,
      wording: charge.wording,
      statutes: [{ citation: charge.citation, basis: "stated" }],
      covers: "one-count",
      instrument,
      number,
      ...(supersedes === undefined ? {} : { supersedes: [supersedes] }),
    },
    { told, ...(convicted ? {} : { certainty: "alleged" }) },
  );
}

/** Whether the count at this place is among those that end in conviction. */
const isConvicted = ({ ending }: DefendantPlan, index: number) =>
  ending !== undefined && ending.outcome.startsWith("convicted") && index < ending.counts;

function papers(desk: Desk, dice: Dice, plan: CasePlan, inCase: string, parties: readonly Party[]) {
  const defendants = parties.map(({ defendant }) => defendant);
  const instruments: { key: string; title: string; told: Told }[] = [];
  if (plan.complaint)
    instruments.push({
      key: desk.write(
        "instrument.filed",
        { case: inCase, instrument: "complaint", defendants },
        { told: plan.opened },
      ),
      title: "Complaint",
      told: plan.opened,
    });
  const kind = plan.superseded === undefined && dice.chance(0.12) ? "information" : "indictment";
  const charge = (of: DefendantPlan, index: number) =>
    index === 0 ? (of.lesser ?? conspiracy) : dice.weighted(charges);
  const chosen = parties.map(({ plan: of }) =>
    Array.from({ length: of.counts }, (_, index) => charge(of, index)),
  );
  for (const [p, party] of parties.entries())
    party.counts = (chosen[p] ?? []).map((one, index) =>
      charged(
        desk,
        party,
        one,
        { told: plan.filed, number: String(index + 1), instrument: kind },
        plan.superseded === undefined && isConvicted(party.plan, index),
      ),
    );
  const first = desk.write(
    "instrument.filed",
    { case: inCase, instrument: kind, defendants, counts: parties.flatMap(({ counts }) => counts) },
    { told: plan.filed },
  );
  instruments.push({
    key: first,
    title: kind === "information" ? "Information" : "Indictment",
    told: plan.filed,
  });
  if (plan.superseded === undefined) return { instruments, replaced: [] };
  const { superseded: told } = plan;
  const replaced = parties.map(({ counts }) => counts);
  for (const [p, party] of parties.entries())
    party.counts = party.counts.map((supersedes, index) =>
      charged(
        desk,
        party,
        (chosen[p] ?? [])[index] ?? conspiracy,
        { told, number: `${index + 1}s`, instrument: "superseding-indictment", supersedes },
        isConvicted(party.plan, index),
      ),
    );
  const second = desk.write(
    "instrument.filed",
    {
      case: inCase,
      instrument: "superseding-indictment",
      defendants,
      counts: parties.flatMap(({ counts }) => counts),
      supersedes: [first],
    },
    { told },
  );
  instruments.push({ key: second, title: "Superseding indictment", told });
  return { instruments, replaced };
}

function disposed(desk: Desk, count: string, outcome: string, told: Told): void {
  desk.write("charge.disposed", { outcome }, { subject: count, told });
}

const usd = (dollars: number) => ({ minor: dollars * 100, currency: "USD" });

function imposed(
  desk: Desk,
  dice: Dice,
  defendant: string,
  counts: readonly string[],
  term: Term,
  told: Told,
) {
  const body = {
    defendant,
    counts: [...counts],
    term,
    ...(term.kind === "months" && dice.chance(0.8)
      ? { supervisedReleaseMonths: dice.pick([24, 36, 36, 60]) }
      : {}),
    ...(dice.chance(0.08) ? { fine: usd(dice.between(1, 40) * 500) } : {}),
    ...(dice.chance(0.05) ? { restitution: usd(dice.between(1, 60) * 350) } : {}),
    ...(dice.chance(0.05) ? { moneyJudgment: usd(dice.between(2, 90) * 1000) } : {}),
  };
  return { key: desk.write("sentence.imposed", body, { told }), body };
}

/** What becomes of the sentence later. */
function changed(
  desk: Desk,
  dice: Dice,
  party: Party,
  sentence: string,
  counts: readonly string[],
  plan: SentencePlan,
) {
  const { amended, vacated } = plan;
  if (amended !== undefined)
    desk.write(
      "sentence.amended",
      { term: amended.term, why: "Reduced for help given to the government." },
      { subject: sentence, told: amended.told },
    );
  if (vacated === undefined) return;
  desk.write(
    "judgment.vacated",
    { scope: vacated.convictions ? "sentence-and-convictions" : "sentence" },
    { subject: sentence, told: vacated.told },
  );
  if (vacated.again === undefined) return;
  const { convicted, sentenced: anew, term } = vacated.again;
  if (vacated.convictions) for (const count of counts) disposed(desk, count, "convicted-verdict", convicted);
  if (isOver(anew)) imposed(desk, dice, party.defendant, counts, term, anew);
}

function sentenced(
  desk: Desk,
  dice: Dice,
  party: Party,
  counts: readonly string[],
  plan: SentencePlan,
): void {
  const { told, term, misread } = plan;
  const { key, body } = imposed(desk, dice, party.defendant, counts, misread?.term ?? term, told);
  if (misread !== undefined)
    desk.write(
      "sentence.imposed",
      { ...body, term },
      { report: misread.report, occurred: iso(told.day), replaces: key, reason: "The term was misread." },
    );
  changed(desk, dice, party, key, counts, plan);
}

function ended(desk: Desk, dice: Dice, party: Party, replaced: readonly string[]): void {
  const { ending, pleaWithdrawn, sentence } = party.plan;
  if (ending === undefined) return;
  const convicts = ending.outcome.startsWith("convicted");
  const decided = convicts ? party.counts.slice(0, ending.counts) : party.counts;
  for (const count of decided) disposed(desk, count, ending.outcome, ending.told);
  const left = [...replaced, ...(convicts ? party.counts.slice(ending.counts) : [])];
  const over = sentence?.told ?? (convicts ? undefined : ending.told);
  if (over !== undefined) for (const count of left) disposed(desk, count, "dismissed", over);
  if (pleaWithdrawn !== undefined)
    for (const count of decided) disposed(desk, count, "conviction-vacated", pleaWithdrawn);
  if (sentence !== undefined) sentenced(desk, dice, party, decided, sentence);
}

function sought(desk: Desk, plan: CasePlan, inCase: string, { plan: of, defendant }: Party): void {
  const { extradition } = of;
  if (extradition === undefined) return;
  const { country, requested, decisions, surrendered } = extradition;
  const key = desk.write(
    "extradition.requested",
    { case: inCase, country, form: "provisional-arrest", defendant },
    { told: requested },
  );
  for (const { told, decision, by } of decisions)
    desk.write("extradition.decided", { decision, by }, { subject: key, told });
  if (surrendered !== undefined)
    desk.write("extradition.surrendered", { district: plan.district }, { subject: key, told: surrendered });
}

function mistaken(desk: Desk, plan: CasePlan, inCase: string): void {
  if (plan.mistaken === undefined) return;
  const { told, withdrawn } = plan.mistaken;
  const key = desk.write(
    "arrest.made",
    { case: inCase, place: "domestic", district: plan.district },
    { told },
  );
  desk.withdraw(key, withdrawn, "It was the arrest of somebody in another matter.");
}

/** Writes everything that happens in court, and the arrests and extraditions that lead there. */
export function writeCourt(desk: Desk, dice: Dice, plan: CasePlan, inCase: string): CourtCase {
  const parties = plan.defendants.map((of, index) => joined(desk, plan, inCase, of, index + 1));
  const { instruments, replaced } = papers(desk, dice, plan, inCase, parties);
  for (const party of parties) sought(desk, plan, inCase, party);
  for (const party of parties) arrested(desk, plan, inCase, party);
  if (plan.others !== undefined)
    desk.write(
      "arrest.made",
      { case: inCase, persons: plan.others.persons, place: "domestic", district: plan.district },
      { told: plan.others.told },
    );
  mistaken(desk, plan, inCase);
  for (const [index, party] of parties.entries()) ended(desk, dice, party, replaced[index] ?? []);
  return { plan, key: inCase, parties, instruments };
}
