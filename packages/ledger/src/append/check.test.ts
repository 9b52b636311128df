/** Everything a draft can be refused for before it becomes an entry, with the field and the value it was found at. */
import { randomUUID } from "node:crypto";
import { expect, it } from "vitest";
import type { Draft } from "../entry.ts";
import type { Ledger } from "../open.ts";
import { openFolder, type Recorded, record, refusalOf, standingTitles } from "../testing/acts.ts";
import { clerk, onEveryServer, type TestLedger } from "../testing/index.ts";
import { testKinds } from "../testing/kinds.ts";

interface Scene {
  readonly ledger: Ledger;
  readonly blue: Recorded;
  readonly page: Recorded;
  readonly corrected: Recorded;
  readonly latest: Recorded;
  readonly withdrawn: Recorded;
  readonly withdrawal: Recorded;
}

async function scene({ ledger }: TestLedger): Promise<Scene> {
  const blue = await openFolder(ledger, "Blue");
  const page = await record(ledger, { kind: "page.stamped", body: { folders: [blue.subject], number: 1 } });
  const corrected = await openFolder(ledger, "Grene");
  const latest = await openFolder(ledger, "Green", { replaces: corrected.id, reason: "misspelled" });
  const withdrawn = await openFolder(ledger, "Never");
  const withdrawal = await record(ledger, {
    kind: "entry.withdrawn",
    body: { withdraws: withdrawn.id },
    reason: "never happened",
  });
  return { ledger, blue, page, corrected, latest, withdrawn, withdrawal };
}

const nobody = randomUUID();
const folder = (body: object, more: Partial<Draft> = {}): Draft => ({ kind: "folder.opened", body, ...more });
const withdraw = (withdraws: string, more: Partial<Draft> = {}): Draft => ({
  kind: "entry.withdrawn",
  body: { withdraws },
  reason: "wrong",
  ...more,
});

type Case = [
  what: string,
  code: string,
  field: string | undefined,
  draft: (scene: Scene) => Draft,
  value?: (scene: Scene) => unknown,
];

