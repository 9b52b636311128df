/** Results: the measures, the entries behind each and the ones left out, what was reported beside them, their course. */
import type { Reader } from "@joint-docket/ledger";
import { entryViews } from "@joint-docket/taskforce/record";
import {
  answers,
  bases,
  contradictionsIn,
  type Framed,
  framed,
  history,
  type Judged,
  type MeasureAnswer,
  measureNamed,
  measureNames,
  page,
  parseFrame,
  PointCache,
  populations,
  populationTitles,
  type Reason,
  reasons,
  reasonTitles,
  TASK_FORCE_BEGAN,
} from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { asKnown, bilingual, cutToken, entryView, paging, readProblems, sourceLine } from "../shapes.ts";

const frameQuery = {
  basis: z
    .enum(bases)
    .default("attested")
    .meta({ description: "attested: a dated source had stated it; recorded: this ledger knew it" }),
  population: z.enum(populations).default("record"),
  since: z.string().max(10).default(TASK_FORCE_BEGAN).meta({ description: "First day counted, or none" }),
  ...asKnown,
};

const reported = z
  .object({
    entry: z.uuid(),
    figure: z.uuid(),
    measure: z.string(),
    claim: z.object({ operator: z.string(), value: z.number().optional(), wording: z.string().optional() }),
    sentence: bilingual,
    value: z.number().nullable(),
    asOf: z.string().nullable(),
    since: z.string().nullable(),
    fiscalYear: z.int().nullable(),
    district: z.string().nullable(),
    attestedAt: z.string().nullable(),
    unit: z.string(),
    scope: z.string(),
    source: sourceLine.nullable(),
    certainty: z.string(),
  })
  .meta({ id: "Reported", description: "A figure somebody else reported: a claim with an operator" });

const measureSchema = z
  .object({
    measure: z.enum(measureNames),
    version: z.int(),
    title: bilingual,
    unit: bilingual,
    definition: bilingual,
    eventDate: bilingual,
    samePerson: bilingual,
    value: z.int(),
    basis: z.enum(bases),
    population: z.object({ key: z.enum(populations), title: bilingual, unknownCases: z.int() }),
    cut: cutToken,
    counted: z.object({ entries: z.int(), cases: z.int() }),
    leftOut: z.array(z.object({ reason: z.enum(reasons), title: bilingual, entries: z.int() })),
    reported: z.array(reported),
  })
  .meta({ id: "Measure" });

const contradiction = z.object({
  rule: z.string(),
  measure: z.string(),
  sentence: bilingual,
  figures: z.array(reported),
  recorded: z.object({ measure: z.string(), date: z.string(), value: z.number() }).optional(),
});

const countedEntry = entryView.extend({
  weight: z.int(),
  case: z.object({ id: z.uuid(), title: z.string() }).nullable(),
});
const leftOutEntry = countedEntry.extend({
  reason: z.enum(reasons),
  reasonTitle: bilingual,
  because: z.uuid().nullable(),
});
const listing = <T extends z.ZodType>(item: T) =>
  z.object({ items: z.array(item), next: z.string().nullable(), cut: cutToken });
const measureParam = z.object({ measure: z.string().max(80) });

