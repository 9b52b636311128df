/** Where things stand in a data directory, and which versions of it this product may open. */
import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, stat, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { z } from "zod";
import { makeOnce } from "../durable.ts";
import {
  dataDirectoryDamaged,
  dataDirectoryNewer,
  dataDirectoryOtherVersion,
  dataDirectoryPassword,
  fileTrouble,
} from "./refusals.ts";

/** Raised when a data directory written by this product can no longer be opened by an earlier one. */
const FORMAT = 1;

export interface Layout {
  readonly dataDir: string;
  /** The PostgreSQL cluster. */
  readonly cluster: string;
  readonly log: string;
  readonly secrets: string;
  readonly password: string;
  readonly version: string;
}

export function layout(dataDir: string): Layout {
  const secrets = join(dataDir, "secrets");
  return {
    dataDir,
    cluster: join(dataDir, "postgres"),
    log: join(dataDir, "postgres.log"),
    secrets,
    password: join(secrets, "postgres-password"),
    version: join(dataDir, "VERSION"),
  };
}

async function text(path: string): Promise<string | undefined> {
  return readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Whether a cluster stands here that PostgreSQL `major` may open. Reads only.
 * @throws data-directory-newer, data-directory-other-version, data-directory-damaged
 */
export async function inspect(place: Layout, major: number): Promise<"empty" | "present"> {
  const directory = place.dataDir;
  const written = await text(place.version).catch((error: unknown) => {
    throw fileTrouble(directory, error);
  });
  if (written !== undefined) {
    const format = z.object({ format: z.number() }).safeParse(parsed(written));
    if (!format.success) throw dataDirectoryDamaged({ directory, file: "VERSION" }, format.error);
    if (format.data.format > FORMAT)
      throw dataDirectoryNewer({
        directory,
        found: `format ${format.data.format}`,
        known: `format ${FORMAT}`,
      });
  }
  if (!(await exists(place.cluster))) {
    // A directory that says it was in use but lost its database must not be started over in silence.
    if (written !== undefined) throw dataDirectoryDamaged({ directory, file: "postgres" });
    return "empty";
  }
  const found = await readFile(join(place.cluster, "PG_VERSION"), "utf8").catch(
    (error: NodeJS.ErrnoException) => {
      // Another account's cluster is closed to us; who it belongs to is said where the account is chosen.
      if (error.code === "EACCES") return String(major);
      throw dataDirectoryDamaged({ directory, file: "postgres/PG_VERSION" }, error);
    },
  );
  if (Number(found) > major)
    throw dataDirectoryNewer({
      directory,
      found: `PostgreSQL ${found.trim()}`,
      known: `PostgreSQL ${major}`,
    });
  if (Number(found) !== major)
    throw dataDirectoryOtherVersion({ directory, found: found.trim(), known: String(major) });
  return "present";
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** Makes a renamed file or directory last through a power failure, where directories can be synced. */
export async function settle(directory: string): Promise<void> {
  if (process.platform === "win32") return;
  const handle = await open(directory, "r");
  await handle.sync().finally(() => handle.close());
}

/** Notes which version made this directory; an existing note stays. */
export async function markVersion(place: Layout, major: number): Promise<void> {
  if (await exists(place.version)) return;
  const { version } = createRequire(import.meta.url)("../../package.json") as { version: string };
  const draft = `${place.version}.${process.pid}`;
  await writeFile(draft, `${JSON.stringify({ format: FORMAT, postgres: major, product: version })}\n`);
  await rename(draft, place.version);
  await settle(place.dataDir);
}

/**
 * The superuser's password of this cluster: made on first use, the same for every process.
 * @throws data-directory-password where a cluster stands but its password is gone.
 */
export async function superuserPassword(place: Layout, state: "empty" | "present"): Promise<string> {
  const directory = place.dataDir;
  const known = await text(place.password).catch((error: unknown) => {
    throw dataDirectoryPassword({ directory, file: place.password }, error);
  });
  if (known !== undefined) return known.trim();
  if (state === "present") throw dataDirectoryPassword({ directory, file: place.password });
  await mkdir(place.secrets, { recursive: true, mode: 0o700 });
  await chmod(place.secrets, 0o700);
  return makeOnce(place.password, randomBytes(24).toString("hex")).trim();
}
