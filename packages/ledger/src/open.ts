/** Opens a ledger on a database, and is the one object through which everything above reaches the record. */
import type { KeyObject } from "node:crypto";
import type pg from "pg";
import { Client, Pool } from "pg";
import { type Appended, Appender, type BatchResult, type Outcome } from "./append/append.ts";
import { beginWriting, headOf } from "./append/compose.ts";
import { ArchiveReader, archiveCorrupted, keepOpening, readOpening } from "./archive/import.ts";
import { exportLedger } from "./archive/export.ts";
import { type CheckpointClock, checkpointClock, type WitnessAddress } from "./checkpoints.ts";
import { type Cut, cutBeyondHead, cutOfOtherHistory, openCut, sameRoot, sealCut } from "./cut.ts";
import { impossibleDate, precisionOf, tryBounds } from "./dates.ts";
import type { Actor, Draft, Id } from "./entry.ts";
import type { Gate } from "./gate.ts";
import type { Kind } from "./kind.ts";
import { Kinds } from "./kinds.ts";
import { parseVerifierKey } from "./proof/note.ts";
import { rootAt } from "./proof/tree.ts";
import { fillTables, type Rebuilt, rebuildAll, refreshStatistics } from "./projections/rebuild.ts";
import { definitionOf, syncTables } from "./projections/tables.ts";
import { cleanOut, notCleaned, purgeEntry } from "./purge.ts";
import { defineRefusal, type Refusal } from "./refusal.ts";
import { lastSigned, trustedKeys, trustKeys } from "./pinned.ts";
import type { Secrets } from "./secrets.ts";
import { asRefusal, databaseUnreachable, settings, transaction, whereIs } from "./store/connect.ts";
import { checkDrift, keepDescription } from "./store/drift.ts";
import { dropLedger, type Identity, migrate, resetPasswords } from "./store/migrate.ts";
import { timeZoneOf } from "./store/time-zone.ts";
import { type Reader, reading } from "./store/read.ts";
import { loadRange, treeReader } from "./store/tree-store.ts";
import { type Verification, verifyLedger, type Witnessed } from "./verify.ts";

export const ledgerNotEmpty = defineRefusal<{ entries: number }>({
  code: "ledger-not-empty",
  status: 409,
  en: {
    sentence: ({ entries }) =>
      `This database holds a ledger of ${entries} entries already; a whole ledger is imported into an empty one only.`,
    remedy: () => "Choose another data directory (JD_DATA) or another DATABASE_URL.",
  },
  es: {
    sentence: ({ entries }) =>
      `Esta base ya contiene un registro de ${entries} asientos; un registro completo solo se importa en una base vacía.`,
    remedy: () => "Elija otro directorio de datos (JD_DATA) u otro DATABASE_URL.",
  },
});

export interface OpenOptions {
  /** The owner's address of the database; used to bring the schema up to date, then closed. */
  readonly url: string;
  readonly secrets: Secrets;
  readonly kinds: readonly Kind[];
  readonly gate: Gate;
  /**
   * IANA name of the zone in which a new ledger counts its days; this machine's where left out. A ledger keeps the one it
   * was made with, and refuses another.
   */
  readonly timeZone?: string | undefined;
  readonly witnesses?: readonly WitnessAddress[];
  readonly say?: (line: string) => void;
  /**
   * How long a reader's or writer's session waits for another's lock, and how long it may hold one without a word, in
   * milliseconds; 30,000 and 60,000 unless told. The keeper's long works are not bound by it.
   */
  readonly patience?: { readonly lock: number; readonly idle: number };
}

const PATIENCE = { lock: 30_000, idle: 60_000 };

