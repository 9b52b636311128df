/** Whoever an entry names as a defendant is a defendant in its case, and the person whom the record knows as that one. */
import { defineRefusal, type Id, type Standing } from "@joint-docket/ledger/pure";
import type { DefendantJoined } from "./kinds/defendant-joined.ts";
import { caseOfDefendant, entriesOf } from "./standing.ts";

const defendantNotInCase = defineRefusal({
  code: "defendant-not-in-case",
  status: 422,
  en: {
    sentence: () => "The defendant is not a defendant in this case.",
    remedy: () => "Name the case that the defendant joined, or leave the defendant out.",
  },
  es: {
    sentence: () => "La persona acusada no figura en este caso.",
    remedy: () => "Indique el caso al que se incorporó la persona acusada, u omítala.",
  },
});

/** Refuses `defendant-not-in-case` at the field, where a defendant is named and did not join the case. */
export function requireInCase(
  standing: Standing,
  defendant: Id | undefined,
  inCase: Id | undefined,
  field: string,
): void {
  if (defendant !== undefined && caseOfDefendant(standing.record(defendant)) !== inCase) {
    throw defendantNotInCase({ field, value: defendant });
  }
}

const personNotDefendant = defineRefusal({
  code: "person-not-the-defendant",
  status: 422,
  en: {
    sentence: () => "The person is not the one whom the record knows as this defendant.",
    remedy: () => "Leave the person out, or name the right defendant.",
  },
  es: {
    sentence: () => "La persona no es la que el registro conoce como esta persona acusada.",
    remedy: () => "Omita la persona, o indique la persona acusada correcta.",
  },
});

/** Refuses `person-not-the-defendant` where both are named and the defendant is known to be another person. */
export function requireSamePerson(
  standing: Standing,
  defendant: Id | undefined,
  person: Id | undefined,
): void {
  if (defendant === undefined || person === undefined) return;
  const joined = entriesOf<DefendantJoined>(standing.record(defendant), "defendant.joined").at(-1);
  const known = joined?.body.person;
  if (known !== undefined && known !== person) throw personNotDefendant({ field: "person", value: person });
}
