/** Servers and commands on one data directory: started, doubled, killed, interrupted, out of disk; and what a person reads then. */
import { type ChildProcess, spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Bench, type Running } from "./testing/jd.ts";

const BATCH = 5000;

interface Started extends Running {
  readonly address: string;
}

async function serve(bench: Bench, env: Record<string, string> = {}): Promise<Started> {
  const running = bench.start(["start"], { PORT: "0", JD_PUBLIC_RECORD: "none", ...env });
  const [, address = ""] = await running.says(/Joint Docket is ready at (\S+)\n/);
  return { ...running, address };
}

async function headOf(address: string): Promise<number> {
  const answer = await fetch(`${address}/api/ledger`);
  return ((await answer.json()) as { head: { size: number } }).head.size;
}

function record(address: string, title: string, key = `key-of-${title}`): Promise<Response> {
  return fetch(`${address}/api/entries`, {
    method: "POST",
    headers: { "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify({ kind: "source.described", body: { title, sourceKind: "press" } }),
  });
}

/** The embedded database's process, where one runs on the bench's data directory. */
function postmaster(bench: Bench): number | undefined {
  const file = join(bench.path("data"), "postgres", "postmaster.pid");
  const pid = existsSync(file) ? Number(readFileSync(file, "utf8").split("\n")[0]) : Number.NaN;
  if (!Number.isInteger(pid)) return undefined;
  try {
    process.kill(pid, 0);
    return pid;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM" ? pid : undefined;
  }
}

/** Whether a program of the system is there and does what it is asked. */
const does = (program: string, ...args: string[]) => spawnSync(program, args).status === 0;
const kill = (child: ChildProcess, signal: NodeJS.Signals) => child.kill(signal);
const rows = (count: number, key: string) =>
  Array.from(
    { length: count },
    (_, at) =>
      `${JSON.stringify({ key: `${key}-${at}`, kind: "source.described", body: { title: `Report ${at}`, sourceKind: "press" } })}\n`,
  ).join("");

describe("one data directory", () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
  });
  afterAll(() => bench.close());

  it("becomes a record at the first start, says what it does, and stops in order at SIGTERM", async () => {
    const server = await serve(bench);
    expect((await record(server.address, "First")).status).toBe(201);
    kill(server.child, "SIGTERM");
    const { code, out, err } = await server.ended;
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(
      /^Opening the record in .*data\.\nCreating the embedded database in .*\nJoint Docket is ready at http:\/\/127\.0\.0\.1:\d+\nStopping\.\n$/,
    );
    expect(postmaster(bench)).toBeUndefined();
  });

  it("opens again as it was left, and stops in order at Ctrl-C", async () => {
    const server = await serve(bench);
    expect(await headOf(server.address)).toBe(1);
    kill(server.child, "SIGINT");
    const { code, out } = await server.ended;
    expect(code).toBe(0);
    expect(out).toMatch(/^Opening the record in .*data\.\nJoint Docket is ready at .*\nStopping\.\n$/);
  });

  it("belongs to one server; another is told which, and a command works beside it", async () => {
    const server = await serve(bench);
    const second = await bench.start(["start"], { PORT: "0" }).ended;
    expect(second).toMatchObject({ code: 2 });
    expect(second.err).toContain(`is in use by the server`);
    expect(second.err).toContain(String(server.child.pid));
    expect(second.err).toMatch(/\n\(data-directory-in-use\)\n$/);
    expect(await bench.json("ledger")).toMatchObject({ entries: 1 });
    expect((await record(server.address, "After the command")).status).toBe(201);
    kill(server.child, "SIGTERM");
    await server.ended;
  });

  it("is left as it was by a server whose port is taken, or whose address is not this machine's", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => taken.once("listening", resolve));
    const { port } = taken.address() as AddressInfo;
    const refused = await bench.start(["start"], { PORT: String(port) }).ended;
    taken.close();
    expect(refused.code).toBe(2);
    expect(refused.err).toMatch(
      new RegExp(
        `^Something else listens on 127\\.0\\.0\\.1:${port} already\\.\\n.*PORT=.*\\n\\(port-in-use\\)\\n$`,
      ),
    );
    const elsewhere = await bench.start(["start"], { PORT: "0", HOST: "192.0.2.7" }).ended;
    expect(elsewhere).toMatchObject({ code: 2, err: expect.stringContaining("(address-not-ours)") });
    expect(postmaster(bench)).toBeUndefined();
    expect(await bench.json("ledger")).toMatchObject({ entries: 2 });
  });

  it("loses nothing when its server is killed; the next one takes the running database over", async () => {
    const server = await serve(bench);
    expect((await record(server.address, "Just before")).status).toBe(201);
    kill(server.child, "SIGKILL");
    expect((await server.ended).signal).toBe("SIGKILL");
    const orphan = postmaster(bench);
    expect(orphan).toBeDefined();
    const next = await serve(bench);
    expect(postmaster(bench)).toBe(orphan);
    expect(await headOf(next.address)).toBe(3);
    // The request that may not have been answered is sent again with its key, and recorded once.
    expect((await record(next.address, "Just before")).status).toBe(201);
    expect(await headOf(next.address)).toBe(3);
    kill(next.child, "SIGTERM");
    expect((await next.ended).out).toContain("was still running without its server; it is taken over");
    expect(postmaster(bench)).toBeUndefined();
  });

  it("whose database is killed under the server ends it with a sentence, and opens again whole", async () => {
    const server = await serve(bench);
    process.kill(postmaster(bench) as number, "SIGKILL");
    const { code, err } = await server.ended;
    expect(code).toBe(2);
    expect(err).toMatch(
      /The database stopped under the server; nothing that was acknowledged is lost\.\n.*\n\(database-lost\)\n$/,
    );
    expect(err).not.toMatch(/\n\s+at /);
    expect(await bench.json("verify")).toMatchObject({ ok: true, entries: 3 });
  });

  it("asked to stop while it starts, the server ends in order and leaves no database behind", async () => {
    const running = bench.start(["start"], { PORT: "0", JD_PUBLIC_RECORD: "none" });
    await running.says(/Opening the record/);
    kill(running.child, "SIGINT");
    expect(await running.ended).toMatchObject({ code: 0, err: "" });
    expect(postmaster(bench)).toBeUndefined();
  });

  it("is closed in order by a server whose terminal is gone", async () => {
    const server = await serve(bench);
    server.child.stdout?.destroy();
    server.child.stderr?.destroy();
    kill(server.child, "SIGHUP");
    expect((await server.ended).code).toBe(0);
    expect(postmaster(bench)).toBeUndefined();
  });

  it("is left whole, without a database running, by a command that is interrupted", async () => {
    const running = bench.start(["verify"]);
    await expect.poll(() => postmaster(bench), { timeout: 20_000, interval: 5 }).toBeDefined();
    kill(running.child, "SIGINT");
    const { code } = await running.ended;
    // It may have been done already.
    expect([130, 0]).toContain(code);
    await expect.poll(() => postmaster(bench), { timeout: 10_000 }).toBeUndefined();
  });

  it.each(["SIGINT", "SIGTERM"] as const)(
    "keeps whole batches of an import that %s ends, and takes the rest when it is repeated",
    async (signal) => {
      const server = await serve(bench);
      const before = await headOf(server.address);
      bench.write("many.jsonl", rows(3 * BATCH, signal));
      const importing = bench.start(["import", "many.jsonl", "--json"]);
      await expect
        .poll(() => headOf(server.address), { timeout: 60_000, interval: 20 })
        .toBeGreaterThan(before);
      kill(importing.child, signal);
      const { code, json, err } = await importing.ended;
      expect({ code, err }).toEqual({ code: 1, err: "" });
      expect(json).toMatchObject({ cancelled: true, refused: [] });
      expect([BATCH, 2 * BATCH]).toContain(json.accepted);
      expect(await headOf(server.address)).toBe(before + json.accepted);
      const again = await bench.json("import", "many.jsonl");
      expect(again).toMatchObject({
        accepted: 3 * BATCH - json.accepted,
        unchanged: json.accepted,
        cancelled: false,
      });
      kill(server.child, "SIGTERM");
      await server.ended;
    },
  );

  it("keeps whole batches of an import that is killed", async () => {
    const server = await serve(bench);
    const before = await headOf(server.address);
    bench.write("many.jsonl", rows(3 * BATCH, "killed"));
    const importing = bench.start(["import", "many.jsonl"]);
    await expect
      .poll(() => headOf(server.address), { timeout: 60_000, interval: 20 })
      .toBeGreaterThan(before);
    kill(importing.child, "SIGKILL");
    await importing.ended;
    await pause(200);
    const recorded = (await headOf(server.address)) - before;
    expect(recorded % BATCH).toBe(0);
    expect(await bench.json("import", "many.jsonl")).toMatchObject({
      accepted: 3 * BATCH - recorded,
      unchanged: recorded,
    });
    const verified = await fetch(`${server.address}/api/ledger/verify`, { method: "POST" });
    expect(await verified.json()).toMatchObject({ ok: true, entries: before + 3 * BATCH });
    kill(server.child, "SIGTERM");
    await server.ended;
  });
});