export interface Ledger {
  readonly id: string;
  readonly kinds: Kinds;
  /** IANA name; “as known on” a day means until the end of that day here. */
  readonly timeZone: string;
  /** Records all drafts or none. A repeated request is told by its key and `request`, which is the drafts themselves if left out. */
  append(
    actor: Actor,
    drafts: readonly Draft[],
    idempotencyKey?: string,
    request?: unknown,
  ): Promise<Appended>;
  /** Records the drafts that can stand, and says why the others cannot. */
  appendEach(actor: Actor, drafts: readonly Draft[]): Promise<BatchResult>;
  /** Judges drafts as `appendEach` would and writes nothing. */
  preview(actor: Actor, drafts: readonly Draft[]): Promise<readonly Outcome[]>;
  /** One read-only snapshot in which only the actor's labels exist. */
  read<T>(actor: Actor, work: (reader: Reader) => Promise<T>): Promise<T>;
  readonly cut: {
    now(): Promise<Cut>;
    at(size: number): Promise<Cut>;
    /** What was known by the end of that day (YYYY-MM-DD) in the installation's time zone. */
    onDay(day: string): Promise<Cut>;
    seal(cut: Cut): string;
    /** Refuses `cut-not-ours`, `cut-beyond-head`, `cut-of-other-history`. */
    open(token: string): Promise<Cut>;
  };
  readonly checkpoints: CheckpointClock;
  /** `trusted` are verifier keys of checkpoints, besides the installation's own and those that came with a restored ledger. */
  verify(
    witnessed?: readonly Witnessed[],
    say?: (entries: number, of: number) => void,
    trusted?: readonly string[],
  ): Promise<Verification>;
  rebuild(say?: (entries: number) => void): Promise<Rebuilt>;
  /** After a large load: lets figures be planned by the size the tables have now. Changes nothing that anybody reads. */
  refreshStatistics(): Promise<void>;
  /** Empties an entry. `say` is told what could not be cleaned out of the database's files at once. */
  purge(
    actor: Actor,
    order: { entry: Id; authority: string; reason: string },
    say?: (line: string) => void,
  ): Promise<Id>;
  export(say?: (entries: number, of: number) => void): AsyncGenerator<string>;
  /** Checkpoints as kept, newest first, with who cosigned them. */
  keptCheckpoints(limit: number): Promise<readonly KeptCheckpoint[]>;
  /** The keys this installation trusts for checkpoints: its own, after those that came with a restored ledger. */
  verifierKeys(): Promise<readonly string[]>;
  close(): Promise<void>;
}

export interface KeptCheckpoint {
  readonly size: number;
  readonly root: string;
  readonly note: string;
  readonly at: string;
  readonly cosigned: readonly string[];
}

async function connected(url: string, name: string): Promise<pg.Client> {
  const client = new Client(settings(url, name));
  client.on("error", () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw databaseUnreachable(
      { where: whereIs(url), why: error instanceof Error && error.message ? error.message : String(error) },
      error,
    );
  }
}

/** Brings schema and tables up to date as the owner; gives back which ledger it is and the kinds whose tables must be filled. */
async function prepare(
  admin: pg.Client,
  kinds: Kinds,
  options: OpenOptions,
  ledgerId?: string,
): Promise<Identity & { stale: Kind[] }> {
  // Held until this connection closes: of two servers that start together, the second must not see the first's work half done.
  await admin.query("select pg_advisory_lock(5402689)");
  await checkDrift(admin);
  const { id, roles } = await migrate(admin, options.secrets, ledgerId);
  await admin.query("begin");
  try {
    const { made, stale } = await syncTables(admin, kinds.all, roles);
    if (made) await keepDescription(admin);
    await admin.query("commit");
    return { id, roles, stale };
  } catch (error) {
    await admin.query("rollback").catch(() => undefined);
    throw error;
  }
}

const WRONG_PASSWORD = "28P01";

/** A pool that logs in as one of the two roles; where the password is another installation's, it is set to ours. */
async function pool(
  admin: pg.Client,
  roles: Identity["roles"],
  role: "app" | "keeper",
  options: OpenOptions,
  max: number,
): Promise<pg.Pool> {
  const user = roles[role];
  const { lock, idle } = options.patience ?? PATIENCE;
  const limits = role === "app" ? { lock_timeout: lock, idle_in_transaction_session_timeout: idle } : {};
  const make = () => {
    const made = new Pool({
      ...settings(options.url, `joint-docket ${role}`, { user, password: options.secrets.passwordOf(user) }),
      ...limits,
      // What is asked without waiting for an answer goes out at once, so that an append takes two exchanges.
      pipeline: true,
      max,
    });
    made.on("error", () => undefined);
    return made;
  };
  const first = make();
  try {
    await first.query("select 1");
    return first;
  } catch (error) {
    await first.end();
    if ((error as { code?: string }).code !== WRONG_PASSWORD) throw error;
    await resetPasswords(admin, roles, options.secrets);
    return make();
  }
}

