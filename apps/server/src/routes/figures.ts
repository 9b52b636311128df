/** Published figures: drafted, reviewed by a second person, published, run again, held against today, withdrawn. */
import type { Appended } from "@joint-docket/ledger";
import {
  againstToday,
  type Difference,
  differences,
  differencesCsv,
  differenceTitles,
  draftFigure,
  figureOf,
  figureStates,
  listFigures,
  outcomes,
  publishFigure,
  rerun,
  reviewFigure,
  sayValueIn,
  tokenOfPin,
  withdrawFigure,
} from "@joint-docket/taskforce/published";
import { entryViews, listEntries } from "@joint-docket/taskforce/record";
import { bases, parseFrame, populations } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import {
  bilingual,
  cutToken,
  entryView,
  frameQuery,
  idempotencyHeader,
  keyOf,
  paging,
  problems,
  readProblems,
} from "../shapes.ts";

const declared = z.string().trim().min(1).max(120).meta({
  description:
    "The person who acts, as they name themselves: declared, not verified, until this installation has people who sign in",
});

const asked = z.object({
  measure: z.string().min(1).max(120),
  ...frameQuery,
  by: declared,
  note: z.string().max(4000).optional(),
});

const made = z.object({
  figure: z.uuid(),
  entry: z.uuid(),
  cut: z.object({ before: cutToken, after: cutToken }),
});

const figureLine = z
  .object({
    figure: z.uuid(),
    draft: z.uuid(),
    state: z.enum(figureStates),
    measure: z.string(),
    value: z.number(),
    sentence: bilingual,
    by: z.string(),
    recordedAt: z.string(),
  })
  .meta({ id: "FigureLine", description: "A published figure, or one on its way, as a list shows it" });

const act = z.object({
  entry: entryView,
  by: z.string().meta({ description: "Who acted, as declared" }),
  draft: z.uuid().nullable(),
  verdict: z.enum(["approved", "returned"]).nullable(),
  words: z
    .string()
    .nullable()
    .meta({ description: "A reviewer's remarks, the drafter's note, or why it was withdrawn" }),
});

const figurePage = z
  .object({
    figure: z.uuid(),
    draft: z.uuid(),
    state: z.enum(figureStates),
    sentence: bilingual,
    by: z.string(),
    measure: z.string(),
    version: z.int(),
    title: bilingual,
    unit: bilingual,
    definition: bilingual,
    counts: z.string(),
    value: z.number(),
    words: bilingual.meta({ description: "The value as it is written" }),
    entries: z.int(),
    cases: z.int(),
    synthetic: z.int(),
    basis: z.enum(bases),
    population: z.enum(populations),
    knownOn: z.string().nullable(),
    since: z.string().nullable(),
    day: z.string(),
    root: z.string(),
    scope: z.array(z.string()),
    digest: z.string(),
    listed: z
      .boolean()
      .meta({ description: "Whether the figure lists its entries; of a large one only the digest is kept" }),
    leftOut: z.array(z.object({ reason: z.string(), entries: z.int() })),
    cut: cutToken,
    acts: z.array(act),
  })
  .meta({ id: "FigurePage", description: "One figure with what it is pinned to and what was done with it" });

const rerunSchema = z
  .object({
    outcome: z.enum(outcomes),
    published: z.number(),
    value: z.number().nullable(),
    entries: z.int().nullable(),
    cases: z.int().nullable(),
    digest: z.string().nullable(),
    version: z.object({ pinned: z.int(), now: z.int().nullable() }),
    lost: z.array(z.object({ entry: z.uuid(), by: z.uuid().nullable() })),
    cut: cutToken,
  })
  .meta({ id: "Rerun", description: "A figure run again where it was pinned" });

const difference = z
  .object({
    entry: entryView.nullable(),
    instead: z.uuid().nullable(),
    reason: z.enum(differences),
    title: bilingual,
    change: z.number().nullable(),
    because: z.uuid().nullable(),
  })
  .meta({
    id: "Difference",
    description: "An entry that counts otherwise today than when the figure was published",
  });

const params = z.object({ id: z.uuid().toLowerCase() });

