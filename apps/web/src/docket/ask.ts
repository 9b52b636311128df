/** Asks the server, in the reader's language, and turns every failure into one shape with a code and a remedy. */
import i18next from "i18next";
import type { ProblemBody } from "./shapes/index.ts";

export class Problem extends Error {
  override readonly name = "Problem";
  readonly code: string;
  readonly status: number;
  readonly remedy: string;
  readonly field: string | undefined;
  readonly value: unknown;

  constructor(body: Partial<ProblemBody> & { code: string; status: number }) {
    super(body.detail ?? body.title ?? body.code);
    this.code = body.code;
    this.status = body.status;
    this.remedy = body.remedy ?? "";
    this.field = body.field;
    this.value = body.value;
  }
}

export type Query = Record<string, string | number | undefined>;

/** The address of an answer, blank parameters left out. */
export function address(path: string, query: Query = {}): string {
  const pairs = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) {
    if (value !== undefined && value !== "") pairs.set(name, String(value));
  }
  const text = pairs.toString();
  return `/api${path}${text === "" ? "" : `?${text}`}`;
}

async function problemOf(response: Response): Promise<Problem> {
  const text = await response.text();
  try {
    const body = JSON.parse(text) as Partial<ProblemBody>;
    return new Problem({ ...body, code: body.code ?? `http-${response.status}`, status: response.status });
  } catch {
    return new Problem({
      code: `http-${response.status}`,
      status: response.status,
      detail: i18next.t("problem.unreadable"),
      remedy: i18next.t("problem.unreachableRemedy"),
    });
  }
}

interface Call {
  query?: Query;
  method?: "GET" | "POST" | "DELETE";
  body?: unknown;
  /** Kept across retries, so that nothing is written twice. */
  idempotencyKey?: string;
  signal?: AbortSignal;
}

/** One call; throws `Problem` and nothing else, except when it is cancelled. */
export async function ask<Answer>(path: string, call: Call = {}): Promise<Answer> {
  const headers: Record<string, string> = { Accept: "application/json", "Accept-Language": i18next.language };
  if (call.body !== undefined) headers["Content-Type"] = "application/json";
  if (call.idempotencyKey) headers["Idempotency-Key"] = call.idempotencyKey;
  let response: Response;
  try {
    response = await fetch(address(path, call.query), {
      method: call.method ?? "GET",
      headers,
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal ? { signal: call.signal } : {}),
    });
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new Problem({
      code: "server-unreachable",
      status: 0,
      detail: i18next.t("problem.unreachable"),
      remedy: i18next.t("problem.unreachableRemedy"),
    });
  }
  if (!response.ok) throw await problemOf(response);
  return (response.status === 204 ? undefined : await response.json()) as Answer;
}
