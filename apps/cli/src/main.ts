/** `jd`: the record from the command line. */
import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { defineRefusal, diskFull, Refusal } from "@joint-docket/ledger";
import { type Config, faultOf, openInstallation, readConfig, VERSION } from "@joint-docket/server";
import { type Command, type Options, UsageError, type Work } from "./command.ts";
import { commands } from "./commands/index.ts";
import { diskIsFull } from "./disk.ts";
import { Ending } from "./ending.ts";

const COMMON = { json: { type: "boolean" }, help: { type: "boolean", short: "h" } } as const;

function overview(): string {
  const widest = Math.max(...commands.map(({ name }) => name.length));
  return [
    "jd: the record of a joint task force from the command line.",
    "",
    ...commands.map(({ name, summary }) => `  jd ${name.padEnd(widest)}  ${summary}`),
    "",
    "Each command explains itself with --help and answers in JSON with --json.",
    "Exit codes: 0 well; 1 something was refused or does not hold; 2 the command cannot be carried out.",
    "Settings: JD_DATA (data directory), DATABASE_URL (another PostgreSQL server), JD_TIME_ZONE.",
  ].join("\n");
}

function helpOf({ name, usage, summary, help = [] }: Command): string {
  return [
    `jd ${name} ${usage}`.trimEnd(),
    "",
    summary,
    ...(help.length > 0 ? ["", ...help] : []),
    "",
    "--json   answer in JSON",
    "--help   this text",
  ].join("\n");
}

function out(text: string): void {
  process.stdout.write(`${text}\n`);
}

const FILE_TROUBLE: Record<string, string> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "part of its path is no folder",
  EISDIR: "it is a folder",
  EACCES: "this account may not use it",
  EPERM: "this account may not use it",
  EROFS: "it stands on a disk that takes no writing",
  ENOSPC: "its disk is full",
  EDQUOT: "its disk is full",
  ENAMETOOLONG: "its name is too long",
  EEXIST: "something of that name is there already",
};

/** What stands in the way of a command before it begins; anything else was refused by the record. */
const BEFORE_IT_BEGINS = /^(data-directory|data-not-there|database|embedded)/;

function fail(json: boolean, code: string, message: string, remedy: string, place: object = {}): void {
  if (json) out(JSON.stringify({ code, message, remedy, ...place }));
  else process.stderr.write(`${message}\n${remedy}\n(${code})\n`);
}

/** Says what ended the command. Gives back its exit code. */
function said(error: unknown, json: boolean): number {
  if (process.env.JD_DEBUG) process.stderr.write(`${(error as Error).stack}\n`);
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (error instanceof Refusal) {
    const { code, message, remedy, field, value, status, cause } = error;
    fail(json, code, message, remedy, field === undefined ? {} : { field, value });
    if (process.env.JD_DEBUG)
      process.stderr.write(`${String((cause as Error | undefined)?.stack ?? cause)}\n`);
    return status < 500 && !BEFORE_IT_BEGINS.test(code) ? 1 : 2;
  }
  const { code = "", path } = error as NodeJS.ErrnoException;
  const trouble = FILE_TROUBLE[code];
  if (trouble === undefined)
    fail(
      json,
      "command-fault",
      `Something failed inside jd: ${faultOf(error)}.`,
      "Nothing is half recorded. Run it again; if it stays, report this line.",
    );
  else
    fail(
      json,
      "file-unusable",
      `The file ${path ?? ""} cannot be used: ${trouble}.`,
      "Check its name, its place and your rights to it.",
    );
  return 2;
}

const dataNotThere = defineRefusal<{ dataDir: string }>({
  code: "data-not-there",
  status: 404,
  en: {
    sentence: ({ dataDir }) => `There is no Joint Docket in ${dataDir}.`,
    remedy: () => "Check JD_DATA; `npm start` or `jd import` begins a new one.",
  },
  es: {
    sentence: ({ dataDir }) => `No hay ningún Joint Docket en ${dataDir}.`,
    remedy: () => "Revise JD_DATA; `npm start` o `jd import` empieza uno nuevo.",
  },
});

