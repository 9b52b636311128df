/** What the record states of a case that can give it priority: its own entry, its ventures, the roles of its defendants. */
import type { Id } from "@joint-docket/ledger/pure";
import type { CaseOpened } from "../cases/pure.ts";
import type { VentureDescribed } from "../ventures/pure.ts";
import { anyOf, type Factor, inVenture, type Says } from "./factors.ts";
import type { Fact } from "./judge.ts";

interface Stated<Body> {
  readonly entry: Id;
  readonly body: Body;
}

/** A tier that a source gives one of the defendants, or their place on the list of leadership targets. */
export interface Leading {
  readonly entry: Id;
  /** As `role.held` has it; undefined where only a part is stated. */
  readonly tier: string | undefined;
}

/** The tiers that are leadership: the announcement's “leaders, organizers, and significant facilitators”. */
export const LEADING: readonly string[] = ["leader", "organizer", "significant-facilitator"];

const inCase: Readonly<Partial<Record<Factor, (opened: CaseOpened) => Says>>> = {
  "vulnerable-people": ({ minors, unaccompaniedMinors }) => {
    const found = anyOf([minors, unaccompaniedMinors]);
    // That there were no minors does not say that nobody was vulnerable.
    return found === true ? true : undefined;
  },
  deaths: ({ deaths }) => deaths,
  people: ({ peopleSmuggled }) => peopleSmuggled?.count,
};

function factsIn<Body>(
  { entry, body }: Stated<Body>,
  readings: Readonly<Partial<Record<Factor, (body: Body) => Says>>>,
): Fact[] {
  return Object.entries(readings).flatMap(([factor, read]) => {
    const says = read(body);
    return says === undefined ? [] : [{ factor: factor as Factor, entry, says }];
  });
}

export function factsOf(
  opened: Stated<CaseOpened>,
  ventures: readonly Stated<VentureDescribed>[],
  leading: readonly Leading[],
): Fact[] {
  return [
    ...factsIn(opened, inCase),
    ...ventures.flatMap((venture) => factsIn(venture, inVenture)),
    ...leading.flatMap(({ entry, tier }): Fact[] =>
      tier === undefined ? [] : [{ factor: "leadership", entry, says: LEADING.includes(tier) }],
    ),
  ];
}
