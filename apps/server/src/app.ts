/** The HTTP interface: everything under /api as OpenAPI describes it, and the workbench's files. */
import { existsSync } from "node:fs";
import type { Socket } from "node:net";
import swagger from "@fastify/swagger";
import fastifyStatic from "@fastify/static";
import Fastify, {
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { z } from "zod";
import { ROOT } from "./config.ts";
import type { Desk } from "./desk.ts";
import { isWrite, refuseElsewhere, refuseForeignName } from "./guard.ts";
import { guardIntake } from "./intake.ts";
import { answerError, answerNotFound, PROBLEM_JSON, problemOf } from "./problem.ts";
import { headersTooLarge, malformed, requestInvalid } from "./refusals.ts";
import { actRoutes } from "./routes/acts.ts";
import { assetRoutes } from "./routes/assets.ts";
import { caseRoutes } from "./routes/cases.ts";
import { entryRoutes } from "./routes/entries.ts";
import { extraditionRoutes } from "./routes/extraditions.ts";
import { factSheetRoutes } from "./routes/fact-sheet.ts";
import { figureRoutes } from "./routes/figures.ts";
import { importRoutes } from "./routes/imports.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { organizationRoutes } from "./routes/organizations.ts";
import { recordRoutes } from "./routes/records.ts";
import { referenceRoutes } from "./routes/reference.ts";
import { resultRoutes } from "./routes/results.ts";
import { statusRoutes } from "./routes/status.ts";
import { readProblems } from "./shapes.ts";
import { VERSION } from "./version.ts";

const WEB = `${ROOT}apps/web/dist/`;
const LARGEST_BODY = 32 * 1024 * 1024;

/** No script, style, picture or connection but our own. */
const SECURITY_HEADERS = {
  "content-security-policy":
    "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-opener-policy": "same-origin",
  "cross-origin-resource-policy": "same-origin",
  "permissions-policy": "camera=(), geolocation=(), microphone=()",
};

export type App = FastifyInstance;

/** Parts of the interface, as the document groups them. */
const TAGS = [
  { name: "installation", description: "What this installation is, and this document" },
  { name: "results", description: "Measures, the entries behind them, and what was reported beside them" },
  {
    name: "figures",
    description: "Figures of ours: drafted, reviewed, published, run again, withdrawn; the fact sheet",
  },
  { name: "cases", description: "Cases with their defendants, counts, outcomes and sources" },
  { name: "organizations", description: "Organizations, their people, targets and links" },
  { name: "assets", description: "Assets from seizure to the money realized" },
  { name: "extraditions", description: "Extraditions by country and step" },
  { name: "entries", description: "The record itself: reading, recording, correcting, withdrawing" },
  { name: "imports", description: "Files of rows into the record" },
  { name: "ledger", description: "The proof that nothing was changed" },
  { name: "reference", description: "Districts, countries and agencies" },
];

/** Answers what is no HTTP request, for which no route and no reader's language is known. */
function answerMalformed(error: NodeJS.ErrnoException, socket: Socket): void {
  if (!socket.writable || error.code === "ECONNRESET") {
    socket.destroy();
    return;
  }
  const refusal = error.code === "HPE_HEADER_OVERFLOW" ? headersTooLarge({}) : requestInvalid(malformed);
  const body = JSON.stringify(problemOf(refusal, "en"));
  const status = refusal.status === 431 ? "431 Request Header Fields Too Large" : "400 Bad Request";
  socket.end(
    `HTTP/1.1 ${status}\r\nContent-Type: ${PROBLEM_JSON}\r\nContent-Length: ${Buffer.byteLength(body)}\r\nConnection: close\r\n\r\n${body}`,
  );
}

async function serveWeb(
  app: FastifyInstance,
  notFound: (request: FastifyRequest, reply: FastifyReply) => void,
): Promise<void> {
  if (!existsSync(`${WEB}index.html`)) {
    app.setNotFoundHandler(notFound);
    return;
  }
  await app.register(fastifyStatic, {
    root: WEB,
    preCompressed: true,
    // Vite names assets by their content, so they may be kept for good; the page itself is always asked for anew.
    setHeaders: (reply, path) =>
      void reply.header(
        "cache-control",
        /[\\/]assets[\\/]/.test(path) ? "public, max-age=31536000, immutable" : "no-cache",
      ),
  });
  app.setNotFoundHandler((request, reply) => {
    const page =
      request.method === "GET" &&
      !request.url.startsWith("/api") &&
      String(request.headers.accept ?? "").includes("text/html");
    return page
      ? reply.type("text/html").header("cache-control", "no-cache").sendFile("index.html")
      : notFound(request, reply);
  });
}

/** Builds the interface over a desk; `listen` is the caller's. */
export async function buildApp(desk: Desk): Promise<App> {
  const failed = (error: FastifyError, request: FastifyRequest, reply: FastifyReply) =>
    answerError(desk.log, error, request, reply);
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    logger: false,
    routerOptions: { maxParamLength: 300 },
    clientErrorHandler: answerMalformed,
    // What fails before any hook has run.
    frameworkErrors: (error, request, reply) => {
      void reply.headers(SECURITY_HEADERS);
      failed(error, request as FastifyRequest, reply as FastifyReply);
    },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler<FastifyError>(failed);
  await app.register(swagger, {
    openapi: {
      openapi: "3.1.0",
      info: {
        title: "Joint Docket",
        version: VERSION,
        description:
          "The record of a joint task force: entries, cases and results, each figure with the entries behind it. Errors are problem details with a stable code.",
        license: { name: "Apache-2.0", identifier: "Apache-2.0" },
      },
      servers: [{ url: "/" }],
      tags: TAGS,
    },
    transform: jsonSchemaTransform,
    transformObject: jsonSchemaTransformObject,
  });
  app.addHook("onRequest", async (request, reply) => {
    reply.headers(SECURITY_HEADERS);
    if (request.url.startsWith("/api")) reply.header("cache-control", "no-store");
    refuseForeignName(request, desk.config.host);
    if (isWrite(request)) refuseElsewhere(request);
  });
  guardIntake(app);
  await app.register(
    async (api) => {
      for (const routes of [
        statusRoutes,
        resultRoutes,
        caseRoutes,
        organizationRoutes,
        assetRoutes,
        extraditionRoutes,
        entryRoutes,
        actRoutes,
        figureRoutes,
        factSheetRoutes,
        recordRoutes,
        importRoutes,
        ledgerRoutes,
        referenceRoutes,
      ])
        await api.register(routes(desk));
      api.get(
        "/openapi.json",
        {
          schema: {
            operationId: "describeInterface",
            summary: "This document: every address, what it takes and what it answers",
            tags: ["installation"],
            response: { 200: z.record(z.string(), z.unknown()), ...readProblems },
          },
        },
        async () => app.swagger() as never,
      );
    },
    { prefix: "/api" },
  );
  await serveWeb(app, (request, reply) => answerNotFound(desk.log, request, reply));
  return app;
}
