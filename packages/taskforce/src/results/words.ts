/** What the measures and the reasons for leaving entries out are called, in both languages; no database needed. */
import type { Language } from "@joint-docket/ledger/pure";
import type { Population } from "./frame.ts";

export type Text = Readonly<Record<Language, string>>;

export const measureNames = ["arrests", "convictions", "sentenced"] as const;
export type MeasureName = (typeof measureNames)[number];

/** The part of a measure's definition that people read. */
export interface MeasureWords {
  readonly name: MeasureName;
  /** Raised whenever the same entries would give another value. */
  readonly version: number;
  readonly title: Text;
  /** What one of the value is. */
  readonly unit: Text;
  readonly definition: Text;
  /** The date that places it inside or outside the window. */
  readonly eventDate: Text;
  /** When two entries speak of one and the same. */
  readonly samePerson: Text;
}

export const arrestsWords: MeasureWords = {
  name: "arrests",
  version: 1,
  title: { en: "Arrests", es: "Arrestos" },
  unit: { en: "arrest of one person", es: "arresto de una persona" },
  definition: {
    en: "Every arrest of a person that stands in the record, in the United States or abroad. An entry about several people counts once for each of them.",
    es: "Cada arresto de una persona que consta en el registro, en los Estados Unidos o en otro país. Un asiento sobre varias personas cuenta una vez por cada una.",
  },
  eventDate: { en: "date of the arrest", es: "fecha del arresto" },
  samePerson: {
    en: "Arrests of the same person whose possible dates overlap may be one arrest, so they count as the fewest arrests that explain them.",
    es: "Los arrestos de la misma persona cuyas fechas posibles se superponen pueden ser uno solo; cuentan como el menor número de arrestos que los explica.",
  },
};

export const convictionsWords: MeasureWords = {
  name: "convictions",
  version: 1,
  title: { en: "Convictions", es: "Condenas" },
  unit: { en: "person convicted", es: "persona condenada" },
  definition: {
    en: "Every person with at least one conviction that stands, by plea or verdict. Vacated convictions do not count.",
    es: "Cada persona con al menos una condena vigente, por declaración de culpabilidad o por veredicto. Las condenas anuladas no cuentan.",
  },
  eventDate: { en: "date of the conviction", es: "fecha de la condena" },
  samePerson: {
    en: "A person counts once, by the earliest conviction inside the window: however many counts, superseding indictments, cases or districts.",
    es: "Una persona cuenta una sola vez, por la primera condena dentro del período: sin importar cuántos cargos, acusaciones sustitutivas, casos o distritos haya.",
  },
};

export const sentencedWords: MeasureWords = {
  name: "sentenced",
  version: 1,
  title: { en: "People sentenced", es: "Personas sentenciadas" },
  unit: { en: "person sentenced", es: "persona sentenciada" },
  definition: {
    en: "Every person with at least one sentence that stands. A later change of its terms counts nothing more; a vacated sentence does not count. Where only a conviction behind it was vacated, it counts until the sentence is vacated too.",
    es: "Cada persona con al menos una sentencia vigente. Un cambio posterior de sus términos no suma; una sentencia anulada no cuenta. Si solo se anuló una condena en que se basa, cuenta hasta que también se anule la sentencia.",
  },
  eventDate: { en: "date of sentencing", es: "fecha de la sentencia" },
  samePerson: {
    en: "A person counts once, by the earliest sentence inside the window, in however many cases or districts.",
    es: "Una persona cuenta una sola vez, por la primera sentencia dentro del período, en cuantos casos o distritos sea.",
  },
};

/** The words of every measure, in the order pages show them. */
export const measureWords: Readonly<Record<MeasureName, MeasureWords>> = {
  arrests: arrestsWords,
  convictions: convictionsWords,
  sentenced: sentencedWords,
};

export const populationTitles: Readonly<Record<Population, Text>> = {
  record: { en: "All cases in the record", es: "Todos los casos del registro" },
  "task-force": {
    en: "Cases that a source calls the task force's",
    es: "Casos que una fuente atribuye al grupo de trabajo",
  },
};

export const reasons = [
  "after-window",
  "another-count-of-same-defendant",
  "before-window",
  "date-unknown",
  "defendant-unknown",
  "emptied",
  "may-be-before-window",
  "no-arrest-stated",
  "no-dated-source",
  "not-task-force",
  "same-person",
  "task-force-unknown",
  "vacated",
  "withdrawn",
] as const;
export type Reason = (typeof reasons)[number];

/** Why an entry is left out, as a heading over such entries. */
export const reasonTitles: Readonly<Record<Reason, Text>> = {
  "after-window": {
    en: "Dated after the day it is known as of",
    es: "Con fecha posterior al día de referencia",
  },
  "another-count-of-same-defendant": {
    en: "Another count against the same defendant",
    es: "Otro cargo contra la misma persona acusada",
  },
  "before-window": { en: "Before the period counted", es: "Antes del período contado" },
  "date-unknown": { en: "Date not known", es: "Fecha desconocida" },
  "defendant-unknown": { en: "Defendant not known", es: "Persona acusada desconocida" },
  emptied: { en: "Lawfully emptied", es: "Vaciado conforme a la ley" },
  "may-be-before-window": {
    en: "May have been before the period counted",
    es: "Puede ser anterior al período contado",
  },
  "no-arrest-stated": { en: "No arrest stated", es: "Sin arresto indicado" },
  "no-dated-source": { en: "No dated source", es: "Sin fuente con fecha" },
  "not-task-force": { en: "Not a case of the task force", es: "No es un caso del grupo de trabajo" },
  "same-person": { en: "The same person, counted already", es: "La misma persona, ya contada" },
  "task-force-unknown": {
    en: "Not known whether it is the task force's case",
    es: "Se desconoce si es un caso del grupo de trabajo",
  },
  vacated: { en: "Vacated by the court", es: "Anulado por el tribunal" },
  withdrawn: { en: "Entry withdrawn", es: "Asiento retirado" },
};
