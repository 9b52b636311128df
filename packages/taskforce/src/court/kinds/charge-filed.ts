/** A count with which a defendant is charged: an allegation until a disposition says otherwise. */
import { defineKind, defineRefusal, type Language, ref, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, quote, sayList, says, surelyBefore, text, type Words } from "../../sources/pure.ts";
import { instruments } from "../instruments.ts";
import { checkOutcomesAfter, supersedingAfterCharge } from "../order.ts";
import { countFiledOn, countOutcome, defendantOfCount } from "../standing.ts";

const bases = {
  stated: { en: "stated by the source", es: "indicada por la fuente" },
  inferred: { en: "inferred from the wording", es: "inferida de la redacción" },
} satisfies Words;

const coverings = {
  "one-count": { en: "one count", es: "un cargo" },
  "charges-as-stated": {
    en: "the charges as the source words them",
    es: "los cargos tal como los expresa la fuente",
  },
} satisfies Words;

const statute = z.strictObject({
  citation: text(200, {
    title: "Citation",
    titleEs: "Cita",
    description: "The section of law, such as 8 USC 1324(a)(1)(A)(v)(I)",
    descriptionEs: "El artículo de la ley, como 8 USC 1324(a)(1)(A)(v)(I)",
  }),
  basis: choice(bases, {
    title: "Basis",
    titleEs: "Fundamento",
    description: "Whether the source cites the section, or it is inferred from the wording of the charge",
    descriptionEs: "Si la fuente cita el artículo o se infiere de la redacción del cargo",
  }),
});

const schema = z.strictObject({
  defendant: ref("defendant").meta(
    says({
      title: "Defendant",
      titleEs: "Persona acusada",
      description: "The defendant who is charged",
      descriptionEs: "La persona a la que se acusa",
    }),
  ),
  wording: text(2000, {
    title: "Wording",
    titleEs: "Redacción",
    description: "The charge as the source words it; left out where the source does not",
    descriptionEs: "El cargo tal como lo expresa la fuente; se omite si la fuente no lo hace",
  }).optional(),
  statutes: z
    .array(statute)
    .max(40)
    .meta(
      says({
        title: "Statutes",
        titleEs: "Leyes",
        description: "The sections of law charged; none where none is stated or can be inferred",
        descriptionEs: "Los artículos de ley en que se funda; ninguno si no se indican ni pueden inferirse",
        law: "Fed. R. Crim. P. 7(c)(1)",
      }),
    ),
  covers: choice(coverings, {
    title: "Covers",
    titleEs: "Abarca",
    description: "One count of the charging document, or several charges that the source words together",
    descriptionEs: "Un solo cargo de la acusación, o varios que la fuente expresa juntos",
    law: "Fed. R. Crim. P. 8(a)",
  }),
  instrument: choice(instruments, {
    title: "Charging document",
    titleEs: "Documento de acusación",
    description: "The document that brings the charge",
    descriptionEs: "El documento que presenta el cargo",
    law: "Fed. R. Crim. P. 3 and 7",
  }).optional(),
  number: text(20, {
    title: "Count number",
    titleEs: "Número del cargo",
    description: "The number of the count in the charging document, such as 3 or 1s",
    descriptionEs: "El número del cargo en el documento de acusación, como 3 o 1s",
  }).optional(),
  supersedes: z
    .array(ref("count"))
    .min(1)
    .max(200)
    .meta(
      says({
        title: "Supersedes",
        titleEs: "Sustituye a",
        description: "Earlier counts against the same defendant that this one takes the place of",
        descriptionEs: "Cargos anteriores contra la misma persona a los que este sustituye",
      }),
    )
    .optional(),
});

export type ChargeFiled = z.infer<typeof schema>;

export const supersedesItself = defineRefusal({
  code: "count-supersedes-itself",
  status: 422,
  en: {
    sentence: () => "A count cannot take its own place.",
    remedy: () => "Name earlier counts only.",
  },
  es: {
    sentence: () => "Un cargo no puede sustituirse a sí mismo.",
    remedy: () => "Indique solo cargos anteriores.",
  },
});

export const supersedesAnothersCount = defineRefusal({
  code: "superseded-count-of-another-defendant",
  status: 422,
  en: {
    sentence: () => "A count can take the place only of counts against the same defendant.",
    remedy: () => "Leave out the count that is against somebody else.",
  },
  es: {
    sentence: () => "Un cargo solo puede sustituir a cargos contra la misma persona acusada.",
    remedy: () => "Quite el cargo que es contra otra persona.",
  },
});

