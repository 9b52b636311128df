/** A second person's word on a figure before it goes out: approved as it stands, or returned with what is wrong. */
import { defineKind, entryRef } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, text, type Words } from "../../sources/pure.ts";
import { courseOf, figureActStands, requireOpen, requireSecondPerson } from "../course.ts";
import { declared } from "../who.ts";

const verdicts = {
  approved: { en: "Approved", es: "Aprobada" },
  returned: { en: "Returned", es: "Devuelta" },
} satisfies Words;

const schema = z.strictObject({
  by: declared(),
  draft: entryRef().meta({
    entry: true,
    title: "Draft",
    titleEs: "Borrador",
    description: "The draft that was looked at",
    descriptionEs: "El borrador que se miró",
  }),
  verdict: choice(verdicts, {
    title: "Verdict",
    titleEs: "Dictamen",
    description: "Approved as it stands, or returned to be drafted anew",
    descriptionEs: "Aprobada como está, o devuelta para prepararla de nuevo",
  }),
  remarks: text(2000, {
    title: "Remarks",
    titleEs: "Observaciones",
    description: "What the reviewer found; needed where it is returned",
    descriptionEs: "Lo que encontró quien la revisó; necesario si se devuelve",
  }).optional(),
});

export type FigureReviewed = z.infer<typeof schema>;

export const figureReviewed = defineKind({
  kind: "figure.reviewed",
  version: 1,
  record: "published-figure",
  opens: false,
  composed: true,
  title: { en: "Figure reviewed", es: "Cifra revisada" },
  schema,
  rule: ({ subject, body }, standing, actor) => {
    const course = courseOf(standing.record(subject));
    requireOpen(course);
    requireSecondPerson(course, body.draft, { actor: actor?.id, declared: body.by });
  },
  // Another word of the same reviewer is another review.
  ending: () => {
    throw figureActStands({});
  },
  projection: {
    table: "figure_review",
    columns: { draft: "uuid", verdict: "text", declared: "text" },
    row: ({ by, draft, verdict }) => ({ draft, verdict, declared: by }),
  },
  sentence: {
    en: ({ body }) =>
      body.verdict === "approved"
        ? `${body.by} reviewed a figure and approved it.`
        : `${body.by} reviewed a figure and returned it.`,
    es: ({ body }) =>
      body.verdict === "approved"
        ? `${body.by} revisó una cifra y la aprobó.`
        : `${body.by} revisó una cifra y la devolvió.`,
  },
});
