/** Imports over HTTP: start, follow, cancel, take the refused rows home. */
import { formatOf, mappingSchema } from "@joint-docket/taskforce/exchange";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { type ImportRun, ImportRuns, MOST_SHOWN } from "../imports.ts";
import { languageOf, problemOf, problemSchema } from "../problem.ts";
import { bilingual, cutToken, idempotencyHeader, problems, readProblems } from "../shapes.ts";

const runSchema = z
  .object({
    id: z.uuid(),
    name: z.string(),
    preview: z.boolean(),
    state: z.enum(["running", "done", "cancelled", "failed"]),
    startedAt: z.string(),
    progress: z.object({
      total: z.int(),
      read: z.int(),
      accepted: z.int(),
      corrected: z.int(),
      unchanged: z.int(),
      refused: z.int(),
    }),
    report: z
      .object({
        accepted: z.int(),
        corrected: z.int(),
        unchanged: z.int(),
        refusedTotal: z.int(),
        refused: z
          .array(
            z.object({
              line: z.int(),
              field: z.string().nullable(),
              value: z.unknown(),
              code: z.string(),
              message: z.string(),
              remedy: z.string(),
            }),
          )
          .meta({ description: `The first ${MOST_SHOWN}; all of them are under /imports/{id}/refused` }),
        preview: z.array(z.object({ line: z.int(), sentence: bilingual })),
      })
      .nullable(),
    cut: z.object({ before: cutToken, after: cutToken }).nullable(),
    problem: problemSchema.nullable(),
  })
  .meta({ id: "ImportRun" });

const params = z.object({ id: z.uuid().toLowerCase() });

export function importRoutes(desk: Desk): FastifyPluginAsyncZod {
  const runs = new ImportRuns(desk);

  async function shown(run: ImportRun, language: "en" | "es") {
    const { report, problem, id, name, preview, state, startedAt, progress } = run;
    return {
      id,
      name,
      preview,
      state,
      startedAt,
      progress,
      report: report
        ? {
            accepted: report.accepted,
            corrected: report.corrected,
            unchanged: report.unchanged,
            refusedTotal: report.refusedTotal,
            refused: [...report.refused],
            preview: [...report.preview],
          }
        : null,
      cut:
        report && !preview
          ? { before: await desk.sealCutAt(report.before), after: await desk.sealCutAt(report.after) }
          : null,
      problem: problem ? problemOf(problem, language) : null,
    };
  }

  return async (app) => {
    app.addHook("onClose", () => runs.stop());
    app.post(
      "/imports",
      {
        schema: {
          operationId: "startImport",
          summary: "Starts an import, or a preview that writes nothing",
          tags: ["imports"],
          headers: idempotencyHeader,
          body: z.object({
            name: z.string().min(1).max(300).meta({ description: "The file's name" }),
            format: z.enum(["csv", "jsonl"]).optional(),
            text: z.string().meta({ description: "The file's text, 32 MiB at most" }),
            mapping: mappingSchema.optional(),
            correct: z
              .boolean()
              .default(false)
              .meta({ description: "Takes rows that changed as corrections" }),
            preview: z.boolean().default(false),
          }),
          response: { 202: runSchema, ...problems },
        },
      },
      async (request, reply) => {
        const { name, text, format, mapping, correct, preview } = request.body;
        const language = languageOf(request);
        const run = runs.start(
          {
            name,
            text,
            correct,
            preview,
            language,
            format: format ?? formatOf(name, text.slice(0, 1000)),
            mapping: mappingSchema.parse(mapping ?? {}),
          },
          request.headers["idempotency-key"],
        );
        reply.code(202);
        return shown(run, language);
      },
    );
    app.get(
      "/imports/:id",
      {
        schema: {
          operationId: "showImport",
          summary: "How far an import is, and its report",
          tags: ["imports"],
          params,
          response: { 200: runSchema, ...readProblems },
        },
      },
      async (request) => shown(runs.get(request.params.id), languageOf(request)),
    );
    app.delete(
      "/imports/:id",
      {
        schema: {
          operationId: "cancelImport",
          summary: "Cancels an import; what it has recorded stays",
          tags: ["imports"],
          params,
          response: { 200: runSchema, ...problems },
        },
      },
      async (request) => shown(runs.cancel(request.params.id), languageOf(request)),
    );
    app.get(
      "/imports/:id/refused",
      {
        schema: {
          operationId: "takeRefusedRows",
          summary:
            "The refused rows in the format they came in, each with its reasons, to be mended and imported again",
          tags: ["imports"],
          params,
          response: {
            200: {
              description: "CSV, or JSON lines",
              content: {
                "text/csv": { schema: z.string() },
                "application/jsonl": { schema: z.string() },
              },
            },
            ...readProblems,
          },
        },
      },
      async ({ params: { id } }, reply) => {
        const { report, format } = runs.get(id);
        return reply
          .header("content-disposition", `attachment; filename="refused-rows.${format}"`)
          .type(format === "csv" ? "text/csv; charset=utf-8" : "application/jsonl; charset=utf-8")
          .send(report?.refusedRows.toString() ?? "");
      },
    );
  };
}
