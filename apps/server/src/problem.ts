/** Errors as they leave the house: problem details (RFC 9457) with a stable code and a remedy, in the reader's language. */
import { asRefusal, type Language, Refusal, serverFault, whyWrong } from "@joint-docket/ledger";
import type { FastifyError, FastifyReply, FastifyRequest } from "fastify";
import { hasZodFastifySchemaValidationErrors } from "fastify-type-provider-zod";
import { z } from "zod";
import { faultOf } from "./fault.ts";
import { bodyTooLarge, malformed, notJson, requestInvalid, routeNotThere } from "./refusals.ts";

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string(),
    detail: z.string(),
    remedy: z.string(),
    field: z.string().optional(),
    value: z.unknown().optional(),
  })
  .meta({ id: "Problem", description: "An error: a stable code, a sentence and what to do (RFC 9457)" });

export const PROBLEM_JSON = "application/problem+json";

/** The reader's language, by what the browser asks for. */
export function languageOf(request: FastifyRequest): Language {
  const wanted = String(request.headers["accept-language"] ?? "").toLowerCase();
  const [es, en] = [wanted.search(/\bes\b/), wanted.search(/\ben\b/)];
  return es >= 0 && (en < 0 || es < en) ? "es" : "en";
}

function titleOf(code: string): string {
  return code.replaceAll("-", " ").replace(/^./, (letter) => letter.toUpperCase());
}

export function problemOf(refusal: Refusal, language: Language): z.infer<typeof problemSchema> {
  const { sentence, remedy } = refusal.in(language);
  return {
    type: `urn:joint-docket:problem:${refusal.code}`,
    title: titleOf(refusal.code),
    status: refusal.status,
    code: refusal.code,
    detail: sentence,
    remedy,
    ...(refusal.field === undefined ? {} : { field: refusal.field }),
    ...(refusal.value === undefined ? {} : { value: refusal.value }),
  };
}

/** Whatever was thrown, as it may leave the house. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return serverFault({}, error);
  if (hasZodFastifySchemaValidationErrors(error)) {
    const [found] = error.validation;
    if (!found) return requestInvalid(malformed, error);
    const { keyword, message, params, instancePath } = found;
    // Of fields that are not its own the schema names the place they stand in, and them apart.
    const [unknown] = (params as { keys?: readonly string[] }).keys ?? [];
    const field = [instancePath.replaceAll("/", ".").replace(/^\./, ""), unknown].filter(Boolean).join(".");
    const why = whyWrong({ ...params, code: keyword, message, path: [] } as never);
    return requestInvalid(
      field === "" ? { where: { en: "the whole", es: "el conjunto" }, why } : { where: field, why, field },
      error,
    );
  }
  const { code, statusCode } = error as FastifyError;
  if (code === "FST_ERR_CTP_BODY_TOO_LARGE") return bodyTooLarge({}, error);
  if (
    code === "FST_ERR_CTP_INVALID_JSON_BODY" ||
    code === "FST_ERR_CTP_EMPTY_JSON_BODY" ||
    code === "FST_ERR_CTP_INVALID_MEDIA_TYPE"
  )
    return notJson({}, error);
  if (statusCode !== undefined && statusCode < 500) return requestInvalid(malformed, error);
  return asRefusal(error);
}

/** Takes a line of the server's log. */
export type Log = (line: string) => void;

/** Answers an error as a problem; the log is told of its cause where the fault may be ours. */
export function answerError(
  log: Log,
  error: FastifyError | Error,
  request: FastifyRequest,
  reply: FastifyReply,
): void {
  const refusal = refusalOf(error);
  // The route's pattern, not its address, in which names may stand.
  if (refusal.status >= 500)
    log(
      `${request.method} ${request.routeOptions.url ?? "an address that is not there"} was answered ${refusal.status} ${refusal.code}: ${faultOf(refusal.cause ?? error)}`,
    );
  void reply
    .code(refusal.status)
    .type(PROBLEM_JSON)
    .send(JSON.stringify(problemOf(refusal, languageOf(request))));
}

export function answerNotFound(log: Log, request: FastifyRequest, reply: FastifyReply): void {
  answerError(log, routeNotThere({}), request, reply);
}
