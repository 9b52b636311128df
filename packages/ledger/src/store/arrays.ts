/** Arrays in PostgreSQL's own binary form: a batch of thousands of entries is neither escaped, nor written in hexadecimal, nor parsed again. */

/** A value of a column, as the driver takes it. */
export type Item = string | number | boolean | Uint8Array | null;

interface Form {
  readonly oid: number;
  /** The most bytes that an item can take. */
  readonly most: (item: Item) => number;
  /** Writes an item; gives back how many bytes it took. */
  readonly write: (item: Item, into: Buffer, at: number) => number;
}

function fixed(oid: number, bytes: number, write: (item: never, into: Buffer, at: number) => unknown): Form {
  return {
    oid,
    most: () => bytes,
    write: (item, into, at) => {
      write(item as never, into, at);
      return bytes;
    },
  };
}

const NIBBLE = new Int8Array(128).fill(-1);
for (const [value, digit] of [..."0123456789abcdef"].entries())
  NIBBLE[digit.charCodeAt(0)] = NIBBLE[digit.toUpperCase().charCodeAt(0)] = value;

function writeUuid(uuid: string, into: Buffer, at: number): void {
  let to = at;
  for (let i = 0; i < 36; i += 2) {
    if (i === 8 || i === 13 || i === 18 || i === 23) i += 1;
    const high = NIBBLE[uuid.charCodeAt(i)] ?? -1;
    const low = NIBBLE[uuid.charCodeAt(i + 1)] ?? -1;
    if (high < 0 || low < 0) throw new TypeError(`“${uuid}” is no UUID.`);
    into[to++] = high * 16 + low;
  }
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(2000, 0, 1);

function daysOf(date: string): number {
  const days = date.length === 10 ? (Date.parse(date) - EPOCH) / DAY : Number.NaN;
  if (!Number.isInteger(days)) throw new TypeError(`“${date}” is no day.`);
  return days;
}

/** Buffers take what is no number for nought. */
function whole(item: number): number {
  if (!Number.isSafeInteger(item)) throw new TypeError(`“${String(item)}” is no whole number.`);
  return item;
}

const FORMS = {
  boolean: fixed(16, 1, (item: boolean, into, at) => into.writeUInt8(item ? 1 : 0, at)),
  bytea: {
    oid: 17,
    most: (item) => (item as Uint8Array).length,
    write: (item, into, at) => {
      into.set(item as Uint8Array, at);
      return (item as Uint8Array).length;
    },
  },
  bigint: fixed(20, 8, (item: number, into, at) => into.writeBigInt64BE(BigInt(whole(item)), at)),
  smallint: fixed(21, 2, (item: number, into, at) => into.writeInt16BE(whole(item), at)),
  integer: fixed(23, 4, (item: number, into, at) => into.writeInt32BE(whole(item), at)),
  text: {
    oid: 25,
    most: (item) => (item as string).length * 3,
    write: (item, into, at) => into.write(item as string, at),
  },
  date: fixed(1082, 4, (item: string, into, at) => into.writeInt32BE(daysOf(item), at)),
  uuid: fixed(2950, 16, writeUuid),
} satisfies Record<string, Form>;

export type ItemType = keyof typeof FORMS;

/** The items as a parameter of the type `${type}[]`. A date is `YYYY-MM-DD`. Throws where an item is not of the type. */
export function arrayOf(type: ItemType, items: readonly Item[]): Buffer {
  const { oid, most, write }: Form = FORMS[type];
  let room = 20;
  for (const item of items) room += item === null ? 4 : 4 + most(item);
  const bytes = Buffer.allocUnsafe(room);
  // Dimensions, whether there are nulls (a one is allowed where there are none), the type; then items from number 1.
  bytes.writeInt32BE(items.length === 0 ? 0 : 1, 0);
  bytes.writeInt32BE(1, 4);
  bytes.writeInt32BE(oid, 8);
  if (items.length === 0) return bytes.subarray(0, 12);
  bytes.writeInt32BE(items.length, 12);
  bytes.writeInt32BE(1, 16);
  let at = 20;
  for (const item of items) {
    const length = item === null ? -1 : write(item, bytes, at + 4);
    bytes.writeInt32BE(length, at);
    at += 4 + Math.max(length, 0);
  }
  return bytes.subarray(0, at);
}
