/** Where an extradition stands now, read from its standing entries. */
import type { Entry, StandingRecord } from "@joint-docket/ledger/pure";
import { entriesOf } from "../cases/pure.ts";
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
