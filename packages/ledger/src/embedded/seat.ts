/** Who sits at the database: one owner proven by a lock that dies with its process, and guests beside it. */
import { Client, type QueryResultRow } from "pg";

/**
 * The first number marks our locks; the second says which. Advisory locks are held by a session, so the kernel
 * frees them the moment a killed process's connection closes: no stale lock can exist.
 */
const MARK = 0x6a64;
const OWNER = 1;
const DOOR = 2;
const GUEST = 3;

export interface Sitter {
  readonly process: number;
  readonly purpose: string;
  readonly address: string;
}

/** PostgreSQL keeps 63 bytes of a connection's name. */
export function nameOf({ process, purpose, address }: Sitter): string {
  return `jd ${process} ${purpose}${address === "" ? "" : ` @${address}`}`.slice(0, 63);
}

/** Reads a connection's name back into a phrase for people. */
export function phraseOf(name: string): string {
  const [, process, purpose, address] = /^jd (\d+) (.*?)(?: @(.*))?$/.exec(name) ?? [];
  if (process === undefined) return `a connection named "${name}"`;
  return `${purpose} (process ${process}${address ? `, ${address}` : ""})`;
}

export class Seat {
  readonly #client: Client;
  readonly #lost = new Set<(cause: Error) => void>();
  #over: Error | undefined;
  #leaving = false;

  private constructor(client: Client) {
    this.#client = client;
    client.on("error", (error) => this.#end(error));
    client.on("end", () => this.#end(new Error("The connection to the embedded database ended.")));
  }

  /** Connects to the maintenance database, so that the product's own can be copied or dropped meanwhile. */
  static async connect(url: string, sitter: Sitter): Promise<Seat> {
    const client = new Client({
      connectionString: url,
      application_name: nameOf(sitter),
      connectionTimeoutMillis: 10_000,
      keepAlive: true,
    });
    client.on("error", () => undefined);
    await client.connect();
    return new Seat(client);
  }

  #end(cause: Error): void {
    if (this.#over !== undefined) return;
    this.#over = cause;
    if (this.#leaving) return;
    for (const listener of this.#lost) listener(cause);
  }

  /** Calls back once when the connection ends without our doing; at once where it already has. */
  onLost(listener: (cause: Error) => void): void {
    if (this.#over !== undefined && !this.#leaving)
      queueMicrotask(() => listener(this.#over ?? new Error("lost")));
    else this.#lost.add(listener);
  }

  get open(): boolean {
    return this.#over === undefined;
  }

  async rows<R extends QueryResultRow>(sql: string, values: unknown[] = []): Promise<R[]> {
    return (await this.#client.query<R>(sql, values)).rows;
  }

  /** Does `work` while nobody else comes or goes. A server that stops meanwhile ends the wait with an error. */
  async atTheDoor<T>(work: () => Promise<T>): Promise<T> {
    await this.rows("select pg_advisory_lock($1, $2)", [MARK, DOOR]);
    try {
      return await work();
    } finally {
      if (this.open)
        await this.rows("select pg_advisory_unlock($1, $2)", [MARK, DOOR]).catch(() => undefined);
    }
  }

  async takeOwner(): Promise<boolean> {
    const [row] = await this.rows<{ taken: boolean }>("select pg_try_advisory_lock($1, $2) as taken", [
      MARK,
      OWNER,
    ]);
    return row?.taken === true;
  }

  async sitAsGuest(): Promise<void> {
    await this.rows("select pg_advisory_lock_shared($1, $2)", [MARK, GUEST]);
  }

  async #holders(lock: number): Promise<string[]> {
    const rows = await this.rows<{ name: string }>(
      `select coalesce(a.application_name, '') as name
         from pg_locks l left join pg_stat_activity a on a.pid = l.pid
        where l.locktype = 'advisory' and l.classid = $1::oid and l.objid = $2::oid and l.objsubid = 2
          and l.granted and l.pid <> pg_backend_pid()
          and l.database = (select oid from pg_database where datname = current_database())`,
      [MARK, lock],
    );
    return rows.map(({ name }) => name);
  }

  /** The owner's connection name, where there is an owner other than us. */
  async owner(): Promise<string | undefined> {
    return (await this.#holders(OWNER))[0];
  }

  async otherGuests(): Promise<number> {
    return (await this.#holders(GUEST)).length;
  }

  /** From here on the end of the connection is our own doing. */
  leaving(): void {
    this.#leaving = true;
  }

  /** Gives up every lock by closing the connection. */
  async leave(): Promise<void> {
    this.#leaving = true;
    if (this.open) await this.#client.end().catch(() => undefined);
  }
}
