/** The records a batch speaks of, as they stand under the append lock, kept up as the batch goes on. */
import type pg from "pg";
import type { ImpreciseDate } from "../dates.ts";
import type { Entry } from "../entry.ts";
import { askedOf, type Standing, type StandingRecord } from "../kind.ts";
import type { Kinds, Reference } from "../kinds.ts";
import { ENTRY_COLUMNS, type EntryRow, entryOf } from "../rows.ts";

/** The standing entries about these records. */
function standingAbout(records: readonly string[]): pg.QueryConfig {
  return {
    name: "standing records",
    text: `select ${ENTRY_COLUMNS} from ledger.entry e
      join ledger.body b on b.label = e.label and b.seq = e.seq
      left join ledger.ended x on x.label = e.label and x.entry = e.id
     where e.subject = any ($1::uuid[]) and x.entry is null
     order by e.seq`,
    values: [records],
  };
}

/** These entries, and whether they were ended. */
function byName(entries: readonly string[]): pg.QueryConfig {
  return {
    name: "named entries",
    text: `select ${ENTRY_COLUMNS}, x.entry is not null as ended from ledger.entry e
      join ledger.body b on b.label = e.label and b.seq = e.seq
      left join ledger.ended x on x.label = e.label and x.entry = e.id
     where e.id = any ($1::uuid[])`,
    values: [entries],
  };
}

/** The standing entries about these records and about those that refer to them, but for what is loaded already. */
function standingAround(records: readonly string[], loaded: readonly string[]): pg.QueryConfig {
  return {
    name: "standing around records",
    text: `select ${ENTRY_COLUMNS} from ledger.entry e
      join ledger.body b on b.label = e.label and b.seq = e.seq
      left join ledger.ended x on x.label = e.label and x.entry = e.id
     where x.entry is null and e.subject <> all ($2::uuid[]) and e.subject in (
       select unnest($1::uuid[]) union select n.subject from ledger.mention m
         join ledger.entry n on n.label = m.label and n.seq = m.seq where m.record = any ($1::uuid[]) and m.role = 'n')
     order by e.seq`,
    values: [records, loaded],
  };
}

/** Which of these keys stand for rows that were recorded. */
function byKey(keys: readonly string[]): pg.QueryConfig {
  return {
    name: "row keys",
    text: "select key from ledger.row_key where key = any ($1::text[])",
    values: [keys],
  };
}

/**
 * What a batch names: records it speaks of or refers to, entries it corrects or withdraws, keys of its rows; and the
 * types of record of which its kinds ask what refers to them.
 */
export interface Names {
  readonly records: readonly string[];
  readonly entries: readonly string[];
  readonly keys: readonly string[];
  readonly asks: readonly string[];
}

/** An entry that the batch corrects or withdraws, wherever it stands now. */
export interface Found {
  readonly entry: Entry;
  readonly ended: boolean;
}

export class StandingRecords implements Standing {
  readonly #kinds: Kinds;
  readonly #entries = new Map<string, Entry[]>();
  readonly #named = new Map<string, Found>();
  /** For records whose opening entry may be withdrawn: the standing entries that refer to them. */
  readonly #dependents = new Map<string, Set<string>>();
  /** For sources that may be corrected: when what they state happened, by entry, where nothing else says when it was stated. */
  readonly #stated = new Map<string, Map<string, ImpreciseDate>>();
  readonly #keys = new Set<string>();
  /** By record, the records whose entries referred to it; kept only where a kind asks. */
  #mentions: Map<string, Set<string>> | undefined;

  constructor(kinds: Kinds) {
    this.#kinds = kinds;
  }

  /** What to ask for these names, under the append lock; `load` reads the answers. */
  static asked({ records, entries, keys }: Names): pg.QueryConfig[] {
    const asked = keys.length > 0 ? [byKey(keys)] : [];
    if (entries.length > 0) return [...asked, standingAbout(records), byName(entries)];
    return records.length > 0 ? [...asked, standingAbout(records)] : asked;
  }

