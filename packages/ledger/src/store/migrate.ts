/** Brings a database to this version's schema: numbered SQL files, each run once, in one transaction under a lock. */
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type pg from "pg";
import { defineRefusal } from "../refusal.ts";
import type { Secrets } from "../secrets.ts";
import { keepDescription } from "./drift.ts";

export const databaseTooOld = defineRefusal<{ found: string }>({
  code: "database-too-old",
  status: 500,
  en: {
    sentence: ({ found }) => `This is PostgreSQL ${found}; Joint Docket needs 15 or later.`,
    remedy: () => "Point DATABASE_URL at a newer server, or leave it out to use the embedded one.",
  },
  es: {
    sentence: ({ found }) => `Este es PostgreSQL ${found}; Joint Docket necesita la versión 15 o posterior.`,
    remedy: () => "Apunte DATABASE_URL a un servidor más nuevo o quítelo para usar el incorporado.",
  },
});

export const databaseNewer = defineRefusal<{ found: number; known: number }>({
  code: "database-newer",
  status: 500,
  en: {
    sentence: ({ found, known }) =>
      `The database was made by a newer Joint Docket (schema ${found}; this one knows ${known}).`,
    remedy: () => "Run the newer version; nothing was changed.",
  },
  es: {
    sentence: ({ found, known }) =>
      `La base de datos fue creada por un Joint Docket más nuevo (esquema ${found}; este conoce ${known}).`,
    remedy: () => "Use la versión más nueva; no se cambió nada.",
  },
});

export const databaseRights = defineRefusal<{ user: string }>({
  code: "database-rights",
  status: 500,
  en: {
    sentence: ({ user }) =>
      `The database user ${user} may not create the schema and the two roles that Joint Docket logs in with.`,
    remedy: () =>
      "Give that user CREATE on the database and CREATEROLE for the first start, or have an administrator start it once.",
  },
  es: {
    sentence: ({ user }) =>
      `El usuario ${user} no puede crear el esquema ni los dos roles con que Joint Docket se conecta.`,
    remedy: () =>
      "Dele CREATE en la base y CREATEROLE para el primer inicio, o que un administrador lo inicie una vez.",
  },
});

export const rolesInUse = defineRefusal<{ database: string }>({
  code: "roles-in-use",
  status: 409,
  en: {
    sentence: ({ database }) =>
      `Another installation is logged in to the database ${database} with this ledger's roles, under keys that are not ours.`,
    remedy: () =>
      "Use that installation's keys (JD_DATA), stop it first, or make the copy with jd export and jd import-ledger, which gives it roles of its own.",
  },
  es: {
    sentence: ({ database }) =>
      `Otra instalación está conectada a la base ${database} con los roles de este registro, con claves que no son las nuestras.`,
    remedy: () =>
      "Use las claves de esa instalación (JD_DATA), deténgala primero, o haga la copia con jd export y jd import-ledger, que le da roles propios.",
  },
});

export const ledgerInUse = defineRefusal({
  code: "ledger-in-use",
  status: 409,
  en: {
    sentence: () => "A server or command has this ledger open; it cannot be replaced meanwhile.",
    remedy: () => "Stop the server on this data directory or database, then try again.",
  },
  es: {
    sentence: () => "Un servidor o una orden tiene abierto este registro; entretanto no se puede reemplazar.",
    remedy: () => "Detenga el servidor de este directorio de datos o base e inténtelo de nuevo.",
  },
});

/** The two roles that log in: neither owner, nor superuser, nor exempt from row security. */
export interface Roles {
  readonly app: string;
  readonly keeper: string;
}

/** Which ledger a database holds, and who logs in there. */
export interface Identity {
  readonly id: string;
  readonly roles: Roles;
}

function rolesEnding(tail: string): Roles {
  return { app: `jd_app_${tail}`, keeper: `jd_keeper_${tail}` };
}

/** Refuses nothing: a database that holds a ledger holds its identity. */
export async function identityOf(client: pg.ClientBase): Promise<Identity> {
  const { rows } = await client.query<{ id: string; roles: string }>("select id, roles from ledger.ledger");
  const [row] = rows;
  if (!row) throw new Error("The database holds a ledger without its identity.");
  return { id: row.id, roles: rolesEnding(row.roles) };
}

const SQL_FOLDER = new URL("../../sql/", import.meta.url);

interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
  readonly sha256: string;
}

function migrations(): Migration[] {
  return readdirSync(fileURLToPath(SQL_FOLDER))
    .filter((name) => /^\d{3}-.*\.sql$/.test(name))
    .sort()
    .map((name) => {
      const sql = readFileSync(new URL(name, SQL_FOLDER), "utf8");
      return {
        number: Number(name.slice(0, 3)),
        name,
        sql,
        sha256: createHash("sha256").update(sql).digest("hex"),
      };
    });
}

/** Any constant will do; it keeps two servers from migrating one database at the same time. */
const MIGRATION_LOCK = 5_402_688;

async function exists(client: pg.ClientBase, table: string): Promise<boolean> {
  const { rows } = await client.query<{ there: boolean }>("select to_regclass($1) is not null as there", [
    table,
  ]);
  return rows[0]?.there === true;
}

