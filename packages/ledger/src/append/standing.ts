/** The records a batch speaks of, as they stand under the append lock, kept up as the batch goes on. */
import type pg from "pg";
import type { Entry } from "../entry.ts";
import type { Standing, StandingRecord } from "../kind.ts";
import type { Kinds } from "../kinds.ts";
import { ENTRY_COLUMNS, type EntryRow, entryOf } from "../rows.ts";

const STANDING = `
  select ${ENTRY_COLUMNS} from ledger.entry e
    join ledger.body b on b.label = e.label and b.seq = e.seq
    left join ledger.ended x on x.label = e.label and x.entry = e.id
   where e.subject = any ($1::uuid[]) and x.entry is null
   order by e.seq`;

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

  constructor(kinds: Kinds) {
    this.#kinds = kinds;
  }

  /** Loads the records with these ids and the entries named for correction; whatever the actor may not read stays absent. */
  static async load(
    client: pg.ClientBase,
    kinds: Kinds,
    records: readonly string[],
    named: readonly string[],
  ): Promise<StandingRecords> {
    const standing = new StandingRecords(kinds);
    if (named.length > 0) await standing.#loadNamed(client, named);
    const subjects = new Set([
      ...records,
      ...[...standing.#named.values()].map(({ entry }) => entry.subject),
    ]);
    if (subjects.size > 0) {
      const { rows } = await client.query<EntryRow>({
        name: "standing records",
        text: STANDING,
        values: [[...subjects]],
      });
      for (const row of rows) standing.#add(entryOf(kinds, row));
    }
    if (named.length > 0) await standing.#loadDependents(client, [...subjects]);
    return standing;
  }

  async #loadNamed(client: pg.ClientBase, ids: readonly string[]): Promise<void> {
    const { rows } = await client.query<EntryRow & { ended: boolean }>(
      `select ${ENTRY_COLUMNS}, x.entry is not null as ended from ledger.entry e
         join ledger.body b on b.label = e.label and b.seq = e.seq
         left join ledger.ended x on x.label = e.label and x.entry = e.id
        where e.id = any ($1::uuid[])`,
      [ids],
    );
    for (const row of rows) {
      const entry = entryOf(this.#kinds, row);
      if (entry) this.#named.set(row.id, { entry, ended: row.ended });
    }
  }

  async #loadDependents(client: pg.ClientBase, records: readonly string[]): Promise<void> {
    const { rows } = await client.query<{ record: string; entry: string }>(
      `select m.record, m.entry from ledger.mention m
         join ledger.entry e on e.label = m.label and e.seq = m.seq
         join ledger.body b on b.label = m.label and b.seq = m.seq
         left join ledger.ended x on x.label = m.label and x.entry = m.entry
        where m.record = any ($1::uuid[]) and x.entry is null and e.kind not like 'entry.%'`,
      [records],
    );
    for (const { record, entry } of rows) this.#depend(record, entry);
  }

  #depend(record: string, entry: string): void {
    const entries = this.#dependents.get(record);
    if (entries) entries.add(entry);
    else this.#dependents.set(record, new Set([entry]));
  }

  #add(entry: Entry | undefined): void {
    if (!entry) return;
    const about = this.#entries.get(entry.subject);
    if (about) about.push(entry);
    else this.#entries.set(entry.subject, [entry]);
  }

  record(id: string): StandingRecord | undefined {
    const entries = this.#entries.get(id);
    const opening = entries?.find((entry) => this.#kinds.named(entry.kind).opens);
    return entries && opening ? { id, type: this.#kinds.named(opening.kind).record, entries } : undefined;
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

  /** The same records without one entry, as a correction of it is judged. */
  without(entry: Entry): Standing {
    return {
      record: (id) => {
        const record = this.record(id);
        return record && id === entry.subject
          ? { ...record, entries: record.entries.filter((e) => e.id !== entry.id) }
          : record;
      },
    };
  }

  /** Takes an accepted entry into account for the rest of the batch. */
  accept(entry: Entry, ends: string | undefined, names: readonly string[]): void {
    if (ends !== undefined) this.#end(ends);
    this.#add(entry);
    // A withdrawal says what no longer stands; nothing stands on the record because of it.
    if (!entry.kind.startsWith("entry."))
      for (const record of [entry.subject, ...names]) this.#depend(record, entry.id);
    this.#named.set(entry.id, { entry, ended: false });
  }

  #end(id: string): void {
    const found = this.#named.get(id);
    if (!found) return;
    this.#named.set(id, { entry: found.entry, ended: true });
    const rest = (this.#entries.get(found.entry.subject) ?? []).filter((entry) => entry.id !== id);
    this.#entries.set(found.entry.subject, rest);
    for (const entries of this.#dependents.values()) entries.delete(id);
  }
}
