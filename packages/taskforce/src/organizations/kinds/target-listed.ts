/** A leadership target in one of the three categories of the rewards programme; the person is an id or a class, never a name. */
import {
  defineKind,
  defineRefusal,
  type Id,
  type Language,
  ref,
  type Standing,
} from "@joint-docket/ledger/pure";
import { z } from "zod";
import { entriesOf, requireSamePerson } from "../../cases/pure.ts";
import { choice, quote, says, sayWhenKnown, text, type Words } from "../../sources/pure.ts";
import type { VentureDescribed } from "../../ventures/pure.ts";

const categories = {
  "organization-leader": {
    en: "leader of an identified cartel or transnational organization",
    es: "líder de un cártel u organización transnacional identificados",
  },
  "mass-casualty-leader": {
    en: "leader behind an identified mass-casualty event",
    es: "líder responsable de un suceso identificado con muchas víctimas",
  },
  "priority-fugitive": {
    en: "identified high-priority fugitive",
    es: "persona prófuga identificada de alta prioridad",
  },
} satisfies Words;

const schema = z.strictObject({
  category: choice(categories, {
    title: "Category",
    titleEs: "Categoría",
    description: "Leader of an organization, leader behind a mass-casualty event, or high-priority fugitive",
    descriptionEs:
      "Líder de una organización, líder responsable de un suceso con muchas víctimas, o persona prófuga",
    law: "22 U.S.C. § 2708(b)",
  }),
  designation: text(200, {
    title: "Designation",
    titleEs: "Designación",
    description: "Whom the list means, such as “key leaders” or “organizer of the boats”; never a name",
    descriptionEs:
      "A quién se refiere, como «líderes principales» u «organizador de las lanchas»; nunca un nombre",
  }),
  organization: ref("organization")
    .meta(
      says({
        title: "Organization",
        titleEs: "Organización",
        description: "The organization led; needed for the leader of an organization",
        descriptionEs: "La organización que dirige; necesaria para el líder de una organización",
      }),
    )
    .optional(),
  venture: ref("venture")
    .meta(
      says({
        title: "Event",
        titleEs: "Suceso",
        description: "The event with its deaths or injuries; needed for a mass-casualty event",
        descriptionEs: "El suceso con sus muertes o heridas; necesario si hubo muchas víctimas",
      }),
    )
    .optional(),
  defendant: ref("defendant")
    .meta(
      says({
        title: "Defendant",
        titleEs: "Persona acusada",
        description: "The defendant who is meant; a fugitive is a defendant or a person",
        descriptionEs: "La persona acusada a la que se refiere; quien está prófugo es acusado o persona",
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
        description: "The random id of the person who is meant; never a name",
        descriptionEs: "El identificador al azar de la persona a la que se refiere; nunca un nombre",
      }),
    )
    .optional(),
});

export type TargetListed = z.infer<typeof schema>;

const targetNeedsOrganization = defineRefusal({
  code: "target-needs-organization",
  status: 422,
  en: {
    sentence: () => "The leader of an organization is listed without the organization.",
    remedy: () => "Describe the organization first and name it, or choose another category.",
  },
  es: {
    sentence: () => "Se incluye al líder de una organización sin la organización.",
    remedy: () => "Describa primero la organización e indíquela, o elija otra categoría.",
  },
});

const targetNeedsEvent = defineRefusal({
  code: "target-needs-event",
  status: 422,
  en: {
    sentence: () => "The leader behind a mass-casualty event is listed without the event.",
    remedy: () => "Describe the venture first and name it, or choose another category.",
  },
  es: {
    sentence: () => "Se incluye al líder responsable de un suceso con muchas víctimas sin el suceso.",
    remedy: () => "Describa primero el suceso e indíquelo, o elija otra categoría.",
  },
});

const targetNeedsPerson = defineRefusal({
  code: "target-needs-person",
  status: 422,
  en: {
    sentence: () => "An identified fugitive is one person, and neither a defendant nor a person is named.",
    remedy: () => "Name the defendant, give the person's random id, or choose another category.",
  },
  es: {
    sentence: () => "Una persona prófuga identificada es una sola, y no se indica ni acusada ni persona.",
    remedy: () => "Indique la persona acusada, su identificador al azar, o elija otra categoría.",
  },
});

const eventWithoutCasualties = defineRefusal({
  code: "event-without-casualties",
  status: 422,
  en: {
    sentence: () => "The record says that nobody died in the event, and tells of nobody injured.",
    remedy: () =>
      "Name the event with its deaths or injuries, correct the venture, or choose another category.",
  },
  es: {
    sentence: () => "El registro dice que nadie murió en el suceso, y no habla de personas heridas.",
    remedy: () => "Indique el suceso con sus muertes o heridas, corríjalo, o elija otra categoría.",
  },
});

function ventureOf(standing: Standing, venture: Id | undefined): VentureDescribed | undefined {
  if (venture === undefined) return undefined;
  return entriesOf<VentureDescribed>(standing.record(venture), "venture.described").at(-1)?.body;
}

/** Whether it is said that nobody died and nothing is said of injuries; where nothing is said, somebody may have. */
function harmedNobody(event: VentureDescribed | undefined): boolean {
  const noDeaths = event?.deaths?.count === 0 && event.deaths.qualifier === "exact";
  return noDeaths && Object.values(event?.injuries ?? {}).every((injured) => injured?.count === 0);
}

function sentence(body: TargetListed, occurred: string | undefined, language: Language): string {
  const rest = `${sayWhenKnown(occurred, language)}: ${quote(body.designation, language)}, ${categories[body.category][language]}`;
  return language === "es" ? `Se incluyó un objetivo${rest}.` : `A target was listed${rest}.`;
}

export const targetListed = defineKind({
  kind: "target.listed",
  version: 1,
  record: "target",
  opens: true,
  title: { en: "Leadership target listed", es: "Objetivo de liderazgo incluido" },
  schema,
  rule: ({ body }, standing) => {
    if (body.category === "organization-leader" && body.organization === undefined)
      throw targetNeedsOrganization({ field: "organization", value: undefined });
    if (body.category === "mass-casualty-leader" && body.venture === undefined)
      throw targetNeedsEvent({ field: "venture", value: undefined });
    if (body.category === "priority-fugitive" && body.defendant === undefined && body.person === undefined)
      throw targetNeedsPerson({ field: "defendant", value: undefined });
    requireSamePerson(standing, body.defendant, body.person);
    if (body.category === "mass-casualty-leader" && harmedNobody(ventureOf(standing, body.venture)))
      throw eventWithoutCasualties({ field: "venture", value: body.venture });
  },
  projection: {
    table: "target",
    columns: {
      category: "text",
      designation: "text",
      organization: "uuid",
      venture: "uuid",
      defendant: "uuid",
      person: "uuid",
    },
    indexed: ["category", "organization"],
    row: (body) => ({
      category: body.category,
      designation: body.designation,
      organization: body.organization ?? null,
      venture: body.venture ?? null,
      defendant: body.defendant ?? null,
      person: body.person ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
