/** The embedded database through its door, with real starts, real kills and real neighbors. */
import { type ChildProcess, fork } from "node:child_process";
import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { Client } from "pg";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "../refusal.ts";
import { type Embedded, type OpenOptions, openEmbedded } from "./index.ts";

const homes: string[] = [];
const opened: Embedded[] = [];
const children: ChildProcess[] = [];

async function home(): Promise<string> {
  const directory = await mkdtemp(join(tmpdir(), "jd-embedded-"));
  homes.push(directory);
  // Temporary directories are closed to others; a service account has to pass through.
  await chmod(directory, 0o711);
  return directory;
}

async function open(dataDir: string, more: Partial<OpenOptions> = {}): Promise<Embedded> {
  const found = await openEmbedded({ dataDir, mode: "own", purpose: "the server", ...more });
  opened.push(found);
  return found;
}

async function query<R extends object>(url: string, sql: string): Promise<R[]> {
  const client = new Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query<R>(sql)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

interface Told {
  readonly adminUrl: string;
  readonly owner: boolean;
  readonly adopted: boolean;
  readonly pid: number;
  readonly code?: string;
  readonly message?: string;
}

/** A process of its own that opens the database and holds it. */
async function neighbor(dataDir: string, mode: string, purpose: string, address = "") {
  const child = fork(new URL("./fixtures/holder.mjs", import.meta.url), [dataDir, mode, purpose, address], {
    execArgv: [],
  });
  children.push(child);
  const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const told = await new Promise<Told>((resolve, reject) => {
    child.once("message", (message) => resolve(message as Told));
    child.once("exit", (code) => reject(new Error(`The neighbor ended with ${code}.`)));
  });
  return { child, ended, told };
}

async function kill9(child: ChildProcess, ended: Promise<void>): Promise<void> {
  child.kill("SIGKILL");
  await ended;
}

async function refusal(work: Promise<unknown>): Promise<Refusal> {
  const caught = await work.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (!(caught instanceof Refusal))
    throw new Error(`Expected a refusal, got ${String(caught)}`, { cause: caught });
  return caught;
}

async function pidFileOf(dataDir: string): Promise<string | undefined> {
  return readFile(join(dataDir, "postgres", "postmaster.pid"), "utf8").catch(() => undefined);
}

afterEach(async () => {
  for (const child of children.splice(0)) child.kill("SIGKILL");
  for (const one of opened.splice(0)) await one.stop();
});
afterAll(async () => {
  for (const directory of homes) await rm(directory, { recursive: true, force: true });
});

describe("a fresh data directory", () => {
  test("becomes a database that keeps what it acknowledged through a stop and a start", async () => {
    const dataDir = join(await home(), "data");
    const first = await open(dataDir);
    expect(first).toMatchObject({ owner: true, adopted: false });
    expect(await first.processIds()).toContain(first.pid);
    await query(first.adminUrl, "create table docket (n int); insert into docket values (18)");
    await first.stop();
    expect(await pidFileOf(dataDir)).toBeUndefined();

    const second = await open(dataDir);
    expect(second).toMatchObject({ owner: true, adopted: false });
    expect(await query(second.adminUrl, "select n from docket")).toEqual([{ n: 18 }]);
    expect(JSON.parse(await readFile(join(dataDir, "VERSION"), "utf8"))).toMatchObject({
      format: 1,
      postgres: 18,
    });
  });

  test("is durable, closed to the network, and keeps record content out of its log", async () => {
    const dataDir = join(await home(), "data");
    const { adminUrl } = await open(dataDir);
    const [set] = await query<Record<string, string>>(
      adminUrl,
      `select current_setting('fsync') fsync, current_setting('data_checksums') checksums,
              current_setting('listen_addresses') listens, current_setting('unix_socket_directories') sockets,
              current_setting('server_encoding') encoding, current_setting('password_encryption') passwords,
              (select datlocprovider from pg_database where datname = current_database()) locale`,
    );
    expect(set).toEqual({
      fsync: "on",
      checksums: "on",
      listens: "127.0.0.1",
      sockets: "",
      encoding: "UTF8",
      passwords: "scram-sha-256",
      locale: "b",
    });
    await expect(query(adminUrl.replace(/:[0-9a-f]{48}@/, ":guess@"), "select 1")).rejects.toThrow(
      /password/,
    );
    await query(
      adminUrl,
      "create table names (name text primary key); insert into names values ('Ana Quintanilla')",
    );
    await expect(query(adminUrl, "insert into names values ('Ana Quintanilla')")).rejects.toThrow(
      /duplicate/,
    );
    expect(await readFile(join(dataDir, "postgres.log"), "utf8")).not.toContain("Quintanilla");
  });

  test.skipIf(process.platform === "win32")(
    "keeps the superuser's password to the account that runs it",
    async () => {
      const dataDir = join(await home(), "data");
      await open(dataDir);
      expect((await stat(join(dataDir, "secrets"))).mode & 0o777).toBe(0o700);
      expect((await stat(join(dataDir, "secrets", "postgres-password"))).mode & 0o777).toBe(0o600);
      expect((await stat(join(dataDir, "postgres.log"))).mode & 0o777).toBe(0o600);
      expect((await stat(join(dataDir, "postgres"))).mode & 0o777).toBe(0o700);
    },
  );

  test("opened by several commands at once is created once and shared", async () => {
    const dataDir = join(await home(), "data");
    const all = await Promise.all(
      ["jd cases", "jd results", "jd import"].map((purpose) =>
        open(dataDir, { mode: "join-or-own", purpose }),
      ),
    );
    expect(new Set(all.map(({ adminUrl }) => adminUrl)).size).toBe(1);
    expect(all.filter(({ owner }) => owner)).toHaveLength(1);
    expect((await readdir(dataDir)).filter((name) => name.includes(".new-"))).toEqual([]);
  });

  test("opened by two servers at once goes to one; the other is told who holds it", async () => {
    const dataDir = join(await home(), "data");
    const results = await Promise.allSettled([open(dataDir), open(dataDir)]);
    expect(results.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = results.find((result) => result.status === "rejected");
    expect(lost?.reason).toMatchObject({ code: "data-directory-in-use" });
    expect(await query(opened[0]?.adminUrl ?? "", "select 1 as answer")).toEqual([{ answer: 1 }]);
  });
});

describe("one directory, several processes", () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = join(await home(), "data");
    await (await openEmbedded({ dataDir, mode: "own", purpose: "the server" })).stop();
  });

  test("a second server is refused with the name, process and address of the first", async () => {
    const address = "http://127.0.0.1:4810";
    const { child } = await neighbor(dataDir, "own", "the server", address);
    const refused = await refusal(open(dataDir));
    expect(refused.code).toBe("data-directory-in-use");
    expect(refused.message).toContain(`the server (process ${child.pid}, ${address})`);
    expect(refused.remedy).toContain("JD_DATA");
    expect(refused.in("es").sentence).toContain("en uso");
    // Left as an orphan, it is ended by the next test's server.
  });

  test("a server that was killed leaves a database that the next one takes over, rows and all", async () => {
    const { child, ended, told } = await neighbor(dataDir, "own", "the server");
    await query(told.adminUrl, "create table if not exists kept (n int); insert into kept values (1)");
    await kill9(child, ended);
    const next = await open(dataDir);
    expect(next).toMatchObject({ owner: true, adopted: true, pid: told.pid });
    expect(await query(next.adminUrl, "select n from kept")).toEqual([{ n: 1 }]);
    await next.stop();
    expect(await pidFileOf(dataDir)).toBeUndefined();
  });

  test("a command joins the running server and leaves it running", async () => {
    const server = await open(dataDir);
    const command = await open(dataDir, { mode: "join-or-own", purpose: "jd cases" });
    expect(command).toMatchObject({ owner: false, adopted: false, adminUrl: server.adminUrl });
    await command.stop();
    expect(await query(server.adminUrl, "select 1 as answer")).toEqual([{ answer: 1 }]);
  });

  test("the first command to finish leaves the database to the second, which ends it", async () => {
    const first = await open(dataDir, { mode: "join-or-own", purpose: "jd cases" });
    const second = await open(dataDir, { mode: "join-or-own", purpose: "jd import" });
    expect([first.owner, second.owner]).toEqual([true, false]);
    await first.stop();
    expect(await query(second.adminUrl, "select 1 as answer")).toEqual([{ answer: 1 }]);
    await second.stop();
    expect(await pidFileOf(dataDir)).toBeUndefined();
  });

  test("a server may start while a command works, and keeps the database when the command is done", async () => {
    const command = await open(dataDir, { mode: "join-or-own", purpose: "jd import" });
    const server = await open(dataDir);
    expect(server).toMatchObject({ owner: true, adopted: false, pid: command.pid });
    await command.stop();
    expect(await query(server.adminUrl, "select 1 as answer")).toEqual([{ answer: 1 }]);
  });

  test("an opener waits for a server that is just shutting down", async () => {
    const first = await open(dataDir);
    const [, second] = await Promise.all([
      first.stop(),
      open(dataDir, { mode: "join-or-own", purpose: "jd cases" }),
    ]);
    expect(await query(second.adminUrl, "select 1 as answer")).toEqual([{ answer: 1 }]);
  });
});

