/** Kills a writing ledger at random moments, over and over, and holds what is found against what had been acknowledged. */
import { execFileSync, fork } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";

const WRITER = fileURLToPath(new URL("./writer.mjs", import.meta.url));
const DIST = fileURLToPath(new URL("../../../dist/index.js", import.meta.url));
/** How long a writer may take from its start to its first entry (milliseconds); a machine may be slow, but not dead. */
const PATIENCE = 180_000;

/** mulberry32: the same seed kills at the same moments, as far as the machine allows. @param {number} seed */
function random(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** @param {number} pid */
function kill(pid) {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // Gone already, which is as good.
  }
}

/** The postmaster with every process it started: killed together, nothing of them can clean up. @param {number} postmaster */
function killDatabase(postmaster) {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" }).trim().split("\n");
  const backends = lines
    .map((line) => line.trim().split(/\s+/).map(Number))
    .filter(([, parent]) => parent === postmaster);
  kill(postmaster);
  for (const [pid = 0] of backends) kill(pid);
}

/**
 * @typedef {{ key: string, drafts: object[] }} Request
 * @typedef {{ kills: number, byTarget: { process: number, database: number, both: number }, acknowledged: number, unanswered: number, entries: number, problems: string[] }} Result
 */

/** What the parent knows: everything acknowledged, and the one request whose answer never came. */
class Book {
  /** @type {Map<string, string[]>} */ acknowledged = new Map();
  /** @type {string[]} */ problems = [];
  /** @type {Request | undefined} */ open;
  /** The database that may be running without its writer; 0 where it was stopped. */
  postmaster = 0;

  /** @param {any} message */
  hear(message) {
    if (message.asked) this.open = message.asked;
    if (message.acknowledged) {
      if (this.acknowledged.has(message.acknowledged))
        this.problems.push(`Request ${message.acknowledged} was acknowledged twice.`);
      this.acknowledged.set(message.acknowledged, message.ids);
      if (this.open?.key === message.acknowledged) this.open = undefined;
    }
  }
}

