/** Random dockets in random frames: the SQL says what the slow rules say, and pages add up to totals. */
import { type Draft, type Id, type Ledger, Refusal } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { kinds } from "../kinds.generated.ts";
import { casePage, listCases, tallyOf } from "../docket/index.ts";
import { breakdownsOf } from "./breakdowns.ts";
import { course, frameAt, type Moment } from "./course.ts";
import {
  brokenDown,
  everything,
  type Judged,
  type Outcome,
  outcome,
  page,
  type PageQuery,
  type Reader,
  valueOf,
} from "./evaluate.ts";
import { type Accepted, Model } from "./fixtures/model.ts";
import type { Frame } from "./frame.ts";
import { type Measure, measures } from "./measures/index.ts";
import { type MeasureName, measureNames } from "./words.ts";

const DATES = [
  "2021",
  "2021-05",
  "2021-06",
  "2021-05-31",
  "2021-06-01",
  "2022-03-04",
  "2022-03",
  "2022-02/2022-04",
  "2023-01-02",
];
const DAYS = ["2022-01-01", "2023-06-30", "2024-01-15", "2024-12-31"];
const LAST_EVENT = "2023-01-02";
const LAST_DAY = "2024-12-31";
const PEOPLE = ["6b3f2c1e-8d4a-4c5b-9e7f-0a1b2c3d4e5f", "0f1e2d3c-4b5a-4968-8776-655443322110"];

const number = fc.nat({ max: 1000 });
const when = fc.option(fc.constantFrom(...DATES), { nil: undefined, freq: 6 });

/** One thing somebody enters; numbers choose among the records there are by then. */
const anyStep = fc.record({
  act: fc.constantFrom(
    "join",
    "arrest",
    "arrest",
    "charge",
    "charge",
    "dispose",
    "dispose",
    "dispose",
    "sentence",
    "amend",
    "vacate",
    "indict",
    "indict",
    "supersede",
    "request",
    "surrender",
    "seize",
    "forfeit",
    "forfeit",
    "correct",
    "correct",
    "correct",
    "correct",
    "withdraw",
  ),
  one: number,
  other: number,
  occurred: when,
  source: number,
  attestedAt: fc.option(fc.constantFrom(...DAYS, "2023"), { nil: undefined, freq: 1 }),
});
type Step = typeof anyStep extends fc.Arbitrary<infer Made> ? Made : never;

const frames = fc.record({
  size: fc.double({ min: 0, max: 1, noNaN: true }),
  basis: fc.constantFrom("attested", "attested", "recorded"),
  knownOn: fc.option(fc.constantFrom(...DAYS), { nil: null }),
  since: fc.constantFrom(null, "2021-06-01", "2022-03-03"),
  population: fc.constantFrom("record", "task-force"),
});

const OUTCOMES = [
  "convicted-plea",
  "convicted-verdict",
  "convicted",
  "conviction-vacated",
  "conviction-vacated",
  "dismissed",
];
const TERMS = [
  { kind: "months", months: 12 },
  { kind: "months", months: 360 },
  { kind: "life" },
  { kind: "time-served" },
  { kind: "probation" },
];
const CITATIONS = [["8 USC 1326"], ["8 USC 1324(a)(2)(A)"], ["8 USC 1325(a)", "8 USC 1324(a)(2)(A)"], []];
const STAGES = ["final", "final", "preliminary", "not-stated"];

/** Keeps what the ledger took, and makes the next draft out of it. */
class Entered {
  readonly accepted: Accepted[] = [];
  readonly #from: number;

  constructor(before: readonly Accepted[]) {
    this.accepted.push(...before);
    this.#from = before.length;
  }

  #recent(kind: string): Accepted[] {
    return this.accepted
      .slice(this.#from)
      .filter(({ draft }) => draft.kind === kind && draft.replaces === undefined);
  }

  /** The cases that were opened anew. */
  cases(): Id[] {
    return this.#recent("case.opened").map(({ subject }) => subject);
  }

