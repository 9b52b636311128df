/** How a count ended, or that its conviction was set aside so that it is open again. */
import { defineKind, defineRefusal, type Language, sayWhen } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, type Words } from "../../sources/pure.ts";
import { checkSentencesAfter, dispositionAfterCharge } from "../order.ts";
import {
  countFiledOn,
  countOutcome,
  dispositionsFit,
  isConviction,
  isConvictionNeeded,
} from "../standing.ts";

const outcomes = {
  "convicted-plea": { en: "convicted by plea", es: "condena por declaración de culpabilidad" },
  "convicted-verdict": { en: "convicted by verdict", es: "condena por veredicto" },
  convicted: { en: "convicted", es: "condena" },
  acquitted: { en: "acquitted", es: "absolución" },
  dismissed: { en: "dismissed", es: "cargo desestimado" },
  "conviction-vacated": { en: "conviction vacated", es: "condena anulada" },
} satisfies Words;

const schema = z.strictObject({
  outcome: choice(outcomes, {
    title: "Outcome",
    titleEs: "Resultado",
    description: "How the count ended; “convicted” alone where the source does not say how",
    descriptionEs: "Cómo terminó el cargo; solo «condena» si la fuente no dice de qué modo",
    law: "Fed. R. Crim. P. 11, 29, 31, 48 and 32(k)",
  }),
});

export type ChargeDisposed = z.infer<typeof schema>;

export const countNotOpen = defineRefusal({
  code: "count-not-open",
  status: 409,
  en: {
    sentence: () => "The count has already been disposed of.",
    remedy: () => "Correct the disposition that stands, or record first that the conviction was vacated.",
  },
  es: {
    sentence: () => "El cargo ya fue resuelto.",
    remedy: () => "Corrija el resultado vigente, o registre primero que la condena fue anulada.",
  },
});

export const noConvictionToVacate = defineRefusal({
  code: "no-conviction-to-vacate",
  status: 409,
  en: {
    sentence: () => "There is no conviction on the count for this vacatur to set aside.",
    remedy: () => "Record the conviction first, or correct the entry that says how the count ended.",
  },
  es: {
    sentence: () => "No hay en este cargo una condena que esta anulación deje sin efecto.",
    remedy: () => "Registre primero la condena, o corrija el asiento que dice cómo terminó el cargo.",
  },
});

export const convictionNeeded = defineRefusal({
  code: "conviction-has-dependents",
  status: 409,
  en: {
    sentence: () => "A sentence or a vacatur stands on this conviction, so it cannot be taken away.",
    remedy: () =>
      "Withdraw or correct the sentence or vacatur first; if a court set the conviction aside, record its vacatur instead.",
  },
  es: {
    sentence: () => "Una sentencia o una anulación se apoya en esta condena, así que no puede quitarse.",
    remedy: () =>
      "Retire o corrija primero la sentencia o la anulación; si un tribunal dejó sin efecto la condena, registre su anulación.",
  },
});

const said: Words<ChargeDisposed["outcome"]> = {
  "convicted-plea": {
    en: "The count ended in a conviction by plea",
    es: "El cargo terminó en condena por declaración de culpabilidad",
  },
  "convicted-verdict": {
    en: "The count ended in a conviction by verdict",
    es: "El cargo terminó en condena por veredicto",
  },
  convicted: { en: "The count ended in a conviction", es: "El cargo terminó en condena" },
  acquitted: { en: "The count ended in an acquittal", es: "El cargo terminó en absolución" },
  dismissed: { en: "The count was dismissed", es: "El cargo fue desestimado" },
  "conviction-vacated": {
    en: "The conviction on the count was vacated",
    es: "La condena por el cargo fue anulada",
  },
};

function sentence({ outcome }: ChargeDisposed, occurred: string | undefined, language: Language): string {
  return `${said[outcome][language]}${occurred === undefined ? "" : ` ${sayWhen(occurred, language)}`}.`;
}

export const chargeDisposed = defineKind({
  kind: "charge.disposed",
  version: 1,
  record: "count",
  opens: false,
  title: { en: "Charge disposed", es: "Cargo resuelto" },
  schema,
  rule: ({ body, subject, occurred, replaces }, standing) => {
    const fit = dispositionsFit(standing, subject, body.outcome, replaces !== undefined);
    const place = { field: "outcome", value: body.outcome };
    if (fit === "not-open") throw countNotOpen(place);
    if (fit === "nothing-to-vacate") throw noConvictionToVacate(place);
    dispositionAfterCharge(occurred, [countFiledOn(standing.record(subject))]);
    if (replaces === undefined || !isConviction(body.outcome)) return;
    const others = countOutcome(standing, subject).convictions.map((conviction) => conviction.occurred);
    checkSentencesAfter([...others, occurred], occurred, subject, standing);
  },
  ending: ({ id, subject, body }, instead, standing) => {
    if (!isConviction(body.outcome) || (instead && isConviction(instead.body.outcome))) return;
    if (isConvictionNeeded(standing, subject))
      throw convictionNeeded(
        instead ? { field: "outcome", value: instead.body.outcome } : { field: "body.withdraws", value: id },
      );
  },
  asksWhatMentions: "count",
  projection: {
    table: "disposition",
    columns: { outcome: "text" },
    indexed: ["outcome"],
    row: ({ outcome }) => ({ outcome }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
