/** Who may do what: one pure decision, asked in one place. Until people exist to sign in, the local operator does everything in `open`. */
import {
  type Actor,
  defineRefusal,
  type Gate,
  type GateFacts,
  OPEN_LABEL,
  type Refusal,
  type Verb,
} from "@joint-docket/ledger";
import { SHARED_SEAT } from "./pure.ts";

export const notPermitted = defineRefusal<{ verb: string }>({
  code: "not-permitted",
  status: 403,
  en: {
    sentence: ({ verb }) => `You may not ${verb} here.`,
    remedy: () => "Ask the person who administers this installation.",
  },
  es: {
    sentence: () => "No tiene permiso para hacer esto aquí.",
    remedy: () => "Pregunte a la persona que administra esta instalación.",
  },
});

export type Decision =
  | { readonly allow: true; readonly because: string }
  | { readonly allow: false; readonly because: Refusal };

/** The one person there is before anyone is enrolled: whoever sits at the machine. */
export const localOperator: Actor = {
  id: SHARED_SEAT,
  agency: "this-installation",
  labels: [OPEN_LABEL],
};

/** Decides; knows nothing but what it is given. */
export function decide(actor: Actor, verb: Verb, facts: GateFacts): Decision {
  if (actor.id !== localOperator.id && actor.id !== "public-record-loader")
    return { allow: false, because: notPermitted({ verb }) };
  if (facts.label !== undefined && !actor.labels.includes(facts.label))
    return { allow: false, because: notPermitted({ verb }) };
  return { allow: true, because: "nobody is enrolled yet, and the request comes from this machine" };
}

/** Who records the public record that comes with the product. */
export const publicRecordLoader: Actor = {
  id: "public-record-loader",
  agency: "this-installation",
  labels: [OPEN_LABEL],
};

/** The gate every request passes. The audit of reads will be written here, before the answer goes out. */
export const gate: Gate = {
  decide(actor, verb, facts) {
    const decision = decide(actor, verb, facts);
    if (!decision.allow) throw decision.because;
  },
  audit: async () => undefined,
};
