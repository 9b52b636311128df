/** A request to a country to hand over one person for a case in the United States: the first step of an extradition. */
import { defineKind, defineRefusal, type Language, ref } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { country, isAbroad, requireInCase, requireSamePerson, sayCountry } from "../../cases/pure.ts";
import { choice, says, sayWhenKnown, type Words } from "../../sources/pure.ts";
import { decisionsOf, surrendersOf } from "../standing.ts";
import { checkDecision, checkSurrender } from "../steps.ts";

const forms = {
  "provisional-arrest": { en: "provisional arrest", es: "detención provisional" },
  formal: { en: "formal request", es: "solicitud formal" },
  "not-stated": { en: "not stated", es: "no se indica" },
} satisfies Words;

const schema = z.strictObject({
  case: ref("case").meta(
    says({
      title: "Case",
      titleEs: "Caso",
      description: "The case for which the person is wanted",
      descriptionEs: "El caso por el que se reclama a la persona",
    }),
  ),
  country: country().meta(
    says({
      title: "Requested country",
      titleEs: "País requerido",
      description: "The country asked, by its two letters (ISO 3166-1), such as GT for Guatemala",
      descriptionEs: "El país al que se pide, por sus dos letras (ISO 3166-1), como GT para Guatemala",
      law: "18 U.S.C. § 3184; the treaty with the country",
    }),
  ),
  form: choice(forms, {
    title: "Form of the request",
    titleEs: "Forma de la solicitud",
    description: "A request for provisional arrest, the formal request, or not stated",
    descriptionEs: "Una solicitud de detención provisional, la solicitud formal, o no se indica",
  }),
  defendant: ref("defendant")
    .meta(
      says({
        title: "Defendant",
        titleEs: "Persona acusada",
        description: "The defendant who is wanted, where the source tells which",
        descriptionEs: "La persona acusada que se reclama, si la fuente dice cuál",
      }),
    )
    .optional(),
  person: z
    .uuid()
    .toLowerCase()
    .meta(
      says({
        title: "Person",
        titleEs: "Persona",
        description: "The random id of the person, as defendants in several cases share it; never a name",
        descriptionEs: "El identificador al azar de la persona, como en sus casos; nunca un nombre",
      }),
    )
    .optional(),
});

export type ExtraditionRequested = z.infer<typeof schema>;

const extraditionFromHome = defineRefusal<{ country: string }>({
  code: "extradition-from-home",
  status: 422,
  en: {
    sentence: ({ country: code }) =>
      `Nobody is extradited to the United States from a place in it (${sayCountry(code, "en")}).`,
    remedy: () => "Name the foreign country, or record a transfer between districts as a docket number.",
  },
  es: {
    sentence: ({ country: code }) =>
      `Nadie es extraditado a los Estados Unidos desde un lugar que está en ellos (${sayCountry(code, "es")}).`,
    remedy: () =>
      "Indique el país extranjero, o registre el traslado entre distritos como número de expediente.",
  },
});

const asked = {
  "provisional-arrest": {
    en: (where: string) => `${where} was asked to arrest a person provisionally for extradition`,
    es: (where: string) =>
      `Se pidió a ${where} la detención provisional de una persona con fines de extradición`,
  },
  formal: {
    en: (where: string) => `${where} was formally asked to extradite a person`,
    es: (where: string) => `Se pidió formalmente a ${where} la extradición de una persona`,
  },
  "not-stated": {
    en: (where: string) => `${where} was asked to extradite a person`,
    es: (where: string) => `Se pidió a ${where} la extradición de una persona`,
  },
} as const;

function sentence(body: ExtraditionRequested, occurred: string | undefined, language: Language): string {
  const where = sayCountry(body.country, language);
  return `${asked[body.form][language](where)}${sayWhenKnown(occurred, language)}.`;
}

export const extraditionRequested = defineKind({
  kind: "extradition.requested",
  version: 1,
  record: "extradition",
  opens: true,
  title: { en: "Extradition requested", es: "Extradición solicitada" },
  schema,
  rule: ({ body, subject, occurred }, standing) => {
    const extradition = standing.record(subject);
    const [request, decisions] = [{ body, occurred }, decisionsOf(extradition)];
    for (const decision of decisions) checkDecision(decision, request);
    for (const surrender of surrendersOf(extradition)) checkSurrender(surrender, request, decisions);
    const { defendant, person, country: code } = body;
    requireInCase(standing, defendant, body.case, "defendant");
    if (!isAbroad(code)) throw extraditionFromHome({ country: code, field: "country", value: code });
    requireSamePerson(standing, defendant, person);
  },
  projection: {
    table: "extradition_request",
    columns: { case_id: "uuid", country: "text", form: "text", defendant: "uuid", person: "uuid" },
    indexed: ["case_id", "country", "person"],
    row: (body) => ({
      case_id: body.case,
      country: body.country,
      form: body.form,
      defendant: body.defendant ?? null,
      person: body.person ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