describe("after a crash", () => {
  let dataDir: string;
  beforeAll(async () => {
    dataDir = join(await home(), "data");
    await (await openEmbedded({ dataDir, mode: "own", purpose: "the server" })).stop();
  });

  test("the owner learns that its database was killed, and opens it again with nothing lost", async () => {
    const server = await open(dataDir);
    await query(server.adminUrl, "create table acknowledged (n int); insert into acknowledged values (7)");
    const lost = new Promise<Error>((resolve) => server.onLost(resolve));
    process.kill(server.pid, "SIGKILL");
    expect(await lost).toBeInstanceOf(Error);
    const again = await open(dataDir);
    expect(again).toMatchObject({ owner: true, adopted: false });
    expect(await query(again.adminUrl, "select n from acknowledged")).toEqual([{ n: 7 }]);
  });

  test("an orderly stop is not reported as a loss", async () => {
    const server = await open(dataDir);
    let lost = false;
    server.onLost(() => {
      lost = true;
    });
    await server.stop();
    await server.stop();
    expect(lost).toBe(false);
  });

  test.skipIf(process.platform === "win32")(
    "a backend that outlived its postmaster does not keep the next one out",
    async () => {
      const server = await open(dataDir);
      // A busy loop looks at nothing, so it does not notice that its postmaster is gone.
      const busy = query(server.adminUrl, "select count(*) from generate_series(1, 100000000000)").catch(
        () => undefined,
      );
      while (
        (
          await query(
            server.adminUrl,
            "select 1 from pg_stat_activity where query like '%generate_series(1, 1000%' and pid <> pg_backend_pid() and state = 'active'",
          )
        ).length === 0
      )
        await pause(20);
      process.kill(server.pid, "SIGKILL");
      const again = await open(dataDir);
      expect(await query(again.adminUrl, "select 1 as answer")).toEqual([{ answer: 1 }]);
      expect(await readFile(join(dataDir, "postgres.log"), "utf8")).toContain(
        "pre-existing shared memory block",
      );
      await busy;
    },
  );

  test("a pid file whose number now belongs to a stranger is put aside, and the stranger is left alone", async () => {
    const stranger = createServer();
    await new Promise<void>((resolve) => stranger.listen(0, "127.0.0.1", resolve));
    const port = (stranger.address() as { port: number }).port;
    const lines = [process.pid, join(dataDir, "postgres"), 1, port, "", "127.0.0.1", "1 1", "ready   ", ""];
    await writeFile(join(dataDir, "postgres", "postmaster.pid"), lines.join("\n"));
    const server = await open(dataDir);
    expect(server).toMatchObject({ owner: true, adopted: false });
    expect(server.pid).not.toBe(process.pid);
    expect(stranger.listening).toBe(true);
    stranger.close();
  });
});

