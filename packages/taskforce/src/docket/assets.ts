/** Assets as people look at them: the list by kind and state, what they come to by currency and unit, the page of one. */
import { defineRefusal, type Kinds, type Reader } from "@joint-docket/ledger";
import { type RawBuilder, sql } from "kysely";
import type { AssetKind, AssetState } from "../assets/pure.ts";
import {
  type EntryView,
  type Known,
  type KnownRecord,
  sourceLines,
  standingRecords,
  timelineOf,
} from "../record/index.ts";
import { roomy } from "../results/index.ts";
import { type AssetLine, assetLines } from "./asset-lines.ts";
import { type CitedSource, sourcesOf } from "./cases.ts";
import { named, openingsKnown, type Rows, rowsKnown } from "./known-rows.ts";
import { type Cursor, listed, type Order, type Paging, wordsIn } from "./listed.ts";
import { type CaseName, caseName, isMadeUp, recordName } from "./names.ts";
import { citedBy } from "./people.ts";

export const assetNotThere = defineRefusal({
  code: "asset-not-there",
  status: 404,
  en: {
    sentence: () => "There is no such asset.",
    remedy: () => "Check the address, or find the asset in the list.",
  },
  es: {
    sentence: () => "No existe ese bien.",
    remedy: () => "Revise la dirección o busque el bien en la lista.",
  },
});

export interface AssetFilter {
  readonly kind?: AssetKind | undefined;
  /** A state, or `held`: nothing was finally ordered yet. */
  readonly state?: AssetState | "held" | undefined;
  /** Valued, forfeited or realized in this currency. */
  readonly currency?: string | undefined;
  /** Measured in this unit. */
  readonly unit?: string | undefined;
  readonly district?: string | undefined;
  /** Words that all occur in its description. */
  readonly q?: string | undefined;
}

/** An asset with the names of the records it belongs to. */
export interface AssetRow extends AssetLine {
  readonly case: CaseName | null;
  readonly defendantName: string | null;
  /** Whether a program made it up. */
  readonly synthetic: boolean;
}

const COLUMNS = [
  "asset",
  "hold",
  "description",
  "district",
  "quantity_thousandths",
  "unit",
  "value_minor",
  "value_currency",
];

/** The steps of assets as common tables. */
function steps(known: Known): RawBuilder<unknown>[] {
  return [
    named("claims", rowsKnown(known, "asset_claim")),
    named("orders", rowsKnown(known, "forfeiture", ["stage", "amount_currency"])),
    named("realizations", rowsKnown(known, "realization", ["realized_minor", "currency"])),
  ];
}

function assetsKnown(known: Known): Rows {
  const { tables, rows } = openingsKnown(known, "seizure", COLUMNS, ["claims", "orders", "realizations"]);
  return { tables: [...steps(known), ...tables], rows };
}

/** `assetState` in SQL, over the rows of `assetsKnown`. */
function withState(known: Known): Rows {
  const { tables, rows } = assetsKnown(known);
  return {
    tables,
    rows: sql`(select s.*, case when r.subject is not null then 'realized' when o.final then 'forfeited'
        when o.subject is not null then 'ordered' when c.subject is not null then 'claimed' else s.hold end as state
      from ${rows} s
      left join (select subject, bool_or(stage <> 'preliminary') as final from orders group by subject) o on o.subject = s.subject
      left join (select distinct subject from realizations) r on r.subject = s.subject
      left join (select distinct subject from claims) c on c.subject = s.subject)`,
  };
}

/** Those held last first; undated last. */
const NEWEST: Order = { key: sql`coalesce(occurred_from, '1900-01-01')::text`, descending: true };

function filterOf({ kind, state, currency, unit, district, q }: AssetFilter): RawBuilder<unknown>[] {
  const conditions = wordsIn(sql`coalesce(description, '')`, q);
  if (kind !== undefined) conditions.push(sql`asset = ${kind}`);
  if (state === "held") conditions.push(sql`state not in ('forfeited', 'realized')`);
  else if (state !== undefined) conditions.push(sql`state = ${state}`);
  if (unit !== undefined) conditions.push(sql`unit = ${unit}`);
  if (district !== undefined) conditions.push(sql`district = ${district}`);
  if (currency !== undefined)
    conditions.push(sql`(value_currency = ${currency} or subject in (
      select subject from orders where amount_currency = ${currency}
      union select subject from realizations where currency = ${currency}))`);
  return conditions;
}