async function fill(
  keeper: pg.Pool,
  kinds: Kinds,
  stale: readonly Kind[],
  say: (line: string) => void,
): Promise<void> {
  if (stale.length === 0) return;
  await transaction(keeper, "begin; select size from ledger.head for update", async (client, opened) => {
    const { size } = headOf(opened);
    if (size > 0)
      say(`Filling the tables of ${stale.map(({ kind }) => kind).join(", ")} from ${size} entries.`);
    await fillTables(client, kinds, stale);
    for (const kind of stale)
      await client.query("update ledger.projection set definition = $2 where name = $1", [
        kind.kind,
        definitionOf(kind),
      ]);
  });
}

const END_OF_DAY = "(($1::date + 1)::timestamp at time zone $2)";
const SNAPSHOT = "begin isolation level repeatable read read only";

class OpenLedger implements Ledger {
  readonly id: string;
  readonly kinds: Kinds;
  readonly timeZone: string;
  readonly checkpoints: CheckpointClock;
  readonly #app: pg.Pool;
  readonly #keeper: pg.Pool;
  readonly #secrets: Secrets;
  readonly #url: string;
  /** Whether something was recorded here that no checkpoint of ours may yet stand over. */
  #wrote = false;
  readonly #gate: Gate;
  readonly #appender: Appender;

  constructor(
    id: string,
    kinds: Kinds,
    app: pg.Pool,
    keeper: pg.Pool,
    timeZone: string,
    options: OpenOptions,
  ) {
    this.id = id;
    this.kinds = kinds;
    this.timeZone = timeZone;
    this.#app = app;
    this.#keeper = keeper;
    this.#secrets = options.secrets;
    this.#url = options.url;
    this.#gate = options.gate;
    this.#appender = new Appender(app, kinds, options.gate);
    this.checkpoints = checkpointClock(
      keeper,
      id,
      options.secrets.signing as KeyObject,
      options.witnesses ?? [],
      options.secrets.directory,
    );
  }

  append(
    actor: Actor,
    drafts: readonly Draft[],
    idempotencyKey?: string,
    request?: unknown,
  ): Promise<Appended> {
    this.#wrote = true;
    return this.#appender.append(actor, drafts, idempotencyKey, request);
  }

  appendEach(actor: Actor, drafts: readonly Draft[]): Promise<BatchResult> {
    this.#wrote = true;
    return this.#appender.appendEach(actor, drafts);
  }

  preview(actor: Actor, drafts: readonly Draft[]): Promise<readonly Outcome[]> {
    return this.#appender.preview(actor, drafts);
  }

