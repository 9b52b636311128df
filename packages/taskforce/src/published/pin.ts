/** What a published figure is pinned to: the definition, the frame, the cut, the scope, the digits and the entries behind them. */
import { z } from "zod";
import { bases, type Counts, populations } from "../results/pure.ts";
import { choice, says, text, whole, type Words } from "../sources/pure.ts";

/** So many counted entries are listed by their identifiers; of more only the digest is kept. */
export const MOST_LISTED = 1000;

const BASES = {
  attested: { en: "Stated by dated sources", es: "Afirmado por fuentes con fecha" },
  recorded: { en: "Recorded in this ledger", es: "Asentado en este registro" },
} satisfies Words<(typeof bases)[number]>;

const COUNTS = {
  number: { en: "A number", es: "Un número" },
  percent: { en: "A percentage, to a tenth", es: "Un porcentaje, con un decimal" },
  minor: {
    en: "A sum in the smallest units of a currency",
    es: "Una suma en unidades menores de una moneda",
  },
  thousandths: { en: "A sum in thousandths of a unit", es: "Una suma en milésimas de una unidad" },
} satisfies Words<Counts>;

const POPULATIONS = {
  record: { en: "All cases in the record", es: "Todos los casos del registro" },
  "task-force": {
    en: "Cases that a source calls the task force's",
    es: "Casos que una fuente atribuye al grupo de trabajo",
  },
} satisfies Words<(typeof populations)[number]>;

export const both = (
  most: number,
  title: string,
  titleEs: string,
  description: string,
  descriptionEs: string,
) =>
  z
    .strictObject({
      en: text(most, {
        title: `${title}, in English`,
        titleEs: `${titleEs}, en inglés`,
        description,
        descriptionEs,
      }),
      es: text(most, {
        title: `${title}, in Spanish`,
        titleEs: `${titleEs}, en español`,
        description,
        descriptionEs,
      }),
    })
    .meta(says({ title, titleEs, description, descriptionEs }));

const day = (title: string, titleEs: string, description: string, descriptionEs: string) =>
  z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .meta(says({ title, titleEs, description, descriptionEs }));

const digest = (title: string, titleEs: string, description: string, descriptionEs: string) =>
  z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .meta(says({ title, titleEs, description, descriptionEs }));

const frame = z
  .strictObject({
    basis: choice(BASES, {
      title: "Basis",
      titleEs: "Base",
      description: "Whether a dated source had to have stated it, or this ledger to have recorded it",
      descriptionEs: "Si debía haberlo afirmado una fuente con fecha, o haberlo asentado este registro",
    }),
    population: choice(POPULATIONS, {
      title: "Population",
      titleEs: "Población",
      description: "Of which cases it counts",
      descriptionEs: "De qué casos cuenta",
    }),
    knownOn: day(
      "Known on",
      "Sabido el",
      "Attested basis: the day by whose end sources had stated it",
      "Base de fuentes: el día hasta cuyo fin las fuentes lo habían afirmado",
    ).optional(),
    since: day(
      "Since",
      "Desde",
      "The first day that counts; left out where all days do",
      "El primer día que cuenta; se omite si cuentan todos",
    ).optional(),
  })
  .meta(
    says({
      title: "Frame",
      titleEs: "Marco",
      description: "Basis, population, window and the day of knowledge",
      descriptionEs: "Base, población, período y día de conocimiento",
    }),
  );

const cut = z
  .strictObject({
    // A position never leaves the house: `record/inside.ts` takes it out of what is shown.
    size: whole(0, Number.MAX_SAFE_INTEGER, {
      title: "Position",
      titleEs: "Posición",
      description: "How many entries the ledger held; kept inside",
      descriptionEs: "Cuántos asientos contenía el registro; queda dentro",
    }).meta({ inside: true }),
    root: digest(
      "Root",
      "Raíz",
      "The root of the ledger's tree there, by which anyone can tell that it is the same history",
      "La raíz del árbol del registro en ese punto, por la que se sabe que es la misma historia",
    ),
    day: day("Seen on", "Visto el", "The day it was seen on", "El día en que se vio"),
  })
  .meta(
    says({
      title: "Cut",
      titleEs: "Corte",
      description: "How much of the ledger was known",
      descriptionEs: "Cuánto del registro se conocía",
    }),
  );

