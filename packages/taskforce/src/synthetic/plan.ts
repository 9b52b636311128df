/** What happens in a synthetic case, decided before a row of it is written. */
import type { Told } from "./days.ts";
import type { Charge, Setting, Tier } from "./world.ts";

/** The term of a sentence, as `sentence.imposed` holds it. */
export type Term =
  | { readonly kind: "months"; readonly months: number }
  | { readonly kind: "life" | "time-served" | "probation" | "not-stated" };

export type Ending = "convicted-plea" | "convicted-verdict" | "convicted" | "acquitted" | "dismissed";

export interface ArrestPlan {
  readonly told: Told;
  readonly place: "domestic" | "foreign" | "unknown";
  readonly country?: string;
  /** Written instead of the day, such as `2023-04`. */
  readonly occurred?: string;
  /** Whether its only source bears no date. */
  readonly undated?: boolean;
  readonly onUnknownDay?: boolean;
}

export interface ExtraditionPlan {
  readonly country: string;
  readonly requested: Told;
  /** A court's decision, then a minister's, as far as they came. */
  readonly decisions: readonly { readonly told: Told; readonly decision: string; readonly by: string }[];
  readonly surrendered?: Told;
}

export interface SentencePlan {
  readonly told: Told;
  readonly term: Term;
  /** Recorded first with this term, and put right by a later report. */
  readonly misread?: { readonly term: Term; readonly report: number };
  readonly amended?: { readonly told: Told; readonly term: Term };
  readonly vacated?: {
    readonly told: Told;
    /** Whether the convictions fell with it. */
    readonly convictions: boolean;
    /** A new conviction where the first fell, and the sentence that followed. */
    readonly again?: { readonly convicted: Told; readonly sentenced: Told; readonly term: Term };
  };
}

export interface DefendantPlan {
  readonly part: string;
  readonly tier: Tier;
  /** The random id that defendants in several cases share who are one person. */
  readonly person?: string;
  /** The person is found to be the defendant of another case only later: by which report, and as whom. */
  readonly merged?: { readonly person: string; readonly report: number };
  readonly arrests: readonly ArrestPlan[];
  readonly extradition?: ExtraditionPlan;
  readonly counts: number;
  /** The one charge against somebody who is charged with no felony. */
  readonly lesser?: Charge;
  /** None while the counts are open. */
  readonly ending?: { readonly told: Told; readonly outcome: Ending; readonly counts: number };
  /** A plea that the court let be taken back. */
  readonly pleaWithdrawn?: Told;
  readonly sentence?: SentencePlan;
}

export interface AssetPlan {
  readonly told: Told;
  readonly asset: "cash" | "real-property" | "vehicle" | "firearm-or-ammunition" | "drug" | "other";
  readonly hold?: "seized" | "notice-posted";
  /** In cents. */
  readonly value?: number;
  /** Recorded first with this value, and put right by a later report. */
  readonly misread?: { readonly value: number; readonly report: number };
}

/** An arrest that should not have been recorded, and the report by which it was taken back. */
export interface MistakenArrest {
  readonly told: Told;
  readonly withdrawn: number;
}

export interface CasePlan {
  readonly number: number;
  readonly district: string;
  readonly taskForce: "yes" | "no" | "unknown";
  readonly setting: Setting;
  readonly offense: number;
  readonly opened: Told;
  readonly complaint: boolean;
  readonly filed: Told;
  readonly superseded?: Told;
  /** Another district to which part of it went, with the day it got a number there. */
  readonly transferred?: { readonly district: string; readonly told: Told };
  readonly defendants: readonly DefendantPlan[];
  /** People arrested whom no source tells apart. */
  readonly others?: { readonly told: Told; readonly persons: number };
  readonly mistaken?: MistakenArrest;
  readonly assets: readonly AssetPlan[];
  /** Whether it belongs to the organization at hand, and whether that is a new one. */
  readonly organization: "none" | "known" | "new";
}