async function makeRole(client: pg.ClientBase, role: string, password: string): Promise<void> {
  const { rowCount } = await client.query("select from pg_roles where rolname = $1", [role]);
  // Names are ours (letters, digits, underscore) and passwords base64url, so both stand safely in the text.
  if (rowCount === 0)
    await client.query(
      `create role ${role} login nosuperuser nobypassrls nocreatedb nocreaterole password '${password}'`,
    );
}

async function migrateInside(
  client: pg.ClientBase,
  secrets: Secrets,
  wanted: string | undefined,
): Promise<Identity> {
  const known = migrations();
  const done = (await exists(client, "ledger.migration"))
    ? (await client.query<{ number: number }>("select number from ledger.migration")).rows.map(
        (row) => row.number,
      )
    : [];
  const newest = Math.max(0, ...done);
  const last = known.at(-1)?.number ?? 0;
  if (newest > last) throw databaseNewer({ found: newest, known: last });
  const tail = randomBytes(4).toString("hex");
  const identity =
    newest > 0 ? await identityOf(client) : { id: wanted ?? randomUUID(), roles: rolesEnding(tail) };
  const { id, roles } = identity;
  const pending = known.filter(({ number }) => !done.includes(number));
  if (pending.length > 0)
    for (const role of [roles.app, roles.keeper]) await makeRole(client, role, secrets.passwordOf(role));
  for (const { number, name, sql, sha256 } of pending) {
    await client.query(sql.replaceAll(`\${app}`, roles.app).replaceAll(`\${keeper}`, roles.keeper));
    if (number === 1) await client.query("insert into ledger.ledger (id, roles) values ($1, $2)", [id, tail]);
    await client.query("insert into ledger.migration (number, name, sha256) values ($1, $2, $3)", [
      number,
      name,
      sha256,
    ]);
  }
  // In the same transaction: a process killed in between would leave a schema that looks meddled with.
  if (pending.length > 0) await keepDescription(client);
  return identity;
}

/**
 * Runs what is pending and gives back the ledger's identity. A new ledger gets the id `wanted`, or a random one.
 * Refuses `database-too-old`, `database-newer`, `database-rights`.
 */
export async function migrate(client: pg.ClientBase, secrets: Secrets, wanted?: string): Promise<Identity> {
  const version = await client.query<{ number: string; name: string; user: string }>(
    "select current_setting('server_version_num') as number, current_setting('server_version') as name, current_user as user",
  );
  const { number = "0", name = "?", user = "?" } = version.rows[0] ?? {};
  if (Number(number) < 150_000) throw databaseTooOld({ found: name });
  await client.query("begin");
  try {
    await client.query("select pg_advisory_xact_lock($1)", [MIGRATION_LOCK]);
    const result = await migrateInside(client, secrets, wanted);
    await client.query("commit");
    return result;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    if ((error as { code?: string }).code === "42501") throw databaseRights({ user }, error);
    throw error;
  }
}

/**
 * Gives both roles the passwords this installation derives, where a login with them failed: its keys are new.
 * Refuses `roles-in-use` where another installation is logged in with them, as after a copy within one server.
 */
export async function resetPasswords(
  client: pg.ClientBase,
  { app, keeper }: Roles,
  secrets: Secrets,
): Promise<void> {
  const { rows } = await client.query<{ database: string }>(
    "select datname as database from pg_stat_activity where usename = any ($1) limit 1",
    [[app, keeper]],
  );
  if (rows[0]) throw rolesInUse({ database: rows[0].database });
  for (const role of [app, keeper])
    await client.query(`alter role ${role} login password '${secrets.passwordOf(role)}'`);
}

/** How long a session that was just ended may still be seen. */
const LEAVING_MS = 2000;

async function othersLoggedIn(client: pg.ClientBase, { app, keeper }: Roles): Promise<boolean> {
  for (const began = Date.now(); ; ) {
    await client.query("select pg_stat_clear_snapshot()");
    const { rows } = await client.query(
      "select from pg_stat_activity where usename = any ($1) and datname = current_database() limit 1",
      [[app, keeper]],
    );
    if (rows.length === 0) return false;
    if (Date.now() - began > LEAVING_MS) return true;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

/**
 * Takes away a ledger without entries, so that another can be restored in its place; otherwise says how many it has.
 * Refuses `ledger-in-use` while others are logged in to it.
 */
export async function dropLedger(client: pg.ClientBase): Promise<number> {
  if (!(await exists(client, "ledger.head"))) return 0;
  const { roles } = await identityOf(client);
  await client.query("begin");
  try {
    // Nothing can be recorded between the count and the end.
    await client.query("lock table ledger.head in access exclusive mode");
    const size = (await client.query<{ size: number }>("select size from ledger.head")).rows[0]?.size ?? 0;
    if (size === 0) {
      if (await othersLoggedIn(client, roles)) throw ledgerInUse({});
      await client.query("drop schema ledger, docket cascade");
    }
    await client.query("commit");
    if (size > 0) return size;
  } catch (error) {
    await client.query("rollback").catch(() => undefined);
    throw error;
  }
  // On a server that holds another copy of the same ledger the roles serve that copy too, and stay.
  for (const role of [roles.app, roles.keeper]) {
    await client.query(`drop role if exists ${role}`).catch((error: { code?: string }) => {
      if (error.code !== "2BP01") throw error;
    });
  }
  return 0;
}
