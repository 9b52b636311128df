/** Cuts: what was known at the end of a day, and tokens that tell nothing of how much that was. */
import { randomBytes } from "node:crypto";
import { expect, it } from "vitest";
import { openCut, sealCut } from "./cut.ts";
import { codeOf, openFolder, tampering } from "./testing/acts.ts";
import { clerk, onEveryServer } from "./testing/index.ts";
import { testKinds } from "./testing/kinds.ts";

it("tokens of every cut have one length, differ each time, and open to what was sealed", () => {
  const key = randomBytes(32);
  const days = [undefined, { day: "2024-02-29", asked: true }, { day: "0999-01-01", asked: false }];
  const tokens = [0, 1, 255, 1_000_000, Number.MAX_SAFE_INTEGER].flatMap((size) =>
    days.flatMap((seen) => {
      const cut = { size, root: randomBytes(32), ...(seen && { seen }) };
      const token = sealCut(key, cut);
      expect(openCut(key, token)).toEqual({
        size,
        rootStart: cut.root.subarray(0, 16),
        ...(seen && { seen }),
      });
      return [token, sealCut(key, cut)];
    }),
  );
  expect(new Set(tokens.map(({ length }) => length)).size).toBe(1);
  expect(new Set(tokens).size).toBe(tokens.length);
});

it("tokens with any character changed, cut short, or of another installation are refused", async () => {
  const key = randomBytes(32);
  const token = sealCut(key, { size: 7, root: randomBytes(32) });
  for (let at = 0; at < token.length; at++) {
    const other = token[at] === "A" ? "B" : "A";
    expect(await codeOf(() => openCut(key, token.slice(0, at) + other + token.slice(at + 1)))).toBe(
      "cut-not-ours",
    );
  }
  for (const bad of ["", "x", token.slice(0, -4), `${token}AAAA`, "é".repeat(40)]) {
    expect(await codeOf(() => openCut(key, bad))).toBe("cut-not-ours");
  }
  expect(await codeOf(() => openCut(randomBytes(32), token))).toBe("cut-not-ours");
});

onEveryServer("a cut", (open) => {
  /** A ledger whose entries were recorded at these moments, in order. */
  async function recordedAt(moments: readonly string[], timeZone: string) {
    const opened = await open(testKinds, { timeZone });
    for (const moment of moments) await openFolder(opened.ledger, moment);
    await opened.asOwner((client) =>
      tampering(client, async () => {
        for (const [seq, moment] of moments.entries())
          await client.query("update ledger.entry set recorded_at = $2 where seq = $1", [seq, moment]);
      }),
    );
    return opened.ledger;
  }

  it("on a day ends with that day in the installation's time zone, on days of 23 and 25 hours too", async () => {
    const moments = [
      "2024-03-10T04:59:59.999999Z", // March 9, 23:59:59.999999 in New York
      "2024-03-10T05:00:00Z", // March 10, midnight; a day of 23 hours
      "2024-03-11T03:59:59.999999Z", // March 10, the last moment, now in summer time
      "2024-03-11T04:00:00Z", // March 11
      "2024-11-03T03:59:59Z", // November 2
      "2024-11-03T04:00:00Z", // November 3, a day of 25 hours
      "2024-11-04T04:59:59Z", // November 3
      "2024-11-04T05:00:00Z", // November 4
    ];
    const ledger = await recordedAt(moments, "America/New_York");
    const known = async (day: string) => (await ledger.cut.onDay(day)).size;
    expect(await known("2024-03-08")).toBe(0);
    expect(await known("2024-03-09")).toBe(1);
    expect(await known("2024-03-10")).toBe(3);
    expect(await known("2024-03-11")).toBe(4);
    expect(await known("2024-11-02")).toBe(5);
    expect(await known("2024-11-03")).toBe(7);
    expect(await known("2199-12-31")).toBe(8);
    const elsewhere = await recordedAt(["2024-03-09T14:59:59Z", "2024-03-09T15:00:00Z"], "Asia/Tokyo");
    expect((await elsewhere.cut.onDay("2024-03-09")).size).toBe(1);
  });

  it("of a day that cannot be, or of more than a day, is refused", async () => {
    const { ledger } = await open(testKinds);
    for (const day of ["2024-02-30", "2024-13-01", "2024-02", "2024", "today", "2024-01-01/2024-01-02", ""]) {
      expect(await codeOf(ledger.cut.onDay(day)), day).toBe("date-impossible");
    }
  });

  it("on a day gone by waits for an entry begun on that day, so that it never says two things", async () => {
    const { ledger, database } = await open(testKinds);
    await openFolder(ledger, "Before");
    const { default: pg } = await import("pg");
    // A writer that took the lock before midnight and is still at work: its moment is the day gone by.
    const writer = new pg.Client({ connectionString: database.url });
    await writer.connect();
    await writer.query("begin; select from ledger.head for update");
    await writer.query(
      `set session_replication_role = replica; update ledger.entry set recorded_at = '2024-05-31T12:00:00Z'; update ledger.head set recorded_at = '2024-05-31T12:00:00Z'; commit;
       begin; select from ledger.head for update`,
    );
    let said: number | undefined;
    const asked = ledger.cut.onDay("2024-05-31").then(({ size }) => (said = size));
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(said).toBeUndefined();
    await writer.query(
      `insert into ledger.entry select 1, label, gen_random_uuid(), kind, version, subject, replaces, '2024-06-01T03:59:59Z', commitment, leaf from ledger.entry;
       update ledger.head set size = 2, recorded_at = '2024-06-01T03:59:59Z'; commit`,
    );
    await writer.end();
    await asked.catch(() => undefined);
    expect(said).toBe(2);
    expect((await ledger.cut.onDay("2024-05-31")).size).toBe(2);
  });

  it("is a position: entries recorded later do not move it", async () => {
    const { ledger } = await open(testKinds);
    await openFolder(ledger, "Blue");
    const token = ledger.cut.seal(await ledger.cut.now());
    await ledger.append(
      clerk,
      Array.from({ length: 600 }, (_, i) => ({ kind: "folder.opened", body: { title: `${i}` } })),
    );
    expect((await ledger.cut.open(token)).size).toBe(1);
    expect((await ledger.cut.now()).size).toBe(601);
  });

  it("beyond the head, or of another history, is refused", async () => {
    const { ledger, asOwner } = await open(testKinds);
    await openFolder(ledger, "Blue");
    const early = ledger.cut.seal(await ledger.cut.now());
    const beyond = ledger.cut.seal({ ...(await ledger.cut.now()), size: 2 });
    expect(await codeOf(ledger.cut.open(beyond))).toBe("cut-beyond-head");
    const { ledger: other } = await open(testKinds);
    const elsewhere = other.cut.seal(await other.cut.now());
    expect(await codeOf(ledger.cut.open(elsewhere))).toBe("cut-not-ours");
    await asOwner((client) =>
      tampering(client, () => client.query("update ledger.entry set leaf = sha256('other')")),
    );
    expect(await codeOf((await open(testKinds)).ledger.cut.open(early))).toBe("cut-not-ours");
  });

  it("of entries that were since replaced says that the history is another", async () => {
    const { ledger, asOwner, again } = await open(testKinds);
    await openFolder(ledger, "Blue");
    const token = ledger.cut.seal(await ledger.cut.now());
    await asOwner((client) =>
      tampering(client, () => client.query("update ledger.entry set leaf = sha256('other')")),
    );
    expect(await codeOf((await again()).cut.open(token))).toBe("cut-of-other-history");
  });
});
