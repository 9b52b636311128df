/** The postmaster's start where something stands in its way. */
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { chooseAccount } from "./account.ts";
import { binaries } from "./binaries.ts";
import { openEmbedded } from "./index.ts";
import { layout } from "./layout.ts";
import { type Ground, startPostmaster, stopPostmaster } from "./postmaster.ts";
import { sight } from "./postmaster-file.ts";

let directory: string;
let ground: Ground;

function listen(port: number): Promise<Server> {
  const server = createServer();
  return new Promise((resolve) => server.listen(port, "127.0.0.1", () => resolve(server)));
}

function portOf(server: Server): number {
  return (server.address() as { port: number }).port;
}

beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "jd-postmaster-"));
  await chmod(directory, 0o711);
  const dataDir = join(directory, "data");
  await (await openEmbedded({ dataDir, mode: "own", purpose: "the server" })).stop();
  const place = layout(dataDir);
  ground = { place, ...(await chooseAccount(place, await binaries())), say: () => undefined };
});
afterAll(() => rm(directory, { recursive: true, force: true }));

test("a port that another program took in the meantime is given up for the next", async () => {
  const taken = await listen(0);
  const spare = await listen(0);
  const free = portOf(spare);
  await new Promise((resolve) => spare.close(resolve));
  const offered = [portOf(taken), free];
  expect(await startPostmaster(ground, async () => offered.shift() ?? free)).toBe("ready");
  const seen = await sight(ground.place.cluster);
  expect(seen).toMatchObject({ state: "ready", port: free });
  if (seen.state === "ready") await stopPostmaster(ground, seen.pid);
  expect(await sight(ground.place.cluster)).toEqual({ state: "none" });
  taken.close();
});

test("a second postmaster on one cluster steps back from the first", async () => {
  expect(await startPostmaster(ground)).toBe("ready");
  expect(await startPostmaster(ground)).toBe("beaten");
  const seen = await sight(ground.place.cluster);
  if (seen.state === "ready") await stopPostmaster(ground, seen.pid);
});

test("a program that cannot run is refused with the system's words as the cause", async () => {
  const programs = { ...ground.programs, postgres: join(directory, "absent") };
  const started = startPostmaster({ ...ground, account: { before: [] }, programs });
  await expect(started).rejects.toMatchObject({
    code: "embedded-start-failed",
    cause: expect.objectContaining({ code: "ENOENT" }) as unknown,
  });
});
