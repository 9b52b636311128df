/** What a court or a minister of the requested country decided; there can be several, and the later one counts. */
import { defineKind, type Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, quote, sayWhenKnown, text, type Words } from "../../sources/pure.ts";
import { decisionsOf, requestOf, surrendersOf } from "../standing.ts";
import { checkDecision, checkSurrender } from "../steps.ts";

const decisions = {
  granted: { en: "granted", es: "concedida" },
  consented: { en: "the person consented", es: "la persona dio su consentimiento" },
  denied: { en: "denied", es: "denegada" },
  withdrawn: { en: "request withdrawn", es: "solicitud retirada" },
} satisfies Words;

const deciders = {
  court: { en: "court", es: "tribunal" },
  executive: { en: "minister or other executive", es: "ministerio u otra autoridad ejecutiva" },
  "united-states": { en: "the United States", es: "los Estados Unidos" },
} satisfies Words;

const schema = z.strictObject({
  decision: choice(decisions, {
    title: "Decision",
    titleEs: "Decisión",
    description: "Granted, consented to by the person, denied, or the request withdrawn",
    descriptionEs: "Concedida, con consentimiento de la persona, denegada, o solicitud retirada",
  }),
  by: choice(deciders, {
    title: "Decided by",
    titleEs: "Quién decidió",
    description: "A court or the executive of the country; the United States where it withdrew",
    descriptionEs: "Un tribunal o el ejecutivo del país; los Estados Unidos si la retiraron",
  }).optional(),
  why: text(1000, {
    title: "Why",
    titleEs: "Motivo",
    description: "The reason that the source gives, or the conditions",
    descriptionEs: "El motivo que da la fuente, o las condiciones",
  }).optional(),
});

export type ExtraditionDecided = z.infer<typeof schema>;

const said = {
  granted: { en: "The extradition was granted", es: "La extradición fue concedida" },
  consented: {
    en: "The person consented to the extradition",
    es: "La persona dio su consentimiento a la extradición",
  },
  denied: { en: "The extradition was denied", es: "La extradición fue denegada" },
  withdrawn: {
    en: "The request for extradition was withdrawn",
    es: "La solicitud de extradición fue retirada",
  },
} satisfies Words<ExtraditionDecided["decision"]>;

const bywhom = {
  court: { en: " by a court", es: " por un tribunal" },
  executive: { en: " by the executive", es: " por el poder ejecutivo" },
  "united-states": { en: " by the United States", es: " por los Estados Unidos" },
} satisfies Words<NonNullable<ExtraditionDecided["by"]>>;

function sentence(body: ExtraditionDecided, occurred: string | undefined, language: Language): string {
  const by = body.by === undefined || body.decision === "consented" ? "" : bywhom[body.by][language];
  const why = body.why === undefined ? "" : `: ${quote(body.why, language)}`;
  return `${said[body.decision][language]}${by}${sayWhenKnown(occurred, language)}${why}.`;
}

export const extraditionDecided = defineKind({
  kind: "extradition.decided",
  version: 1,
  record: "extradition",
  opens: false,
  title: { en: "Extradition decided", es: "Extradición decidida" },
  schema,
  rule: ({ body, subject, occurred }, standing) => {
    const extradition = standing.record(subject);
    const [request, decision] = [requestOf(extradition), { body, occurred }];
    checkDecision(decision, request);
    for (const surrender of surrendersOf(extradition))
      checkSurrender(surrender, request, [...decisionsOf(extradition), decision]);
  },
  projection: {
    table: "extradition_decision",
    columns: { decision: "text", decided_by: "text", why: "text" },
    row: (body) => ({ decision: body.decision, decided_by: body.by ?? null, why: body.why ?? null }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
