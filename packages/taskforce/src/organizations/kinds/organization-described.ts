/** An organization that smuggles people or serves those who do, as a source describes it. */
import { defineKind, defineRefusal, type Language, ref } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { country, entriesOf, sayCountry } from "../../cases/pure.ts";
import { choice, quote, sayList, says, text, type Words } from "../../sources/pure.ts";

const kindsOfOrganization = {
  cartel: { en: "cartel", es: "cártel" },
  "transnational-organization": {
    en: "transnational criminal organization",
    es: "organización criminal transnacional",
  },
  "smuggling-organization": { en: "smuggling organization", es: "organización de tráfico de personas" },
  cell: { en: "local cell", es: "célula local" },
  facilitator: { en: "facilitating business", es: "empresa facilitadora" },
  "not-stated": { en: "organization of a kind not stated", es: "organización de clase no indicada" },
} satisfies Words;

const schema = z.strictObject({
  name: text(200, {
    title: "Name",
    titleEs: "Nombre",
    description: "What sources call it, or a short description; never a person's name",
    descriptionEs: "Cómo la llaman las fuentes, o una descripción corta; nunca el nombre de una persona",
  }),
  organizationKind: choice(kindsOfOrganization, {
    title: "Kind of organization",
    titleEs: "Clase de organización",
    description: "Cartel, transnational organization, smuggling organization, local cell, or business",
    descriptionEs: "Cártel, organización transnacional, organización de tráfico, célula local o empresa",
    law: "22 U.S.C. § 2708(k)",
  }),
  otherNames: z
    .array(
      text(200, {
        title: "Other name",
        titleEs: "Otro nombre",
        description: "Another name that sources use",
        descriptionEs: "Otro nombre que usan las fuentes",
      }),
    )
    .min(1)
    .max(50)
    .meta(
      says({
        title: "Other names",
        titleEs: "Otros nombres",
        description: "Other names that sources use for it",
        descriptionEs: "Otros nombres que usan las fuentes",
      }),
    )
    .optional(),
  countries: z
    .array(country())
    .min(1)
    .max(60)
    .meta(
      says({
        title: "Countries",
        titleEs: "Países",
        description: "The countries it works in, its base first, each by its two letters",
        descriptionEs: "Los países donde opera, primero su base, cada uno por sus dos letras",
      }),
    )
    .optional(),
  partOf: ref("organization")
    .meta(
      says({
        title: "Part of",
        titleEs: "Parte de",
        description: "The larger organization it belongs to",
        descriptionEs: "La organización mayor a la que pertenece",
      }),
    )
    .optional(),
  summary: text(4000, {
    title: "Summary",
    titleEs: "Resumen",
    description: "What it does and how, in a few plain sentences without names of people",
    descriptionEs: "Qué hace y cómo, en pocas frases sencillas y sin nombres de personas",
  }).optional(),
});

export type OrganizationDescribed = z.infer<typeof schema>;

const partOfItself = defineRefusal({
  code: "organization-part-of-itself",
  status: 422,
  en: {
    sentence: () => "An organization cannot be part of itself.",
    remedy: () => "Name the larger organization, or leave it out.",
  },
  es: {
    sentence: () => "Una organización no puede ser parte de sí misma.",
    remedy: () => "Indique la organización mayor, u omítala.",
  },
});

function sentence(body: OrganizationDescribed, language: Language): string {
  const kind = kindsOfOrganization[body.organizationKind][language];
  const countries = body.countries?.map((code) => sayCountry(code, language)) ?? [];
  const where =
    countries.length === 0
      ? ""
      : `, ${language === "es" ? "que opera en" : "at work in"} ${sayList(countries, language)}`;
  return language === "es"
    ? `Se describió una organización: ${quote(body.name, "es")} (${kind})${where}.`
    : `An organization was described: ${quote(body.name, "en")} (${kind})${where}.`;
}

export const organizationDescribed = defineKind({
  kind: "organization.described",
  version: 1,
  record: "organization",
  opens: true,
  title: { en: "Organization described", es: "Organización descrita" },
  schema,
  rule: ({ body, subject }, standing) => {
    const { partOf } = body;
    if (partOf === undefined) return;
    const larger = entriesOf<OrganizationDescribed>(standing.record(partOf), "organization.described").at(-1);
    // Further up nothing is loaded; two that are part of each other are what happens by mistake.
    if (partOf === subject || larger?.body.partOf === subject)
      throw partOfItself({ field: "partOf", value: partOf });
  },
  projection: {
    table: "organization",
    columns: {
      name: "text",
      organization_kind: "text",
      other_names: "text[]",
      countries: "text[]",
      part_of: "uuid",
      summary: "text",
    },
    indexed: ["name", "part_of"],
    row: (body) => ({
      name: body.name,
      organization_kind: body.organizationKind,
      other_names: body.otherNames ?? null,
      countries: body.countries ?? null,
      part_of: body.partOf ?? null,
      summary: body.summary ?? null,
    }),
  },
  sentence: {
    en: ({ body }) => sentence(body, "en"),
    es: ({ body }) => sentence(body, "es"),
  },
});
