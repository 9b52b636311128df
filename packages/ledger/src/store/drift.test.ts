/** A schema changed behind the ledger's back is noticed before anything is read or written, and the change is named. */
import { expect, it } from "vitest";
import { openFolder, refusalOf } from "../testing/acts.ts";
import { onEveryServer } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";
import { describeSchema } from "./drift.ts";

/** What was done, and how the refusal names it. */
const CHANGES: [change: string, named: string][] = [
  ["drop trigger append_only on ledger.entry", "trigger append_only on ledger.entry is missing"],
  ["alter table ledger.body disable trigger purge_only", "trigger purge_only on ledger.body was changed"],
  [
    "alter table ledger.node enable replica trigger no_truncate",
    "trigger no_truncate on ledger.node was changed",
  ],
  ["alter policy reader on ledger.entry using (true)", "policy reader on ledger.entry was changed"],
  ["alter policy reader on docket.folder with check (true)", "policy reader on docket.folder was changed"],
  ["create policy open_door on ledger.body using (true)", "policy open_door on ledger.body is not ours"],
  ["alter table ledger.mention disable row level security", "table ledger.mention was changed"],
  ["alter table docket.page no force row level security", "table docket.page was changed"],
  ["alter table ledger.entry add column remark text", "column ledger.entry.remark is not ours"],
  ["alter table ledger.entry alter column version type integer", "column ledger.entry.version was changed"],
  ["alter table ledger.ended drop column attested", "column ledger.ended.attested is missing"],
  ["alter table ledger.body drop constraint body_pkey", "constraint body_pkey on ledger.body is missing"],
  [
    "create or replace function ledger.refuse_change() returns trigger language plpgsql as 'begin return null; end'",
    "function ledger.refuse_change was changed",
  ],
  [
    "create or replace function ledger.labels() returns integer[] language sql stable parallel safe as 'select array[1, 2]'",
    "function ledger.labels was changed",
  ],
  [
    "create function ledger.mine() returns integer language sql as 'select 1'",
    "function ledger.mine is not ours",
  ],
  ["create table docket.mine (a integer)", "table docket.mine is not ours"],
  ["create view ledger.peek as select content from ledger.body", "table ledger.peek is not ours"],
];

onEveryServer("schema drift", (open) => {
  it("of every sort is refused at the start by its name", async () => {
    const { ledger, again, asOwner } = await open(testKinds);
    await openFolder(ledger, "Blue");
    for (const [change, named] of CHANGES) {
      await asOwner(async (client) => {
        await client.query(change);
        const refusal = await refusalOf(again());
        expect(refusal.code, change).toBe("schema-drift");
        expect(refusal.message, change).toContain(named);
        // What is now there counts as ours for the next change.
        await client.query("update ledger.description set content = $1", [
          JSON.stringify(await describeSchema(client)),
        ]);
      });
    }
  });

  it("is not found where nothing was changed, however often it is opened, by two servers at once too", async () => {
    const { again } = await open(testKinds);
    await Promise.all([again(), again(), again()]);
    await again({ kinds: testKinds.slice(0, 2) });
    await again();
  });
});
