/** A document as a reference: what it is, where it stands in the docket and where it is kept. Its content stays there. */
import { defineKind, defineRefusal, type Language, ref, wrong } from "@joint-docket/ledger/pure";
import { z } from "zod";
import {
  type CaseDocketed,
  district,
  docketKey,
  docketNumber,
  docketsOf,
  entriesOf,
  sayDistrict,
} from "../../cases/pure.ts";
import type { InstrumentFiled } from "../../court/pure.ts";
import { choice, quote, says, sayWhenKnown, text, whole, type Words } from "../../sources/pure.ts";

const documentKinds = {
  "charging-document": { en: "charging document", es: "documento de acusación" },
  "plea-agreement": { en: "plea agreement", es: "acuerdo de culpabilidad" },
  judgment: { en: "judgment", es: "sentencia" },
  order: { en: "order", es: "orden" },
  motion: { en: "motion", es: "petición" },
  notice: { en: "notice", es: "aviso" },
  transcript: { en: "transcript", es: "transcripción" },
  "forfeiture-paper": { en: "forfeiture paper", es: "documento de decomiso" },
  "extradition-paper": { en: "extradition paper", es: "documento de extradición" },
  report: { en: "report", es: "informe" },
  release: { en: "press release", es: "comunicado de prensa" },
  other: { en: "other document", es: "otro documento" },
} satisfies Words;

const docket = z
  .strictObject({
    district: district(),
    number: docketNumber,
  })
  .meta(
    says({
      title: "Docket",
      titleEs: "Expediente",
      description: "The docket it was filed in; may be left out where the case has only one",
      descriptionEs: "El expediente en que se presentó; puede omitirse si el caso tiene uno solo",
    }),
  );

const schema = z.strictObject({
  case: ref("case").meta(
    says({
      title: "Case",
      titleEs: "Caso",
      description: "The case that the document belongs to",
      descriptionEs: "El caso al que pertenece el documento",
    }),
  ),
  title: text(300, {
    title: "Title",
    titleEs: "Título",
    description: "What the document is called, without names of people",
    descriptionEs: "Cómo se llama el documento, sin nombres de personas",
  }),
  documentKind: choice(documentKinds, {
    title: "Kind of document",
    titleEs: "Clase de documento",
    description: "What it is: a charging document, a judgment, an order, and so on",
    descriptionEs: "Qué es: un documento de acusación, una sentencia, una orden, etc.",
    law: "Fed. R. Crim. P. 49",
  }),
  docket: docket.optional(),
  entry: whole(1, 1_000_000, {
    title: "Docket entry number",
    titleEs: "Número de entrada",
    description: "The number of its entry in the docket",
    descriptionEs: "El número de su entrada en el expediente",
  }).optional(),
  attachment: whole(1, 10_000, {
    title: "Attachment",
    titleEs: "Anexo",
    description: "The number of the attachment, where it is one of that entry",
    descriptionEs: "El número del anexo, si lo es de esa entrada",
  }).optional(),
  keptAt: text(500, {
    title: "Where it is kept",
    titleEs: "Dónde se guarda",
    description: "The court's system, file room or system of the agency that holds it",
    descriptionEs: "El sistema del tribunal, el archivo o el sistema de la agencia que lo guarda",
    law: "44 U.S.C. § 3101",
  }),
  hash: z
    .string()
    .trim()
    .toLowerCase()
    .regex(
      /^[0-9a-f]{64}$/,
      wrong(
        "is not a SHA-256 hash: 64 digits and letters a to f",
        "no es un resumen SHA-256: 64 cifras y letras de la a a la f",
      ),
    )
    .meta(
      says({
        title: "Hash (SHA-256)",
        titleEs: "Huella (SHA-256)",
        description: "The SHA-256 hash of the file, by which anyone who has it can tell that it is the same",
        descriptionEs: "La huella SHA-256 del archivo, con la que quien lo tenga puede saber que es el mismo",
      }),
    )
    .optional(),
  pages: whole(1, 1_000_000, {
    title: "Pages",
    titleEs: "Páginas",
    description: "How many pages it has",
    descriptionEs: "Cuántas páginas tiene",
  }).optional(),
  instrument: ref("instrument")
    .meta(
      says({
        title: "Charging document recorded",
        titleEs: "Acusación registrada",
        description: "The record of the charging document that this paper is",
        descriptionEs: "El registro del documento de acusación que es este papel",
      }),
    )
    .optional(),
});

export type DocumentFiled = z.infer<typeof schema>;

const docketNotOfCase = defineRefusal<{ number: string }>({
  code: "docket-not-of-case",
  status: 422,
  en: {
    sentence: ({ number }) => `The case has no docket number ${number} in this district.`,
    remedy: () => "Record the docket number of the case first, or correct the one named here.",
  },
  es: {
    sentence: ({ number }) => `El caso no tiene el número de expediente ${number} en este distrito.`,
    remedy: () => "Registre primero el número de expediente del caso, o corrija el que se indica aquí.",
  },
});

