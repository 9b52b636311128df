/** A link between two records, with who says so and how good the saying is; one without a source is no link. */
import { defineKind, defineRefusal, type Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, dateColumns, quote, text, type Words } from "../../sources/pure.ts";
import { type EndType, linkEnd, recordAt } from "../ends.ts";
import { from, requireOrder, sayStretch, until } from "../stretch.ts";

const relations = {
  "works-with": { en: "works with", es: "trabaja con" },
  "works-for": { en: "works for", es: "trabaja para" },
  directs: { en: "directs", es: "dirige" },
  "part-of": { en: "is part of", es: "es parte de" },
  pays: { en: "pays", es: "paga a" },
  finances: { en: "finances", es: "financia" },
  supplies: { en: "supplies", es: "abastece" },
  owns: { en: "owns", es: "es dueño de" },
  uses: { en: "uses", es: "usa" },
  "took-part-in": { en: "took part in", es: "participó en" },
  "communicates-with": { en: "communicates with", es: "se comunica con" },
  "same-route": { en: "uses the same route as", es: "usa la misma ruta que" },
  rivals: { en: "rivals", es: "rivaliza con" },
  other: { en: "is linked to", es: "está vinculado con" },
} satisfies Words;

/** Reliability of the source, as police and intelligence services grade it (the Admiralty scale). */
const reliabilities = {
  A: { en: "A: completely reliable", es: "A: totalmente fiable" },
  B: { en: "B: usually reliable", es: "B: habitualmente fiable" },
  C: { en: "C: fairly reliable", es: "C: bastante fiable" },
  D: { en: "D: not usually reliable", es: "D: habitualmente no fiable" },
  E: { en: "E: unreliable", es: "E: no fiable" },
  F: { en: "F: cannot be judged", es: "F: no puede juzgarse" },
} satisfies Words;

/** Credibility of what it says, on the same scale. */
const credibilities = {
  "1": { en: "1: confirmed by other sources", es: "1: confirmado por otras fuentes" },
  "2": { en: "2: probably true", es: "2: probablemente cierto" },
  "3": { en: "3: possibly true", es: "3: posiblemente cierto" },
  "4": { en: "4: doubtful", es: "4: dudoso" },
  "5": { en: "5: improbable", es: "5: improbable" },
  "6": { en: "6: cannot be judged", es: "6: no puede juzgarse" },
} satisfies Words;

const schema = z.strictObject({
  from: linkEnd({
    title: "From",
    titleEs: "Desde",
    description: "The record that the link starts at: name exactly one",
    descriptionEs: "El registro donde empieza el vínculo: indique exactamente uno",
  }),
  to: linkEnd({
    title: "To",
    titleEs: "Hacia",
    description: "The record that the link leads to: name exactly one",
    descriptionEs: "El registro al que lleva el vínculo: indique exactamente uno",
  }),
  relation: choice(relations, {
    title: "Relation",
    titleEs: "Relación",
    description: "How the first is linked to the second",
    descriptionEs: "Cómo se vincula el primero con el segundo",
  }),
  wording: text(500, {
    title: "Wording",
    titleEs: "Redacción",
    description: "The source's own words; needed where the relation is another one",
    descriptionEs: "Las palabras de la fuente; necesarias si la relación es otra",
  }).optional(),
  reliability: choice(reliabilities, {
    title: "Reliability of the source",
    titleEs: "Fiabilidad de la fuente",
    description: "How reliable the source has been, A to F",
    descriptionEs: "Qué tan fiable ha sido la fuente, de A a F",
  }),
  credibility: choice(credibilities, {
    title: "Credibility of what it says",
    titleEs: "Credibilidad de lo que dice",
    description: "How credible this very statement is, 1 to 6",
    descriptionEs: "Qué tan creíble es esta afirmación, de 1 a 6",
  }),
  since: from,
  until,
});

export type LinkAsserted = z.infer<typeof schema>;

const linkEndNotOne = defineRefusal({
  code: "link-end-not-one-record",
  status: 422,
  en: {
    sentence: () => "Each end of a link is exactly one record.",
    remedy: () => "Name one record at this end; record another link for another one.",
  },
  es: {
    sentence: () => "Cada extremo de un vínculo es exactamente un registro.",
    remedy: () => "Indique un registro en este extremo; registre otro vínculo para otro.",
  },
});

