/** What no route takes, whatever it asks for: text that no database holds, and values nested beyond reason. */
import type { FastifyInstance } from "fastify";
import { requestInvalid } from "./refusals.ts";

/** How deep a body's values may lie inside one another. */
const DEEPEST = 64;
const NUL_IN_ADDRESS = /%00/;
const HALF_OF_A_PAIR = /\p{Cs}/u;

/** Why a body's value cannot be taken, looked at no deeper than it may be. */
function wrongWith(value: unknown, depth = 0): string | undefined {
  if (typeof value === "string")
    return HALF_OF_A_PAIR.test(value) ? "a text holds half of a character" : undefined;
  if (value === null || typeof value !== "object") return undefined;
  if (depth === DEEPEST) return `its values lie more than ${DEEPEST} deep inside one another`;
  for (const [name, inner] of Object.entries(value)) {
    const wrong = wrongWith(name, depth) ?? wrongWith(inner, depth + 1);
    if (wrong !== undefined) return wrong;
  }
  return undefined;
}

/** Has every request of the interface looked at before its route sees it. Refuses `request-invalid`. */
export function guardIntake(app: FastifyInstance): void {
  // JSON is all that is taken; text would otherwise be read, and then fail for a reason that helps nobody.
  app.removeContentTypeParser("text/plain");
  app.addHook("onRequest", async ({ url }) => {
    if (NUL_IN_ADDRESS.test(url))
      throw requestInvalid({ field: "the address", why: "it holds a NUL character" });
  });
  app.addHook("preValidation", async ({ body }) => {
    const why = wrongWith(body);
    if (why !== undefined) throw requestInvalid({ field: "the body", why });
  });
}
