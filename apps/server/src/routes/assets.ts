/** Assets: the list by kind, state and currency, what they come to, and one asset with its steps. */
import { assetPage, assetTotals, type Cursor, knownIn, listAssets } from "@joint-docket/taskforce/docket";
import { assetKinds, assetStates } from "@joint-docket/taskforce/pure";
import { parseFrame } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { asKnownOnBasis, assetRow, citedSource, one } from "../docket-shapes.ts";
import { cutToken, entryView, paging, readProblems } from "../shapes.ts";

const kind = z.enum(Object.keys(assetKinds) as [keyof typeof assetKinds]);
const state = z.enum(assetStates);
const money = z.array(z.object({ currency: z.string(), assets: z.int(), minor: z.number() }));

const total = z
  .object({
    kind,
    state,
    assets: z.int(),
    values: money.meta({ description: "Value when they came to be held, each currency for itself" }),
    quantities: z.array(z.object({ unit: z.string(), assets: z.int(), amount: z.number() })),
    realized: money.meta({ description: "Net sums realized, each currency for itself" }),
  })
  .meta({ id: "AssetTotal" });

export function assetRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger } = desk;
  return async (app) => {
    app.get(
      "/assets",
      {
        schema: {
          operationId: "listAssets",
          summary: "The assets one may see, last held first, by page",
          tags: ["assets"],
          querystring: z.object({
            kind: kind.optional(),
            state: z
              .enum([...assetStates, "held"])
              .optional()
              .meta({ description: "held: nothing was finally ordered yet" }),
            currency: z
              .string()
              .max(3)
              .optional()
              .meta({ description: "Valued, forfeited or realized in it" }),
            unit: z.string().max(40).optional(),
            district: z.string().max(10).optional(),
            q: z
              .string()
              .max(200)
              .optional()
              .meta({ description: "Words that all occur in its description" }),
            ...asKnownOnBasis,
            ...paging,
          }),
          response: {
            200: z.object({
              items: z.array(assetRow),
              total: z.int(),
              next: z.string().nullable(),
              cut: cutToken,
            }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const { cursor, limit, asKnownOn: _day, cut: _token, basis: _basis, ...filter } = query;
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const after = desk.openCursor<Cursor>("assets", cursor);
        const {
          items,
          total: all,
          next,
        } = await desk.read((reader) => listAssets(reader, ledger.kinds, known, filter, { after, limit }));
        return {
          items: items as never,
          total: all,
          next: next && desk.sealCursor("assets", next),
          cut: ledger.cut.seal(cut),
        };
      },
    );
    app.get(
      "/assets/totals",
      {
        schema: {
          operationId: "totalAssets",
          summary: "What assets come to by kind and state, in each currency and unit for itself",
          tags: ["assets"],
          querystring: z.object(asKnownOnBasis),
          response: { 200: z.object({ items: z.array(total), cut: cutToken }), ...readProblems },
        },
      },
      async ({ query }) => {
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const items = await desk.read((reader) => assetTotals(reader, known));
        return { items: items as never, cut: ledger.cut.seal(cut) };
      },
    );
    app.get(
      "/assets/:id",
      {
        schema: {
          operationId: "showAsset",
          summary: "One asset: seizure, claims, forfeiture, what was realized, timeline, sources",
          tags: ["assets"],
          params: one,
          querystring: z.object(asKnownOnBasis),
          response: {
            200: z.object({
              asset: assetRow,
              timeline: z.array(entryView),
              sources: z.array(citedSource),
              cut: cutToken,
            }),
            ...readProblems,
          },
        },
      },
      async ({ params, query }) => {
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const page = await desk.read((reader) => assetPage(reader, ledger.kinds, known, params.id));
        return { ...page, cut: ledger.cut.seal(cut) } as never;
      },
    );
  };
}
