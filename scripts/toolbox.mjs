/** What the project's commands share: sentences on the terminal, child processes, and bringing the working copy up to date. */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

export const ROOT = fileURLToPath(new URL("../", import.meta.url));
const CACHE = join(ROOT, "node_modules", ".cache", "joint-docket");

/** @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`);
}

/** Ends with a sentence and its remedy. @param {string} sentence @param {string} remedy @returns {never} */
export function giveUp(sentence, remedy) {
  process.stderr.write(`${sentence}\n${remedy}\n`);
  process.exit(2);
}

/** Runs a program to its end. @param {string} program @param {string[]} args @param {import("node:child_process").SpawnOptions} [options] @returns {Promise<number>} */
export function run(program, args, options = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: "inherit", ...options });
    child.on("error", reject);
    child.on("close", (code, signal) => resolve(code ?? (signal ? 1 : 0)));
  });
}

/** Runs a program quietly; its words are shown only where it fails. @param {string} program @param {string[]} args @param {import("node:child_process").SpawnOptions} [options] @returns {Promise<{ code: number, output: string }>} */
export function runQuietly(program, args, options = {}) {
  return new Promise((resolve) => {
    const child = spawn(program, args, { cwd: ROOT, stdio: ["ignore", "pipe", "pipe"], ...options });
    let output = "";
    child.stdout?.on("data", (text) => (output += text));
    child.stderr?.on("data", (text) => (output += text));
    child.on("error", (error) => resolve({ code: 127, output: String(error) }));
    child.on("close", (code) => resolve({ code: code ?? 1, output }));
  });
}

/** Node's own program of a package, run by this Node. @param {string} name @param {string} file @param {string[]} args @param {import("node:child_process").SpawnOptions} [options] */
export function runTool(name, file, args, options = {}) {
  return run(process.execPath, [join(ROOT, "node_modules", name, file), ...args], options);
}

export function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  if (major < 20 || (major === 20 && minor < 19)) {
    giveUp(
      `This is Node ${process.versions.node}; Joint Docket needs 20.19 or later.`,
      "Install a newer Node from your system's packages or from nodejs.org, and run the command again.",
    );
  }
}

/** @param {string} name */
function stamp(name) {
  const path = join(CACHE, name);
  return {
    read: () => (existsSync(path) ? readFileSync(path, "utf8") : ""),
    /** @param {string} text */
    keep: (text) => {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, text);
    },
  };
}

/** Installs the packages of the lock file where they are missing or of another lock file. */
export async function install() {
  checkNode();
  const wanted = createHash("sha256")
    .update(readFileSync(join(ROOT, "package-lock.json")))
    .digest("hex");
  const kept = stamp("installed");
  if (kept.read() === wanted) return;
  say("Installing packages (once).");
  const npm = process.env.npm_execpath;
  // With devDependencies: the build needs them, whatever NODE_ENV says.
  const args = ["ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=error"];
  const code = npm?.endsWith(".js")
    ? await run(process.execPath, [npm, ...args])
    : await run(process.platform === "win32" ? "npm.cmd" : "npm", args, {
        shell: process.platform === "win32",
      });
  if (code !== 0)
    giveUp(
      "The packages could not be installed.",
      "Check the network and npm's registry setting (npm config get registry), then run the command again.",
    );
  kept.keep(wanted);
}

const SOURCES = [
  "packages",
  "apps",
  "scripts",
  "data",
  "tsconfig.base.json",
  "tsconfig.json",
  "package-lock.json",
];
const NOT_SOURCES = new Set(["node_modules", "dist", ".data"]);

/** Path, size and time of every source: quick to take, and different whenever a file was touched. @param {string} path @param {string[]} lines */
function describe(path, lines) {
  const stat = statSync(path);
  if (stat.isDirectory()) {
    for (const name of readdirSync(path).sort())
      if (!NOT_SOURCES.has(name) && !name.endsWith(".tsbuildinfo")) describe(join(path, name), lines);
  } else lines.push(`${path} ${stat.size} ${stat.mtimeMs}`);
}

function sourcesNow() {
  /** @type {string[]} */
  const lines = [];
  for (const name of SOURCES) if (existsSync(join(ROOT, name))) describe(join(ROOT, name), lines);
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Builds packages, server, command and workbench where a source changed since. */
export async function build() {
  const wanted = sourcesNow();
  const kept = stamp("built");
  const there = ["apps/web/dist/index.html", "apps/cli/dist/main.js"].every((file) =>
    existsSync(join(ROOT, file)),
  );
  if (there && kept.read() === wanted) return;
  say("Building (a minute at the most).");
  const collected = await runQuietly(process.execPath, ["packages/taskforce/src/collect-kinds.mjs"]);
  if (collected.code !== 0)
    giveUp(`The kinds could not be collected:\n${collected.output}`, "Correct the file it names.");
  const typed = await runQuietly(process.execPath, [
    join(ROOT, "node_modules/typescript/bin/tsc"),
    "-b",
    "packages/ledger",
    "packages/taskforce",
    "apps/server",
    "apps/cli",
  ]);
  if (typed.code !== 0)
    giveUp(
      `The build failed:\n${typed.output}`,
      "Correct what the compiler names, then run the command again.",
    );
  const web = await runQuietly(
    process.execPath,
    [join(ROOT, "node_modules/vite/bin/vite.js"), "build", "--logLevel", "warn"],
    { cwd: join(ROOT, "apps/web") },
  );
  if (web.code !== 0)
    giveUp(
      `The workbench could not be built:\n${web.output}`,
      "Correct what it names, then run the command again.",
    );
  const compressed = await runQuietly(process.execPath, ["apps/web/compress.mjs"]);
  if (compressed.code !== 0)
    giveUp(
      `The workbench could not be compressed:\n${compressed.output}`,
      "Free disk space, then run it again.",
    );
  kept.keep(sourcesNow());
}