export function resultRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger } = desk;
  const cache = new PointCache();
  const overTime = ({ cut, today }: Framed) => ({
    today,
    sizeOn: async (onDay: string) => Math.min(cut.size, (await ledger.cut.onDay(onDay)).size),
    cache,
  });

  function measureOf(
    { measure, totals, unknownCases, reported: stated }: MeasureAnswer,
    { frame, cut }: Framed,
  ) {
    const { name, version, title, unit, definition, eventDate, samePerson } = measure;
    return {
      measure: name,
      version,
      title,
      unit,
      definition,
      eventDate,
      samePerson,
      value: totals.value,
      basis: frame.basis,
      population: { key: frame.population, title: populationTitles[frame.population], unknownCases },
      cut: ledger.cut.seal(cut),
      counted: { entries: totals.entries, cases: totals.cases },
      leftOut: totals.leftOut.map(({ reason, entries }) => ({
        reason,
        title: reasonTitles[reason],
        entries,
      })),
      reported: [...stated],
    };
  }

  /** Judged entries as people read them, in their order. */
  async function shown(reader: Reader, items: readonly Judged[], size: number) {
    const { views, cases } = await entryViews(reader, ledger.kinds, items, size);
    return items.flatMap(({ entry, weight, caseId, reason, because }) => {
      const view = views.get(entry);
      return view
        ? [{ ...view, weight, case: caseId === null ? null : (cases.get(caseId) ?? null), reason, because }]
        : [];
    });
  }

  return async (app) => {
    app.get(
      "/results",
      {
        schema: {
          operationId: "showResults",
          summary: "The measures in a frame, with what was left out and what was reported",
          tags: ["results"],
          querystring: z.object({ ...frameQuery, measure: z.string().max(80).optional() }),
          response: {
            200: z.object({
              cut: cutToken,
              basis: z.enum(bases),
              asKnownOn: z.string().nullable(),
              population: z.enum(populations),
              since: z.string().nullable(),
              measures: z.array(measureSchema),
              contradictions: z.array(contradiction),
            }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const asked = parseFrame(query);
        const seen = await framed(ledger, asked);
        const only = query.measure === undefined ? undefined : [measureNamed(query.measure)];
        return desk.read(async (reader) => ({
          cut: ledger.cut.seal(seen.cut),
          basis: seen.frame.basis,
          asKnownOn: asked.asKnownOn,
          population: seen.frame.population,
          since: seen.frame.since,
          measures: (await answers(reader, seen.frame, only)).map((answer) => measureOf(answer, seen)),
          contradictions: (await contradictionsIn(reader, seen.frame, overTime(seen))).map((found) => ({
            ...found,
            figures: [...found.figures],
          })),
        }));
      },
    );
    app.get(
      "/results/history",
      {
        schema: {
          operationId: "showHistory",
          summary: "Each measure over time, with the figures reported on the way",
          tags: ["results"],
          querystring: z.object(frameQuery),
          response: {
            200: z.object({
              cut: cutToken,
              basis: z.enum(bases),
              measures: z.record(
                z.string(),
                z.object({
                  recorded: z.array(z.object({ date: z.string(), value: z.number() })),
                  reported: z.array(reported),
                }),
              ),
            }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const seen = await framed(ledger, parseFrame(query));
        const { frame, cut } = seen;
        const measures = await desk.read((reader) => history(reader, frame, overTime(seen)));
        return { cut: ledger.cut.seal(cut), basis: frame.basis, measures: measures as never };
      },
    );
    app.get(
      "/results/:measure/entries",
      {
        schema: {
          operationId: "listCounted",
          summary: "The entries behind a value, by page",
          tags: ["results"],
          params: measureParam,
          querystring: z.object({ ...frameQuery, ...paging }),
          response: { 200: listing(countedEntry), ...readProblems },
        },
      },
      async ({ params, query }) => {
        const { frame, cut } = await framed(ledger, parseFrame(query));
        const { cursor, limit } = query;
        return desk.read(async (reader) => {
          const { items, next } = await page(reader, measureNamed(params.measure), frame, {
            which: "counted",
            cursor,
            limit,
          });
          return { items: await shown(reader, items, cut.size), next, cut: ledger.cut.seal(cut) };
        });
      },
    );
    app.get(
      "/results/:measure/left-out",
      {
        schema: {
          operationId: "listLeftOut",
          summary: "The entries left out of a value, each with its reason, by page",
          tags: ["results"],
          params: measureParam,
          querystring: z.object({ ...frameQuery, ...paging, reason: z.enum(reasons).optional() }),
          response: { 200: listing(leftOutEntry), ...readProblems },
        },
      },
      async ({ params, query }) => {
        const { frame, cut } = await framed(ledger, parseFrame(query));
        const { cursor, limit, reason } = query;
        return desk.read(async (reader) => {
          const { items, next } = await page(reader, measureNamed(params.measure), frame, {
            which: "left-out",
            reason,
            cursor,
            limit,
          });
          const listed = await shown(reader, items, cut.size);
          return {
            items: listed.map((item) => ({
              ...item,
              reason: item.reason as Reason,
              reasonTitle: reasonTitles[item.reason as Reason],
            })),
            next,
            cut: ledger.cut.seal(cut),
          };
        });
      },
    );
  };
}
