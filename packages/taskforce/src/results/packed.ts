/** A measure's judgment of every candidate entry, packed small: the SQL that packs it and the class that reads it. */
import type { Id } from "@joint-docket/ledger/pure";
import { type RawBuilder, sql } from "kysely";
import { type AssetKind, assetKinds, type Unit, units } from "../assets/pure.ts";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";
import { context } from "./standing.ts";
import { type Reason, reasons } from "./words.ts";

/** A candidate entry as the measure judged it, without its kind. */
export interface Packed {
  readonly entry: Id;
  readonly weight: number;
  readonly caseId: Id | null;
  readonly reason: Reason | null;
  readonly because: Id | null;
  readonly isPart: boolean | null;
}

/** Where each field of a row begins. Texts are of the length they have there, padded with spaces. */
const AT = {
  entry: 0,
  case: 16,
  because: 32,
  weight: 48,
  reason: 52,
  from: 54,
  to: 58,
  known: 62,
  district: 66,
  country: 69,
  part: 71,
  // Rows of measures of assets go on.
  amount: 73,
  quantity: 81,
  currency: 89,
  asset: 92,
  unit: 94,
} as const;
const ROW = { plain: 73, ofAssets: 96 };

/** Whether the measure's rows tell of assets, and are so much longer. */
function isOfAssets({ alsoBy = [] }: Pick<Measure, "alsoBy">): boolean {
  return alsoBy.includes("asset-kind");
}

const NOBODY = "00000000-0000-0000-0000-000000000000";
const EPOCH = Date.UTC(2000, 0, 1);
const DAY = 86_400_000;
/** In place of a date that is not known. */
const NO_DAY = -2_147_483_648;
/** In place of an amount or quantity that is not told. */
const NOTHING = -1n;

const ASSETS = Object.keys(assetKinds) as AssetKind[];
const UNITS = Object.keys(units) as Unit[];

type Fragment = RawBuilder<unknown>;

const bytesOf = (column: Fragment) => sql`uuid_send(coalesce(${column}, ${NOBODY}))`;
const days = (column: Fragment) => sql`int4send(coalesce(${column} - date '2000-01-01', ${NO_DAY}))`;
const letters = (column: Fragment, length: number) =>
  sql`textsend(rpad(coalesce(${column}, ''), ${sql.lit(length)}))`;
const place = (column: Fragment, list: readonly string[]) =>
  sql`int2send(case when ${column} is null then 0 else array_position(${[...list]}::text[], ${column}) end::smallint)`;
const whole = (column: Fragment) => sql`int8send(coalesce(${column}, ${NOTHING.toString()}::bigint))`;

/** Earliest possible day first, undated last, then as recorded. */
export const PLACE = sql`coalesce(c.occurred_from, 'infinity'), c.since`;

/** Rows in one piece: a value of many megabytes takes the driver longer to read than all its pieces together. */
const PIECE = 8000;

/**
 * All judgments of the measure in the frame, packed in their order, piece by piece, each with how many there should be.
 * The district of a row is that of its case.
 */
export function packing(measure: Measure, frame: Frame): Fragment {
  const row = sql.join(
    [
      bytesOf(sql`c.entry`),
      bytesOf(sql`c.case_id`),
      bytesOf(sql`c.because`),
      sql`int4send(c.weight)`,
      place(sql`c.reason`, reasons),
      days(sql`c.occurred_from`),
      days(sql`c.occurred_to`),
      frame.basis === "recorded" ? sql`int4send(c.since::integer)` : days(sql`c.known`),
      letters(sql`d.district`, 3),
      letters(sql`c.country`, 2),
      sql`int2send(case when c.in_part then 2 when not c.in_part then 1 else 0 end::smallint)`,
      ...(isOfAssets(measure)
        ? [
            whole(sql`c.amount`),
            whole(sql`c.quantity`),
            letters(sql`c.currency`, 3),
            place(sql`c.asset`, ASSETS),
            place(sql`c.unit`, UNITS),
          ]
        : []),
    ],
    sql` || `,
  );
  // Numbered in order before it is packed: an aggregate that sorts for itself carries the packed rows along.
  return sql`select string_agg(packed, ''::bytea) as packed, count(*) as rows
    from (select ${row} as packed, (row_number() over (order by ${PLACE}) - 1) / ${sql.lit(PIECE)} as piece
      from ${measure.classify(frame, "of-all")} c
      left join ${context(frame, "criminal_case", ["district"])} d on d.subject = c.case_id) sorted
    group by piece order by piece`;
}

