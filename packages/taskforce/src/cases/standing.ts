/** What stands about a case or defendant, read from its entries; rules and pages ask the same functions. */
import type { Entry, Id, StandingRecord } from "@joint-docket/ledger/pure";
import type { CaseDocketed } from "./kinds/case-docketed.ts";
import type { DefendantJoined } from "./kinds/defendant-joined.ts";

/** The record's standing entries of one kind, oldest first, with the body that kind declares. */
export function entriesOf<Body>(record: StandingRecord | undefined, kind: string): Entry<Body>[] {
  return (record?.entries ?? []).filter((entry) => entry.kind === kind) as Entry<Body>[];
}

/** The case that a defendant's record belongs to, if it stands. */
export function caseOfDefendant(defendant: StandingRecord | undefined): Id | undefined {
  return entriesOf<DefendantJoined>(defendant, "defendant.joined").at(-1)?.body.case;
}

/** The docket numbers that stand for a case, oldest first. */
export function docketsOf(inCase: StandingRecord | undefined): CaseDocketed[] {
  return entriesOf<CaseDocketed>(inCase, "case.docketed").map(({ body }) => body);
}
