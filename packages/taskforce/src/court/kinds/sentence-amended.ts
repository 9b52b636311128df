/** A later change of a sentence that still stands, as a reduction or after an appeal; the first sentence is kept. */
import { defineKind, defineRefusal, type Language, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { quote, text } from "../../sources/pure.ts";
import { amendmentAfterSentence } from "../order.ts";
import { sentenceNow } from "../standing.ts";
import { sayImposed, supervisedReleaseMonths, term, termColumns } from "../term.ts";

const schema = z.strictObject({
  term,
  supervisedReleaseMonths: supervisedReleaseMonths.optional(),
  why: text(1000, {
    title: "Why",
    titleEs: "Motivo",
    description: "Why the court changed the sentence, as the source says",
    descriptionEs: "Por qué el tribunal modificó la sentencia, según la fuente",
    law: "18 U.S.C. § 3582(c); Fed. R. Crim. P. 35",
  }).optional(),
});

export type SentenceAmended = z.infer<typeof schema>;

export const sentenceNoLongerStands = defineRefusal({
  code: "sentence-already-vacated",
  status: 409,
  en: {
    sentence: () => "The sentence was vacated and no longer stands.",
    remedy: () =>
      "Record the new sentence as one of its own, or withdraw the vacatur if it was recorded in error.",
  },
  es: {
    sentence: () => "La sentencia fue anulada y ya no está vigente.",
    remedy: () => "Registre la nueva sentencia aparte, o retire la anulación si se registró por error.",
  },
});

function sentence(body: SentenceAmended, occurred: string | undefined, language: Language): string {
  const when = occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`;
  const imposed = sayImposed(body.term, body, language);
  if (language === "es") {
    const why = body.why === undefined ? "" : ` (motivo: ${quote(body.why, "es")})`;
    return `La sentencia fue modificada${when}: ${imposed}${why}.`;
  }
  return `The sentence was amended${when} to ${imposed}${body.why === undefined ? "" : ` (reason: ${quote(body.why, "en")})`}.`;
}

export const sentenceAmended = defineKind({
  kind: "sentence.amended",
  version: 1,
  record: "sentence",
  opens: false,
  title: { en: "Sentence amended", es: "Sentencia modificada" },
  schema,
  rule: ({ subject, occurred, replaces }, standing) => {
    const now = sentenceNow(standing.record(subject));
    // A correction may be of an amendment made before the vacatur.
    if (replaces === undefined && now?.vacated)
      throw sentenceNoLongerStands({ field: "subject", value: subject });
    amendmentAfterSentence(occurred, [now?.imposedOn]);
  },
  projection: {
    table: "sentence_amendment",
    columns: { term: "text", months: "integer", supervised_release_months: "integer", why: "text" },
    row: (body) => ({
      ...termColumns(body.term),
      supervised_release_months: body.supervisedReleaseMonths ?? null,
      why: body.why ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
