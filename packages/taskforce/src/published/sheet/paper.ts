/** The fact sheet on paper: the same lines and notes as its page, in parts that print as headings, lists and tables. */
import { type Language, sayDate } from "@joint-docket/ledger";
import type { Block, Paper } from "@joint-docket/paper";
import { sayNumber } from "../../sources/pure.ts";
import { sayCount, saySum, sayValue } from "../say.ts";
import { notesOn, sayClaims } from "./notes.ts";
import type { FactSheet, SheetFigure, SheetSource } from "./sheet.ts";

const WORDS = {
  en: {
    line: "Line",
    value: "In this record",
    behind: "Entries and cases",
    left: "Left out",
    reported: "Reported by others",
    nothing: "–",
    by: (title: string, by: string) => `${title}, by ${by.toLowerCase()}`,
    sums: "Value",
    hidden: "not shown",
    notBroken: "Not broken down: too few to keep people from being recognized.",
    growth: "Growth as others claimed it",
    claim: "Claim",
    what: "What grew",
    sources: "Sources",
    sourcesOf: (title: string) => `${title}: `,
    more: (number: string) => ` and ${number} more`,
    unsourced: (number: string) => ` Entries that cite no source: ${number}.`,
    shown: "What is shown",
    notShown: "What is not shown",
    again: "To see the same again",
    cut: (cut: string) =>
      `This sheet was made at the cut ${cut}. With it the page “Fact sheet” and the command “jd fact-sheet --cut” give the same figures on any later day.`,
    title: (day: string) => `Fact sheet as known on ${day}`,
  },
  es: {
    line: "Línea",
    value: "En este registro",
    behind: "Asientos y casos",
    left: "No contados",
    reported: "Informado por otros",
    nothing: "–",
    by: (title: string, by: string) => `${title}, por ${by.toLowerCase()}`,
    sums: "Valor",
    hidden: "no se muestra",
    notBroken: "Sin desglose: son muy pocos para que no se reconozca a nadie.",
    growth: "Aumentos afirmados por otros",
    claim: "Afirmación",
    what: "Qué aumentó",
    sources: "Fuentes",
    sourcesOf: (title: string) => `${title}: `,
    more: (number: string) => ` y ${number} más`,
    unsourced: (number: string) => ` Asientos que no citan fuente: ${number}.`,
    shown: "Qué se muestra",
    notShown: "Qué no se muestra",
    again: "Para ver lo mismo otra vez",
    cut: (cut: string) =>
      `Esta hoja se hizo en el corte ${cut}. Con él, la página «Hoja de datos» y el comando «jd fact-sheet --cut» dan las mismas cifras cualquier día posterior.`,
    title: (day: string) => `Hoja de datos según se sabía el ${day}`,
  },
} as const;

function valueOf({ value, counts, measure }: SheetFigure, language: Language): string {
  return value === null ? WORDS[language].nothing : sayValue(value, counts, measure, language);
}

function leftOutOf({ leftOut }: SheetFigure, language: Language): string {
  if (leftOut.length === 0) return WORDS[language].nothing;
  return leftOut
    .map(({ title, entries }) => `${title[language]}: ${sayNumber(entries, language)}`)
    .join("; ");
}

function partTable(figures: readonly SheetFigure[], language: Language): Block {
  const words = WORDS[language];
  return {
    is: "table",
    columns: [
      { title: words.line, share: 3.4 },
      { title: words.value, share: 1.9, number: true },
      { title: words.behind, share: 2.3 },
      { title: words.left, share: 4.4 },
      { title: words.reported, share: 5 },
    ],
    rows: figures.map((figure) => [
      figure.title[language],
      valueOf(figure, language),
      `${sayCount(figure.entries, "entries", language)}, ${sayCount(figure.cases, "cases", language)}`,
      leftOutOf(figure, language),
      sayClaims(figure.reported, language) || words.nothing,
    ]),
  };
}

function breakdownBlocks({ title, breakdown }: SheetFigure, language: Language): Block[] {
  const words = WORDS[language];
  if (breakdown === null) return [];
  const caption = words.by(title[language], breakdown.title[language]);
  if (breakdown.leftOut) return [{ is: "text", text: `${caption}: ${words.notBroken}` }];
  if (breakdown.cells.length === 0) return [];
  const hasSums = breakdown.cells.some(({ sums }) => sums.length > 0);
  return [
    {
      is: "table",
      caption,
      columns: [
        { title: breakdown.title[language], share: 3 },
        { title: words.value, share: 1.5, number: true },
        ...(hasSums ? [{ title: words.sums, share: 4 }] : []),
      ],
      rows: breakdown.cells.map(({ title: cell, value, sums }) => [
        cell[language],
        value === null ? words.hidden : sayNumber(value, language),
        ...(hasSums ? [sums.map((sum) => saySum(sum, language)).join(" · ") || words.nothing] : []),
      ]),
    },
  ];
}

function sourceText({ title, publisher, dated, url }: SheetSource): string {
  return [title, publisher, dated, url].filter((part) => part !== null).join(", ");
}

function provenance(figure: SheetFigure, language: Language): string[] {
  const words = WORDS[language];
  const { sources, sourcesInAll, unsourced } = figure;
  if (sources.length === 0 && unsourced === 0) return [];
  const more = sourcesInAll - sources.length;
  return [
    words.sourcesOf(figure.title[language]) +
      sources.map(sourceText).join("; ") +
      (more > 0 ? words.more(sayNumber(more, language)) : "") +
      (sources.length > 0 ? "." : "") +
      (unsourced > 0 ? words.unsourced(sayNumber(unsourced, language)) : ""),
  ];
}

/** The sheet as it is printed. `cut` is the token by which it can be made again; `made` the moment of printing. */
export function sheetPaper(
  sheet: FactSheet,
  { language, cut, made }: { language: Language; cut: string; made: Date },
): Paper {
  const words = WORDS[language];
  const on = sayDate(sheet.day, language);
  const notes = notesOn(sheet);
  const figures = sheet.parts.flatMap((part) => part.figures);
  const sources = figures.flatMap((figure) => provenance(figure, language));
  const growth = sheet.growth.map(({ title, reported }): readonly string[] => [
    title[language],
    sayClaims(reported, language) || words.nothing,
  ]);
  return {
    title: words.title(on),
    language,
    author: "Joint Docket",
    foot: `Joint Docket · ${words.title(on)}`,
    mark: notes.mark?.[language],
    made,
    blocks: [
      { is: "heading", level: 1, text: words.title(on) },
      ...(notes.mark ? [{ is: "notice", text: notes.mark[language] } as const] : []),
      { is: "text", text: notes.frame[language] },
      ...sheet.parts.flatMap(({ title, figures: lines }): Block[] => [
        { is: "heading", level: 2, text: title[language] },
        partTable(lines, language),
        ...lines.flatMap((figure) => breakdownBlocks(figure, language)),
      ]),
      { is: "heading", level: 2, text: words.growth },
      {
        is: "table",
        columns: [
          { title: words.what, share: 2 },
          { title: words.claim, share: 3 },
        ],
        rows: growth,
      },
      { is: "heading", level: 2, text: words.shown },
      { is: "list", items: notes.shown.map((note) => note[language]) },
      { is: "heading", level: 2, text: words.notShown },
      { is: "list", items: notes.notShown.map((note) => note[language]) },
      ...(sources.length > 0
        ? ([
            { is: "heading", level: 2, text: words.sources },
            { is: "list", items: sources },
          ] as const)
        : []),
      { is: "heading", level: 2, text: words.again },
      { is: "text", text: words.cut(cut), quiet: true },
    ],
  };
}