const linkToItself = defineRefusal({
  code: "link-to-itself",
  status: 422,
  en: {
    sentence: () => "A record is not linked to itself.",
    remedy: () => "Name another record at one of the two ends.",
  },
  es: {
    sentence: () => "Un registro no se vincula consigo mismo.",
    remedy: () => "Indique otro registro en uno de los dos extremos.",
  },
});

const linkWithoutSource = defineRefusal({
  code: "link-without-source",
  status: 422,
  en: {
    sentence: () => "A link is graded by its source, and no source is named.",
    remedy: () => "Name the source; describe it first where the record does not have it.",
  },
  es: {
    sentence: () => "Un vínculo se valora por su fuente, y no se indica ninguna.",
    remedy: () => "Indique la fuente; descríbala primero si el registro no la tiene.",
  },
});

const relationNeedsWording = defineRefusal({
  code: "relation-needs-wording",
  status: 422,
  en: {
    sentence: () => "Another relation needs the words of the source.",
    remedy: () => "Give the source's own words, or choose a relation.",
  },
  es: {
    sentence: () => "Otra relación necesita las palabras de la fuente.",
    remedy: () => "Indique las palabras de la fuente, o elija una relación.",
  },
});

const ends: Words<EndType> = {
  organization: { en: "an organization", es: "una organización" },
  defendant: { en: "a defendant", es: "una persona acusada" },
  person: { en: "a person", es: "una persona" },
  case: { en: "a case", es: "un caso" },
  venture: { en: "a venture", es: "un tráfico de personas" },
  asset: { en: "an asset", es: "un bien" },
};

function sentence(body: LinkAsserted, language: Language): string {
  const es = language === "es";
  const end = (which: "from" | "to") => {
    const type = recordAt(body[which])?.type;
    return type === undefined ? (es ? "un registro" : "a record") : ends[type][language];
  };
  const wording = body.wording === undefined ? "" : ` (${quote(body.wording, language)})`;
  const grade = `${body.reliability}${body.credibility}`;
  const said = `${end("from")} ${relations[body.relation][language]} ${end("to")}${wording}`;
  const time = sayStretch({ from: body.since, until: body.until }, language);
  return es
    ? `Según una fuente valorada ${grade}, ${said}${time}.`
    : `According to a source graded ${grade}, ${said}${time}.`;
}

export const linkAsserted = defineKind({
  kind: "link.asserted",
  version: 1,
  record: "link",
  opens: true,
  title: { en: "Link asserted", es: "Vínculo afirmado" },
  schema,
  rule: ({ body, source }) => {
    const [first, second] = [recordAt(body.from), recordAt(body.to)];
    if (!first) throw linkEndNotOne({ field: "from", value: body.from });
    if (!second) throw linkEndNotOne({ field: "to", value: body.to });
    if (first.id === second.id) throw linkToItself({ field: "to", value: body.to });
    if (source === undefined) throw linkWithoutSource({ field: "source", value: undefined });
    if (body.relation === "other" && body.wording === undefined)
      throw relationNeedsWording({ field: "wording", value: undefined });
    requireOrder({ from: body.since, until: body.until });
  },
  projection: {
    table: "link",
    columns: {
      from_type: "text",
      from_record: "uuid",
      to_type: "text",
      to_record: "uuid",
      relation: "text",
      wording: "text",
      reliability: "text",
      credibility: "text",
      linked: "text",
      linked_from: "date",
      linked_to: "date",
      ended_on: "text",
      ended_on_from: "date",
      ended_on_to: "date",
    },
    indexed: ["from_record", "to_record"],
    row: (body) => ({
      from_type: recordAt(body.from)?.type ?? null,
      from_record: recordAt(body.from)?.id ?? null,
      to_type: recordAt(body.to)?.type ?? null,
      to_record: recordAt(body.to)?.id ?? null,
      relation: body.relation,
      wording: body.wording ?? null,
      reliability: body.reliability,
      credibility: body.credibility,
      ...dateColumns("linked", body.since),
      ...dateColumns("ended_on", body.until),
    }),
  },
  sentence: {
    en: ({ body }) => sentence(body, "en"),
    es: ({ body }) => sentence(body, "es"),
  },
});
