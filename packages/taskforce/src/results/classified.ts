/** A measure's judgment of every candidate entry in a frame: taken once and kept, so that a page costs a page. */
import { type Kysely, sql } from "kysely";
import type { Frame } from "./frame.ts";
import type { Measure } from "./measures/index.ts";
import { Classified, packing } from "./packed.ts";

/** The part of the ledger's reader that results need: one snapshot with the actor's labels set. */
export interface Reader {
  readonly db: Kysely<unknown>;
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

/** 128 MB: some twelve figures of a million entries. */
const shelf = new Shelf(128 * 1024 * 1024);

/**
 * Lets the hash joins of this transaction keep a large docket in memory; a small one takes no more than before.
 * Compiling costs more than it gains in statements this short.
 */
export async function roomy({ db }: Reader): Promise<void> {
  await sql`select set_config('work_mem', '48MB', true), set_config('jit', 'off', true)`.execute(db);
}

/** Every candidate entry as the measure judges it in the frame. */
export async function classified(reader: Reader, measure: Measure, frame: Frame): Promise<Classified> {
  shelf.heed(await scopeOf(reader));
  return shelf.take(await keyOf(reader, measure, frame), async () => {
    await roomy(reader);
    const { rows: pieces } = await sql<{ packed: Buffer; rows: number }>`${packing(measure, frame)}`.execute(
      reader.db,
    );
    const made = new Classified(Buffer.concat(pieces.map(({ packed }) => packed)), measure);
    // What cannot be packed vanishes from the text, and must not vanish from the figure.
    if (made.rows !== pieces.reduce((sum, { rows }) => sum + rows, 0))
      throw new Error(`${measure.name} gives a reason that has no words.`);
    return made;
  });
}
