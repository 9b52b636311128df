/** Imports rows: keys become records, good rows are recorded once, bad ones come back with line, field, value and remedy. */
import { randomUUID } from "node:crypto";
import {
  isId,
  type Actor,
  type Draft,
  type Entry,
  type Kind,
  type Ledger,
  type Outcome,
} from "@joint-docket/ledger";
import { bodySchema, Refusal } from "@joint-docket/ledger";
import { coerce } from "./coerce.ts";
import { type KnownRow, knownRows, subjectsOf } from "./known-rows.ts";
import type { Format } from "./read-lines.ts";
import {
  rowChanged,
  rowKeyTwice,
  rowReferenceOther,
  rowReferenceRefused,
  rowReferenceUnknown,
  rowSubjectChanged,
  rowUnreadable,
  rowWithdrawn,
} from "./refusals.ts";
import { canonicalOf, type Line, type Row, rowOf } from "./row.ts";

export interface RefusedRow {
  readonly line: number;
  readonly field: string | null;
  readonly value: unknown;
  readonly code: string;
  readonly message: string;
  readonly remedy: string;
  /** The line as it came, to be written back. */
  readonly raw: string;
  /** The names of a CSV file's columns. */
  readonly columns?: readonly string[];
}

export interface ImportReport {
  readonly accepted: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  /** In a preview: what the first rows would add. */
  readonly preview: readonly {
    readonly line: number;
    readonly sentence: { readonly en: string; readonly es: string };
  }[];
  readonly cancelled: boolean;
  /** The ledger's size before the first row and after the last. */
  readonly before: number;
  readonly after: number;
}

export interface ImportProgress {
  readonly read: number;
  readonly accepted: number;
  readonly corrected: number;
  readonly unchanged: number;
  readonly refused: number;
}

export interface ImportOptions {
  readonly format: Format;
  /** Takes changed rows as corrections. */
  readonly correct?: boolean;
  /** Judges the first rows (10,000 at most) and records nothing. */
  readonly preview?: boolean;
  readonly signal?: AbortSignal;
  readonly say?: (progress: ImportProgress) => void;
  readonly language?: "en" | "es";
}

const BATCH = 5000;
const PREVIEW_ROWS = 10_000;
const PREVIEW_SENTENCES = 200;
const LONGEST_VALUE = 500;
/** How the reason of every correction by import begins: it tells them from corrections by hand, for good. */
const BY_IMPORT = "Corrected by an import of the same row";

/** A row on its way: read, its kind known, its references still keys. */
interface Read {
  readonly line: Line;
  readonly row: Row;
  readonly kind: Kind;
}

interface Ready extends Read {
  readonly draft: Draft;
  readonly corrects: boolean;
}

/** What the rows of a batch name by their keys. */
interface Named {
  /** The record that a row opened or spoke of. */
  readonly subjects: ReadonlyMap<string, string>;
  /** The entry that stands for a row, or stood last. */
  readonly entries: ReadonlyMap<string, string | undefined>;
}

/** The row whose entry this one corrects or withdraws, and the field that names it. */
function endedBy({ kind, replaces, body }: Row): { name: string; field: string } | undefined {
  if (replaces !== undefined) return { name: replaces, field: "replaces" };
  const { withdraws } = body;
  return kind === "entry.withdrawn" && typeof withdraws === "string"
    ? { name: withdraws, field: "body.withdraws" }
    : undefined;
}

/** Those of the names that are keys. No key holds a NUL, and the database takes no text with one. */
function keysAmong(names: readonly (string | undefined)[]): string[] {
  return names.filter((name): name is string => name !== undefined && !isId(name) && !name.includes("\0"));
}

class Import {
  readonly #ledger: Ledger;
  readonly #actor: Actor;
  readonly #options: ImportOptions;
  readonly #lineOfKey = new Map<string, number>();
  readonly #refusedKeys = new Set<string>();
  readonly #schemas = new Map<string, object>();
  readonly #refused: RefusedRow[] = [];
  readonly #preview: { line: number; sentence: { en: string; es: string } }[] = [];
  #read = 0;
  /** So many rows in, the planner is told for the first time. */
  #settleAt = 20_000;
  #accepted = 0;
  #corrected = 0;
  #unchanged = 0;
  #before: number | undefined;
  #after = 0;

