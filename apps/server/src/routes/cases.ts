/** Cases: the list with its filters, and one case with everything that hangs on it. */
import { type Cursor, casePage, knownIn, listCases, sorts } from "@joint-docket/taskforce/docket";
import { type Factor, factors, type Level, levels } from "@joint-docket/taskforce/priority";
import { parseFrame } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import {
  asKnownOnBasis,
  assetLine,
  bodyOf,
  certainty,
  citedSource,
  extraditionLine,
  one,
  partOf,
  roleIn,
  sum,
} from "../docket-shapes.ts";
import { bilingual, cutToken, entryView, paging, readProblems } from "../shapes.ts";

const factor = z.enum(Object.keys(factors) as [Factor, ...Factor[]]);
const level = z.enum(Object.keys(levels) as [Level, ...Level[]]).nullable();

const caseRow = z
  .object({
    id: z.uuid(),
    entry: z.uuid(),
    title: z.string(),
    dockets: z.array(z.string()),
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
    priority: level.meta({ description: "By the policy that applied then" }),
    synthetic: z.boolean().meta({ description: "Whether a program made it up" }),
  })
  .meta({ id: "CaseRow" });

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
  superseded: z
    .object({
      how: z.enum(["superseded", "dropped"]),
      record: z.uuid(),
      entry: z.uuid(),
      number: z.string().nullable(),
    })
    .nullable()
    .meta({ description: "The later count that took its place, or the document that dropped it" }),
});

const sentenceLine = z.object({
  id: z.uuid(),
  entry: z.uuid(),
  term: z.object({ kind: z.string(), months: z.int().optional() }),
  occurred: z.string().nullable(),
  supervisedReleaseMonths: z.int().nullable(),
  fine: sum,
  restitution: sum,
  moneyJudgment: sum,
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

const prioritySchema = z
  .object({
    level,
    points: z.int(),
    reasons: z.array(z.object({ factor, points: z.int(), sentence: bilingual, entries: z.array(z.uuid()) })),
    notStated: z
      .array(z.object({ factor, title: bilingual }))
      .meta({ description: "Of these the record says nothing: not known is not no" }),
    policy: z
      .object({ entry: z.uuid().nullable(), since: z.string().nullable(), title: z.string() })
      .meta({ description: "The policy that applied; entry is null for the one used until one is adopted" }),
  })
  .meta({ id: "Priority", description: "The priority of a case by a dated policy, with its reasons" });

const casePageSchema = z
  .object({
    id: z.uuid(),
    entry: z.uuid(),
    case: bodyOf("case.opened"),
    dockets: z.array(z.object({ entry: z.uuid(), district: z.string(), number: z.string() })),
    defendants: z.array(
      z.object({
        id: z.uuid(),
        entry: z.uuid(),
        designation: z.string(),
        person: z.uuid().nullable(),
        counts: z.array(countLine),
        sentences: z.array(sentenceLine),
        arrests: z.array(arrestLine),
      }),
    ),
    otherArrests: z.array(arrestLine),
    priority: prioritySchema,
    ventures: z.array(partOf("venture.described")),
    instruments: z.array(partOf("instrument.filed").extend({ supersededBy: z.array(z.uuid()) })),
    documents: z.array(partOf("document.filed")),
    assets: z.array(assetLine),
    extraditions: z.array(extraditionLine),
    roles: z.array(roleIn),
    timeline: z.array(entryView),
    sources: z.array(citedSource),
    synthetic: z.boolean().meta({ description: "Whether anything in it was made up by a program" }),
    cut: cutToken,
  })
  .meta({ id: "CasePage" });

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
        const after = desk.openCursor<Cursor>(`cases by ${sort}`, cursor);
        const { items, total, next } = await desk.read((reader) =>
          listCases(reader, ledger.kinds, known, filter, { sort, after, limit }),
        );
        return {
          items: items as never,
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
          summary:
            "One case: defendants, counts, outcomes, ventures, assets, extraditions, documents, timeline, sources",
          tags: ["cases"],
          params: one,
          querystring: z.object(asKnownOnBasis),
          response: { 200: casePageSchema, ...readProblems },
        },
      },
      async ({ params, query }) => {
        const { known, cut } = await knownIn(ledger, parseFrame(query));
        const { standing, priority, ...parts } = await desk.read((reader) =>
          casePage(reader, ledger.kinds, known, params.id),
        );
        const { body, ...lines } = standing;
        const notStated = priority.notStated.map((unsaid) => ({ factor: unsaid, title: factors[unsaid] }));
        const shown = { ...lines, case: body, priority: { ...priority, notStated }, ...parts };
        return { ...shown, cut: ledger.cut.seal(cut) } as never;
      },
    );
  };
}
