/** Checkpoints on a clock, signed, cosigned by witnesses; appends never wait for any of it. */
import { createPublicKey, type KeyObject } from "node:crypto";
import type pg from "pg";
import { fileOfSigned, keepSigned, lastSigned } from "./pinned.ts";
import { signCheckpoint, type TreeHead, verifierKeyOf, verifyCosignature } from "./proof/note.ts";
import { type CompactRange, consistencyProof, rootAt } from "./proof/tree.ts";
import { askWitness } from "./proof/witness/index.ts";
import { defineRefusal, type Refusal } from "./refusal.ts";
import { asRefusal } from "./store/connect.ts";
import { loadRange, treeReader } from "./store/tree-store.ts";

export const historyDiffers = defineRefusal<{ size: number; file: string }>({
  code: "history-differs",
  status: 500,
  en: {
    sentence: ({ size }) =>
      `The database does not hold the ${size} entries that this installation signed; no checkpoint was made.`,
    remedy: ({ file }) =>
      `Run \`jd verify\` and restore the newest backup. Where only an older one is left, put ${file} away: what was signed is then forgotten here, and only a witness still knows it.`,
  },
  es: {
    sentence: ({ size }) =>
      `La base no contiene los ${size} asientos que esta instalación firmó; no se hizo ningún punto de control.`,
    remedy: ({ file }) =>
      `Ejecute \`jd verify\` y restaure la copia más nueva. Si solo queda una más antigua, aparte ${file}: lo firmado se olvida aquí y solo un testigo lo sabrá.`,
  },
});

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
   * Refuses `connection-lost`, `disk-full`, `database-trouble`, which the next tick makes up for, `history-differs`,
   * and `memory-unreadable`.
   */
  tick(): Promise<Checkpoint>;
  /** Ticks every `seconds` until stopped, one at a time; tells of each that it failed or was made. */
  start(seconds: number, failed: (refusal: Refusal) => void, made?: () => void): void;
  /** Resolves once no witness is being asked. */
  asked(): Promise<void>;
  /** Ends the clock, and breaks off what witnesses are being asked. */
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

/** The clock of one ledger. `pool` logs in as the keeper; `directory` is where the newest checkpoint is kept outside. */
export function checkpointClock(
  pool: pg.Pool,
  ledgerId: string,
  signing: KeyObject,
  addresses: readonly WitnessAddress[],
  directory: string,
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
  const under = new Map<string, Promise<void>>();
  let newest: Checkpoint | undefined;
  let halt = new AbortController();

  /** The tree's right edge at this size; steps forward from the last one where the step is small. */
  async function rangeAt(size: number): Promise<CompactRange> {
    if (range && range.size <= size && size - range.size < 4096) {
      const next = range.clone();
      next.append(await treeReader(pool).leaves(range.size, size));
      return next;
    }
    return loadRange(pool, size);
  }

  /** Signs nothing that contradicts what was signed before, whatever the database now holds of that. */
  async function goOnFrom(signed: TreeHead | undefined, size: number): Promise<void> {
    if (!signed) return;
    const same = signed.size <= size && (await rootAt(signed.size, treeReader(pool))).equals(signed.root);
    if (!same) throw historyDiffers({ size: signed.size, file: fileOfSigned(directory, origin) });
  }

  async function make(): Promise<Checkpoint> {
    // Before the head is read: another server of ours may sign a larger one at any moment.
    const signed = lastSigned(directory, origin, verifierKey);
    const { rows } = await pool.query<{ size: number }>("select size from ledger.head");
    const size = rows[0]?.size ?? 0;
    if (kept?.size !== size) await goOnFrom(signed, size);
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
      // After its row: the database never holds less than what is remembered of it.
      keepSigned(directory, origin, verifierKey, { size, note });
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
        { timeoutMs: WITNESS_TIMEOUT_MS, stop: halt.signal },
      );
    };
    if (state.size > checkpoint.size) {
      const detail = `it has seen ${state.size} entries, more than this ledger holds`;
      Object.assign(state, { state: "refuses", detail });
      return;
    }
    let answer = await once(state.size);
    if (answer.kind === "behind" && answer.size <= checkpoint.size) answer = await once(answer.size);
    if (halt.signal.aborted) return;
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
    newest = checkpoint;
    for (const address of addresses) {
      const { url } = address;
      if (!under.has(url))
        under.set(
          url,
          keepAsking(address).finally(() => under.delete(url)),
        );
    }
    return checkpoint;
  }

  /** One question at a time to each witness, and always about the newest checkpoint. */
  async function keepAsking(address: WitnessAddress): Promise<void> {
    let about: Checkpoint | undefined;
    while (!halt.signal.aborted) {
      // Every tick sets it anew while the witness thinks.
      const next = newest;
      if (!next || next === about) return;
      about = next;
      await ask(address, about).catch((error: unknown) => {
        const detail = `it could not be asked: ${asRefusal(error).message}`;
        Object.assign(asked.get(address.url) as Asked, { state: "behind", detail });
      });
    }
  }

  return {
    origin,
    verifierKey,
    tick,
    start(seconds, failed, made = () => undefined) {
      let ticks = false;
      timer = setInterval(() => {
        // A database that takes its time must not find a queue of ticks when it is back.
        if (ticks) return;
        ticks = true;
        void tick()
          .then(made, failed)
          .finally(() => {
            ticks = false;
          });
      }, seconds * 1000);
      timer.unref();
    },
    async asked() {
      await Promise.all(under.values());
    },
    async stop() {
      clearInterval(timer);
      await ticking;
      halt.abort();
      await Promise.all(under.values());
      halt = new AbortController();
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
