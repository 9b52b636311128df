/** The one way to write: drafts become entries, and entries become rows, under one lock and in one transaction. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, type Draft, type Entry, type Header, type Id, OPEN_LABEL } from "../entry.ts";
import type { Gate } from "../gate.ts";
import type { Kind } from "../kind.ts";
import type { Kinds } from "../kinds.ts";
import { applyProjections, projected } from "../projections/apply.ts";
import { canonical } from "../proof/canonical.ts";
import type { CompactRange } from "../proof/tree.ts";
import { defineRefusal, Refusal } from "../refusal.ts";
import { type Asked, transaction } from "../store/connect.ts";
import { loadRange } from "../store/tree-store.ts";
import { beginReading } from "../store/read.ts";
import { type Checked, checkDraft, namesOf, parseDraft } from "./check.ts";
import {
  beginWriting,
  contentOfDraft,
  entriesWritten,
  type Head,
  headOf,
  SALT_BYTES,
  seal,
  type Whole,
} from "./compose.ts";
import { type Names, StandingRecords } from "./standing.ts";

export const idempotencyKeyReused = defineRefusal({
  code: "idempotency-key-reused",
  status: 409,
  en: {
    sentence: () => "This idempotency key was used for another request.",
    remedy: () => "Use a new key for a new request; the same key only repeats the same request.",
  },
  es: {
    sentence: () => "Esta clave de idempotencia se usó para otra solicitud.",
    remedy: () =>
      "Use una clave nueva para una solicitud nueva; la misma clave solo repite la misma solicitud.",
  },
});

export interface Appended {
  /** In the order of the drafts. */
  readonly entries: readonly { readonly id: Id; readonly subject: Id }[];
  /** The ledger's size before and after. */
  readonly before: number;
  readonly after: number;
}

/** One draft's outcome in a batch that takes the good ones: its entry, or why it was refused. */
export type Outcome = { readonly entry: Entry } | { readonly refusal: Refusal };

export interface BatchResult {
  readonly outcomes: readonly Outcome[];
  readonly before: number;
  readonly after: number;
}

interface Idempotency {
  readonly key: string;
  readonly digest: Buffer;
}

function recall(actor: Actor, { key }: Idempotency): Asked {
  return {
    name: "recall request",
    text: "select digest, outcome from ledger.idempotency where actor = $1 and key = $2",
    values: [actor.id, key],
  };
}

function remember(actor: Actor, { key, digest }: Idempotency, outcome: Appended): Asked {
  return {
    name: "remember request",
    text: "insert into ledger.idempotency (actor, key, digest, outcome) values ($1, $2, $3, $4)",
    values: [actor.id, key, digest, JSON.stringify(outcome)],
  };
}

/** What the request was answered with before, if it was. Refuses `idempotency-key-reused`. */
function remembered(
  { key, digest }: Idempotency,
  recalled: pg.QueryResult | undefined,
): Appended | undefined {
  const kept = recalled?.rows[0] as { digest: Buffer; outcome: Appended } | undefined;
  if (!kept) return undefined;
  if (!kept.digest.equals(digest)) throw idempotencyKeyReused({ field: "Idempotency-Key", value: key });
  return kept.outcome;
}

/** A draft as parsed, or why it cannot be, with what it names. */
interface Parsed {
  readonly one: { readonly draft: Draft; readonly kind: Kind } | Refusal;
  readonly names: Names;
}

const NO_NAMES: Names = { records: [], entries: [], keys: [], asks: [] };

function allNames(parsed: readonly Parsed[]): Names {
  return {
    records: [...new Set(parsed.flatMap(({ names }) => names.records))],
    entries: parsed.flatMap(({ names }) => names.entries),
    keys: parsed.flatMap(({ names }) => names.keys),
    asks: parsed.flatMap(({ names }) => names.asks),
  };
}

/** What an append leaves to be done: statements to write with the commit, and the tree's right edge after them. */
interface Recorded<T> {
  readonly result: T;
  readonly range?: CompactRange;
  readonly statements?: readonly Asked[];
}

