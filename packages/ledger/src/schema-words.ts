/** What is wrong with a value, in plain words and both languages, from what a schema found. */
import type { z } from "zod";

const SPANISH = new Map<string, string>();

/** A schema's own message together with its Spanish; gives back the English, which the schema carries. */
export function wrong(en: string, es: string): string {
  SPANISH.set(en, es);
  return en;
}

export interface Why {
  readonly en: string;
  readonly es: string;
}

const TYPES: Readonly<Record<string, Why>> = {
  string: { en: "must be text", es: "debe ser texto" },
  number: { en: "must be a number", es: "debe ser un número" },
  int: { en: "must be a whole number", es: "debe ser un número entero" },
  boolean: { en: "must be yes or no", es: "debe ser sí o no" },
  array: { en: "must be a list", es: "debe ser una lista" },
  object: { en: "must be a group of fields", es: "debe ser un grupo de campos" },
};

const MISSING: Why = { en: "is missing", es: "falta" };
const NO_FORM: Why = {
  en: "has none of the forms it may have",
  es: "no tiene ninguna de las formas que puede tener",
};

const FORMATS: Readonly<Record<string, Why>> = {
  uuid: { en: "is not an identifier", es: "no es un identificador" },
  url: { en: "is not a web address", es: "no es una dirección web" },
};

const list = (values: readonly unknown[]) => values.map(String).join(", ");

/** What a limit is counted in: signs of a text, items of a list, or the number itself. */
function limit(origin: string, most: boolean, bound: number | bigint): Why {
  if (origin !== "number" && !most && Number(bound) === 1) return { en: "is empty", es: "está vacío" };
  if (origin === "string") {
    return most
      ? { en: `is longer than ${bound} signs`, es: `tiene más de ${bound} caracteres` }
      : { en: `is shorter than ${bound} signs`, es: `tiene menos de ${bound} caracteres` };
  }
  if (origin === "array" || origin === "set") {
    return most
      ? { en: `has more than ${bound} items`, es: `tiene más de ${bound} elementos` }
      : { en: `has fewer than ${bound} items`, es: `tiene menos de ${bound} elementos` };
  }
  return most
    ? { en: `is more than ${bound}`, es: `es mayor que ${bound}` }
    : { en: `is less than ${bound}`, es: `es menor que ${bound}` };
}

/** Whether a schema gave the message itself; what Zod says by default begins in one of these ways. */
function isOwn(message: string): boolean {
  return !/^(Invalid|Too (small|big)|Unrecognized|No matching)/.test(message);
}

/** Why a value is refused, as the end of a sentence that names the field. */
export function whyWrong(issue: z.core.$ZodIssue): Why {
  const { message } = issue;
  if (isOwn(message)) return { en: message, es: SPANISH.get(message) ?? message };
  switch (issue.code) {
    case "invalid_type":
      return message.endsWith("undefined") ? MISSING : (TYPES[issue.expected] ?? NO_FORM);
    case "invalid_value":
      return issue.values.length === 1
        ? { en: `must be ${list(issue.values)}`, es: `debe ser ${list(issue.values)}` }
        : { en: `must be one of ${list(issue.values)}`, es: `debe ser uno de ${list(issue.values)}` };
    case "too_small":
      return limit(issue.origin, false, issue.minimum);
    case "too_big":
      return limit(issue.origin, true, issue.maximum);
    case "unrecognized_keys":
      return { en: "is not a field it may have", es: "no es un campo que pueda tener" };
    case "invalid_format":
      return FORMATS[issue.format] ?? NO_FORM;
    default:
      return NO_FORM;
  }
}
