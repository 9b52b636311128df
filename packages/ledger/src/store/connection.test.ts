/** A connection lost in mid-write and a full disk: a clear error, nothing half-applied, and the same request again records once. */
import { connect, createServer, type Server, type Socket } from "node:net";
import type { AddressInfo } from "node:net";
import { expect, it } from "vitest";
import type { Draft } from "../entry.ts";
import { codeOf, count, openFolder, refusalOf } from "../testing/acts.ts";
import { clerk, onEveryServer, type TestLedger } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";

const batch: Draft[] = Array.from({ length: 500 }, (_, i) => ({
  kind: "folder.opened",
  body: { title: `${i}` },
}));

/** The database made to do this when an entry is written: at once, or when the transaction commits. */
function sabotage({ asOwner }: TestLedger, doing: string, when: "at once" | "at commit") {
  const trigger =
    when === "at once"
      ? "create trigger zz_sabotage after insert on ledger.body"
      : "create constraint trigger zz_sabotage after insert on ledger.body deferrable initially deferred";
  return asOwner((client) =>
    client.query(`create function public.sabotage() returns trigger language plpgsql security definer as $$ begin ${doing}; return null; end $$;
      ${trigger} for each row when (new.seq = 250) execute function public.sabotage()`),
  );
}

const repair = ({ asOwner }: TestLedger) =>
  asOwner((client) => client.query("drop trigger zz_sabotage on ledger.body; drop function public.sabotage"));

async function expectRecordedOnce(opened: TestLedger, times: number): Promise<void> {
  await opened.asOwner(async (client) => {
    for (const table of ["ledger.entry", "ledger.body", "docket.folder"])
      expect(await count(client, table), table).toBe(times);
  });
  expect(await opened.ledger.verify()).toMatchObject({ ok: true, entries: times, head: times });
  expect(await opened.ledger.rebuild()).toMatchObject({ identical: true });
}

/** Tells whether a text has passed in a stream of bytes, wherever the packets part it. */
function passing(text: string): (bytes: Buffer) => boolean {
  let last = Buffer.alloc(0);
  return (bytes) => {
    const seen = Buffer.concat([last, bytes]);
    last = seen.subarray(1 - text.length);
    return seen.includes(text);
  };
}

/** A wire between program and database that can be cut once the database has done what was asked, before it can say so. */
async function wire(
  to: URL,
): Promise<{ url: string; cutAfterCommit(): void; server: Server; close(): Promise<void> }> {
  let armed = false;
  const sockets = new Set<Socket>();
  const server = createServer((near) => {
    const far = connect(Number(to.port), to.hostname);
    for (const socket of [near, far]) sockets.add(socket.on("error", () => undefined));
    near.on("close", () => far.destroy());
    far.on("close", () => near.destroy());
    const asksToCommit = passing("commit\0");
    const hasCommitted = passing("COMMIT\0");
    let cutting = false;
    near.on("data", (bytes) => {
      if (asksToCommit(bytes) && armed) cutting = !(armed = false);
      far.write(bytes);
    });
    // What is written travels with its commit, and so do the answers.
    far.on("data", (bytes) => {
      if (!cutting) near.write(bytes);
      else if (hasCommitted(bytes)) near.destroy();
    });
  });
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  const url = new URL(to);
  url.hostname = "127.0.0.1";
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    server,
    cutAfterCommit: () => (armed = true),
    close: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((closed) => server.close(() => closed()));
    },
  };
}

