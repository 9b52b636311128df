/** The fact sheet as CSV: a line for each figure, each cell of a break-down and each claim, each with the frame it holds in. */
import { csvOf } from "../csv.ts";
import { notesOn } from "./notes.ts";
import type { FactSheet, SheetFigure } from "./sheet.ts";

const HEADINGS = [
  "kind",
  "part",
  "measure",
  "version",
  "title",
  "by",
  "key",
  "value",
  "counts",
  "sum",
  "sum_in",
  "hidden",
  "entries",
  "cases",
  "left_out",
  "synthetic_entries",
  "claim",
  "claim_as_of",
  "source",
  "source_url",
  "basis",
  "known_on",
  "population",
  "since",
  "cut",
] as const;

type Line = Partial<Record<(typeof HEADINGS)[number], string | number | null>>;

function ofFigure(part: string, figure: SheetFigure): Line[] {
  const { measure, version, title, value, counts, entries, cases, leftOut, synthetic, breakdown } = figure;
  const of: Line = { part, measure, version, title: title.en };
  return [
    {
      ...of,
      kind: "figure",
      value,
      counts,
      entries,
      cases,
      left_out: leftOut.reduce((sum, group) => sum + group.entries, 0),
      synthetic_entries: synthetic,
    },
    ...leftOut.map((group): Line => ({ ...of, kind: "left-out", key: group.reason, entries: group.entries })),
    ...(breakdown?.leftOut ? [{ ...of, kind: "group", by: breakdown.by, hidden: "yes" } satisfies Line] : []),
    ...(breakdown?.cells ?? []).flatMap((cell): Line[] => {
      const group: Line = {
        ...of,
        kind: "group",
        by: breakdown?.by ?? null,
        key: cell.key ?? "not-known",
        value: cell.value,
        hidden: cell.value === null ? "yes" : "no",
      };
      return [
        group,
        ...cell.sums.map(
          (sum): Line => ({
            ...group,
            kind: "sum",
            value: null,
            sum: "currency" in sum ? sum.minor : sum.thousandths,
            sum_in: "currency" in sum ? `${sum.currency} minor units` : `thousandths of ${sum.unit}`,
          }),
        ),
      ];
    }),
    ...figure.reported.map((claim): Line => ({ ...of, kind: "reported", ...claimed(claim) })),
    ...figure.sources.map(
      (source): Line => ({ ...of, kind: "source", source: source.title, source_url: source.url }),
    ),
  ];
}

function claimed(claim: SheetFigure["reported"][number]): Line {
  return {
    claim: claim.sentence.en,
    claim_as_of: claim.asOf,
    source: claim.source?.title ?? null,
    source_url: claim.source?.url ?? null,
  };
}

export function sheetCsv(sheet: FactSheet, cut: string): string {
  const { mark, shown, notShown } = notesOn(sheet);
  const frame: Line = {
    basis: sheet.basis,
    known_on: sheet.day,
    population: sheet.population,
    since: sheet.since ?? "none",
    cut,
  };
  const lines: Line[] = [
    ...(mark ? [{ kind: "mark", title: mark.en } satisfies Line] : []),
    ...sheet.parts.flatMap(({ key, figures }) => figures.flatMap((figure) => ofFigure(key, figure))),
    ...sheet.growth.flatMap(({ measure, title, reported }) =>
      reported.map((claim): Line => ({ kind: "growth-claim", measure, title: title.en, ...claimed(claim) })),
    ),
    ...shown.map((note): Line => ({ kind: "shown", title: note.en })),
    ...notShown.map((note): Line => ({ kind: "not-shown", title: note.en })),
  ];
  return csvOf(
    HEADINGS,
    lines.map((line) => HEADINGS.map((name) => ({ ...frame, ...line })[name] ?? null)),
  );
}
