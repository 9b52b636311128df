/** Random assets and extraditions in random frames: the lists' SQL finds the state that the pages fold, and every total adds up. */
import { type Draft, type Id, type Ledger, type Reader, Refusal } from "@joint-docket/ledger";
import { clerk, onEveryServer } from "@joint-docket/ledger/testing";
import * as fc from "fast-check";
import { beforeAll, expect, it } from "vitest";
import { assetStates } from "../assets/pure.ts";
import { extraditionSteps } from "../extradition/pure.ts";
import { kinds } from "../kinds.generated.ts";
import type { Known } from "../record/index.ts";
import { tell } from "./fixtures/story.ts";
import {
  assetPage,
  assetTotals,
  extraditionCountries,
  extraditionPage,
  listAssets,
  listExtraditions,
} from "./index.ts";

const DAYS = ["2024-01-15", "2024-06-30", "2025-03-01"];
const LAST = "2025-12-31";

const number = fc.nat({ max: 1000 });
const steps = fc.array(
  fc.record({
    act: fc.constantFrom(
      "claim",
      "forfeit",
      "forfeit",
      "realize",
      "decide",
      "decide",
      "surrender",
      "correct",
      "withdraw",
    ),
    one: number,
    other: number,
    occurred: fc.constantFrom(undefined, "2024", "2024-02-01", "2024-03", "2024-08-09"),
    source: number,
  }),
  { minLength: 8, maxLength: 30, size: "max" },
);
const looks = fc.array(
  fc.record({ back: fc.nat({ max: 20 }), attestedBy: fc.constantFrom(null, ...DAYS, LAST) }),
  { minLength: 2, maxLength: 3 },
);

const BODIES: Readonly<
  Record<string, readonly [kind: string, of: "asset" | "extradition", ...bodies: object[]]>
> = {
  claim: ["asset.claimed", "asset", { claimant: "owner" }],
  forfeit: [
    "asset.forfeited",
    "asset",
    { proceeding: "criminal", stage: "preliminary" },
    { proceeding: "criminal", stage: "final" },
    { proceeding: "civil", stage: "not-stated" },
  ],
  realize: [
    "asset.realized",
    "asset",
    { disposal: "sold", realized: { minor: 700, currency: "USD" } },
    { disposal: "destroyed" },
  ],
  decide: [
    "extradition.decided",
    "extradition",
    { decision: "granted" },
    { decision: "consented" },
    { decision: "denied" },
    { decision: "withdrawn" },
  ],
  surrender: ["extradition.surrendered", "extradition", {}],
};

type Step = typeof steps extends fc.Arbitrary<readonly (infer One)[]> ? One : never;
type Look = typeof looks extends fc.Arbitrary<readonly (infer One)[]> ? One : never;
const made = (
  act: Step["act"],
  one: number,
  other: number,
  source: number,
  occurred?: Step["occurred"],
): Step => ({
  act,
  one,
  other,
  source,
  occurred,
});
/** A corrected opening that is withdrawn, as known after the withdrawal was stated and before another one was. */
const CORRECTED_AND_WITHDRAWN: [Step[], Look[]] = [
  [
    made("correct", 8, 288, 1000, "2024"),
    made("withdraw", 175, 997, 7, "2024-03"),
    made("withdraw", 286, 992, 686, "2024-02-01"),
    made("surrender", 9, 991, 2, "2024"),
    made("surrender", 2, 7, 42, "2024-08-09"),
    made("claim", 1, 998, 12, "2024-02-01"),
    made("forfeit", 998, 3, 6, "2024-03"),
    made("forfeit", 9, 280, 809, "2024-03"),
  ],
  [
    { back: 2, attestedBy: "2024-06-30" },
    { back: 4, attestedBy: "2024-01-15" },
    { back: 16, attestedBy: "2024-01-15" },
  ],
];

interface Kept {
  readonly id: Id;
  readonly subject: Id;
  readonly draft: Draft;
}

