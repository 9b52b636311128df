/**
 * The scenario of the announcement: a task force's docket of which exactly as much was known on every day as was claimed
 * in public, with every case inside that makes such figures go wrong.
 */
import type { Row } from "../exchange/index.ts";
import { publicClaims } from "./claims.ts";
import { dayOf } from "./days.ts";
import { Desk, keysUnder } from "./desk.ts";
import { Dice } from "./dice.ts";
import { BASE_FROM, BASE_TO, Before, withFugitives } from "./growth.ts";
import { OwnCases } from "./own-cases.ts";
import type { CasePlan } from "./plan.ts";
import { Clerk } from "./write-case.ts";

function writeClaims(desk: Desk): void {
  for (const { measure, unit, operator, value, wording, asOf, since, scope, stated } of publicClaims)
    desk.write(
      "figure.reported",
      {
        measure,
        claim: {
          operator,
          ...(value === undefined ? {} : { value }),
          ...(wording === undefined ? {} : { wording }),
        },
        unit,
        ...(asOf === undefined ? {} : { asOf }),
        since,
        scope,
      },
      {
        report: dayOf(stated),
        note: "Repeats for practice a figure that was made public; the public record has it with its source.",
      },
    );
}

/** The plans of the scenario's own cases, and how many were charged in the base year. */
export function announcementPlans(seed: number): { cases: CasePlan[]; base: number } {
  const { cases } = new OwnCases(seed);
  const base = withFugitives(new Dice(seed, 1_000_000), cases);
  return { cases, base };
}

/**
 * The rows of the scenario. Where `entries` is more than it needs, cases of fiscal years 2016 to 2018 follow, which
 * change none of its figures; where it is less, the scenario is given whole all the same.
 */
export function* announcement(seed: number, entries = 0): Generator<Row> {
  const desk = new Desk(keysUnder(`announcement-${seed}`));
  const clerk = new Clerk(desk);
  const { cases, base } = announcementPlans(seed);
  let count = 0;
  function* taken(): Generator<Row> {
    for (const row of desk.take()) {
      count += 1;
      yield row;
    }
  }
  for (const plan of cases) {
    clerk.write(plan, new Dice(seed, 2_000_000 + plan.number));
    yield* taken();
  }
  const before = new Before(seed, cases.length);
  for (const { plan, dice } of before.cases(BASE_FROM, BASE_TO, base)) clerk.write(plan, dice);
  yield* taken();
  for (const { plan, dice } of before.cases(BASE_TO + 1, dayOf("2021-03-31"), 40)) clerk.write(plan, dice);
  writeClaims(desk);
  yield* taken();
  if (count >= entries) return;
  for (const { plan, dice } of before.cases(dayOf("2015-10-01"), dayOf("2018-09-30"))) {
    clerk.write(plan, dice);
    for (const row of taken()) {
      yield row;
      if (count === entries) return;
    }
  }
}
