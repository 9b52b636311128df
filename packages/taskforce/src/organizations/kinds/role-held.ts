/**
 * A part that one person plays in an organization over a stretch of time. A tier is a judgement about a person, so it
 * stands on a source or not at all. The person is a defendant or a random id; people smuggled have no role.
 */
import { defineKind, defineRefusal, type Language, ref } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { requireSamePerson } from "../../cases/pure.ts";
import { choice, dateColumns, quote, says, text, type Words } from "../../sources/pure.ts";
import { from, requireOrder, sayStretch, until } from "../stretch.ts";

const tiers = {
  leader: { en: "leader", es: "líder" },
  organizer: { en: "organizer", es: "organizador" },
  "significant-facilitator": { en: "significant facilitator", es: "facilitador importante" },
  manager: { en: "manager or supervisor", es: "encargado o supervisor" },
  member: { en: "member", es: "miembro" },
} satisfies Words;

const schema = z.strictObject({
  organization: ref("organization").meta(
    says({
      title: "Organization",
      titleEs: "Organización",
      description: "The organization in which the role is held",
      descriptionEs: "La organización en la que se tiene el papel",
    }),
  ),
  defendant: ref("defendant")
    .meta(
      says({
        title: "Defendant",
        titleEs: "Persona acusada",
        description: "The defendant who holds it, where the person is one",
        descriptionEs: "La persona acusada que lo tiene, si lo es",
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
        description: "The random id of the person who holds it; never a name",
        descriptionEs: "El identificador al azar de la persona que lo tiene; nunca un nombre",
      }),
    )
    .optional(),
  tier: choice(tiers, {
    title: "Tier",
    titleEs: "Nivel",
    description: "How high the person stands; needs a source that says so",
    descriptionEs: "Qué tan alto está la persona; necesita una fuente que lo diga",
    law: "USSG §3B1.1",
  }).optional(),
  part: text(200, {
    title: "Part",
    titleEs: "Papel",
    description: "What the person does, such as “collects fees”; never a name",
    descriptionEs: "Qué hace la persona, como «cobra los pagos»; nunca un nombre",
  }).optional(),
  from,
  until,
});

export type RoleHeld = z.infer<typeof schema>;

const roleOfNobody = defineRefusal({
  code: "role-of-nobody",
  status: 422,
  en: {
    sentence: () => "A role is held by somebody, and neither a defendant nor a person is named.",
    remedy: () => "Name the defendant, or give the person's random id.",
  },
  es: {
    sentence: () => "Un papel lo tiene alguien, y no se indica ni persona acusada ni persona.",
    remedy: () => "Indique la persona acusada, o el identificador al azar de la persona.",
  },
});

const tierWithoutEvidence = defineRefusal({
  code: "tier-without-evidence",
  status: 422,
  en: {
    sentence: () =>
      "Nobody is called a leader or given another tier without evidence, and no source is named.",
    remedy: () => "Name the source that says so, or leave the tier out.",
  },
  es: {
    sentence: () => "A nadie se le llama líder ni se le da otro nivel sin pruebas, y no se indica fuente.",
    remedy: () => "Indique la fuente que lo dice, u omita el nivel.",
  },
});

function sentence(body: RoleHeld, language: Language): string {
  const es = language === "es";
  const tier =
    body.tier === undefined
      ? es
        ? "una función"
        : "a role"
      : `${es ? "el papel de" : "the role of"} ${tiers[body.tier][language]}`;
  const part = body.part === undefined ? "" : ` (${quote(body.part, language)})`;
  const who =
    body.defendant === undefined
      ? es
        ? "Una persona"
        : "A person"
      : es
        ? "La persona acusada"
        : "The defendant";
  return es
    ? `${who} tuvo en la organización ${tier}${part}${sayStretch(body, "es")}.`
    : `${who} held ${tier} in the organization${part}${sayStretch(body, "en")}.`;
}

export const roleHeld = defineKind({
  kind: "role.held",
  version: 1,
  record: "role",
  opens: true,
  title: { en: "Role held", es: "Papel desempeñado" },
  schema,
  rule: ({ body, source }, standing) => {
    if (body.defendant === undefined && body.person === undefined)
      throw roleOfNobody({ field: "defendant", value: undefined });
    requireSamePerson(standing, body.defendant, body.person);
    if (body.tier !== undefined && source === undefined)
      throw tierWithoutEvidence({ field: "source", value: undefined });
    requireOrder(body);
  },
  projection: {
    table: "role",
    columns: {
      organization: "uuid",
      defendant: "uuid",
      person: "uuid",
      tier: "text",
      part: "text",
      held: "text",
      held_from: "date",
      held_to: "date",
      ended_on: "text",
      ended_on_from: "date",
      ended_on_to: "date",
    },
    indexed: ["organization", "defendant", "person", "tier"],
    row: (body) => ({
      organization: body.organization,
      defendant: body.defendant ?? null,
      person: body.person ?? null,
      tier: body.tier ?? null,
      part: body.part ?? null,
      ...dateColumns("held", body.from),
      ...dateColumns("ended_on", body.until),
    }),
  },
  sentence: {
    en: ({ body }) => sentence(body, "en"),
    es: ({ body }) => sentence(body, "es"),
  },
});
