/** The records that somebody recording by hand can name: by type, by what they belong to, by words; in plain words. */
import { listRecords, recordLine } from "@joint-docket/taskforce/recording";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { paging, readProblems } from "../shapes.ts";

const called = z.object({
  name: z.string(),
  detail: z.string().meta({ description: "What tells it from others of that name" }),
});

const recordSchema = z
  .object({
    id: z.uuid(),
    type: z.string(),
    entry: z.uuid().meta({ description: "The entry that opened it, as it stands" }),
    belongsTo: z
      .record(z.string(), z.uuid())
      .meta({ description: "What it belongs to, as its opening says: by type of record" }),
    en: called,
    es: called,
    state: z
      .string()
      .nullable()
      .meta({ description: "Where a count or an asset stands, such as open or forfeited" }),
  })
  .meta({ id: "RecordLine", description: "A standing record in plain words" });

export function recordRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger } = desk;
  return async (app) => {
    app.get(
      "/records",
      {
        schema: {
          operationId: "listRecords",
          summary: "Standing records of a type that an entry can name, newest first or within another record",
          tags: ["entries"],
          querystring: z.object({
            type: z.string().max(80),
            within: z
              .uuid()
              .toLowerCase()
              .optional()
              .meta({ description: "Only records that belong to this one, such as the counts of a case" }),
            q: z.string().max(200).optional().meta({ description: "Words that all occur in its name" }),
            ...paging,
          }),
          response: {
            200: z.object({ items: z.array(recordSchema), next: z.string().nullable() }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const { cursor, limit, ...asked } = query;
        const list = `records of ${asked.type}`;
        const { size } = await ledger.cut.now();
        const before = desk.openCursor<number>(list, cursor);
        const { items, next } = await desk.read((reader) =>
          listRecords(reader, ledger.kinds, size, asked, before, limit),
        );
        return { items: [...items], next: next === null ? null : desk.sealCursor(list, next) };
      },
    );
    app.get(
      "/records/:id",
      {
        schema: {
          operationId: "showRecord",
          summary: "One standing record in plain words",
          tags: ["entries"],
          params: z.object({ id: z.uuid().toLowerCase() }),
          response: { 200: recordSchema, ...readProblems },
        },
      },
      async ({ params }) => {
        const { size } = await ledger.cut.now();
        return desk.read((reader) => recordLine(reader, ledger.kinds, size, params.id));
      },
    );
  };
}
