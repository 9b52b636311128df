/** From what a reader asks to a frame, and from a frame to everything a results page or command shows. */
import type { Cut, Ledger } from "@joint-docket/ledger";
import type { Reported } from "./claims.ts";
import { type Contradiction, contradictionsOf, type RecordedPoint } from "./contradictions.ts";
import { casesOfUnknownPopulation, evaluate, type Reader, type Totals } from "./evaluate.ts";
import { type Frame, type FrameQuery, frameOf } from "./frame.ts";
import { type Measure, measures } from "./measures/index.ts";
import { reportedFigures } from "./reported.ts";
import { measureNames } from "./words.ts";

/** A frame with the cut it is seen at. */
export interface Framed {
  readonly frame: Frame;
  readonly cut: Cut;
  /** Today in the installation's time zone, `YYYY-MM-DD`. */
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

/** Finds the cut a query means. Refuses what the ledger refuses of a token. */
export async function framed(ledger: Ledger, query: FrameQuery): Promise<Framed> {
  const { cut: token, asKnownOn, basis } = query;
  const cut =
    token !== null
      ? await ledger.cut.open(token)
      : basis === "recorded" && asKnownOn !== null
        ? await ledger.cut.onDay(asKnownOn)
        : await ledger.cut.now();
  const today = todayIn(ledger.timeZone);
  return { cut, today, frame: frameOf(query, { size: cut.size, today }) };
}

export interface MeasureAnswer {
  readonly measure: Measure;
  readonly totals: Totals;
  /** Cases of which no source says whether they are the task force's. */
  readonly unknownCases: number;
  readonly reported: readonly Reported[];
}

/** Measures in a frame with what was reported beside them. */
export async function answers(
  reader: Reader,
  frame: Frame,
  asked: readonly Measure[] = Object.values(measures),
): Promise<MeasureAnswer[]> {
  const unknownCases = await casesOfUnknownPopulation(reader, frame);
  const found: MeasureAnswer[] = [];
  for (const measure of asked) {
    const totals = await evaluate(reader, measure, frame);
    const { stated } = await reportedFigures(reader, frame, measure.name);
    found.push({ measure, totals, unknownCases, reported: stated });
  }
  return found;
}

/** What contradicts what, among all reported figures and with the task force's part of the record. */
export async function contradictionsIn(
  reader: Reader,
  { frame, today }: Pick<Framed, "frame" | "today">,
): Promise<Contradiction[]> {
  const { stated } = await reportedFigures(reader, frame);
  const taskForce: Frame = { ...frame, population: "task-force" };
  const recorded: RecordedPoint[] = [];
  for (const name of measureNames) {
    const { value } = await evaluate(reader, measures[name], taskForce);
    recorded.push({ measure: name, value, date: frame.knownOn ?? today });
  }
  return contradictionsOf(stated, recorded);
}