  /** The records and entries of these names from the answers to `asked`; whatever the actor may not read stays absent. */
  static async load(
    client: pg.ClientBase,
    kinds: Kinds,
    { records, keys, asks }: Names,
    answers: readonly (readonly pg.QueryResult[])[],
  ): Promise<StandingRecords> {
    const standing = new StandingRecords(kinds);
    const [known, stand, named] = keys.length > 0 ? answers : [undefined, ...answers];
    for (const { key } of (known?.[0]?.rows ?? []) as { key: string }[]) standing.#keys.add(key);
    standing.#addAll(stand?.[0]);
    if (!named) {
      await standing.#loadAround(client, new Set(asks));
      return standing;
    }
    for (const row of (named[0]?.rows ?? []) as (EntryRow & { ended: boolean })[]) {
      const entry = entryOf(kinds, row);
      if (entry) standing.#named.set(row.id, { entry, ended: row.ended });
    }
    const subjects = new Set([...standing.#named.values()].map(({ entry }) => entry.subject));
    const loaded = new Set(records);
    const further = [...subjects].filter((subject) => !loaded.has(subject));
    if (further.length > 0) standing.#addAll(await client.query(standingAbout(further)));
    await standing.#loadDependents(client, [...subjects]);
    const ending = [...standing.#named.values()].flatMap(
      ({ entry }) => askedOf(kinds.named(entry.kind), entry.body) ?? [],
    );
    await standing.#loadAround(client, new Set([...asks, ...ending]));
    return standing;
  }

  #addAll(answer: pg.QueryResult | undefined): void {
    for (const row of (answer?.rows ?? []) as EntryRow[]) this.#add(entryOf(this.#kinds, row));
  }

  async #loadDependents(client: pg.ClientBase, records: readonly string[]): Promise<void> {
    const { rows } = await client.query<{ record: string; entry: string; occurred: ImpreciseDate | null }>(
      `select m.record, m.entry, case when m.role = 's' and b.content::jsonb ->> 'attestedAt' is null
           then b.content::jsonb ->> 'occurred' end as occurred from ledger.mention m
         join ledger.entry e on e.label = m.label and e.seq = m.seq
         join ledger.body b on b.label = m.label and b.seq = m.seq
         left join ledger.ended x on x.label = m.label and x.entry = m.entry
        where m.record = any ($1::uuid[]) and x.entry is null and e.kind not like 'entry.%'`,
      [records],
    );
    for (const { record, entry, occurred } of rows) {
      this.#depend(record, entry);
      if (occurred !== null) this.#state(record, entry, occurred);
    }
  }

  /** Of these types of record, what refers to those that are loaded or that loaded entries refer to. */
  async #loadAround(client: pg.ClientBase, types: ReadonlySet<string>): Promise<void> {
    if (types.size === 0) return;
    const around = new Set<string>();
    for (const [id, entries] of this.#entries) {
      if (types.has(this.record(id)?.type ?? "")) around.add(id);
      for (const { record, id: named } of entries.flatMap((entry) => this.#references(entry)))
        if (types.has(record)) around.add(named);
    }
    if (around.size > 0)
      this.#addAll(await client.query(standingAround([...around], [...this.#entries.keys()])));
    this.#mentions = new Map();
    for (const entry of [...this.#entries.values()].flat()) this.#mention(entry);
  }

  #references({ kind, body }: Entry): Reference[] {
    return this.#kinds.references(this.#kinds.named(kind), body);
  }

  #mention(entry: Entry): void {
    if (!this.#mentions) return;
    for (const { id } of this.#references(entry)) {
      const subjects = this.#mentions.get(id);
      if (subjects) subjects.add(entry.subject);
      else this.#mentions.set(id, new Set([entry.subject]));
    }
  }

  #depend(record: string, entry: string): void {
    const entries = this.#dependents.get(record);
    if (entries) entries.add(entry);
    else this.#dependents.set(record, new Set([entry]));
  }

  #state(source: string, entry: string, occurred: ImpreciseDate): void {
    const stated = this.#stated.get(source);
    if (stated) stated.set(entry, occurred);
    else this.#stated.set(source, new Map([[entry, occurred]]));
  }

