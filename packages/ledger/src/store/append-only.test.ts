/** Nothing in the ledger can be changed or removed, not even by the database's owner, short of taking the triggers away. */
import { expect, it } from "vitest";
import { count, openFolder } from "../testing/acts.ts";
import { clerk, onEveryServer } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";

/** Every table of the record proper, with a change that would otherwise be allowed. */
const TABLES: Record<string, string> = {
  ledger: "created = now()",
  entry: "kind = 'other'",
  body: "content = '{}'",
  node: "hash = hash",
  checkpoint: "note = ''",
  cosignature: "line = ''",
  signing_key: "since = 0",
  emptied: "kind = 'other'",
};

onEveryServer("the owner", (open) => {
  it("cannot update, delete or truncate any table of the record", async () => {
    const { ledger, asOwner } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    await ledger.append(
      clerk,
      Array.from({ length: 300 }, (_, i) => ({ kind: "folder.opened", body: { title: `${i}` } })),
    );
    await ledger.purge(clerk, { entry: blue.id, authority: "an order", reason: "ordered" });
    await ledger.checkpoints.tick();
    await asOwner(async (client) => {
      await client.query(
        "insert into ledger.cosignature select 'w', size, root, 'line', at from ledger.checkpoint limit 1",
      );
      for (const [table, change] of Object.entries(TABLES)) {
        const before = await count(client, `ledger.${table}`);
        expect(before, table).toBeGreaterThan(0);
        for (const text of [
          `update ledger.${table} set ${change}`,
          `delete from ledger.${table}`,
          `truncate ledger.${table} cascade`,
        ]) {
          const state = await client.query(text).then(
            () => "done",
            (error: { code: string }) => error.code,
          );
          expect(state, text).toBe("JD001");
        }
        expect(await count(client, `ledger.${table}`), table).toBe(before);
      }
    });
    expect(await ledger.verify()).toMatchObject({ ok: true });
  });

  it("cannot empty an entry without a purge entry that stands", async () => {
    const { ledger, asOwner } = await open(testKinds);
    const blue = await openFolder(ledger, "Blue");
    await asOwner(async (client) => {
      const emptied = client.query(
        "insert into ledger.emptied (label, entry, kind, subject, seq, by, at_seq) select label, id, kind, subject, seq, id, seq from ledger.entry where id = $1",
        [blue.id],
      );
      await expect(emptied).rejects.toMatchObject({ code: "JD001" });
      await expect(client.query("delete from ledger.body where seq = 0")).rejects.toMatchObject({
        code: "JD001",
      });
    });
  });
});