onEveryServer("a write", (open) => {
  for (const when of ["at once", "at commit"] as const) {
    it(`whose connection is ended ${when === "at once" ? "in mid-batch" : "at its commit"} leaves nothing, and goes through when sent again`, async () => {
      const opened = await open(testKinds);
      await sabotage(opened, "perform pg_terminate_backend(pg_backend_pid())", when);
      expect(await codeOf(opened.ledger.append(clerk, batch, "key"))).toBe("connection-lost");
      await repair(opened);
      await expectRecordedOnce(opened, 0);
      expect((await opened.ledger.append(clerk, batch, "key")).after).toBe(500);
      await expectRecordedOnce(opened, 500);
    });

    it(`that fills the disk ${when === "at once" ? "in mid-batch" : "at its commit"} leaves nothing and says so`, async () => {
      const opened = await open(testKinds);
      await sabotage(
        opened,
        "raise exception 'could not extend file: No space left on device' using errcode = '53100'",
        when,
      );
      const refusal = await refusalOf(opened.ledger.append(clerk, batch, "key"));
      expect(refusal).toMatchObject({ code: "disk-full", status: 507 });
      expect(refusal.message).not.toContain("extend");
      await repair(opened);
      await expectRecordedOnce(opened, 0);
      expect((await opened.ledger.append(clerk, batch, "key")).after).toBe(500);
      await expectRecordedOnce(opened, 500);
    });
  }

  it("whose answer is lost after the commit is not recorded again when sent again", async () => {
    const opened = await open(testKinds);
    const line = await wire(new URL(opened.database.url));
    try {
      const ledger = await opened.again({ url: line.url });
      await openFolder(ledger, "Before");
      line.cutAfterCommit();
      expect(await codeOf(ledger.append(clerk, batch, "key"))).toBe("connection-lost");
      await opened.asOwner(async (client) => {
        // The database may still be at its commit: whoever takes the lock next sees its outcome.
        await client.query("begin; select from ledger.head for update; commit");
        expect(await count(client, "ledger.entry")).toBe(501);
      });
      const { entries, before, after } = await ledger.append(clerk, batch, "key");
      expect({ entries: entries.length, before, after }).toEqual({ entries: 500, before: 1, after: 501 });
      await openFolder(ledger, "After");
      await expectRecordedOnce(opened, 502);
      await ledger.close();
    } finally {
      await line.close();
    }
  });

  it("goes on after every idle connection was ended, as when the database was restarted", async () => {
    const opened = await open(testKinds);
    await openFolder(opened.ledger, "Before");
    await opened.asOwner(async (client) => {
      await client.query(
        "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()",
      );
      const there = "pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
      while ((await count(client, there)) > 0) await new Promise((resolve) => setTimeout(resolve, 10));
    });
    // One request may still meet an ended connection; it is told so, and the next one is served.
    const first = await openFolder(opened.ledger, "After").then(
      () => "recorded",
      (error: { code: string }) => error.code,
    );
    expect(["recorded", "connection-lost"]).toContain(first);
    if (first !== "recorded") await openFolder(opened.ledger, "After");
    await expectRecordedOnce(opened, 2);
  });

  it("that waits too long for another's lock is refused with a remedy, and goes through once it is free", async () => {
    const opened = await open(testKinds);
    const ledger = await opened.again({ patience: { lock: 200, idle: 60_000 } });
    await opened.asOwner(async (client) => {
      await client.query("begin; select from ledger.head for update");
      const refusal = await refusalOf(ledger.append(clerk, batch, "key"));
      expect(refusal).toMatchObject({ code: "ledger-busy", status: 503 });
      // The keeper waits as long as it takes: its works are long, and nobody sent them.
      const rebuilding = ledger.rebuild();
      await new Promise((resolve) => setTimeout(resolve, 500));
      await client.query("rollback");
      expect(await rebuilding).toMatchObject({ identical: true });
    });
    await expectRecordedOnce(opened, 0);
    expect((await ledger.append(clerk, batch, "key")).after).toBe(500);
    await expectRecordedOnce(opened, 500);
  });

  it("that holds the lock without a word is ended, so that others can write", async () => {
    const opened = await open(testKinds);
    let audited = (): void => undefined;
    const reached = new Promise<void>((resolve) => (audited = resolve));
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => (letGo = resolve));
    const stuck = await opened.again({
      patience: { lock: 30_000, idle: 300 },
      gate: {
        decide: () => undefined,
        audit: async () => {
          audited();
          await held;
        },
      },
    });
    const writing = codeOf(stuck.append(clerk, batch, "key"));
    await reached;
    await openFolder(opened.ledger, "Another");
    letGo();
    expect(await writing).toBe("connection-lost");
    await expectRecordedOnce(opened, 1);
  });
});
