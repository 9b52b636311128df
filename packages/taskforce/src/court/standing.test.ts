import type { StandingRecord } from "@joint-docket/ledger/pure";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { count, id, sentence, standingOf } from "./fixtures/standing.ts";
import type { ChargeDisposed } from "./kinds/charge-disposed.ts";
import { countOutcome, dispositionsFit, sentenceNow } from "./standing.ts";

type Outcome = ChargeDisposed["outcome"];
const [which, driver, first] = [id(1), id(2), id(3)];

const convictions: Outcome[] = ["convicted-plea", "convicted-verdict", "convicted"];
const outcomeOf = (one = count(which, driver), ...others: StandingRecord[]) =>
  countOutcome(standingOf(one, ...others), which);
const fits = (outcomes: readonly Outcome[], outcome: Outcome, corrects: boolean) =>
  dispositionsFit(standingOf(count(which, driver, ...outcomes)), which, outcome, corrects);

const conviction = fc.constantFrom(...convictions);
const retried = fc.array(
  conviction.map((one): Outcome[] => [one, "conviction-vacated"]),
  { maxLength: 4 },
);
const ending = fc.option(fc.oneof(conviction, fc.constantFrom<Outcome>("acquitted", "dismissed")), {
  nil: undefined,
});
/** Any course that a count can take: convicted and vacated any number of times, then ended or not. */
const course = fc.tuple(retried, ending).map(([rounds, last]) => [...rounds.flat(), ...(last ? [last] : [])]);

describe("a count", () => {
  test("takes every course it can take, step by step", () => {
    fc.assert(
      fc.property(course, (outcomes) => {
        outcomes.forEach((outcome, index) => {
          expect(fits(outcomes.slice(0, index), outcome, false)).toBe("fits");
        });
      }),
    );
  });

  test("stands the same in whatever order its dispositions were recorded", () => {
    const shuffled = course.chain((outcomes) =>
      fc.tuple(fc.constant(outcomes), fc.shuffledSubarray(outcomes, { minLength: outcomes.length })),
    );
    fc.assert(
      fc.property(shuffled, ([inOrder, asRecorded]) => {
        const { state } = outcomeOf(count(which, driver, ...inOrder));
        expect(outcomeOf(count(which, driver, ...asRecorded)).state).toBe(state);
      }),
    );
  });

  test("may have any one disposition corrected to itself", () => {
    const chosen = course
      .filter(({ length }) => length > 0)
      .chain((all) => fc.tuple(fc.constant(all), fc.nat(all.length - 1)));
    fc.assert(
      fc.property(chosen, ([outcomes, at]) => {
        const rest = outcomes.filter((_, index) => index !== at);
        expect(fits(rest, outcomes[at] as Outcome, true)).toBe("fits");
      }),
    );
  });

  test("is open before any disposition and again after its conviction was vacated", () => {
    expect(countOutcome(standingOf(), which)).toMatchObject({ state: "open", vacatedBefore: false });
    expect(outcomeOf()).toMatchObject({ state: "open", vacatedBefore: false });
    expect(outcomeOf(count(which, driver, "convicted", "conviction-vacated"))).toMatchObject({
      state: "open",
      vacatedBefore: true,
    });
  });

  test("is open again after a judgment for it was vacated with its convictions, and not after the sentence alone", () => {
    const [judgment, second] = [id(8), id(7)];
    const vacated = (body: object) =>
      outcomeOf(
        count(which, driver, "convicted"),
        sentence(judgment, driver, [which, second], { kind: "judgment.vacated", body }),
      ).state;
    expect(vacated({ scope: "sentence-and-convictions" })).toBe("open");
    expect(vacated({ scope: "sentence-and-convictions", counts: [which] })).toBe("open");
    expect(vacated({ scope: "sentence-and-convictions", counts: [second] })).toBe("convicted");
    expect(vacated({ scope: "sentence" })).toBe("convicted");
  });

  test("convicted again stands convicted by the later conviction", () => {
    const later = ["convicted-plea", "2025-02-03"] as const;
    const again = count(
      which,
      driver,
      later,
      ["conviction-vacated", "2024-11"],
      ["convicted-verdict", "2023"],
    );
    expect(outcomeOf(again).disposition?.body.outcome).toBe("convicted-plea");
  });

  test("does not stand vacated by a vacatur whose conviction was withdrawn", () => {
    expect(outcomeOf(count(which, driver, "conviction-vacated", "acquitted"))).toMatchObject({
      state: "acquitted",
      vacatedBefore: false,
    });
  });
});

const amended = (months: number, occurred?: string) => ({
  kind: "sentence.amended",
  body: { term: { kind: "months", months } },
  ...(occurred === undefined ? {} : { occurred }),
});

describe("a sentence", () => {
  test("stands as imposed until it is amended", () => {
    expect(sentenceNow(sentence(which, driver, [first]))).toEqual({
      defendant: driver,
      counts: [first],
      term: { kind: "months", months: 60 },
      supervisedReleaseMonths: 36,
      amended: false,
      vacated: undefined,
      convictionsVacated: [],
      imposedOn: undefined,
    });
  });

  test("stands as the latest amendment leaves it; what that does not change stays", () => {
    const now = sentenceNow(sentence(which, driver, [first], amended(40, "2025-05"), amended(48, "2024-05")));
    expect(now).toMatchObject({
      term: { kind: "months", months: 40 },
      supervisedReleaseMonths: 36,
      amended: true,
    });
  });

  test("counts a date known to the year at its end, and of two on one day takes the one recorded last", () => {
    const byYear = sentenceNow(sentence(which, driver, [first], amended(40, "2025"), amended(48, "2025-05")));
    expect(byYear?.term).toEqual({ kind: "months", months: 40 });
    const sameDay = sentenceNow(
      sentence(which, driver, [first], amended(40, "2025-05-06"), amended(48, "2025-05-06")),
    );
    expect(sameDay?.term).toEqual({ kind: "months", months: 48 });
  });

  test("amended on dates not all known stands as recorded last", () => {
    const now = sentenceNow(sentence(which, driver, [first], amended(40, "2025-05"), amended(48)));
    expect(now?.term).toEqual({ kind: "months", months: 48 });
  });

  test("that was vacated says by which entry", () => {
    const now = sentenceNow(
      sentence(which, driver, [first], { kind: "judgment.vacated", body: { scope: "sentence" } }),
    );
    expect(now?.vacated?.body).toEqual({ scope: "sentence" });
  });

  test("that does not stand is not there", () => {
    expect(sentenceNow(undefined)).toBeUndefined();
  });
});
