/** A cut: what the ledger knew at a position, handed out as a token that tells nothing of the position. */
import { defineRefusal } from "./refusal.ts";
import { seal, unseal } from "./sealed.ts";

export const cutNotOurs = defineRefusal({
  code: "cut-not-ours",
  status: 400,
  en: {
    sentence: () => "This cut was not made by this ledger, or was damaged on the way.",
    remedy: () => "Copy the whole token again, or leave the cut out to see the record as it is now.",
  },
  es: {
    sentence: () => "Este corte no fue hecho por este registro o se dañó en el camino.",
    remedy: () => "Copie de nuevo el código completo u omita el corte para ver el registro como está ahora.",
  },
});

export const cutBeyondHead = defineRefusal({
  code: "cut-beyond-head",
  status: 409,
  en: {
    sentence: () =>
      "This cut knows more entries than the ledger now holds; the ledger was restored to an earlier state or cut off.",
    remedy: () => "Run `jd verify` with a witness file, and restore the newest backup.",
  },
  es: {
    sentence: () =>
      "Este corte conoce más asientos de los que el registro contiene ahora; el registro se restauró a un estado anterior o fue truncado.",
    remedy: () => "Ejecute `jd verify` con un archivo de testigo y restaure la copia más reciente.",
  },
});

export const cutOfOtherHistory = defineRefusal({
  code: "cut-of-other-history",
  status: 409,
  en: {
    sentence: () =>
      "This cut belongs to another history: the entries up to it are not the ones it was made from.",
    remedy: () => "Run `jd verify` with a witness file; the ledger was changed or replaced.",
  },
  es: {
    sentence: () => "Este corte pertenece a otra historia: los asientos hasta él no son los que lo formaron.",
    remedy: () => "Ejecute `jd verify` con un archivo de testigo; el registro fue cambiado o reemplazado.",
  },
});

/** A position and the root of the tree there. Stays inside. */
export interface Cut {
  /** How many entries were known: those with a position below it. */
  readonly size: number;
  readonly root: Buffer;
  /** The day it was seen on; none where it is of the ledger alone, as before or after an entry. */
  readonly seen?: Seen;
}

/** What depends on a day, such as what dated sources had stated by then, is the same again only with that day. */
export interface Seen {
  /** `YYYY-MM-DD` */
  readonly day: string;
  /** Whether the reader asked for what dated sources had stated by that day, or it was today. */
  readonly asked: boolean;
}

const ROOT_BYTES = 16;
/** The day as a number, 0 for none, and whether it was asked for. */
const SEEN_BYTES = 5;

function writeSeen(plain: Buffer, at: number, seen: Seen | undefined): void {
  plain.writeUInt32BE(seen === undefined ? 0 : Number(seen.day.replaceAll("-", "")), at);
  plain.writeUInt8(seen?.asked ? 1 : 0, at + 4);
}

function readSeen(plain: Buffer, at: number): { seen?: Seen } {
  const day = plain.readUInt32BE(at);
  if (day === 0) return {};
  const written = String(day)
    .padStart(8, "0")
    .replace(/(....)(..)(..)/, "$1-$2-$3");
  return { seen: { day: written, asked: plain.readUInt8(at + 4) === 1 } };
}

/** Makes the opaque token of a cut. Two tokens of one cut differ, so that equality tells nothing either. */
export function sealCut(key: Uint8Array, { size, root, seen }: Cut): string {
  const plain = Buffer.alloc(8 + ROOT_BYTES + SEEN_BYTES);
  plain.writeBigUInt64BE(BigInt(size));
  root.copy(plain, 8, 0, ROOT_BYTES);
  writeSeen(plain, 8 + ROOT_BYTES, seen);
  return seal(key, plain);
}

/** What a token holds: a size, the first bytes of the root, and the day it was seen on. Refuses `cut-not-ours`. */
export function openCut(key: Uint8Array, token: string): { size: number; rootStart: Buffer; seen?: Seen } {
  try {
    const plain = unseal(key, token);
    return {
      size: Number(plain.readBigUInt64BE()),
      rootStart: plain.subarray(8, 8 + ROOT_BYTES),
      ...readSeen(plain, 8 + ROOT_BYTES),
    };
  } catch (error) {
    throw cutNotOurs({ field: "cut", value: token }, error);
  }
}

/** Whether a token's root belongs to this root. */
export function sameRoot(rootStart: Uint8Array, root: Buffer): boolean {
  return root.subarray(0, ROOT_BYTES).equals(rootStart);
}
