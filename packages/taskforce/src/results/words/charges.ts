/** Words of the measures of what prosecutors brought: indictments, defendants charged, felony prosecutions and their share. */
import type { MeasureWords } from "./measure.ts";

export const indictmentsWords: MeasureWords = {
  name: "indictments",
  version: 1,
  counts: "number",
  title: { en: "Indictments", es: "Acusaciones del gran jurado" },
  unit: { en: "indictment", es: "acusación formal del gran jurado" },
  definition: {
    en: "Every indictment filed. A superseding indictment takes the place of one counted already and adds nothing, whether or not it says which. Complaints and informations are no indictments.",
    es: "Cada acusación formal del gran jurado presentada. La que sustituye a otra ya contada no suma, diga o no a cuál. Las denuncias y las acusaciones de la fiscalía no lo son.",
  },
  eventDate: { en: "date it was filed", es: "fecha de presentación" },
  samePerson: {
    en: "It counts once, however many people it charges: by the earliest indictment inside the window of those that took one another's place.",
    es: "Cuenta una vez, acuse a cuantas personas acuse: por la primera, dentro del período, de las que se sustituyeron unas a otras.",
  },
};

export const defendantsChargedWords: MeasureWords = {
  name: "defendants-charged",
  version: 1,
  counts: "number",
  title: { en: "Defendants charged", es: "Personas acusadas" },
  unit: { en: "person charged in a fiscal year", es: "persona acusada en un año fiscal" },
  definition: {
    en: "Every person against whom at least one recorded count was brought, in each fiscal year in which one was. What became of the count later does not matter.",
    es: "Cada persona contra la que se presentó al menos un cargo registrado, en cada año fiscal en que se presentó alguno. No importa qué ocurrió después con el cargo.",
  },
  eventDate: { en: "date the count was filed", es: "fecha de presentación del cargo" },
  samePerson: {
    en: "A person counts once in a fiscal year, by its earliest charge, however many counts, superseding indictments, cases or districts there are. Charges whose fiscal year is not sure count as the fewest years that explain them.",
    es: "Una persona cuenta una vez por año fiscal, por el primer cargo de ese año, sin importar cuántos cargos, acusaciones sustitutivas, casos o distritos haya. Los cargos cuyo año fiscal no es seguro cuentan como el menor número de años que los explica.",
  },
};

const GRADES = {
  en: "A felony is an offense punishable by more than one year. Which statutes are, the table of grades in docs/measures.md says, each with how sure it is; a charge under any other has no known grade.",
  es: "Un delito grave es el castigado con más de un año. Cuáles lo son lo dice la tabla de grados de docs/measures.md, cada uno con su grado de certeza; de los cargos por cualquier otra ley no se conoce el grado.",
};

export const felonyProsecutionsWords: MeasureWords = {
  name: "felony-prosecutions",
  version: 1,
  counts: "number",
  title: { en: "Felony prosecutions", es: "Procesos por delitos graves" },
  unit: {
    en: "defendant in one case, charged with a felony",
    es: "persona acusada en un caso por un delito grave",
  },
  definition: {
    en: `Every defendant in a case charged there with at least one felony. ${GRADES.en}`,
    es: `Cada persona acusada en un caso de al menos un delito grave. ${GRADES.es}`,
  },
  eventDate: { en: "date the count was filed", es: "fecha de presentación del cargo" },
  samePerson: {
    en: "Prosecutions are counted, not people: one defendant in one case counts once, by the earliest felony count inside the window; the same person prosecuted in two cases counts twice.",
    es: "Se cuentan procesos, no personas: una persona acusada en un caso cuenta una vez, por el primer cargo por delito grave dentro del período; la misma persona procesada en dos casos cuenta dos veces.",
  },
};

export const felonyShareWords: MeasureWords = {
  name: "felony-share",
  version: 1,
  counts: "percent",
  title: { en: "Felony share", es: "Proporción de delitos graves" },
  unit: { en: "percent of prosecutions of known grade", es: "por ciento de los procesos de grado conocido" },
  definition: {
    en: `Of the prosecutions whose grade is known, the percentage with at least one felony count, to a tenth. ${GRADES.en} A defendant with a count of unknown grade and no felony is left out of both numbers.`,
    es: `De los procesos cuyo grado se conoce, el porcentaje con al menos un cargo por delito grave, con un decimal. ${GRADES.es} Quien tiene un cargo de grado desconocido y ninguno grave se excluye de ambos números.`,
  },
  eventDate: { en: "date the count was filed", es: "fecha de presentación del cargo" },
  samePerson: {
    en: "Prosecutions are counted, not people: one defendant in one case counts once.",
    es: "Se cuentan procesos, no personas: una persona acusada en un caso cuenta una vez.",
  },
};

/** The words of growth between two fiscal years of another measure. */
export function growthWords(of: MeasureWords, base: number, later: number): MeasureWords {
  return {
    name: `growth-since-${base}-to-${later}-of-${of.name}`,
    version: of.version,
    counts: "percent",
    title: {
      en: `Growth since fiscal year ${base}: ${of.title.en.toLowerCase()}`,
      es: `Aumento desde el año fiscal ${base}: ${of.title.es.toLowerCase()}`,
    },
    unit: { en: `percent of fiscal year ${base}`, es: `por ciento del año fiscal ${base}` },
    definition: {
      en: `By how many percent, to a tenth, fiscal year ${later} has more than fiscal year ${base}, each year counted by itself. What is counted: ${of.definition.en}`,
      es: `En qué porcentaje, con un decimal, el año fiscal ${later} supera al ${base}, contado cada año por separado. Lo que se cuenta: ${of.definition.es}`,
    },
    eventDate: of.eventDate,
    samePerson: of.samePerson,
  };
}
