/** What binds an entry to others: a source cannot foretell, a record others stand on stays whose it is, and the emptied may still be named. */
import { expect, it } from "vitest";
import { codeOf, openFolder, record, refusalOf } from "../testing/acts.ts";
import { clerk, onEveryServer } from "../testing/index.ts";
import { folderOpened, sourceDescribed, testKinds } from "../testing/kinds.ts";
import { defineKind, type Kind } from "../kind.ts";

const dated = defineKind({ ...sourceDescribed, dated: (body: { dated?: string | undefined }) => body.dated });
const lasting = defineKind({ ...folderOpened, lasting: ["parent"] });
const kinds = testKinds.map((kind) =>
  kind.kind === "source.described"
    ? (dated as Kind)
    : kind.kind === "folder.opened"
      ? (lasting as Kind)
      : kind,
);

onEveryServer("an entry", (open) => {
  it("cannot have happened after the day its source bears, unless it was stated later", async () => {
    const { ledger } = await open(kinds);
    const tomorrow = {
      kind: "source.described",
      body: { title: "R", dated: `${new Date().getUTCFullYear() + 2}-01-01` },
    };
    expect(await refusalOf(record(ledger, tomorrow))).toMatchObject({
      code: "date-to-come",
      field: "body.dated",
    });
    const of = async (day?: string) =>
      (
        await record(ledger, {
          kind: "source.described",
          body: { title: "R", ...(day ? { dated: day } : {}) },
        })
      ).subject;
    const source = await of("2024-05");
    expect(await refusalOf(openFolder(ledger, "A", { source, occurred: "2024-06-01" }))).toMatchObject({
      code: "source-before-event",
      field: "occurred",
      value: "2024-06-01",
    });
    await openFolder(ledger, "A", { source, occurred: "2024-05-31" });
    await openFolder(ledger, "A", { source, occurred: "2024" });
    await openFolder(ledger, "A", { source, occurred: "2024-06-01", attestedAt: "2024-06-02" });
    await openFolder(ledger, "A", { source: await of(), occurred: "2024-06-01" });
    // When it was stated is told together with who stated it.
    expect(await refusalOf(openFolder(ledger, "A", { attestedAt: "2024-06-02" }))).toMatchObject({
      code: "attested-without-source",
      field: "attestedAt",
    });
  });

  it("keeps a source from being dated before what it is cited for", async () => {
    const { ledger } = await open(kinds);
    const described = (day: string, more: object = {}) =>
      record(ledger, { kind: "source.described", body: { title: "R", dated: day }, ...more });
    const report = await described("2024-05");
    const redated = (day: string, replaces = report.id) => described(day, { replaces, reason: "misread" });
    const cited = await openFolder(ledger, "A", { source: report.subject, occurred: "2024-04-10" });
    await openFolder(ledger, "B", {
      source: report.subject,
      occurred: "2024-04-20",
      attestedAt: "2024-06-02",
    });
    expect(await refusalOf(redated("2024-04-09"))).toMatchObject({
      code: "source-before-stated",
      field: "body.dated",
      value: "2024-04-09",
    });
    const again = await redated("2024-04");
    await record(ledger, { kind: "entry.withdrawn", body: { withdraws: cited.id }, reason: "wrong" });
    await redated("2023", again.id);
  });

  it("stays of the record it was recorded of while others stand on it", async () => {
    const { ledger } = await open(kinds);
    const [one, other] = [await openFolder(ledger, "One"), await openFolder(ledger, "Other")];
    const body = (parent: { subject: string }) => ({ title: "Inner", parent: parent.subject });
    const inner = await record(ledger, { kind: "folder.opened", body: body(one) });
    const correct = (replaces: string, parent: { subject: string }) =>
      record(ledger, { kind: "folder.opened", body: body(parent), replaces, reason: "misfiled" });
    const moved = await correct(inner.id, other);
    const shelved = await record(ledger, {
      kind: "folder.shelved",
      subject: inner.subject,
      body: { shelf: "B" },
    });
    expect(await refusalOf(correct(moved.id, one))).toMatchObject({
      code: "field-has-dependents",
      field: "body.parent",
      value: one.subject,
    });
    const renamed = await record(ledger, {
      kind: "folder.opened",
      body: { ...body(other), title: "Within" },
      replaces: moved.id,
      reason: "misspelled",
    });
    await record(ledger, { kind: "entry.withdrawn", body: { withdraws: shelved.id }, reason: "wrong" });
    await correct(renamed.id, one);
  });

  it("may be corrected though what it names was lawfully emptied, but nothing new may name that", async () => {
    const { ledger } = await open(kinds);
    const source = (await record(ledger, { kind: "source.described", body: { title: "R" } })).subject;
    const parent = await openFolder(ledger, "Outer", { source });
    const inner = await record(ledger, {
      kind: "folder.opened",
      body: { title: "Inner", parent: parent.subject },
    });
    await ledger.purge(clerk, { entry: parent.id, authority: "Court order", reason: "expunged" });
    const again = { kind: "folder.opened", body: { title: "Within", parent: parent.subject } };
    await record(ledger, { ...again, replaces: inner.id, reason: "misspelled" });
    expect(await codeOf(record(ledger, again))).toBe("record-not-found");
  });
});
