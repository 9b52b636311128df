/** Batches under the append lock: from one server or two, all or none, or each that can stand. */
import { randomUUID } from "node:crypto";
import { sql } from "kysely";
import { expect, it } from "vitest";
import type { Draft } from "../entry.ts";
import { codeOf, count, openFolder, record, standingTitles } from "../testing/acts.ts";
import { clerk, onEveryServer } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";

const folder = (title: string, more: Partial<Draft> = {}): Draft => ({
  kind: "folder.opened",
  body: { title },
  ...more,
});
const page = (folders: string[], number: number): Draft => ({
  kind: "page.stamped",
  body: { folders, number },
});
const withdrawal = (withdraws: string): Draft => ({
  kind: "entry.withdrawn",
  body: { withdraws },
  reason: "never happened",
});

onEveryServer("batches", (open) => {
  it("come from two servers at once without a gap, a step back in time or a broken tree", async () => {
    const { ledger, again, asOwner } = await open(testKinds);
    const other = await again();
    const writers = [ledger, other, ledger, other].map(async (one, writer) => {
      for (let i = 0; i < 25; i++) {
        const drafts = Array.from({ length: 1 + ((i * 7) % 13) }, (_, n) => folder(`${writer}.${i}.${n}`));
        await one.append(clerk, drafts);
      }
    });
    await Promise.all(writers);
    await other.checkpoints.tick();
    const verification = await ledger.verify();
    expect(verification).toMatchObject({ ok: true, problems: [] });
    await asOwner(async (client) => {
      const { rows } = await client.query(
        "select min(seq)::int as first, max(seq)::int as last, count(*)::int as entries, (select size::int from ledger.head) as head from ledger.entry",
      );
      const { first, last, entries, head } = rows[0];
      expect({ first, last, head }).toEqual({ first: 0, last: entries - 1, head: entries });
      expect(entries).toBe(verification.entries);
      const back =
        "(select recorded_at < lag(recorded_at) over (order by seq) as back from ledger.entry) t where back";
      expect(await count(client, back)).toBe(0);
    });
    expect(await ledger.rebuild()).toMatchObject({ identical: true });
  });

  it("give every entry of one batch the moment at which the lock was held", async () => {
    const { ledger, asOwner } = await open(testKinds);
    await ledger.append(clerk, [folder("a"), folder("b"), folder("c")]);
    await asOwner(async (client) =>
      expect(await count(client, "(select distinct recorded_at from ledger.entry) t")).toBe(1),
    );
  });

  it("are recorded whole or not at all", async () => {
    const { ledger, asOwner } = await open(testKinds);
    const refused = ledger.append(clerk, [folder("Blue"), folder(""), folder("Green")]);
    expect(await codeOf(refused)).toBe("body-invalid");
    await asOwner(async (client) => {
      for (const table of ["entry", "body", "mention"])
        expect(await count(client, `ledger.${table}`)).toBe(0);
      expect(await count(client, "docket.folder")).toBe(0);
    });
    expect((await ledger.append(clerk, [folder("Red")])).before).toBe(0);
  });

  it("of no drafts record nothing", async () => {
    const { ledger } = await open(testKinds);
    expect(await ledger.append(clerk, [])).toEqual({ entries: [], before: 0, after: 0 });
    expect(await ledger.appendEach(clerk, [])).toEqual({ outcomes: [], before: 0, after: 0 });
  });

  it("that take the good ones say of each other why not, in the order given", async () => {
    const { ledger } = await open(testKinds);
    const drafts = [
      folder("Blue"),
      folder(""),
      { kind: "folder.burnt", body: {} },
      page([randomUUID()], 1),
      folder("Green"),
    ];
    const previewed = await ledger.preview(clerk, drafts);
    const { outcomes, before, after } = await ledger.appendEach(clerk, drafts);
    const said = outcomes.map((outcome) =>
      "refusal" in outcome ? outcome.refusal.code : outcome.entry.kind,
    );
    expect(said).toEqual([
      "folder.opened",
      "body-invalid",
      "kind-unknown",
      "record-not-found",
      "folder.opened",
    ]);
    expect(
      previewed.map((outcome) => ("refusal" in outcome ? outcome.refusal.code : outcome.entry.kind)),
    ).toEqual(said);
    expect({ before, after }).toEqual({ before: 0, after: 2 });
    expect(await standingTitles(ledger)).toEqual(["Blue", "Green"]);
  });

  it("previewed leave the ledger as it was", async () => {
    const { ledger, asOwner } = await open(testKinds);
    await ledger.preview(clerk, [folder("Blue")]);
    await asOwner(async (client) => expect(await count(client, "ledger.entry")).toBe(0));
  });

  it("may name a record that an earlier draft of the same batch opens", async () => {
    const { ledger } = await open(testKinds);
    const opensAs = randomUUID();
    const { entries } = await ledger.append(clerk, [
      folder("Blue", { opensAs }),
      folder("Inner", { body: { title: "Inner", parent: opensAs } }),
      page([opensAs], 1),
    ]);
    expect(entries[0]?.subject).toBe(opensAs);
    const { rows } = await ledger.read(clerk, ({ db }) =>
      sql<{ parent: string }>`select parent from docket.folder where title = 'Inner'`.execute(db),
    );
    expect(rows[0]?.parent).toBe(opensAs);
  });

  it("may not name a record that only a later or a refused draft opens", async () => {
    const { ledger } = await open(testKinds);
    const [late, never] = [randomUUID(), randomUUID()];
    const { outcomes } = await ledger.appendEach(clerk, [
      page([late], 1),
      folder("Late", { opensAs: late }),
      folder("", { opensAs: never }),
      page([never], 2),
    ]);
    expect(outcomes.map((outcome) => ("refusal" in outcome ? outcome.refusal.code : "recorded"))).toEqual([
      "record-not-found",
      "recorded",
      "body-invalid",
      "record-not-found",
    ]);
  });

  it("may correct or withdraw an entry that an earlier draft of the same batch makes", async () => {
    const { ledger } = await open(testKinds);
    const [blue, green] = [randomUUID(), randomUUID()];
    const { outcomes } = await ledger.appendEach(clerk, [
      folder("Blue", { entersAs: blue }),
      folder("Azure", { replaces: blue, reason: "misread" }),
      folder("Green", { entersAs: green }),
      { kind: "entry.withdrawn", body: { withdraws: green }, reason: "twice" },
    ]);
    expect(outcomes.map((outcome) => "entry" in outcome && outcome.entry.replaces)).toEqual([
      undefined,
      blue,
      undefined,
      green,
    ]);
    expect(await standingTitles(ledger)).toEqual(["Azure"]);
  });

  it("correct an entry once: the second correction in one batch comes too late", async () => {
    const { ledger } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    const correction = (title: string) => folder(title, { replaces: blue.id, reason: "misread" });
    const { outcomes } = await ledger.appendEach(clerk, [correction("Azure"), correction("Navy")]);
    expect(outcomes[1]).toMatchObject({ refusal: { code: "entry-already-replaced" } });
    expect(await standingTitles(ledger)).toEqual(["Azure"]);
  });

  it("withdraw a record's entries and then the record itself", async () => {
    const { ledger } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    const stamped = await record(ledger, page([blue.subject], 1));
    expect(await codeOf(ledger.append(clerk, [withdrawal(blue.id)]))).toBe("entry-has-dependents");
    await ledger.append(clerk, [withdrawal(stamped.id), withdrawal(blue.id)]);
    expect(await standingTitles(ledger)).toEqual([]);
    expect(await codeOf(ledger.append(clerk, [page([blue.subject], 2)]))).toBe("record-not-found");
  });

  it("withdraw a record whose only other entry was itself withdrawn before", async () => {
    const { ledger } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    const shelved = await record(ledger, {
      kind: "folder.shelved",
      subject: blue.subject,
      body: { shelf: "A" },
    });
    expect(await codeOf(ledger.append(clerk, [withdrawal(blue.id)]))).toBe("entry-has-dependents");
    await ledger.append(clerk, [withdrawal(shelved.id)]);
    await ledger.append(clerk, [withdrawal(blue.id)]);
    expect(await standingTitles(ledger)).toEqual([]);
  });

  it("carry the row key of a corrected entry on to its correction", async () => {
    const { ledger, asOwner } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue", { key: "row-1" });
    await openFolder(ledger, "Azure", { replaces: blue.id, reason: "misread" });
    await asOwner(async (client) => {
      expect(await count(client, "ledger.body where content::jsonb ->> 'key' = 'row-1'")).toBe(2);
      const { rows } = await client.query("select key, chain, subject from ledger.row_key");
      expect(rows).toEqual([{ key: "row-1", chain: blue.id, subject: blue.subject }]);
    });
  });
});
