/** The fact sheet: the announcement's list rebuilt from the record, every line with what stands behind it and what was left out. */
import { type Id, type Language, type Reader, tryBounds } from "@joint-docket/ledger";
import { sql } from "kysely";
import { assetKinds } from "../../assets/pure.ts";
import { sayCountry } from "../../cases/pure.ts";
import { sayMeasure } from "../../figures/pure.ts";
import {
  type Breakdown,
  type Basis,
  breakdownTitles,
  brokenDown,
  casesOfUnknownPopulation,
  type Counts,
  type Frame,
  type Group,
  type Measure,
  measureNamed,
  outcome,
  type Population,
  type Reason,
  reasonTitles,
  type Reported,
  reportedFigures,
  roomy,
  type Sum,
  type Text,
} from "../../results/index.ts";
import { SYNTHETIC } from "../../sources/pure.ts";
import { countedIn, syntheticAmong } from "../counted.ts";
import { growthClaims, type SheetLine, sheetParts } from "./lines.ts";
import { hiddenAmong } from "./suppress.ts";

export interface SheetSource {
  readonly id: Id;
  readonly title: string;
  readonly publisher: string | null;
  readonly url: string | null;
  readonly dated: string | null;
  /** Whether a program made it up. */
  readonly synthetic: boolean;
}

export interface SheetCell {
  /** Null where it is not known. */
  readonly key: string | null;
  readonly title: Text;
  /** Null where it is hidden. */
  readonly value: number | null;
  readonly sums: readonly Sum[];
}

export interface SheetBreakdown {
  readonly by: Breakdown;
  readonly title: Text;
  readonly cells: readonly SheetCell[];
  /** How many cells are hidden because they, or their total, would tell of one or two people. */
  readonly hidden: number;
  /** Whether there is a break-down that is not shown at all. */
  readonly leftOut: boolean;
}

export interface SheetFigure {
  readonly measure: string;
  readonly version: number;
  readonly title: Text;
  readonly unit: Text;
  readonly definition: Text;
  readonly counts: Counts;
  /** Null of a percentage of nothing. */
  readonly value: number | null;
  readonly entries: number;
  readonly cases: number;
  readonly synthetic: number;
  readonly sums: readonly Sum[];
  readonly leftOut: readonly { readonly reason: Reason; readonly title: Text; readonly entries: number }[];
  readonly breakdown: SheetBreakdown | null;
  /** What the counted entries cite, newest first, this many at most. */
  readonly sources: readonly SheetSource[];
  readonly sourcesInAll: number;
  /** Counted entries that cite no source. */
  readonly unsourced: number;
  /** What others had reported of the same by the day of the sheet, newest first. */
  readonly reported: readonly Reported[];
}

export interface FactSheet {
  readonly basis: Basis;
  readonly population: Population;
  readonly since: string | null;
  /** The day by whose end it was known. */
  readonly day: string;
  /** Cases of which no source says whether they are the task force's. */
  readonly unknownCases: number;
  readonly parts: readonly {
    readonly key: string;
    readonly title: Text;
    readonly figures: readonly SheetFigure[];
  }[];
  readonly growth: readonly {
    readonly measure: string;
    readonly title: Text;
    readonly reported: readonly Reported[];
  }[];
  /** Entries that count somewhere on the sheet and were made up for trial or training. */
  readonly synthetic: number;
  /** The smallest count of people that a break-down shows. */
  readonly leastShown: number;
}

/** So many sources are named under a line. */
const MOST_SOURCES = 10;

const capital = (words: string) => words.replace(/^\p{L}/u, (letter) => letter.toUpperCase());

const NOT_KNOWN: Text = { en: "Not known", es: "Se desconoce" };

function cellTitle(by: Breakdown, key: string | null): Text {
  if (key === null) return NOT_KNOWN;
  const say = (language: Language) => {
    if (by === "country") return sayCountry(key, language);
    const words = Object.hasOwn(assetKinds, key) ? assetKinds[key as keyof typeof assetKinds][language] : key;
    return by === "asset-kind" ? capital(words) : key;
  };
  return { en: say("en"), es: say("es") };
}

/** The groups as cells, small counts of people hidden so that nothing gives them back. */
export function cellsOf(
  by: Breakdown,
  groups: readonly Pick<Group, "key" | "value" | "sums">[],
  people: boolean,
  leastShown: number,
): SheetBreakdown {
  const counts = groups.map(({ value }) => value ?? 0);
  const hidden = people ? hiddenAmong(counts, leastShown) : counts.map(() => false);
  const title = breakdownTitles[by];
  if (!hidden) return { by, title, cells: [], hidden: 0, leftOut: true };
  return {
    by,
    title,
    cells: groups.map(({ key: [key = null], value, sums }, at) => ({
      key,
      title: cellTitle(by, key),
      value: hidden[at] ? null : value,
      sums: hidden[at] ? [] : sums,
    })),
    hidden: hidden.filter(Boolean).length,
    leftOut: false,
  };
}

