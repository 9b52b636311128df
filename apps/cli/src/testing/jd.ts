/** Runs the built `jd` as a process of its own, in a folder of its own, as a person at a terminal or a script would. */
import { type ChildProcess, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const PROGRAM = fileURLToPath(new URL("../../bin/jd.js", import.meta.url));
const BUILT = fileURLToPath(new URL("../../dist/main.js", import.meta.url));

export interface Ran {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
  /** Standard output read as JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  readonly json: any;
}

export interface Running {
  readonly child: ChildProcess;
  readonly ended: Promise<Ran>;
  /** Resolves when standard output holds this; fails where the process ends before. */
  says(words: RegExp): Promise<RegExpExecArray>;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A folder to work in, with the settings its commands run under. */
export class Bench {
  readonly folder = mkdtempSync(join(tmpdir(), "joint-docket-jd-"));
  readonly #env: NodeJS.ProcessEnv;
  readonly #running = new Set<ChildProcess>();

  constructor(env: Readonly<Record<string, string>> = {}) {
    if (!existsSync(BUILT)) throw new Error("jd is not built. Run `npm run build` first.");
    // A service account has to pass through to an embedded database inside.
    chmodSync(this.folder, 0o711);
    const kept = ["PATH", "HOME", "TMPDIR", "SystemRoot", "TEMP", "TMP"].map((name) => [
      name,
      process.env[name],
    ]);
    this.#env = {
      ...Object.fromEntries(kept.filter(([, value]) => value !== undefined)),
      JD_DATA: join(this.folder, "data"),
      JD_TIME_ZONE: "America/New_York",
      ...env,
    };
  }

  path(name: string): string {
    return join(this.folder, name);
  }

  write(name: string, content: string | Uint8Array): string {
    writeFileSync(this.path(name), content);
    return this.path(name);
  }

  read(name: string): string {
    return readFileSync(this.path(name), "utf8");
  }

  start(args: readonly string[], env: Readonly<Record<string, string | undefined>> = {}): Running {
    const child = spawn(process.execPath, [PROGRAM, ...args], {
      cwd: this.folder,
      env: { ...this.#env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    this.#running.add(child);
    let out = "";
    let err = "";
    child.stdout.setEncoding("utf8").on("data", (piece: string) => (out += piece));
    child.stderr.setEncoding("utf8").on("data", (piece: string) => (err += piece));
    const ended = new Promise<Ran>((resolve, reject) => {
      child.on("error", reject);
      child.on("close", (code, signal) => {
        this.#running.delete(child);
        resolve({ code, signal, out, err, json: parsed(out) });
      });
    });
    const says = (words: RegExp) =>
      new Promise<RegExpExecArray>((resolve, reject) => {
        const look = () => {
          const found = words.exec(out);
          if (found) resolve(found);
        };
        child.stdout.on("data", look);
        look();
        void ended.then(
          ({ code }) => reject(new Error(`It ended with ${code} before it said ${words}.\n${out}${err}`)),
          reject,
        );
      });
    return { child, ended, says };
  }

  /** Runs a command to its end. */
  jd(...args: readonly string[]): Promise<Ran> {
    return this.start(args).ended;
  }

  /** Runs a command that must end well, and gives back its answer in JSON. */
  // biome-ignore lint/suspicious/noExplicitAny: tests look into answers of every shape
  async json(...args: readonly string[]): Promise<any> {
    const { code, json, out, err } = await this.jd(...args, "--json");
    if (code !== 0 || err !== "") throw new Error(`jd ${args.join(" ")} ended with ${code}:\n${out}\n${err}`);
    return json;
  }

  async close(): Promise<void> {
    const last = [...this.#running].map(
      (child) => new Promise((resolve) => child.once("close", resolve).kill("SIGKILL")),
    );
    await Promise.all(last);
    rmSync(this.folder, { recursive: true, force: true });
  }
}
