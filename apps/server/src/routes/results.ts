/** Results: the measures, the entries behind each and the ones left out, what was reported beside them, their course. */
import type { Reader } from "@joint-docket/ledger";
import { csvOf } from "@joint-docket/taskforce/published";
import { entryViews } from "@joint-docket/taskforce/record";
import {
  answers,
  type Asked,
  bases,
  breakdowns,
  breakdownsOf,
  breakdownTitles,
  brokenDown,
  CourseCache,
  contradictionsIn,
  type Framed,
  framed,
  type Group,
  growthClaims,
  history,
  type Judged,
  type Measure,
  type MeasureAnswer,
  measureAsked,
  measureOfSum,
  page,
  parseBreakdowns,
  parseFrame,
  parsePlace,
  populations,
  populationTitles,
  type Reason,
  reasons,
  reasonTitles,
  sayGroup,
  saySum,
  type Sum,
  sumsOf,
  tableOf,
} from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { cutToken, paging, readProblems, seenOn } from "../shapes.ts";
import {
  contradiction,
  countedEntry,
  groupSchema,
  leftOutEntry,
  listing,
  measureParam,
  measureParameters,
  measureSchema,
  placeParameters,
  reported,
  resultFrame,
} from "./results-shapes.ts";

const by = z
  .string()
  .max(200)
  .optional()
  .meta({
    description: `By what to break it down, with commas: ${breakdowns.join(", ")}`,
  });

function sumOf({ name }: Measure, sum: Sum) {
  const [kind, of, amount] =
    "currency" in sum
      ? (["currency", sum.currency, sum.minor] as const)
      : (["unit", sum.unit, sum.thousandths] as const);
  const measure = name.endsWith(`-in-${of}`) ? name : `${name}-in-${of}`;
  return { in: of, kind, amount, said: saySum(sum), entries: sum.entries, measure };
}

