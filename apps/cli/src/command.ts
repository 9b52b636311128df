/** What a command of `jd` is, and what it is given to work with. */
import type { ParseArgsConfig } from "node:util";
import type { Config, Installation } from "@joint-docket/server";
import { type FrameQuery, parseFrame } from "@joint-docket/taskforce/results";

export type Options = NonNullable<ParseArgsConfig["options"]>;
export type Values = Readonly<Record<string, string | boolean | string[] | undefined>>;

export interface Work {
  readonly values: Values;
  readonly positionals: readonly string[];
  readonly json: boolean;
  readonly config: Config;
  /** Prints the answer, on standard output. */
  print(text: string): void;
  /** Says how far the work is, on standard error; nothing when --json or not a terminal asks for quiet. */
  progress(text: string): void;
  /**
   * Resolves when somebody asks for the end (Ctrl-C, SIGTERM, a closed terminal). A command that waits for it ends by
   * itself, in order; any other is ended at once, and nothing that it was writing stays half written.
   */
  stopped(): Promise<void>;
  /** Opens the installation for the length of the command. */
  withInstallation<T>(work: (installation: Installation) => Promise<T>): Promise<T>;
}

export interface Command {
  readonly name: string;
  /** After `jd name`. */
  readonly usage: string;
  readonly summary: string;
  /** Further lines of `--help`. */
  readonly help?: readonly string[];
  readonly options: Options;
  /** Whether it makes a data directory where there is none; every other command takes a misspelt JD_DATA for one. */
  readonly begins?: true;
  /** Exit code: 0 well, 1 something was refused or does not hold. */
  run(work: Work): Promise<number>;
}

/** A word of the command line that cannot be used; exit code 2. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}

/** The value of an option that must be one of these words. */
export function oneOf<T extends string>(
  name: string,
  value: Values[string],
  words: readonly T[],
  otherwise: T,
): T {
  if (value === undefined) return otherwise;
  const found = words.find((word) => word === value);
  if (found === undefined)
    throw new UsageError(`--${name} is one of ${words.join(", ")}; not “${String(value)}”.`);
  return found;
}

export function text(value: Values[string]): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** What an option said that may be given several times. */
export function texts(value: Values[string]): string[] {
  return Array.isArray(value) ? value : [];
}

/** The options by which commands name the frame of a figure. */
export const frameOptions = {
  "as-known-on": { type: "string" },
  cut: { type: "string" },
  basis: { type: "string" },
  population: { type: "string" },
  since: { type: "string" },
} as const satisfies Options;

/** The frame those options name. Refuses what `parseFrame` refuses. */
export function frameOf(values: Values): FrameQuery {
  return parseFrame({
    asKnownOn: text(values["as-known-on"]),
    cut: text(values.cut),
    basis: text(values.basis),
    population: text(values.population),
    since: text(values.since),
    until: text(values.until),
  });
}

/** The one file a command works on. */
export function fileOf({ positionals }: Pick<Work, "positionals">): string {
  const [file, more] = positionals;
  if (file === undefined || more !== undefined) throw new UsageError("Name one file.");
  return file;
}