  constructor(ledger: Ledger, actor: Actor, options: ImportOptions) {
    this.#ledger = ledger;
    this.#actor = actor;
    this.#options = options;
  }

  async run(lines: AsyncIterable<Line>): Promise<ImportReport> {
    const { signal, preview } = this.#options;
    this.#before = this.#after = (await this.#ledger.cut.now()).size;
    let batch: Line[] = [];
    let cancelled = false;
    for await (const line of lines) {
      if ((cancelled = signal?.aborted ?? false)) break;
      this.#read += 1;
      batch.push(line);
      if (preview ? batch.length >= PREVIEW_ROWS : batch.length >= BATCH) {
        await this.#take(batch);
        batch = [];
        if (preview) break;
        if (this.#accepted >= this.#settleAt) await this.#settle();
      }
    }
    // Whoever cancels after the last row was taken cancels nothing.
    if (batch.length > 0 && signal?.aborted) cancelled = true;
    if (!cancelled) await this.#take(batch);
    if (this.#accepted > 0 && !preview) await this.#settle();
    return {
      accepted: this.#accepted,
      corrected: this.#corrected,
      unchanged: this.#unchanged,
      refused: this.#refused,
      preview: this.#preview,
      cancelled,
      before: this.#before,
      after: this.#after,
    };
  }

  /** Figures asked for now are planned by the size the record has now. What was imported stands whether or not that works. */
  async #settle(): Promise<void> {
    this.#settleAt = 4 * this.#accepted;
    await this.#ledger.refreshStatistics().catch(() => undefined);
  }

  async #take(lines: readonly Line[]): Promise<void> {
    if (lines.length === 0) return;
    const read = lines.flatMap(
      (line) => this.#attempt(line, line.fields.key, () => this.#readLine(line)) ?? [],
    );
    const ready = await this.#ledger.read(this.#actor, async (reader) => {
      const ended = new Set(read.flatMap(({ row }) => endedBy(row)?.name ?? []));
      const named = read.flatMap((one) => [one.row.key, ...this.#keysIn(one)]);
      const subjects = await subjectsOf(reader, [...new Set([...named, ...keysAmong([...ended])])]);
      const own = new Map([...subjects].filter(([key]) => this.#lineOfKey.has(key) || ended.has(key)));
      const known = await knownRows(reader, this.#ledger.kinds, own);
      return this.#resolveAll(read, subjects, known);
    });
    await this.#record(ready);
    this.#options.say?.({
      read: this.#read,
      accepted: this.#accepted,
      corrected: this.#corrected,
      unchanged: this.#unchanged,
      refused: this.#refused.length,
    });
  }

  #readLine(line: Line): Read {
    if (line.unreadable !== undefined) throw rowUnreadable({ why: line.unreadable });
    const row = rowOf(line.fields);
    const kind = this.#ledger.kinds.named(row.kind);
    const earlier = this.#lineOfKey.get(row.key);
    if (earlier !== undefined)
      throw rowKeyTwice({ key: row.key, line: earlier, field: "key", value: row.key });
    this.#lineOfKey.set(row.key, line.number);
    return {
      line,
      kind,
      row: this.#options.format === "csv" ? { ...row, body: this.#coerced(kind, row.body) } : row,
    };
  }

