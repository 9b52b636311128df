/** A published figure run again, and held against today: what was recorded late, corrected, merged, vacated, withdrawn, purged, and nothing else. */
import type { Actor, Id, Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer, type TestLedger } from "@joint-docket/ledger/testing";
import { expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { Docket, type Told } from "../results/fixtures/docket.ts";
import { parseFrame } from "../results/index.ts";
import { pinOf } from "./acts.ts";
import { againstToday } from "./difference.ts";
import { codeOf } from "./fixtures/code.ts";
import type { Pin } from "./pin.ts";
import { rerun } from "./rerun.ts";

const SEAT: Actor = { ...clerk, id: "local-operator" };
const PERSON = "6b3f2c1e-8d4a-4c5b-9e7f-0a1b2c3d4e5f";

type Wanted = Parameters<typeof parseFrame>[0];
const pinned = (ledger: Ledger, measure: string, frame: Wanted = { basis: "recorded" }) =>
  pinOf(ledger, SEAT, measure, parseFrame(frame));

/** What lies between the figure and today: the entry, the reason, the change, and the sum that must come out. */
async function between(ledger: Ledger, pin: Pin) {
  const found = await againstToday(ledger, SEAT, pin);
  const sum = found.items.reduce((total, { change }) => total + (change ?? 0), 0);
  expect(pin.value + sum).toBe(found.today);
  expect(found.byReason.reduce((total, { change }) => total + (change ?? 0), 0)).toBe(sum);
  return found.items.map(({ entry, reason, change }) => [entry, reason, change]);
}

async function purge(ledger: Ledger, entry: Id): Promise<Id> {
  return ledger.purge(SEAT, { entry, authority: "an order", reason: "ordered" });
}

onEveryServer("a figure run again", (open) => {
  async function story(): Promise<{ opened: TestLedger; ledger: Ledger; docket: Docket; inCase: Told }> {
    const opened = await open(kinds);
    const docket = new Docket(opened.ledger);
    return { opened, ledger: opened.ledger, docket, inCase: await docket.opened() };
  }

  it("gives the same digits from the same entries, whatever was recorded since", async () => {
    const { ledger, docket, inCase } = await story();
    const first = await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01");
    const pin = await pinned(ledger, "arrests");
    await docket.arrested(inCase, await docket.joined(inCase), "2022-05-01");
    await docket.corrected(first, { occurred: "2019-01-01" });
    await docket.withdrawn(await docket.arrested(inCase, undefined, "2022-06-01"));
    expect(await rerun(ledger, SEAT, pin)).toMatchObject({
      outcome: "same",
      value: 1,
      digest: pin.counted.digest,
      lost: [],
    });
  });

  it("differs from today by what was recorded late, happened since, was corrected or withdrawn", async () => {
    const { ledger, docket, inCase } = await story();
    const arrest = async (day: string, more: object = {}) =>
      docket.arrested(inCase, await docket.joined(inCase), day, more);
    const moved = await arrest("2022-03-01");
    const mistaken = await arrest("2022-03-02");
    const several = await arrest("2022-03-03", { body: { defendant: undefined, persons: 3 } });
    const stays = await arrest("2022-03-04");
    const pin = await pinned(ledger, "arrests");
    expect(pin.value).toBe(6);
    expect(await between(ledger, pin)).toEqual([]);
    const late = await arrest("2022-02-01");
    await docket.corrected(moved, { occurred: "2019-01-01" });
    const fewer = await docket.corrected(several, { body: { persons: 2 } });
    const sameAgain = await docket.corrected(stays, { note: "Seen at the border." });
    await docket.withdrawn(mistaken);
    expect(await between(ledger, pin)).toEqual([
      [late.entry, "recorded-late", 1],
      [fewer.entry, "corrected", -1],
      [sameAgain.entry, "corrected", 0],
      [moved.entry, "corrected", -1],
      [mistaken.entry, "withdrawn", -1],
    ]);
  });

  it("differs by what dated sources stated later, on the attested basis", async () => {
    const { ledger, docket, inCase } = await story();
    const source = (await docket.dated("2024-06-20")).record;
    const later = await docket.dated("2025-02-20");
    await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01");
    const stated = await docket.arrested(inCase, await docket.joined(inCase), "2022-04-01", { source });
    const since = await docket.arrested(inCase, await docket.joined(inCase), "2025-01-10", {
      source: later.record,
    });
    const pin = await pinned(ledger, "arrests", { asKnownOn: "2024-05-31" });
    expect(pin.value).toBe(1);
    expect(await between(ledger, pin)).toEqual([
      [stated.entry, "stated-late", 1],
      [since.entry, "happened-since", 1],
    ]);
  });

  it("differs by who was found to be one and the same, and by which entry counts instead", async () => {
    const { ledger, docket } = await story();
    const convict = async (person: Id | undefined, day: string) => {
      const defendant = await docket.joined(await docket.opened("yes"), person);
      return { defendant, entry: await docket.convicted(await docket.charged(defendant), day) };
    };
    const one = await convict(PERSON, "2022-03-01");
    const other = await convict(undefined, "2022-04-01");
    const pin = await pinned(ledger, "convictions");
    expect(pin.value).toBe(2);
    await docket.corrected(other.defendant, { body: { person: PERSON } });
    expect(await between(ledger, pin)).toEqual([[other.entry.entry, "merged", -1]]);
    const earlier = await convict(PERSON, "2022-02-01");
    expect(await between(ledger, pin)).toEqual([
      [earlier.entry.entry, "recorded-late", 1],
      [one.entry.entry, "counted-instead", -1],
      [other.entry.entry, "counted-instead", -1],
    ]);
  });

  it("differs by what the court vacated and what came into scope", async () => {
    const { ledger, docket, inCase } = await story();
    const count = await docket.charged(await docket.joined(inCase));
    const convicted = await docket.convicted(count, "2022-03-01");
    const unknown = await docket.opened("unknown");
    const scoped = await docket.convicted(await docket.charged(await docket.joined(unknown)), "2022-05-01");
    const pin = await pinned(ledger, "convictions", { basis: "recorded", population: "task-force" });
    expect(pin.value).toBe(1);
    const vacated = await docket.disposed(count, "conviction-vacated", "2022-12-01");
    await docket.corrected(unknown, { body: { taskForce: "yes" } });
    const found = await againstToday(ledger, SEAT, pin);
    expect(found.items).toMatchObject([
      { entry: scoped.entry, reason: "newly-in-scope", change: 1 },
      { entry: convicted.entry, reason: "vacated", change: -1, because: vacated.entry },
    ]);
    await docket.corrected(inCase, { body: { taskForce: "no" } });
    await docket.withdrawn(vacated);
    expect(await between(ledger, pin)).toEqual([
      [scoped.entry, "newly-in-scope", 1],
      [convicted.entry, "no-longer-in-scope", -1],
    ]);
  });

  it("names the entries that were lawfully emptied, and keeps its digits", async () => {
    const { ledger, docket, inCase } = await story();
    const first = await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01");
    await docket.arrested(inCase, await docket.joined(inCase), "2022-04-01");
    const pin = await pinned(ledger, "arrests");
    const by = await purge(ledger, first.entry);
    const again = await rerun(ledger, SEAT, pin);
    expect(again).toMatchObject({ outcome: "emptied", value: 1, lost: [{ entry: first.entry, by }] });
    expect(await between(ledger, pin)).toEqual([[first.entry, "emptied", -1]]);
    // Of a large figure only the digest is kept: it tells which of the emptied entries was counted.
    const large = { ...pin, counted: { digest: pin.counted.digest } };
    const outside = await docket.arrested(inCase, await docket.joined(inCase), "2019-04-01");
    await purge(ledger, outside.entry);
    expect(await rerun(ledger, SEAT, large)).toMatchObject({
      outcome: "emptied",
      lost: [{ entry: first.entry, by }],
    });
    const other = { ...pin, counted: { digest: "0".repeat(64) } };
    expect((await rerun(ledger, SEAT, other)).outcome).toBe("emptied-unproved");
  });

  it("shows both values where the measure is defined otherwise today, and says so", async () => {
    const { ledger, docket, inCase } = await story();
    await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01");
    const pin = { ...(await pinned(ledger, "arrests")), version: 7, value: 5 };
    expect(await rerun(ledger, SEAT, pin)).toMatchObject({
      outcome: "definition-changed",
      value: 1,
      version: 1,
    });
    expect(await between(ledger, pin)).toEqual([[null, "definition-changed", -4]]);
    expect(await rerun(ledger, SEAT, { ...pin, measure: "no-measure-any-more" })).toMatchObject({
      outcome: "definition-changed",
      value: null,
    });
  });

  it("says plainly that it differs where nothing explains it", async () => {
    const { ledger, docket, inCase } = await story();
    await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01");
    const pin = await pinned(ledger, "arrests");
    expect((await rerun(ledger, SEAT, { ...pin, value: 2 })).outcome).toBe("differs");
    const counted = { ...pin.counted, digest: "0".repeat(64) };
    expect((await rerun(ledger, SEAT, { ...pin, counted })).outcome).toBe("differs");
  });

  it("is refused where the ledger was cut off or replaced, or where its scope is not held", async () => {
    const { ledger, docket, inCase } = await story();
    await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01");
    const pin = await pinned(ledger, "arrests");
    const beyond = { ...pin, cut: { ...pin.cut, size: pin.cut.size + 9 } };
    expect(await codeOf(rerun(ledger, SEAT, beyond))).toBe("cut-beyond-head");
    const other = { ...pin, cut: { ...pin.cut, root: "0".repeat(64) } };
    expect(await codeOf(rerun(ledger, SEAT, other))).toBe("cut-of-other-history");
    expect(await codeOf(rerun(ledger, SEAT, { ...pin, scope: ["open", "sealed"] }))).toBe(
      "figure-scope-not-yours",
    );
  });

  it("says how many of its entries are made up", async () => {
    const { ledger, docket, inCase } = await story();
    const { entries } = await ledger.append(clerk, [
      {
        kind: "source.described",
        body: { title: "Trial docket", sourceKind: "synthetic", dated: "2024-01-01" },
      },
    ]);
    const source = entries[0]?.subject as Id;
    await docket.arrested(inCase, await docket.joined(inCase), "2022-03-01", { source });
    await docket.arrested(inCase, await docket.joined(inCase), "2022-04-01");
    expect((await pinned(ledger, "arrests")).synthetic).toBe(1);
  });
});
