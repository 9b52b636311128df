/** Finds claims that cannot all be true: pure rules over what was reported, and over what this record holds. */
import { type Language, precisionOf, sayDate, tryBounds } from "@joint-docket/ledger/pure";
import { sayNumber } from "../sources/pure.ts";
import { type Interval, intervalOf, type Reported } from "./claims.ts";
import { TASK_FORCE_BEGAN } from "./frame.ts";
import { type MeasureName, measureNames, measureWords, type Text } from "./words.ts";

export const contradictionRules = ["falls-over-time", "same-date-differs", "recorded-exceeds-exact"] as const;
export type ContradictionRule = (typeof contradictionRules)[number];

export interface Contradiction {
  readonly rule: ContradictionRule;
  readonly measure: string;
  readonly sentence: Text;
  /** Two claims, the earlier one first; one where a claim contradicts the record. */
  readonly figures: readonly Reported[];
  /** What this record holds, where that is the other side. */
  readonly recorded?: RecordedPoint;
}

/** What this record holds of the task force's results as known on a day. */
export interface RecordedPoint {
  readonly measure: MeasureName;
  /** `YYYY-MM-DD` */
  readonly date: string;
  /** First day counted, `YYYY-MM-DD`. */
  readonly since: string;
  readonly value: number;
}

/**
 * The last day on which what a claim counts may have begun, `YYYY-MM-DD`: the record since then is the least that the
 * claim covers. Where the claim does not say, results are meant since the task force began.
 */
export function beginningOf({ since }: Pick<Reported, "since">): string | undefined {
  return since === null ? TASK_FORCE_BEGAN : tryBounds(since)?.to;
}

interface Placed {
  readonly figure: Reported;
  readonly range: Interval;
  readonly from: string;
  readonly to: string;
}

/*
 * Only counts that begin at one time and grow can contradict each other by falling. Figures of a fiscal year, of
 * growth in percent, without a day or in words that cannot be read are left alone.
 */
function placed(figure: Reported): Placed | undefined {
  const range = intervalOf(figure.claim);
  const bounds = figure.asOf === null ? undefined : tryBounds(figure.asOf);
  if (!range || !bounds || figure.fiscalYear !== null || figure.unit.startsWith("percent")) return undefined;
  return { figure, range, ...bounds };
}

/** Claims about one and the same thing: same measure, unit, whose results, where, and from when. */
const subjectOf = ({ measure, unit, scope, district, since }: Reported) =>
  JSON.stringify([measure, unit, scope, district, since]);

function grouped(figures: readonly Placed[]): Placed[][] {
  const groups = new Map<string, Placed[]>();
  for (const one of figures) {
    const key = subjectOf(one.figure);
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()];
}

const said = (figure: Reported, language: Language) => figure.sentence[language];

function fall(before: Reported, after: Reported): Contradiction {
  return {
    rule: "falls-over-time",
    measure: after.measure,
    figures: [before, after],
    sentence: {
      en: `A total cannot fall, but the later claim is lower: first ${said(before, "en")}; then ${said(after, "en")}.`,
      es: `Un total acumulado no puede bajar, pero la afirmación posterior es menor: primero ${said(before, "es")}; después ${said(after, "es")}.`,
    },
  };
}

function difference(one: Reported, other: Reported): Contradiction {
  return {
    rule: "same-date-differs",
    measure: one.measure,
    figures: [one, other],
    sentence: {
      en: `For the same day, two claims cannot both be true: ${said(one, "en")}; ${said(other, "en")}.`,
      es: `Para el mismo día, dos afirmaciones no pueden ser ciertas a la vez: ${said(one, "es")}; ${said(other, "es")}.`,
    },
  };
}

/*
 * A later claim falls where even its highest reading is below the lowest of an earlier one. Naming the nearest
 * earlier claim it falls below is enough; naming all of them would say one thing many times.
 */
function falls(group: readonly Placed[]): Contradiction[] {
  return group.flatMap((after) => {
    const above = group
      .filter((before) => before.to < after.from && after.range.high < before.range.low)
      .reduce<Placed | undefined>((last, one) => (last && last.to >= one.to ? last : one), undefined);
    return above ? [fall(above.figure, after.figure)] : [];
  });
}

/** Of one day only: within a month, a growing count may rightly have been given as two numbers. */
function differences(group: readonly Placed[]): Contradiction[] {
  return group.flatMap((one, index) =>
    group
      .slice(index + 1)
      .filter(
        (other) =>
          precisionOf(one.figure.asOf ?? "") === "day" &&
          one.figure.asOf === other.figure.asOf &&
          (one.range.high < other.range.low || other.range.high < one.range.low),
      )
      .map((other) => difference(one.figure, other.figure)),
  );
}

const isMeasure = (name: string): name is MeasureName => (measureNames as readonly string[]).includes(name);

function excess({ figure }: Placed, recorded: RecordedPoint): Contradiction {
  const title = measureWords[recorded.measure].title;
  const began = recorded.since === TASK_FORCE_BEGAN ? undefined : recorded.since;
  const since: Text = {
    en: began === undefined ? "" : ` since ${sayDate(began, "en")}`,
    es: began === undefined ? "" : ` desde el ${sayDate(began, "es")}`,
  };
  const count = (language: Language) =>
    `${sayNumber(recorded.value, language)} (${title[language].toLowerCase()})${since[language]}`;
  return {
    rule: "recorded-exceeds-exact",
    measure: recorded.measure,
    figures: [figure],
    recorded,
    sentence: {
      en: `This record documents more than was reported: ${count("en")} as known on ${sayDate(recorded.date, "en")}, against the report: ${said(figure, "en")}.`,
      es: `Este registro documenta más de lo informado: ${count("es")} según lo conocido el ${sayDate(recorded.date, "es")}, frente a lo informado: ${said(figure, "es")}.`,
    },
  };
}

/** A claim that sets a highest number, against what this record holds from the same beginning as known on an earlier or the same day. */
function excesses(figures: readonly Placed[], recorded: readonly RecordedPoint[]): Contradiction[] {
  return figures
    .filter(
      ({ figure }) => figure.scope === "task-force" && figure.district === null && isMeasure(figure.measure),
    )
    .flatMap((one) => {
      const point = recorded
        .filter(
          ({ measure, date, since }) =>
            measure === one.figure.measure && date <= one.from && since === beginningOf(one.figure),
        )
        .reduce<RecordedPoint | undefined>(
          (most, next) => (most && most.value >= next.value ? most : next),
          undefined,
        );
      return point && point.value > one.range.high ? [excess(one, point)] : [];
    });
}

/**
 * Every contradiction among the claims, and with the record.
 * `recorded` must be of the population `task-force`, or empty; claims about others are not held against it.
 */
export function contradictionsOf(
  figures: readonly Reported[],
  recorded: readonly RecordedPoint[] = [],
): Contradiction[] {
  const all = figures.map(placed).filter((one) => one !== undefined);
  const groups = grouped(all);
  return [...groups.flatMap(falls), ...groups.flatMap(differences), ...excesses(all, recorded)];
}
