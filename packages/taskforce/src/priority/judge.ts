/** Which priority a case has under a policy, and why: every point with the fact that gives it and the entry that states it. */
import type { Language } from "@joint-docket/ledger/pure";
import { sayNumber } from "../sources/pure.ts";
import { type Factor, factors, type Says } from "./factors.ts";
import type { levels, PriorityAdopted } from "./kinds/priority-adopted.ts";

export type Level = keyof typeof levels;

/** What an entry says of a factor. */
export interface Fact {
  readonly factor: Factor;
  readonly entry: string;
  readonly says: Exclude<Says, undefined>;
}

export interface PriorityReason {
  readonly factor: Factor;
  readonly points: number;
  readonly sentence: Readonly<Record<Language, string>>;
  /** The entries that state it. */
  readonly entries: readonly string[];
}

export interface Priority {
  /** Null below the lowest threshold. */
  readonly level: Level | null;
  readonly points: number;
  /** Most points first. */
  readonly reasons: readonly PriorityReason[];
  /** Factors of the policy of which the record says nothing: not known is not no. */
  readonly notStated: readonly Factor[];
}

function sentenceOf(factor: Factor, number: number | undefined): Readonly<Record<Language, string>> {
  const words = factors[factor];
  if (number === undefined) return words;
  return { en: `${words.en}: ${sayNumber(number, "en")}`, es: `${words.es}: ${sayNumber(number, "es")}` };
}

/**
 * Judges the facts. Of a factor that is a number the highest step reached counts, by the greatest number that any one entry
 * states: two ventures of a case may be the same people, so they are not added up.
 */
export function judge({ weights, levels }: PriorityAdopted, facts: readonly Fact[]): Priority {
  const named = [...new Set(weights.map(({ factor }) => factor))];
  const reasons: PriorityReason[] = [];
  const notStated: Factor[] = [];
  for (const factor of named) {
    const stated = facts.filter((fact) => fact.factor === factor);
    if (stated.length === 0) {
      notStated.push(factor);
      continue;
    }
    const number = Math.max(...stated.map(({ says }) => Number(says)));
    const steps = weights.filter((weight) => weight.factor === factor && number >= (weight.atLeast ?? 1));
    const points = Math.max(0, ...steps.map((step) => step.points));
    if (points === 0) continue;
    const counts = typeof stated[0]?.says === "number";
    reasons.push({
      factor,
      points,
      sentence: sentenceOf(factor, counts ? number : undefined),
      entries: stated.filter(({ says }) => Number(says) === number).map(({ entry }) => entry),
    });
  }
  const points = reasons.reduce((sum, reason) => sum + reason.points, 0);
  return {
    level: levels.find((level) => points >= level.points)?.level ?? null,
    points,
    reasons: reasons.toSorted((a, b) => b.points - a.points),
    notStated,
  };
}