export function resultRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger } = desk;
  const cache = new CourseCache();
  const overTime = ({ cut, today }: Framed) => ({
    today,
    sizeOn: async (onDay: string) => Math.min(cut.size, (await ledger.cut.onDay(onDay)).size),
    cache,
  });

  function measureOf(answer: MeasureAnswer, { frame, cut }: Framed) {
    const { measure, totals, unknownCases, synthetic, reported: stated } = answer;
    const { name, version, counts, grows, title, unit, definition, eventDate, samePerson } = measure;
    return {
      measure: name,
      version,
      counts,
      grows: grows ?? null,
      breakdowns: breakdownsOf(measure).map((one) => ({ by: one, title: breakdownTitles[one] })),
      title,
      unit,
      definition,
      eventDate,
      samePerson,
      value: totals.value,
      ratio: totals.ratio,
      sums: totals.sums.map((sum) => sumOf(measure, sum)),
      basis: frame.basis,
      population: { key: frame.population, title: populationTitles[frame.population], unknownCases },
      cut: ledger.cut.seal(cut),
      counted: { entries: totals.entries, cases: totals.cases, synthetic },
      leftOut: totals.leftOut.map(({ reason, entries }) => ({
        reason,
        title: reasonTitles[reason],
        entries,
      })),
      reported: [...stated],
    };
  }

  function groupOf(measure: Measure, order: readonly (typeof breakdowns)[number][], group: Group) {
    return {
      ...group,
      key: [...group.key],
      titles: order.map((one, at) => sayGroup(one, group.key[at] ?? null)),
      sums: group.sums.map((sum) => sumOf(measure, sum)),
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

  /** The measure and frame that an address means. */
  async function meant(query: Record<string, unknown> & Partial<Asked>, name: string) {
    const seen = await framed(ledger, parseFrame(query));
    const { of, baseYear, laterYear } = query;
    return { seen, measure: measureAsked({ measure: name, of, baseYear, laterYear }, seen.cut.seen.day) };
  }

  return async (app) => {
    app.get(
      "/results",
      {
        schema: {
          operationId: "showResults",
          summary: "The measures in a frame, with what was left out and what was reported",
          tags: ["results"],
          querystring: z.object({
            ...resultFrame,
            ...measureParameters,
            measure: z.string().max(120).optional(),
          }),
          response: {
            200: z.object({
              cut: cutToken,
              seenOn,
              basis: z.enum(bases),
              asKnownOn: z.string().nullable(),
              population: z.enum(populations),
              since: z.string().nullable(),
              until: z.string().nullable(),
              measures: z.array(measureSchema),
              contradictions: z.array(contradiction),
              growthClaims: z
                .array(z.object({ of: z.string(), reported: z.array(reported) }))
                .meta({ description: "What others claimed of growth, by the measure that grew" }),
            }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const asked = parseFrame(query);
        const seen = await framed(ledger, asked);
        const only =
          query.measure === undefined
            ? undefined
            : [measureAsked({ ...query, measure: query.measure }, seen.cut.seen.day)];
        return desk.read(async (reader) => ({
          cut: ledger.cut.seal(seen.cut),
          seenOn: seen.cut.seen.day,
          basis: seen.frame.basis,
          asKnownOn: asked.asKnownOn,
          population: seen.frame.population,
          since: seen.frame.since,
          until: seen.frame.until ?? null,
          measures: (await answers(reader, seen.frame, only)).map((answer) => measureOf(answer, seen)),
          contradictions: (await contradictionsIn(reader, seen.frame, overTime(seen))).map((found) => ({
            ...found,
            figures: [...found.figures],
          })),
          growthClaims: (await growthClaims(reader, seen.frame)).map(({ of, reported: stated }) => ({
            of,
            reported: [...stated],
          })),
        }));
      },
    );
    app.get(
      "/results/history",
      {
        schema: {
          operationId: "showHistory",
          summary:
            "What was known of a measure on each day that matters, with the figures reported on the way",
          tags: ["results"],
          querystring: z.object({ ...resultFrame, measure: z.string().max(120).optional() }),
          response: {
            200: z.object({
              cut: cutToken,
              seenOn,
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
        const only =
          query.measure === undefined
            ? {}
            : { only: [measureAsked({ measure: query.measure }, seen.cut.seen.day)] };
        const told = await desk.read((reader) => history(reader, seen.frame, { ...overTime(seen), ...only }));
        const measures = Object.fromEntries(
          Object.entries(told).map(([name, { recorded, reported: stated }]) => [
            name,
            { recorded: [...recorded], reported: [...stated] },
          ]),
        );
        return {
          cut: ledger.cut.seal(seen.cut),
          seenOn: seen.cut.seen.day,
          basis: seen.frame.basis,
          measures,
        };
      },
    );
    app.get(
      "/results/:measure",
      {
        schema: {
          operationId: "showMeasure",
          summary: "One measure, and the same broken down by period, district, country or kind",
          tags: ["results"],
          params: measureParam,
          querystring: z.object({
            ...resultFrame,
            ...measureParameters,
            by,
            sum: z.enum(sumsOf).optional().meta({
              description:
                "Of seizures and forfeitures: their one sum, refused where there are several units",
            }),
          }),
          response: {
            200: z.object({
              cut: cutToken,
              seenOn,
              measure: measureSchema,
              by: z.array(z.enum(breakdowns)),
              groups: z.array(groupSchema),
            }),
            ...readProblems,
          },
        },
      },
      async ({ params, query }) => {
        const { seen, measure: named } = await meant(query, params.measure);
        return desk.read(async (reader) => {
          const measure =
            query.sum === undefined ? named : await measureOfSum(reader, named, seen.frame, query.sum);
          const order = query.by === undefined ? [] : parseBreakdowns(measure, query.by);
          const [answer] = await answers(reader, seen.frame, [measure]);
          const groups = order.length === 0 ? [] : await brokenDown(reader, measure, seen.frame, order);
          return {
            cut: ledger.cut.seal(seen.cut),
            seenOn: seen.cut.seen.day,
            measure: measureOf(answer as MeasureAnswer, seen),
            by: order,
            groups: groups.map((group) => groupOf(measure, order, group)),
          };
        });
      },
    );
    app.get(
      "/results/:measure/table.csv",
      {
        schema: {
          operationId: "takeMeasure",
          summary: "A measure broken down or, without `by`, every entry behind it and left out of it, as CSV",
          tags: ["results"],
          params: measureParam,
          querystring: z.object({ ...resultFrame, ...measureParameters, by }),
          response: {
            200: { description: "CSV", content: { "text/csv": { schema: z.string() } } },
            ...readProblems,
          },
        },
      },
      async ({ params, query }, reply) => {
        const { seen, measure } = await meant(query, params.measure);
        const order = query.by === undefined ? [] : parseBreakdowns(measure, query.by);
        const { headings, rows } = await desk.read((reader) => tableOf(reader, measure, seen.frame, order));
        return reply
          .header("content-disposition", `attachment; filename="${measure.name}.csv"`)
          .header("x-cut", ledger.cut.seal(seen.cut))
          .type("text/csv; charset=utf-8")
          .send(csvOf(headings, rows));
      },
    );
    app.get(
      "/results/:measure/entries",
      {
        schema: {
          operationId: "listCounted",
          summary: "The entries behind a value, or behind one group of it, by page",
          tags: ["results"],
          params: measureParam,
          querystring: z.object({ ...resultFrame, ...measureParameters, ...placeParameters, ...paging }),
          response: { 200: listing(countedEntry), ...readProblems },
        },
      },
      async ({ params, query }) => {
        const { cursor, limit } = query;
        const { seen, measure } = await meant(query, params.measure);
        return desk.read(async (reader) => {
          const { items, next } = await page(reader, measure, seen.frame, {
            which: "counted",
            of: parsePlace(query),
            cursor,
            limit,
          });
          return {
            items: await shown(reader, items, seen.cut.size),
            next,
            cut: ledger.cut.seal(seen.cut),
          };
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
          querystring: z.object({
            ...resultFrame,
            ...measureParameters,
            ...placeParameters,
            ...paging,
            reason: z.enum(reasons).optional(),
          }),
          response: { 200: listing(leftOutEntry), ...readProblems },
        },
      },
      async ({ params, query }) => {
        const { cursor, limit, reason } = query;
        const { seen, measure } = await meant(query, params.measure);
        return desk.read(async (reader) => {
          const { items, next } = await page(reader, measure, seen.frame, {
            which: "left-out",
            reason,
            of: parsePlace(query),
            cursor,
            limit,
          });
          const listed = await shown(reader, items, seen.cut.size);
          return {
            items: listed.map((item) => ({
              ...item,
              reason: item.reason as Reason,
              reasonTitle: reasonTitles[item.reason as Reason],
            })),
            next,
            cut: ledger.cut.seal(seen.cut),
          };
        });
      },
    );
  };
}
