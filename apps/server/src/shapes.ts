/** Shapes that several routes answer with or take; what a schema does not list never leaves. */
import { certainties } from "@joint-docket/ledger";
import { bases, populations, TASK_FORCE_BEGAN } from "@joint-docket/taskforce/results";
import { z } from "zod";
import { idempotencyKeyMissing } from "./refusals.ts";
import { PROBLEM_JSON, problemSchema } from "./problem.ts";

export const bilingual = z
  .object({ en: z.string(), es: z.string() })
  .meta({ id: "Bilingual", description: "The same in English and Spanish" });
export const cutToken = z.string().meta({
  description:
    "An opaque token of what the ledger knew and of the day it was asked; give it back as `cut`, with the same basis, population and since, to see the same again, for ever",
});
export const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/, "a day, such as 2024-05-31")
  .meta({ format: "date" });

/** What was known: a day's end in the installation's time zone, or a token; without either, now. */
export const asKnown = { asKnownOn: day.optional(), cut: z.string().max(200).optional() };
/** The day by whose end sources had stated what counts, which a token keeps. */
export const seenOn = day.meta({
  format: "date",
  description:
    "The day by whose end things had happened and were stated: that of the token, else the day asked for or today",
});
/** The frame that figures are seen in. */
export const frameQuery = {
  basis: z
    .enum(bases)
    .default("attested")
    .meta({ description: "attested: a dated source had stated it; recorded: this ledger knew it" }),
  population: z.enum(populations).default("record"),
  since: z.string().max(10).default(TASK_FORCE_BEGAN).meta({ description: "First day counted, or none" }),
  ...asKnown,
};
export const paging = {
  cursor: z.string().max(500).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
};

export const sourceLine = z
  .object({
    id: z.uuid(),
    title: z.string(),
    publisher: z.string().nullable(),
    url: z.string().nullable(),
    dated: z.string().nullable(),
    synthetic: z.boolean(),
  })
  .meta({ id: "SourceLine" });

export const entryView = z
  .object({
    entry: z.uuid(),
    kind: z.string(),
    title: bilingual,
    record: z.object({ type: z.string(), id: z.uuid() }),
    sentence: bilingual.nullable(),
    occurred: z.string().nullable(),
    precision: z.enum(["day", "month", "year", "stretch"]).nullable(),
    source: sourceLine.nullable(),
    synthetic: z
      .boolean()
      .meta({ description: "Whether it cites, or describes, a source that a program made up" }),
    attestedAt: z.string().nullable(),
    recordedAt: z.string(),
    actor: z.string().nullable(),
    agency: z.string().nullable(),
    certainty: z.enum(certainties).nullable(),
    note: z.string().nullable(),
    reason: z.string().nullable(),
    state: z.enum(["standing", "corrected", "withdrawn", "emptied"]),
    replaces: z.uuid().nullable(),
    replacedBy: z.uuid().nullable(),
    emptiedBy: z.uuid().nullable().meta({ description: "The purge that emptied it" }),
  })
  .meta({ id: "EntryView", description: "An entry as a person reads it" });

/** How a request that writes is told from its repetition. */
export const idempotencyHeader = z.object({
  "idempotency-key": z.string().min(8).max(200).optional().meta({
    description: "Required where something is recorded; a repeated request with the same key records once",
  }),
});

/** The key of a request that records. Refuses `idempotency-key-missing`. */
export function keyOf(headers: z.infer<typeof idempotencyHeader>): string {
  const key = headers["idempotency-key"];
  if (key === undefined) throw idempotencyKeyMissing({ field: "Idempotency-Key" });
  return key;
}

function problem(description: string) {
  return { description, content: { [PROBLEM_JSON]: { schema: problemSchema } } };
}

/** The answers every route may give besides its own. */
export const readProblems = {
  400: problem("The request cannot be used as it is"),
  403: problem("It may not be done by whoever asks, or not from there"),
  404: problem("There is nothing there that one may see"),
  409: problem("It does not fit the record as it stands"),
  422: problem("A value is not possible or not complete"),
  500: problem("Something failed on our side"),
  503: problem("The database does not answer"),
};
/** And those of routes that write. */
export const problems = {
  ...readProblems,
  413: problem("The request's body is too large"),
  507: problem("The database's disk is full"),
};
