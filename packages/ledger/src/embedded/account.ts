/** Chooses the account PostgreSQL runs under: it refuses root, so root lends the work to a lesser account. */
import { spawn } from "node:child_process";
import { chown, lchown, mkdir, readdir, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { type Binaries, copyBinaries, installBinaries } from "./binaries.ts";
import type { Layout } from "./layout.ts";
import { dataDirectoryOtherAccount, rootNeedsAccount } from "./refusals.ts";

export interface Account {
  /** What stands before a program and its arguments, for instance `unshare`. */
  readonly before: readonly string[];
  /** The ids programs run under and files belong to; absent where they are our own. */
  readonly ids?: { readonly uid: number; readonly gid: number };
}

interface Outcome {
  readonly code: number | null;
  readonly output: string;
}

/** Accounts made for such work, best first; macOS spells the first with an underscore. */
const SERVICE_ACCOUNTS = ["postgres", "_postgres", "nobody"];
const OURSELVES: Account = { before: [] };
/** Any id but 0 will do: inside the namespace it stands for root outside, so files stay root's. */
const NAMESPACE: Account = { before: ["unshare", "--user", "--map-user=1000", "--"] };

/** Only what PostgreSQL needs; PG* and locale variables of the person's shell must not reach it. */
export function environment(): NodeJS.ProcessEnv {
  const kept = ["PATH", "SystemRoot", "TEMP", "TMP", "TMPDIR"].map(
    (name) => [name, process.env[name]] as const,
  );
  return { ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)), LC_ALL: "C" };
}

/** Runs a program to its end under an account; a program that cannot start has code null. */
export function runAs(
  account: Account,
  program: string,
  args: readonly string[],
  cwd: string,
): Promise<Outcome> {
  const [command = program, ...rest] = [...account.before, program, ...args];
  return new Promise((resolve) => {
    let output = "";
    const child = spawn(command, rest, {
      ...account.ids,
      cwd,
      env: environment(),
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding("utf8").on("data", (piece: string) => {
        output += piece;
      });
    child.on("error", (error) => resolve({ code: null, output: output + String(error) }));
    child.on("close", (code) => resolve({ code, output }));
  });
}

async function runs(account: Account, program: string): Promise<boolean> {
  return (await runAs(account, program, ["--version"], "/")).code === 0;
}

/** Asked of the system itself, because mode bits alone say nothing of access lists and mounts. */
async function reaches(account: Account, directory: string): Promise<boolean> {
  return (await runAs(account, "/bin/sh", ["-c", 'cd "$0"', directory], "/")).code === 0;
}

async function idsOf(name: string): Promise<Account["ids"]> {
  const [uid, gid] = await Promise.all(["-u", "-g"].map((flag) => runAs(OURSELVES, "id", [flag, name], "/")));
  if (uid?.code !== 0 || gid?.code !== 0) return undefined;
  return { uid: Number(uid.output), gid: Number(gid.output) };
}

/** A cluster stays with the account that made it, so that root's visits do not lock its people out. */
async function* candidates(place: Layout): AsyncGenerator<Account> {
  const cluster = await stat(place.cluster).catch(() => undefined);
  if (cluster?.uid === 0) yield NAMESPACE;
  if (cluster !== undefined && cluster.uid !== 0)
    yield { before: [], ids: { uid: cluster.uid, gid: cluster.gid } };
  for (const name of SERVICE_ACCOUNTS) {
    const ids = await idsOf(name);
    if (ids !== undefined && ids.uid !== 0) yield { before: [], ids };
  }
  yield NAMESPACE;
}

async function reachable(account: Account, found: Binaries, dataDir: string): Promise<Binaries | undefined> {
  if (!(await reaches(account, dataDir))) return undefined;
  if (await runs(account, found.postgres)) return found;
  // A namespace without rights of its own cannot gain from a copy, and a service account cannot from a broken program.
  if (account.ids === undefined || !(await runs(OURSELVES, found.postgres))) return undefined;
  const copy = await copyBinaries(found, dataDir);
  return (await runs(account, copy.postgres)) ? copy : undefined;
}

/** Library names are made beside the programs, or in a copy where that folder is not ours to write. */
async function completed(found: Binaries, dataDir: string): Promise<Binaries> {
  try {
    await installBinaries(found);
    return found;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "EACCES" && code !== "EROFS" && code !== "EPERM") throw error;
    return copyBinaries(found, dataDir);
  }
}

/**
 * The account to run PostgreSQL under, with programs that it can start.
 * @throws root-needs-account, data-directory-other-account
 */
export async function chooseAccount(
  place: Layout,
  installed: Binaries,
): Promise<{ account: Account; programs: Binaries }> {
  const programs = await completed(installed, place.dataDir);
  const self = process.geteuid?.();
  if (self === undefined) return { account: OURSELVES, programs };
  if (self !== 0) {
    const owner = (await stat(place.cluster).catch(() => undefined))?.uid ?? self;
    if (owner !== self) throw dataDirectoryOtherAccount({ directory: place.dataDir, owner, account: self });
    return { account: OURSELVES, programs };
  }
  for await (const account of candidates(place)) {
    const fit = await reachable(account, programs, place.dataDir);
    if (fit !== undefined) return { account, programs: fit };
  }
  throw rootNeedsAccount({ directory: place.dataDir });
}

/** A directory only the account may enter. */
export async function privateDirectory(path: string, account: Account): Promise<void> {
  await mkdir(path, { mode: 0o700 });
  if (account.ids !== undefined) await chown(path, account.ids.uid, account.ids.gid);
}

/** Gives our own cluster, and nothing else, to the account that will run it. */
export async function giveCluster(cluster: string, account: Account): Promise<void> {
  const wanted = account.ids ?? { uid: process.geteuid?.() ?? 0, gid: process.getegid?.() ?? 0 };
  if (process.geteuid?.() !== 0 || (await stat(cluster)).uid === wanted.uid) return;
  const entries = await readdir(cluster, { recursive: true, withFileTypes: true });
  for (const entry of entries) await lchown(join(entry.parentPath, entry.name), wanted.uid, wanted.gid);
  // Last, so that an interruption is seen and done again.
  await chown(cluster, wanted.uid, wanted.gid);
}

/** Makes the data directory where it is missing; others may pass through it only when root lends the work out. */
export async function makeDataDirectory(dataDir: string): Promise<void> {
  const mode = process.geteuid?.() === 0 ? 0o711 : 0o700;
  await mkdir(dirname(dataDir), { recursive: true });
  await mkdir(dataDir, { mode }).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EEXIST") throw error;
  });
}
