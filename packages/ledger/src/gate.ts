/**
 * The seams where need-to-know will stand: who may do what is asked here, and what was done is told here. Verifying,
 * exporting, rebuilding and restoring are the installation's own work until there are people with those duties.
 */
import type { Actor } from "./entry.ts";

export type Verb = "read" | "append" | "correct" | "withdraw" | "purge";

/** What the decision may look at. */
export interface GateFacts {
  readonly kinds?: readonly string[];
  readonly label?: number;
}

export interface Gate {
  /** Throws the refusal where the actor may not; asked before anything of the record is read or written. */
  decide(actor: Actor, verb: Verb, facts: GateFacts): void;
  /**
   * Told of a write inside its transaction, and of a read before its answer; where it throws, neither happens.
   * It must not take the append lock itself: a read never waits for a write.
   */
  audit(actor: Actor, verb: Verb, facts: GateFacts & { readonly entries?: readonly string[] }): Promise<void>;
}
