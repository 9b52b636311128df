/** What this installation is, for the first line of every page. */
import { publicRecordLoader } from "@joint-docket/taskforce/access";
import { firstActor, holdsSynthetic } from "@joint-docket/taskforce/record";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { isNear } from "../guard.ts";
import { readProblems } from "../shapes.ts";
import { VERSION } from "../version.ts";

export function statusRoutes({ installation, ledger, read }: Desk): FastifyPluginAsyncZod {
  return async (app) => {
    app.get(
      "/status",
      {
        schema: {
          operationId: "showStatus",
          summary: "What this installation is",
          tags: ["installation"],
          response: {
            200: z.object({
              product: z.literal("Joint Docket"),
              version: z.string(),
              database: z.enum(["embedded", "server"]),
              timeZone: z.string(),
              publicRecord: z.boolean().meta({
                description: "Whether the record began with the public record that comes with the product",
              }),
              synthetic: z.boolean().meta({
                description: "Whether anything in the record was made up by a program",
              }),
              canWrite: z.boolean().meta({
                description:
                  "Whether whoever asks can record anything here: from this machine only, until people are enrolled",
              }),
            }),
            ...readProblems,
          },
        },
      },
      async (request) => ({
        product: "Joint Docket" as const,
        version: VERSION,
        database: installation.database,
        timeZone: ledger.timeZone,
        publicRecord: (await read(firstActor)) === publicRecordLoader.id,
        synthetic: await read(holdsSynthetic),
        canWrite: isNear(request),
      }),
    );
  };
}
