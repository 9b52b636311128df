/** An arrest: one person named as a defendant, or a number of people, at home or abroad. */
import { defineKind, defineRefusal, type Language, ref, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { country, district, isAbroad, requireInCase, sayCountry, sayDistrict } from "../../cases/pure.ts";
import { choice, sayNumber, says, whole, type Words } from "../../sources/pure.ts";

const places = {
  domestic: { en: "in the United States", es: "en los Estados Unidos" },
  foreign: { en: "outside the United States", es: "fuera de los Estados Unidos" },
  unknown: { en: "unknown", es: "se desconoce" },
} satisfies Words;

const schema = z.strictObject({
  case: ref("case").meta(
    says({
      title: "Case",
      titleEs: "Caso",
      description: "The case that the arrest belongs to",
      descriptionEs: "El caso al que pertenece el arresto",
    }),
  ),
  defendant: ref("defendant")
    .meta(
      says({
        title: "Defendant",
        titleEs: "Persona acusada",
        description: "The defendant who was arrested, where the source tells which",
        descriptionEs: "La persona acusada que fue arrestada, si la fuente dice cuál",
      }),
    )
    .optional(),
  persons: whole(1, 10_000, {
    title: "People arrested",
    titleEs: "Personas arrestadas",
    description: "How many people this arrest speaks of; 1 where left out",
    descriptionEs: "De cuántas personas habla este arresto; 1 si se omite",
  }).optional(),
  place: choice(places, {
    title: "Where",
    titleEs: "Dónde",
    description: "In the United States, outside it, or not known",
    descriptionEs: "En los Estados Unidos, fuera de ellos, o se desconoce",
  }),
  country: country().optional(),
  district: district().optional(),
});

export type ArrestMade = z.infer<typeof schema>;

export const onePersonArrested = defineRefusal<{ persons: number }>({
  code: "arrest-of-one-defendant",
  status: 422,
  en: {
    sentence: ({ persons }) => `An arrest that names a defendant is of one person, not of ${persons}.`,
    remedy: () => "Record the other people's arrest as an entry of its own, or leave the defendant out.",
  },
  es: {
    sentence: ({ persons }) =>
      `Un arresto que nombra a una persona acusada es de una persona, no de ${persons}.`,
    remedy: () => "Registre el arresto de las demás personas en otro asiento, u omita a la persona acusada.",
  },
});

export const countryAgainstPlace = defineRefusal<{ place: "domestic" | "foreign"; country: string }>({
  code: "country-against-place",
  status: 422,
  en: {
    sentence: ({ place, country: code }) =>
      place === "foreign"
        ? `An arrest outside the United States cannot have been made in ${sayCountry(code, "en")}.`
        : `An arrest in the United States cannot have been made in ${sayCountry(code, "en")}.`,
    remedy: () => "Correct the place or the country; leave the country out where it is not known.",
  },
  es: {
    sentence: ({ place, country: code }) =>
      place === "foreign"
        ? `Un arresto fuera de los Estados Unidos no puede haberse hecho en: ${sayCountry(code, "es")}.`
        : `Un arresto en los Estados Unidos no puede haberse hecho en: ${sayCountry(code, "es")}.`,
    remedy: () => "Corrija el lugar o el país; omita el país si se desconoce.",
  },
});

function sayPlace(body: ArrestMade, language: Language): string {
  if (body.place === "unknown") return "";
  if (body.place === "domestic" && body.district !== undefined)
    return ` ${sayDistrict(body.district, language)}`;
  const named =
    body.place === "foreign" && body.country !== undefined ? ` (${sayCountry(body.country, language)})` : "";
  return ` ${places[body.place][language]}${named}`;
}

function sentence(body: ArrestMade, occurred: string | undefined, language: Language): string {
  const persons = body.persons ?? 1;
  const rest = `${sayPlace(body, language)}${occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`}`;
  if (language === "es") {
    if (body.defendant !== undefined) return `La persona acusada fue arrestada${rest}.`;
    return persons === 1
      ? `Una persona fue arrestada${rest}.`
      : `${sayNumber(persons, "es")} personas fueron arrestadas${rest}.`;
  }
  if (body.defendant !== undefined) return `The defendant was arrested${rest}.`;
  return persons === 1
    ? `One person was arrested${rest}.`
    : `${sayNumber(persons, "en")} people were arrested${rest}.`;
}

export const arrestMade = defineKind({
  kind: "arrest.made",
  version: 1,
  record: "arrest",
  opens: true,
  title: { en: "Arrest made", es: "Arresto realizado" },
  schema,
  rule: ({ body }, standing) => {
    const { defendant, persons = 1, place, country: code } = body;
    requireInCase(standing, defendant, body.case, "defendant");
    if (defendant !== undefined && persons !== 1) {
      throw onePersonArrested({ persons, field: "persons", value: persons });
    }
    if (code !== undefined && place !== "unknown" && isAbroad(code) !== (place === "foreign")) {
      throw countryAgainstPlace({ place, country: code, field: "country", value: code });
    }
  },
  projection: {
    table: "arrest",
    columns: {
      case_id: "uuid",
      defendant: "uuid",
      persons: "integer",
      place: "text",
      country: "text",
      district: "text",
    },
    indexed: ["case_id", "defendant"],
    row: (body) => ({
      case_id: body.case,
      defendant: body.defendant ?? null,
      persons: body.persons ?? 1,
      place: body.place,
      country: body.country ?? null,
      district: body.district ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
