/** Cases: the list with its filters, and one case with its defendants, timeline and sources. */
import { type CaseCursor, casePage, knownIn, listCases, sorts } from "@joint-docket/taskforce/docket";
import { bases, parseFrame } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { asKnown, cutToken, entryView, paging, readProblems, sourceLine } from "../shapes.ts";

const caseRow = z
  .object({
    id: z.uuid(),
    entry: z.uuid(),
    title: z.string(),
    district: z.string().nullable(),
    taskForce: z.string(),
    status: z.string().nullable(),
    offense: z.string().nullable(),
    announced: z.string().nullable(),
    deaths: z.number().nullable(),
    peopleSmuggled: z.number().nullable(),
    peopleQualifier: z.string().nullable(),
    defendants: z.int(),
    convicted: z.int(),
    sentenced: z.int(),
  })
  .meta({ id: "CaseRow" });

const certainty = z.string();
const money = z.object({ minor: z.int(), currency: z.string() }).nullable();

const countLine = z.object({
  id: z.uuid(),
  entry: z.uuid(),
  wording: z.string().nullable(),
  statutes: z.array(z.object({ citation: z.string(), basis: z.string() })),
  covers: z.string(),
  instrument: z.string().nullable(),
  number: z.string().nullable(),
  filedOn: z.string().nullable(),
  certainty,
  outcome: z.string().nullable(),
  disposedOn: z.string().nullable(),
  disposition: z.object({ entry: z.uuid(), certainty }).nullable(),
});

const sentenceLine = z.object({
  id: z.uuid(),
  entry: z.uuid(),
  term: z.object({ kind: z.string(), months: z.int().optional() }),
  occurred: z.string().nullable(),
  supervisedReleaseMonths: z.int().nullable(),
  fine: money,
  restitution: money,
  moneyJudgment: money,
  amended: z.boolean(),
  vacated: z.boolean(),
});

const arrestLine = z.object({
  id: z.uuid(),
  entry: z.uuid(),
  occurred: z.string().nullable(),
  place: z.string(),
  country: z.string().nullable(),
  persons: z.int(),
});

const casePageSchema = z
  .object({
    id: z.uuid(),
    case: z.record(z.string(), z.unknown()),
    defendants: z.array(
      z.object({
        id: z.uuid(),
        entry: z.uuid(),
        designation: z.string(),
        counts: z.array(countLine),
        sentences: z.array(sentenceLine),
        arrests: z.array(arrestLine),
      }),
    ),
    otherArrests: z.array(arrestLine),
    timeline: z.array(entryView),
    sources: z.array(sourceLine.extend({ entries: z.int() })),
    cut: cutToken,
  })
  .meta({ id: "CasePage" });

/** What was known on a day is asked on a basis, as of results; without a day, and at a cut, all that was recorded. */
const asKnownOnBasis = { ...asKnown, basis: z.enum(bases).default("attested") };

export function caseRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger } = desk;
  return async (app) => {
    app.get(
      "/cases",
      {
        schema: {
          operationId: "listCases",
          summary: "The cases one may see, by page",
          tags: ["cases"],
          querystring: z.object({
            district: z.string().max(10).optional(),
            taskForce: z.enum(["yes", "no", "unknown"]).optional(),
            status: z.string().max(40).optional(),
            q: z
              .string()
              .max(200)
              .optional()
              .meta({ description: "Words that all occur in the title or summary" }),
            sort: z.enum(sorts).default("announced"),
            ...asKnownOnBasis,
            ...paging,
          }),
          response: {
            200: z.object({
              items: z.array(caseRow),
              total: z.int(),
              next: z.string().nullable(),
              cut: cutToken,
            }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const { sort, cursor, limit, asKnownOn: _day, cut: _token, basis: _basis, ...filter } = query;
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const after = desk.openCursor<CaseCursor>(`cases by ${sort}`, cursor);
        const { items, total, next } = await desk.read((reader) =>
          listCases(reader, ledger.kinds, known, filter, { sort, after, limit }),
        );
        return {
          items,
          total,
          next: next && desk.sealCursor(`cases by ${sort}`, next),
          cut: ledger.cut.seal(cut),
        };
      },
    );
    app.get(
      "/cases/:id",
      {
        schema: {
          operationId: "showCase",
          summary: "One case: defendants, counts, outcomes, timeline, sources",
          tags: ["cases"],
          params: z.object({ id: z.uuid().toLowerCase() }),
          querystring: z.object(asKnownOnBasis),
          response: { 200: casePageSchema, ...readProblems },
        },
      },
      async ({ params, query }) => {
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const { standing, timeline, sources } = await desk.read((reader) =>
          casePage(reader, ledger.kinds, known, params.id),
        );
        const { id, body, defendants, otherArrests } = standing;
        return {
          id,
          case: body,
          defendants: [...defendants],
          otherArrests: [...otherArrests],
          timeline: [...timeline],
          sources: [...sources],
          cut: ledger.cut.seal(cut),
        } as never;
      },
    );
  };
}