  #coerced(kind: Kind, body: Row["body"]): Row["body"] {
    let schema = this.#schemas.get(kind.kind);
    if (!schema) this.#schemas.set(kind.kind, (schema = bodySchema(kind)));
    return coerce(body, schema) as Row["body"];
  }

  #keysIn({ row, kind }: Read): string[] {
    return keysAmong([
      row.subject,
      row.source,
      ...this.#ledger.kinds.references(kind, row.body).map(({ id }) => id),
    ]);
  }

  #resolveAll(
    read: readonly Read[],
    subjects: Map<string, string>,
    known: ReadonlyMap<string, KnownRow>,
  ): Ready[] {
    const entries = new Map(
      [...known].map(([key, { entries: said, standing }]) => [key, (standing ?? said.at(-1))?.id]),
    );
    return read.flatMap((one) => {
      const ready = this.#attempt(one.line, one.row.key, () =>
        this.#resolve(one, { subjects, entries }, known.get(one.row.key)),
      );
      if (!ready) return [];
      // Later rows of this batch may name what this one opens, and correct or withdraw it.
      const { key, replaces = "" } = one.row;
      const record = ready.draft.opensAs ?? subjects.get(replaces);
      if (record) subjects.set(key, record);
      entries.set(key, ready.draft.entersAs);
      return [ready];
    });
  }

  #resolve(read: Read, named: Named, known: KnownRow | undefined): Ready | undefined {
    const draft = this.#draft(read, named);
    const opens = read.kind.opens && draft.replaces === undefined;
    if (!known)
      return {
        ...read,
        draft: { ...draft, entersAs: randomUUID(), ...(opens ? { opensAs: randomUUID() } : {}) },
        corrects: false,
      };
    const { key, subject } = read.row;
    const sameKind = known.entries.at(-1)?.kind === draft.kind;
    // What corrects or withdraws another row speaks of that row's record without naming it.
    const unnamed = draft.subject === undefined && endedBy(read.row) !== undefined;
    if (sameKind && !unnamed && draft.subject !== (read.kind.opens ? undefined : known.subject))
      throw rowSubjectChanged({ key, field: "subject", value: subject });
    if (this.#saidBy(known).some((entry) => sameContent(read.kind, draft, entry))) {
      this.#unchanged += 1;
      return undefined;
    }
    if (!known.standing) throw rowWithdrawn({ key, field: "key", value: key });
    if (!this.#options.correct) throw rowChanged({ key, field: "key", value: key });
    const { subject: _subject, ...rest } = draft;
    return {
      ...read,
      corrects: true,
      draft: {
        ...rest,
        entersAs: randomUUID(),
        replaces: known.standing.id,
        reason: read.row.reason === undefined ? `${BY_IMPORT}.` : `${BY_IMPORT}: ${read.row.reason}`,
      },
    };
  }

  /**
   * The entries of a row against which its file is held. Where the file's word counts, that is the one that stands.
   * Otherwise whoever corrected it by hand knew better than the file, so the file's last word before that counts too.
   */
  #saidBy({ entries, standing }: KnownRow): readonly Entry[] {
    if (standing && this.#options.correct) return [standing];
    const fromFile = entries.findLastIndex(
      ({ replaces, reason }) => replaces === undefined || reason?.startsWith(BY_IMPORT),
    );
    return entries.slice(Math.max(fromFile, 0));
  }

  /** The row as a draft, every key turned into the record it opened or the entry it made. Refuses what names nothing. */
  #draft({ row, kind }: Read, { subjects, entries }: Named): Draft {
    const idIn = (ids: ReadonlyMap<string, string | undefined>, name: string, field: string): string => {
      if (isId(name)) return name.toLowerCase();
      if (this.#refusedKeys.has(name)) throw rowReferenceRefused({ key: name, field, value: name });
      const id = ids.get(name);
      if (id === undefined) throw rowReferenceUnknown({ key: name, field, value: name });
      return id;
    };
    const idOf = (name: string, field: string) => idIn(subjects, name, field);
    const body = this.#ledger.kinds.referring(kind, row.body, ({ id, field }) => idOf(id, `body.${field}`));
    const ended = endedBy(row);
    const entry = ended && idIn(entries, ended.name, ended.field);
    if (entry !== undefined && row.replaces === undefined) (body as { withdraws: string }).withdraws = entry;
    return {
      kind: row.kind,
      key: row.key,
      body,
      ...(row.subject === undefined ? {} : { subject: idOf(row.subject, "subject") }),
      ...(row.source === undefined ? {} : { source: idOf(row.source, "source") }),
      ...(row.occurred === undefined ? {} : { occurred: row.occurred }),
      ...(row.attestedAt === undefined ? {} : { attestedAt: row.attestedAt }),
      ...(row.certainty === undefined ? {} : { certainty: row.certainty }),
      ...(row.note === undefined ? {} : { note: row.note }),
      ...(row.replaces === undefined ? {} : { replaces: entry }),
      ...(ended === undefined || row.reason === undefined ? {} : { reason: row.reason }),
    };
  }

  async #record(ready: readonly Ready[]): Promise<void> {
    if (ready.length === 0) return;
    const drafts = ready.map(({ draft }) => draft);
    let outcomes: readonly Outcome[];
    if (this.#options.preview) outcomes = await this.#ledger.preview(this.#actor, drafts);
    else {
      const result = await this.#ledger.appendEach(this.#actor, drafts);
      outcomes = result.outcomes;
      this.#after = result.after;
    }
    const openers = new Map(
      ready.flatMap(({ draft, row }) => (draft.opensAs ? [[draft.opensAs, row.key] as const] : [])),
    );
    const made = new Map(
      ready.flatMap(({ draft, row }) => (draft.entersAs ? [[draft.entersAs, row.key] as const] : [])),
    );
    outcomes.forEach((outcome, index) =>
      this.#tell(ready[index] as Ready, outcome, { "record-not-found": openers, "entry-not-found": made }),
    );
  }

  /** `missing` says, for what a refusal may not find, which row of the batch was to bring it. */
  #tell(
    { line, row, kind, corrects }: Ready,
    outcome: Outcome,
    missing: Readonly<Record<string, ReadonlyMap<string, string>>>,
  ): void {
    if ("refusal" in outcome) {
      const { refusal } = outcome;
      const key = missing[refusal.code]?.get(String(refusal.value));
      this.#refuse(line, row.key, key === undefined ? refusal : this.#misreferred(refusal, key));
      return;
    }
    if (corrects) this.#corrected += 1;
    else this.#accepted += 1;
    if (this.#options.preview && this.#preview.length < PREVIEW_SENTENCES) {
      const { entry } = outcome;
      this.#preview.push({
        line: line.number,
        sentence: { en: kind.sentence.en(entry), es: kind.sentence.es(entry) },
      });
    }
  }

  /** Why a row may not refer to another of the file: that one was refused, or it opens another type of record. */
  #misreferred({ field = "subject" }: Refusal, key: string): Refusal {
    const why = this.#refusedKeys.has(key) ? rowReferenceRefused : rowReferenceOther;
    return why({ key, field, value: key });
  }

  #attempt<T>(line: Line, key: unknown, work: () => T): T | undefined {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      this.#refuse(line, key, error);
      return undefined;
    }
  }

  #refuse(line: Line, key: unknown, refusal: Refusal): void {
    // A key used twice still names its first row.
    if (typeof key === "string" && refusal.code !== "row-key-twice") this.#refusedKeys.add(key.trim());
    const { sentence, remedy } = refusal.in(this.#options.language ?? "en");
    this.#refused.push({
      line: line.number,
      field: refusal.field ?? null,
      value: shortened(refusal.value ?? null),
      code: refusal.code,
      message: sentence,
      remedy,
      raw: line.raw,
      ...(line.columns === undefined ? {} : { columns: line.columns }),
    });
  }
}

/** A value short enough to be shown beside its reason; the whole of it is in the row. */
function shortened(value: unknown): unknown {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > LONGEST_VALUE ? `${text.slice(0, LONGEST_VALUE)}…` : value;
}

/** Whether an entry says what the draft says: same body as the schema reads it, same dates, source and marks. */
function sameContent(kind: Kind, draft: Draft, entry: Entry): boolean {
  if (entry.kind !== draft.kind) return false;
  const body = kind.schema.safeParse(draft.body);
  const said = (
    content: Pick<Draft, "body" | "occurred" | "source" | "attestedAt" | "certainty" | "note">,
  ) => {
    const { occurred, source, attestedAt, certainty, note } = content;
    return canonicalOf({
      body: content.body,
      occurred,
      source,
      attestedAt,
      certainty: certainty ?? "stated",
      note,
    });
  };
  return body.success && said({ ...draft, body: body.data }) === said(entry);
}

/** Imports lines into the ledger, or previews it. Rows are recorded batch by batch; a cancelled import keeps what it recorded. */
export function importRows(
  ledger: Ledger,
  actor: Actor,
  lines: AsyncIterable<Line>,
  options: ImportOptions,
): Promise<ImportReport> {
  return new Import(ledger, actor, options).run(lines);
}
