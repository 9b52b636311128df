/** The one way to write: drafts become entries, and entries become rows, under one lock and in one transaction. */
import { createHash, randomUUID } from "node:crypto";
import type pg from "pg";
import { type Actor, type Draft, type Entry, type Header, type Id, OPEN_LABEL } from "../entry.ts";
import type { Gate } from "../gate.ts";
import type { Kinds } from "../kinds.ts";
import { applyProjections } from "../projections/apply.ts";
import { canonical } from "../proof/canonical.ts";
import type { CompactRange } from "../proof/tree.ts";
import { defineRefusal, Refusal } from "../refusal.ts";
import { transaction } from "../store/connect.ts";
import { loadRange } from "../store/tree-store.ts";
import { beginReading } from "../store/read.ts";
import { type Checked, checkDraft, namesOf, parseDraft } from "./check.ts";
import {
  beginWriting,
  contentOfDraft,
  type Head,
  headOf,
  seal,
  type Whole,
  writeEntries,
} from "./compose.ts";
import { StandingRecords } from "./standing.ts";

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

async function remembered(
  client: pg.ClientBase,
  actor: Actor,
  { key, digest }: Idempotency,
): Promise<Appended | undefined> {
  const { rows } = await client.query<{ digest: Buffer; outcome: Appended }>(
    "select digest, outcome from ledger.idempotency where actor = $1 and key = $2",
    [actor.id, key],
  );
  const kept = rows[0];
  if (!kept) return undefined;
  if (!kept.digest.equals(digest)) throw idempotencyKeyReused({ field: "Idempotency-Key", value: key });
  return kept.outcome;
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
   * Records all drafts, or none. Repeating a request with its idempotency key answers with the first outcome.
   * Refuses whatever `append/check.ts` and the kinds' rules refuse, and `idempotency-key-reused`.
   */
  async append(actor: Actor, drafts: readonly Draft[], idempotencyKey?: string): Promise<Appended> {
    const idempotency =
      idempotencyKey === undefined
        ? undefined
        : {
            key: idempotencyKey,
            digest: createHash("sha256")
              .update(canonical(JSON.parse(JSON.stringify(drafts))))
              .digest(),
          };
    return this.#writing(actor, async (client, head) => {
      const known = idempotency && (await remembered(client, actor, idempotency));
      if (known) return { result: known, range: undefined };
      const { whole, range } = await this.#record(client, actor, head, drafts, (outcome) => {
        if ("refusal" in outcome) throw outcome.refusal;
      });
      const result = {
        entries: whole.map(({ header }) => ({ id: header.id, subject: header.subject })),
        before: head.size,
        after: head.size + whole.length,
      };
      if (idempotency) {
        await client.query(
          "insert into ledger.idempotency (actor, key, digest, outcome) values ($1, $2, $3, $4)",
          [actor.id, idempotency.key, idempotency.digest, JSON.stringify(result)],
        );
      }
      return { result, range };
    });
  }

  /** Records the drafts that can stand and says of each other one why not, under one lock: an import's way to write. */
  async appendEach(actor: Actor, drafts: readonly Draft[]): Promise<BatchResult> {
    return this.#writing(actor, async (client, head) => {
      const outcomes: Outcome[] = [];
      const { whole, range } = await this.#record(client, actor, head, drafts, (outcome) =>
        outcomes.push(outcome),
      );
      return { result: { outcomes, before: head.size, after: head.size + whole.length }, range };
    });
  }

  /** Judges the drafts as `appendEach` would, and writes nothing. */
  async preview(actor: Actor, drafts: readonly Draft[]): Promise<readonly Outcome[]> {
    return transaction(this.#pool, beginReading(actor), async (client) => {
      const outcomes: Outcome[] = [];
      await this.#judge(client, actor, { size: 0, now: new Date().toISOString() }, drafts, (outcome) =>
        outcomes.push(outcome),
      );
      return outcomes;
    });
  }

  async #writing<T>(
    actor: Actor,
    work: (client: pg.PoolClient, head: Head) => Promise<{ result: T; range: CompactRange | undefined }>,
  ): Promise<T> {
    const { result, range } = await transaction(this.#pool, beginWriting(actor), (client, opened) =>
      work(client, headOf(opened)),
    );
    // Only now has the database taken the entries; a rolled-back range must never be built upon.
    if (range) this.#range = range;
    return result;
  }

  async #record(
    client: pg.PoolClient,
    actor: Actor,
    head: Head,
    drafts: readonly Draft[],
    tell: (outcome: Outcome) => void,
  ) {
    const whole = await this.#judge(client, actor, head, drafts, tell);
    const range = this.#range?.size === head.size ? this.#range.clone() : await loadRange(client, head.size);
    if (whole.length > 0) {
      await writeEntries(client, whole, range);
      await applyProjections(client, this.#kinds, whole);
      const kinds = [...new Set(whole.map(({ kind }) => kind.kind))];
      await this.#gate.audit(actor, "append", { kinds, entries: whole.map(({ header }) => header.id) });
    }
    return { whole, range };
  }

  async #judge(
    client: pg.PoolClient,
    actor: Actor,
    head: Head,
    drafts: readonly Draft[],
    tell: (outcome: Outcome) => void,
  ): Promise<Whole[]> {
    const parsed = drafts.map((draft) => attempt(() => parseDraft(this.#kinds, draft)));
    const names = parsed.map((one) =>
      one instanceof Refusal ? { records: [], entries: [] } : namesOf(this.#kinds, one),
    );
    const standing = await StandingRecords.load(
      client,
      this.#kinds,
      names.flatMap(({ records }) => records),
      names.flatMap(({ entries }) => entries),
    );
    const whole: Whole[] = [];
    for (const [index, one] of parsed.entries()) {
      const checked =
        one instanceof Refusal
          ? one
          : attempt(() => this.#allowed(actor, checkDraft(this.#kinds, one, standing)));
      if (checked instanceof Refusal) {
        tell({ refusal: checked });
        continue;
      }
      const sealed = this.#seal(actor, checked, head, head.size + whole.length);
      const { label: _label, seq: _seq, ...shown } = sealed.header;
      const entry: Entry = { ...sealed.content, ...shown };
      standing.accept(entry, checked.ends?.id, names[index]?.records ?? []);
      whole.push(sealed);
      tell({ entry });
    }
    return whole;
  }

  #allowed(actor: Actor, checked: Checked): Checked {
    const verb =
      checked.ends === undefined
        ? "append"
        : checked.kind.kind === "entry.withdrawn"
          ? "withdraw"
          : "correct";
    this.#gate.decide(actor, verb, { kinds: [checked.kind.kind], label: OPEN_LABEL });
    return checked;
  }

  #seal(actor: Actor, { kind, draft, subject, ends }: Checked, head: Head, seq: number): Whole {
    const header: Header = {
      id: randomUUID(),
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
    return seal(header, kind, contentOfDraft(actor, { ...draft, key }));
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
