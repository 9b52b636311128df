/** Dropping the tables and projecting them again gives the same bytes, whatever has happened; anything else is named. */
import * as fc from "fast-check";
import { expect, it } from "vitest";
import type { Draft } from "../entry.ts";
import { defineKind, type Kind } from "../kind.ts";
import type { Ledger } from "../open.ts";
import { Refusal } from "../refusal.ts";
import { count, openFolder } from "../testing/acts.ts";
import { clerk, onEveryServer } from "../testing/index.ts";
import { folderOpened, testKinds } from "../testing/kinds.ts";

const text = fc.oneof(
  fc.constantFrom("a", "", '"', "\\", "{}", "null", "NULL", "ñ", "😀", "a,b", "\n\t"),
  fc.string({ unit: "grapheme", maxLength: 8 }),
);
const date = fc.constantFrom("2018", "2018-02", "2020-02-29", "2021-04/2021-05");
const pick = fc.nat(1000);
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant("open" as const),
      title: text,
      parent: fc.option(pick),
      occurred: fc.option(date),
      attestedAt: fc.option(date),
      key: fc.option(fc.nat(40).map((number) => `k${number}`)),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("stamp" as const),
      folders: fc.array(pick, { minLength: 1, maxLength: 3 }),
      words: fc.array(text, { maxLength: 3 }),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      act: fc.constant("correct" as const),
      entry: pick,
      title: text,
      attestedAt: fc.option(date),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ act: fc.constant("withdraw" as const), entry: pick, attestedAt: fc.option(date) }),
  },
  { weight: 2, arbitrary: fc.record({ act: fc.constant("purge" as const), entry: pick }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** What was given; a draft has no nulls. */
function some(given: object): object {
  return Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== null && value !== undefined),
  );
}

/** The history so far, for the next step to choose from. */
class History {
  readonly #ledger: Ledger;
  readonly #entries: { id: string; subject: string; kind: string }[] = [];
  /** How many steps the ledger took, by act; a run in which nothing happens would prove nothing. */
  readonly taken: Record<string, number> = {};

  constructor(ledger: Ledger) {
    this.#ledger = ledger;
  }

  async take(next: Step): Promise<void> {
    try {
      if (next.act === "purge")
        await this.#ledger.purge(clerk, {
          entry: this.#entry(next.entry).id,
          authority: "an order",
          reason: "ordered",
        });
      else {
        const draft = this.#draft(next);
        const { entries } = await this.#ledger.append(clerk, [draft]);
        for (const { id, subject } of entries) this.#entries.push({ id, subject, kind: draft.kind });
      }
      this.taken[next.act] = (this.taken[next.act] ?? 0) + 1;
    } catch (error) {
      if (!(error instanceof Refusal) || error.code.startsWith("database")) throw error;
    }
  }

  #draft(next: Exclude<Step, { act: "purge" }>): Draft {
    if (next.act === "open") {
      const { title, parent, occurred, attestedAt, key } = next;
      return {
        kind: "folder.opened",
        body: some({ title, parent: parent === null ? null : this.#entry(parent).subject }),
        ...some({ occurred, attestedAt, key }),
      };
    }
    if (next.act === "stamp")
      return {
        kind: "page.stamped",
        body: { folders: next.folders.map((at) => this.#entry(at).subject), number: 1, words: next.words },
      };
    const { id, kind, subject } = this.#entry(next.entry);
    const more = { reason: "wrong", ...some({ attestedAt: next.attestedAt }) };
    if (next.act === "withdraw") return { kind: "entry.withdrawn", body: { withdraws: id }, ...more };
    const body = kind === "page.stamped" ? { folders: [subject], number: 2 } : { title: next.title };
    return { kind, body, replaces: id, ...more };
  }

  #entry(at: number) {
    return (
      this.#entries[at % Math.max(1, this.#entries.length)] ?? {
        id: crypto.randomUUID(),
        subject: crypto.randomUUID(),
        kind: "folder.opened",
      }
    );
  }
}

/** The folder's kind with something about its table changed. */
function otherFolder(projection: Partial<Kind["projection"]>): Kind[] {
  const changed = defineKind({
    ...folderOpened,
    projection: { ...folderOpened.projection, ...projection } as typeof folderOpened.projection,
  });
  return testKinds.map((kind) => (kind.kind === changed.kind ? (changed as Kind) : kind));
}

