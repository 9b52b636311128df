/** Small kinds for the ledger's own tests: a source, a folder, where it is shelved, and the pages in it. */
import { z } from "zod";
import { impreciseDate } from "../dates.ts";
import { defineKind, type Kind, ref } from "../kind.ts";

export const sourceDescribed = defineKind({
  kind: "source.described",
  version: 1,
  record: "source",
  opens: true,
  title: { en: "Source", es: "Fuente" },
  schema: z.strictObject({ title: z.string(), dated: impreciseDate.optional() }),
  projection: {
    table: "source",
    columns: { title: "text", dated_to: "text" },
    row: ({ title, dated }) => ({ title, dated_to: dated ?? null }),
  },
  sentence: { en: ({ body }) => `A source: ${body.title}.`, es: ({ body }) => `Una fuente: ${body.title}.` },
});

export const folderOpened = defineKind({
  kind: "folder.opened",
  version: 1,
  record: "folder",
  opens: true,
  title: { en: "Folder opened", es: "Carpeta abierta" },
  schema: z.strictObject({ title: z.string().min(1), parent: ref("folder").optional() }),
  projection: {
    table: "folder",
    columns: { title: "text", parent: "uuid" },
    indexed: ["title"],
    row: ({ title, parent }) => ({ title, parent: parent ?? null }),
  },
  sentence: {
    en: ({ body }) => `The folder “${body.title}” was opened.`,
    es: ({ body }) => `Se abrió la carpeta «${body.title}».`,
  },
});

export const pageStamped = defineKind({
  kind: "page.stamped",
  version: 1,
  record: "page",
  opens: true,
  title: { en: "Page stamped", es: "Página sellada" },
  schema: z.strictObject({
    folders: z.array(ref("folder")).min(1),
    number: z.int().positive(),
    words: z.array(z.string()).default([]),
  }),
  projection: {
    table: "page",
    columns: { folders: "uuid[]", number: "integer", words: "text[]", all: "jsonb" },
    row: ({ folders, number, words }) => ({ folders, number, words, all: { number, words } }),
  },
  sentence: {
    en: ({ body }) => `Page ${body.number} was stamped.`,
    es: ({ body }) => `Se selló la página ${body.number}.`,
  },
});

export const folderShelved = defineKind({
  kind: "folder.shelved",
  version: 1,
  record: "folder",
  opens: false,
  title: { en: "Folder shelved", es: "Carpeta archivada" },
  schema: z.strictObject({ shelf: z.string().min(1) }),
  projection: { table: "shelving", columns: { shelf: "text" }, row: ({ shelf }) => ({ shelf }) },
  sentence: {
    en: ({ body }) => `The folder was put on shelf ${body.shelf}.`,
    es: ({ body }) => `La carpeta se puso en el estante ${body.shelf}.`,
  },
});

export const testKinds: readonly Kind[] = [
  sourceDescribed as Kind,
  folderOpened as Kind,
  pageStamped as Kind,
  folderShelved as Kind,
];