  async read<T>(actor: Actor, work: (reader: Reader) => Promise<T>): Promise<T> {
    this.#gate.decide(actor, "read", {});
    const answer = await reading(this.#app, actor, work);
    await this.#gate.audit(actor, "read", {});
    return answer;
  }

  readonly cut = {
    now: async (): Promise<Cut> => {
      const { rows } = await this.#asKeeper<{ size: number }>("select size from ledger.head");
      return this.cut.at(rows[0]?.size ?? 0);
    },
    at: async (size: number): Promise<Cut> => ({ size, root: await this.#rootAt(size) }),
    onDay: async (day: string): Promise<Cut> => {
      if (!tryBounds(day) || precisionOf(day) !== "day")
        throw impossibleDate({ given: day, field: "day", value: day });
      return this.cut.at(await this.#sizeAtEndOf(day));
    },
    seal: (cut: Cut): string => sealCut(this.#secrets.cuts, cut),
    open: async (token: string): Promise<Cut> => {
      const { size, rootStart, seen } = openCut(this.#secrets.cuts, token);
      const { rows } = await this.#asKeeper<{ size: number }>("select size from ledger.head");
      if (size > (rows[0]?.size ?? 0)) throw cutBeyondHead({ field: "cut", value: token });
      const cut = { ...(await this.cut.at(size)), ...(seen && { seen }) };
      if (!sameRoot(rootStart, cut.root)) throw cutOfOtherHistory({ field: "cut", value: token });
      return cut;
    },
  };

  /**
   * How many entries were recorded by the end of a day. One that was being recorded as the day ended is waited for, so
   * that the same question gets the same answer for ever.
   */
  async #sizeAtEndOf(day: string): Promise<number> {
    const asked = [day, this.timeZone];
    const { rows } = await this.#asKeeper<{ unsettled: boolean }>(
      `select recorded_at < ${END_OF_DAY} and ${END_OF_DAY} <= clock_timestamp() as unsettled from ledger.head`,
      asked,
    );
    return transaction(
      this.#keeper,
      rows[0]?.unsettled ? "begin; select from ledger.head for share" : "begin",
      async (client) => {
        const found = await client.query<{ size: number }>(
          `select coalesce(max(seq) + 1, 0) as size from ledger.entry where recorded_at < ${END_OF_DAY}`,
          asked,
        );
        return found.rows[0]?.size ?? 0;
      },
    );
  }

  /** Roots never change, so the last few are kept. */
  readonly #roots = new Map<number, Buffer>();

  async #rootAt(size: number): Promise<Buffer> {
    const known = this.#roots.get(size);
    if (known) return known;
    const root = await rootAt(size, treeReader({ query: this.#asKeeper.bind(this) as never }));
    if (this.#roots.size >= 256) this.#roots.delete(this.#roots.keys().next().value as number);
    this.#roots.set(size, root);
    return root;
  }

  async #asKeeper<R extends pg.QueryResultRow>(
    text: string,
    values: unknown[] = [],
  ): Promise<pg.QueryResult<R>> {
    try {
      return await this.#keeper.query<R>(text, values);
    } catch (error) {
      throw asRefusal(error);
    }
  }

  async verify(
    witnessed: readonly Witnessed[] = [],
    say?: (entries: number, of: number) => void,
    trusted: readonly string[] = [],
  ): Promise<Verification> {
    const { origin, verifierKey } = this.checkpoints;
    const keys = [...(await this.verifierKeys()), ...trusted];
    for (const key of trusted) parseVerifierKey(key);
    // Before the snapshot, which then holds whatever was signed.
    const signed = lastSigned(this.#secrets.directory, origin, verifierKey);
    return transaction(this.#keeper, SNAPSHOT, (client) =>
      verifyLedger(client, origin, keys, witnessed, signed, say),
    );
  }

  rebuild(say?: (entries: number) => void): Promise<Rebuilt> {
    return transaction(this.#keeper, "begin; select from ledger.head for update", (client) =>
      rebuildAll(client, this.kinds, say),
    );
  }

  refreshStatistics(): Promise<void> {
    return refreshStatistics(this.#keeper).catch((error: unknown) => {
      throw asRefusal(error);
    });
  }

  async purge(
    actor: Actor,
    order: { entry: Id; authority: string; reason: string },
    say: (line: string) => void = () => undefined,
  ): Promise<Id> {
    this.#gate.decide(actor, "purge", {});
    this.#wrote = true;
    const id = await transaction(this.#keeper, beginWriting(actor), async (client, opened) => {
      const head = headOf(opened);
      const range = await loadRange(client, head.size);
      const purged = await purgeEntry(client, this.kinds, actor, order, head, range);
      await this.#gate.audit(actor, "purge", { entries: [order.entry, purged] });
      return purged;
    });
    await this.#cleanOut(order.entry, say);
    return id;
  }

  /** The purge stands whatever becomes of this; it is told where it could not be done. */
  async #cleanOut(entry: Id, say: (line: string) => void): Promise<void> {
    try {
      const { rows } = await this.#keeper.query<{ kind: string }>(
        "select distinct kind from ledger.emptied where entry = $1",
        [entry],
      );
      const owner = await connected(this.#url, "joint-docket owner");
      try {
        await cleanOut(
          owner,
          rows.map(({ kind }) => this.kinds.named(kind).projection.table),
          say,
        );
      } finally {
        await owner.end();
      }
    } catch (error) {
      say(notCleaned(error));
    }
  }

  async *export(say?: (entries: number, of: number) => void): AsyncGenerator<string> {
    // The newest checkpoint goes along, so that the export can be checked against it.
    await this.checkpoints.tick().catch((error: Refusal) => {
      // What is left of a damaged ledger must be writable all the same.
      if (error.code !== "history-differs") throw error;
    });
    const client = await this.#keeper.connect();
    try {
      await client.query(SNAPSHOT);
      yield* exportLedger(client, this.id, await this.verifierKeys(), say);
      await client.query("commit");
      client.release();
    } catch (error) {
      client.release(true);
      throw asRefusal(error);
    }
  }

  async keptCheckpoints(limit: number): Promise<readonly KeptCheckpoint[]> {
    const { rows } = await this.#asKeeper<KeptCheckpoint>(
      `select c.size, encode(c.root, 'hex') as root, c.note, to_char(c.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as at,
              array(select distinct s.witness from ledger.cosignature s where s.size = c.size and s.root = c.root) as cosigned
         from ledger.checkpoint c order by c.number desc limit $1`,
      [limit],
    );
    return rows;
  }

  async verifierKeys(): Promise<readonly string[]> {
    // Not the table's: whoever holds the database can write a key of their own there.
    const { origin, verifierKey } = this.checkpoints;
    const taken = trustedKeys(this.#secrets.directory, origin);
    return [...taken.filter((key) => key !== verifierKey), verifierKey];
  }

  async close(): Promise<void> {
    await this.checkpoints.stop();
    // A command has no clock: what it recorded is signed as it leaves, or by the next server's clock.
    if (this.#wrote) await this.checkpoints.tick().catch(() => undefined);
    await this.checkpoints.stop();
    await Promise.all([this.#app.end(), this.#keeper.end()]);
  }
}

async function openWith(
  admin: pg.Client,
  options: OpenOptions,
  ledgerId?: string,
): Promise<{ ledger: OpenLedger; keeper: pg.Pool }> {
  const kinds = new Kinds(options.kinds);
  const { id, roles, stale } = await prepare(admin, kinds, options, ledgerId);
  const timeZone = await timeZoneOf(admin, options.timeZone);
  const keeper = await pool(admin, roles, "keeper", options, 4);
  await fill(keeper, kinds, stale, options.say ?? (() => undefined));
  const app = await pool(admin, roles, "app", options, 10);
  return { ledger: new OpenLedger(id, kinds, app, keeper, timeZone, options), keeper };
}

/** Opens the ledger at `options.url`, making it where there is none. Refuses what `store/` refuses. */
export async function openLedger(options: OpenOptions): Promise<Ledger> {
  const admin = await connected(options.url, "joint-docket owner");
  try {
    return (await openWith(admin, options)).ledger;
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await admin.end();
  }
}

/** Opens a ledger restored from an archive's lines. Refuses `ledger-not-empty`, `ledger-in-use`, `archive-corrupted`, `archive-newer`. */
export async function importLedger(
  options: OpenOptions,
  lines: AsyncIterable<string>,
  say: (entries: number) => void = () => undefined,
): Promise<Ledger> {
  const admin = await connected(options.url, "joint-docket owner");
  try {
    // As every opening does; nobody makes a ledger here between our look and our work.
    await admin.query("select pg_advisory_lock(5402689)");
    const iterator = lines[Symbol.asyncIterator]();
    const first = (await iterator.next()).value as string | undefined;
    const opening = readOpening(first ?? "");
    const entries = await dropLedger(admin);
    if (entries > 0) throw ledgerNotEmpty({ entries });
    const { ledger, keeper } = await openWith(admin, options, opening.ledger);
    try {
      await transaction(keeper, "begin; select from ledger.head for update", async (client) => {
        await keepOpening(client, opening);
        const reader = new ArchiveReader(client, ledger.kinds, first ?? "");
        for (;;) {
          const next = await iterator.next();
          if (next.done) break;
          await reader.take(next.value);
          if (reader.entries % 10_000 === 0) say(reader.entries);
        }
        reader.finish();
        await refreshStatistics(client);
        const { origin, verifierKey } = ledger.checkpoints;
        const { problems } = await verifyLedger(client, origin, [verifierKey, ...opening.verifierKeys]);
        if (problems[0]) throw archiveCorrupted({ line: reader.line, why: problems[0].problem });
        // Its older checkpoints are by the keys it came with; only now, and never again, are those believed.
        trustKeys(options.secrets.directory, origin, opening.verifierKeys);
      });
      // What the clock cannot sign it tells; the restored ledger stands.
      await ledger.checkpoints.tick().catch(() => undefined);
      return ledger;
    } catch (error) {
      await ledger.close();
      await dropLedger(admin).catch(() => undefined);
      throw error;
    }
  } catch (error) {
    throw asRefusal(error);
  } finally {
    await admin.end();
  }
}
