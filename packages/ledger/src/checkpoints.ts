/** Checkpoints on a clock, signed, cosigned by witnesses; appends never wait for any of it. */
import { createPublicKey, type KeyObject } from "node:crypto";
import type pg from "pg";
import { signCheckpoint, verifierKeyOf, verifyCosignature } from "./proof/note.ts";
import { type CompactRange, consistencyProof } from "./proof/tree.ts";
import { askWitness } from "./proof/witness/index.ts";
import type { Refusal } from "./refusal.ts";
import { asRefusal } from "./store/connect.ts";
import { loadRange, treeReader } from "./store/tree-store.ts";

export interface WitnessAddress {
  /** `http://127.0.0.1:4820`. */
  readonly url: string;
  /** The witness's verifier key, so that its answers can be checked. */
  readonly verifierKey: string;
}

export interface WitnessState {
  readonly name: string;
  readonly url: string;
  /** The largest size it has cosigned. */
  readonly size: number;
  /** Seconds since it last cosigned the then newest checkpoint; null before the first. */
  readonly lagSeconds: number | null;
  readonly state: "in-step" | "behind" | "silent" | "refuses";
  readonly detail: string;
}

export interface Checkpoint {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
  readonly at: string;
}

export interface CheckpointClock {
  /**
   * Makes and keeps a checkpoint now where the head moved or an hour has passed, and asks the witnesses.
   * Refuses `connection-lost`, `disk-full`, `database-trouble`; the next tick makes up for it.
   */
  tick(): Promise<Checkpoint>;
  /** Ticks every `seconds` until stopped, one at a time; tells of each that it failed or was made. */
  start(seconds: number, failed: (refusal: Refusal) => void, made?: () => void): void;
  stop(): Promise<void>;
  witnesses(): readonly WitnessState[];
  readonly verifierKey: string;
  readonly origin: string;
}

/** A kept checkpoint is at most this old even when nothing was written. */
const KEEP_EVERY_MS = 3_600_000;
const WITNESS_TIMEOUT_MS = 3000;

interface Asked {
  size: number;
  since: number | undefined;
  state: WitnessState["state"];
  detail: string;
}

/** The clock of one ledger. `pool` logs in as the keeper. */
export function checkpointClock(
  pool: pg.Pool,
  ledgerId: string,
  signing: KeyObject,
  addresses: readonly WitnessAddress[],
): CheckpointClock {
  const origin = `joint-docket/${ledgerId}`;
  const verifierKey = verifierKeyOf(origin, createPublicKey(signing));
  const asked = new Map<string, Asked>(
    addresses.map(({ url }) => [
      url,
      { size: 0, since: undefined, state: "behind", detail: "not asked yet" },
    ]),
  );
  let range: CompactRange | undefined;
  let kept: { size: number; at: number } | undefined;
  let timer: NodeJS.Timeout | undefined;
  let ticking: Promise<unknown> = Promise.resolve();
  let asking: Promise<unknown> = Promise.resolve();

  /** The tree's right edge at this size; steps forward from the last one where the step is small. */
  async function rangeAt(size: number): Promise<CompactRange> {
    if (range && range.size <= size && size - range.size < 4096) {
      const next = range.clone();
      next.append(await treeReader(pool).leaves(range.size, size));
      return next;
    }
    return loadRange(pool, size);
  }

  async function make(): Promise<Checkpoint> {
    const { rows } = await pool.query<{ size: number }>("select size from ledger.head");
    const size = rows[0]?.size ?? 0;
    range = await rangeAt(size);
    const root = range.root();
    const note = signCheckpoint({ origin, size, root }, origin, signing);
    const at = new Date();
    if (!kept)
      await pool.query(
        "insert into ledger.signing_key (verifier_key, since) values ($1, $2) on conflict do nothing",
        [verifierKey, size],
      );
    if (kept?.size !== size || at.getTime() - kept.at >= KEEP_EVERY_MS) {
      await pool.query("insert into ledger.checkpoint (size, root, note, at) values ($1, $2, $3, $4)", [
        size,
        root,
        note,
        at.toISOString(),
      ]);
      kept = { size, at: at.getTime() };
    }
    return { size, root, note, at: at.toISOString() };
  }

  async function ask({ url, verifierKey: key }: WitnessAddress, checkpoint: Checkpoint): Promise<void> {
    const state = asked.get(url) as Asked;
    const once = async (oldSize: number) => {
      const proof = await consistencyProof(oldSize, checkpoint.size, treeReader(pool));
      return askWitness(
        url,
        { oldSize, proof, checkpoint: checkpoint.note },
        { timeoutMs: WITNESS_TIMEOUT_MS },
      );
    };
    let answer = await once(state.size);
    if (answer.kind === "behind" && answer.size <= checkpoint.size) answer = await once(answer.size);
    if (answer.kind === "cosigned") {
      const cosigned = verifyCosignature(checkpoint.note, answer.line, key);
      if (!cosigned) Object.assign(state, { state: "refuses", detail: "its cosignature does not hold" });
      else {
        if (state.size !== checkpoint.size || state.since === undefined)
          await keepCosignature(cosigned.name, checkpoint, answer.line);
        Object.assign(state, {
          size: checkpoint.size,
          since: Date.now(),
          state: "in-step",
          detail: cosigned.name,
        });
      }
    } else if (answer.kind === "behind") {
      Object.assign(state, {
        state: "refuses",
        detail: `it has seen ${answer.size} entries, more than this ledger holds`,
      });
    } else if (answer.kind === "refused") {
      Object.assign(state, { state: "refuses", detail: answer.text.trim() });
    } else {
      Object.assign(state, { state: "silent", detail: answer.why });
    }
  }

  async function keepCosignature(witness: string, { size, root }: Checkpoint, line: string): Promise<void> {
    await pool.query(
      "insert into ledger.cosignature (witness, size, root, line, at) values ($1, $2, $3, $4, now()) on conflict do nothing",
      [witness, size, root, line],
    );
  }

  async function tick(): Promise<Checkpoint> {
    const made = ticking.then(make, make);
    ticking = made.catch(() => undefined);
    const checkpoint = await made.catch((error: unknown) => {
      throw asRefusal(error);
    });
    // Witnesses are asked behind the tick's back: a slow one must not hold up the next checkpoint.
    asking = asking
      .then(() => Promise.all(addresses.map((address) => ask(address, checkpoint))))
      .catch(() => undefined);
    return checkpoint;
  }

  return {
    origin,
    verifierKey,
    tick,
    start(seconds, failed, made = () => undefined) {
      let under = false;
      timer = setInterval(() => {
        // A database that takes its time must not find a queue of ticks when it is back.
        if (under) return;
        under = true;
        void tick()
          .then(made, failed)
          .finally(() => {
            under = false;
          });
      }, seconds * 1000);
      timer.unref();
    },
    async stop() {
      clearInterval(timer);
      await ticking;
      await asking;
    },
    witnesses: () =>
      addresses.map(({ url, verifierKey: key }) => {
        const { size, since, state, detail } = asked.get(url) as Asked;
        return {
          name: key.split("+")[0] ?? url,
          url,
          size,
          lagSeconds: since === undefined ? null : Math.round((Date.now() - since) / 1000),
          state,
          detail,
        };
      }),
  };
}
