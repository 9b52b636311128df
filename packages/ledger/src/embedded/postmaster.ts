/** Starts and stops the postmaster so that it outlives a terminal's Ctrl-C but never our orderly stop. */
import { spawn } from "node:child_process";
import { open, readFile, rename, stat, statfs } from "node:fs/promises";
import { createServer } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { type Account, environment, runAs } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import type { Layout } from "./layout.ts";
import { leftovers, running, sight } from "./postmaster-file.ts";
import { dataDirectoryFull, embeddedStartFailed, saysFull } from "./refusals.ts";

export interface Ground {
  readonly place: Layout;
  readonly programs: Binaries;
  readonly account: Account;
  readonly say: (line: string) => void;
}

/** How a start ended: with a ready server, or because somebody else already stands there. */
export type Start = "ready" | "beaten";

const LOG_LIMIT = 16 * 1024 * 1024;
const STOP_PATIENCE = 60_000;
const LEFTOVER_PATIENCE = 60_000;

/** What must hold whatever postgresql.conf says. */
function settings(port: number): string[] {
  const fixed = {
    port: String(port),
    listen_addresses: "127.0.0.1",
    // Socket paths are limited to about 100 bytes, and data directories are not.
    unix_socket_directories: "",
    fsync: "on",
    full_page_writes: "on",
    password_encryption: "scram-sha-256",
    logging_collector: "off",
    log_destination: "stderr",
    log_line_prefix: "%m [%p] ",
    // The log must never hold what the record holds: no statements, no parameters, no values of keys.
    log_statement: "none",
    log_min_error_statement: "panic",
    log_min_duration_statement: "-1",
    log_parameter_max_length: "0",
    log_parameter_max_length_on_error: "0",
    log_error_verbosity: "terse",
  };
  return Object.entries(fixed).flatMap(([name, value]) => ["-c", `${name}=${value}`]);
}

/** A port free at this moment; another program may still be quicker, so a start retries. */
function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once("error", reject).listen(0, "127.0.0.1", () => {
      const address = probe.address();
      const port = typeof address === "object" && address !== null ? address.port : 0;
      probe.close(() => resolve(port));
    });
  });
}

async function openLog(place: Layout, { ids }: Account) {
  const size = await stat(place.log).then(
    (found) => found.size,
    () => 0,
  );
  if (size > LOG_LIMIT) await rename(place.log, `${place.log}.1`);
  const handle = await open(place.log, "a", 0o600);
  // Root's visit must not leave a log that the cluster's own account cannot open.
  if (ids !== undefined) await handle.chown(ids.uid, ids.gid);
  return { handle, from: size > LOG_LIMIT ? 0 : size };
}

/** The last lines PostgreSQL wrote since `from` (bytes). */
async function logTail(place: Layout, from: number): Promise<string> {
  const written = (await readFile(place.log).catch(() => Buffer.alloc(0))).subarray(from).toString("utf8");
  return written.trim().split("\n").slice(-20).join("\n");
}

interface Launch {
  readonly pid: number | undefined;
  /** Settles when the process has ended; with the error where it never began. */
  readonly ended: Promise<Error | undefined>;
  readonly from: number;
}

async function launch({ place, programs, account }: Ground, port: number): Promise<Launch> {
  const { handle, from } = await openLog(place, account);
  try {
    const args = ["-D", place.cluster, ...settings(port)];
    const [command = programs.postgres, ...rest] = [...account.before, programs.postgres, ...args];
    const child = spawn(command, rest, {
      ...account.ids,
      cwd: place.dataDir,
      env: environment(),
      // A session of its own: the terminal's Ctrl-C goes to us alone, and we stop it in order.
      detached: true,
      stdio: ["ignore", handle.fd, handle.fd],
      windowsHide: true,
    });
    child.unref();
    const ended = new Promise<Error | undefined>((resolve) => {
      child.once("error", resolve).once("exit", () => resolve(undefined));
    });
    return { pid: child.pid, ended, from };
  } finally {
    await handle.close();
  }
}

