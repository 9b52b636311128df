/** The seams where need-to-know will stand: who may do what is asked here, and what was done is told here. */
import type { Actor } from "./entry.ts";

export type Verb =
  | "read"
  | "append"
  | "correct"
  | "withdraw"
  | "import"
  | "export"
  | "verify"
  | "rebuild"
  | "purge";

/** What the decision may look at. */
export interface GateFacts {
  readonly kinds?: readonly string[];
  readonly label?: number;
}

export interface Gate {
  /** Throws the refusal where the actor may not; asked before anything is read or written. */
  decide(actor: Actor, verb: Verb, facts: GateFacts): void;
  /** Told of what is about to be answered; where it throws, the action does not happen. Never takes the append lock. */
  audit(actor: Actor, verb: Verb, facts: GateFacts & { readonly entries?: readonly string[] }): Promise<void>;
}
