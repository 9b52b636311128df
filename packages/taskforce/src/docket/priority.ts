/** The priority of cases as known, by the policy that applied then. */
import type { Kinds, Reader } from "@joint-docket/ledger";
import { sql } from "kysely";
import { entriesOf } from "../cases/pure.ts";
import { type Known, type KnownRecord, standingRecords } from "../record/index.ts";
import {
  factsOf,
  judge,
  type Policy,
  policyOn,
  type Priority,
  type PriorityAdopted,
} from "../priority/index.ts";
import type { VentureDescribed } from "../ventures/pure.ts";
import type { CaseStanding } from "./case-standing.ts";
import { grouped } from "./grouped.ts";
import { partLines } from "./lines.ts";
import { roleLines } from "./people.ts";

const NO_SOURCES = new Map<never, never>();

/** A policy is an act of the task force itself: no source need have stated it, so it stands as recorded. */
export async function policyKnown(
  reader: Reader,
  kinds: Kinds,
  { size, attestedBy }: Known,
): Promise<Policy> {
  const { rows } = await sql<{ subject: string }>`
    select distinct subject from docket.priority_policy where since < ${size}`.execute(reader.db);
  const records = await standingRecords(
    reader,
    kinds,
    { alone: rows.map(({ subject }) => subject), whole: [] },
    { size, attestedBy: null },
  );
  const adopted = records
    .flatMap((record) => entriesOf<PriorityAdopted>(record, "priority.adopted"))
    .toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1));
  return policyOn(adopted, attestedBy ?? "9999-12-31");
}

/** The priority of each case among the records, which hold its ventures and the roles of its defendants. */
export function prioritiesOf(
  { body: policy }: Policy,
  standings: readonly CaseStanding[],
  records: readonly KnownRecord[],
): Map<string, Priority> {
  const ventures = grouped(
    partLines<VentureDescribed>(records, "venture.described"),
    ({ body }) => body.case,
  );
  const roles = grouped(roleLines(records, NO_SOURCES), ({ defendant }) => defendant);
  return new Map(
    standings.map(({ id, entry, body, defendants }) => {
      const leading = defendants.flatMap((one) =>
        (roles.get(one.id) ?? []).map((role) => ({ entry: role.entry, tier: role.tier ?? undefined })),
      );
      return [id, judge(policy, factsOf({ entry, body }, ventures.get(id) ?? [], leading))];
    }),
  );
}
