/** Where an extradition stands now, read from its standing entries. */
import type { Entry, StandingRecord } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
import { latest } from "../court/pure.ts";
import type { ExtraditionDecided } from "./kinds/extradition-decided.ts";
import type { ExtraditionRequested } from "./kinds/extradition-requested.ts";
import type { ExtraditionSurrendered } from "./kinds/extradition-surrendered.ts";

/** The request that opened it. */
export function requestOf(extradition: StandingRecord | undefined): Entry<ExtraditionRequested> | undefined {
  return entriesOf<ExtraditionRequested>(extradition, "extradition.requested").at(-1);
}

/** The decisions that stand, oldest entry first: a court's, then a minister's, or one that reverses another. */
export function decisionsOf(extradition: StandingRecord | undefined): Entry<ExtraditionDecided>[] {
  return entriesOf<ExtraditionDecided>(extradition, "extradition.decided");
}

export function surrendersOf(extradition: StandingRecord | undefined): Entry<ExtraditionSurrendered>[] {
  return entriesOf<ExtraditionSurrendered>(extradition, "extradition.surrendered");
}

/** How far an extradition has come; a decision to grant it and the person's consent are one step. */
export const extraditionSteps = ["requested", "granted", "denied", "withdrawn", "surrendered"] as const;
export type ExtraditionStep = (typeof extraditionSteps)[number];

/** The step that an extradition has reached: the surrender, else the latest decision, else the request. */
export function extraditionStep(extradition: StandingRecord | undefined): ExtraditionStep {
  if (surrendersOf(extradition).length > 0) return "surrendered";
  const decision = latest(decisionsOf(extradition))?.body.decision;
  if (decision === undefined) return "requested";
  return decision === "consented" ? "granted" : decision;
}
