/** A schema changed behind the ledger's back is noticed before anything is read or written, and the change is named. */
import { expect, it } from "vitest";
import { openFolder, refusalOf } from "../testing/acts.ts";
import { onEveryServer } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";
import { describeSchema } from "./drift.ts";
import { identityOf } from "./migrate.ts";

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
  [
    "drop trigger append_only on ledger.checkpoint; create trigger append_only before update or delete on ledger.checkpoint for each row when (false) execute function ledger.refuse_change()",
    "trigger append_only on ledger.checkpoint was changed",
  ],
  [
    "create rule quietly as on delete to ledger.entry do instead nothing",
    "rule quietly on ledger.entry is not ours",
  ],
  ["alter policy reader on ledger.mention to public", "policy reader on ledger.mention was changed"],
  ["drop index ledger.entry_subject", "index ledger.entry_subject on ledger.entry is missing"],
  [
    "grant select on ledger.checkpoint to public",
    "grant on table ledger.checkpoint to everybody is not ours",
  ],
  [
    "grant update (kind) on ledger.entry to public",
    "grant on column ledger.entry.kind to everybody is not ours",
  ],
  ["grant usage on schema ledger to public", "grant on schema ledger to everybody is not ours"],
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

  it("in which roles a policy holds for, and in who owns what, is refused too", async () => {
    const { again, asOwner } = await open(testKinds);
    const { app, keeper } = (await asOwner(identityOf)).roles;
    await asOwner((client) => client.query(`alter policy keeper on ledger.entry to ${keeper}, ${app}`));
    expect((await refusalOf(again())).message).toContain("policy keeper on ledger.entry was changed");
    await asOwner((client) => client.query(`alter policy keeper on ledger.entry to ${keeper}`));
    await again();
    for (const [change, undo, named] of [
      [
        "alter table ledger.body owner to",
        "alter table ledger.body owner to current_user",
        "table ledger.body was changed",
      ],
      [
        "alter function ledger.leaves owner to",
        "alter function ledger.leaves owner to current_user",
        "function ledger.leaves was changed",
      ],
      [
        "alter schema docket owner to",
        "alter schema docket owner to current_user",
        "schema docket was changed",
      ],
    ] as const) {
      await asOwner((client) => client.query(`${change} pg_monitor`));
      const refusal = await refusalOf(again());
      expect(refusal.code, change).toBe("schema-drift");
      expect(refusal.message, change).toContain(named);
      await asOwner((client) => client.query(undo));
      await again();
    }
  });

  it("in what the two roles may is refused too", async () => {
    const { again, asOwner } = await open(testKinds);
    const { app, keeper } = (await asOwner(identityOf)).roles;
    const changes: [change: string, undo: string, named: string][] = [
      [`alter role ${app} createdb`, `alter role ${app} nocreatedb`, `role ${app} was changed`],
      [`grant ${keeper} to ${app}`, `revoke ${keeper} from ${app}`, `role ${app} was changed`],
      [
        `grant delete on ledger.body to ${app}`,
        `revoke delete on ledger.body from ${app}`,
        `grant on table ledger.body to ${app} was changed`,
      ],
      [
        `grant execute on function ledger.leaves to public`,
        `revoke execute on function ledger.leaves from public`,
        "grant on function ledger.leaves to everybody is not ours",
      ],
    ];
    for (const [change, undo, named] of changes) {
      await asOwner((client) => client.query(change));
      const refusal = await refusalOf(again());
      expect(refusal.code, change).toBe("schema-drift");
      expect(refusal.message, change).toContain(named);
      await asOwner((client) => client.query(undo));
      await again();
    }
  });

  it("is not found where nothing was changed, however often it is opened, by two servers at once too", async () => {
    const { again } = await open(testKinds);
    await Promise.all([again(), again(), again()]);
    await again({ kinds: testKinds.slice(0, 2) });
    await again();
  });
});
