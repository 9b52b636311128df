/** Extraditions: by country and step, the list, and one extradition step by step. */
import {
  type Cursor,
  extraditionCountries,
  extraditionPage,
  extraditionSorts,
  knownIn,
  listExtraditions,
} from "@joint-docket/taskforce/docket";
import { extraditionSteps } from "@joint-docket/taskforce/pure";
import { parseFrame } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { asKnownOnBasis, citedSource, extraditionRow, one } from "../docket-shapes.ts";
import { cutToken, entryView, paging, readProblems } from "../shapes.ts";

export function extraditionRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger } = desk;
  return async (app) => {
    app.get(
      "/extraditions",
      {
        schema: {
          operationId: "listExtraditions",
          summary: "The extraditions one may see, by page",
          tags: ["extraditions"],
          querystring: z.object({
            country: z.string().max(2).optional(),
            step: z
              .enum([...extraditionSteps, "open"])
              .optional()
              .meta({ description: "open: nobody was surrendered, and nothing ended the request" }),
            sort: z.enum(extraditionSorts).default("newest"),
            ...asKnownOnBasis,
            ...paging,
          }),
          response: {
            200: z.object({
              items: z.array(extraditionRow),
              total: z.int(),
              next: z.string().nullable(),
              cut: cutToken,
            }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const { cursor, limit, sort, asKnownOn: _day, cut: _token, basis: _basis, ...filter } = query;
        const { known, cut, today } = await knownIn(ledger, parseFrame(query));
        const after = desk.openCursor<Cursor>(`extraditions by ${sort}`, cursor);
        const { items, total, next } = await desk.read((reader) =>
          listExtraditions(reader, ledger.kinds, known, today, filter, { sort, after, limit }),
        );
        return {
          items: items as never,
          total,
          next: next && desk.sealCursor(`extraditions by ${sort}`, next),
          cut: ledger.cut.seal(cut),
        };
      },
    );
    app.get(
      "/extraditions/countries",
      {
        schema: {
          operationId: "countExtraditions",
          summary: "How many extraditions stand at each step, by country",
          tags: ["extraditions"],
          querystring: z.object(asKnownOnBasis),
          response: {
            200: z.object({
              items: z.array(
                z.object({ country: z.string(), step: z.enum(extraditionSteps), extraditions: z.int() }),
              ),
              cut: cutToken,
            }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const items = await desk.read((reader) => extraditionCountries(reader, known));
        return { items, cut: ledger.cut.seal(cut) };
      },
    );
    app.get(
      "/extraditions/:id",
      {
        schema: {
          operationId: "showExtradition",
          summary: "One extradition: the request, the decisions, the surrender, timeline, sources",
          tags: ["extraditions"],
          params: one,
          querystring: z.object(asKnownOnBasis),
          response: {
            200: z.object({
              extradition: extraditionRow,
              timeline: z.array(entryView),
              sources: z.array(citedSource),
              cut: cutToken,
            }),
            ...readProblems,
          },
        },
      },
      async ({ params, query }) => {
        const { known, cut, today } = await knownIn(ledger, parseFrame(query));
        const page = await desk.read((reader) =>
          extraditionPage(reader, ledger.kinds, known, today, params.id),
        );
        return { ...page, cut: ledger.cut.seal(cut) } as never;
      },
    );
  };
}
