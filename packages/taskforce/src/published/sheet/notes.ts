/** What a fact sheet shows and what it does not, in sentences that its page, its paper and its files have in common. */
import { type Language, sayDate } from "@joint-docket/ledger";
import { populationTitles, type Reported, type Text } from "../../results/index.ts";
import { sayNumber, syntheticMark } from "../../sources/pure.ts";
import { sayCount } from "../say.ts";
import type { FactSheet, SheetFigure } from "./sheet.ts";

const both = (say: (language: Language) => string): Text => ({ en: say("en"), es: say("es") });

/** “As known on May 31, 2024, …”: the frame in one sentence. */
export function sayFrame({ basis, day, since, population }: FactSheet): Text {
  return both((language) => {
    const en = language === "en";
    const on = sayDate(day, language);
    const known =
      basis === "attested"
        ? en
          ? `what dated sources had stated by ${on}`
          : `lo que fuentes con fecha habían afirmado hasta el ${on}`
        : en
          ? `what this ledger had recorded by ${on}`
          : `lo que este registro había asentado hasta el ${on}`;
    const window =
      since === null
        ? en
          ? "from the beginning"
          : "desde el principio"
        : en
          ? `since ${sayDate(since, "en")}`
          : `desde el ${sayDate(since, "es")}`;
    const cases = populationTitles[population][language];
    return en
      ? `Counted ${window} from ${known}. Population: ${cases.toLowerCase()}.`
      : `Contado ${window} a partir de ${known}. Población: ${cases.toLowerCase()}.`;
  });
}

const SHOWN: readonly Text[] = [
  {
    en: "Every figure is counted from entries of the record by one definition, and opens to those entries and to the ones left out.",
    es: "Cada cifra se cuenta a partir de asientos del registro según una sola definición, y se abre hasta esos asientos y los no contados.",
  },
  {
    en: "What others reported stands beside a figure and is never mixed with it.",
    es: "Lo que otros informaron está junto a la cifra y nunca se mezcla con ella.",
  },
];

const GROWTH: Text = {
  en: "Growth is given only as others claimed it: each claim by itself, because they count different things and nobody published the counts they start from.",
  es: "Los aumentos se dan solo como otros los afirmaron: cada uno por separado, porque cuentan cosas distintas y nadie publicó las cifras de las que parten.",
};

const OPEN: Text = {
  en: "Only entries that anyone may read are counted. What is sealed or restricted is not, and this sheet does not say whether there is any.",
  es: "Solo se cuentan asientos que cualquiera puede leer. Lo reservado o restringido no se cuenta, y esta hoja no dice si lo hay.",
};

const INCOMPLETE: Text = {
  en: "The record holds what its sources state. Where they say more than it holds, the gap is shown and not filled.",
  es: "El registro contiene lo que afirman sus fuentes. Donde estas dicen más de lo que contiene, la diferencia se muestra y no se rellena.",
};

function leftOut(figures: readonly SheetFigure[]): Text[] {
  const entries = figures
    .flatMap(({ leftOut: groups }) => groups)
    .reduce((sum, group) => sum + group.entries, 0);
  if (entries === 0) return [];
  return [
    both((language) =>
      language === "en"
        ? `Entries that were looked at and not counted: ${sayNumber(entries, "en")} over all lines. Each line gives the reasons.`
        : `Asientos examinados y no contados: ${sayNumber(entries, "es")} en todas las líneas. Cada línea da las razones.`,
    ),
  ];
}

function hidden({ leastShown }: FactSheet, figures: readonly SheetFigure[]): Text[] {
  const found = figures.some(({ breakdown }) => breakdown && (breakdown.hidden > 0 || breakdown.leftOut));
  if (!found) return [];
  return [
    both((language) =>
      language === "en"
        ? `Counts of fewer than ${leastShown} people are not broken down, and others are hidden with them, so that nobody can be recognized and no hidden count can be worked out from its total.`
        : `No se desglosan cuentas de menos de ${leastShown} personas, y otras se ocultan con ellas, para que no se reconozca a nadie y ninguna cuenta oculta pueda calcularse a partir de su total.`,
    ),
  ];
}

function unknown({ unknownCases, population }: FactSheet): Text[] {
  if (unknownCases === 0) return [];
  return [
    both((language) => {
      const number = sayNumber(unknownCases, language);
      if (population === "task-force")
        return language === "en"
          ? `Cases of which no source says whether they are the task force's: ${number}. They are not counted.`
          : `Casos de los que ninguna fuente dice si son del grupo de trabajo: ${number}. No se cuentan.`;
      return language === "en"
        ? `All cases in the record are counted. Those of which no source says whether they are the task force's: ${number}.`
        : `Se cuentan todos los casos del registro. Aquellos de los que ninguna fuente dice si son del grupo de trabajo: ${number}.`;
    }),
  ];
}

export interface SheetNotes {
  /** Where something on the sheet is made up: the first thing to read. */
  readonly mark: Text | null;
  readonly frame: Text;
  readonly shown: readonly Text[];
  readonly notShown: readonly Text[];
}

export function notesOn(sheet: FactSheet): SheetNotes {
  const figures = sheet.parts.flatMap((part) => part.figures);
  const mark =
    sheet.synthetic === 0
      ? null
      : both(
          (language) =>
            `${syntheticMark[language]} (${
              language === "en"
                ? `${sayCount(sheet.synthetic, "entries", "en")} on this sheet`
                : `${sayCount(sheet.synthetic, "entries", "es")} de esta hoja`
            }).`,
        );
  return {
    mark,
    frame: sayFrame(sheet),
    shown: SHOWN,
    notShown: [INCOMPLETE, ...leftOut(figures), ...unknown(sheet), ...hidden(sheet, figures), GROWTH, OPEN],
  };
}

/** So many claims stand beside a line; the page of the measure has all of them. */
export const MOST_CLAIMS = 2;

export const sayClaims = (reported: readonly Reported[], language: Language): string =>
  reported
    .slice(0, MOST_CLAIMS)
    .map(({ sentence }) => sentence[language])
    .join("; ");