describe("what cannot be opened", () => {
  test("a directory of a newer format is refused and nothing in it is touched", async () => {
    const dataDir = await home();
    await writeFile(join(dataDir, "VERSION"), JSON.stringify({ format: 2, postgres: 19, product: "3.0.0" }));
    const refused = await refusal(open(dataDir));
    expect(refused.code).toBe("data-directory-newer");
    expect(await readdir(dataDir)).toEqual(["VERSION"]);
  });

  test.each([
    ["19", "data-directory-newer"],
    ["17", "data-directory-other-version"],
  ])("a PostgreSQL %s cluster is refused as %s", async (major, code) => {
    const dataDir = await home();
    await mkdir(join(dataDir, "postgres"));
    await writeFile(join(dataDir, "postgres", "PG_VERSION"), `${major}\n`);
    const refused = await refusal(open(dataDir));
    expect(refused.code).toBe(code);
    expect(refused.remedy).toContain("jd export");
    expect(await readdir(dataDir)).toEqual(["postgres"]);
  });

  test("a directory that lost its database is not started over in silence", async () => {
    const dataDir = await home();
    await writeFile(join(dataDir, "VERSION"), JSON.stringify({ format: 1, postgres: 18, product: "0.1.0" }));
    expect((await refusal(open(dataDir))).code).toBe("data-directory-damaged");
  });

  test("a path that cannot be a directory is refused as unwritable", async () => {
    const file = join(await home(), "file");
    await writeFile(file, "");
    expect((await refusal(open(join(file, "data")))).code).toBe("data-directory-unwritable");
    expect((await refusal(open(file))).code).toBe("data-directory-unwritable");
  });

  test("a lost password is named, and a start that cannot be used is not left running", async () => {
    const dataDir = join(await home(), "data");
    await (await open(dataDir)).stop();
    const password = join(dataDir, "secrets", "postgres-password");
    const kept = await readFile(password, "utf8");
    await writeFile(password, "0".repeat(48));
    const refused = await refusal(open(dataDir));
    expect(refused.code).toBe("data-directory-password");
    expect(await pidFileOf(dataDir)).toBeUndefined();
    await rm(password);
    expect((await refusal(open(dataDir))).code).toBe("data-directory-password");
    await writeFile(password, kept);
    await open(dataDir);
  });

  test.runIf(process.platform === "linux")(
    "a full disk is named as such, and a start after space is made succeeds",
    async () => {
      const dataDir = join(await home(), "data");
      await (await open(dataDir)).stop();
      // PostgreSQL writes this file at every start; a device that is always full stands in for the disk.
      const options = join(dataDir, "postgres", "postmaster.opts");
      await rm(options);
      await symlink("/dev/full", options);
      const refused = await refusal(open(dataDir));
      expect(refused.code).toBe("data-directory-full");
      expect(String(refused.cause)).toContain("No space left on device");
      await rm(options);
      await open(dataDir);
    },
  );

  test("a configuration PostgreSQL refuses is reported with its own words as the cause", async () => {
    const dataDir = join(await home(), "data");
    await (await open(dataDir)).stop();
    const file = join(dataDir, "postgres", "postgresql.conf");
    await writeFile(file, `${await readFile(file, "utf8")}\nshared_buffers = 'plenty'\n`);
    const refused = await refusal(open(dataDir));
    expect(refused.code).toBe("embedded-start-failed");
    expect(String(refused.cause)).toContain("shared_buffers");
    expect(refused.remedy).toContain("postgres.log");
  });
});