function uuidAt(bytes: Buffer, at: number): Id {
  const hex = bytes.toString("hex", at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function unlessNobody(id: Id): Id | null {
  return id === NOBODY ? null : id;
}

/** `YYYY-MM-DD` of a number of days as the rows hold them. */
export function dayText(day: number): string {
  return new Date(EPOCH + day * DAY).toISOString().slice(0, 10);
}

/** A day (`YYYY-MM-DD`) as the rows hold it. */
export function dayNumber(day: string): number {
  return (Date.parse(`${day}T00:00:00Z`) - EPOCH) / DAY;
}

/** Rows in order of when they happened: earliest possible day first, undated last, then as recorded. */
export class Classified {
  readonly #bytes: Buffer;
  readonly #row: number;
  readonly #isOfAssets: boolean;

  constructor(bytes: Buffer, measure: Pick<Measure, "alsoBy">) {
    this.#bytes = bytes;
    this.#isOfAssets = isOfAssets(measure);
    this.#row = this.#isOfAssets ? ROW.ofAssets : ROW.plain;
  }

  get bytes(): number {
    return this.#bytes.length;
  }

  get rows(): number {
    return this.#bytes.length / this.#row;
  }

  reason(row: number): Reason | null {
    const number = this.#bytes.readInt16BE(row * this.#row + AT.reason);
    return number === 0 ? null : (reasons[number - 1] as Reason);
  }

  weight(row: number): number {
    return this.#bytes.readInt32BE(row * this.#row + AT.weight);
  }

  /** First and last possible day, as numbers of days; undefined where no date is known. */
  span(row: number): { readonly from: number; readonly to: number } | undefined {
    const from = this.#bytes.readInt32BE(row * this.#row + AT.from);
    return from === NO_DAY ? undefined : { from, to: this.#bytes.readInt32BE(row * this.#row + AT.to) };
  }

  /** When the row could first count: a day by number or, on the recorded basis, the position of the entry. */
  known(row: number): number {
    return this.#bytes.readInt32BE(row * this.#row + AT.known);
  }

  district(row: number): string | null {
    return this.#letters(row * this.#row + AT.district, 3);
  }

  country(row: number): string | null {
    return this.#letters(row * this.#row + AT.country, 2);
  }

  /** Of a share or of growth: whether the row is of the part or later year; null of any other measure. */
  isPart(row: number): boolean | null {
    const number = this.#bytes.readInt16BE(row * this.#row + AT.part);
    return number === 0 ? null : number === 2;
  }

  asset(row: number): AssetKind | null {
    if (!this.#isOfAssets) return null;
    return ASSETS[this.#bytes.readInt16BE(row * this.#row + AT.asset) - 1] ?? null;
  }

  currency(row: number): string | null {
    return this.#isOfAssets ? this.#letters(row * this.#row + AT.currency, 3) : null;
  }

  unit(row: number): Unit | null {
    if (!this.#isOfAssets) return null;
    return UNITS[this.#bytes.readInt16BE(row * this.#row + AT.unit) - 1] ?? null;
  }

  /** In minor units of its currency. */
  amount(row: number): bigint | null {
    if (!this.#isOfAssets) return null;
    const amount = this.#bytes.readBigInt64BE(row * this.#row + AT.amount);
    return amount === NOTHING ? null : amount;
  }

  /** In thousandths of its unit. */
  quantity(row: number): bigint | null {
    if (!this.#isOfAssets) return null;
    const quantity = this.#bytes.readBigInt64BE(row * this.#row + AT.quantity);
    return quantity === NOTHING ? null : quantity;
  }

  /** Whether two rows, or rows of two judgments, are of one case. */
  isSameCase(row: number, other: number): boolean {
    const [a, b] = [row * this.#row + AT.case, other * this.#row + AT.case];
    return this.#bytes.compare(this.#bytes, b, b + 16, a, a + 16) === 0;
  }

  /** A number that rows of one case have in common, and of two cases seldom; 0 where there is none. */
  caseNumber(row: number): number {
    return this.#bytes.readUInt32BE(row * this.#row + AT.case);
  }

  /** The case's bytes as text, shorter than its identifier. */
  caseMark(row: number): string {
    return this.#bytes.toString("latin1", row * this.#row + AT.case, row * this.#row + AT.because);
  }

  /** The entry's bytes as text, and those of the entry that explains it, for finding the one from the other. */
  entryMark(row: number): string {
    return this.#bytes.toString("latin1", row * this.#row, row * this.#row + 16);
  }

  becauseMark(row: number): string {
    return this.#bytes.toString("latin1", row * this.#row + AT.because, row * this.#row + AT.weight);
  }

  at(row: number): Packed {
    const from = row * this.#row;
    return {
      entry: uuidAt(this.#bytes, from),
      weight: this.weight(row),
      caseId: unlessNobody(uuidAt(this.#bytes, from + AT.case)),
      reason: this.reason(row),
      because: unlessNobody(uuidAt(this.#bytes, from + AT.because)),
      isPart: this.isPart(row),
    };
  }

  /** The row of an entry; -1 where there is none. */
  find(entry: Id): number {
    const sought = Buffer.from(entry.replaceAll("-", ""), "hex");
    for (let at = this.#bytes.indexOf(sought); at >= 0; at = this.#bytes.indexOf(sought, at + 1))
      if (at % this.#row === 0) return at / this.#row;
    return -1;
  }

  #letters(at: number, length: number): string | null {
    const text = this.#bytes.toString("latin1", at, at + length).trimEnd();
    return text === "" ? null : text;
  }
}