const entryWithoutDocket = defineRefusal<{ dockets: number }>({
  code: "docket-entry-without-docket",
  status: 422,
  en: {
    sentence: ({ dockets }) =>
      dockets === 0
        ? "An entry number belongs to a docket, and the case has no docket number yet."
        : `An entry number belongs to a docket, and the case has ${dockets}.`,
    remedy: () => "Record the case's docket number, name the docket, or leave the entry number out.",
  },
  es: {
    sentence: ({ dockets }) =>
      dockets === 0
        ? "Un número de entrada pertenece a un expediente, y el caso aún no tiene número de expediente."
        : `Un número de entrada pertenece a un expediente, y el caso tiene ${dockets}.`,
    remedy: () => "Registre el número de expediente, indique el expediente, u omita el número de entrada.",
  },
});

const attachmentWithoutEntry = defineRefusal({
  code: "attachment-without-entry",
  status: 422,
  en: {
    sentence: () => "An attachment belongs to a docket entry, and none is named.",
    remedy: () => "Give the number of the entry, or leave the attachment out.",
  },
  es: {
    sentence: () => "Un anexo pertenece a una entrada del expediente, y no se indica ninguna.",
    remedy: () => "Indique el número de la entrada, u omita el anexo.",
  },
});

const instrumentOfAnotherCase = defineRefusal({
  code: "instrument-of-another-case",
  status: 422,
  en: {
    sentence: () => "The charging document was filed in another case.",
    remedy: () => "Name a charging document of this case, or leave it out.",
  },
  es: {
    sentence: () => "El documento de acusación se presentó en otro caso.",
    remedy: () => "Indique un documento de acusación de este caso, u omítalo.",
  },
});

/** A docket may be named before the case's own numbers are recorded; once some are, it is one of them. */
function checkDocket(body: DocumentFiled, dockets: readonly CaseDocketed[]): void {
  const { docket: named, entry, attachment } = body;
  if (attachment !== undefined && entry === undefined)
    throw attachmentWithoutEntry({ field: "attachment", value: attachment });
  const isNamed = (one: CaseDocketed) =>
    named && one.district === named.district && docketKey(one.number) === docketKey(named.number);
  if (named && dockets.length > 0 && !dockets.some(isNamed))
    throw docketNotOfCase({ number: named.number, field: "docket.number", value: named.number });
  if (!named && entry !== undefined && dockets.length !== 1)
    throw entryWithoutDocket({ dockets: dockets.length, field: "docket", value: undefined });
}

function sayPlace({ docket: named, entry, attachment }: DocumentFiled, language: Language): string {
  const es = language === "es";
  const parts = [
    entry !== undefined && `${es ? "entrada" : "entry"} ${entry}`,
    attachment !== undefined && `${es ? "anexo" : "attachment"} ${attachment}`,
    named && `${es ? "expediente" : "docket"} ${named.number} ${sayDistrict(named.district, language)}`,
  ].filter((part) => typeof part === "string");
  return parts.length === 0 ? "" : `, ${parts.join(", ")}`;
}

function sentence(body: DocumentFiled, occurred: string | undefined, language: Language): string {
  const what = `${quote(body.title, language)} (${documentKinds[body.documentKind][language]})`;
  const rest = `${what}${sayPlace(body, language)}`;
  const when = sayWhenKnown(occurred, language);
  return language === "es"
    ? `Se presentó un documento${when}: ${rest}; se guarda en ${quote(body.keptAt, "es")}.`
    : `A document was filed${when}: ${rest}; kept at ${quote(body.keptAt, "en")}.`;
}

export const documentFiled = defineKind({
  kind: "document.filed",
  version: 1,
  record: "document",
  opens: true,
  title: { en: "Document filed", es: "Documento presentado" },
  schema,
  rule: ({ body }, standing) => {
    checkDocket(body, docketsOf(standing.record(body.case)));
    if (body.instrument === undefined) return;
    const filed = entriesOf<InstrumentFiled>(standing.record(body.instrument), "instrument.filed").at(-1);
    if (filed?.body.case !== body.case)
      throw instrumentOfAnotherCase({ field: "instrument", value: body.instrument });
  },
  projection: {
    table: "document",
    columns: {
      case_id: "uuid",
      title: "text",
      document_kind: "text",
      district: "text",
      docket_number: "text",
      docket_key: "text",
      entry_number: "integer",
      attachment: "integer",
      kept_at: "text",
      hash: "text",
      pages: "integer",
      instrument: "uuid",
    },
    indexed: ["case_id", "document_kind", "hash"],
    row: (body) => ({
      case_id: body.case,
      title: body.title,
      document_kind: body.documentKind,
      district: body.docket?.district ?? null,
      docket_number: body.docket?.number ?? null,
      docket_key: body.docket === undefined ? null : docketKey(body.docket.number),
      entry_number: body.entry ?? null,
      attachment: body.attachment ?? null,
      kept_at: body.keptAt,
      hash: body.hash ?? null,
      pages: body.pages ?? null,
      instrument: body.instrument ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
