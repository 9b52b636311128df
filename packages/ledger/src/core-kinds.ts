/** The two kinds that speak of other entries: a withdrawal, and a lawful purge. */
import { z } from "zod";
import { defineKind, entryRef, type Kind } from "./kind.ts";

export const entryWithdrawn = defineKind({
  kind: "entry.withdrawn",
  version: 1,
  record: "any",
  opens: false,
  title: { en: "Entry withdrawn", es: "Asiento retirado" },
  schema: z.strictObject({
    withdraws: entryRef().meta({
      entry: true,
      title: "Entry",
      titleEs: "Asiento",
      description: "The entry that is withdrawn",
    }),
  }),
  projection: {
    table: "withdrawal",
    columns: { withdraws: "uuid" },
    row: ({ withdraws }) => ({ withdraws }),
  },
  sentence: {
    en: () => "An entry was withdrawn: it should not have been recorded.",
    es: () => "Se retiró un asiento: no debió registrarse.",
  },
});

export const entryPurged = defineKind({
  kind: "entry.purged",
  version: 1,
  record: "any",
  opens: false,
  title: { en: "Entry purged", es: "Asiento eliminado por ley" },
  schema: z.strictObject({
    purges: entryRef().meta({
      entry: true,
      title: "Entry",
      titleEs: "Asiento",
      description: "The entry whose content is deleted",
    }),
    authority: z.string().trim().min(3).max(500).meta({
      title: "Authority",
      titleEs: "Autoridad",
      description: "The law, rule or order that requires the purge",
    }),
  }),
  projection: {
    table: "purge",
    columns: { purges: "uuid", authority: "text" },
    row: ({ purges, authority }) => ({ purges, authority }),
  },
  sentence: {
    en: ({ body }) => `An entry was lawfully emptied under ${body.authority}.`,
    es: ({ body }) => `Un asiento se vació legalmente conforme a ${body.authority}.`,
  },
});

export const coreKinds: readonly Kind[] = [entryWithdrawn as Kind, entryPurged as Kind];