onEveryServer("lists beside pages", (open) => {
  let ledger: Ledger;
  let inCase: Id;
  const sources: Id[] = [];

  beforeAll(async () => {
    ({ ledger } = await open(kinds));
    for (const dated of [...DAYS, undefined])
      sources.push(
        (
          await tell(ledger, "source.described", {
            title: "Report",
            sourceKind: "other",
            ...(dated ? { dated } : {}),
          })
        ).record,
      );
    inCase = (
      await tell(ledger, "case.opened", { title: "Trailer", taskForce: "yes" }, { source: sources[0] })
    ).record;
  });

  const pick = <T>(from: readonly T[], at: number): T => from[at % from.length] as T;

  /** Records what the rules allow of a random history; gives back the records it opened. */
  async function live(history: typeof steps extends fc.Arbitrary<infer Made> ? Made : never) {
    const kept: Kept[] = [];
    const record = async (draft: Draft) => {
      try {
        const { entries } = await ledger.append(clerk, [draft]);
        for (const { id, subject } of entries) kept.push({ id, subject, draft });
      } catch (error) {
        if (!(error instanceof Refusal)) throw error;
      }
    };
    for (const at of [0, 1, 2]) {
      const source = pick(sources, (history[at]?.source ?? 0) + at);
      await record({
        kind: "asset.seized",
        source,
        body: {
          case: inCase,
          asset: "cash",
          hold: "seized",
          value: { amount: { minor: 900, currency: pick(["USD", "MXN"], at) } },
        },
      });
      await record({
        kind: "extradition.requested",
        source,
        body: { case: inCase, country: pick(["GT", "HN"], at), form: "formal" },
      });
    }
    const opened = kept.map(({ subject, draft }) => ({ subject, kind: draft.kind }));
    const assets = opened.filter(({ kind }) => kind === "asset.seized").map(({ subject }) => subject);
    const extraditions = opened
      .filter(({ kind }) => kind === "extradition.requested")
      .map(({ subject }) => subject);
    for (const { act, one, other, occurred, source: from } of history) {
      const source = pick([...sources, undefined], from);
      const when = {
        ...(occurred === undefined ? {} : { occurred }),
        ...(source === undefined ? {} : { source }),
      };
      const old = pick(kept, one);
      if (act === "withdraw")
        await record({
          kind: "entry.withdrawn",
          subject: old.subject,
          body: { withdraws: old.id },
          reason: "in error",
          ...(source ? { source } : {}),
        });
      else if (act === "correct") {
        const bodies = Object.values(BODIES)
          .find(([kind]) => kind === old.draft.kind)
          ?.slice(2) as object[] | undefined;
        const { kind, body } = old.draft;
        if (kind !== "entry.withdrawn")
          await record({
            kind,
            subject: old.subject,
            body: bodies ? pick(bodies, other) : body,
            replaces: old.id,
            reason: "corrected",
            ...when,
          });
      } else {
        const [kind, of, ...bodies] = BODIES[act] as (typeof BODIES)[string];
        await record({
          kind,
          subject: pick(of === "asset" ? assets : extraditions, one),
          body: pick(bodies, other),
          ...when,
        });
      }
    }
    return { assets, extraditions };
  }

  /** What the pages say of these records: the state of each that was known. */
  async function folded<Key extends string>(
    ids: readonly Id[],
    page: (id: Id) => Promise<Key>,
  ): Promise<Map<Id, Key>> {
    const found = new Map<Id, Key>();
    for (const id of ids) {
      const state = await page(id).catch((error: unknown) => {
        if (error instanceof Refusal && error.status === 404) return undefined;
        throw error;
      });
      if (state !== undefined) found.set(id, state);
    }
    return found;
  }

  async function assetsAgree(reader: Reader, known: Known, ids: readonly Id[]) {
    const pages = await folded(
      ids,
      async (id) => (await assetPage(reader, ledger.kinds, known, id)).asset.state,
    );
    const everything = { limit: 10_000 };
    const all = await listAssets(reader, ledger.kinds, known, {}, everything);
    const mine = (items: readonly { id: string; state: string }[]) =>
      new Map(items.filter(({ id }) => ids.includes(id)).map(({ id, state }) => [id, state]));
    expect(mine(all.items)).toEqual(pages);
    const totals = await assetTotals(reader, known);
    for (const state of assetStates) {
      const { items, total } = await listAssets(reader, ledger.kinds, known, { state }, everything);
      expect([...mine(items).keys()].sort(), state).toEqual(
        [...pages].flatMap(([id, one]) => (one === state ? [id] : [])).sort(),
      );
      expect([total, items.length], state).toEqual([
        totals.filter((row) => row.state === state).reduce((sum, { assets }) => sum + assets, 0),
        total,
      ]);
    }
    const worth = (currency: string) =>
      all.items.reduce((sum, { value }) => sum + (value?.currency === currency ? value.minor : 0), 0);
    for (const currency of ["USD", "MXN"])
      expect(
        totals
          .flatMap(({ values }) => values)
          .reduce((sum, one) => sum + (one.currency === currency ? one.minor : 0), 0),
      ).toBe(worth(currency));
    const got = all.items.flatMap(({ realizations }) =>
      realizations.map(({ body }) => body.realized?.minor ?? 0),
    );
    expect(totals.flatMap(({ realized }) => realized).reduce((sum, { minor }) => sum + minor, 0)).toBe(
      got.reduce((sum, one) => sum + one, 0),
    );
  }

  async function extraditionsAgree(reader: Reader, known: Known, ids: readonly Id[]) {
    const pages = await folded(
      ids,
      async (id) => (await extraditionPage(reader, ledger.kinds, known, LAST, id)).extradition.step,
    );
    const countries = await extraditionCountries(reader, known);
    for (const step of extraditionSteps) {
      const { items, total } = await listExtraditions(
        reader,
        ledger.kinds,
        known,
        LAST,
        { step },
        { limit: 10_000 },
      );
      const mine = items.map(({ id }) => id).filter((id) => ids.includes(id));
      expect(mine.sort(), step).toEqual([...pages].flatMap(([id, one]) => (one === step ? [id] : [])).sort());
      expect(items.every((item) => item.step === step)).toBe(true);
      expect(total, step).toBe(
        countries.filter((row) => row.step === step).reduce((sum, row) => sum + row.extraditions, 0),
      );
    }
  }

  it("agree on every state, in every frame", async () => {
    const property = fc.asyncProperty(steps, looks, async (history, frames) => {
      const { assets, extraditions } = await live(history);
      const { size } = await ledger.cut.now();
      for (const { back, attestedBy } of frames)
        await ledger.read(clerk, async (reader) => {
          const known = { size: size - back, attestedBy };
          await assetsAgree(reader, known, assets);
          await extraditionsAgree(reader, known, extraditions);
        });
    });
    await fc.assert(property, { numRuns: 6, endOnFailure: true, examples: [CORRECTED_AND_WITHDRAWN] });
  });
});
