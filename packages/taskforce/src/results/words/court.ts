/** Words of the measures of what courts and officers did to people: arrests, indictments, convictions, sentences, extraditions. */
import type { MeasureWords } from "./measure.ts";

export const arrestsWords: MeasureWords = {
  name: "arrests",
  version: 1,
  counts: "number",
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
  counts: "number",
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
  counts: "number",
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

/** “30 years” where the months are whole years, else “40 months”. */
function sayLength(months: number): Record<"en" | "es", string> {
  const whole = months % 12 === 0;
  const number = whole ? months / 12 : months;
  const [en, es] = whole ? ["year", "año"] : ["month", number === 1 ? "mes" : "mese"];
  return { en: `${number} ${en}${number === 1 ? "" : "s"}`, es: `${number} ${es}${number === 1 ? "" : "s"}` };
}

/** The words of the measure of sentences of at least so many months. */
export function longSentencesWords(months: number): MeasureWords {
  const length = sayLength(months);
  return {
    name: `sentences-of-${months}-months-or-more`,
    version: 1,
    counts: "number",
    title: { en: `Sentences of ${length.en} or more`, es: `Sentencias de ${length.es} o más` },
    unit: {
      en: `person sentenced to ${length.en} or more`,
      es: `persona sentenciada a ${length.es} o más`,
    },
    definition: {
      en: `Every person with at least one sentence that stands and whose term of prison, as last amended, is ${months} months or more. Life is longer than any number of months. The term is the whole of one judgment: those of several judgments are not added up. Time served is of unknown length, and so left out.`,
      es: `Cada persona con al menos una sentencia vigente cuya pena de prisión, según su última modificación, es de ${months} meses o más. La cadena perpetua es más larga que cualquier número de meses. La pena es la de toda una sentencia: no se suman las de varias. El tiempo ya cumplido es de duración desconocida y se excluye.`,
    },
    eventDate: { en: "date of sentencing", es: "fecha de la sentencia" },
    samePerson: {
      en: "A person counts once, by the earliest such sentence inside the window, in however many cases or districts.",
      es: "Una persona cuenta una sola vez, por la primera sentencia de esa duración dentro del período, en cuantos casos o distritos sea.",
    },
  };
}

export const extraditionsWords: MeasureWords = {
  name: "extraditions",
  version: 1,
  counts: "number",
  title: { en: "Extraditions", es: "Extradiciones" },
  unit: { en: "person surrendered to the United States", es: "persona entregada a los Estados Unidos" },
  definition: {
    en: "Every person whom another country surrendered to the United States, for good or for trial only. A request or a decision alone does not count.",
    es: "Cada persona que otro país entregó a los Estados Unidos, de forma definitiva o solo para el juicio. Una solicitud o una decisión por sí sola no cuenta.",
  },
  eventDate: { en: "date of the surrender", es: "fecha de la entrega" },
  samePerson: {
    en: "A person counts once, by the earliest surrender inside the window, on however many requests, for however many cases.",
    es: "Una persona cuenta una sola vez, por la primera entrega dentro del período, en cuantas solicitudes y para cuantos casos sea.",
  },
};