/** The cases and defendants of assets or extraditions, to read with them. */
export async function besides(
  reader: Reader,
  table: "seizure" | "extradition_request",
  ids: readonly string[],
): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select case_id as id from docket.${sql.ref(table)} where subject = any (${ids}::uuid[])
    union select defendant from docket.${sql.ref(table)} where subject = any (${ids}::uuid[]) and defendant is not null`.execute(
    reader.db,
  );
  return rows.map(({ id }) => id);
}

interface Line {
  readonly id: string;
  readonly of: string;
  readonly defendant: string | null;
}
type Named<L> = L & Pick<AssetRow, "case" | "defendantName" | "synthetic">;

/** Lines with the names of their cases and defendants, by record. */
export async function namedLines<L extends Line>(
  reader: Reader,
  lines: readonly L[],
  records: readonly KnownRecord[],
  { size }: Known,
): Promise<Map<string, Named<L>>> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const sources = await sourceLines(reader, citedBy(records), size);
  return new Map(
    lines.map((line) => {
      const defendant = byId.get(line.defendant ?? "");
      const names = {
        case: caseName(byId.get(line.of)),
        defendantName: defendant ? recordName(defendant).name : null,
        synthetic: isMadeUp(byId.get(line.id), sources),
      };
      return [line.id, { ...line, ...names }];
    }),
  );
}

/** A page of assets as known, and how many there are in all. */
export async function listAssets(
  reader: Reader,
  kinds: Kinds,
  known: Known,
  filter: AssetFilter,
  paging: Paging = {},
): Promise<{ items: AssetRow[]; total: number; next: Cursor | null }> {
  // The state costs three joins over every asset, so it is asked only where it filters.
  const rows = filter.state === undefined ? assetsKnown(known) : withState(known);
  const { ids, total, next } = await listed(reader, rows, filterOf(filter), NEWEST, paging);
  const wanted = { alone: [...ids, ...(await besides(reader, "seizure", ids))] };
  const records = await standingRecords(reader, kinds, wanted, known);
  const lines = await namedLines(reader, assetLines(records), records, known);
  return { items: ids.flatMap((id) => lines.get(id) ?? []), total, next };
}

/** What assets of one kind come to in one state, each currency and unit for itself; nothing is converted. */
export interface AssetTotal {
  readonly kind: AssetKind;
  readonly state: AssetState;
  readonly assets: number;
  readonly values: readonly { readonly currency: string; readonly assets: number; readonly minor: number }[];
  readonly quantities: readonly { readonly unit: string; readonly assets: number; readonly amount: number }[];
  readonly realized: readonly {
    readonly currency: string;
    readonly assets: number;
    readonly minor: number;
  }[];
}

interface TotalRow {
  readonly kind: AssetKind;
  readonly state: AssetState;
  readonly of: "assets" | "value" | "quantity" | "realized";
  readonly measure: string | null;
  readonly assets: number;
  /** Sums may pass what a number holds exactly, so they travel as text. */
  readonly sum: string | null;
}

/** The totals of all assets as known, by kind and state. */
export async function assetTotals(reader: Reader, known: Known): Promise<AssetTotal[]> {
  const { tables, rows: seized } = withState(known);
  const stated = sql`stated as materialized (
    select subject, asset, state, unit, quantity_thousandths, value_minor, value_currency from ${seized} s)`;
  await roomy(reader);
  const { rows } = await sql<TotalRow>`
    with ${sql.join([...tables, stated])}
    select asset as kind, state, 'assets' as of, null as measure, count(*) as assets, null as sum from stated group by asset, state
    union all
    select asset, state, 'value', value_currency, count(*), sum(value_minor)::text from stated where value_minor is not null group by asset, state, value_currency
    union all
    select asset, state, 'quantity', unit, count(*), sum(quantity_thousandths)::text from stated where unit is not null group by asset, state, unit
    union all
    select s.asset, s.state, 'realized', r.currency, count(distinct s.subject), sum(r.realized_minor)::text
      from stated s join realizations r on r.subject = s.subject
     where r.realized_minor is not null group by s.asset, s.state, r.currency`.execute(reader.db);
  const sums = (of: TotalRow["of"], { kind, state }: TotalRow) =>
    rows
      .filter((row) => row.of === of && row.kind === kind && row.state === state)
      .map(({ measure, assets, sum }) => ({ measure: measure ?? "", assets, sum: Number(sum) }))
      .sort((a, b) => a.measure.localeCompare(b.measure));
  return rows
    .filter(({ of }) => of === "assets")
    .map((row) => ({
      kind: row.kind,
      state: row.state,
      assets: row.assets,
      values: sums("value", row).map(({ measure, assets, sum }) => ({
        currency: measure,
        assets,
        minor: sum,
      })),
      quantities: sums("quantity", row).map(({ measure, assets, sum }) => ({
        unit: measure,
        assets,
        amount: sum / 1000,
      })),
      realized: sums("realized", row).map(({ measure, assets, sum }) => ({
        currency: measure,
        assets,
        minor: sum,
      })),
    }));
}

export interface AssetPage {
  readonly asset: AssetRow;
  readonly timeline: readonly EntryView[];
  readonly sources: readonly CitedSource[];
}

/** One asset as known. Refuses `asset-not-there`, whether it is hidden, absent or was not known then. */
export async function assetPage(reader: Reader, kinds: Kinds, known: Known, id: string): Promise<AssetPage> {
  const wanted = { whole: [id], alone: await besides(reader, "seizure", [id]) };
  const records = await standingRecords(reader, kinds, wanted, known);
  const asset = (await namedLines(reader, assetLines(records), records, known)).get(id);
  if (!asset) throw assetNotThere({ value: id });
  const timeline = await timelineOf(reader, kinds, id, known);
  return { asset, timeline, sources: await sourcesOf(reader, timeline, known.size) };
}