export class Appender {
  readonly #pool: pg.Pool;
  readonly #kinds: Kinds;
  readonly #gate: Gate;
  /** The tree's right edge after the last append of this process; another process's append makes it stale. */
  #range: CompactRange | undefined;

  constructor(pool: pg.Pool, kinds: Kinds, gate: Gate) {
    this.#pool = pool;
    this.#kinds = kinds;
    this.#gate = gate;
  }

  /**
   * Records all drafts, or none. Repeating a request with its idempotency key answers with the first outcome; `request`
   * is what was asked for, where the drafts hold identities that were made for this one try.
   * Refuses whatever `append/check.ts` and the kinds' rules refuse, and `idempotency-key-reused`.
   */
  async append(
    actor: Actor,
    drafts: readonly Draft[],
    idempotencyKey?: string,
    request: unknown = drafts,
  ): Promise<Appended> {
    const idempotency =
      idempotencyKey === undefined
        ? undefined
        : {
            key: idempotencyKey,
            digest: createHash("sha256")
              .update(canonical(JSON.parse(JSON.stringify(request))))
              .digest(),
          };
    const parsed = this.#parse(actor, drafts);
    const names = allNames(parsed);
    const asked = [...(idempotency ? [recall(actor, idempotency)] : []), ...StandingRecords.asked(names)];
    return this.#writing(actor, asked, async (client, head, answers) => {
      const stand = answers.slice(idempotency ? 1 : 0);
      const known = idempotency && remembered(idempotency, answers[0]?.[0]);
      if (known) return { result: known };
      const standing = await StandingRecords.load(client, this.#kinds, names, stand);
      const whole = this.#judge(actor, head, parsed, standing, (outcome) => {
        if ("refusal" in outcome) throw outcome.refusal;
      });
      const { range, statements } = await this.#record(client, actor, head, whole);
      const result = {
        entries: whole.map(({ header }) => ({ id: header.id, subject: header.subject })),
        before: head.size,
        after: head.size + whole.length,
      };
      return {
        result,
        range,
        statements: idempotency ? [...statements, remember(actor, idempotency, result)] : statements,
      };
    });
  }

  /** Records the drafts that can stand and says of each other one why not, under one lock: an import's way to write. */
  async appendEach(actor: Actor, drafts: readonly Draft[]): Promise<BatchResult> {
    const parsed = this.#parse(actor, drafts);
    const names = allNames(parsed);
    return this.#writing(actor, StandingRecords.asked(names), async (client, head, answers) => {
      const standing = await StandingRecords.load(client, this.#kinds, names, answers);
      const outcomes: Outcome[] = [];
      const whole = this.#judge(actor, head, parsed, standing, (outcome) => outcomes.push(outcome));
      const recorded = await this.#record(client, actor, head, whole);
      return { ...recorded, result: { outcomes, before: head.size, after: head.size + whole.length } };
    });
  }

  /** Judges the drafts as `appendEach` would, and writes nothing. */
  async preview(actor: Actor, drafts: readonly Draft[]): Promise<readonly Outcome[]> {
    const parsed = this.#parse(actor, drafts);
    const names = allNames(parsed);
    return transaction(
      this.#pool,
      [beginReading(actor), ...StandingRecords.asked(names)],
      async (client, [, ...answers]) => {
        const standing = await StandingRecords.load(client, this.#kinds, names, answers);
        const outcomes: Outcome[] = [];
        const head = { size: 0, now: new Date().toISOString() };
        this.#judge(actor, head, parsed, standing, (outcome) => outcomes.push(outcome));
        return outcomes;
      },
    );
  }

  /** What needs no lock: schemas, whether the actor may, and what the drafts name; of the record nothing is read yet. */
  #parse(actor: Actor, drafts: readonly Draft[]): Parsed[] {
    return drafts.map((draft) => {
      const one = attempt(() => this.#allowed(actor, parseDraft(this.#kinds, draft)));
      return { one, names: one instanceof Refusal ? NO_NAMES : namesOf(this.#kinds, one) };
    });
  }

  /** Two exchanges with the database, if nothing is corrected: the lock with all that is asked, the rows with the commit. */
  async #writing<T>(
    actor: Actor,
    asked: readonly Asked[],
    work: (
      client: pg.PoolClient,
      head: Head,
      answers: readonly (readonly pg.QueryResult[])[],
    ) => Promise<Recorded<T>>,
  ): Promise<T> {
    const { result, range } = await transaction(
      this.#pool,
      [beginWriting(actor), ...asked],
      (client, opened) => work(client, headOf(opened), opened.slice(1)),
      ({ statements = [] }) => statements,
    );
    // Only now has the database taken the entries; a rolled-back range must never be built upon.
    if (range) this.#range = range;
    return result;
  }

  async #record(
    client: pg.PoolClient,
    actor: Actor,
    head: Head,
    whole: readonly Whole[],
  ): Promise<{ range: CompactRange; statements: readonly Asked[] }> {
    const range = this.#range?.size === head.size ? this.#range.clone() : await loadRange(client, head.size);
    if (whole.length === 0) return { range, statements: [] };
    const kinds = [...new Set(whole.map(({ kind }) => kind.kind))];
    await this.#gate.audit(actor, "append", { kinds, entries: whole.map(({ header }) => header.id) });
    const written = entriesWritten(whole, range);
    const rows = projected(this.#kinds, whole);
    if (rows) return { range, statements: [written, ...rows] };
    await client.query(written);
    await applyProjections(client, this.#kinds, whole);
    return { range, statements: [] };
  }

  #judge(
    actor: Actor,
    head: Head,
    parsed: readonly Parsed[],
    standing: StandingRecords,
    tell: (outcome: Outcome) => void,
  ): Whole[] {
    const salts = randomBytes(SALT_BYTES * parsed.length);
    const whole: Whole[] = [];
    for (const { one, names } of parsed) {
      const checked =
        one instanceof Refusal ? one : attempt(() => checkDraft(this.#kinds, one, standing, actor));
      if (checked instanceof Refusal) {
        tell({ refusal: checked });
        continue;
      }
      const salt = salts.subarray(SALT_BYTES * whole.length, SALT_BYTES * (whole.length + 1));
      const sealed = this.#seal(actor, checked, head, head.size + whole.length, salt);
      const { label: _label, seq: _seq, ...shown } = sealed.header;
      const entry: Entry = { ...sealed.content, ...shown };
      standing.accept(entry, checked.ends?.id, names.records);
      whole.push(sealed);
      tell({ entry });
    }
    return whole;
  }

  #allowed<T extends { readonly draft: Draft; readonly kind: Kind }>(actor: Actor, parsed: T): T {
    const { draft, kind } = parsed;
    const verb =
      kind.kind === "entry.withdrawn" ? "withdraw" : draft.replaces === undefined ? "append" : "correct";
    this.#gate.decide(actor, verb, { kinds: [kind.kind], label: OPEN_LABEL });
    return parsed;
  }

  #seal(actor: Actor, { kind, draft, subject, ends }: Checked, head: Head, seq: number, salt: Buffer): Whole {
    const header: Header = {
      id: draft.entersAs ?? randomUUID(),
      kind: kind.kind,
      label: OPEN_LABEL,
      recordedAt: head.now,
      ...(ends === undefined ? {} : { replaces: ends.id }),
      seq,
      subject,
      version: kind.version,
    };
    // A correction by hand stays the same row of the file it came from.
    const key = draft.key ?? (draft.replaces === undefined ? undefined : ends?.key);
    return seal(header, kind, contentOfDraft(actor, { ...draft, key }), salt);
  }
}

function attempt<T>(work: () => T): T | Refusal {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) return error;
    throw error;
  }
}
