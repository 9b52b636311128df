/**
 * What an installation remembers of its ledger outside the database: the largest checkpoint it signed, and whose older
 * checkpoints it took over. Whoever holds the database alone can rewrite what stands in it, but not this.
 */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { writeDurably } from "./durable.ts";
import { parseCheckpoint, parseVerifierKey, type TreeHead, verifyNote } from "./proof/note.ts";
import { defineRefusal } from "./refusal.ts";

export const memoryUnreadable = defineRefusal<{ file: string }>({
  code: "memory-unreadable",
  status: 500,
  en: {
    sentence: ({ file }) => `What this installation remembers of its ledger, in ${file}, is damaged.`,
    remedy: () =>
      "Restore the file from your backup of the data directory, then run `jd verify`; without it only a witness knows what was signed.",
  },
  es: {
    sentence: ({ file }) => `Lo que esta instalación recuerda de su registro, en ${file}, está dañado.`,
    remedy: () =>
      "Restaure el archivo desde su copia del directorio de datos y ejecute `jd verify`; sin él, solo un testigo sabe qué se firmó.",
  },
});

const FOLDER = "pinned";

function nameOf(origin: string): string {
  return origin.replaceAll(/[^A-Za-z0-9-]/g, "_");
}

/** Where the largest checkpoint of a ledger stands. */
export function fileOfSigned(directory: string, origin: string): string {
  return join(directory, FOLDER, `${nameOf(origin)}.note`);
}

function fileOfKeys(directory: string, origin: string): string {
  return join(directory, FOLDER, `${nameOf(origin)}.keys`);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw memoryUnreadable({ file }, error);
  }
}

function write(directory: string, name: string, text: string): void {
  mkdirSync(join(directory, FOLDER), { recursive: true, mode: 0o700 });
  writeDurably(join(directory, FOLDER), name, text, 0o600);
}

/** The largest checkpoint signed here with this key, if any. Refuses `memory-unreadable`. */
export function lastSigned(directory: string, origin: string, verifierKey: string): TreeHead | undefined {
  const file = fileOfSigned(directory, origin);
  const note = read(file);
  if (note === undefined) return undefined;
  try {
    const said = parseCheckpoint(note);
    if (said.origin === origin && verifyNote(note, [verifierKey]).length > 0) return said;
  } catch (error) {
    throw memoryUnreadable({ file }, error);
  }
  throw memoryUnreadable({ file });
}

/** Keeps a checkpoint's note, unless one of more entries is kept. */
export function keepSigned(
  directory: string,
  origin: string,
  verifierKey: string,
  { size, note }: { readonly size: number; readonly note: string },
): void {
  if ((lastSigned(directory, origin, verifierKey)?.size ?? -1) < size)
    write(directory, `${nameOf(origin)}.note`, note);
}

/**
 * The keys of other installations whose checkpoints are held for good, because they came with a restored ledger.
 * Refuses `memory-unreadable`.
 */
export function trustedKeys(directory: string, origin: string): string[] {
  const file = fileOfKeys(directory, origin);
  const keys = (read(file) ?? "").split("\n").filter(Boolean);
  try {
    for (const key of keys) parseVerifierKey(key);
  } catch (error) {
    throw memoryUnreadable({ file }, error);
  }
  return keys;
}

export function trustKeys(directory: string, origin: string, keys: readonly string[]): void {
  const all = [...new Set([...trustedKeys(directory, origin), ...keys])];
  write(directory, `${nameOf(origin)}.keys`, `${all.join("\n")}\n`);
}
