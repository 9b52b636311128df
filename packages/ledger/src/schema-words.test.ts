/** What a schema finds is told in plain words, in English and Spanish, with nothing of the validator's own language. */
import { expect, it } from "vitest";
import { z } from "zod";
import { impreciseDate } from "./dates.ts";
import { whyWrong } from "./schema-words.ts";

const schema = z.strictObject({
  title: z.string().min(1).max(5).optional(),
  number: z.int().min(2).max(9).optional(),
  list: z.array(z.string()).min(1).max(2).optional(),
  word: z.enum(["one", "two"]).optional(),
  only: z.literal("this").optional(),
  yes: z.boolean().optional(),
  inner: z.strictObject({}).optional(),
  id: z.uuid().optional(),
  url: z.url().optional(),
  code: z.string().regex(/^x/).optional(),
  date: impreciseDate.optional(),
  either: z.union([z.string(), z.number()]).optional(),
  form: z
    .discriminatedUnion("kind", [z.strictObject({ kind: z.literal("a"), needed: z.string() })])
    .optional(),
});

it.each<[given: object, en: string, es: string]>([
  [{ title: 7 }, "must be text", "debe ser texto"],
  [{ title: "" }, "is empty", "está vacío"],
  [{ title: "longer" }, "is longer than 5 signs", "tiene más de 5 caracteres"],
  [{ number: "7" }, "must be a number", "debe ser un número"],
  [{ number: 7.5 }, "must be a whole number", "debe ser un número entero"],
  [{ number: 1 }, "is less than 2", "es menor que 2"],
  [{ number: 10 }, "is more than 9", "es mayor que 9"],
  [{ list: "a" }, "must be a list", "debe ser una lista"],
  [{ list: [] }, "is empty", "está vacío"],
  [{ list: ["a", "b", "c"] }, "has more than 2 items", "tiene más de 2 elementos"],
  [{ word: "three" }, "must be one of one, two", "debe ser uno de one, two"],
  [{ only: "that" }, "must be this", "debe ser this"],
  [{ yes: "yes" }, "must be yes or no", "debe ser sí o no"],
  [{ inner: 1 }, "must be a group of fields", "debe ser un grupo de campos"],
  [{ more: 1 }, "is not a field it may have", "no es un campo que pueda tener"],
  [{ id: "x" }, "is not an identifier", "no es un identificador"],
  [{ url: "x" }, "is not a web address", "no es una dirección web"],
  [{ code: "y" }, "has none of the forms it may have", "no tiene ninguna de las formas que puede tener"],
  [{ either: true }, "has none of the forms it may have", "no tiene ninguna de las formas que puede tener"],
  [
    { form: { kind: "b" } },
    "has none of the forms it may have",
    "no tiene ninguna de las formas que puede tener",
  ],
  [{ form: { kind: "a" } }, "is missing", "falta"],
  [
    { date: "2024-02-30" },
    "is not a date that can be (2018, 2018-01, 2018-01-17, 2018-01/2018-03)",
    "no es una fecha posible (2018, 2018-01, 2018-01-17, 2018-01/2018-03)",
  ],
])("of %j it says why", (given, en, es) => {
  const issue = schema.safeParse(given).error?.issues[0];
  expect(issue && whyWrong(issue)).toEqual({ en, es });
});
