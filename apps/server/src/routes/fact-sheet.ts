/** The fact sheet, as known on any day: to read, to print and to take along. */
import { print } from "@joint-docket/paper";
import {
  type FactSheet,
  factSheet,
  notesOn,
  saySumIn,
  sayValueIn,
  sheetCsv,
  type SheetFigure,
  sheetPaper,
  type Summed,
} from "@joint-docket/taskforce/published";
import { bases, framed, parseFrame, populations } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { languageOf } from "../problem.ts";
import { bilingual, cutToken, frameQuery, readProblems, sourceLine } from "../shapes.ts";

const sum = z.union([
  z.object({ currency: z.string(), minor: z.int(), entries: z.int(), words: bilingual }),
  z.object({ unit: z.string(), thousandths: z.int(), entries: z.int(), words: bilingual }),
]);

const claim = z
  .object({
    entry: z.uuid(),
    sentence: bilingual,
    value: z.number().nullable(),
    asOf: z.string().nullable(),
    source: sourceLine.nullable(),
  })
  .meta({ id: "SheetClaim", description: "What somebody else reported" });

const figure = z
  .object({
    measure: z.string(),
    version: z.int(),
    title: bilingual,
    unit: bilingual,
    definition: bilingual,
    counts: z.string(),
    value: z.number().nullable(),
    words: bilingual.nullable().meta({ description: "The value as it is written" }),
    entries: z.int(),
    cases: z.int(),
    synthetic: z.int(),
    sums: z.array(sum),
    leftOut: z.array(z.object({ reason: z.string(), title: bilingual, entries: z.int() })),
    breakdown: z
      .object({
        by: z.string(),
        title: bilingual,
        hidden: z.int(),
        leftOut: z.boolean(),
        cells: z.array(
          z.object({
            key: z.string().nullable(),
            title: bilingual,
            value: z.number().nullable().meta({ description: "Null where it is hidden" }),
            sums: z.array(sum),
          }),
        ),
      })
      .nullable(),
    sources: z.array(sourceLine),
    sourcesInAll: z.int(),
    unsourced: z.int(),
    reported: z.array(claim),
  })
  .meta({ id: "SheetFigure", description: "A line of the fact sheet with everything behind it" });

const sheetSchema = z
  .object({
    cut: cutToken,
    asKnownOn: z.string().nullable().meta({ description: "The day that was asked for" }),
    day: z.string(),
    basis: z.enum(bases),
    population: z.enum(populations),
    since: z.string().nullable(),
    unknownCases: z.int(),
    synthetic: z.int(),
    leastShown: z.int(),
    parts: z.array(z.object({ key: z.string(), title: bilingual, figures: z.array(figure) })),
    growth: z.array(z.object({ measure: z.string(), title: bilingual, reported: z.array(claim) })),
    mark: bilingual.nullable().meta({ description: "Given where something on the sheet is made up" }),
    frame: bilingual,
    shown: z.array(bilingual),
    notShown: z.array(bilingual),
  })
  .meta({ id: "FactSheet", description: "The announcement's list rebuilt from the record" });

const claimsOf = (reported: SheetFigure["reported"]) =>
  reported.map(({ entry, sentence, value, asOf, source }) => ({ entry, sentence, value, asOf, source }));

const worded = <S extends Summed>(one: S) => ({ ...one, words: saySumIn(one) });

function shown(sheet: FactSheet): Omit<z.infer<typeof sheetSchema>, "cut" | "asKnownOn"> {
  const { mark, frame, shown: told, notShown } = notesOn(sheet);
  return {
    ...sheet,
    parts: sheet.parts.map((part) => ({
      ...part,
      figures: part.figures.map((one) => ({
        ...one,
        words: one.value === null ? null : sayValueIn(one.value, one.counts, one.measure),
        sums: one.sums.map(worded),
        leftOut: [...one.leftOut],
        sources: [...one.sources],
        breakdown: one.breakdown && {
          ...one.breakdown,
          cells: one.breakdown.cells.map((cell) => ({ ...cell, sums: cell.sums.map(worded) })),
        },
        reported: claimsOf(one.reported),
      })),
    })),
    growth: sheet.growth.map((one) => ({ ...one, reported: claimsOf(one.reported) })),
    mark,
    frame,
    shown: [...told],
    notShown: [...notShown],
  };
}

export function factSheetRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger, config } = desk;

  async function made(query: Readonly<Record<string, unknown>>) {
    const asked = parseFrame(query);
    const { frame, cut } = await framed(ledger, asked);
    const { day } = cut.seen;
    const sheet = await desk.read((reader) =>
      factSheet(reader, frame, { day, leastShown: config.leastShown }),
    );
    return { sheet, cut: ledger.cut.seal(cut), asKnownOn: asked.asKnownOn, day };
  }

  return async (app) => {
    app.get(
      "/fact-sheet",
      {
        schema: {
          operationId: "showFactSheet",
          summary: "The fact sheet in a frame, every line with what stands behind it",
          tags: ["figures"],
          querystring: z.object(frameQuery),
          response: { 200: sheetSchema, ...readProblems },
        },
      },
      async ({ query }) => {
        const { sheet, cut, asKnownOn } = await made(query);
        return { ...shown(sheet), cut, asKnownOn };
      },
    );
    app.get(
      "/fact-sheet.csv",
      {
        schema: {
          operationId: "takeFactSheet",
          summary: "The same as CSV",
          tags: ["figures"],
          querystring: z.object(frameQuery),
          response: {
            200: { description: "CSV", content: { "text/csv": { schema: z.string() } } },
            ...readProblems,
          },
        },
      },
      async ({ query }, reply) => {
        const { sheet, cut, day } = await made(query);
        return reply
          .header("content-disposition", `attachment; filename="fact-sheet-${day}.csv"`)
          .type("text/csv; charset=utf-8")
          .send(sheetCsv(sheet, cut));
      },
    );
    app.get(
      "/fact-sheet.pdf",
      {
        schema: {
          operationId: "printFactSheet",
          summary: "The same as a tagged PDF, in the language asked for or the reader's",
          tags: ["figures"],
          querystring: z.object({ ...frameQuery, language: z.enum(["en", "es"]).optional() }),
          response: {
            200: {
              description: "PDF",
              content: { "application/pdf": { schema: z.string().meta({ format: "binary" }) } },
            },
            ...readProblems,
          },
        },
      },
      async (request, reply) => {
        const { sheet, cut, day } = await made(request.query);
        const language = request.query.language ?? languageOf(request);
        const bytes = await print(sheetPaper(sheet, { language, cut, made: new Date() }));
        return reply
          .header("content-disposition", `inline; filename="fact-sheet-${day}.pdf"`)
          .type("application/pdf")
          .send(Buffer.from(bytes) as never);
      },
    );
  };
}
