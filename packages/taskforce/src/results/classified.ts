/** A measure's judgment of every candidate entry in a frame: taken once, packed small, and kept, so that a page costs a page. */
import type { Id } from "@joint-docket/ledger/pure";
import { type Kysely, type RawBuilder, sql } from "kysely";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";
import { type Reason, reasons } from "./words.ts";

/** The part of the ledger's reader that results need: one snapshot with the actor's labels set. */
export interface Reader {
  readonly db: Kysely<unknown>;
}

/** A candidate entry as the measure judged it, without its kind. */
export interface Packed {
  readonly entry: Id;
  readonly weight: number;
  readonly caseId: Id | null;
  readonly reason: Reason | null;
  readonly because: Id | null;
}

/* A row is the entry, its case and the entry that explains it (16 bytes each), its weight (4) and its reason (2). */
const ROW = 54;
const NOBODY = "00000000-0000-0000-0000-000000000000";

function uuidAt(bytes: Buffer, at: number): Id {
  const hex = bytes.toString("hex", at, at + 16);
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

function unlessNobody(id: Id): Id | null {
  return id === NOBODY ? null : id;
}

/** Rows in order of when they happened: earliest possible day first, undated last, then as recorded. */
export class Classified {
  readonly #bytes: Buffer;

  constructor(bytes: Buffer) {
    this.#bytes = bytes;
  }

  get bytes(): number {
    return this.#bytes.length;
  }

  get rows(): number {
    return this.#bytes.length / ROW;
  }

  reason(row: number): Reason | null {
    const number = this.#bytes.readInt16BE(row * ROW + 52);
    return number === 0 ? null : (reasons[number - 1] as Reason);
  }

  weight(row: number): number {
    return this.#bytes.readInt32BE(row * ROW + 48);
  }

  /** The case's bytes as text, shorter than its identifier; for counting them. */
  caseMark(row: number): string {
    return this.#bytes.toString("latin1", row * ROW + 16, row * ROW + 32);
  }

  at(row: number): Packed {
    const from = row * ROW;
    return {
      entry: uuidAt(this.#bytes, from),
      weight: this.weight(row),
      caseId: unlessNobody(uuidAt(this.#bytes, from + 16)),
      reason: this.reason(row),
      because: unlessNobody(uuidAt(this.#bytes, from + 32)),
    };
  }

  /** The row of an entry; -1 where there is none. */
  find(entry: Id): number {
    const sought = Buffer.from(entry.replaceAll("-", ""), "hex");
    for (let at = this.#bytes.indexOf(sought); at >= 0; at = this.#bytes.indexOf(sought, at + 1))
      if (at % ROW === 0) return at / ROW;
    return -1;
  }
}

/** What the database's own state adds to a frame: which ledger, whose labels, and what was emptied since. */
interface Scope {
  readonly of: string;
  readonly emptied: number;
  /** The ledger's size in this snapshot. */
  readonly size: number;
}

const scopes = new WeakMap<Reader, Promise<Scope>>();

function scopeOf(reader: Reader): Promise<Scope> {
  const known = scopes.get(reader);
  if (known) return known;
  const asked = sql<Scope>`
    select l.id || ' ' || current_setting('jd.labels') as of, h.size, (select count(*) from ledger.emptied) as emptied
      from ledger.ledger l, ledger.head h`
    .execute(reader.db)
    .then(({ rows }) => rows[0] as Scope);
  scopes.set(reader, asked);
  return asked;
}

/**
 * What a frame's figure can be kept under: it stays the same for ever, except that a purge empties entries of it, and
 * that a reader with other labels has another. The ledger, the labels and the purges are the database's word in this snapshot.
 */
export async function keyOf(reader: Reader, { name, version }: Measure, frame: Frame): Promise<string> {
  const { of, emptied, size } = await scopeOf(reader);
  return JSON.stringify([of, emptied, name, version, { ...frame, size: Math.min(frame.size, size) }]);
}

/** Keeps so many bytes of judgments at most, those not used for longest going first. */
export class Shelf {
  readonly #most: number;
  readonly #kept = new Map<string, Classified>();
  readonly #coming = new Map<string, Promise<Classified>>();
  readonly #emptied = new Map<string, number>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  /** Lets everything go that was judged before a purge. */
  heed({ of, emptied }: Scope): void {
    if ((this.#emptied.get(of) ?? emptied) !== emptied) {
      this.#kept.clear();
      this.#bytes = 0;
    }
    this.#emptied.set(of, emptied);
  }

  /** The judgment of this key; whoever asks while it is being made waits for the same one. */
  async take(key: string, judge: () => Promise<Classified>): Promise<Classified> {
    const kept = this.#kept.get(key);
    if (kept) {
      this.#kept.delete(key);
      this.#kept.set(key, kept);
      return kept;
    }
    const coming = this.#coming.get(key) ?? judge().finally(() => this.#coming.delete(key));
    this.#coming.set(key, coming);
    const made = await coming;
    if (!this.#kept.has(key)) this.#keep(key, made);
    return made;
  }

  #keep(key: string, made: Classified): void {
    if (made.bytes > this.#most) return;
    this.#kept.set(key, made);
    this.#bytes += made.bytes;
    for (const [oldest, { bytes }] of this.#kept) {
      if (this.#bytes <= this.#most) return;
      this.#kept.delete(oldest);
      this.#bytes -= bytes;
    }
  }
}

/** 64 MB: some twelve figures of a million entries. */
const shelf = new Shelf(64 * 1024 * 1024);

/** Earliest possible day first, undated last, then as recorded. */
export const PLACE = sql`coalesce(occurred_from, 'infinity'), since`;

/**
 * Lets the hash joins of this transaction keep a large docket in memory; a small one takes no more than before.
 * Compiling costs more than it gains in statements this short.
 */
export async function roomy({ db }: Reader): Promise<void> {
  await sql`select set_config('work_mem', '48MB', true), set_config('jit', 'off', true)`.execute(db);
}

function sent(column: string): RawBuilder<unknown> {
  return sql`uuid_send(coalesce(${sql.ref(column)}, ${NOBODY}))`;
}

/** Every candidate entry as the measure judges it in the frame. */
export async function classified(reader: Reader, measure: Measure, frame: Frame): Promise<Classified> {
  shelf.heed(await scopeOf(reader));
  return shelf.take(await keyOf(reader, measure, frame), async () => {
    await roomy(reader);
    const reason = sql`case when reason is null then 0 else array_position(${[...reasons]}::text[], reason) end`;
    const row = sql`${sent("entry")} || ${sent("case_id")} || ${sent("because")} || int4send(weight) || int2send((${reason})::smallint)`;
    // Sorted before it is packed: an aggregate that sorts for itself carries the packed rows along.
    const { rows } = await sql<{ packed: Buffer | null; rows: number }>`
      select string_agg(packed, ''::bytea) as packed, count(*) as rows
        from (select ${row} as packed from ${measure.classify(frame, "of-all")} c order by ${PLACE}) sorted`.execute(
      reader.db,
    );
    const made = new Classified(rows[0]?.packed ?? Buffer.alloc(0));
    // What cannot be packed vanishes from the text, and must not vanish from the figure.
    if (made.rows !== rows[0]?.rows) throw new Error(`${measure.name} gives a reason that has no words.`);
    return made;
  });
}
