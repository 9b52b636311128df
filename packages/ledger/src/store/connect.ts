/** Connections to PostgreSQL: how values come back, who logs in, and database errors turned into sentences. */
import type { Writable } from "node:stream";
import type pg from "pg";
import { types as driverTypes } from "pg";
import { parse } from "pg-connection-string";
import { defineRefusal, Refusal } from "../refusal.ts";

export const databaseUnreachable = defineRefusal<{ where: string; why: string }>({
  code: "database-unreachable",
  status: 503,
  en: {
    sentence: ({ where, why }) => `The database at ${where} does not answer: ${why}.`,
    remedy: () => "Start it, or check DATABASE_URL; without DATABASE_URL the embedded database is used.",
  },
  es: {
    sentence: ({ where, why }) => `La base de datos en ${where} no responde: ${why}.`,
    remedy: () => "Iníciela o revise DATABASE_URL; sin DATABASE_URL se usa la base de datos incorporada.",
  },
});

export const databaseUrlWrong = defineRefusal({
  code: "database-url-wrong",
  status: 500,
  en: {
    sentence: () => "DATABASE_URL is not the address of a PostgreSQL database.",
    remedy: () =>
      "Write it as postgres://user:password@host:5432/database, with special characters of the password percent-encoded; without DATABASE_URL the embedded database is used.",
  },
  es: {
    sentence: () => "DATABASE_URL no es la dirección de una base de datos PostgreSQL.",
    remedy: () =>
      "Escríbala como postgres://usuario:contraseña@host:5432/base, con los caracteres especiales de la contraseña codificados con %; sin DATABASE_URL se usa la base de datos incorporada.",
  },
});

export const connectionLost = defineRefusal({
  code: "connection-lost",
  status: 503,
  en: {
    sentence: () => "The connection to the database was lost before it answered.",
    remedy: () => "Send the same request again with the same idempotency key; nothing is recorded twice.",
  },
  es: {
    sentence: () => "Se perdió la conexión con la base de datos antes de que respondiera.",
    remedy: () => "Envíe la misma solicitud con la misma clave de idempotencia; nada se registra dos veces.",
  },
});

export const diskFull = defineRefusal({
  code: "disk-full",
  status: 507,
  en: {
    sentence: () => "The database's disk is full; nothing of this request was recorded.",
    remedy: () => "Free space where the data directory stands, then send the request again.",
  },
  es: {
    sentence: () => "El disco de la base de datos está lleno; nada de esta solicitud quedó registrado.",
    remedy: () => "Libere espacio donde está el directorio de datos y vuelva a enviar la solicitud.",
  },
});

export const databaseTrouble = defineRefusal<{ state: string }>({
  code: "database-trouble",
  status: 500,
  en: {
    sentence: ({ state }) =>
      `The database refused the work (state ${state}); nothing of this request was recorded.`,
    remedy: () => "Try again; if it stays, the server's log holds the cause.",
  },
  es: {
    sentence: ({ state }) =>
      `La base de datos rechazó la operación (estado ${state}); nada de esta solicitud quedó registrado.`,
    remedy: () => "Inténtelo de nuevo; si persiste, el registro del servidor guarda la causa.",
  },
});

export const databaseDamaged = defineRefusal<{ state: string }>({
  code: "database-damaged",
  status: 500,
  en: {
    sentence: ({ state }) => `The database found a part of its own files damaged (state ${state}).`,
    remedy: () =>
      "Stop the server, keep the data directory as it is, and restore the newest export into a new one with `jd import-ledger`; check the disk.",
  },
  es: {
    sentence: ({ state }) => `La base de datos halló dañada una parte de sus archivos (estado ${state}).`,
    remedy: () =>
      "Detenga el servidor, conserve el directorio de datos como está y restaure la exportación más reciente en uno nuevo con `jd import-ledger`; revise el disco.",
  },
});

export const ledgerBusy = defineRefusal({
  code: "ledger-busy",
  status: 503,
  en: {
    sentence: () =>
      "The ledger was held for too long by other work, such as a rebuild; nothing of this request was recorded.",
    remedy: () => "Wait until that work is done, then send the request again.",
  },
  es: {
    sentence: () =>
      "Otro trabajo, como una reconstrucción, retuvo el registro demasiado tiempo; nada de esta solicitud quedó registrado.",
    remedy: () => "Espere a que termine ese trabajo y vuelva a enviar la solicitud.",
  },
});

/** A fault of ours: its text stays inside, and nothing is claimed of what it left behind. */
export const serverFault = defineRefusal({
  code: "server-fault",
  status: 500,
  en: {
    sentence: () => "Something failed on our side.",
    remedy: () =>
      "Try again, with the same idempotency key where you sent one: nothing is recorded twice. If it stays, the server's log holds the cause.",
  },
  es: {
    sentence: () => "Algo falló de nuestro lado.",
    remedy: () =>
      "Inténtelo de nuevo, con la misma clave de idempotencia si envió una: nada se registra dos veces. Si persiste, el registro del servidor guarda la causa.",
  },
});

