/** Who takes part in the task force as of a date, as public statements first show it. */
import { boundsOf, type ImpreciseDate } from "@joint-docket/ledger/pure";
import { began, componentsJoined, countriesJoined, districtsJoined, statements } from "./task-force.generated.ts";

export interface Joined {
  readonly key: string;
  /** The earliest public statement that shows it; it may have joined before. */
  readonly since: ImpreciseDate;
  /** Address of that statement. */
  readonly source: string;
}

export interface TaskForce {
  readonly districts: readonly Joined[];
  readonly countries: readonly Joined[];
  readonly components: readonly Joined[];
}

/** When the task force was created. */
export const taskForceBegan: ImpreciseDate = began;

function joined(rows: readonly (readonly [string, string, string])[]): Joined[] {
  return rows.map(([key, since, source]) => ({ key, since, source: statements[source] ?? "" }));
}

export const taskForce: TaskForce = { districts: joined(districtsJoined), countries: joined(countriesJoined), components: joined(componentsJoined) };

/** Who had joined by a day (`YYYY-MM-DD`); a month counts from its end. */
export function taskForceAsOf(day: string): TaskForce {
  const by = (rows: readonly Joined[]) => rows.filter(({ since }) => boundsOf(since).to <= day);
  return { districts: by(taskForce.districts), countries: by(taskForce.countries), components: by(taskForce.components) };
}
