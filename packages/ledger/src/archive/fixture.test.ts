/** An archive written by version 1 is kept for ever: every later version restores, verifies and reads it. */
import { readFileSync } from "node:fs";
import { sql } from "kysely";
import { expect, it } from "vitest";
import { z } from "zod";
import { defineKind, type Kind, ref } from "../kind.ts";
import { importLedger } from "../open.ts";
import { codeOf, exported, linesOf } from "../testing/acts.ts";
import { clerk, onEveryServer, openGate, type TestLedger } from "../testing/index.ts";
import { folderOpened, testKinds } from "../testing/kinds.ts";

const lines = readFileSync(new URL("../../fixtures/ledger-v1.jsonl", import.meta.url), "utf8")
  .trimEnd()
  .split("\n");

/** Folders of version 3: the title became a name with a language, then a list of names. */
const folder3 = defineKind({
  kind: "folder.opened",
  record: "folder",
  opens: true,
  title: folderOpened.title,
  version: 3,
  schema: z.strictObject({ names: z.array(z.string()).min(1), parent: ref("folder").optional() }),
  earlier: {
    1: {
      schema: folderOpened.schema,
      up: ({ title, ...rest }: { title: string }) => ({ name: title, language: "es", ...rest }),
    },
    2: {
      schema: z.strictObject({ name: z.string(), language: z.string(), parent: ref("folder").optional() }),
      up: ({ name, language: _language, ...rest }: { name: string; language: string }) => ({
        names: [name],
        ...rest,
      }),
    },
  },
  projection: {
    table: "folder",
    columns: { names: "text[]", parent: "uuid" },
    row: ({ names, parent }) => ({ names, parent: parent ?? null }),
  },
  sentence: { en: ({ body }) => body.names.join(), es: ({ body }) => body.names.join() },
});
const newer = testKinds.map((kind) => (kind.kind === folder3.kind ? (folder3 as Kind) : kind));

/** The lines that are the record itself; checkpoints go on being made. */
const entries = (all: readonly string[]) =>
  all.filter((line) => line.startsWith('{"entry"') || line.startsWith('{"cosignature"'));

const restore = async ({ database, secrets, ledger }: TestLedger, kinds: readonly Kind[]) => {
  await ledger.close();
  return importLedger({ url: database.url, secrets, kinds, gate: openGate, timeZone: "UTC" }, linesOf(lines));
};

onEveryServer("the archive of version 1", (open) => {
  it("is restored, verified, rebuilt and written out again, entry for entry", async () => {
    const ledger = await restore(await open(testKinds), testKinds);
    expect(await ledger.verify()).toMatchObject({ ok: true, entries: 19, problems: [] });
    expect(await ledger.rebuild()).toMatchObject({ identical: true, entries: 19 });
    expect(entries(await exported(ledger))).toEqual(entries(lines));
    await ledger.close();
  });

  it("is read by a kind two versions on, whose entries go on beside the old ones", async () => {
    const ledger = await restore(await open(newer), newer);
    const names = () =>
      ledger
        .read(clerk, ({ db }) =>
          sql<{
            names: string[];
          }>`select names from docket.folder where until is null order by since`.execute(db),
        )
        .then(({ rows }) => rows.map((row) => row.names));
    expect(await names()).toEqual([["Azul — “azure” 😀 \\ \u2028"], ["Inner"]]);
    const { rows } = await ledger.read(clerk, ({ db }) =>
      sql<{ id: string }>`select entry as id from docket.folder where names = '{Inner}'`.execute(db),
    );
    await ledger.append(clerk, [
      {
        kind: "folder.opened",
        body: { names: ["Inner", "Interior"] },
        replaces: rows[0]?.id,
        reason: "a second name",
      },
    ]);
    expect(await names()).toEqual([["Azul — “azure” 😀 \\ \u2028"], ["Inner", "Interior"]]);
    expect(await ledger.verify()).toMatchObject({ ok: true, entries: 20, problems: [] });
    expect(await ledger.rebuild()).toMatchObject({ identical: true });
    await ledger.close();
  });

  it("is refused whole by a program that lacks one of its versions or kinds", async () => {
    const gap = newer.map((kind) =>
      kind.kind === "folder.opened" ? { ...kind, earlier: { 1: folder3.earlier?.[1] as never } } : kind,
    );
    expect(await codeOf(restore(await open(gap), gap))).toBe("kind-version-unknown");
    const without = testKinds.filter(({ kind }) => kind !== "page.stamped");
    expect(await codeOf(restore(await open(without), without))).toBe("kind-unknown");
  });
});