const cases: Case[] = [
  ["a body with an empty title", "body-invalid", "body.title", () => folder({ title: "" }), () => ""],
  ["a body with a number for a title", "body-invalid", "body.title", () => folder({ title: 7 }), () => 7],
  [
    "a body with a field nobody knows",
    "body-invalid",
    "body.colour",
    () => folder({ title: "A", colour: "blue" }),
  ],
  [
    "a body with a bad list element",
    "body-invalid",
    "body.folders[1]",
    ({ blue }) => ({ kind: "page.stamped", body: { folders: [blue.subject, "x"], number: 1 } }),
    () => "x",
  ],
  [
    "a body that is missing",
    "body-invalid",
    "body.title",
    () => ({ kind: "folder.opened", body: undefined }),
  ],
  ["a text with a NUL in it", "body-invalid", "body.title", () => folder({ title: "a\u0000b" })],
  ["a note with half of a pair", "body-invalid", "note", () => folder({ title: "A" }, { note: "\ud800" })],
  [
    "an event to come",
    "date-to-come",
    "occurred",
    () => folder({ title: "A" }, { occurred: "2199-01" }),
    () => "2199-01",
  ],
  [
    "an attestation to come",
    "date-to-come",
    "attestedAt",
    () => folder({ title: "A" }, { attestedAt: "2199" }),
    () => "2199",
  ],
  [
    "an event attested before it happened",
    "attested-beforehand",
    "attestedAt",
    () => folder({ title: "A" }, { occurred: "2023-07", attestedAt: "2023-06-30" }),
    () => "2023-06-30",
  ],
  ["an empty note", "body-invalid", "note", () => folder({ title: "A" }, { note: "  " })],
  [
    "a kind nobody knows",
    "kind-unknown",
    "kind",
    () => ({ kind: "folder.burnt", body: {} }),
    () => "folder.burnt",
  ],
  [
    "February 30",
    "body-invalid",
    "occurred",
    () => folder({ title: "A" }, { occurred: "2024-02-30" }),
    () => "2024-02-30",
  ],
  [
    "February 29 of a common year",
    "body-invalid",
    "occurred",
    () => folder({ title: "A" }, { occurred: "2023-02-29" }),
  ],
  [
    "a thirteenth month",
    "body-invalid",
    "attestedAt",
    () => folder({ title: "A" }, { attestedAt: "2024-13" }),
    () => "2024-13",
  ],
  [
    "a stretch that ends before it begins",
    "body-invalid",
    "occurred",
    () => folder({ title: "A" }, { occurred: "2024-05/2024-04" }),
  ],
  [
    "an impossible date inside a body",
    "body-invalid",
    "body.dated",
    () => ({ kind: "source.described", body: { title: "A", dated: "2024-02-30" } }),
    () => "2024-02-30",
  ],
  [
    "a subject for a kind that opens its record",
    "subject-not-allowed",
    "subject",
    ({ blue }) => folder({ title: "A" }, { subject: blue.subject }),
  ],
  [
    "a missing subject",
    "record-not-found",
    "subject",
    () => ({ kind: "folder.shelved", body: { shelf: "A" } }),
  ],
  [
    "a subject of another type",
    "record-not-found",
    "subject",
    ({ page }) => ({ kind: "folder.shelved", subject: page.subject, body: { shelf: "A" } }),
  ],
  [
    "a subject that was withdrawn",
    "record-not-found",
    "subject",
    ({ withdrawn }) => ({ kind: "folder.shelved", subject: withdrawn.subject, body: { shelf: "A" } }),
  ],
  [
    "a reference to a record that is not there",
    "record-not-found",
    "body.folders[0]",
    () => ({ kind: "page.stamped", body: { folders: [nobody], number: 1 } }),
    () => nobody,
  ],
  [
    "a reference to a record of another type",
    "record-not-found",
    "body.parent",
    ({ page }) => folder({ title: "A", parent: page.subject }),
  ],
  [
    "a reference to a record that was withdrawn",
    "record-not-found",
    "body.parent",
    ({ withdrawn }) => folder({ title: "A", parent: withdrawn.subject }),
  ],
  [
    "a source that is not there",
    "record-not-found",
    "source",
    () => folder({ title: "A" }, { source: nobody }),
  ],
  [
    "a source that is no source",
    "record-not-found",
    "source",
    ({ blue }) => folder({ title: "A" }, { source: blue.subject }),
  ],
  [
    "a correction of an entry that is not there",
    "entry-not-found",
    "replaces",
    () => folder({ title: "A" }, { replaces: nobody, reason: "wrong" }),
    () => nobody,
  ],
  [
    "a correction that names another record",
    "correction-of-other-subject",
    "subject",
    ({ blue, latest }) =>
      folder({ title: "A" }, { subject: blue.subject, replaces: latest.id, reason: "wrong" }),
  ],
  [
    "a correction of another kind",
    "correction-of-other-kind",
    "kind",
    ({ page }) => folder({ title: "A" }, { replaces: page.id, reason: "wrong" }),
  ],
  [
    "a correction of an entry already corrected",
    "entry-already-replaced",
    "replaces",
    ({ corrected }) => folder({ title: "A" }, { replaces: corrected.id, reason: "wrong" }),
  ],
  [
    "a correction of an entry already withdrawn",
    "entry-already-replaced",
    "replaces",
    ({ withdrawn }) => folder({ title: "A" }, { replaces: withdrawn.id, reason: "wrong" }),
  ],
  [
    "a correction without its reason",
    "reason-missing",
    "reason",
    ({ blue }) => folder({ title: "A" }, { replaces: blue.id }),
  ],
  [
    "a withdrawal without its reason",
    "reason-missing",
    "reason",
    ({ latest }) => ({ ...withdraw(latest.id), reason: undefined }),
  ],
  [
    "a withdrawal of an entry that is not there",
    "entry-not-found",
    "body.withdraws",
    () => withdraw(nobody),
    () => nobody,
  ],
  [
    "a second withdrawal",
    "entry-already-replaced",
    "body.withdraws",
    ({ withdrawn }) => withdraw(withdrawn.id),
  ],
  [
    "a withdrawal of a corrected entry",
    "entry-already-replaced",
    "body.withdraws",
    ({ corrected }) => withdraw(corrected.id),
  ],
  [
    "a withdrawal of a withdrawal",
    "entry-not-withdrawable",
    "body.withdraws",
    ({ withdrawal }) => withdraw(withdrawal.id),
  ],
  [
    "a correction of a withdrawal",
    "entry-not-withdrawable",
    "replaces",
    ({ withdrawal, latest }) => withdraw(latest.id, { replaces: withdrawal.id }),
  ],
  [
    "a withdrawal that names another record",
    "correction-of-other-subject",
    "subject",
    ({ blue, latest }) => withdraw(latest.id, { subject: blue.subject }),
  ],
  [
    "a withdrawal of what others stand on",
    "entry-has-dependents",
    "body.withdraws",
    ({ blue }) => withdraw(blue.id),
  ],
  [
    "a purge by appending",
    "purge-by-append",
    undefined,
    ({ blue }) => ({ kind: "entry.purged", body: { purges: blue.id, authority: "an order" } }),
  ],
];

onEveryServer("a draft is refused for", (open) => {
  it("every reason there is, named with its field and value, and the ledger stays as it was", async () => {
    const set = await scene(await open(testKinds));
    for (const [what, code, field, draft, value] of cases) {
      const refusal = await refusalOf(set.ledger.append(clerk, [draft(set)]));
      expect({ what, code: refusal.code, field: refusal.field }).toEqual({ what, code, field });
      if (value) expect(refusal.value, what).toEqual(value(set));
      for (const language of ["en", "es"] as const) {
        const { sentence, remedy } = refusal.in(language);
        expect(`${sentence} ${remedy}`, what).not.toMatch(/\[object|^undefined| : /);
      }
    }
    expect(await standingTitles(set.ledger)).toEqual(["Blue", "Green"]);
    expect(await set.ledger.verify()).toMatchObject({ ok: true, entries: 6 });
  });
});
