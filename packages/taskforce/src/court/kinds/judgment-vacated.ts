/** A judgment set aside: the sentence alone, or the convictions behind it as well. */
import { defineKind, defineRefusal, type Language, ref, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, says, type Words } from "../../sources/pure.ts";
import { vacaturAfterSentence } from "../order.ts";
import { sentenceNow, vacaturFits } from "../standing.ts";
import { noConvictionToVacate } from "./charge-disposed.ts";
import { sentenceNoLongerStands } from "./sentence-amended.ts";

const scopes = {
  sentence: { en: "the sentence alone", es: "solo la sentencia" },
  "sentence-and-convictions": { en: "the sentence and convictions", es: "la sentencia y las condenas" },
} satisfies Words;

const schema = z.strictObject({
  scope: choice(scopes, {
    title: "What was vacated",
    titleEs: "Qué se anuló",
    description: "The sentence alone, or the convictions behind it as well",
    descriptionEs: "Solo la sentencia, o también las condenas en que se basa",
    law: "18 U.S.C. § 3742(f); 28 U.S.C. §§ 2106 and 2255(b)",
  }),
  counts: z
    .array(ref("count"))
    .min(1)
    .max(500)
    .meta(
      says({
        title: "Counts",
        titleEs: "Cargos",
        description: "The counts whose convictions were vacated; all counts of the sentence where left out",
        descriptionEs: "Los cargos cuyas condenas se anularon; todos los de la sentencia si se omite",
      }),
    )
    .optional(),
});

export type JudgmentVacated = z.infer<typeof schema>;

export const countNotInSentence = defineRefusal({
  code: "count-not-in-sentence",
  status: 422,
  en: {
    sentence: () => "The sentence was not for this count.",
    remedy: () => "Name only counts that the sentence was imposed for.",
  },
  es: {
    sentence: () => "La sentencia no se dictó por este cargo.",
    remedy: () => "Indique solo cargos por los que se dictó la sentencia.",
  },
});

export const countsWithoutConvictions = defineRefusal({
  code: "counts-without-convictions-vacated",
  status: 422,
  en: {
    sentence: () => "Counts are named although only the sentence was vacated.",
    remedy: () => "Leave the counts out, or say that the convictions were vacated as well.",
  },
  es: {
    sentence: () => "Se indican cargos aunque solo se anuló la sentencia.",
    remedy: () => "Omita los cargos, o indique que también se anularon las condenas.",
  },
});

function sentence(body: JudgmentVacated, occurred: string | undefined, language: Language): string {
  const es = language === "es";
  const when = occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`;
  if (body.scope === "sentence")
    return es ? `La sentencia fue anulada${when}.` : `The sentence was vacated${when}.`;
  const count = body.counts?.length;
  if (es) {
    const which =
      count === undefined
        ? "las condenas en que se basaba"
        : count === 1
          ? "la condena por uno de sus cargos"
          : `las condenas por ${count} de sus cargos`;
    return `La sentencia y ${which} fueron anuladas${when}.`;
  }
  const which =
    count === undefined
      ? "the convictions behind it"
      : count === 1
        ? "the conviction on one of its counts"
        : `the convictions on ${count} of its counts`;
  return `The sentence and ${which} were vacated${when}.`;
}

export const judgmentVacated = defineKind({
  kind: "judgment.vacated",
  version: 1,
  record: "sentence",
  opens: false,
  title: { en: "Judgment vacated", es: "Sentencia anulada" },
  schema,
  rule: ({ body, subject, occurred, replaces }, standing) => {
    const now = sentenceNow(standing.record(subject));
    if (now?.vacated) throw sentenceNoLongerStands({ field: "subject", value: subject });
    vacaturAfterSentence(occurred, [now?.imposedOn]);
    if (body.counts && body.scope === "sentence")
      throw countsWithoutConvictions({ field: "counts", value: body.counts });
    for (const [index, count] of (body.counts ?? []).entries()) {
      if (!now?.counts.includes(count)) throw countNotInSentence({ field: `counts[${index}]`, value: count });
    }
    if (body.scope === "sentence" || !now) return;
    for (const [index, count] of (body.counts ?? now.counts).entries()) {
      const place = body.counts
        ? { field: `counts[${index}]`, value: count }
        : { field: "scope", value: body.scope };
      if (vacaturFits(standing, count, now.imposedOn, replaces !== undefined) !== "fits")
        throw noConvictionToVacate(place);
    }
  },
  asksWhatMentions: "count",
  projection: {
    table: "vacatur",
    columns: { scope: "text", counts: "uuid[]" },
    row: (body) => ({ scope: body.scope, counts: body.counts ?? null }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
