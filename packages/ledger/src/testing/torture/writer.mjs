/** The process that gets killed: opens the data directory and records request after request, saying each before and after. */
import { randomInt } from "node:crypto";
import { openEmbedded, openLedger, openSecrets } from "../../../dist/index.js";
import { kinds } from "./kinds.mjs";

const [dataDir = "", round = "0"] = process.argv.slice(2);
const actor = { id: "torture", agency: "test", labels: [1] };
const gate = { decide: () => undefined, audit: async () => undefined };

/** Hands a message to the system before going on, so that no kill can take it back. @param {object} message */
function tell(message) {
  return new Promise((told) => process.send?.(message, told));
}

/** @type {Promise<{ key: string, drafts: import("../../entry.ts").Draft[] } | undefined>} */
const unanswered = new Promise((resolve) =>
  process.once("message", (/** @type {any} */ message) => resolve(message.unanswered)),
);

try {
  const database = await openEmbedded({ dataDir, mode: "own", purpose: "the torture's writer" });
  await tell({ database: { pid: database.pid, url: database.adminUrl } });
  const secrets = await openSecrets(`${dataDir}/keys`);
  const ledger = await openLedger({ url: database.adminUrl, secrets, kinds, gate, timeZone: "UTC" });
  ledger.checkpoints.start(0.05, () => undefined);
  const again = await unanswered;
  if (again) {
    const { entries } = await ledger.append(actor, again.drafts, again.key);
    await tell({ acknowledged: again.key, ids: entries.map(({ id }) => id) });
  }
  await tell({ ready: true });
  for (let i = 0; ; i++) {
    const key = `${round}.${i}`;
    const of = randomInt(8) === 0 ? randomInt(2, 400) : 1;
    const drafts = Array.from({ length: of }, (_, n) => ({
      kind: "blow.struck",
      body: { request: key, number: n, of },
    }));
    await tell({ asked: { key, drafts } });
    const { entries } = await ledger.append(actor, drafts, key);
    await tell({ acknowledged: key, ids: entries.map(({ id }) => id) });
  }
} catch (error) {
  // With its database killed, the process ends as a server would that cannot go on.
  const { code, message } = /** @type {{ code?: string, message: string }} */ (error);
  await tell({ ended: code ?? message });
  process.exit(3);
}
