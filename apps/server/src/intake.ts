/** What no route takes, whatever it asks for: text that no database holds, and values nested beyond reason. */
import type { Why } from "@joint-docket/ledger";
import type { FastifyInstance } from "fastify";
import { requestInvalid } from "./refusals.ts";

/** How deep a body's values may lie inside one another. */
const DEEPEST = 64;
const NUL_IN_ADDRESS = /%00/;
const HALF_OF_A_PAIR = /\p{Cs}/u;

const ADDRESS: Why = { en: "the address", es: "la dirección" };
const BODY: Why = { en: "the body", es: "el cuerpo" };
const NUL: Why = { en: "holds a NUL character", es: "contiene un carácter NUL" };
const HALF: Why = {
  en: "has a text that holds half of a character",
  es: "tiene un texto con la mitad de un carácter",
};
const TOO_DEEP: Why = {
  en: `has values that lie more than ${DEEPEST} deep inside one another`,
  es: `tiene valores anidados a más de ${DEEPEST} niveles`,
};
const NOT_UTF8: Why = { en: "is not UTF-8 text", es: "no es texto UTF-8" };

/** Why a body's value cannot be taken, looked at no deeper than it may be. */
function wrongWith(value: unknown, depth = 0): Why | undefined {
  if (typeof value === "string") return HALF_OF_A_PAIR.test(value) ? HALF : undefined;
  if (value === null || typeof value !== "object") return undefined;
  if (depth === DEEPEST) return TOO_DEEP;
  for (const [name, inner] of Object.entries(value)) {
    const wrong = wrongWith(name, depth) ?? wrongWith(inner, depth + 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Has every request of the interface looked at before its route sees it. Refuses `request-invalid`. */
export function guardIntake(app: FastifyInstance): void {
  // JSON is all that is taken; text would otherwise be read, and then fail for a reason that helps nobody.
  app.removeContentTypeParser(["text/plain", "application/json"]);
  const parse = app.getDefaultJsonParser("error", "error");
  app.addContentTypeParser("application/json", { parseAs: "buffer" }, (request, body, done) => {
    let text: string;
    try {
      text = new TextDecoder("utf-8", { fatal: true }).decode(body as Buffer);
    } catch (error) {
      // Read leniently, bytes that are no text would be recorded as signs that nobody wrote.
      done(requestInvalid({ where: BODY, why: NOT_UTF8 }, error));
      return;
    }
    parse(request, text, done);
  });
  app.addHook("onRequest", async ({ url }) => {
    if (NUL_IN_ADDRESS.test(url)) throw requestInvalid({ where: ADDRESS, why: NUL });
  });
  app.addHook("preValidation", async ({ body }) => {
    const why = wrongWith(body);
    if (why !== undefined) throw requestInvalid({ where: BODY, why });
  });
}
