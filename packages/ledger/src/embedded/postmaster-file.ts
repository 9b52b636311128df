/** Reads what PostgreSQL says of itself in postmaster.pid, and whether anybody still stands behind it. */
import { execFile } from "node:child_process";
import { readdir, readFile, readlink, realpath, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

export type Sighting =
  /** Nobody serves the cluster. */
  | { readonly state: "none" }
  | { readonly state: "starting" | "stopping"; readonly pid: number }
  | { readonly state: "ready"; readonly pid: number; readonly port: number };

const run = promisify(execFile);

function pidFile(cluster: string): string {
  return join(cluster, "postmaster.pid");
}

/** True while the process exists and has not ended; a dead child that nobody has buried does not count. */
export async function running(pid: number): Promise<boolean> {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EPERM") return false;
  }
  if (process.platform !== "linux") return true;
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return !/^\d+ \(.*\) [ZX]/s.test(status);
}

/** Whether `pid` is PostgreSQL at work in this cluster, since a restart of the machine gives old numbers to strangers. */
async function servesHere(pid: number, cluster: string): Promise<boolean> {
  if (process.platform === "linux") {
    const cwd = await readlink(`/proc/${pid}/cwd`).catch(() => undefined);
    // Another account's process keeps its folder to itself; then the name has to do.
    if (cwd !== undefined) return cwd === (await realpath(cluster));
    return (await readFile(`/proc/${pid}/comm`, "utf8").catch(() => "")).startsWith("postgres");
  }
  const [command, args] =
    process.platform === "win32"
      ? (["tasklist", ["/FI", `PID eq ${pid}`, "/FO", "CSV", "/NH"]] as const)
      : (["ps", ["-o", "command=", "-p", String(pid)]] as const);
  const { stdout } = await run(command, [...args]).catch(() => ({ stdout: "" }));
  return stdout.includes("postgres");
}

/** Takes away a pid file whose process is gone. PostgreSQL itself would stop at a number that a stranger now has. */
async function retire(cluster: string, seen: string): Promise<void> {
  const aside = `${pidFile(cluster)}.stale-${process.pid}`;
  try {
    await rename(pidFile(cluster), aside);
    // A new postmaster may have written its own between our look and our hand: give it back.
    if ((await readFile(aside, "utf8")) !== seen) await rename(aside, pidFile(cluster));
    else await rm(aside);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ENOENT") throw error;
  }
}

/** An empty pid file is a start under way, or what a crash on a full disk left; only its age tells. */
async function fresh(cluster: string): Promise<boolean> {
  const found = await stat(pidFile(cluster)).catch(() => undefined);
  return found !== undefined && Date.now() - found.mtimeMs < 10_000;
}

/** What stands in the cluster right now; a stale pid file is removed on the way. */
export async function sight(cluster: string): Promise<Sighting> {
  const text = await readFile(pidFile(cluster), "utf8").catch(() => undefined);
  // The file exists for a moment before its first line does.
  if (text === undefined) return { state: "none" };
  const lines = text.split("\n").map((line) => line.trim());
  // A negative number is PostgreSQL in single-user mode: somebody is repairing.
  const pid = Math.abs(Number(lines[0] ?? ""));
  if (pid === 0 && (await fresh(cluster))) return { state: "starting", pid };
  if (!(await running(pid)) || !(await servesHere(pid, cluster))) {
    await retire(cluster, text);
    return { state: "none" };
  }
  const status = lines[7] ?? "";
  const port = Number(lines[3] ?? "");
  if (status === "stopping") return { state: "stopping", pid };
  if (status === "ready" && port > 0) return { state: "ready", pid, port };
  return { state: "starting", pid };
}

/** Processes of a dead postmaster that still work in the cluster (seen on Linux only; elsewhere they end by themselves). */
export async function leftovers(cluster: string): Promise<number[]> {
  if (process.platform !== "linux") return [];
  const home = await realpath(cluster);
  const found: number[] = [];
  for (const name of await readdir("/proc")) {
    if (!/^\d+$/.test(name)) continue;
    const cwd = await readlink(`/proc/${name}/cwd`).catch(() => undefined);
    const comm = await readFile(`/proc/${name}/comm`, "utf8").catch(() => "");
    if (cwd === home && comm.startsWith("postgres")) found.push(Number(name));
  }
  return found;
}
