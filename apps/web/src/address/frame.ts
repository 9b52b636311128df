/** The part of the address that says what is asked: as known on, basis, population, window. */

export type Basis = "attested" | "recorded";
export type Population = "record" | "task-force";

/** `asKnownOn` is a day, `cut` a sealed token; at most one of them stands. Neither means now. */
export interface Known {
  asKnownOn?: string;
  cut?: string;
  /** Whether the cut lies just before or just after the entry `about`. */
  side?: "before" | "after";
  about?: string;
  /** What counts as known on a day: what dated sources had stated (the default), or what was recorded here. */
  basis?: Basis;
}

export interface Frame extends Known {
  population?: Population;
  /** First day of the window, or `none` for everything ever. */
  since?: string;
  /** Last day of the window. */
  until?: string;
}

export const DEFAULT_SINCE = "2021-06-01";

const DAY = /^\d{4}-\d{2}-\d{2}$/;

/** Whether the text is a calendar day that exists. */
export function isDay(text: unknown): text is string {
  if (typeof text !== "string" || !DAY.test(text)) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

const word = (value: unknown) => (typeof value === "string" && value !== "" ? value : undefined);

function without<T extends object>(given: T): T {
  return Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)) as T;
}

/** Reads what the address says about "as known on"; what cannot be is dropped, a cut wins over a day. */
export function readKnown(search: Record<string, unknown>): Known {
  const basis = search["basis"] === "recorded" ? ("recorded" as const) : undefined;
  const cut = word(search["cut"]);
  if (cut) {
    const side = search["side"] === "before" || search["side"] === "after" ? search["side"] : undefined;
    return without({ cut, side, about: word(search["about"]), basis });
  }
  return without({ asKnownOn: isDay(search["asKnownOn"]) ? search["asKnownOn"] : undefined, basis });
}

/** Reads population and window; defaults are left out so that addresses stay short. */
export function readFrame(search: Record<string, unknown>): Omit<Frame, keyof Known> {
  const since = search["since"];
  return without({
    population: search["population"] === "task-force" ? ("task-force" as const) : undefined,
    since: since === "none" || (isDay(since) && since !== DEFAULT_SINCE) ? (since as string) : undefined,
    until: isDay(search["until"]) ? search["until"] : undefined,
  });
}

/** The address parts that put "as known on" back to now; the basis stays as it was chosen. */
export const NOW = { asKnownOn: undefined, cut: undefined, side: undefined, about: undefined } as const;

/** What is sent to the server for a frame. */
export function frameQuery(frame: Frame): Record<string, string | undefined> {
  return {
    asKnownOn: frame.cut ? undefined : frame.asKnownOn,
    cut: frame.cut,
    basis: frame.basis,
    population: frame.population,
    since: frame.since,
    until: frame.until,
  };
}

/** Plain `name=value` pairs; blank values are left out, nothing is guessed to be a number. */
export function writeSearch(search: Record<string, unknown>): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(search)) {
    if (value !== undefined && value !== null && value !== "") pairs.set(name, String(value));
  }
  const text = pairs.toString();
  return text === "" ? "" : `?${text}`;
}

/** The reverse of `writeSearch`; every value stays text. */
export function parseSearch(text: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(text));
}
