/** The HTTP interface: everything under /api as OpenAPI describes it, and the workbench's files. */
import { existsSync } from "node:fs";
import swagger from "@fastify/swagger";
import fastifyStatic from "@fastify/static";
import Fastify, { type FastifyInstance } from "fastify";
import {
  jsonSchemaTransform,
  jsonSchemaTransformObject,
  serializerCompiler,
  validatorCompiler,
  type ZodTypeProvider,
} from "fastify-type-provider-zod";
import { ROOT } from "./config.ts";
import type { Desk } from "./desk.ts";
import { isWrite, refuseElsewhere, refuseForeignName } from "./guard.ts";
import { answerError, answerNotFound } from "./problem.ts";
import { caseRoutes } from "./routes/cases.ts";
import { entryRoutes } from "./routes/entries.ts";
import { importRoutes } from "./routes/imports.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { referenceRoutes } from "./routes/reference.ts";
import { resultRoutes } from "./routes/results.ts";
import { statusRoutes } from "./routes/status.ts";
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

async function serveWeb(app: FastifyInstance): Promise<void> {
  if (!existsSync(`${WEB}index.html`)) {
    app.setNotFoundHandler(answerNotFound);
    return;
  }
  await app.register(fastifyStatic, {
    root: WEB,
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
      : answerNotFound(request, reply);
  });
}

/** Builds the interface over a desk; `listen` is the caller's. */
export async function buildApp(desk: Desk, { log = false }: { log?: boolean } = {}): Promise<App> {
  const app = Fastify({
    bodyLimit: LARGEST_BODY,
    logger: log ? { level: "warn", redact: ["req.headers", "req.query"] } : false,
    routerOptions: { maxParamLength: 300 },
  }).withTypeProvider<ZodTypeProvider>();
  app.setValidatorCompiler(validatorCompiler);
  app.setSerializerCompiler(serializerCompiler);
  app.setErrorHandler(answerError);
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
  await app.register(
    async (api) => {
      for (const routes of [
        statusRoutes,
        resultRoutes,
        caseRoutes,
        entryRoutes,
        importRoutes,
        ledgerRoutes,
        referenceRoutes,
      ])
        await api.register(routes(desk));
      api.get("/openapi.json", { schema: { hide: true } }, async () => app.swagger());
    },
    { prefix: "/api" },
  );
  await serveWeb(app);
  return app;
}
