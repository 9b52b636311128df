/** A case with the facts that its sources state about the venture; what they leave unsaid stays unknown. */
import { defineKind, impreciseDate, type Language, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, dateColumns, quote, says, text, whole, type Words, yesNo } from "../../sources/pure.ts";
import { district, sayDistrict } from "../place.ts";

const taskForce = {
  yes: { en: "yes", es: "sí" },
  no: { en: "no", es: "no" },
  unknown: { en: "unknown", es: "se desconoce" },
} satisfies Words;

const statuses = {
  charged: { en: "charged", es: "con cargos" },
  "partly-pleaded": { en: "some defendants pleaded guilty", es: "algunas personas se declararon culpables" },
  pleaded: { en: "pleaded guilty", es: "con declaración de culpabilidad" },
  "partly-sentenced": { en: "some defendants sentenced", es: "algunas personas sentenciadas" },
  sentenced: { en: "sentenced", es: "con sentencia" },
} satisfies Words;

const qualifiers = {
  exact: { en: "exactly", es: "exactamente" },
  "at-least": { en: "at least", es: "al menos" },
  about: { en: "about", es: "alrededor de" },
  stated: { en: "as stated", es: "según se indica" },
} satisfies Words;

const peopleSmuggled = z
  .strictObject({
    count: whole(1, 10_000_000, {
      title: "Number of people",
      titleEs: "Número de personas",
      description: "How many people were smuggled, as the source says",
      descriptionEs: "Cuántas personas fueron objeto del tráfico, según la fuente",
      law: "USSG §2L1.1(b)(2)",
    }),
    qualifier: choice(qualifiers, {
      title: "How exact",
      titleEs: "Con qué exactitud",
      description: "Whether the number is exact, a floor, a round number, or just stated",
      descriptionEs: "Si el número es exacto, un mínimo, aproximado o solo indicado",
    }),
  })
  .meta(
    says({
      title: "People smuggled",
      titleEs: "Personas objeto del tráfico",
      description: "How many people were smuggled; left out where no number is stated",
      descriptionEs: "Cuántas personas fueron objeto del tráfico; se omite si no se indica un número",
    }),
  );

const schema = z.strictObject({
  title: text(300, {
    title: "Title",
    titleEs: "Título",
    description: "A short name for the case that names no person",
    descriptionEs: "Un nombre corto del caso que no nombra a ninguna persona",
  }),
  district: district().optional(),
  taskForce: choice(taskForce, {
    title: "Task force's case",
    titleEs: "Caso del grupo de trabajo",
    description: "Whether a source calls it a case of the task force",
    descriptionEs: "Si una fuente lo llama caso del grupo de trabajo",
  }),
  status: choice(statuses, {
    title: "Stage",
    titleEs: "Etapa",
    description: "How far the case had come when the source spoke of it",
    descriptionEs: "Hasta dónde había llegado el caso cuando la fuente habló de él",
  }).optional(),
  summary: text(4000, {
    title: "Summary",
    titleEs: "Resumen",
    description: "What the case is about, in a few plain sentences without names",
    descriptionEs: "De qué trata el caso, en pocas frases sencillas y sin nombres",
  }).optional(),
  offense: impreciseDate
    .meta({
      title: "Date of the offense",
      titleEs: "Fecha del delito",
      description: "When the conduct took place, no more precise than it is known",
      descriptionEs: "Cuándo ocurrió la conducta, sin más precisión que la conocida",
    })
    .optional(),
  announced: impreciseDate
    .meta({
      title: "Announced",
      titleEs: "Anunciado",
      description: "When the case or its latest step was announced",
      descriptionEs: "Cuándo se anunció el caso o su paso más reciente",
    })
    .optional(),
  peopleSmuggled: peopleSmuggled.optional(),
  deaths: whole(0, 100_000, {
    title: "Deaths",
    titleEs: "Muertes",
    description: "How many people died; 0 only where a source says that nobody did",
    descriptionEs: "Cuántas personas murieron; 0 solo si una fuente dice que nadie murió",
    law: "8 U.S.C. § 1324(a)(1)(B)(iv)",
  }).optional(),
  injured: whole(0, 100_000, {
    title: "Injured",
    titleEs: "Personas heridas",
    description: "How many people were injured; 0 only where a source says that nobody was",
    descriptionEs: "Cuántas personas resultaron heridas; 0 solo si una fuente dice que nadie lo fue",
    law: "8 U.S.C. § 1324(a)(1)(B)(iii)",
  }).optional(),
  minors: yesNo({
    title: "Minors",
    titleEs: "Menores",
    description: "Whether minors were among the people smuggled",
    descriptionEs: "Si hubo menores entre las personas objeto del tráfico",
  }).optional(),
  unaccompaniedMinors: yesNo({
    title: "Unaccompanied minors",
    titleEs: "Menores no acompañados",
    description: "Whether minors traveled without a parent, grandparent or other adult relative",
    descriptionEs: "Si hubo menores que viajaban sin padre, madre, abuelos u otro familiar adulto",
    law: "USSG §2L1.1(b)(4)",
  }).optional(),
  weapon: yesNo({
    title: "Weapon",
    titleEs: "Arma",
    description: "Whether a firearm or other dangerous weapon was held or used",
    descriptionEs: "Si se portó o usó un arma de fuego u otra arma peligrosa",
    law: "USSG §2L1.1(b)(5)",
  }).optional(),
  flight: yesNo({
    title: "Flight",
    titleEs: "Huida",
    description: "Whether a vehicle or vessel fled from officers",
    descriptionEs: "Si un vehículo o una embarcación huyó de las autoridades",
    law: "18 U.S.C. § 758",
  }).optional(),
  detainedForPayment: yesNo({
    title: "Detained for payment",
    titleEs: "Retención para cobrar",
    description: "Whether people were held by threat or force until somebody paid",
    descriptionEs: "Si se retuvo a personas con amenazas o fuerza hasta que alguien pagara",
    law: "USSG §2L1.1(b)(8)(A)",
  }).optional(),
});

