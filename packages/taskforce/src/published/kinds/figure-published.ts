/** The act by which a reviewed figure goes out: from here on it comes out the same, or it is withdrawn. */
import { defineKind, entryRef } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { courseOf, figureActStands, requireApproval, requireOpen } from "../course.ts";
import { declared } from "../who.ts";

const schema = z.strictObject({
  by: declared(),
  draft: entryRef().meta({
    entry: true,
    title: "Draft",
    titleEs: "Borrador",
    description: "The draft that is published, as it was reviewed",
    descriptionEs: "El borrador que se publica, como se revisó",
  }),
});

export type FigurePublished = z.infer<typeof schema>;

export const figurePublished = defineKind({
  kind: "figure.published",
  version: 1,
  record: "published-figure",
  opens: false,
  composed: true,
  title: { en: "Figure published", es: "Cifra publicada" },
  schema,
  rule: ({ subject, body }, standing) => {
    const figure = standing.record(subject);
    requireOpen(courseOf(figure));
    requireApproval(figure, body.draft);
  },
  ending: () => {
    throw figureActStands({});
  },
  projection: {
    table: "figure_publication",
    columns: { draft: "uuid", declared: "text" },
    row: ({ by, draft }) => ({ draft, declared: by }),
  },
  sentence: {
    en: ({ body }) => `${body.by} published a figure.`,
    es: ({ body }) => `${body.by} publicó una cifra.`,
  },
});