describe("a data directory that cannot be used", () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
  });
  afterAll(() => bench.close());

  it("is named with a code and a remedy, by the server and by every command, and not touched", async () => {
    mkdirSync(bench.path("newer"));
    writeFileSync(bench.path("newer/VERSION"), JSON.stringify({ format: 2, postgres: 19, product: "3.0.0" }));
    mkdirSync(bench.path("lost"));
    writeFileSync(bench.path("lost/VERSION"), JSON.stringify({ format: 1, postgres: 18, product: "0.1.0" }));
    bench.write("file", "");
    for (const [directory, code] of [
      ["newer", "data-directory-newer"],
      ["lost", "data-directory-damaged"],
      ["file", "data-directory-unwritable"],
    ] as const)
      for (const command of ["start", "ledger"]) {
        const ran = await bench.start([command], { PORT: "0", JD_DATA: bench.path(directory) }).ended;
        expect(ran.code, `${command} ${directory}`).toBe(2);
        expect(ran.err).toMatch(new RegExp(`^The data directory .*\\n.+\\n\\(${code}\\)\\n$`));
      }
    expect(readdirSync(bench.path("newer"))).toEqual(["VERSION"]);
    expect(readdirSync(bench.path("lost"))).toEqual(["VERSION"]);
  });
});