export type CaseOpened = z.infer<typeof schema>;

function sentence(body: CaseOpened, occurred: string | undefined, language: Language): string {
  const when = occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`;
  const where = body.district === undefined ? "" : ` ${sayDistrict(body.district, language)}`;
  const alleged = body.status === "charged";
  if (language === "es") {
    return `Se abrió un caso${where}${when}: ${quote(body.title, "es")}${alleged ? "; los cargos son acusaciones sin probar" : ""}.`;
  }
  return `A case was opened${where}${when}: ${quote(body.title, "en")}${alleged ? "; the charges are allegations" : ""}.`;
}

export const caseOpened = defineKind({
  kind: "case.opened",
  version: 1,
  record: "case",
  opens: true,
  title: { en: "Case opened", es: "Caso abierto" },
  schema,
  projection: {
    table: "criminal_case",
    columns: {
      title: "text",
      district: "text",
      task_force: "text",
      status: "text",
      summary: "text",
      offense: "text",
      offense_from: "date",
      offense_to: "date",
      announced: "text",
      announced_from: "date",
      announced_to: "date",
      people_smuggled: "integer",
      people_qualifier: "text",
      deaths: "integer",
      injured: "integer",
      minors: "boolean",
      unaccompanied_minors: "boolean",
      weapon: "boolean",
      flight: "boolean",
      detained_for_payment: "boolean",
    },
    indexed: ["announced_to", "district", "status"],
    row: (body) => ({
      title: body.title,
      district: body.district ?? null,
      task_force: body.taskForce,
      status: body.status ?? null,
      summary: body.summary ?? null,
      ...dateColumns("offense", body.offense),
      ...dateColumns("announced", body.announced),
      people_smuggled: body.peopleSmuggled?.count ?? null,
      people_qualifier: body.peopleSmuggled?.qualifier ?? null,
      deaths: body.deaths ?? null,
      injured: body.injured ?? null,
      minors: body.minors ?? null,
      unaccompanied_minors: body.unaccompaniedMinors ?? null,
      weapon: body.weapon ?? null,
      flight: body.flight ?? null,
      detained_for_payment: body.detainedForPayment ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
