/** Acts: several entries recorded in one go, all or none, and what they would record before they are. */
import type { Language } from "@joint-docket/ledger";
import { actDraft, type Judgment, judge, LONGEST_ACT, resolved } from "@joint-docket/taskforce/recording";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { languageOf, problemOf, problemSchema } from "../problem.ts";
import { bilingual, cutToken, idempotencyHeader, keyOf, problems } from "../shapes.ts";

const actSchema = z
  .object({ drafts: z.array(actDraft).min(1).max(LONGEST_ACT) })
  .strict()
  .meta({
    id: "Act",
    description:
      "Entries to be recorded together, or none of them. A draft that opens a record can give it a name, such as @source, by which later drafts speak of it",
  });

const misfitSchema = z.object({
  field: z.string().meta({ description: "Where in the draft, such as body.counts[0]" }),
  why: bilingual.meta({ description: "What is wrong, as the end of a sentence that names the field" }),
});

const judgmentSchema = z
  .object({
    sentence: bilingual
      .nullable()
      .meta({ description: "What the entry would say; null where it cannot be recorded" }),
    misfits: z.array(misfitSchema).meta({ description: "Every value that the kind's schema refuses" }),
    problem: problemSchema.nullable().meta({ description: "The rule that refuses it" }),
    waitsFor: z
      .array(z.string())
      .meta({ description: "Names of the act's records that cannot be opened yet" }),
  })
  .meta({ id: "Judgment" });

const recordedSchema = z.object({
  entries: z.array(
    z.object({ entry: z.uuid(), subject: z.uuid(), kind: z.string(), as: z.string().nullable() }),
  ),
  cut: z.object({ before: cutToken, after: cutToken }),
});

export function actRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger, actor } = desk;
  const { kinds } = ledger;

  function shown(judgment: Judgment, language: Language): z.infer<typeof judgmentSchema> {
    const nothing = { sentence: null, misfits: [], problem: null, waitsFor: [] };
    if ("refusal" in judgment) return { ...nothing, problem: problemOf(judgment.refusal, language) };
    if ("misfits" in judgment) return { ...nothing, misfits: [...judgment.misfits] };
    if ("waitsFor" in judgment) return { ...nothing, waitsFor: [...judgment.waitsFor] };
    const { sentence } = kinds.named(judgment.entry.kind);
    const entry = judgment.entry as never;
    return { ...nothing, sentence: { en: sentence.en(entry), es: sentence.es(entry) } };
  }

  return async (app) => {
    app.post(
      "/acts/check",
      {
        schema: {
          operationId: "checkAct",
          summary: "Judges an act draft by draft and writes nothing",
          tags: ["entries"],
          body: actSchema,
          response: { 200: z.object({ judgments: z.array(judgmentSchema) }), ...problems },
        },
      },
      async (request) => {
        const language = languageOf(request);
        const judgments = await judge(ledger, actor, request.body.drafts);
        return { judgments: judgments.map((judgment) => shown(judgment, language)) };
      },
    );
    app.post(
      "/acts",
      {
        schema: {
          operationId: "recordAct",
          summary: "Records all entries of an act, or none",
          tags: ["entries"],
          headers: idempotencyHeader,
          body: actSchema,
          response: { 201: recordedSchema, ...problems },
        },
      },
      async ({ body, headers }, reply) => {
        const key = keyOf(headers);
        const drafts = resolved(kinds, body.drafts);
        const { entries, before, after } = await ledger.append(
          actor,
          drafts.map(({ draft }) => draft),
          key,
          body,
        );
        reply.code(201);
        return {
          entries: entries.map(({ id, subject }, index) => ({
            entry: id,
            subject,
            kind: body.drafts[index]?.kind ?? "",
            as: body.drafts[index]?.as ?? null,
          })),
          cut: { before: await desk.sealCutAt(before), after: await desk.sealCutAt(after) },
        };
      },
    );
  };
}
