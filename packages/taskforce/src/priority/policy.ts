/** The policy that applies on a day: the last one adopted by then, or ours while nobody has adopted one. */
import { type Entry, type Id, tryBounds } from "@joint-docket/ledger/pure";
import type { PriorityAdopted } from "./kinds/priority-adopted.ts";

export interface Policy {
  /** The entry that adopted it; null for ours. */
  readonly entry: Id | null;
  readonly since: string | null;
  readonly body: PriorityAdopted;
}

/**
 * Used until a policy is adopted. The facts are those that the announcement of 31 May 2024 names; the Justice Department
 * publishes no weights, so each fact weighs the same, and the steps by number of people are those of USSG §2L1.1(b)(2).
 */
export const OURS: PriorityAdopted = {
  title: "Equal weights (used until a policy is adopted)",
  weights: [
    { factor: "vulnerable-people", points: 1 },
    { factor: "security-concern", points: 1 },
    { factor: "contraband", points: 1 },
    { factor: "high-speed-flight", points: 1 },
    { factor: "firearms", points: 1 },
    { factor: "deaths", atLeast: 1, points: 2 },
    { factor: "people", atLeast: 25, points: 1 },
    { factor: "people", atLeast: 100, points: 2 },
    { factor: "leadership", points: 1 },
  ],
  levels: [
    { level: "high", points: 2 },
    { level: "elevated", points: 1 },
  ],
};

/** Of the policies that stand, the one that applies on the day (`YYYY-MM-DD`): adopted last, and of two of one day the one recorded last. */
export function policyOn(adopted: readonly Entry<PriorityAdopted>[], day: string): Policy {
  const last = (entry: Entry<PriorityAdopted>) =>
    (entry.occurred === undefined ? undefined : tryBounds(entry.occurred)?.to) ?? "9999";
  const found = adopted
    .filter((entry) => last(entry) <= day)
    .reduce<Entry<PriorityAdopted> | undefined>(
      (best, entry) => (best && last(best) > last(entry) ? best : entry),
      undefined,
    );
  return found
    ? { entry: found.id, since: found.occurred ?? null, body: found.body }
    : { entry: null, since: null, body: OURS };
}