const counted = z
  .strictObject({
    digest: digest(
      "Digest",
      "Resumen",
      "SHA-256 of the sorted identifiers of the entries that count",
      "SHA-256 de los identificadores ordenados de los asientos que cuentan",
    ),
    entries: z
      .array(z.uuid().toLowerCase())
      .max(MOST_LISTED)
      .meta(
        says({
          title: "Entries",
          titleEs: "Asientos",
          description: `The entries that count, where there are no more than ${MOST_LISTED}`,
          descriptionEs: `Los asientos que cuentan, si no son más de ${MOST_LISTED}`,
        }),
      )
      .optional(),
  })
  .meta(
    says({
      title: "Entries behind it",
      titleEs: "Asientos detrás de la cifra",
      description: "Which entries count",
      descriptionEs: "Qué asientos cuentan",
    }),
  );

const leftOut = z
  .array(
    z.strictObject({
      reason: text(80, {
        title: "Reason",
        titleEs: "Razón",
        description: "Why entries were left out",
        descriptionEs: "Por qué no se contaron asientos",
      }),
      entries: whole(1, Number.MAX_SAFE_INTEGER, {
        title: "Entries",
        titleEs: "Asientos",
        description: "How many entries were left out for it",
        descriptionEs: "Cuántos asientos no se contaron por ella",
      }),
    }),
  )
  .meta(
    says({
      title: "Left out",
      titleEs: "No contados",
      description: "Entries that were looked at and not counted, by reason",
      descriptionEs: "Asientos examinados y no contados, por razón",
    }),
  );

const scope = z
  .array(
    text(80, {
      title: "Compartment",
      titleEs: "Compartimento",
      description: "A compartment that the reader held",
      descriptionEs: "Un compartimento que tenía quien leía",
    }),
  )
  .min(1)
  .meta(
    says({
      title: "Scope",
      titleEs: "Alcance",
      description: "What whoever drafted it could read: only that was counted",
      descriptionEs: "Lo que podía leer quien la preparó: solo eso se contó",
    }),
  );

const number = (title: string, titleEs: string, description: string, descriptionEs: string) =>
  whole(0, Number.MAX_SAFE_INTEGER, { title, titleEs, description, descriptionEs });

/** Everything that must come out the same when the figure is run again. */
export const pin = z
  .strictObject({
    measure: text(120, {
      title: "Measure",
      titleEs: "Medida",
      description: "The measure's name",
      descriptionEs: "El nombre de la medida",
    }),
    version: whole(1, 1_000_000, {
      title: "Version",
      titleEs: "Versión",
      description: "The version of the measure's definition",
      descriptionEs: "La versión de la definición de la medida",
    }),
    title: both(200, "Title", "Título", "What the measure is called", "Cómo se llama la medida"),
    unit: both(200, "Unit", "Unidad", "What one of the value is", "Qué es cada unidad del valor"),
    definition: both(
      2000,
      "Definition",
      "Definición",
      "How the measure was defined then",
      "Cómo se definía entonces la medida",
    ),
    frame,
    cut,
    scope,
    counts: choice(COUNTS, {
      title: "What the value is",
      titleEs: "Qué es el valor",
      description: "A number, a percentage, or a sum in the smallest units of a currency or in thousandths",
      descriptionEs: "Un número, un porcentaje, o una suma en unidades menores de una moneda o en milésimas",
    }),
    value: z.number().meta(
      says({
        title: "Value",
        titleEs: "Valor",
        description: "The figure itself",
        descriptionEs: "La cifra misma",
      }),
    ),
    entries: number("Entries", "Asientos", "How many entries count", "Cuántos asientos cuentan"),
    cases: number("Cases", "Casos", "How many cases they belong to", "A cuántos casos pertenecen"),
    synthetic: number(
      "Synthetic entries",
      "Asientos sintéticos",
      "How many of the entries that count are made up for trial or training",
      "Cuántos de los asientos que cuentan fueron creados para pruebas o formación",
    ),
    counted,
    leftOut,
  })
  .meta(
    says({
      title: "Pinned",
      titleEs: "Fijado",
      description: "What must come out the same when the figure is run again",
      descriptionEs: "Lo que debe salir igual cuando se vuelva a calcular la cifra",
    }),
  );

export type Pin = z.infer<typeof pin>;
