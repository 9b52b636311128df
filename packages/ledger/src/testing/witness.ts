/** Starts a witness in a second process and reads what it kept, for tests of what only a witness can find. */
import { fork } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readWitnessFile } from "../proof/index.ts";
import type { WitnessAddress } from "../checkpoints.ts";
import type { Witnessed } from "../verify.ts";

export interface WitnessProcess {
  readonly address: WitnessAddress;
  readonly directory: string;
  /** What its file says it cosigned. */
  seen(): Witnessed[];
  /** Ends the process and takes its directory away. */
  stop(): Promise<void>;
}

export async function witnessProcess(trusted: readonly string[]): Promise<WitnessProcess> {
  const directory = mkdtempSync(join(tmpdir(), "joint-docket-witness-"));
  const child = fork(new URL("./witness-process.mjs", import.meta.url), [directory, ...trusted], {
    execArgv: [],
  });
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const address = await new Promise<WitnessAddress>((resolve, reject) => {
    child.once("message", (told) => resolve(told as WitnessAddress));
    child.once("exit", (code) => reject(new Error(`The witness ended with ${code}.`)));
  });
  const file = join(directory, "checkpoints.txt");
  return {
    address,
    directory,
    seen: () => (existsSync(file) ? readWitnessFile(readFileSync(file, "utf8")) : []),
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
      rmSync(directory, { recursive: true, force: true });
    },
  };
}
