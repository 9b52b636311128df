/**
 * The paper that brings the charges: complaint, information, indictment or superseding indictment.
 * A count may name the kind of paper it stands in (`charge.filed`, `instrument`); this is the paper itself, with its
 * date, whom and what it charges, and which earlier paper it takes the place of.
 */
import { defineKind, defineRefusal, type Id, type Language, ref } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { requireInCase } from "../../cases/pure.ts";
import { choice, sayNumber, says, sayWhenKnown } from "../../sources/pure.ts";
import { instruments } from "../instruments.ts";
import { defendantOfCount } from "../standing.ts";
import { checkSuperseding } from "../superseding.ts";

const schema = z.strictObject({
  case: ref("case").meta(
    says({
      title: "Case",
      titleEs: "Caso",
      description: "The case in which it was filed",
      descriptionEs: "El caso en el que se presentó",
    }),
  ),
  instrument: choice(instruments, {
    title: "Charging document",
    titleEs: "Documento de acusación",
    description: "Complaint, information, indictment, or superseding indictment",
    descriptionEs:
      "Denuncia penal, acusación formal de la fiscalía, acusación formal del gran jurado, o la que la sustituye",
    law: "Fed. R. Crim. P. 3 and 7",
  }),
  defendants: z
    .array(ref("defendant"))
    .min(1)
    .max(500)
    .meta(
      says({
        title: "Defendants",
        titleEs: "Personas acusadas",
        description: "The defendants it charges, where the source tells which",
        descriptionEs: "Las personas a las que acusa, si la fuente dice cuáles",
        law: "Fed. R. Crim. P. 8(b)",
      }),
    )
    .optional(),
  counts: z
    .array(ref("count"))
    .min(1)
    .max(2000)
    .meta(
      says({
        title: "Counts",
        titleEs: "Cargos",
        description: "The recorded counts it charges, those carried on from an earlier document included",
        descriptionEs:
          "Los cargos registrados que contiene, incluidos los que vienen de un documento anterior",
      }),
    )
    .optional(),
  supersedes: z
    .array(ref("instrument"))
    .min(1)
    .max(50)
    .meta(
      says({
        title: "Supersedes",
        titleEs: "Sustituye a",
        description: "The earlier charging documents of the case that it takes the place of",
        descriptionEs: "Los documentos de acusación anteriores del caso a los que sustituye",
      }),
    )
    .optional(),
  drops: z
    .array(ref("count"))
    .min(1)
    .max(2000)
    .meta(
      says({
        title: "Counts dropped",
        titleEs: "Cargos que abandona",
        description: "Counts of the superseded documents that this one no longer charges",
        descriptionEs: "Cargos de los documentos sustituidos que este ya no contiene",
      }),
    )
    .optional(),
});

export type InstrumentFiled = z.infer<typeof schema>;

const countOfNobodyCharged = defineRefusal({
  code: "count-of-defendant-not-charged",
  status: 422,
  en: {
    sentence: () => "The count is against a defendant whom the document does not charge.",
    remedy: () => "Add the defendant, or leave the count out.",
  },
  es: {
    sentence: () => "El cargo es contra una persona a la que el documento no acusa.",
    remedy: () => "Agregue a la persona acusada, o quite el cargo.",
  },
});

function sentence(body: InstrumentFiled, occurred: string | undefined, language: Language): string {
  const es = language === "es";
  const paper = instruments[body.instrument][language];
  const count = (list: readonly Id[] | undefined, one: string, many: string) =>
    list === undefined ? undefined : `${sayNumber(list.length, language)} ${list.length === 1 ? one : many}`;
  const defendants = es
    ? count(body.defendants, "persona", "personas")
    : count(body.defendants, "defendant", "defendants");
  const counts = es ? count(body.counts, "cargo", "cargos") : count(body.counts, "count", "counts");
  const drops = es
    ? count(body.drops, "cargo anterior", "cargos anteriores")
    : count(body.drops, "earlier count", "earlier counts");
  if (es) {
    return [
      `Se presentó una ${paper}`,
      sayWhenKnown(occurred, "es"),
      defendants === undefined ? "" : ` contra ${defendants}`,
      counts === undefined ? "" : ` por ${counts}`,
      body.supersedes === undefined ? "" : ", en sustitución de una acusación anterior",
      drops === undefined ? "" : `; abandona ${drops}`,
      ".",
    ].join("");
  }
  const article = /^[aeiou]/.test(paper) ? "An" : "A";
  return [
    `${article} ${paper} was filed`,
    sayWhenKnown(occurred, "en"),
    defendants === undefined ? "" : ` against ${defendants}`,
    counts === undefined ? "" : ` in ${counts}`,
    body.supersedes === undefined ? "" : ", taking the place of an earlier charging document",
    drops === undefined ? "" : `; it drops ${drops}`,
    ".",
  ].join("");
}

export const instrumentFiled = defineKind({
  kind: "instrument.filed",
  version: 1,
  record: "instrument",
  opens: true,
  title: { en: "Charging document filed", es: "Documento de acusación presentado" },
  schema,
  rule: ({ body, subject, occurred }, standing) => {
    for (const [index, defendant] of (body.defendants ?? []).entries())
      requireInCase(standing, defendant, body.case, `defendants[${index}]`);
    for (const [index, count] of (body.counts ?? []).entries()) {
      const charged = defendantOfCount(standing.record(count));
      if (body.defendants && charged !== undefined && !body.defendants.includes(charged))
        throw countOfNobodyCharged({ field: `counts[${index}]`, value: count });
    }
    checkSuperseding({ body, subject, occurred }, standing);
  },
  asksWhatMentions: "count",
  projection: {
    table: "charging_instrument",
    columns: {
      case_id: "uuid",
      instrument: "text",
      defendants: "uuid[]",
      counts: "uuid[]",
      supersedes: "uuid[]",
      drops: "uuid[]",
    },
    indexed: ["case_id", "instrument"],
    row: (body) => ({
      case_id: body.case,
      instrument: body.instrument,
      defendants: body.defendants ?? null,
      counts: body.counts ?? null,
      supersedes: body.supersedes ?? null,
      drops: body.drops ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