async function sourcesOf(
  { db }: Reader,
  entries: readonly Id[],
  size: number,
): Promise<Pick<SheetFigure, "sources" | "sourcesInAll" | "unsourced">> {
  const { rows } = await sql<SheetSource & { all: number; sourced: number }>`
    with cited as (select m.record, m.entry from ledger.mention m where m.role = 's' and m.entry = any (${entries}::uuid[]))
    select s.subject as id, s.title, s.publisher, s.url, s.dated, s.source_kind = ${SYNTHETIC} as synthetic, (count(*) over ())::integer as all,
      (select count(distinct entry)::integer from cited) as sourced
    from docket.source s where s.subject in (select record from cited)
      and s.since < ${size} and (s.until is null or s.until >= ${size})
    order by s.dated_to desc nulls last, s.title limit ${MOST_SOURCES}`.execute(db);
  return {
    sources: rows.map(({ all: _all, sourced: _sourced, ...source }) => source),
    sourcesInAll: rows[0]?.all ?? 0,
    unsourced: entries.length - (rows[0]?.sourced ?? 0),
  };
}

/** Claims whose day had come by the day of the sheet, or that have none, newest first. */
function byThen(stated: readonly Reported[], day: string): Reported[] {
  const begins = ({ asOf }: Reported) => (asOf === null ? "" : (tryBounds(asOf)?.from ?? ""));
  return stated
    .filter((claim) => begins(claim) <= day)
    .sort((a, b) => (begins(a) < begins(b) ? 1 : begins(a) > begins(b) ? -1 : 0));
}

async function reportedOn(
  reader: Reader,
  frame: Frame,
  measures: readonly string[],
  day: string,
): Promise<Reported[]> {
  const found: Reported[] = [];
  for (const measure of measures) found.push(...(await reportedFigures(reader, frame, measure)).stated);
  return byThen(found, day);
}

async function figureOn(
  reader: Reader,
  frame: Frame,
  line: SheetLine,
  { day, leastShown }: { day: string; leastShown: number },
): Promise<{ figure: SheetFigure; entries: readonly Id[] }> {
  const measure: Measure = measureNamed(line.measure);
  const { value, entries, cases, sums, leftOut } = await outcome(reader, measure, frame);
  const counted = await countedIn(reader, measure, frame);
  const groups = line.by === undefined ? undefined : await brokenDown(reader, measure, frame, [line.by]);
  const figure: SheetFigure = {
    measure: measure.name,
    version: measure.version,
    title: measure.title,
    unit: measure.unit,
    definition: measure.definition,
    counts: measure.counts,
    value,
    entries,
    cases,
    synthetic: await syntheticAmong(reader, counted.entries),
    sums,
    leftOut: leftOut.map(({ reason, entries: number }) => ({
      reason,
      title: reasonTitles[reason],
      entries: number,
    })),
    breakdown: line.by && groups ? cellsOf(line.by, groups, line.people, leastShown) : null,
    ...(await sourcesOf(reader, counted.entries, frame.size)),
    reported: await reportedOn(reader, frame, line.claims, day),
  };
  return { figure, entries: counted.entries };
}

/** The sheet in a frame. `day` is the day by whose end it was known; `leastShown` the smallest count of people that is shown. */
export async function factSheet(
  reader: Reader,
  frame: Frame,
  options: { readonly day: string; readonly leastShown: number },
): Promise<FactSheet> {
  await roomy(reader);
  const parts: FactSheet["parts"][number][] = [];
  const counted = new Set<Id>();
  for (const { key, title, lines } of sheetParts) {
    const figures: SheetFigure[] = [];
    for (const line of lines) {
      const { figure, entries } = await figureOn(reader, frame, line, options);
      figures.push(figure);
      for (const entry of entries) counted.add(entry);
    }
    parts.push({ key, title, figures });
  }
  const growth: FactSheet["growth"][number][] = [];
  for (const measure of growthClaims) {
    const title = { en: capital(sayMeasure(measure, "en")), es: capital(sayMeasure(measure, "es")) };
    growth.push({ measure, title, reported: await reportedOn(reader, frame, [measure], options.day) });
  }
  const { basis, population, since } = frame;
  return {
    basis,
    population,
    since,
    day: options.day,
    unknownCases: await casesOfUnknownPopulation(reader, frame),
    parts,
    growth,
    synthetic: await syntheticAmong(reader, [...counted]),
    leastShown: options.leastShown,
  };
}
