/** What a judgment imposes on a defendant for the counts of conviction. */
import { defineKind, defineRefusal, type Language, ref, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { says } from "../../sources/pure.ts";
import { checkChangesAfter, sentenceAfterConviction } from "../order.ts";
import { countOutcome, defendantOfCount } from "../standing.ts";
import { amount, sayImposed, supervisedReleaseMonths, term, termColumns } from "../term.ts";

const schema = z.strictObject({
  defendant: ref("defendant").meta(
    says({
      title: "Defendant",
      titleEs: "Persona acusada",
      description: "The defendant who was sentenced",
      descriptionEs: "La persona acusada que recibió la sentencia",
    }),
  ),
  counts: z
    .array(ref("count"))
    .min(1)
    .max(500)
    .meta(
      says({
        title: "Counts",
        titleEs: "Cargos",
        description: "The counts of conviction that the sentence is for, each once",
        descriptionEs: "Los cargos con condena por los que se dicta la sentencia, cada uno una vez",
        law: "Fed. R. Crim. P. 32(k)(1)",
      }),
    ),
  term,
  supervisedReleaseMonths: supervisedReleaseMonths.optional(),
  fine: amount("Fine", "Multa", "The fine ordered", "La multa ordenada", "18 U.S.C. § 3571").optional(),
  restitution: amount(
    "Restitution",
    "Restitución",
    "What must be paid back to victims",
    "Lo que debe pagarse a las víctimas",
    "18 U.S.C. §§ 3663 and 3663A",
  ).optional(),
  moneyJudgment: amount(
    "Money judgment",
    "Decomiso en dinero",
    "The sum forfeited by money judgment",
    "La suma decomisada en dinero",
    "Fed. R. Crim. P. 32.2(b)(1)(A)",
  ).optional(),
});

export type SentenceImposed = z.infer<typeof schema>;

export const countTwiceInSentence = defineRefusal({
  code: "count-named-twice",
  status: 422,
  en: { sentence: () => "A count is named twice.", remedy: () => "Name each count once." },
  es: { sentence: () => "Un cargo aparece dos veces.", remedy: () => "Indique cada cargo una sola vez." },
});

export const countOfAnotherDefendant = defineRefusal({
  code: "count-of-another-defendant",
  status: 422,
  en: {
    sentence: () => "A sentence can be only for counts against the defendant who is sentenced.",
    remedy: () => "Leave out the count that is against somebody else, or correct the defendant.",
  },
  es: {
    sentence: () => "Una sentencia solo puede ser por cargos contra la persona sentenciada.",
    remedy: () => "Quite el cargo que es contra otra persona, o corrija la persona acusada.",
  },
});

export const countNotConvicted = defineRefusal({
  code: "count-not-convicted",
  status: 422,
  en: {
    sentence: () => "There can be no sentence on a count never convicted: no conviction stands on this one.",
    remedy: () => "Record the conviction first, or leave the count out.",
  },
  es: {
    sentence: () => "No puede haber sentencia por un cargo sin condena: en este no hay ninguna vigente.",
    remedy: () => "Registre primero la condena, o quite el cargo.",
  },
});

function sentence(body: SentenceImposed, occurred: string | undefined, language: Language): string {
  const when = occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`;
  const count = body.counts.length;
  const imposed = sayImposed(body.term, body, language);
  return language === "es"
    ? `Se dictó sentencia contra la persona acusada${when} por ${count === 1 ? "un cargo" : `${count} cargos`}: ${imposed}.`
    : `The defendant was sentenced${when} on ${count === 1 ? "one count" : `${count} counts`} to ${imposed}.`;
}

export const sentenceImposed = defineKind({
  kind: "sentence.imposed",
  version: 1,
  record: "sentence",
  opens: true,
  title: { en: "Sentence imposed", es: "Sentencia dictada" },
  schema,
  lasting: ["defendant"],
  rule: ({ body, subject, occurred, replaces }, standing) => {
    for (const [index, count] of body.counts.entries()) {
      const place = { field: `counts[${index}]`, value: count };
      if (body.counts.indexOf(count) !== index) throw countTwiceInSentence(place);
      if (defendantOfCount(standing.record(count)) !== body.defendant) throw countOfAnotherDefendant(place);
      const { state, disposition, convictions } = countOutcome(standing, count);
      // A correction may be of a sentence whose conviction was vacated since, or followed by another.
      const upon = replaces === undefined ? (state === "convicted" ? [disposition] : []) : convictions;
      if (upon.length === 0) throw countNotConvicted(place);
      sentenceAfterConviction(
        occurred,
        upon.map((conviction) => conviction?.occurred),
      );
    }
    checkChangesAfter(occurred, standing.record(subject));
  },
  asksWhatMentions: "count",
  projection: {
    table: "sentence",
    columns: {
      defendant: "uuid",
      counts: "uuid[]",
      term: "text",
      months: "integer",
      supervised_release_months: "integer",
      fine: "jsonb",
      restitution: "jsonb",
      money_judgment: "jsonb",
    },
    indexed: ["defendant"],
    row: (body) => ({
      defendant: body.defendant,
      counts: body.counts,
      ...termColumns(body.term),
      supervised_release_months: body.supervisedReleaseMonths ?? null,
      fine: body.fine ?? null,
      restitution: body.restitution ?? null,
      money_judgment: body.moneyJudgment ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
