/** A figure's whole course in a real ledger: drafted, reviewed by another, published, run again, withdrawn; and every refusal on the way. */
import type { Actor, Id, Ledger } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import { describe, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { Docket } from "../results/fixtures/docket.ts";
import { parseFrame } from "../results/index.ts";
import { draftFigure, publishFigure, reviewFigure, withdrawFigure } from "./acts.ts";
import { codeOf } from "./fixtures/code.ts";
import { figureOf, listFigures } from "./figures.ts";
import { rerun } from "./rerun.ts";

const SEAT: Actor = { ...clerk, id: "local-operator" };
const frame = parseFrame({ asKnownOn: "2024-05-31" });
let keys = 0;
const key = () => `figure-key-${++keys}`;

async function draft(ledger: Ledger, by = "Ana Drafter", actor = SEAT) {
  const { entries } = await draftFigure(ledger, actor, { measure: "arrests", frame, by }, key());
  return { figure: entries[0]?.subject as Id, draft: entries[0]?.id as Id };
}

type Drafted = Awaited<ReturnType<typeof draft>>;

const approve = (ledger: Ledger, drafted: Drafted, by = "Ben Reviewer", actor = SEAT) =>
  reviewFigure(ledger, actor, { ...drafted, by, verdict: "approved" }, key());
const publish = (ledger: Ledger, drafted: Drafted, by = "Ana Drafter") =>
  publishFigure(ledger, SEAT, { ...drafted, by }, key());
const withdraw = (ledger: Ledger, { figure }: Drafted) =>
  withdrawFigure(ledger, SEAT, { figure, because: "Counted from a wrong source.", by: "Cy" }, key());
const stateOf = async (ledger: Ledger, { figure }: Drafted) =>
  (await figureOf(ledger, SEAT, figure)).course.state;

async function twoArrests(ledger: Ledger): Promise<Docket> {
  const docket = new Docket(ledger);
  const opened = await docket.opened();
  for (const day of ["2022-03-01", "2022-04-01"])
    await docket.arrested(opened, await docket.joined(opened), day);
  return docket;
}

onEveryServer("a figure", (open) => {
  it("goes from draft over a second person's review to publication, and is withdrawn with a reason", async () => {
    const { ledger } = await open(kinds);
    await twoArrests(ledger);
    const drafted = await draft(ledger);
    expect(await stateOf(ledger, drafted)).toBe("drafted");
    await approve(ledger, drafted);
    expect(await stateOf(ledger, drafted)).toBe("approved");
    await publish(ledger, drafted);
    const { pinned, drafted: entry, course } = await figureOf(ledger, SEAT, drafted.figure);
    expect(course.state).toBe("published");
    expect(pinned).toMatchObject({
      measure: "arrests",
      version: 1,
      value: 2,
      entries: 2,
      cases: 1,
      synthetic: 0,
      scope: ["open"],
      frame: { basis: "attested", population: "record", knownOn: "2024-05-31", since: "2021-06-01" },
    });
    expect(pinned.counted.entries).toHaveLength(2);
    expect(entry.body.sentence).toEqual({
      en: "Arrests since June 1, 2021: 2, as dated sources had stated by May 31, 2024 (all cases in the record).",
      es: "Arrestos desde el 1 de junio de 2021: 2, según lo afirmado por fuentes con fecha hasta el 31 de mayo de 2024 (todos los casos del registro).",
    });
    await withdraw(ledger, drafted);
    expect(await stateOf(ledger, drafted)).toBe("withdrawn");
    // What was withdrawn is still what was published.
    expect((await rerun(ledger, SEAT, pinned)).outcome).toBe("same");
  });

  it("is listed by its state, newest first, by page", async () => {
    const { ledger } = await open(kinds);
    await twoArrests(ledger);
    const made = [await draft(ledger), await draft(ledger), await draft(ledger)];
    const [first, second, third] = made as [Drafted, Drafted, Drafted];
    await approve(ledger, second);
    await publish(ledger, second);
    await reviewFigure(
      ledger,
      SEAT,
      { ...third, by: "Ben", verdict: "returned", remarks: "Wrong day." },
      key(),
    );
    const list = (states: Parameters<typeof listFigures>[1], before?: number, limit = 10) =>
      ledger.read(SEAT, (reader) => listFigures(reader, states, before, limit));
    const all = await list(["drafted", "returned", "approved", "published", "withdrawn"]);
    expect(all.items.map(({ figure, state }) => [figure, state])).toEqual([
      [third.figure, "returned"],
      [second.figure, "published"],
      [first.figure, "drafted"],
    ]);
    expect(all.items[0]).toMatchObject({ measure: "arrests", value: 2, by: "Ana Drafter" });
    const page = await list(["drafted", "returned", "published"], undefined, 2);
    expect(page.items.map(({ figure }) => figure)).toEqual([third.figure, second.figure]);
    const rest = await list(["drafted", "returned", "published"], page.next ?? undefined, 2);
    expect(rest).toMatchObject({ items: [{ figure: first.figure }], next: null });
    expect((await list(["withdrawn"])).items).toEqual([]);
  });

  it("that is drafted anew needs its review anew", async () => {
    const { ledger } = await open(kinds);
    await twoArrests(ledger);
    const old = await draft(ledger);
    await approve(ledger, old);
    const instead = { ...old, reason: "Asked for the year before." };
    const { entries } = await draftFigure(
      ledger,
      SEAT,
      { measure: "arrests", frame: parseFrame({ asKnownOn: "2023-05-31" }), by: "Ana Drafter", instead },
      key(),
    );
    const anew = { figure: old.figure, draft: entries[0]?.id as Id };
    expect(await stateOf(ledger, old)).toBe("drafted");
    expect(await codeOf(publish(ledger, old))).toBe("figure-changed-since-review");
    expect(await codeOf(publish(ledger, anew))).toBe("figure-changed-since-review");
    expect(await codeOf(approve(ledger, old))).toBe("figure-changed-since-review");
    await approve(ledger, anew);
    expect(await codeOf(publish(ledger, old))).toBe("figure-changed-since-review");
    await publish(ledger, anew);
    expect(await stateOf(ledger, anew)).toBe("published");
  });

  it("drafted twice by one repeated request is drafted once", async () => {
    const { ledger } = await open(kinds);
    const docket = await twoArrests(ledger);
    const asked = { measure: "arrests", frame, by: "Ana" };
    const first = await draftFigure(ledger, SEAT, asked, "the-same-key");
    await docket.arrested(await docket.opened(), undefined, "2022-05-01");
    expect(await draftFigure(ledger, SEAT, asked, "the-same-key")).toEqual(first);
    expect(await codeOf(draftFigure(ledger, SEAT, { ...asked, by: "Ben" }, "the-same-key"))).toBe(
      "idempotency-key-reused",
    );
  });

  describe("is refused", () => {
    it("a review by whoever drafted it, however they spell their name", async () => {
      const { ledger } = await open(kinds);
      const drafted = await draft(ledger, "José Núñez");
      for (const by of ["José Núñez", "  jose   nunez "])
        expect(await codeOf(approve(ledger, drafted, by))).toBe("figure-own-review");
      await approve(ledger, drafted, "Nunez");
    });

    it("a review by the same actor under another name, where actors have seats of their own", async () => {
      const { ledger } = await open(kinds);
      const ana = { ...clerk, id: "ana" };
      const drafted = await draft(ledger, "Ana", ana);
      expect(await codeOf(approve(ledger, drafted, "Somebody else", ana))).toBe("figure-own-review");
      await approve(ledger, drafted, "Ana", { ...clerk, id: "another-ana" });
      expect(await stateOf(ledger, drafted)).toBe("approved");
    });

    it("publication before review, after a return, twice, and after withdrawal", async () => {
      const { ledger } = await open(kinds);
      const drafted = await draft(ledger);
      expect(await codeOf(publish(ledger, drafted))).toBe("figure-not-reviewed");
      await reviewFigure(ledger, SEAT, { ...drafted, by: "Ben", verdict: "returned" }, key());
      expect(await codeOf(publish(ledger, drafted))).toBe("figure-returned");
      await approve(ledger, drafted);
      await publish(ledger, drafted);
      expect(await codeOf(publish(ledger, drafted))).toBe("figure-published-already");
      expect(await codeOf(approve(ledger, drafted))).toBe("figure-published-already");
      const instead = { ...drafted, reason: "Other day." };
      const anew = { measure: "arrests", frame, by: "Ana", instead };
      expect(await codeOf(draftFigure(ledger, SEAT, anew, key()))).toBe("figure-published-already");
      await withdraw(ledger, drafted);
      expect(await codeOf(withdraw(ledger, drafted))).toBe("figure-withdrawn-already");
      expect(await codeOf(publish(ledger, drafted))).toBe("figure-withdrawn-already");
      expect(await codeOf(draftFigure(ledger, SEAT, anew, key()))).toBe("figure-withdrawn-already");
    });

    it("what was written by hand, and what would undo an act", async () => {
      const { ledger } = await open(kinds);
      const drafted = await draft(ledger);
      await approve(ledger, drafted);
      await publish(ledger, drafted);
      const { acts } = await figureOf(ledger, SEAT, drafted.figure);
      for (const { id, kind, body, subject } of acts) {
        const envelope = { kind, body, ...(kind === "figure.drafted" ? {} : { subject }) };
        expect(await codeOf(ledger.append(SEAT, [envelope]))).toBe("kind-composed");
        const withdrawal = { kind: "entry.withdrawn", subject, body: { withdraws: id }, reason: "x" };
        expect(await codeOf(ledger.append(SEAT, [withdrawal])), kind).toMatch(
          /^(figure-act-stands|figure-published-already|entry-has-dependents)$/,
        );
      }
    });

    it("a figure that nobody knows, a measure that is none, and a day to come", async () => {
      const { ledger } = await open(kinds);
      const nobody = "00000000-0000-4000-8000-000000000001";
      expect(await codeOf(figureOf(ledger, SEAT, nobody))).toBe("figure-not-there");
      expect(await codeOf(approve(ledger, { figure: nobody, draft: nobody }))).toBe("record-not-found");
      const asked = { by: "Ana", frame };
      expect(await codeOf(draftFigure(ledger, SEAT, { ...asked, measure: "escapes" }, key()))).toBe(
        "measure-unknown",
      );
      const tomorrow = parseFrame({ asKnownOn: "2199-01-01" });
      expect(
        await codeOf(draftFigure(ledger, SEAT, { measure: "arrests", by: "Ana", frame: tomorrow }, key())),
      ).toBe("day-to-come");
    });
  });
});