describe("a DATABASE_URL that cannot be used", () => {
  let bench: Bench;
  beforeAll(() => {
    bench = new Bench();
  });
  afterAll(() => bench.close());

  it("is named with a code and a remedy, and never with its password", async () => {
    const closed = createServer().listen(0, "127.0.0.1");
    await new Promise((resolve) => closed.once("listening", resolve));
    const { port } = closed.address() as AddressInfo;
    closed.close();
    for (const [url, code] of [
      [`postgres://somebody:sesame@127.0.0.1:${port}/record`, "database-unreachable"],
      ["postgres://somebody:sesame@no-such-host.invalid/record", "database-unreachable"],
      ["mysql://somebody:sesame@127.0.0.1/record", "database-url-wrong"],
      ["somebody:sesame@127.0.0.1", "database-url-wrong"],
      ["postgres://somebody:sesame@127.0.0.1:port/record", "database-url-wrong"],
    ] as const)
      for (const command of ["start", "ledger"]) {
        const ran = await bench.start([command], { DATABASE_URL: url, PORT: "0" }).ended;
        expect({ url, code: ran.code }).toEqual({ url, code: 2 });
        expect(ran.err, url).toMatch(new RegExp(`^.+\\n.+\\n\\(${code}\\)\\n$`));
        expect(ran.out + ran.err).not.toMatch(/ses.*ame/);
      }
  });
});

describe("a disk that is full", () => {
  const home = mkdtempSync(join(tmpdir(), "joint-docket-disk-"));
  const disk = join(home, "disk");
  mkdirSync(disk);
  const mounted =
    process.platform === "linux" && does("mount", "-t", "tmpfs", "-o", "size=128m,mode=0755", "tmpfs", disk);
  const bench = new Bench({ JD_DATA: join(disk, "data") });
  afterAll(async () => {
    await bench.close();
    if (mounted) does("umount", disk);
    rmSync(home, { recursive: true, force: true });
  });

  /** Leaves this many bytes free. */
  function fill(leaving: number): void {
    const { bavail, bsize } = statfsSync(disk);
    writeFileSync(join(disk, "filler"), Buffer.alloc(Math.max(0, bavail * bsize - leaving)));
  }

  it("takes no row, says so, and takes them all once there is room", async ({ skip }) => {
    if (!mounted) skip("a small disk could not be mounted; run the tests as root on Linux to try this");
    const server = await serve(bench);
    expect((await record(server.address, "Before")).status).toBe(201);
    fill(2 * 1024 * 1024);
    bench.write("many.jsonl", rows(BATCH, "full"));
    const full = await bench.jd("import", "many.jsonl", "--json");
    expect(full).toMatchObject({
      code: 2,
      err: "",
      json: { code: "disk-full", remedy: expect.stringContaining("Free space") },
    });
    // Without room for its log PostgreSQL stops at once, and the server with it: that too is said, and nothing is lost.
    const answers = await headOf(server.address).catch(() => undefined);
    if (answers === undefined) expect((await server.ended).err).toContain("(disk-full)");
    rmSync(join(disk, "filler"));
    expect(await bench.json("verify")).toMatchObject({ ok: true, entries: 1 });
    expect(await bench.json("import", "many.jsonl")).toMatchObject({ accepted: BATCH, unchanged: 0 });
    if (answers !== undefined) kill(server.child, "SIGTERM");
    expect((await server.ended).err).not.toMatch(/\n\s+at /);
    fill(0);
    const started = await bench.start(["start"], { PORT: "0" }).ended;
    expect(started).toMatchObject({ code: 2, err: expect.stringContaining("(data-directory-full)") });
    rmSync(join(disk, "filler"));
    expect(await bench.json("verify")).toMatchObject({ ok: true, entries: BATCH + 1 });
  });
});
