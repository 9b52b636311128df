/** From what a reader asks to a frame, and from a frame to everything a results page or command shows. */
import { type Cut, type Ledger, tryBounds } from "@joint-docket/ledger";
import { intervalOf, type Reported } from "./claims.ts";
import { beginningOf, type Contradiction, contradictionsOf, type RecordedPoint } from "./contradictions.ts";
import { casesOfUnknownPopulation, evaluate, type Outcome, outcome, type Reader } from "./evaluate.ts";
import { dayToCome, type Frame, type FrameQuery, frameOf } from "./frame.ts";
import { type HistoryOptions, valuesOn } from "./history.ts";
import { GROWTH_REPORTED_AS, type Measure, measures } from "./measures/index.ts";
import { syntheticCases } from "../record/index.ts";
import { reportedFigures } from "./reported.ts";
import { syntheticAmong } from "./synthetic.ts";
import { type MeasureName, measureNames } from "./words.ts";

/** A frame with the cut it is seen at. */
export interface Framed {
  readonly frame: Frame;
  /** With the day it is seen on, so that its token gives the same figures for ever. */
  readonly cut: Cut & Required<Pick<Cut, "seen">>;
  /** Today in the installation's time zone, `YYYY-MM-DD`; at a token's cut the day that one was seen on. */
  readonly today: string;
}

/** Today where the installation stands. */
export function todayIn(timeZone: string, now: Date = new Date()): string {
  return new Intl.DateTimeFormat("en-CA", {
    timeZone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
  }).format(now);
}

/** Finds the cut a query means. Refuses `day-to-come`, and what the ledger refuses of a token. */
export async function framed(ledger: Ledger, query: FrameQuery, now: Date = new Date()): Promise<Framed> {
  const { cut: token, asKnownOn, basis } = query;
  const today = todayIn(ledger.timeZone, now);
  if (asKnownOn !== null && asKnownOn > today)
    throw dayToCome({ today, field: "asKnownOn", value: asKnownOn });
  const cut =
    token !== null
      ? await ledger.cut.open(token)
      : basis === "recorded" && asKnownOn !== null
        ? await ledger.cut.onDay(asKnownOn)
        : await ledger.cut.now();
  const seenOn = cut.seen?.day ?? today;
  const frame = frameOf(query, { size: cut.size, today: seenOn });
  const asked = cut.seen?.asked ?? (basis === "attested" && asKnownOn !== null);
  return { frame, today: seenOn, cut: { ...cut, seen: { day: asKnownOn ?? seenOn, asked } } };
}

export interface MeasureAnswer {
  readonly measure: Measure;
  readonly totals: Outcome;
  /** Cases of which no source says whether they are the task force's. */
  readonly unknownCases: number;
  /** Of the entries counted, those of cases that a program made up. */
  readonly synthetic: number;
  readonly reported: readonly Reported[];
}

/** What was reported on a measure; of growth, only what was reported since its own base year. */
async function reportedOn(reader: Reader, frame: Frame, measure: Measure): Promise<readonly Reported[]> {
  const { reportedAs = measure.name, grows } = measure;
  if (reportedAs === null) return [];
  const { stated } = await reportedFigures(reader, frame, reportedAs);
  return grows ? stated.filter(({ since }) => since?.startsWith(String(grows.base))) : stated;
}

/** What others have claimed of growth, by the measure that grew: claims of different things, never set beside each other. */
export async function growthClaims(
  reader: Reader,
  frame: Frame,
): Promise<{ of: string; reported: readonly Reported[] }[]> {
  const found = [];
  for (const [of, name] of Object.entries(GROWTH_REPORTED_AS))
    found.push({ of, reported: (await reportedFigures(reader, frame, name)).stated });
  return found;
}

/** Measures in a frame with what was reported beside them. Refuses `base-year-without-data`. */
export async function answers(
  reader: Reader,
  frame: Frame,
  asked: readonly Measure[] = Object.values(measures),
): Promise<MeasureAnswer[]> {
  const unknownCases = await casesOfUnknownPopulation(reader, frame);
  const madeUp = await syntheticCases(reader, frame.size);
  const found: MeasureAnswer[] = [];
  for (const measure of asked) {
    // A share of nothing is shown as such beside its reasons; growth from nothing is refused.
    const totals = await (measure.grows ? evaluate : outcome)(reader, measure, frame);
    const stated = await reportedOn(reader, frame, measure);
    const synthetic = await syntheticAmong(reader, measure, frame, madeUp);
    found.push({ measure, totals, unknownCases, synthetic, reported: stated });
  }
  return found;
}

/** The claims about the task force that set a highest number, each with the beginning and day between which the record must not hold more. */
function ceilings(stated: readonly Reported[]): { measure: MeasureName; since: string; day: string }[] {
  const found = stated.flatMap(({ measure, claim, scope, asOf, since: began }) => {
    const name = measureNames.find((known) => known === measure);
    const day = asOf === null ? undefined : tryBounds(asOf)?.from;
    const high = intervalOf(claim)?.high ?? Number.POSITIVE_INFINITY;
    const since = beginningOf({ since: began });
    return name &&
      measures[name].counts === "number" &&
      day &&
      since &&
      scope === "task-force" &&
      high < Number.POSITIVE_INFINITY
      ? [{ measure: name, since, day }]
      : [];
  });
  return [...new Map(found.map((one) => [`${one.measure} ${one.since} ${one.day}`, one])).values()];
}

/** What contradicts what, among all reported figures and with what the record knew of the task force's cases on their days. */
export async function contradictionsIn(
  reader: Reader,
  frame: Frame,
  options: HistoryOptions,
): Promise<Contradiction[]> {
  const { stated } = await reportedFigures(reader, frame);
  const last = frame.knownOn ?? options.today;
  const recorded: RecordedPoint[] = [];
  const asked = new Map<string, { measure: MeasureName; since: string; days: string[] }>();
  for (const { measure, since, day } of ceilings(stated)) {
    if (day > last) continue;
    const key = `${measure} ${since}`;
    asked.set(key, { measure, since, days: [...(asked.get(key)?.days ?? []), day] });
  }
  for (const { measure, since, days } of asked.values()) {
    const whole: Frame = { ...frame, population: "task-force", since };
    const values = await valuesOn(reader, measures[measure], whole, days.sort(), options);
    for (const { date, value } of values) recorded.push({ measure, value, since, date });
  }
  return contradictionsOf(stated, recorded);
}
