/** The one shape of error that reaches a person: a stable code, a sentence, a remedy, and the cause kept for the log. */

export type Language = "en" | "es";

/** What a refusal says in one language; both parts may use the parameters it was raised with. */
export interface Wording<P> {
  readonly sentence: (params: P) => string;
  readonly remedy: (params: P) => string;
}

export interface RefusalDefinition<P> {
  /** Stable, kebab-case; clients may branch on it. */
  readonly code: string;
  /** HTTP status when it leaves through the interface. */
  readonly status: number;
  readonly en: Wording<P>;
  readonly es: Wording<P>;
}

/** The field of a body or row that a refusal speaks of, and the value found there. */
export interface Place {
  readonly field?: string;
  readonly value?: unknown;
}

export class Refusal extends Error {
  override readonly name = "Refusal";
  readonly code: string;
  readonly status: number;
  readonly remedy: string;
  readonly field: string | undefined;
  readonly value: unknown;
  readonly #wordings: Record<Language, () => { sentence: string; remedy: string }>;

  constructor(
    code: string,
    status: number,
    wordings: Record<Language, () => { sentence: string; remedy: string }>,
    place: Place,
    cause?: unknown,
  ) {
    const { sentence, remedy } = wordings.en();
    super(sentence, cause === undefined ? undefined : { cause });
    this.code = code;
    this.status = status;
    this.remedy = remedy;
    this.field = place.field;
    this.value = place.value;
    this.#wordings = wordings;
  }

  /** The sentence and remedy in the reader's language. */
  in(language: Language): { sentence: string; remedy: string } {
    return this.#wordings[language]();
  }
}

const defined = new Map<string, RefusalDefinition<never>>();

/**
 * Defines a refusal once, beside the rule that raises it.
 * `params.field` and `params.value`, where given, travel with the refusal to the reader.
 */
export function defineRefusal<P extends object = Record<never, never>>(
  definition: RefusalDefinition<P>,
): (params: P & Place, cause?: unknown) => Refusal {
  if (defined.has(definition.code)) throw new Error(`The refusal code ${definition.code} is defined twice.`);
  defined.set(definition.code, definition as RefusalDefinition<never>);
  const say = (language: Language, params: P) => () => ({
    sentence: definition[language].sentence(params),
    remedy: definition[language].remedy(params),
  });
  return (params, cause) =>
    new Refusal(
      definition.code,
      definition.status,
      { en: say("en", params), es: say("es", params) },
      { ...(params.field === undefined ? {} : { field: params.field }), value: params.value },
      cause,
    );
}

/** Every code defined so far, for the documentation. */
export function refusalCodes(): { code: string; status: number }[] {
  return [...defined.values()]
    .map(({ code, status }) => ({ code, status }))
    .sort((a, b) => a.code.localeCompare(b.code));
}
