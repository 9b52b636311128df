/** A synthetic docket of any size from a seed: rows of an import file, one after the other, in little memory. */
import type { Draft } from "@joint-docket/ledger";
import type { Row } from "../exchange/index.ts";
import { kinds } from "../kinds.generated.ts";
import { fiscalYearOf } from "../reference/pure.ts";
import { type Day, dayOf, iso, LAST_DAY } from "./days.ts";
import { Desk, keysUnder, type Naming } from "./desk.ts";
import { Dice } from "./dice.ts";
import { Imagination } from "./imagine.ts";
import type { CasePlan } from "./plan.ts";
import { HIGHEST_SEED } from "./refusals.ts";
import { Clerk } from "./write-case.ts";

/** A fiscal year before the base year of the announcement's growth. */
const FIRST_DAY = dayOf("2018-10-01");

/** Later years have more cases. */
function openedOn(dice: Dice): Day {
  const share = Math.max(dice.share(), dice.share() * 0.9);
  return FIRST_DAY + Math.floor(share * (LAST_DAY - 60 - FIRST_DAY));
}

/** So many cases apart a made-up report gives a figure. */
const CASES_A_FIGURE = 160;

function figure(desk: Desk, dice: Dice, { district, opened }: CasePlan): void {
  desk.write(
    "figure.reported",
    {
      measure: "arrests",
      claim: { operator: "about", value: dice.between(20, 400) },
      unit: "arrests",
      fiscalYear: fiscalYearOf(iso(opened.day)),
      district,
      scope: "a synthetic docket, for practice",
    },
    { report: opened.report },
  );
}

function* cases(seed: number, naming: Naming): Generator<Row[]> {
  const desk = new Desk(naming);
  const clerk = new Clerk(desk);
  const persons: string[] = [];
  for (let number = 1; ; number++) {
    const dice = new Dice(seed, number);
    const plan = new Imagination(dice, LAST_DAY).case(number, openedOn(dice), persons);
    clerk.write(plan, dice);
    if (number % CASES_A_FIGURE === 3) figure(desk, dice, plan);
    yield desk.take();
  }
}

/** The rows of a docket: exactly `entries` of them. A smaller docket of the same seed is the beginning of a larger one. */
export function* docket(entries: number, seed: number): Generator<Row> {
  let left = entries;
  for (const rows of cases(seed, keysUnder(`synthetic-${seed}`)))
    for (const row of rows) {
      if (left === 0) return;
      left -= 1;
      yield row;
    }
}

const opening = new Set(kinds.filter(({ opens }) => opens).map(({ kind }) => kind));

/**
 * The same docket as drafts, whose keys are identities of records, in batches of about `size`; without what corrects
 * or withdraws an earlier entry. Each draft says when it was stated. For measuring a ledger without an import.
 */
export function* draftBatches(entries: number, seed: number, size = 5000): Generator<Draft[]> {
  const identities = new Dice(seed, HIGHEST_SEED);
  const dated = new Map<string, string>();
  let batch: Draft[] = [];
  let left = entries;
  for (const rows of cases(seed, () => identities.uuid())) {
    for (const { key, kind, subject, occurred, source, certainty, note, replaces, body } of rows) {
      if (kind === "source.described" && typeof body.dated === "string") dated.set(key, body.dated);
      if (replaces !== undefined || kind === "entry.withdrawn") continue;
      const attestedAt = source === undefined ? undefined : dated.get(source);
      batch.push({
        kind,
        body,
        ...(opening.has(kind) ? { opensAs: key } : { subject }),
        ...(occurred === undefined ? {} : { occurred }),
        ...(source === undefined ? {} : { source }),
        ...(attestedAt === undefined ? {} : { attestedAt }),
        ...(certainty === undefined ? {} : { certainty }),
        ...(note === undefined ? {} : { note }),
      });
      if (--left === 0) {
        yield batch;
        return;
      }
    }
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
}
