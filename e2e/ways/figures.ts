/** What stands where the way to a measure's entries ends: its value, and whether the entries listed make it up. */
import { type Asset, counts, type End, type Product, total } from "./product.ts";

interface Figures {
  value: number | null;
  ratio: { part: number; whole: number } | null;
  sums: { amount: number; kind: "currency" | "unit"; entries: number }[];
}
interface Measured extends Figures {
  counts: "number" | "percent" | "minor" | "thousandths";
  grows: object | null;
  counted: { entries: number; cases: number };
  leftOut: { reason: string; entries: number }[];
  reported: { value: number | null }[];
  population: { unknownCases: number };
  version: number;
}
interface Group extends Figures {
  key: (string | null)[];
  entries: number;
  cases: number;
}
interface Counted {
  weight: number;
  record: { id: string };
  source: { id: string } | null;
}

const BREAKDOWNS = [
  "fiscal-year",
  "quarter",
  "month",
  "district",
  "country",
  "asset-kind",
  "currency",
  "unit",
];
/** Sums are kept in hundredths of a currency and thousandths of a unit. */
const SCALES = { number: 1, percent: 1, minor: 100, thousandths: 1000, currency: 100, unit: 1000 };
/** As many sources of a figure a fact sheet names. */
const SHEET_SOURCES = 10;

/** A figure's value, and whether the entries listed make it up. */
export async function figureEnd(product: Product, name: string, search: URLSearchParams): Promise<End> {
  const place = BREAKDOWNS.filter((by) => search.has(by));
  const frame = new URLSearchParams(search);
  for (const one of ["view", "by", "reason", "cursor", ...BREAKDOWNS]) frame.delete(one);
  const query = new URLSearchParams(frame);
  if (place.length > 0) query.set("by", place.join());
  const { measure, groups } = await product.ask<{ measure: Measured; groups: Group[] }>(
    `/results/${name}`,
    query,
  );
  const view = search.get("view");
  if (view === "reported")
    return counts(measure.reported.length, ...measure.reported.flatMap(({ value }) => value ?? []));
  if (view === "definition") return counts(measure.version, measure.population.unknownCases);
  if (view === "left-out") {
    const left = measure.leftOut.map(({ entries }) => entries);
    const all = total(left);
    const listed = (await product.all(`/results/${name}/left-out`, frame)).length;
    return {
      numbers: [...left, all],
      wrong: listed === all ? [] : [`${listed} entries left out are listed, not ${all}`],
    };
  }
  const group = groups.find(({ key }) =>
    place.every((by, at) => (key[at] ?? "not-known") === search.get(by)),
  );
  if (place.length > 0 && !group) return { numbers: null, wrong: ["there is no such group"] };
  const { value, ratio, sums } = group ?? measure;
  const { entries, cases } = group ?? measure.counted;
  for (const by of place) frame.set(by, search.get(by) ?? "");
  const listed = await product.all<Counted>(`/results/${name}/entries`, frame);
  const weighed = await Promise.all(listed.map((one) => weightOf(product, one, name)));
  const weight = total(weighed);
  const whole = ratio ? ratio.whole + (measure.grows ? ratio.part : 0) : value;
  const said = value === null ? [] : [Math.abs(value) / SCALES[measure.counts]];
  const percent =
    ratio && ratio.whole > 0
      ? Math.round(((measure.grows ? ratio.part - ratio.whole : ratio.part) * 1000) / ratio.whole) / 10
      : null;
  return {
    numbers: [
      ...sourcesOf(listed),
      ...said,
      ...(ratio ? [ratio.part, ratio.whole] : []),
      entries,
      cases,
      ...sums.flatMap((sum) => [sum.amount / SCALES[sum.kind], sum.entries]),
    ],
    wrong: [
      ...(listed.length === entries ? [] : [`${listed.length} entries are listed, not ${entries}`]),
      ...(weight === whole ? [] : [`the entries listed weigh ${weight}, not ${whole}`]),
      ...(percent === null || percent === value
        ? []
        : [`${value} percent is not ${ratio?.part} of ${ratio?.whole}`]),
    ],
  };
}

/** What an entry adds to a figure: as many as it is listed with or, to a sum, what its asset came to. */
async function weightOf(product: Product, { weight, record }: Counted, name: string): Promise<number> {
  const unit = /-in-(\w+)$/.exec(name)?.[1];
  if (unit === undefined) return weight;
  const { asset } = await product.ask<{ asset: Asset }>(`/assets/${record.id}`);
  if (asset.value?.currency === unit) return asset.value.minor;
  return asset.quantity?.unit === unit ? asset.quantity.amount * SCALES.thousandths : Number.NaN;
}

/** What a fact sheet says of itself: how many entries all its lines leave out. */
export async function sheetEnd(product: Product, search: URLSearchParams): Promise<End> {
  interface Sheet {
    parts: { figures: { leftOut: { entries: number }[] }[] }[];
  }
  const { parts } = await product.ask<Sheet>("/fact-sheet", search);
  const left = parts.flatMap(({ figures }) => figures.flatMap(({ leftOut }) => leftOut));
  return counts(total(left.map(({ entries }) => entries)));
}

/** A fact sheet names the newest sources of a figure, and says how many more there are and how many entries cite none. */
function sourcesOf(listed: readonly Counted[]): number[] {
  const cited = new Set(listed.flatMap(({ source }) => source?.id ?? []));
  const unsourced = listed.filter(({ source }) => source === null).length;
  return [cited.size - SHEET_SOURCES, unsourced].filter((number) => number > 0);
}
