/** Keys are made once, whichever process is first, readable by their owner alone, with nothing left beside them. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { makeOnce, writeDurably } from "./durable.ts";

function folder(): string {
  const directory = mkdtempSync(join(tmpdir(), "joint-docket-durable-"));
  onTestFinished(() => rmSync(directory, { recursive: true, force: true }));
  return directory;
}

it("a file made once keeps its first text and is private", () => {
  const directory = folder();
  const path = join(directory, "key");
  expect(makeOnce(path, "first")).toBe("first");
  expect(makeOnce(path, "second")).toBe("first");
  expect(readdirSync(directory)).toEqual(["key"]);
  if (process.platform !== "win32") expect(statSync(path).mode & 0o777).toBe(0o600);
});

it("a file written anew is replaced whole", () => {
  const directory = folder();
  writeDurably(directory, "note", "a long first text", 0o600);
  writeDurably(directory, "note", "short", 0o600);
  expect(readFileSync(join(directory, "note"), "utf8")).toBe("short");
  expect(readdirSync(directory)).toEqual(["note"]);
});
