/** What a date as somebody types it means: never more precise than it is written, and not guessed where it could mean two days. */

export type Understood =
  | { readonly date: string }
  /** The month and the day could be either way round. */
  | { readonly either: readonly [string, string] };

const MONTHS = [
  ["january", "jan", "enero", "ene"],
  ["february", "feb", "febrero"],
  ["march", "mar", "marzo"],
  ["april", "apr", "abril", "abr"],
  ["may", "mayo"],
  ["june", "jun", "junio"],
  ["july", "jul", "julio"],
  ["august", "aug", "agosto", "ago"],
  ["september", "sept", "sep", "septiembre", "setiembre"],
  ["october", "oct", "octubre"],
  ["november", "nov", "noviembre"],
  ["december", "dec", "diciembre", "dic"],
];
const monthNamed = (name: string) => MONTHS.findIndex((names) => names.includes(name)) + 1;
const two = (number: number) => String(number).padStart(2, "0");

/** The date of these parts, if there is such a day. */
function dateOf(year: number, month?: number, day?: number): string | undefined {
  if (year < 1900 || year > 2199) return undefined;
  if (month === undefined) return String(year);
  if (month < 1 || month > 12) return undefined;
  if (day === undefined) return `${year}-${two(month)}`;
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return day < 1 || day > last ? undefined : `${year}-${two(month)}-${two(day)}`;
}

/** A part without its year takes the year of the part after it: “April to May 2021”. */
function partOf(text: string, yearAfter?: number): Understood | undefined {
  const plain = text
    .toLowerCase()
    .replaceAll(/[.,]/g, " ")
    .replaceAll(/\b(?:de|del|of|the|el|la|on|in|en)\b/g, " ")
    .replaceAll(/(\d)(?:(?:st|nd|rd|th)\b|[º°])/g, "$1")
    .trim();
  const iso = /^(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?$/.exec(plain);
  if (iso) return found(dateOf(Number(iso[1]), numbered(iso[2]), numbered(iso[3])));
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(plain);
  if (slashed) return either(Number(slashed[1]), Number(slashed[2]), Number(slashed[3]));
  const words = plain.split(/\s+/);
  const month = words.map(monthNamed).find((number) => number > 0);
  const numbers = words.filter((word) => /^\d{1,4}$/.test(word)).map(Number);
  if (month === undefined || numbers.length !== words.length - 1 || numbers.length > 2) return undefined;
  const year = numbers.find((number) => number >= 1900) ?? yearAfter;
  const day = numbers.find((number) => number < 1900);
  return year === undefined ? undefined : found(dateOf(year, month, day));
}

const numbered = (digits: string | undefined) => (digits === undefined ? undefined : Number(digits));
const found = (date: string | undefined): Understood | undefined =>
  date === undefined ? undefined : { date };

function either(one: number, other: number, year: number): Understood | undefined {
  const american = dateOf(year, one, other);
  const spanish = dateOf(year, other, one);
  if (american !== undefined && spanish !== undefined && american !== spanish)
    return { either: [american, spanish] };
  return found(american ?? spanish);
}

/** Words that part the two ends of a stretch; a slash does too, where it does not part the numbers of a day. */
const STRETCH =
  /^(?:between |entre |from |desde |del? )?(.+?)(?: to | through | until | and | hasta | al? | y |\s*–\s*| - )(.+)$/i;

function endsOf(text: string): readonly [string, string] | undefined {
  const slash = /^([^/]+)\/([^/]+)$/.exec(text) ?? STRETCH.exec(text);
  return slash ? [slash[1] ?? "", slash[2] ?? ""] : undefined;
}

const firstDay = (date: string) => `${date}-01-01`.slice(0, 10);
const lastDay = (date: string) => `${date}-12-31`.slice(0, 10);

/** The imprecise date that a text means: `2018`, `2018-01`, `2018-01-17` or a stretch `2018-01/2018-03`. */
export function understood(typed: string): Understood | undefined {
  const text = typed.trim();
  const single = partOf(text);
  if (single) return single;
  const ends = endsOf(text);
  const last = ends && partOf(ends[1]);
  if (!ends || !last) return undefined;
  if ("either" in last) return last;
  const first = partOf(ends[0], Number(last.date.slice(0, 4)));
  if (!first || "either" in first) return first;
  return firstDay(first.date) > lastDay(last.date) ? undefined : { date: `${first.date}/${last.date}` };
}
