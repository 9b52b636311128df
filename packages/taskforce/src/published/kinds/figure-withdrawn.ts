/** The act by which a figure is taken back, with the reason; it stays readable as withdrawn. */
import { defineKind } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { text } from "../../sources/pure.ts";
import { courseOf, figureActStands, figureWithdrawnAlready } from "../course.ts";
import { declared } from "../who.ts";

const schema = z.strictObject({
  by: declared(),
  because: text(2000, {
    title: "Reason",
    titleEs: "Razón",
    description: "Why it is withdrawn",
    descriptionEs: "Por qué se retira",
  }),
});

export type FigureWithdrawn = z.infer<typeof schema>;

export const figureWithdrawn = defineKind({
  kind: "figure.withdrawn",
  version: 1,
  record: "published-figure",
  opens: false,
  composed: true,
  title: { en: "Figure withdrawn", es: "Cifra retirada" },
  schema,
  rule: ({ subject }, standing) => {
    if (courseOf(standing.record(subject)).state === "withdrawn") throw figureWithdrawnAlready({});
  },
  ending: () => {
    throw figureActStands({});
  },
  projection: {
    table: "figure_withdrawal",
    columns: { because: "text", declared: "text" },
    row: ({ by, because }) => ({ because, declared: by }),
  },
  sentence: {
    en: ({ body }) => `${body.by} withdrew a figure: ${body.because.replace(/\.$/, "")}.`,
    es: ({ body }) => `${body.by} retiró una cifra: ${body.because.replace(/\.$/, "")}.`,
  },
});
