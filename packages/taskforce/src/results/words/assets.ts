/** Words of the measures of property: assets seized and forfeited, and their sums in one currency or unit. */

import type { MeasureWords, Text } from "./measure.ts";

export const seizuresWords: MeasureWords = {
  name: "seizures",
  version: 1,
  counts: "number",
  title: { en: "Seizures", es: "Incautaciones" },
  unit: { en: "asset seized", es: "bien incautado" },
  definition: {
    en: "Every asset that the government seized. What a court only restrained, what notice was only posted on, and what was only named for forfeiture is no seizure. Values are those at the time of the seizure; no currency or unit is converted or added to another.",
    es: "Cada bien que el gobierno incautó. Lo que un tribunal solo inmovilizó, aquello en que solo se fijó un aviso y lo que solo se señaló para decomiso no es una incautación. Los valores son los del momento de la incautación; ninguna moneda o unidad se convierte ni se suma a otra.",
  },
  eventDate: { en: "date of the seizure", es: "fecha de la incautación" },
  samePerson: {
    en: "An asset counts once, whoever it was taken from.",
    es: "Un bien cuenta una sola vez, sin importar a quién se le quitó.",
  },
};

export const forfeituresWords: MeasureWords = {
  name: "forfeitures",
  version: 1,
  counts: "number",
  title: { en: "Forfeitures", es: "Decomisos" },
  unit: { en: "asset forfeited", es: "bien decomisado" },
  definition: {
    en: "Every asset of which at least a part was forfeited to the United States, by the agency or by a court. A preliminary order alone does not count. Its sum is the one ordered or, where all of it was forfeited, its value when it was seized; no currency or unit is converted or added to another.",
    es: "Cada bien del que al menos una parte fue decomisada a favor de los Estados Unidos, por la agencia o por un tribunal. Una orden preliminar por sí sola no cuenta. Su suma es la ordenada o, si se decomisó entero, su valor al ser incautado; ninguna moneda o unidad se convierte ni se suma a otra.",
  },
  eventDate: { en: "date of the order", es: "fecha de la orden" },
  samePerson: {
    en: "An asset counts once, by its first final order inside the window; orders for further parts add their sums only.",
    es: "Un bien cuenta una sola vez, por su primera orden definitiva dentro del período; las órdenes por otras partes solo agregan sus sumas.",
  },
};

/** The words of the sum of a measure of assets in one currency or one unit. */
export function sumWords(of: MeasureWords, what: string, said: Text, money: boolean): MeasureWords {
  return {
    ...of,
    name: `${of.name}-in-${what}`,
    counts: money ? "minor" : "thousandths",
    title: { en: `${of.title.en}, ${said.en}`, es: `${of.title.es}, ${said.es}` },
    unit: money
      ? { en: `smallest unit of ${said.en}`, es: `unidad menor de ${said.es}` }
      : { en: `thousandth of ${said.en}`, es: `milésima de ${said.es}` },
    definition: {
      en: `The sum in ${said.en} of what is counted; what has another or no ${money ? "value" : "quantity"} is left out. ${of.definition.en}`,
      es: `La suma en ${said.es} de lo que se cuenta; se excluye lo que tiene ${money ? "otro valor o ninguno" : "otra cantidad o ninguna"}. ${of.definition.es}`,
    },
  };
}
