/** In what order the steps of an extradition can come; a step is refused only where no reading of the dates allows it. */
import { defineRefusal, type Entry } from "@joint-docket/ledger/pure";
import { inOrder, surelyBefore } from "../sources/pure.ts";
import type { ExtraditionDecided } from "./kinds/extradition-decided.ts";
import type { ExtraditionRequested } from "./kinds/extradition-requested.ts";
import type { ExtraditionSurrendered } from "./kinds/extradition-surrendered.ts";

/** A step that stands, or that a draft would add. */
interface Step<Body> extends Pick<Entry<Body>, "body"> {
  readonly occurred?: string | undefined;
}

const request = { en: "the request", es: "la solicitud" };
const surrender = { en: "the surrender", es: "la entrega" };

const decisionAfterRequest = inOrder(
  "decision-before-request",
  { en: "the decision", es: "la decisión" },
  request,
);
const surrenderAfterRequest = inOrder("surrender-before-request", surrender, request);
const surrenderAfterDecision = inOrder("surrender-before-decision", surrender, {
  en: "the decision that granted it",
  es: "la decisión que la concedió",
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
  requested: Step<ExtraditionRequested> | undefined,
): void {
  decisionAfterRequest(occurred, [requested?.occurred]);
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
  requested: Step<ExtraditionRequested> | undefined,
  decisions: readonly Step<ExtraditionDecided>[],
): void {
  surrenderAfterRequest(occurred, [requested?.occurred]);
  const granting = decisions.filter(grants);
  const overrules = (ending: Step<ExtraditionDecided>) =>
    granting.length === 0
      ? !surelyBefore(occurred, ending.occurred)
      : surelyBefore(ending.occurred, occurred) &&
        granting.every((decision) => surelyBefore(decision.occurred, ending.occurred));
  if (decisions.some((decision) => !grants(decision) && overrules(decision)))
    throw surrenderAgainstDecision({ field: "occurred", value: occurred });
  surrenderAfterDecision(
    occurred,
    granting.map((decision) => decision.occurred),
  );
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