async function run(command: Command, args: string[]): Promise<number> {
  const { values, positionals } = parse(command, args);
  if (values.help) {
    out(helpOf(command));
    return 0;
  }
  // Usage begins with the words a command takes, in capitals; an option cannot be meant by a bare word.
  if (positionals.length > 0 && !/^\[?[A-Z]/.test(command.usage)) {
    process.stderr.write(
      `jd ${command.name} takes no “${positionals[0]}”.\nSee jd ${command.name} --help.\n`,
    );
    return 2;
  }
  const json = values.json === true;
  const quiet = json || !process.stderr.isTTY;
  const ending = new Ending();
  let config: Config | undefined;
  try {
    config = readConfig(process.env);
    const { dataDir, databaseUrl } = config;
    const say = (line: string) => quiet || process.stderr.write(`${line}\n`);
    const work: Work = {
      values,
      positionals,
      json,
      config,
      print: out,
      progress: (line) => quiet || process.stderr.write(`\r\u001B[K${line}`),
      stopped: () => ending.asked(),
      withInstallation: async (inside) => {
        if (!command.begins && databaseUrl === undefined && !existsSync(dataDir))
          throw dataNotThere({ dataDir });
        const opening = openInstallation(work.config, {
          purpose: `jd ${command.name}`,
          mode: "join-or-own",
          say,
        });
        ending.opens(opening);
        const installation = await opening;
        try {
          return await inside(installation);
        } finally {
          if (!quiet) process.stderr.write("\r\u001B[K");
          await installation.close();
        }
      },
    };
    return await command.run(work);
  } catch (error) {
    const lost = error instanceof Refusal && error.code === "connection-lost";
    return said(lost && config && diskIsFull(config) ? diskFull({}, error) : error, json);
  }
}

/** A value may begin with a dash, as one cut in 64 does; only the name of an option is taken for one. */
function joined(args: readonly string[], options: Options): string[] {
  const isOption = (word: string) =>
    word.startsWith("--") && Object.hasOwn(options, word.slice(2).split("=")[0] ?? "");
  const words: string[] = [];
  for (const word of args) {
    const last = words.at(-1) ?? "";
    const waits = last.startsWith("--") && options[last.slice(2)]?.type === "string";
    if (waits && word.startsWith("-") && !isOption(word)) words[words.length - 1] = `${last}=${word}`;
    else words.push(word);
  }
  return words;
}

function parse(command: Command, args: string[]) {
  const options = { ...command.options, ...COMMON };
  try {
    return parseArgs({ args: joined(args, options), options, allowPositionals: true }) as {
      values: Work["values"];
      positionals: string[];
    };
  } catch (error) {
    // Node's own sentence ends in advice on quoting that helps nobody here.
    const [sentence] = (error as Error).message.split(". ");
    process.stderr.write(`${sentence?.replace(/\.$/, "")}.\nSee jd ${command.name} --help.\n`);
    process.exit(2);
  }
}

async function main(): Promise<number> {
  const [name, ...args] = process.argv.slice(2);
  if (name === undefined || name === "--help" || name === "-h" || name === "help") {
    out(overview());
    return name === undefined ? 2 : 0;
  }
  if (name === "--version") {
    out(VERSION);
    return 0;
  }
  const command = commands.find((one) => one.name === name);
  if (!command) {
    process.stderr.write(
      `There is no command “${name}”. The commands are ${commands.map((one) => one.name).join(", ")}.\n`,
    );
    return 2;
  }
  return run(command, args);
}

// A promise that nobody waits for must end in a sentence as well.
process.on("uncaughtException", (error) => process.exit(said(error, false)));
// A reader that closes early (jd cases | head) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
process.exitCode = await main();