export function figureRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger, actor } = desk;

  async function told({ entries, before, after }: Appended) {
    const [one] = entries;
    if (!one) throw new Error("The ledger recorded nothing and refused nothing.");
    return {
      figure: one.subject,
      entry: one.id,
      cut: { before: await desk.sealCutAt(before), after: await desk.sealCutAt(after) },
    };
  }

  async function pageOf(id: string) {
    const figure = await figureOf(ledger, actor, id);
    const { pinned, drafted, course, acts } = figure;
    const { size } = await ledger.cut.now();
    const { items } = await desk.read((reader) =>
      listEntries(reader, ledger.kinds, size, { subject: id }, undefined, 500),
    );
    const bodies = new Map(
      acts.map(({ id: entry, body, note }) => [entry, { body: body as Record<string, string>, note }]),
    );
    return {
      figure: id,
      draft: drafted.id,
      state: course.state,
      sentence: drafted.body.sentence,
      by: drafted.body.by,
      measure: pinned.measure,
      version: pinned.version,
      title: pinned.title,
      unit: pinned.unit,
      definition: pinned.definition,
      counts: pinned.counts,
      value: pinned.value,
      words: sayValueIn(pinned.value, pinned.counts, pinned.measure),
      entries: pinned.entries,
      cases: pinned.cases,
      synthetic: pinned.synthetic,
      basis: pinned.frame.basis,
      population: pinned.frame.population,
      knownOn: pinned.frame.knownOn ?? null,
      since: pinned.frame.since ?? null,
      day: pinned.cut.day,
      root: pinned.cut.root,
      scope: [...pinned.scope],
      digest: pinned.counted.digest,
      listed: pinned.counted.entries !== undefined,
      leftOut: [...pinned.leftOut],
      cut: tokenOfPin(ledger, pinned),
      acts: items.toReversed().flatMap((entry) => {
        const found = bodies.get(entry.entry);
        if (!found) return [];
        const { body, note } = found;
        return {
          entry,
          by: body["by"] ?? "",
          draft: body["draft"] ?? null,
          verdict: (body["verdict"] as "approved" | "returned" | undefined) ?? null,
          words: body["remarks"] ?? body["because"] ?? entry.reason ?? note ?? null,
        };
      }),
    };
  }

  /** Differences with their entries as people read them; what was emptied or belongs to no entry has none. */
  async function shown(items: readonly Difference[]) {
    const { size } = await ledger.cut.now();
    const named = items.flatMap(({ entry }) => (entry === null ? [] : [{ entry, caseId: null }]));
    const { views } = await desk.read((reader) => entryViews(reader, ledger.kinds, named, size));
    return items.map(({ entry, instead, reason, change, because }) => ({
      entry: entry === null ? null : (views.get(entry) ?? null),
      instead,
      reason,
      title: differenceTitles[reason],
      change,
      because,
    }));
  }

  return async (app) => {
    app.get(
      "/figures",
      {
        schema: {
          operationId: "listFigures",
          summary: "Published figures and those on their way, newest first, by page",
          tags: ["figures"],
          querystring: z.object({ state: z.enum(figureStates).optional(), ...paging }),
          response: {
            200: z.object({ items: z.array(figureLine), next: z.string().nullable() }),
            ...readProblems,
          },
        },
      },
      async ({ query: { state, cursor, limit } }) => {
        const before = desk.openCursor<number>("figures", cursor);
        const { items, next } = await desk.read((reader) =>
          listFigures(reader, state === undefined ? figureStates : [state], before, limit),
        );
        return { items: [...items], next: next === null ? null : desk.sealCursor("figures", next) };
      },
    );
    app.post(
      "/figures",
      {
        schema: {
          operationId: "draftFigure",
          summary: "Drafts a figure: counts it in a frame and pins what was counted",
          tags: ["figures"],
          headers: idempotencyHeader,
          body: asked,
          response: { 201: made, ...problems },
        },
      },
      async ({ body, headers }, reply) => {
        const { measure, by, note, ...frame } = body;
        const drafting = { measure, by, note, frame: parseFrame(frame) };
        const answer = await told(await draftFigure(ledger, actor, drafting, keyOf(headers)));
        reply.code(201);
        return answer;
      },
    );
    app.post(
      "/figures/:id/draft",
      {
        schema: {
          operationId: "draftFigureAnew",
          summary: "Drafts an unpublished figure anew, in place of the draft that stands",
          tags: ["figures"],
          params,
          headers: idempotencyHeader,
          body: asked.extend({ draft: z.uuid().toLowerCase(), reason: z.string().trim().min(1).max(4000) }),
          response: { 201: made, ...problems },
        },
      },
      async ({ params: { id }, body, headers }, reply) => {
        const { measure, by, note, draft, reason, ...frame } = body;
        const drafting = {
          measure,
          by,
          note,
          frame: parseFrame(frame),
          instead: { figure: id, draft, reason },
        };
        const answer = await told(await draftFigure(ledger, actor, drafting, keyOf(headers)));
        reply.code(201);
        return answer;
      },
    );
    app.post(
      "/figures/:id/review",
      {
        schema: {
          operationId: "reviewFigure",
          summary: "A second person's word on a draft: approved as it stands, or returned",
          tags: ["figures"],
          params,
          headers: idempotencyHeader,
          body: z.object({
            draft: z.uuid().toLowerCase(),
            verdict: z.enum(["approved", "returned"]),
            remarks: z.string().trim().min(1).max(2000).optional(),
            by: declared,
          }),
          response: { 201: made, ...problems },
        },
      },
      async ({ params: { id }, body, headers }, reply) => {
        const answer = await told(await reviewFigure(ledger, actor, { figure: id, ...body }, keyOf(headers)));
        reply.code(201);
        return answer;
      },
    );
    app.post(
      "/figures/:id/publication",
      {
        schema: {
          operationId: "publishFigure",
          summary: "Publishes a draft that a second person approved, after running it again",
          tags: ["figures"],
          params,
          headers: idempotencyHeader,
          body: z.object({ draft: z.uuid().toLowerCase(), by: declared }),
          response: { 201: made, ...problems },
        },
      },
      async ({ params: { id }, body, headers }, reply) => {
        const answer = await told(
          await publishFigure(ledger, actor, { figure: id, ...body }, keyOf(headers)),
        );
        reply.code(201);
        return answer;
      },
    );
    app.post(
      "/figures/:id/withdrawal",
      {
        schema: {
          operationId: "withdrawFigure",
          summary: "Takes a figure back with a reason; it stays readable as withdrawn",
          tags: ["figures"],
          params,
          headers: idempotencyHeader,
          body: z.object({ because: z.string().trim().min(1).max(2000), by: declared }),
          response: { 201: made, ...problems },
        },
      },
      async ({ params: { id }, body, headers }, reply) => {
        const answer = await told(
          await withdrawFigure(ledger, actor, { figure: id, ...body }, keyOf(headers)),
        );
        reply.code(201);
        return answer;
      },
    );
    app.get(
      "/figures/:id",
      {
        schema: {
          operationId: "showFigure",
          summary: "One figure with everything it is pinned to",
          tags: ["figures"],
          params,
          response: { 200: figurePage, ...readProblems },
        },
      },
      ({ params: { id } }) => pageOf(id),
    );
    app.get(
      "/figures/:id/rerun",
      {
        schema: {
          operationId: "rerunFigure",
          summary: "Runs a figure again at its cut: the same digits, or what stands in the way",
          tags: ["figures"],
          params,
          response: { 200: rerunSchema, ...readProblems },
        },
      },
      async ({ params: { id } }) => {
        const { pinned } = await figureOf(ledger, actor, id);
        const { version, lost, ...again } = await rerun(ledger, actor, pinned);
        return {
          ...again,
          published: pinned.value,
          version: { pinned: pinned.version, now: version },
          lost: [...lost],
          cut: tokenOfPin(ledger, pinned),
        };
      },
    );
    app.get(
      "/figures/:id/difference",
      {
        schema: {
          operationId: "compareFigure",
          summary: "What lies between a figure and the same question today, entry by entry, by page",
          tags: ["figures"],
          params,
          querystring: z.object(paging),
          response: {
            200: z.object({
              published: z.number(),
              today: z.number().nullable(),
              day: z.string(),
              outcome: z.enum(outcomes),
              byReason: z.array(
                z.object({
                  reason: z.enum(differences),
                  title: bilingual,
                  entries: z.int(),
                  change: z.number().nullable(),
                }),
              ),
              items: z.array(difference),
              next: z.string().nullable(),
            }),
            ...readProblems,
          },
        },
      },
      async ({ params: { id }, query: { cursor, limit } }) => {
        const list = `difference ${id}`;
        const from = desk.openCursor<number>(list, cursor) ?? 0;
        const { pinned } = await figureOf(ledger, actor, id);
        const found = await againstToday(ledger, actor, pinned);
        const to = from + limit;
        return {
          published: found.published,
          today: found.today,
          day: found.day,
          outcome: found.rerun.outcome,
          byReason: found.byReason.map((group) => ({ ...group, title: differenceTitles[group.reason] })),
          items: await shown(found.items.slice(from, to)),
          next: to < found.items.length ? desk.sealCursor(list, to) : null,
        };
      },
    );
    app.get(
      "/figures/:id/difference.csv",
      {
        schema: {
          operationId: "takeDifference",
          summary: "The whole difference to today as CSV",
          tags: ["figures"],
          params,
          response: {
            200: { description: "CSV", content: { "text/csv": { schema: z.string() } } },
            ...readProblems,
          },
        },
      },
      async ({ params: { id } }, reply) => {
        const { pinned } = await figureOf(ledger, actor, id);
        const found = await againstToday(ledger, actor, pinned);
        return reply
          .header("content-disposition", `attachment; filename="difference-${id}.csv"`)
          .type("text/csv; charset=utf-8")
          .send(differencesCsv(found.items));
      },
    );
  };
}
