/** The proof of the record: head, checkpoints, witnesses, verification. The duty to verify will guard these. */
import type { Verification } from "@joint-docket/ledger";
import type { FastifyPluginAsyncZod } from "fastify-type-provider-zod";
import { z } from "zod";
import type { Desk } from "../desk.ts";
import { problems, readProblems } from "../shapes.ts";

const verificationSchema = z
  .object({
    at: z.string(),
    ok: z.boolean(),
    entries: z.int(),
    head: z.int(),
    root: z.string(),
    problems: z.array(z.object({ seq: z.int(), problem: z.string() })),
    seconds: z.number(),
  })
  .meta({ id: "Verification" });

const ledgerSchema = z.object({
  ledger: z.uuid(),
  origin: z.string(),
  head: z.object({ size: z.int(), root: z.string(), at: z.string() }),
  checkpointSeconds: z.number(),
  checkpoints: z.array(
    z.object({
      size: z.int(),
      root: z.string(),
      at: z.string(),
      note: z.string(),
      cosigned: z.array(z.string()),
    }),
  ),
  witnesses: z.array(
    z.object({
      name: z.string(),
      url: z.string(),
      size: z.int(),
      lagSeconds: z.int().nullable(),
      state: z.enum(["in-step", "behind", "silent", "refuses"]),
      detail: z.string(),
    }),
  ),
  verifierKeys: z.array(z.string()),
  verified: verificationSchema.nullable(),
});

type Verified = z.infer<typeof verificationSchema>;

export function ledgerRoutes({ ledger, config }: Desk): FastifyPluginAsyncZod {
  let last: Verified | null = null;
  let running: Promise<Verified> | undefined;

  async function verify(): Promise<Verified> {
    const started = performance.now();
    const found: Verification = await ledger.verify();
    last = {
      ...found,
      problems: [...found.problems],
      at: new Date().toISOString(),
      seconds: Math.round(performance.now() - started) / 1000,
    };
    return last;
  }

  return async (app) => {
    app.get(
      "/ledger",
      {
        schema: {
          operationId: "showLedger",
          summary: "Head, checkpoints, witnesses, last verification",
          tags: ["ledger"],
          response: { 200: ledgerSchema, ...readProblems },
        },
      },
      async () => {
        const { size, root } = await ledger.cut.now();
        const checkpoints = await ledger.keptCheckpoints(50);
        return {
          ledger: ledger.id,
          origin: ledger.checkpoints.origin,
          head: { size, root: root.toString("hex"), at: new Date().toISOString() },
          checkpointSeconds: config.checkpointSeconds,
          checkpoints: checkpoints.map((checkpoint) => ({
            ...checkpoint,
            cosigned: [...checkpoint.cosigned],
          })),
          witnesses: [...ledger.checkpoints.witnesses()],
          verifierKeys: [...(await ledger.verifierKeys())],
          verified: last,
        };
      },
    );
    app.post(
      "/ledger/verify",
      {
        schema: {
          operationId: "verifyLedger",
          summary: "Verifies every entry, the tree and every checkpoint",
          tags: ["ledger"],
          response: { 200: verificationSchema, ...problems },
        },
      },
      async () => {
        // Whoever asks while one runs gets that one's answer.
        running ??= verify().finally(() => {
          running = undefined;
        });
        return running;
      },
    );
  };
}
