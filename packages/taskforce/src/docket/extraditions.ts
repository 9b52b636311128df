/** Extraditions as people look at them: by country and step, the list, the page of one. */
import { defineRefusal, type Kinds, type Reader } from "@joint-docket/ledger";
import { type RawBuilder, sql } from "kysely";
import type { ExtraditionStep } from "../extradition/pure.ts";
import { type EntryView, type Known, standingRecords, timelineOf } from "../record/index.ts";
import { roomy } from "../results/index.ts";
import { besides, namedLines } from "./assets.ts";
import { type CitedSource, sourcesOf } from "./cases.ts";
import { type ExtraditionLine, extraditionLines, isOpen } from "./extradition-lines.ts";
import { named, openingsKnown, type Rows, rowsKnown } from "./known-rows.ts";
import { type Cursor, listed, type Order, type Paging } from "./listed.ts";
import type { CaseName } from "./names.ts";

export const extraditionNotThere = defineRefusal({
  code: "extradition-not-there",
  status: 404,
  en: {
    sentence: () => "There is no such extradition.",
    remedy: () => "Check the address, or find the extradition in the list.",
  },
  es: {
    sentence: () => "No existe esa extradición.",
    remedy: () => "Revise la dirección o busque la extradición en la lista.",
  },
});

export const extraditionSorts = ["newest", "oldest"] as const;
export type ExtraditionSort = (typeof extraditionSorts)[number];

export interface ExtraditionFilter {
  readonly country?: string | undefined;
  /** A step, or `open`: nobody was surrendered, and nothing ended the request. */
  readonly step?: ExtraditionStep | "open" | undefined;
}

/** An extradition with the names of the records it belongs to. */
export interface ExtraditionRow extends ExtraditionLine {
  readonly case: CaseName | null;
  readonly defendantName: string | null;
  /** Whether a program made it up. */
  readonly synthetic: boolean;
  /** Whole days from the request to the day of the frame while it is open; null where it is not, or the day of the request is not known. */
  readonly openDays: number | null;
}

/** `extraditionStep` in SQL: a row of each extradition with the step it has reached. */
function withStep(known: Known): Rows {
  const { tables, rows } = openingsKnown(
    known,
    "extradition_request",
    ["country"],
    ["decisions", "surrenders"],
  );
  return {
    tables: [
      named("decisions", rowsKnown(known, "extradition_decision", ["decision"])),
      named("surrenders", rowsKnown(known, "surrender")),
      ...tables,
    ],
    rows: sql`(select q.*, case when u.subject is not null then 'surrendered' when d.decision is null then 'requested'
        when d.decision = 'consented' then 'granted' else d.decision end as step
      from ${rows} q
      left join (select distinct on (subject) subject, decision from (
          select subject, decision, occurred_to, since, bool_or(occurred_to is null) over (partition by subject) as undated from decisions) e
        order by subject, case when undated then null else occurred_to end desc, since desc) d on d.subject = q.subject
      left join (select distinct subject from surrenders) u on u.subject = q.subject)`,
  };
}

const ORDERS: Record<ExtraditionSort, Order> = {
  newest: { key: sql`coalesce(occurred_from, '1900-01-01')::text`, descending: true },
  oldest: { key: sql`coalesce(occurred_from, '9999-12-31')::text`, descending: false },
};

function filterOf({ country, step }: ExtraditionFilter): RawBuilder<unknown>[] {
  const conditions: RawBuilder<unknown>[] = [];
  if (country !== undefined) conditions.push(sql`country = ${country}`);
  if (step === "open") conditions.push(sql`step in ('requested', 'granted')`);
  else if (step !== undefined) conditions.push(sql`step = ${step}`);
  return conditions;
}

const DAY = 86_400_000;

function openDays(line: ExtraditionLine, today: string): number | null {
  if (!isOpen(line) || line.occurred === null || !/^\d{4}-\d{2}-\d{2}$/.test(line.occurred)) return null;
  return Math.max(0, Math.round((Date.parse(today) - Date.parse(line.occurred)) / DAY));
}

/** A page of extraditions as known, and how many there are in all. `today` is the day up to which open ones are counted. */
export async function listExtraditions(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  today: string,
  filter: ExtraditionFilter,
  { sort = "newest", ...paging }: Paging & { readonly sort?: ExtraditionSort | undefined } = {},
): Promise<{ items: ExtraditionRow[]; total: number; next: Cursor | null }> {
  const { ids, total, next } = await listed(reader, withStep(known), filterOf(filter), ORDERS[sort], paging);
  const wanted = { alone: [...ids, ...(await besides(reader, "extradition_request", ids))] };
  const records = await standingRecords(reader, kinds, wanted, known);
  const lines = await namedLines(reader, extraditionLines(records), records, known);
  const items = ids
    .flatMap((id) => lines.get(id) ?? [])
    .map((line) => ({ ...line, openDays: openDays(line, today) }));
  return { items, total, next };
}

/** How many extraditions stand at each step, by country; steps that none has reached are left out. */
export async function extraditionCountries(
  reader: Reader,
  known: Known,
): Promise<{ country: string; step: ExtraditionStep; extraditions: number }[]> {
  const { tables, rows: extraditions } = withStep(known);
  await roomy(reader);
  const { rows } = await sql<{ country: string; step: ExtraditionStep; extraditions: number }>`
    with ${sql.join(tables)}
    select country, step, count(*) as extraditions from ${extraditions} q group by country, step order by country, step`.execute(
    reader.db,
  );
  return rows;
}

export interface ExtraditionPage {
  readonly extradition: ExtraditionRow;
  readonly timeline: readonly EntryView[];
  readonly sources: readonly CitedSource[];
}

/** One extradition as known. Refuses `extradition-not-there`, whether it is hidden, absent or was not known then. */
export async function extraditionPage(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  today: string,
  id: string,
): Promise<ExtraditionPage> {
  const wanted = { whole: [id], alone: await besides(reader, "extradition_request", [id]) };
  const records = await standingRecords(reader, kinds, wanted, known);
  const line = (await namedLines(reader, extraditionLines(records), records, known)).get(id);
  if (!line) throw extraditionNotThere({ value: id });
  const timeline = await timelineOf(reader, kinds, id, known);
  return {
    extradition: { ...line, openDays: openDays(line, today) },
    timeline,
    sources: await sourcesOf(reader, timeline, known.size),
  };
}
