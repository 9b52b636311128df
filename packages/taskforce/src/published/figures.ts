/** Published figures as people meet them: the list by state, and one figure with its whole course. */
import {
  type Actor,
  defineRefusal,
  type Entry,
  ENTRY_COLUMNS,
  type EntryRow,
  entryOf,
  type Id,
  type Ledger,
  type Reader,
} from "@joint-docket/ledger";
import { sql } from "kysely";
import type { Text } from "../results/index.ts";
import { type Course, courseOf, type FigureState } from "./course.ts";
import type { FigureDrafted } from "./kinds/figure-drafted.ts";
import type { Pin } from "./pin.ts";

export const figureNotThere = defineRefusal({
  code: "figure-not-there",
  status: 404,
  en: {
    sentence: () => "There is no such figure.",
    remedy: () => "Check the address, or find the figure in the list of figures.",
  },
  es: {
    sentence: () => "No existe esa cifra.",
    remedy: () => "Revise la dirección o busque la cifra en la lista de cifras.",
  },
});

export interface FigureLine {
  readonly figure: Id;
  readonly draft: Id;
  readonly state: FigureState;
  readonly measure: string;
  readonly value: number;
  readonly sentence: Text;
  /** Who drafted it, as declared. */
  readonly by: string;
  readonly recordedAt: string;
}

const STATE = sql`case when w.entry is not null then 'withdrawn' when p.entry is not null then 'published'
  else coalesce((select r.verdict from docket.figure_review r where r.label = d.label and r.subject = d.subject and r.draft = d.entry
                  and r.until is null order by r.since desc limit 1), 'drafted') end`;

/** Figures as they stand now, newest draft first; `before` is the place that the page before ended at. */
export async function listFigures(
  { db }: Reader,
  states: readonly FigureState[],
  before: number | undefined,
  limit: number,
): Promise<{ readonly items: readonly FigureLine[]; readonly next: number | null }> {
  const { rows } = await sql<FigureLine & { since: number }>`
    select * from (
      select d.subject as figure, d.entry as draft, ${STATE} as state, d.measure, d.value, d.sentence, d.declared as by, d.since,
        (select to_char(e.recorded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from ledger.entry e where e.label = d.label and e.id = d.entry) as "recordedAt"
      from docket.figure_draft d
      left join docket.figure_publication p on p.label = d.label and p.subject = d.subject and p.until is null
      left join docket.figure_withdrawal w on w.label = d.label and w.subject = d.subject and w.until is null
      where d.until is null and d.since < ${before ?? Number.MAX_SAFE_INTEGER}) f
    where state = any (${states}::text[]) order by since desc limit ${limit + 1}`.execute(db);
  const shown = rows.slice(0, limit);
  return {
    items: shown.map(({ since: _since, ...line }) => line),
    next: rows.length > limit ? (shown.at(-1)?.since ?? null) : null,
  };
}

export interface Figure {
  readonly figure: Id;
  readonly course: Course;
  readonly drafted: Entry<FigureDrafted>;
  readonly pinned: Pin;
  /** Every act on it that stands, oldest first. */
  readonly acts: readonly Entry[];
}

/** One figure as it stands. Refuses `figure-not-there`, whether it is hidden or absent. */
export async function figureOf(ledger: Ledger, actor: Actor, figure: Id): Promise<Figure> {
  const { rows } = await ledger.read(actor, ({ db }) =>
    sql<EntryRow>`select ${sql.raw(ENTRY_COLUMNS)} from ledger.entry e
      left join ledger.body b on b.label = e.label and b.seq = e.seq
      where e.subject = ${figure}::uuid and e.kind like 'figure.%'
        and not exists (select from ledger.ended x where x.label = e.label and x.entry = e.id) order by e.seq`.execute(
      db,
    ),
  );
  const acts = rows.flatMap((row) => entryOf(ledger.kinds, row) ?? []);
  const course = courseOf({ id: figure, type: "published-figure", entries: acts });
  const drafted = course.drafted as Entry<FigureDrafted> | undefined;
  if (!drafted) throw figureNotThere({ value: figure });
  return { figure, course, drafted, pinned: drafted.body.pinned, acts };
}
