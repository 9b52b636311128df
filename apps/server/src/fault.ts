/** What went wrong, as the server's log may say it: where it was raised, and never what a request or an entry said. */

interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly stack?: string;
  readonly cause?: unknown;
  readonly severity?: string;
  readonly table?: string;
  readonly constraint?: string;
  readonly routine?: string;
}

/** Errors whose messages speak of the program alone; a parser's or the database's may quote what it was given. */
const OF_THE_PROGRAM = new Set(["TypeError", "RangeError", "ReferenceError", "ResponseSerializationError"]);
const FRAMES = 4;

function framesOf(stack: string): string {
  return stack
    .split("\n")
    .filter((line) => line.startsWith("    at ") && !line.includes("node:internal"))
    .slice(0, FRAMES)
    .map((line) => line.trim())
    .join(" ");
}

function describe({ name, message, code, stack, severity, table, constraint, routine }: Thrown): string {
  const place = Object.entries({ code, table, constraint, routine })
    .filter(([, value]) => typeof value === "string")
    .map(([part, value]) => `${part} ${value}`);
  return [
    severity === undefined ? (name ?? "Error") : `the database's ${severity}`,
    OF_THE_PROGRAM.has(name ?? "") ? `“${message}”` : "",
    ...place,
    framesOf(stack ?? ""),
  ]
    .filter(Boolean)
    .join(", ");
}

/** The error and its causes in one line, innermost last. */
export function faultOf(error: unknown): string {
  const said: string[] = [];
  for (let at = error; at !== undefined && said.length < FRAMES; at = (at as Thrown).cause) {
    if (at === null || typeof at !== "object")
      return [...said, `a ${typeof at} was thrown`].join("; because of ");
    said.push(describe(at as Thrown));
  }
  return said.join("; because of ");
}