onEveryServer("a rebuild", (open) => {
  it("gives the same bytes after any history, and the ledger verifies", async () => {
    const { ledger } = await open(testKinds);
    const history = new History(ledger);
    // One of each, so that chance cannot leave any out; then whatever chance brings.
    const plain = { title: "Blue", parent: null, occurred: null, attestedAt: null, key: null };
    for (let at = 0; at < 4; at++) await history.take({ act: "open", ...plain });
    await history.take({ act: "stamp", folders: [0], words: [] });
    await history.take({ act: "correct", entry: 1, title: "Azure", attestedAt: null });
    await history.take({ act: "withdraw", entry: 2, attestedAt: null });
    await history.take({ act: "purge", entry: 3 });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 40 }), async (steps) => {
        for (const each of steps) await history.take(each);
        expect(await ledger.rebuild()).toMatchObject({ identical: true, changed: [] });
      }),
      { numRuns: 8, endOnFailure: true },
    );
    expect(Object.keys(history.taken).sort()).toEqual(["correct", "open", "purge", "stamp", "withdraw"]);
    expect(await ledger.verify()).toMatchObject({ ok: true, problems: [] });
  });

  it("names the tables in which somebody changed, added or removed a row, and puts them right", async () => {
    const { ledger, asOwner } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue", { key: "row-1" });
    await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
    await asOwner(async (client) => {
      await client.query("update docket.folder set title = 'Red' where title = 'Azure'");
      await client.query("delete from ledger.row_key");
      await client.query(
        "insert into ledger.mention select label, gen_random_uuid(), entry, seq, 'n' from ledger.mention limit 1",
      );
    });
    const rebuilt = await ledger.rebuild();
    expect(rebuilt.identical).toBe(false);
    expect([...rebuilt.changed].sort()).toEqual(["docket.folder", "ledger.mention", "ledger.row_key"]);
    expect(await ledger.rebuild()).toMatchObject({ identical: true, changed: [] });
  });

  it("happens by itself to a table whose definition changed, and only to that one", async () => {
    const { ledger, again, asOwner } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
    const lines: string[] = [];
    const columns = { title: "text", parent: "uuid", loud: "text" } as const;
    const changed = otherFolder({
      columns,
      row: (body) => ({
        ...(body as object),
        parent: null,
        loud: (body as { title: string }).title.toUpperCase(),
      }),
    });
    const newer = await again({ kinds: changed, say: (line) => lines.push(line) });
    expect(lines).toEqual(["Filling the tables of folder.opened from 2 entries."]);
    await asOwner(async (client) => {
      const { rows } = await client.query("select loud, ended from docket.folder order by since");
      expect(rows).toEqual([
        { loud: "BLUE", ended: "corrected" },
        { loud: "AZURE", ended: null },
      ]);
    });
    expect(await newer.rebuild()).toMatchObject({ identical: true });
  });

  it("that was interrupted while filling is found again at the next start", async () => {
    const { ledger, again, asOwner } = await open(testKinds);
    await openFolder(ledger, "Blue");
    const broken = otherFolder({
      revision: 2,
      row: () => {
        throw new Error("The light went out.");
      },
    });
    await expect(again({ kinds: broken })).rejects.toMatchObject({ code: "server-fault" });
    await asOwner(async (client) => expect(await count(client, "docket.folder")).toBe(0));
    const whole = await again({ kinds: otherFolder({ revision: 2 }) });
    await asOwner(async (client) => expect(await count(client, "docket.folder")).toBe(1));
    expect(await whole.rebuild()).toMatchObject({ identical: true });
  });

  it("of a table that another server already writes to takes each row once", async () => {
    const { ledger, again, asOwner } = await open(testKinds);
    await openFolder(ledger, "Blue");
    await asOwner((client) =>
      client.query("update ledger.projection set definition = 'to be filled' where name = 'folder.opened'"),
    );
    const servers = await Promise.all([again(), again(), again()]);
    await asOwner(async (client) => expect(await count(client, "docket.folder")).toBe(1));
    expect(await servers[0]?.rebuild()).toMatchObject({ identical: true });
  });
});
