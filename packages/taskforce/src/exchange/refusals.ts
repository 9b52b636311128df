/** What an import says of a row, or of a whole file, that it cannot take. */
import { defineRefusal, type Language, type Why } from "@joint-docket/ledger/pure";
import { rowFields } from "./fields.ts";

/** A reason of ours is in both languages; one that the machine gives is in its own. */
const said = (why: Why | string, language: Language) => (typeof why === "string" ? why : why[language]);

export const rowUnreadable = defineRefusal<{ why: Why | string }>({
  code: "row-unreadable",
  status: 422,
  en: {
    sentence: ({ why }) => `This line cannot be read: ${said(why, "en")}.`,
    remedy: () => "Each line holds one JSON object, or one row with as many fields as the header.",
  },
  es: {
    sentence: ({ why }) => `Esta línea no se puede leer: ${said(why, "es")}.`,
    remedy: () => "Cada línea contiene un objeto JSON, o una fila con tantos campos como el encabezado.",
  },
});

export const rowFieldUnknown = defineRefusal<{ name: string }>({
  code: "row-field-unknown",
  status: 422,
  en: {
    sentence: ({ name }) => `“${name}” is not a field of an import row.`,
    remedy: () => `Fields are ${rowFields.join(", ")} and body.`,
  },
  es: {
    sentence: ({ name }) => `«${name}» no es un campo de una fila de importación.`,
    remedy: () => `Los campos son ${rowFields.join(", ")} y body.`,
  },
});

export const rowKeyTwice = defineRefusal<{ key: string; line: number }>({
  code: "row-key-twice",
  status: 422,
  en: {
    sentence: ({ key, line }) => `The key “${key}” was used on line ${line} already.`,
    remedy: () => "Give each row a key of its own.",
  },
  es: {
    sentence: ({ key, line }) => `La clave «${key}» ya se usó en la línea ${line}.`,
    remedy: () => "Dé a cada fila una clave propia.",
  },
});

export const rowReferenceUnknown = defineRefusal<{ key: string }>({
  code: "row-reference-unknown",
  status: 422,
  en: {
    sentence: ({ key }) => `“${key}” names no row before this one and no record in the ledger.`,
    remedy: () => "Put the row it refers to before this one, or use the record's identifier.",
  },
  es: {
    sentence: ({ key }) => `«${key}» no nombra ninguna fila anterior ni ningún registro existente.`,
    remedy: () => "Ponga antes la fila a la que se refiere, o use el identificador del registro.",
  },
});

export const rowReferenceRefused = defineRefusal<{ key: string }>({
  code: "row-reference-refused",
  status: 422,
  en: {
    sentence: ({ key }) => `This row refers to “${key}”, which was refused.`,
    remedy: () => "Correct that row first; this one may then be taken as it is.",
  },
  es: {
    sentence: ({ key }) => `Esta fila se refiere a «${key}», que fue rechazada.`,
    remedy: () => "Corrija primero esa fila; esta podrá entonces aceptarse como está.",
  },
});

export const rowReferenceOther = defineRefusal<{ key: string }>({
  code: "row-reference-of-other-type",
  status: 422,
  en: {
    sentence: ({ key }) => `“${key}” is a row of this file, but not of the type that is asked for here.`,
    remedy: () => "Name the row that opens the right type of record.",
  },
  es: {
    sentence: ({ key }) => `«${key}» es una fila de este archivo, pero no del tipo que aquí se pide.`,
    remedy: () => "Nombre la fila que abre el tipo de registro correcto.",
  },
});

export const rowChanged = defineRefusal<{ key: string }>({
  code: "row-changed",
  status: 409,
  en: {
    sentence: ({ key }) => `The row “${key}” was imported before with other content.`,
    remedy: () => "Import with --correct (or “take as corrections”) if this content is the right one.",
  },
  es: {
    sentence: ({ key }) => `La fila «${key}» ya se importó con otro contenido.`,
    remedy: () => "Importe con --correct (o «tomar como correcciones») si este contenido es el correcto.",
  },
});

export const rowSubjectChanged = defineRefusal<{ key: string }>({
  code: "row-subject-changed",
  status: 409,
  en: {
    sentence: ({ key }) => `The row “${key}” no longer names the record it was imported for.`,
    remedy: () =>
      "Name that record again. If it was the wrong one, withdraw the entry and give the row a new key.",
  },
  es: {
    sentence: ({ key }) => `La fila «${key}» ya no nombra el registro para el que se importó.`,
    remedy: () =>
      "Vuelva a nombrar ese registro. Si era el equivocado, retire el asiento y dé a la fila una clave nueva.",
  },
});

export const rowWithdrawn = defineRefusal<{ key: string }>({
  code: "row-withdrawn",
  status: 409,
  en: {
    sentence: ({ key }) => `What the row “${key}” said was withdrawn from the record.`,
    remedy: () => "Give the row a new key if it is to be recorded after all.",
  },
  es: {
    sentence: ({ key }) => `Lo que decía la fila «${key}» fue retirado del registro.`,
    remedy: () => "Dé a la fila una clave nueva si debe registrarse de todos modos.",
  },
});

export const fileUnreadable = defineRefusal<{ why: Why | string }>({
  code: "file-unreadable",
  status: 422,
  en: {
    sentence: ({ why }) => `The file cannot be read: ${said(why, "en")}.`,
    remedy: () => "Send CSV with a header line, or JSON lines, in UTF-8.",
  },
  es: {
    sentence: ({ why }) => `El archivo no se puede leer: ${said(why, "es")}.`,
    remedy: () => "Envíe CSV con una línea de encabezado, o líneas JSON, en UTF-8.",
  },
});

export const mappingInvalid = defineRefusal<{ why: Why | string }>({
  code: "mapping-invalid",
  status: 422,
  en: {
    sentence: ({ why }) => `The mapping cannot be used: ${said(why, "en")}.`,
    remedy: () =>
      'A mapping names, for each column, the field it fills: { "columns": { "Arrest date": "occurred" }, "constants": { "kind": "arrest.made" } }.',
  },
  es: {
    sentence: ({ why }) => `La correspondencia no se puede usar: ${said(why, "es")}.`,
    remedy: () =>
      'Una correspondencia nombra, para cada columna, el campo que llena: { "columns": { "Fecha": "occurred" }, "constants": { "kind": "arrest.made" } }.',
  },
});
