/** Priority by a policy: each fact and its absence, steps, policies by day, and that more facts never give less. */
import type { Entry } from "@joint-docket/ledger/pure";
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { refusalOf, standingOf } from "../court/fixtures/standing.ts";
import type { VentureDescribed } from "../ventures/pure.ts";
import { factors } from "./factors.ts";
import { type Fact, factsOf, judge, OURS, policyOn, type PriorityAdopted, priorityAdopted } from "./index.ts";

const plain = { title: "Trailer", taskForce: "yes" as const };
const venture = (more: Partial<VentureDescribed>) => ({
  entry: "v",
  body: { case: "c", form: "event", title: "Trailer", ...more } as VentureDescribed,
});
const priorityOf = (more: Partial<VentureDescribed>) =>
  judge(OURS, factsOf({ entry: "c", body: plain }, [venture(more)], []));

describe("each fact", () => {
  test.each<[keyof typeof factors, Partial<VentureDescribed>, number]>([
    ["vulnerable-people", { vulnerablePeople: true }, 1],
    ["vulnerable-people", { minors: { count: 1, qualifier: "at-least" } }, 1],
    ["security-concern", { securityConcern: true }, 1],
    ["contraband", { contraband: true }, 1],
    ["high-speed-flight", { flight: "at-high-speed" }, 1],
    ["firearms", { firearm: true }, 1],
    ["firearms", { weapon: "firearm-discharged" }, 1],
    ["deaths", { deaths: { count: 1, qualifier: "exact" } }, 2],
    ["people", { people: { count: 25, qualifier: "about" } }, 1],
    ["people", { people: { count: 100, qualifier: "exact" } }, 2],
  ])("%s gives points when %j", (factor, more, points) => {
    const { reasons, level } = priorityOf(more);
    expect(reasons).toMatchObject([{ factor, points, entries: ["v"] }]);
    expect(level).toBe(points >= 2 ? "high" : "elevated");
  });

  test.each<[keyof typeof factors, Partial<VentureDescribed>]>([
    ["security-concern", { securityConcern: false }],
    ["high-speed-flight", { flight: "none" }],
    ["firearms", { weapon: "none" }],
    ["deaths", { deaths: { count: 0, qualifier: "exact" } }],
    ["people", { people: { count: 24, qualifier: "exact" } }],
  ])("%s gives none, and counts as stated, when %j", (factor, more) => {
    const { reasons, notStated, level } = priorityOf(more);
    expect(reasons).toEqual([]);
    expect(notStated).not.toContain(factor);
    expect(level).toBeNull();
  });

  test.each<[keyof typeof factors, Partial<VentureDescribed>]>([
    ["high-speed-flight", { flight: "fled" }],
    ["firearms", {}],
    ["vulnerable-people", { minors: { count: 0, qualifier: "exact" } }],
  ])("%s stays not stated when %j", (factor, more) => {
    expect(priorityOf(more).notStated).toContain(factor);
  });

  test("leadership comes from the tier a source gives a defendant", () => {
    const of = (tier: string | undefined) =>
      judge(OURS, factsOf({ entry: "c", body: plain }, [], [{ entry: "r", tier }]));
    expect(of("organizer").reasons).toMatchObject([{ factor: "leadership", entries: ["r"] }]);
    expect(of("member").reasons).toEqual([]);
    expect(of(undefined).notStated).toContain("leadership");
  });
});

test("of a number the highest step counts once, by the entry that states the most", () => {
  const facts: Fact[] = [
    { factor: "people", entry: "one", says: 30 },
    { factor: "people", entry: "other", says: 120 },
  ];
  expect(judge(OURS, facts)).toMatchObject({
    points: 2,
    reasons: [{ points: 2, entries: ["other"], sentence: { en: "number of people: 120" } }],
  });
});

const anyFact = fc.record({
  factor: fc.constantFrom(...(Object.keys(factors) as (keyof typeof factors)[])),
  entry: fc.uuid(),
  says: fc.oneof(fc.boolean(), fc.nat(200)),
});

test("another fact never gives less priority, and every point has its reason", () => {
  fc.assert(
    fc.property(fc.array(anyFact, { maxLength: 8 }), anyFact, (facts, more) => {
      const before = judge(OURS, facts);
      const after = judge(OURS, [...facts, more]);
      expect(after.points).toBeGreaterThanOrEqual(before.points);
      expect(after.reasons.reduce((sum, { points }) => sum + points, 0)).toBe(after.points);
      for (const { entries } of after.reasons) expect(entries.length).toBeGreaterThan(0);
    }),
  );
});

describe("a policy", () => {
  const adopted = (id: string, occurred: string, title: string): Entry<PriorityAdopted> => ({
    id,
    kind: "priority.adopted",
    version: 1,
    subject: id,
    recordedAt: "2026-01-01T00:00:00.000000Z",
    actor: "clerk",
    agency: "HRSP",
    occurred,
    body: { ...OURS, title },
  });

  test("applies from its day on until the next; ours before the first", () => {
    const both = [adopted("b", "2025-03", "Second"), adopted("a", "2024-06-01", "First")];
    expect(policyOn(both, "2024-05-31")).toMatchObject({ entry: null });
    expect(policyOn(both, "2024-06-01")).toMatchObject({ entry: "a" });
    expect(policyOn(both, "2025-03-30")).toMatchObject({ entry: "a" });
    expect(policyOn(both, "2025-03-31")).toMatchObject({ entry: "b", body: { title: "Second" } });
  });

  const refused = (body: Partial<PriorityAdopted>, occurred: string | undefined = "2024-06-01") =>
    refusalOf(() =>
      priorityAdopted.rule?.(
        { kind: "priority.adopted", subject: "p", body: { ...OURS, ...body }, occurred },
        standingOf(),
      ),
    );

  test("that can be used is taken", () => expect(refused({})).toBeUndefined());

  test("without a day is refused", () => {
    const draft = { kind: "priority.adopted", subject: "p", body: OURS };
    expect(refusalOf(() => priorityAdopted.rule?.(draft, standingOf()))).toEqual({
      code: "policy-undated",
      field: "occurred",
    });
  });

  test.each<[string, string, Partial<PriorityAdopted>]>([
    ["priority-step-wrong", "weights[0].atLeast", { weights: [{ factor: "people", points: 1 }] }],
    [
      "priority-step-wrong",
      "weights[0].atLeast",
      { weights: [{ factor: "firearms", atLeast: 2, points: 1 }] },
    ],
    [
      "priority-weight-twice",
      "weights[1].factor",
      {
        weights: [
          { factor: "firearms", points: 1 },
          { factor: "firearms", points: 2 },
        ],
      },
    ],
    [
      "priority-levels-out-of-order",
      "levels[1].points",
      {
        levels: [
          { level: "high", points: 2 },
          { level: "elevated", points: 2 },
        ],
      },
    ],
  ])("is refused as %s", (code, field, body) => expect(refused(body)).toEqual({ code, field }));

  test("says what counts", () => {
    expect(priorityAdopted.sentence.en({ body: { ...OURS, title: "P" }, occurred: "2024-06-01" })).toBe(
      "The priority policy “P” was adopted on June 1, 2024: what counts is vulnerable people, security concern, contraband, high-speed flight, firearms, deaths, number of people and leadership.",
    );
    expect(priorityAdopted.sentence.es({ body: { ...OURS, title: "P" }, occurred: "2024-06-01" })).toMatch(
      /^Se adoptó el 1 de junio de 2024 la política de prioridad «P»: cuentan personas vulnerables, /,
    );
  });
});