  #add(entry: Entry | undefined): void {
    if (!entry) return;
    const about = this.#entries.get(entry.subject);
    if (about) about.push(entry);
    else this.#entries.set(entry.subject, [entry]);
    this.#mention(entry);
  }

  record(id: string): StandingRecord | undefined {
    const entries = this.#entries.get(id);
    const opening = entries?.find((entry) => this.#kinds.named(entry.kind).opens);
    return entries && opening ? { id, type: this.#kinds.named(opening.kind).record, entries } : undefined;
  }

  mentioning(id: string): StandingRecord[] {
    return this.#thatMention(id, (subject) => this.record(subject));
  }

  #thatMention(id: string, record: Standing["record"]): StandingRecord[] {
    return [...(this.#mentions?.get(id) ?? [])].flatMap((subject) => {
      const found = record(subject);
      const mentions = found?.entries.some((entry) =>
        this.#references(entry).some((named) => named.id === id),
      );
      return found && mentions ? [found] : [];
    });
  }

  /** Whether a row with this key was recorded. */
  hasKey(key: string): boolean {
    return this.#keys.has(key);
  }

  /** An entry named by a correction or withdrawal, or one earlier in this batch. */
  named(id: string): Found | undefined {
    return this.#named.get(id);
  }

  /** Whether entries other than this one stand on its record, so that it cannot be taken away from under them. */
  hasDependents(opening: Entry): boolean {
    const entries = this.#dependents.get(opening.subject) ?? new Set();
    return [...entries].some((id) => id !== opening.id);
  }

  /** When what this source states happened, of those entries for which only its own date says when it was stated. */
  statedBy(source: string): Iterable<ImpreciseDate> {
    return this.#stated.get(source)?.values() ?? [];
  }

  /** The same records without one entry, as a correction of it is judged. */
  without(entry: Entry): Standing {
    const rest = (id: string) => {
      const record = this.record(id);
      return record && id === entry.subject
        ? { ...record, entries: record.entries.filter((e) => e.id !== entry.id) }
        : record;
    };
    return { record: rest, mentioning: (id) => this.#thatMention(id, rest) };
  }

  /** Takes an accepted entry into account for the rest of the batch. */
  accept(entry: Entry, ends: string | undefined, names: readonly string[]): void {
    if (ends !== undefined) this.#end(ends);
    if (entry.key !== undefined) this.#keys.add(entry.key);
    this.#add(entry);
    // A withdrawal says what no longer stands; nothing stands on the record because of it.
    if (!entry.kind.startsWith("entry."))
      for (const record of [entry.subject, ...names]) this.#depend(record, entry.id);
    if (entry.source !== undefined && entry.occurred !== undefined && entry.attestedAt === undefined)
      this.#state(entry.source, entry.id, entry.occurred);
    this.#named.set(entry.id, { entry, ended: false });
  }

  /** The records that an entry speaks of, refers to or cites. */
  #recordsOf(entry: Entry): string[] {
    const { subject, source } = entry;
    const referred = this.#references(entry).map(({ id }) => id);
    return [subject, ...referred, ...(source === undefined ? [] : [source])];
  }

  #end(id: string): void {
    const found = this.#named.get(id);
    if (!found) return;
    this.#named.set(id, { entry: found.entry, ended: true });
    const rest = (this.#entries.get(found.entry.subject) ?? []).filter((entry) => entry.id !== id);
    this.#entries.set(found.entry.subject, rest);
    for (const record of this.#recordsOf(found.entry)) {
      this.#dependents.get(record)?.delete(id);
      this.#stated.get(record)?.delete(id);
    }
  }
}
