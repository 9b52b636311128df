/** The one kind the torture records: each entry says which request it belongs to and how many it should stand among. */
import { z } from "zod";
import { defineKind } from "../../../dist/index.js";

const schema = z.strictObject({ request: z.string(), number: z.int(), of: z.int() });

export const kinds = [
  defineKind({
    kind: "blow.struck",
    version: 1,
    record: "blow",
    opens: true,
    title: { en: "Blow", es: "Golpe" },
    schema,
    projection: {
      table: "blow",
      columns: { request: "text", number: "integer", of_all: "integer" },
      row: ({ request, number, of }) => ({ request, number, of_all: of }),
    },
    sentence: {
      en: ({ body }) => `Blow ${body.number} of ${body.of}.`,
      es: ({ body }) => `Golpe ${body.number} de ${body.of}.`,
    },
  }),
];
