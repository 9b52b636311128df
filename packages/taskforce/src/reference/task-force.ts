/** Who takes part in the task force as of a date, as public statements first show it. */
import { boundsOf, type ImpreciseDate } from "@joint-docket/ledger/pure";
import {
  began,
  componentsJoined,
  countriesJoined,
  districtsJoined,
  statements,
} from "./task-force.generated.ts";

export interface Joined {
  /** Key of the district or agency, or the country's two letters. */
  readonly key: string;
  /** The date of the earliest public statement that shows it; it may have joined before. */
  readonly since: ImpreciseDate;
  /** Address of that statement. */
  readonly source: string;
  /** What is doubtful about it. */
  readonly note?: string;
}

export interface ComponentJoined extends Joined {
  readonly part: "lead" | "member" | "support";
}

export interface TaskForce {
  readonly districts: readonly Joined[];
  readonly countries: readonly Joined[];
  readonly components: readonly ComponentJoined[];
}

/** When the task force was created. */
export const taskForceBegan: ImpreciseDate = began;

function joined<Row extends { readonly statement: string }>(rows: readonly Row[]) {
  return rows.map(({ statement, ...row }) => ({ ...row, source: statements[statement] ?? "" }));
}

export const taskForce: TaskForce = {
  districts: joined(districtsJoined),
  countries: joined(countriesJoined),
  components: joined(componentsJoined),
};

/**
 * Who had surely joined by a date: a statement of a month counts from the month's end. Of an imprecise date its
 * first day is meant. Refuses `date-impossible`.
 */
export function taskForceAsOf(date: ImpreciseDate): TaskForce {
  const day = boundsOf(date).from;
  const by = <One extends Joined>(rows: readonly One[]) =>
    rows.filter(({ since }) => boundsOf(since).to <= day);
  return {
    districts: by(taskForce.districts),
    countries: by(taskForce.countries),
    components: by(taskForce.components),
  };
}