const INT8 = 20;
const DATE = 1082;
const TIMESTAMPTZ = 1184;

/** Positions fit a double; days and moments stay text, because a court day is no instant. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: "text" | "binary") => {
    if (oid === INT8) return Number;
    if (oid === DATE || oid === TIMESTAMPTZ) return String;
    return driverTypes.getTypeParser(oid, format);
  }) as typeof pg.types.getTypeParser,
};

export interface Login {
  readonly user: string;
  readonly password: string;
}

/** The parts of a database's address. Refuses `database-url-wrong`, without the address: it holds a password. */
function partsOf(url: string): ReturnType<typeof parse> {
  // Whatever else the parser takes, it takes for a socket or a database on this machine.
  if (!/^postgres(ql)?:\/\//.test(url)) throw databaseUrlWrong({});
  try {
    return parse(url);
  } catch {
    throw databaseUrlWrong({});
  }
}

/** Settings for one connection to `url`, as its own user or as another role. Refuses `database-url-wrong`. */
export function settings(url: string, name: string, login?: Login): pg.ClientConfig {
  const parsed = partsOf(url) as unknown as pg.ClientConfig;
  return {
    ...parsed,
    ...login,
    types,
    application_name: name,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
  };
}

/** `host:port/database`, without the password, for sentences. */
export function whereIs(url: string): string {
  const { host, port, database } = partsOf(url);
  return `${host ?? "localhost"}:${port || 5432}/${database ?? ""}`;
}

/** What PostgreSQL itself says carries a severity. */
interface DatabaseError extends Error {
  readonly code?: string;
  readonly severity?: string;
}

const DISK_FULL = "53100";
const LOCK_NOT_AVAILABLE = "55P03";
/** A page or an index that is not what was written. */
const DAMAGED = ["XX001", "XX002"];
/** The session was ended: by an administrator, a crash, a start or stop, or because it held a lock without a word. */
const SESSION_ENDED = ["57P01", "57P02", "57P03", "25P03"];
const NETWORK = [
  "ECONNRESET",
  "EPIPE",
  "ECONNREFUSED",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENETDOWN",
  "ECONNABORTED",
];
/** What the driver says without a code. */
const BROKEN_OFF =
  /Connection terminated|Client has encountered a connection error|timeout exceeded when trying to connect/;

/**
 * Turns what was thrown into a refusal that may leave the house; the original stays as its cause. What is neither the
 * database's nor the connection's is a fault of ours: `server-fault`.
 */
export function asRefusal(error: unknown): Refusal {
  if (error instanceof Refusal) return error;
  if (!(error instanceof Error)) return serverFault({}, error);
  const { code = "", severity } = error as DatabaseError;
  if (severity !== undefined) {
    if (code === DISK_FULL) return diskFull({}, error);
    if (code === LOCK_NOT_AVAILABLE) return ledgerBusy({}, error);
    if (DAMAGED.includes(code)) return databaseDamaged({ state: code }, error);
    if (code.startsWith("08") || SESSION_ENDED.includes(code)) return connectionLost({}, error);
    return databaseTrouble({ state: code || "unknown" }, error);
  }
  return NETWORK.includes(code) || BROKEN_OFF.test(error.message)
    ? connectionLost({}, error)
    : serverFault({}, error);
}

/** A statement, by its text alone or with a name and values. */
export type Asked = string | pg.QueryConfig;

/** Asks several things in one packet and waits for the answers, in order; a text of several statements has several results. */
async function askTogether(client: pg.ClientBase, asked: readonly Asked[]): Promise<pg.QueryResult[][]> {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection;
  stream.cork();
  const answers = asked.map((one) => client.query(one as pg.QueryConfig));
  stream.uncork();
  return (await Promise.all(answers)).map((answer) => [answer].flat());
}

/**
 * Runs `work` inside a transaction. `opening` begins it and may ask more, all in one packet; the results are handed on.
 * `closing` says what is still to be written once `work` is done: it travels with the commit, which the database turns
 * into a rollback where one of these statements failed. Rolls back, and lets a broken connection go, on any error.
 */
export async function transaction<T>(
  pool: pg.Pool,
  opening: Asked | readonly Asked[],
  work: (client: pg.PoolClient, opened: readonly (readonly pg.QueryResult[])[]) => Promise<T>,
  closing: (result: T) => readonly Asked[] = () => [],
): Promise<T> {
  let client: pg.PoolClient;
  try {
    client = await pool.connect();
  } catch (error) {
    throw asRefusal(error);
  }
  let broken: Error | undefined;
  const onError = (error: Error) => {
    broken = error;
  };
  client.on("error", onError);
  try {
    const opened = await askTogether(client, [opening].flat() as Asked[]);
    const result = await work(client, opened);
    await askTogether(client, [...closing(result), "commit"]);
    return result;
  } catch (error) {
    if (!broken) await client.query("rollback").catch((failed: Error) => (broken = failed));
    throw asRefusal(error);
  } finally {
    client.off("error", onError);
    client.release(broken);
  }
}
