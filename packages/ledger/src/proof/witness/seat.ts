/** One witness per directory: two that share one could each cosign a history of its own. */
import { createPrivateKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { join, resolve } from "node:path";
import { witnessDirectoryInUse, witnessStateUnreadable } from "../refusals.ts";
import { writeDurably } from "../../durable.ts";

const taken = new Set<string>();

function lives(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/** Takes the directory until the returned function is called. Throws the refusal `witness-directory-in-use`. */
export function takeSeat(directory: string): () => void {
  const file = join(resolve(directory), "witness.pid");
  if (existsSync(file)) {
    const pid = Number(readFileSync(file, "utf8"));
    // Our own number in a file we did not write is left over: in a container every start has the same number.
    const inUse = pid === process.pid ? taken.has(file) : Number.isSafeInteger(pid) && pid > 0 && lives(pid);
    if (inUse) throw witnessDirectoryInUse({ directory, pid: String(pid), file });
    rmSync(file);
  }
  const handle = openSync(file, "wx");
  writeSync(handle, `${process.pid}\n`);
  closeSync(handle);
  taken.add(file);
  return () => {
    taken.delete(file);
    rmSync(file, { force: true });
  };
}

/** The witness's own key, made on first use; readable by its owner alone. */
export function witnessKey(directory: string): KeyObject {
  const name = "witness-key.pem";
  const file = join(directory, name);
  if (!existsSync(file)) {
    const { privateKey } = generateKeyPairSync("ed25519");
    writeDurably(directory, name, privateKey.export({ type: "pkcs8", format: "pem" }) as string, 0o600);
    return privateKey;
  }
  try {
    return createPrivateKey(readFileSync(file));
  } catch (error) {
    throw witnessStateUnreadable({ file }, error);
  }
}