const convictedCountSuperseded = defineRefusal({
  code: "convicted-count-superseded",
  status: 409,
  en: {
    sentence: () => "No count can take the place of one on which a conviction stood already.",
    remedy: () => "Leave that count out, or record first that its conviction was vacated.",
  },
  es: {
    sentence: () => "Ningún cargo puede sustituir a uno por el que ya hay condena vigente.",
    remedy: () => "Quite ese cargo, o registre primero que la condena fue anulada.",
  },
});

function citations(body: ChargeFiled, basis: keyof typeof bases, language: Language): string {
  return sayList(
    body.statutes.filter((one) => one.basis === basis).map(({ citation }) => citation),
    language,
  );
}

function inEnglish(body: ChargeFiled, occurred: string | undefined): string {
  const stated = citations(body, "stated", "en");
  const inferred = citations(body, "inferred", "en");
  return [
    "The defendant was charged",
    occurred === undefined ? "" : ` ${sayWhen(occurred, "en")}`,
    body.covers === "one-count"
      ? ` in one count${body.number === undefined ? "" : ` (number ${body.number})`}`
      : "",
    body.instrument === undefined ? "" : ` by ${instruments[body.instrument].en}`,
    body.wording === undefined ? "" : ` with ${quote(body.wording, "en")}`,
    stated === "" ? "" : ` under ${stated}`,
    inferred === "" ? "" : ` (statutes inferred from the wording: ${inferred})`,
    body.wording === undefined ? "; the source does not word the charge." : ".",
  ].join("");
}

function inSpanish(body: ChargeFiled, occurred: string | undefined): string {
  const stated = citations(body, "stated", "es");
  const inferred = citations(body, "inferred", "es");
  const number = body.number === undefined ? "" : ` (número ${body.number})`;
  return [
    body.covers === "one-count" ? `Se presentó un cargo${number}` : "Se presentaron cargos",
    " contra la persona acusada",
    occurred === undefined ? "" : ` ${sayWhen(occurred, "es")}`,
    body.instrument === undefined ? "" : ` mediante ${instruments[body.instrument].es}`,
    body.wording === undefined ? "" : ` por ${quote(body.wording, "es")}`,
    stated === "" ? "" : ` conforme a ${stated}`,
    inferred === "" ? "" : ` (leyes inferidas de la redacción: ${inferred})`,
    body.wording === undefined ? "; la fuente no expresa el cargo." : ".",
  ].join("");
}

export const chargeFiled = defineKind({
  kind: "charge.filed",
  version: 1,
  record: "count",
  opens: true,
  title: { en: "Charge filed", es: "Cargo presentado" },
  schema,
  lasting: ["defendant"],
  rule: ({ body, subject, occurred }, standing) => {
    checkOutcomesAfter(occurred, standing.record(subject));
    for (const [index, count] of (body.supersedes ?? []).entries()) {
      const place = { field: `supersedes[${index}]`, value: count };
      if (count === subject) throw supersedesItself(place);
      const superseded = standing.record(count);
      if (defendantOfCount(superseded) !== body.defendant) throw supersedesAnothersCount(place);
      supersedingAfterCharge(occurred, [countFiledOn(superseded)], place);
      const { state, disposition } = countOutcome(standing, count);
      if (state === "convicted" && surelyBefore(disposition?.occurred, occurred))
        throw convictedCountSuperseded(place);
    }
  },
  asksWhatMentions: ({ supersedes }) => (supersedes === undefined ? undefined : "count"),
  projection: {
    table: "count",
    columns: {
      defendant: "uuid",
      wording: "text",
      statutes: "jsonb",
      covers: "text",
      instrument: "text",
      number: "text",
      supersedes: "uuid[]",
    },
    indexed: ["defendant"],
    row: (body) => ({
      defendant: body.defendant,
      wording: body.wording ?? null,
      statutes: body.statutes,
      covers: body.covers,
      instrument: body.instrument ?? null,
      number: body.number ?? null,
      supersedes: body.supersedes ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => inEnglish(body, occurred),
    es: ({ body, occurred }) => inSpanish(body, occurred),
  },
});
