/** `jd`: the record from the command line. */
import { parseArgs } from "node:util";
import { Refusal } from "@joint-docket/ledger";
import { openInstallation, readConfig, VERSION } from "@joint-docket/server";
import { type Command, UsageError, type Work } from "./command.ts";
import { commands } from "./commands/index.ts";

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

function said(error: unknown, json: boolean): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (error instanceof Refusal) {
    if (json)
      out(
        JSON.stringify({
          code: error.code,
          message: error.message,
          remedy: error.remedy,
          ...(error.field === undefined ? {} : { field: error.field, value: error.value }),
        }),
      );
    else process.stderr.write(`${error.message}\n${error.remedy}\n(${error.code})\n`);
    if (process.env.JD_DEBUG)
      process.stderr.write(`${String((error.cause as Error | undefined)?.stack ?? error.cause)}\n`);
    return error.status < 500 && error.status !== 404 ? 1 : 2;
  }
  const { code } = error as NodeJS.ErrnoException;
  if (code === "ENOENT" || code === "EACCES" || code === "EISDIR") {
    process.stderr.write(
      `The file cannot be used: ${(error as Error).message}.\nCheck its name and your rights to it.\n`,
    );
    return 2;
  }
  throw error;
}

async function run(command: Command, args: string[]): Promise<number> {
  const { values, positionals } = parse(command, args);
  if (values.help) {
    out(helpOf(command));
    return 0;
  }
  const json = values.json === true;
  const quiet = json || !process.stderr.isTTY;
  try {
    const config = readConfig(process.env);
    const say = (line: string) => quiet || process.stderr.write(`${line}\n`);
    const work: Work = {
      values,
      positionals,
      json,
      config,
      print: out,
      progress: (line) => quiet || process.stderr.write(`\r\u001B[K${line}`),
      withInstallation: async (inside) => {
        const installation = await openInstallation(config, {
          purpose: `jd ${command.name}`,
          mode: "join-or-own",
          say,
        });
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
    return said(error, json);
  }
}

function parse(command: Command, args: string[]) {
  try {
    return parseArgs({ args, options: { ...command.options, ...COMMON }, allowPositionals: true }) as {
      values: Work["values"];
      positionals: string[];
    };
  } catch (error) {
    process.stderr.write(`${(error as Error).message}\nSee jd ${command.name} --help.\n`);
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

// A reader that closes early (jd cases | head) is no fault.
process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 2));
process.exitCode = await main();
