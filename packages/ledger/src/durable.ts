/** Files that must survive a power failure: keys, and what was once signed or seen. */
import {
  closeSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { randomBytes } from "node:crypto";
import { dirname, join } from "node:path";

function writeThrough(path: string, text: string, mode: number): void {
  const handle = openSync(path, "w", mode);
  try {
    writeFileSync(handle, text);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Makes a new or renamed name in a directory last. */
export function fsyncDirectory(directory: string): void {
  // Windows has no such call; there a rename is as durable as the file system makes it.
  if (process.platform === "win32") return;
  const handle = openSync(directory, "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Replaces a file so that a crash leaves either the old or the new one, whole. */
export function writeDurably(directory: string, name: string, text: string, mode = 0o644): void {
  const temporary = join(directory, `${name}.new`);
  writeThrough(temporary, text, mode);
  renameSync(temporary, join(directory, name));
  fsyncDirectory(directory);
}

/**
 * Makes a file that its owner alone may read, where there is none, and gives back what then stands there: of two
 * processes that make it at once, one wins and both read its text.
 */
export function makeOnce(path: string, text: string): string {
  const draft = `${path}.${process.pid}.${randomBytes(4).toString("hex")}`;
  writeThrough(draft, text, 0o600);
  try {
    linkSync(draft, path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  } finally {
    unlinkSync(draft);
  }
  fsyncDirectory(dirname(path));
  return readFileSync(path, "utf8");
}
