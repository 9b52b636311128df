/** How several counts ended, in one act: a plea to some of them, a verdict on the others, some dismissed. */
import { filled, noSource, type Plan, planSource, readDate, type SourceChoice } from "../../form/index.ts";
import type { Schema } from "../../docket/index.ts";

/** The outcomes that a form offers; those of a plea come on one day, a dismissal often on another. */
export const outcomesOf = {
  plea: ["convicted-plea", "dismissed"],
  verdict: ["convicted-verdict", "acquitted", "dismissed"],
} as const;
export type OutcomeForm = keyof typeof outcomesOf;
export type Outcome = (typeof outcomesOf)[OutcomeForm][number];

export interface OutcomesState {
  readonly inCase: string;
  readonly defendant: string;
  /** By count, how it ended; counts that are not named stay as they are. */
  readonly counts: Readonly<Record<string, Outcome>>;
  readonly occurred: string;
  /** When counts were dismissed, where that was another day. */
  readonly dismissedOn: string;
  readonly source: SourceChoice;
}

export function startOfOutcomes(about: {
  case?: string | undefined;
  defendant?: string | undefined;
  source?: string | undefined;
}): OutcomesState {
  return {
    inCase: about.case ?? "",
    defendant: about.defendant ?? "",
    counts: {},
    occurred: "",
    dismissedOn: "",
    source: { ...noSource, id: about.source ?? "" },
  };
}

/** One disposition for each count that ended. */
export function planOutcomes(state: OutcomesState, sourceSchema: Schema): Plan {
  const from = planSource(state.source, sourceSchema);
  const day = readDate(state.occurred, "occurred");
  const dismissed = readDate(state.dismissedOn, "dismissedOn");
  const own = state.dismissedOn.trim() !== "";
  const drafts = Object.entries(state.counts).map(([count, outcome]) => {
    const apart = outcome === "dismissed" && own;
    return {
      draft: {
        kind: "charge.disposed",
        subject: count,
        body: { outcome },
        ...filled({ occurred: apart ? dismissed.date : day.date }),
        ...from.source,
      },
      at: (field: string) => {
        if (field === "source") return field;
        if (field === "occurred") return apart ? "dismissedOn" : "occurred";
        return `counts.${count}`;
      },
    };
  });
  return {
    drafts: drafts.length > 0 ? [...from.drafts, ...drafts] : [],
    faults: [...from.faults, ...day.faults, ...dismissed.faults],
  };
}
