/** In what order the steps of an extradition can come; a step is refused only where no reading of the dates allows it. */
import { defineRefusal, type Entry, sayDate } from "@joint-docket/ledger/pure";
import { surelyBefore } from "../sources/pure.ts";
import type { ExtraditionDecided } from "./kinds/extradition-decided.ts";
import type { ExtraditionRequested } from "./kinds/extradition-requested.ts";
import type { ExtraditionSurrendered } from "./kinds/extradition-surrendered.ts";

/** A step that stands, or that a draft would add. */
interface Step<Body> extends Pick<Entry<Body>, "body"> {
  readonly occurred?: string | undefined;
}

const decisionBeforeRequest = defineRefusal<{ decided: string; requested: string }>({
  code: "decision-before-request",
  status: 422,
  en: {
    sentence: ({ decided, requested }) =>
      `The decision (${sayDate(decided, "en")}) is dated before the request (${sayDate(requested, "en")}).`,
    remedy: () => "Correct the date of the decision, or that of the request.",
  },
  es: {
    sentence: ({ decided, requested }) =>
      `La decisión (${sayDate(decided, "es")}) tiene fecha anterior a la solicitud (${sayDate(requested, "es")}).`,
    remedy: () => "Corrija la fecha de la decisión, o la de la solicitud.",
  },
});

const surrenderBeforeRequest = defineRefusal<{ surrendered: string; requested: string }>({
  code: "surrender-before-request",
  status: 422,
  en: {
    sentence: ({ surrendered, requested }) =>
      `The surrender (${sayDate(surrendered, "en")}) is dated before the request (${sayDate(requested, "en")}).`,
    remedy: () => "Correct the date of the surrender, or that of the request.",
  },
  es: {
    sentence: ({ surrendered, requested }) =>
      `La entrega (${sayDate(surrendered, "es")}) tiene fecha anterior a la solicitud (${sayDate(requested, "es")}).`,
    remedy: () => "Corrija la fecha de la entrega, o la de la solicitud.",
  },
});

const surrenderBeforeDecision = defineRefusal<{ surrendered: string; decided: string }>({
  code: "surrender-before-decision",
  status: 422,
  en: {
    sentence: ({ surrendered, decided }) =>
      `The surrender (${sayDate(surrendered, "en")}) is dated before the extradition was granted (${sayDate(decided, "en")}).`,
    remedy: () => "Correct the date of the surrender, or that of the decision.",
  },
  es: {
    sentence: ({ surrendered, decided }) =>
      `La entrega (${sayDate(surrendered, "es")}) tiene fecha anterior a la decisión que la concedió (${sayDate(decided, "es")}).`,
    remedy: () => "Corrija la fecha de la entrega, o la de la decisión.",
  },
});

const surrenderAgainstDecision = defineRefusal({
  code: "surrender-against-decision",
  status: 409,
  en: {
    sentence: () =>
      "The extradition was denied or the request withdrawn, and no decision stands that grants it.",
    remedy: () => "Record the later decision that granted it, or the request that led to this surrender.",
  },
  es: {
    sentence: () =>
      "La extradición fue denegada o la solicitud retirada, y no hay una decisión vigente que la conceda.",
    remedy: () => "Registre la decisión posterior que la concedió, o la solicitud que llevó a esta entrega.",
  },
});

const surrenderedAlready = defineRefusal({
  code: "surrendered-already",
  status: 409,
  en: {
    sentence: () => "The person has already been surrendered on this request.",
    remedy: () => "Correct the surrender that stands, or record the new request as one of its own.",
  },
  es: {
    sentence: () => "La persona ya fue entregada por esta solicitud.",
    remedy: () => "Corrija la entrega vigente, o registre aparte la nueva solicitud.",
  },
});

/** Refuses a decision before its request. */
export function checkDecision(
  { occurred }: Step<ExtraditionDecided>,
  request: Step<ExtraditionRequested> | undefined,
): void {
  const requested = request?.occurred;
  if (occurred !== undefined && requested !== undefined && surelyBefore(occurred, requested))
    throw decisionBeforeRequest({ decided: occurred, requested, field: "occurred", value: occurred });
}

function grants({ body: { decision } }: Step<ExtraditionDecided>): boolean {
  return decision === "granted" || decision === "consented";
}

/**
 * Refuses a surrender before its request, before the decision that granted it, or against the decisions that stand.
 * It needs no recorded decision, for sources seldom tell of one.
 */
export function checkSurrender(
  { occurred }: Step<ExtraditionSurrendered>,
  request: Step<ExtraditionRequested> | undefined,
  decisions: readonly Step<ExtraditionDecided>[],
): void {
  const place = { field: "occurred", value: occurred };
  const requested = request?.occurred;
  if (occurred !== undefined && requested !== undefined && surelyBefore(occurred, requested))
    throw surrenderBeforeRequest({ surrendered: occurred, requested, ...place });
  const granting = decisions.filter(grants);
  const overrules = (ending: Step<ExtraditionDecided>) =>
    granting.length === 0
      ? !surelyBefore(occurred, ending.occurred)
      : surelyBefore(ending.occurred, occurred) &&
        granting.every((decision) => surelyBefore(decision.occurred, ending.occurred));
  if (decisions.some((decision) => !grants(decision) && overrules(decision)))
    throw surrenderAgainstDecision(place);
  const first = granting[0]?.occurred;
  if (occurred === undefined || first === undefined) return;
  if (granting.every((decision) => surelyBefore(occurred, decision.occurred)))
    throw surrenderBeforeDecision({ surrendered: occurred, decided: first, ...place });
}

/** Refuses a second surrender on one request, unless one before it was temporary. */
export function checkSurrenderedOnce(
  { body, occurred }: Step<ExtraditionSurrendered>,
  others: readonly Step<ExtraditionSurrendered>[],
): void {
  const isFinal = (step: { readonly body: ExtraditionSurrendered }) => step.body.temporary !== true;
  const taken = others
    .filter(isFinal)
    .some((other) => isFinal({ body }) || surelyBefore(other.occurred, occurred));
  if (taken) throw surrenderedAlready({ field: "occurred", value: occurred });
}
