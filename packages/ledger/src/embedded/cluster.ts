/** Creates the PostgreSQL cluster whole or not at all: it is built aside and renamed into place. */
import { randomBytes } from "node:crypto";
import { chown, readdir, rename, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { type Account, privateDirectory, runAs } from "./account.ts";
import type { Binaries } from "./binaries.ts";
import { type Layout, settle } from "./layout.ts";
import { running } from "./postmaster-file.ts";
import { dataDirectoryFull, embeddedCreateFailed, fileTrouble, saysFull } from "./refusals.ts";

export const SUPERUSER = "jd_admin";

/**
 * Starting values that an administrator may change in postgresql.conf afterwards.
 * One agency's record on one machine: little memory at rest, long quiet checkpoints for bulk loads.
 */
const TUNING = {
  max_connections: "40",
  shared_buffers: "128MB",
  effective_cache_size: "512MB",
  work_mem: "8MB",
  maintenance_work_mem: "128MB",
  jit: "off",
  // These builds compress by pglz alone, which takes longer over a page than writing it whole: batches were 3.5 times slower.
  wal_compression: "off",
  wal_buffers: "16MB",
  min_wal_size: "128MB",
  max_wal_size: "2GB",
  checkpoint_timeout: "15min",
  random_page_cost: "1.1",
  max_logical_replication_workers: "0",
  timezone: "UTC",
  log_timezone: "UTC",
};

/**
 * Text compares byte by byte under the built-in C.UTF-8 provider: the order of an index never changes with an
 * operating system's or ICU's upgrade, and rebuilds are identical on every machine. Screens that sort for people
 * name an ICU collation. LC_CTYPE is UTF-8 where the system has it, or pg_trgm would not see ñ as a letter.
 */
function locale(ctype: string): string[] {
  return [
    "--encoding=UTF8",
    "--locale=C",
    `--lc-ctype=${ctype}`,
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
  ];
}

const CTYPES: readonly string[] =
  process.platform === "win32"
    ? ["C"]
    : process.platform === "darwin"
      ? ["en_US.UTF-8", "C"]
      : ["C.UTF-8", "C"];

async function initdb(
  programs: Binaries,
  account: Account,
  draft: string,
  password: string,
): Promise<string> {
  const secret = join(draft, "password");
  await writeFile(secret, password, { mode: 0o600 });
  if (account.ids !== undefined) await chown(secret, account.ids.uid, account.ids.gid);
  const target = join(draft, "cluster");
  const settings = Object.entries(TUNING).flatMap(([name, value]) => ["--set", `${name}=${value}`]);
  const fixed = [
    "-D",
    target,
    "-U",
    SUPERUSER,
    `--pwfile=${secret}`,
    "--auth=scram-sha-256",
    "--data-checksums",
  ];
  let output = "";
  for (const ctype of CTYPES) {
    const done = await runAs(
      account,
      programs.initdb,
      [...fixed, "--no-instructions", ...locale(ctype), ...settings],
      draft,
    );
    if (done.code === 0) return target;
    output = done.output;
    if (!/invalid locale name|locale/i.test(output)) break;
  }
  throw new Error(output.trim().split("\n").slice(-12).join("\n"));
}

/**
 * Creates the cluster unless another process was first.
 * @throws embedded-create-failed, data-directory-full, data-directory-unwritable
 */
export async function createCluster(
  place: Layout,
  programs: Binaries,
  account: Account,
  password: string,
): Promise<void> {
  const directory = place.dataDir;
  const draft = `${place.cluster}.new-${process.pid}-${randomBytes(4).toString("hex")}`;
  try {
    await privateDirectory(draft, account);
    const made = await initdb(programs, account, draft, password).catch((cause: Error) => {
      throw saysFull(cause.message)
        ? dataDirectoryFull({ directory }, cause)
        : embeddedCreateFailed({ directory }, cause);
    });
    await rename(made, place.cluster).catch((error: NodeJS.ErrnoException) => {
      if (!["ENOTEMPTY", "EEXIST", "EPERM"].includes(error.code ?? "")) throw error;
    });
    await settle(directory);
  } catch (error) {
    throw fileTrouble(directory, error);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

/** Removes what creations of killed processes left behind. */
export async function clearDrafts(place: Layout): Promise<void> {
  const prefix = `${basename(place.cluster)}.new-`;
  for (const name of await readdir(place.dataDir)) {
    if (!name.startsWith(prefix)) continue;
    if (await running(Number.parseInt(name.slice(prefix.length), 10))) continue;
    // An initdb that outlived its parent may still write there; the next arrival clears what this one cannot.
    await rm(join(place.dataDir, name), { recursive: true, force: true }).catch(() => undefined);
  }
}