  #pick(kind: string, at: number): Id | undefined {
    const found = this.#recent(kind);
    return found[at % found.length]?.subject;
  }

  #correction({ one, other, occurred }: Step, envelope: object): object | undefined {
    const fixed = this.accepted.slice(this.#from).filter(({ draft }) => draft.kind !== "entry.withdrawn");
    const target = fixed[one % fixed.length];
    if (!target) return undefined;
    const { kind, body } = target.draft;
    const changed: Record<string, object> = {
      "defendant.joined": { person: PEOPLE[other % 2] },
      "case.opened": { taskForce: ["yes", "no", "unknown"][other % 3] },
      "source.described": { dated: DAYS[other % DAYS.length] },
      "charge.disposed": { outcome: OUTCOMES[other % OUTCOMES.length] },
      "sentence.amended": { term: TERMS[other % TERMS.length] },
      "asset.seized": { hold: other % 2 === 0 ? "seized" : "restrained" },
      "extradition.requested": { person: PEOPLE[other % 2] },
    };
    const own = kind === "source.described" ? { source: undefined } : {};
    return {
      kind,
      subject: target.subject,
      body: { ...(body as object), ...changed[kind] },
      occurred,
      ...envelope,
      ...own,
      replaces: target.id,
      reason: "better known",
    };
  }

  draft(step: Step): Draft | undefined {
    const { act, one, other, occurred, attestedAt } = step;
    const source = this.#pick("source.described", step.source);
    const envelope = { source, ...(attestedAt === undefined ? {} : { attestedAt }) };
    const defendant = this.#pick("defendant.joined", one);
    const count = this.#pick("charge.filed", one);
    const sentence = this.#pick("sentence.imposed", one);
    const inCase = this.#recent("defendant.joined").find(({ subject }) => subject === defendant)?.draft
      .body as { case: Id } | undefined;
    const paper = this.#recent("instrument.filed").find(
      ({ subject }) => subject === this.#pick("instrument.filed", one),
    )?.draft.body as { case: Id } | undefined;
    const targets = this.accepted.slice(this.#from);
    const target = targets[one % targets.length];
    const drafts: Record<Step["act"], object | undefined> = {
      join: {
        kind: "defendant.joined",
        body: {
          case: this.#pick("case.opened", one),
          designation: "driver",
          ...(other % 3 === 0 ? { person: PEOPLE[other % 2] } : {}),
        },
      },
      arrest:
        other % 5 === 0
          ? {
              kind: "arrest.made",
              body: { case: this.#pick("case.opened", one), place: "foreign", persons: 1 + (other % 4) },
              occurred,
            }
          : { kind: "arrest.made", body: { case: inCase?.case, defendant, place: "domestic" }, occurred },
      charge: {
        kind: "charge.filed",
        body: {
          defendant,
          wording: "conspiracy",
          statutes: CITATIONS[other % CITATIONS.length]?.map((citation) => ({ citation, basis: "stated" })),
          covers: "one-count",
        },
        ...(other % 3 === 0 ? {} : { occurred }),
      },
      dispose: {
        kind: "charge.disposed",
        subject: count,
        body: { outcome: OUTCOMES[other % OUTCOMES.length] },
        occurred,
      },
      sentence: {
        kind: "sentence.imposed",
        body: {
          defendant: (
            this.#recent("charge.filed").find(({ subject }) => subject === count)?.draft.body as
              | { defendant: Id }
              | undefined
          )?.defendant,
          counts: [count],
          term: TERMS[other % TERMS.length],
        },
        occurred,
      },
      amend: {
        kind: "sentence.amended",
        subject: sentence,
        body: { term: TERMS[other % TERMS.length] },
        occurred,
      },
      indict: {
        kind: "instrument.filed",
        body: {
          case: this.#pick("case.opened", one),
          instrument: other % 5 === 0 ? "complaint" : "indictment",
        },
        occurred,
      },
      supersede: {
        kind: "instrument.filed",
        body: {
          case: paper?.case ?? this.#pick("case.opened", one),
          instrument: "superseding-indictment",
          ...(other % 2 === 0 && paper ? { supersedes: [this.#pick("instrument.filed", one)] } : {}),
        },
        occurred,
      },
      request: {
        kind: "extradition.requested",
        body: {
          case: inCase?.case ?? this.#pick("case.opened", one),
          country: "GT",
          form: "formal",
          ...(inCase && other % 3 !== 0 ? { defendant } : {}),
          ...(other % 4 === 0 ? { person: PEOPLE[other % 2] } : {}),
        },
      },
      surrender: {
        kind: "extradition.surrendered",
        subject: this.#pick("extradition.requested", one),
        body: other % 2 === 0 ? { temporary: true } : {},
        occurred,
      },
      seize: {
        kind: "asset.seized",
        body: {
          case: this.#pick("case.opened", one),
          asset: "cash",
          hold: other % 3 === 0 ? "restrained" : "seized",
          value: { amount: { minor: 100_000, currency: other % 2 === 0 ? "USD" : "MXN" } },
        },
        occurred,
      },
      forfeit: {
        kind: "asset.forfeited",
        subject: this.#pick("asset.seized", one),
        body: {
          proceeding: "criminal",
          stage: STAGES[other % STAGES.length],
          ...(other % 5 === 0
            ? {}
            : { amount: { minor: 1 + other, currency: other % 2 === 0 ? "USD" : "MXN" } }),
        },
        occurred,
      },
      vacate: {
        kind: "judgment.vacated",
        subject: sentence,
        body: { scope: other % 2 === 0 ? "sentence" : "sentence-and-convictions" },
        occurred,
      },
      correct: this.#correction(step, envelope),
      withdraw: target && {
        kind: "entry.withdrawn",
        subject: target.subject,
        body: { withdraws: target.id },
        reason: "in error",
      },
    };
    const draft = drafts[act];
    return draft && (JSON.parse(JSON.stringify({ ...envelope, ...draft })) as Draft);
  }
}

async function enter(ledger: Ledger, entered: Entered, draft: Draft): Promise<void> {
  try {
    const { entries, before } = await ledger.append(clerk, [draft]);
    const [entry] = entries;
    if (entry) entered.accepted.push({ ...entry, at: before, draft: draft as Draft<never> });
  } catch (error) {
    // What the court's rules refuse is simply not part of the docket.
    if (!(error instanceof Refusal) || error.status >= 500) throw error;
  }
}

async function tell(ledger: Ledger, entered: Entered, steps: readonly Step[]): Promise<void> {
  for (const dated of ["2022-01-01", "2023-06", undefined]) {
    await enter(ledger, entered, {
      kind: "source.described",
      body: { title: "Release", sourceKind: "court", ...(dated === undefined ? {} : { dated }) },
    });
  }
  for (const taskForce of ["yes", "unknown"]) {
    await enter(ledger, entered, { kind: "case.opened", body: { title: "Stash house", taskForce } });
  }
  for (const one of steps) {
    const draft = entered.draft(one);
    if (draft) await enter(ledger, entered, draft);
  }
}

async function pages(
  reader: Reader,
  name: MeasureName,
  frame: Frame,
  which: PageQuery["which"],
): Promise<Judged[]> {
  const items: Judged[] = [];
  let cursor: string | undefined;
  do {
    const next = await page(reader, measures[name], frame, { which, limit: 7, cursor });
    items.push(...next.items);
    cursor = next.next ?? undefined;
  } while (cursor !== undefined);
  return items;
}

const inOrder = <T extends { entry: Id }>(items: readonly T[]) =>
  [...items].sort((a, b) => (a.entry < b.entry ? -1 : 1));

async function agrees(
  reader: Reader,
  name: MeasureName,
  frame: Frame,
  accepted: readonly Accepted[],
): Promise<void> {
  const measure = measures[name];
  const said = new Model(accepted, frame).judge(name);
  const all = await everything(reader, measure, frame);
  expect(
    inOrder(
      all.map(({ entry, reason, because, weight, isPart }) => ({
        entry,
        reason,
        because,
        weight,
        ...(reason === null && isPart !== null ? { isPart } : {}),
      })),
    ),
  ).toEqual(inOrder(said));
  const totals = await outcome(reader, measure, frame);
  const counted = await pages(reader, name, frame, "counted");
  const leftOut = await pages(reader, name, frame, "left-out");
  expect([counted, leftOut]).toEqual([
    all.filter(({ reason }) => reason === null),
    all.filter(({ reason }) => reason !== null),
  ]);
  const weighed = (items: readonly Judged[]) => items.reduce((sum, { weight }) => sum + weight, 0);
  if (measure.counts === "percent") {
    const part = weighed(counted.filter(({ isPart }) => isPart === true));
    expect(totals.ratio).toEqual({ part, whole: weighed(counted) });
  } else {
    expect(totals.value).toBe(weighed(counted));
    expect(await valueOf(reader, measure, frame)).toBe(totals.value);
  }
  expect(totals.entries).toBe(counted.length);
  expect(totals.cases).toBe(new Set(counted.flatMap(({ caseId }) => caseId ?? [])).size);
  for (const { reason, entries } of totals.leftOut) {
    expect(entries).toBe(leftOut.filter((item) => item.reason === reason).length);
  }
  expect(totals.leftOut.reduce((sum, { entries }) => sum + entries, 0)).toBe(leftOut.length);
  await addsUp(reader, measure, frame, totals, counted);
}

/** Every break-down adds up to the figure, and each group of it is exactly the entries that open behind it. */
async function addsUp(
  reader: Reader,
  measure: Measure,
  frame: Frame,
  totals: Outcome,
  counted: readonly Judged[],
): Promise<void> {
  for (const by of [...breakdownsOf(measure).map((one) => [one]), ["month", "district"] as const]) {
    const groups = await brokenDown(reader, measure, frame, by);
    expect(groups.reduce((sum, { entries }) => sum + entries, 0)).toBe(totals.entries);
    if (measure.counts === "number")
      expect(groups.reduce((sum, { value }) => sum + (value ?? 0), 0)).toBe(totals.value);
    const [group] = groups;
    if (!group) continue;
    const of = Object.fromEntries(by.map((one, at) => [one, group.key[at] ?? null]));
    const { items } = await page(reader, measure, frame, { which: "counted", of, limit: 200 });
    expect(items.length).toBe(group.entries);
    expect(counted).toEqual(expect.arrayContaining([...items]));
  }
}

/** A course is what the measure says on each of its days. */
async function coursesAgree(reader: Reader, name: MeasureName, frame: Frame): Promise<void> {
  const measure = measures[name];
  if (measure.counts === "percent") return;
  const sizes = [0.3, 0.6, 0.8, 0.95, 1].map((share) => Math.floor(frame.size * share));
  const moments: Moment[] = [
    "2021-12-31",
    "2022-06-30",
    "2023-06-30",
    "2024-01-15",
    frame.knownOn ?? LAST_DAY,
  ]
    .sort()
    .map((day, at) => ({ day, size: frame.basis === "recorded" ? (sizes[at] ?? 0) : frame.size }));
  const values: number[] = [];
  for (const moment of moments) values.push(await valueOf(reader, measure, frameAt(frame, moment)));
  expect([name, ...(await course(reader, measure, frame, moments))]).toEqual([name, ...values]);
}

const STANDS: readonly unknown[] = [null, "another-count-of-same-defendant", "same-person"];

/** By case, whose convictions or sentences stand by the measure: as many defendants as a case's page must show. */
async function byMeasure(
  reader: Reader,
  name: "convictions" | "sentenced",
  frame: Frame,
  accepted: readonly Accepted[],
): Promise<Map<Id, number>> {
  const opening = (record: Id | undefined) => accepted.find(({ subject }) => subject === record)?.draft;
  const defendantOf = (entry: Id) => {
    const told = accepted.find(({ id }) => id === entry);
    const body = (name === "sentenced" ? told?.draft.body : opening(told?.subject)?.body) as
      | { defendant: Id }
      | undefined;
    return body?.defendant;
  };
  const standing = (await everything(reader, measures[name], frame)).filter(({ reason }) =>
    STANDS.includes(reason),
  );
  const defendants = new Set(standing.map(({ entry }) => defendantOf(entry)));
  const found = new Map<Id, number>();
  for (const defendant of defendants) {
    const inCase = (opening(defendant)?.body as { case: Id } | undefined)?.case as Id;
    found.set(inCase, (found.get(inCase) ?? 0) + 1);
  }
  return found;
}

/** The list and the pages of these cases tell as many people convicted and sentenced as the measures count. */
async function pagesAgree(
  reader: Reader,
  ledger: Ledger,
  { size, knownOn, basis }: Pick<Frame, "size" | "knownOn" | "basis">,
  cases: readonly Id[],
  accepted: readonly Accepted[],
): Promise<void> {
  const frame: Frame = { size, knownOn, basis, since: null, population: "record" };
  const known = { size, attestedBy: knownOn };
  const convicted = await byMeasure(reader, "convictions", frame, accepted);
  const sentenced = await byMeasure(reader, "sentenced", frame, accepted);
  const { items } = await listCases(reader, ledger.kinds, known, {}, { limit: 1000 });
  for (const id of cases) {
    const counted = { convicted: convicted.get(id) ?? 0, sentenced: sentenced.get(id) ?? 0 };
    const shown = await casePage(reader, ledger.kinds, known, id).then(
      ({ standing }) => tallyOf(standing),
      (error: unknown) => {
        if (error instanceof Refusal && error.code === "case-not-there")
          return { convicted: 0, sentenced: 0 };
        throw error;
      },
    );
    expect({ on: "page", convicted: shown.convicted, sentenced: shown.sentenced }).toEqual({
      on: "page",
      ...counted,
    });
    const row = items.find((item) => item.id === id);
    if (row)
      expect({ on: "list", convicted: row.convicted, sentenced: row.sentenced }).toEqual({
        on: "list",
        ...counted,
      });
  }
}

onEveryServer("random dockets", (open) => {
  let ledger: Ledger;
  beforeAll(async () => {
    ledger = (await open(kinds)).ledger;
  });

  it("are measured by SQL as by the slow rules, in every frame", async () => {
    let kept: readonly Accepted[] = [];
    const docket = fc.array(anyStep, { minLength: 10, maxLength: 45, size: "max" });
    const property = fc.asyncProperty(
      docket,
      fc.array(frames, { minLength: 1, maxLength: 2 }),
      async (steps, looks) => {
        const entered = new Entered(kept);
        await tell(ledger, entered, steps);
        kept = entered.accepted;
        for (const { size, ...look } of looks) {
          const head = (kept.at(-1)?.at ?? 0) + 1;
          // Most looks see the newest docket whole; the others cut it somewhere.
          const frame = {
            ...look,
            size: size < 0.4 ? head : head - Math.floor((size - 0.4) * 60),
            knownOn: look.basis === "recorded" ? null : look.knownOn,
          } as Frame;
          await ledger.read(clerk, async (reader) => {
            for (const name of measureNames) {
              await agrees(reader, name, frame, kept);
              await coursesAgree(reader, name, frame);
            }
            // Pages know every entry or those stated by a day, and of events on days to come they know nothing.
            const { basis, size: cut } = frame;
            const knownOn = basis === "recorded" ? null : (frame.knownOn ?? LAST_DAY);
            if (knownOn === null || knownOn > LAST_EVENT)
              await pagesAgree(reader, ledger, { size: cut, knownOn, basis }, entered.cases(), kept);
          });
        }
      },
    );
    await fc.assert(property, { numRuns: 25, endOnFailure: true });
    expect(await ledger.rebuild()).toMatchObject({ identical: true, changed: [] });
  }, 300_000);
});
