/** What the HTTP interface itself refuses. */
import { defineRefusal, type Why } from "@joint-docket/ledger";

/** `where` is a path such as `limit`, the same in every language, or words for the whole. */
export const requestInvalid = defineRefusal<{ where: string | Why; why: Why }>({
  code: "request-invalid",
  status: 400,
  en: {
    sentence: ({ where, why }) =>
      `The request cannot be used: ${typeof where === "string" ? where : where.en} ${why.en}.`,
    remedy: () => "See /api/openapi.json for what this address takes.",
  },
  es: {
    sentence: ({ where, why }) =>
      `La solicitud no se puede usar: ${typeof where === "string" ? where : where.es} ${why.es}.`,
    remedy: () => "Vea en /api/openapi.json lo que acepta esta dirección.",
  },
});

/** What cannot even be read as a request. */
export const malformed = {
  where: { en: "it", es: "esta" },
  why: { en: "is malformed", es: "está mal formada" },
};

export const notJson = defineRefusal({
  code: "request-not-json",
  status: 400,
  en: {
    sentence: () => "The request's body is not JSON.",
    remedy: () => "Send JSON with Content-Type: application/json.",
  },
  es: {
    sentence: () => "El cuerpo de la solicitud no es JSON.",
    remedy: () => "Envíe JSON con Content-Type: application/json.",
  },
});

export const bodyTooLarge = defineRefusal({
  code: "request-too-large",
  status: 413,
  en: {
    sentence: () => "The request's body is larger than 32 MiB.",
    remedy: () => "Import a larger file with `jd import`, which has no such limit.",
  },
  es: {
    sentence: () => "El cuerpo de la solicitud supera 32 MiB.",
    remedy: () => "Importe un archivo mayor con `jd import`, que no tiene ese límite.",
  },
});

export const headersTooLarge = defineRefusal({
  code: "request-headers-too-large",
  status: 431,
  en: {
    sentence: () => "The request's address and headers are larger than 16 KiB.",
    remedy: () => "Ask for less at once, or send what is long in the body.",
  },
  es: {
    sentence: () => "La dirección y los encabezados de la solicitud superan 16 KiB.",
    remedy: () => "Pida menos de una vez o envíe lo que sea largo en el cuerpo.",
  },
});

export const routeNotThere = defineRefusal({
  code: "address-not-there",
  status: 404,
  en: {
    sentence: () => "There is nothing at this address.",
    remedy: () => "See /api/openapi.json for every address there is.",
  },
  es: {
    sentence: () => "No hay nada en esta dirección.",
    remedy: () => "Vea en /api/openapi.json todas las direcciones.",
  },
});

export const hostNotOurs = defineRefusal({
  code: "host-not-ours",
  status: 403,
  en: {
    sentence: () => "This server answers this machine only, and was asked for under another name.",
    remedy: () => "Open the address that `npm start` prints, in a browser on this machine.",
  },
  es: {
    sentence: () => "Este servidor solo responde a esta máquina, y se lo llamó por otro nombre.",
    remedy: () => "Abra en un navegador de esta máquina la dirección que muestra `npm start`.",
  },
});

export const writeFromElsewhere = defineRefusal({
  code: "write-from-elsewhere",
  status: 403,
  en: {
    sentence: () =>
      "Until people are enrolled, the record is written only from this machine and from this server's own pages.",
    remedy: () => "Open the address that `npm start` prints, in a browser on this machine.",
  },
  es: {
    sentence: () =>
      "Hasta que haya personas registradas, solo se escribe desde esta máquina y desde las páginas de este servidor.",
    remedy: () => "Abra en un navegador de esta máquina la dirección que muestra `npm start`.",
  },
});

export const idempotencyKeyMissing = defineRefusal({
  code: "idempotency-key-missing",
  status: 400,
  en: {
    sentence: () => "A request that writes needs an Idempotency-Key header.",
    remedy: () => "Send a new random key, and the same key when you repeat the request.",
  },
  es: {
    sentence: () => "Una solicitud que escribe necesita el encabezado Idempotency-Key.",
    remedy: () => "Envíe una clave aleatoria nueva, y la misma al repetir la solicitud.",
  },
});

export const importUnderWay = defineRefusal({
  code: "import-under-way",
  status: 409,
  en: {
    sentence: () => "Another import is under way.",
    remedy: () => "Wait until it has ended, or cancel it, and send this one again.",
  },
  es: {
    sentence: () => "Hay otra importación en curso.",
    remedy: () => "Espere a que termine, o cancélela, y envíe esta de nuevo.",
  },
});

export const importNotThere = defineRefusal({
  code: "import-not-there",
  status: 404,
  en: {
    sentence: () => "There is no such import.",
    remedy: () =>
      "The latest imports are kept until the server stops. Import the file again; nothing is recorded twice.",
  },
  es: {
    sentence: () => "No existe esa importación.",
    remedy: () =>
      "Las últimas importaciones se conservan hasta que el servidor se detiene. Importe de nuevo el archivo; nada se registra dos veces.",
  },
});

export const cursorWrong = defineRefusal({
  code: "cursor-wrong",
  status: 400,
  en: {
    sentence: () => "This cursor does not continue this list.",
    remedy: () => "Start the list again without a cursor.",
  },
  es: {
    sentence: () => "Este cursor no continúa esta lista.",
    remedy: () => "Empiece la lista de nuevo sin cursor.",
  },
});
