/** Measures the memory of the server and its database together while the heaviest pages are asked for. */
import { once } from "node:events";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { median, took } from "./figures.mjs";

async function freePort() {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const { port } = /** @type {import("node:net").AddressInfo} */ (probe.address());
  probe.close();
  return port;
}

const PAGES = [
  "/api/results?",
  "/api/results?asKnownOn=2024-05-31",
  "/api/results?basis=recorded",
  "/api/results/convictions/entries?asKnownOn=2024-05-31",
  "/api/results/history?measure=arrests",
  "/api/cases?asKnownOn=2024-05-31",
  "/api/entries?",
];

/** @param {import("./ground.mjs").Ground} ground @returns {Promise<import("./figures.mjs").Figure[]>} */
export async function benchServing(ground) {
  const port = String(await freePort());
  const server = ground.jd(["start"], { PORT: port });
  const address = `http://127.0.0.1:${port}`;
  try {
    while (!(await fetch(`${address}/api/status`).catch(() => undefined))?.ok) await pause(100);
    /** @type {import("./figures.mjs").Figure[]} */
    const found = [];
    for (const path of PAGES) {
      /** @type {number[]} */
      const times = [];
      for (let round = 0; round < 3; round++)
        times.push(
          await took(async () => {
            const answer = await fetch(address + path);
            if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
            await answer.text();
          }),
        );
      found.push({ name: `GET ${path}, first time`, unit: "ms", ours: /** @type {number} */ (times[0]) });
      // The server judges the first page's figures by itself whenever the record rests; this is what its readers wait.
      const limit = path.startsWith("/api/results?") ? { limit: 500 } : {};
      found.push({ name: `GET ${path}, again`, unit: "ms", ours: median(times.slice(1)), ...limit });
    }
    await Promise.all(PAGES.map((path) => fetch(address + path).then((answer) => answer.text())));
    await pause(300);
    found.push({
      name: "memory of server and database together",
      unit: "MB",
      ours: server.peak(),
      limit: 1024,
    });
    return found;
  } finally {
    server.stop();
    await server.ended;
  }
}
