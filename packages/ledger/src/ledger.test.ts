/** The ledger as a whole, on every database at hand. */
import { sql } from "kysely";
import { expect, it } from "vitest";
import { clerk, onEveryServer } from "./testing/index.ts";
import { testKinds } from "./testing/kinds.ts";

onEveryServer("the ledger", (open) => {
  it("records, corrects, verifies and rebuilds to the same bytes", async () => {
    const { ledger } = await open(testKinds);
    const first = await ledger.append(clerk, [{ kind: "folder.opened", body: { title: "Blue" } }], "key-1");
    const again = await ledger.append(clerk, [{ kind: "folder.opened", body: { title: "Blue" } }], "key-1");
    expect(again).toEqual(first);
    const folder = first.entries[0]?.subject as string;
    const pages = await ledger.append(
      clerk,
      Array.from({ length: 600 }, (_, i) => ({
        kind: "page.stamped",
        body: { folders: [folder], number: i + 1, words: ['a"b', "c"] },
      })),
    );
    expect(pages.after).toBe(601);
    await ledger.append(clerk, [
      {
        kind: "folder.opened",
        body: { title: "Green" },
        replaces: first.entries[0]?.id as string,
        reason: "misread",
      },
    ]);
    await ledger.checkpoints.tick();
    const verification = await ledger.verify();
    expect(verification.problems).toEqual([]);
    const rebuilt = await ledger.rebuild();
    expect(rebuilt).toEqual({ identical: true, entries: 602, changed: [] });
    const titles = await ledger.read(clerk, ({ db }) =>
      sql<{
        title: string;
        until: number | null;
      }>`select title, until from docket.folder order by since`.execute(db),
    );
    expect(titles.rows).toEqual([
      { title: "Blue", until: 601 },
      { title: "Green", until: null },
    ]);
    const cut = await ledger.cut.now();
    expect((await ledger.cut.open(ledger.cut.seal(cut))).size).toBe(602);
  });
});
