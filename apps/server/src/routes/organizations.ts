/** Organizations: the list, one organization with what was done to it, its people, and what is linked with what. */
import {
  type Cursor,
  deeds,
  knownIn,
  listOrganizations,
  neighbourhood,
  organizationPage,
  organizationPeople,
  targetCategories,
  tiers,
} from "@joint-docket/taskforce/docket";
import { parseFrame } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import {
  asKnownOnBasis,
  assetThrough,
  caseName,
  certainty,
  citedSource,
  one,
  organizationName,
  personLine,
  through,
  tier,
} from "../docket-shapes.ts";
import { cutToken, entryView, paging, readProblems, sourceLine } from "../shapes.ts";

const category = z.enum(targetCategories);

const organizationFields = {
  id: z.uuid(),
  entry: z.uuid(),
  name: z.string(),
  kind: z.string(),
  otherNames: z.array(z.string()),
  countries: z.array(z.string()),
  partOf: organizationName.nullable(),
  summary: z.string().nullable(),
  certainty,
};
const organizationRow = z
  .object({
    ...organizationFields,
    people: z.int(),
    leaders: z.int(),
    targets: z.int(),
    synthetic: z.boolean(),
  })
  .meta({ id: "OrganizationRow" });

const tally = z.object({
  tier: tier.nullable(),
  people: z.int(),
  ...(Object.fromEntries(deeds.map((deed) => [deed, z.int()])) as Record<(typeof deeds)[number], z.ZodInt>),
  standing: z.int(),
});

const organizationPageSchema = z
  .object({
    organization: z.object(organizationFields),
    parts: z.array(organizationName),
    tally: z.array(tally),
    targets: z.array(
      z.object({
        id: z.uuid(),
        entry: z.uuid(),
        category,
        designation: z.string(),
        listedOn: z.string().nullable(),
        certainty,
        venture: z.object({ id: z.uuid(), title: z.string() }).nullable(),
        person: personLine.nullable(),
      }),
    ),
    cases: z.array(caseName.extend({ through })),
    assets: z.array(assetThrough),
    timeline: z.array(entryView),
    sources: z.array(citedSource),
    synthetic: z.boolean().meta({ description: "Whether anything on it was made up by a program" }),
    cut: cutToken,
  })
  .meta({ id: "OrganizationPage" });

const endType = z.enum(["organization", "person", "defendant", "case", "venture", "asset"]);

const linksSchema = z
  .object({
    nodes: z.array(
      z.object({
        id: z.uuid(),
        type: endType,
        name: z.string().nullable(),
        kind: z.string().nullable(),
        case: caseName.nullable(),
        record: z.uuid().nullable(),
        opened: z.boolean().meta({ description: "Whether its own links were asked for" }),
        links: z.int().meta({ description: "How many links it has in all" }),
      }),
    ),
    links: z.array(
      z.object({
        id: z.uuid(),
        entry: z.uuid(),
        from: z.uuid(),
        to: z.uuid(),
        relation: z.string(),
        tier: tier.nullable(),
        wording: z.string().nullable(),
        grade: z.object({ reliability: z.string(), credibility: z.string() }).nullable(),
        since: z.string().nullable(),
        until: z.string().nullable(),
        certainty: z.string(),
        source: sourceLine.nullable(),
      }),
    ),
    more: z
      .array(z.object({ type: endType, records: z.int() }))
      .meta({ description: "What did not fit into 500 records" }),
    cut: cutToken,
  })
  .meta({ id: "Links" });

export function organizationRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger } = desk;
  return async (app) => {
    app.get(
      "/organizations",
      {
        schema: {
          operationId: "listOrganizations",
          summary: "The organizations one may see, by name and page",
          tags: ["organizations"],
          querystring: z.object({
            kind: z.string().max(40).optional(),
            country: z.string().max(2).optional(),
            tier: tier.optional().meta({ description: "Somebody holds a role of this tier in it" }),
            target: category.optional().meta({ description: "A target of this category is listed of it" }),
            q: z
              .string()
              .max(200)
              .optional()
              .meta({ description: "Words that all occur in its names or summary" }),
            ...asKnownOnBasis,
            ...paging,
          }),
          response: {
            200: z.object({
              items: z.array(organizationRow),
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
        const after = desk.openCursor<Cursor>("organizations", cursor);
        const { items, total, next } = await desk.read((reader) =>
          listOrganizations(reader, ledger.kinds, known, filter, { after, limit }),
        );
        return {
          items: items as never,
          total,
          next: next && desk.sealCursor("organizations", next),
          cut: ledger.cut.seal(cut),
        };
      },
    );
    app.get(
      "/organizations/:id",
      {
        schema: {
          operationId: "showOrganization",
          summary:
            "One organization: its people by tier, what was done to them, targets, cases, assets, sources",
          tags: ["organizations"],
          params: one,
          querystring: z.object(asKnownOnBasis),
          response: { 200: organizationPageSchema, ...readProblems },
        },
      },
      async ({ params, query }) => {
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const page = await desk.read((reader) => organizationPage(reader, ledger.kinds, known, params.id));
        return { ...page, cut: ledger.cut.seal(cut) } as never;
      },
    );
    app.get(
      "/organizations/:id/people",
      {
        schema: {
          operationId: "listPeople",
          summary:
            "Who holds a role in the organization, what was done to each, the highest tier first, by page",
          tags: ["organizations"],
          params: one,
          querystring: z.object({
            tier: z.enum([...tiers, "none"]).optional(),
            done: z.enum([...deeds, "standing"]).optional(),
            ...asKnownOnBasis,
            ...paging,
          }),
          response: {
            200: z.object({
              items: z.array(personLine),
              total: z.int(),
              next: z.string().nullable(),
              cut: cutToken,
            }),
            ...readProblems,
          },
        },
      },
      async ({ params, query }) => {
        const { cursor, limit, tier: ofTier, done } = query;
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const list = `people of ${params.id}`;
        const after = desk.openCursor<string>(list, cursor);
        const { items, total, next } = await desk.read((reader) =>
          organizationPeople(
            reader,
            ledger.kinds,
            known,
            params.id,
            { tier: ofTier, done },
            { after, limit },
          ),
        );
        return {
          items: items as never,
          total,
          next: next && desk.sealCursor(list, next),
          cut: ledger.cut.seal(cut),
        };
      },
    );
    app.get(
      "/links",
      {
        schema: {
          operationId: "showLinks",
          summary: "What is linked with some records, one step out, with source and grade of each link",
          tags: ["organizations"],
          querystring: z.object({
            around: z
              .string()
              .max(1900)
              .transform((text) => text.toLowerCase().split(","))
              .pipe(z.array(z.uuid()).min(1).max(50))
              .meta({
                description:
                  "Up to 50 record numbers, parted by commas: of organizations, cases, defendants, people, ventures or assets",
              }),
            ...asKnownOnBasis,
          }),
          response: { 200: linksSchema, ...readProblems },
        },
      },
      async ({ query }) => {
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const found = await desk.read((reader) => neighbourhood(reader, ledger.kinds, known, query.around));
        return { ...found, cut: ledger.cut.seal(cut) } as never;
      },
    );
  };
}
