/** A source is a record of its own, so that every figure can be traced to who said it, where and when. */
import { defineKind, impreciseDate, type Language, sayDate, wrong } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { isSynthetic, keepsMark } from "../synthetic.ts";
import { choice, dateColumns, quote, says, text, type Words } from "../fields.ts";

const sourceKinds = {
  "official-release": { en: "official release", es: "comunicado oficial" },
  "official-page": { en: "official web page", es: "página web oficial" },
  "official-briefing": { en: "official briefing", es: "conferencia oficial" },
  "republished-official": {
    en: "official text republished by others",
    es: "texto oficial reproducido por otros",
  },
  press: { en: "press", es: "prensa" },
  "press-from-official": {
    en: "press, from an official statement",
    es: "prensa, a partir de una declaración oficial",
  },
  statistics: { en: "statistics", es: "estadísticas" },
  court: { en: "court document", es: "documento judicial" },
  "agency-report": { en: "agency report", es: "informe de una agencia" },
  synthetic: {
    en: "synthetic: made up by a program, not a real source",
    es: "sintética: inventada por un programa, no es una fuente real",
  },
  other: { en: "other", es: "otra" },
} satisfies Words;

const schema = z.strictObject({
  title: text(500, {
    title: "Title",
    titleEs: "Título",
    description: "What the source is called, as it calls itself",
    descriptionEs: "Cómo se titula la fuente, con sus propias palabras",
  }),
  publisher: text(300, {
    title: "Publisher",
    titleEs: "Editor",
    description: "The office, court or newspaper that published it",
    descriptionEs: "La oficina, el tribunal o el periódico que la publicó",
  }).optional(),
  url: z
    .url({
      protocol: /^https?$/,
      error: wrong(
        "is not an address that begins with http:// or https://",
        "no es una dirección que empiece por http:// o https://",
      ),
    })
    .max(2048)
    .meta(
      says({
        title: "Address",
        titleEs: "Dirección",
        description: "Where it can be read on the web, beginning with http:// or https://",
        descriptionEs: "Dónde puede leerse en la red; comienza con http:// o https://",
      }),
    )
    .optional(),
  dated: impreciseDate
    .meta({
      title: "Date",
      titleEs: "Fecha",
      description:
        "The date the source itself bears, no more precise than it is known: 2018, 2018-01, 2018-01-17",
      descriptionEs:
        "La fecha que lleva la propia fuente, sin más precisión que la conocida: 2018, 2018-01, 2018-01-17",
    })
    .optional(),
  sourceKind: choice(sourceKinds, {
    title: "Kind of source",
    titleEs: "Clase de fuente",
    description: "Who speaks: an office itself, somebody repeating it, or somebody else",
    descriptionEs: "Quién habla: la propia oficina, alguien que la reproduce u otra persona",
  }),
});

type Body = z.infer<typeof schema>;

function sentence(body: Body, language: Language): string {
  const { title, publisher, dated } = body;
  const date = dated === undefined ? undefined : sayDate(dated, language);
  if (language === "es") {
    const by = publisher === undefined ? "" : `, publicada por ${publisher}`;
    return `Se describió una fuente${isSynthetic(body) ? " sintética, inventada por un programa" : ""}: ${quote(title, "es")}${by}${date === undefined ? "" : `, con fecha ${dated?.includes("/") ? date : `de ${date}`}`}.`;
  }
  const by = publisher === undefined ? "" : `, published by ${publisher}`;
  return `A ${isSynthetic(body) ? "synthetic source, made up by a program, was" : "source was"} described: ${quote(title, "en")}${by}${date === undefined ? "" : `, dated ${date}`}.`;
}

export const sourceDescribed = defineKind({
  kind: "source.described",
  version: 1,
  record: "source",
  opens: true,
  title: { en: "Source described", es: "Fuente descrita" },
  schema,
  dated: ({ dated }) => dated,
  ending: ({ body }, instead) => keepsMark(body, instead?.body),
  projection: {
    table: "source",
    columns: {
      title: "text",
      publisher: "text",
      url: "text",
      source_kind: "text",
      dated: "text",
      dated_from: "date",
      dated_to: "date",
    },
    indexed: ["dated_to"],
    row: (body) => ({
      title: body.title,
      publisher: body.publisher ?? null,
      url: body.url ?? null,
      source_kind: body.sourceKind,
      ...dateColumns("dated", body.dated),
    }),
  },
  sentence: {
    en: ({ body }) => sentence(body, "en"),
    es: ({ body }) => sentence(body, "es"),
  },
});
