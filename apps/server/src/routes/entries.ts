/** Entries: the list, one entry with its history, what a kind asks for; recording, correcting, withdrawing. */
import { bodySchema, type Draft, draftEnvelope } from "@joint-docket/ledger";
import { entryPage, listEntries } from "@joint-docket/taskforce/record";
import { framed, parseFrame } from "@joint-docket/taskforce/results";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import {
  asKnown,
  bilingual,
  cutToken,
  entryView,
  idempotencyHeader,
  keyOf,
  paging,
  problems,
  readProblems,
} from "../shapes.ts";

/** A draft as a request may send it; the identity of a record it opens is never the request's to choose. */
const draftSchema = draftEnvelope.omit({ opensAs: true, entersAs: true, composed: true }).meta({
  id: "Draft",
  description: "What is to be recorded; a correction names the entry it replaces and why",
});

const entryPageSchema = entryView
  .extend({
    version: z.int(),
    body: z.record(z.string(), z.unknown()).nullable(),
    ownAttestedAt: z
      .string()
      .nullable()
      .meta({ description: "The entry's own attestation, without its source's date" }),
    history: z.array(entryView),
    belongsTo: z
      .object({ case: z.object({ id: z.uuid(), title: z.string(), synthetic: z.boolean() }) })
      .nullable(),
    cuts: z
      .object({ before: cutToken, after: cutToken })
      .meta({ description: "What the ledger knew just before this entry and just after it" }),
  })
  .meta({ id: "EntryPage" });

export function entryRoutes(desk: Desk): FastifyPluginAsyncZod {
  const { ledger, actor } = desk;
  return async (app) => {
    app.get(
      "/kinds",
      {
        schema: {
          operationId: "listKinds",
          summary: "The kinds of entries, with the JSON Schema of each body",
          tags: ["entries"],
          response: {
            200: z.array(
              z.object({
                kind: z.string(),
                version: z.int(),
                record: z.string(),
                opens: z.boolean(),
                composed: z
                  .boolean()
                  .meta({ description: "Written by an act of its own, never filled in by hand" }),
                title: bilingual,
                schema: z.record(z.string(), z.unknown()),
              }),
            ),
            ...readProblems,
          },
        },
      },
      async () =>
        ledger.kinds.all.map((kind) => ({
          kind: kind.kind,
          version: kind.version,
          record: kind.record,
          opens: kind.opens,
          composed: kind.composed ?? false,
          title: kind.title,
          schema: bodySchema(kind),
        })),
    );
    app.get(
      "/entries",
      {
        schema: {
          operationId: "listEntries",
          summary: "Entries, newest first, by page",
          tags: ["entries"],
          querystring: z.object({
            kind: z.string().max(80).optional(),
            subject: z.uuid().toLowerCase().optional(),
            key: z.string().max(300).optional(),
            source: z.uuid().toLowerCase().optional(),
            ...asKnown,
            ...paging,
          }),
          response: {
            200: z.object({ items: z.array(entryView), next: z.string().nullable(), cut: cutToken }),
            ...readProblems,
          },
        },
      },
      async ({ query }) => {
        const { cursor, limit, asKnownOn, cut: token, ...filter } = query;
        const { cut } = await framed(ledger, parseFrame({ basis: "recorded", asKnownOn, cut: token }));
        const { items, next } = await desk.read((reader) =>
          listEntries(
            reader,
            ledger.kinds,
            cut.size,
            filter,
            desk.openCursor<number>("entries", cursor),
            limit,
          ),
        );
        return {
          items: [...items],
          next: next === null ? null : desk.sealCursor("entries", next),
          cut: ledger.cut.seal(cut),
        };
      },
    );
    app.get(
      "/entries/:id",
      {
        schema: {
          operationId: "showEntry",
          summary: "One entry with its history",
          tags: ["entries"],
          params: z.object({ id: z.uuid().toLowerCase() }),
          response: { 200: entryPageSchema, ...readProblems },
        },
      },
      async ({ params }) => {
        const now = await ledger.cut.now();
        const { view, version, body, ownAttestedAt, history, seq, belongsTo } = await desk.read((reader) =>
          entryPage(reader, ledger.kinds, now.size, params.id),
        );
        return {
          ...view,
          version,
          body: body as Record<string, unknown> | null,
          ownAttestedAt,
          history: [...history],
          belongsTo,
          cuts: { before: await desk.sealCutAt(seq), after: await desk.sealCutAt(seq + 1) },
        };
      },
    );
    app.post(
      "/entries/check",
      {
        schema: {
          operationId: "checkEntry",
          summary: "Judges a draft and writes nothing",
          tags: ["entries"],
          body: draftSchema,
          response: { 200: z.object({ sentence: bilingual }), ...problems },
        },
      },
      async ({ body }) => {
        const [outcome] = await ledger.preview(actor, [body as Draft]);
        if (outcome && "refusal" in outcome) throw outcome.refusal;
        const kind = ledger.kinds.named(body.kind);
        const entry = outcome?.entry as never;
        return { sentence: { en: kind.sentence.en(entry), es: kind.sentence.es(entry) } };
      },
    );
    app.post(
      "/entries",
      {
        schema: {
          operationId: "recordEntry",
          summary: "Records an entry, a correction (replaces, reason) or a withdrawal (kind entry.withdrawn)",
          tags: ["entries"],
          headers: idempotencyHeader,
          body: draftSchema,
          response: {
            201: z.object({
              entry: z.uuid(),
              subject: z.uuid(),
              sentence: bilingual,
              cut: z.object({ before: cutToken, after: cutToken }),
            }),
            ...problems,
          },
        },
      },
      async ({ body, headers }, reply) => {
        const key = keyOf(headers);
        const { entries, before, after } = await ledger.append(actor, [body as Draft], key);
        const [made] = entries;
        if (!made) throw new Error("The ledger recorded nothing and refused nothing.");
        const page = await desk.read((reader) => entryPage(reader, ledger.kinds, after, made.id));
        reply.code(201);
        return {
          entry: made.id,
          subject: made.subject,
          sentence: page.view.sentence ?? { en: "", es: "" },
          cut: { before: await desk.sealCutAt(before), after: await desk.sealCutAt(after) },
        };
      },
    );
  };
}