/** One life of the writer, ended by a kill. @param {string} dataDir @param {number} round @param {Book} book @param {() => number} chance @returns {Promise<"process" | "database" | "both">} */
async function oneLife(dataDir, round, book, chance) {
  const roll = chance();
  const target = roll < 0.45 ? "process" : roll < 0.8 ? "database" : "both";
  // One in eight is killed while it is still opening; the others somewhere in their writing.
  const early = round > 0 && chance() < 0.125;
  const delay = chance() * (early ? 400 : 250);
  const child = fork(WRITER, [dataDir, String(round)], {
    execArgv: [],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  child.on("error", () => undefined);
  let postmaster = 0;
  const closed = new Promise((resolve) => child.once("close", resolve));
  const ready = new Promise((resolve) => {
    child.on("message", (/** @type {any} */ message) => {
      book.hear(message);
      if (message.database) book.postmaster = postmaster = message.database.pid;
      if (message.ended && !killed) book.problems.push(`The writer ended by itself: ${message.ended}.`);
      if (message.ready) resolve(true);
    });
    void closed.then(() => resolve(false));
  });
  let killed = false;
  child.send({ unanswered: book.open }, () => undefined);
  if (!early) {
    const patience = pause(PATIENCE, "late", { ref: false });
    if ((await Promise.race([ready, patience])) === "late")
      book.problems.push(`The writer was not ready within ${PATIENCE / 1000} seconds.`);
  }
  await pause(delay);
  killed = true;
  if (target !== "process" && postmaster > 0) killDatabase(postmaster);
  if (target !== "database" || postmaster === 0) kill(child.pid ?? 0);
  // A writer whose database was killed ends by itself; one that hangs instead is ended, and reported.
  const hung = await Promise.race([closed.then(() => false), pause(30_000, true, { ref: false })]);
  if (hung) {
    book.problems.push("The writer hung after its database was killed.");
    kill(child.pid ?? 0);
    await closed;
  }
  return target;
}

/** Opens what is left and compares; `ledger` is the built package. @param {any} ledger @param {string} dataDir @param {Book} book @param {boolean} whole @returns {Promise<number>} */
async function compare(ledger, dataDir, book, whole) {
  const { kinds } = await import("./kinds.mjs");
  const { default: pg } = await import("pg");
  const database = await ledger.openEmbedded({ dataDir, mode: "own", purpose: "the torture's auditor" });
  const client = new pg.Client({ connectionString: database.adminUrl });
  await client.connect();
  const ask = async (/** @type {string} */ text, /** @type {unknown[]} */ values = []) =>
    (await client.query(text, values)).rows;
  try {
    const secrets = await ledger.openSecrets(`${dataDir}/keys`);
    const gate = { decide: () => undefined, audit: async () => undefined };
    const opened = await ledger.openLedger({ url: database.adminUrl, secrets, kinds, gate, timeZone: "UTC" });
    if (book.open) {
      const again = await opened.append(
        { id: "torture", agency: "test", labels: [1] },
        book.open.drafts,
        book.open.key,
      );
      book.hear({
        acknowledged: book.open.key,
        ids: again.entries.map((/** @type {{ id: string }} */ { id }) => id),
      });
    }
    const [{ size, entries, bodies, rows }] =
      await ask(`select (select size from ledger.head)::int as size, (select count(*) from ledger.entry)::int as entries,
      (select count(*) from ledger.body)::int as bodies, (select count(*) from docket.blow)::int as rows`);
    if (new Set([size, entries, bodies, rows]).size !== 1)
      book.problems.push(`Half applied: head ${size}, entries ${entries}, bodies ${bodies}, rows ${rows}.`);
    const [{ last }] = await ask("select coalesce(max(seq) + 1, 0)::int as last from ledger.entry");
    if (last !== entries) book.problems.push(`Positions have gaps: ${entries} entries up to ${last}.`);
    for (const { request, found, wanted } of await ask(
      "select request, count(*)::int as found, max(of_all) as wanted from docket.blow group by request having count(*) <> max(of_all)",
    )) {
      book.problems.push(`Request ${request} stands with ${found} of ${wanted} entries.`);
    }
    const standing = new Map(
      (await ask("select request, array_agg(entry::text) as ids from docket.blow group by request")).map(
        ({ request, ids }) => [request, new Set(ids)],
      ),
    );
    for (const [key, ids] of book.acknowledged) {
      const found = standing.get(key);
      if (!found || found.size !== ids.length || !ids.every((id) => found.has(id)))
        book.problems.push(`Request ${key} was acknowledged and does not stand as it was.`);
    }
    for (const key of standing.keys())
      if (!book.acknowledged.has(key))
        book.problems.push(`Request ${key} stands, though nobody was told and nobody asked again.`);
    const verification = await opened.verify();
    for (const { seq, problem } of verification.problems.slice(0, 5))
      book.problems.push(`Verification, at ${seq}: ${problem}.`);
    if (whole) {
      const rebuilt = await opened.rebuild();
      if (!rebuilt.identical) book.problems.push(`The rebuild differs in ${rebuilt.changed.join(", ")}.`);
    }
    await opened.close();
    return entries;
  } finally {
    await client.end();
    await database.stop();
    book.postmaster = 0;
  }
}

/** Kills `kills` times and tells what was lost. Needs the built package. @param {{ kills: number, seed: number, say?: (line: string) => void }} options @returns {Promise<Result>} */
export async function torture({ kills, seed, say = () => undefined }) {
  if (!existsSync(DIST)) throw new Error("The ledger is not built; run `npm run build` first.");
  const ledger = await import(DIST);
  const home = mkdtempSync(join(tmpdir(), "joint-docket-torture-"));
  // The embedded server may run under an account of its own, which has to pass through.
  chmodSync(home, 0o711);
  const dataDir = join(home, "data");
  const chance = random(seed);
  const book = new Book();
  const byTarget = { process: 0, database: 0, both: 0 };
  let unanswered = 0;
  let entries = 0;
  const every = Math.max(10, Math.round(kills / 20));
  try {
    for (let round = 0; round < kills && book.problems.length === 0; round++) {
      byTarget[await oneLife(dataDir, round, book, chance)] += 1;
      if (book.open) unanswered += 1;
      if ((round + 1) % every === 0 || round + 1 === kills) {
        entries = await compare(ledger, dataDir, book, round + 1 === kills);
        say(
          `${round + 1} of ${kills} kills: ${entries} entries stand, ${book.acknowledged.size} requests acknowledged, ${book.problems.length} problems.`,
        );
      }
    }
    return {
      kills: byTarget.process + byTarget.database + byTarget.both,
      byTarget,
      acknowledged: book.acknowledged.size,
      unanswered,
      entries,
      problems: book.problems,
    };
  } finally {
    if (book.postmaster > 0) killDatabase(book.postmaster);
    rmSync(home, { recursive: true, force: true });
  }
}