/** Waits until the launched server is ready or has ended. */
async function outcome(ground: Ground, launched: Launch): Promise<"ready" | "ended"> {
  let over = false;
  const ended = launched.ended.finally(() => {
    over = true;
  });
  let spoke = Date.now();
  // No limit: recovery after a crash takes what it takes, and ending it would only make it start over.
  for (;;) {
    const seen = await sight(ground.place.cluster);
    if (seen.state === "ready" && seen.pid === launched.pid) return "ready";
    if (over) return "ended";
    if (Date.now() - spoke > 5_000) {
      ground.say("The embedded database is recovering from its last stop; this may take a while …");
      spoke = Date.now();
    }
    await Promise.race([pause(25), ended]);
  }
}

/** What a server that ended said, as a decision. */
function verdict(tail: string): "beaten" | "port" | "leftovers" | "failed" {
  if (/lock file "postmaster\.pid" (already exists|is empty)/.test(tail)) return "beaten";
  if (/Address already in use|could not create any TCP\/IP sockets/.test(tail)) return "port";
  if (/pre-existing shared memory block/.test(tail)) return "leftovers";
  return "failed";
}

/** Backends of a killed postmaster end at their next pause; those that do not are told what it would have told them. */
async function clearLeftovers(cluster: string): Promise<void> {
  await pause(500);
  for (const pid of await leftovers(cluster)) {
    try {
      process.kill(pid, "SIGQUIT");
    } catch {
      // It ended on its own in the meantime.
    }
  }
}

/** Less than one more file of its log of changes, and a database cannot start. */
const LEAST_ROOM = 16 * 1024 * 1024;

/** Its words stand on the same disk, and a full one may have lost those that say so. */
async function hasNoRoom(directory: string): Promise<boolean> {
  const { bavail, bsize } = await statfs(directory);
  return bavail * bsize < LEAST_ROOM;
}

/**
 * Starts PostgreSQL on the cluster and waits until it takes connections.
 * @throws embedded-start-failed, data-directory-full; the cause is the end of PostgreSQL's log.
 */
export async function startPostmaster(ground: Ground, nextPort = freePort): Promise<Start> {
  const directory = ground.place.dataDir;
  const began = Date.now();
  for (let ports = 0; ; ) {
    const launched = await launch(ground, await nextPort());
    if ((await outcome(ground, launched)) === "ready") return "ready";
    const tail = await logTail(ground.place, launched.from);
    const said = verdict(tail);
    if (said === "beaten") return "beaten";
    if (said === "port" && ports++ < 10) continue;
    if (said === "leftovers" && Date.now() - began < LEFTOVER_PATIENCE) {
      await clearLeftovers(ground.place.cluster);
      continue;
    }
    const cause = (await launched.ended) ?? new Error(tail || "PostgreSQL ended and wrote nothing.");
    if (saysFull(tail) || (await hasNoRoom(directory))) throw dataDirectoryFull({ directory }, cause);
    throw embeddedStartFailed({ directory, log: ground.place.log }, cause);
  }
}

/** Waits until the postmaster `pid` has left the cluster; false after `patience` milliseconds. */
async function gone(cluster: string, pid: number, patience: number): Promise<boolean> {
  const began = Date.now();
  while (Date.now() - began < patience) {
    const seen = await sight(cluster);
    if ((seen.state === "none" || seen.pid !== pid) && !(await running(pid))) return true;
    await pause(20);
  }
  return false;
}

async function signal(
  { place, programs, account }: Ground,
  pid: number,
  how: "SIGINT" | "SIGQUIT",
): Promise<void> {
  if (process.platform === "win32") {
    // Windows has no signals; pg_ctl speaks to PostgreSQL's own channel.
    const mode = how === "SIGINT" ? "fast" : "immediate";
    await runAs(account, programs.pgCtl, ["stop", "-D", place.cluster, "-m", mode, "-W"], place.dataDir);
    return;
  }
  try {
    process.kill(pid, how);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** Fast shutdown: sessions end, a last checkpoint is written, the process is gone when this returns. */
export async function stopPostmaster(ground: Ground, pid: number): Promise<void> {
  await signal(ground, pid, "SIGINT");
  if (await gone(ground.place.cluster, pid, STOP_PATIENCE)) return;
  ground.say(
    "The embedded database does not stop in order; ending it at once. Nothing acknowledged is lost.",
  );
  await signal(ground, pid, "SIGQUIT");
  await gone(ground.place.cluster, pid, STOP_PATIENCE);
}
