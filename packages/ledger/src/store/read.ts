/** Reading as somebody: one read-only snapshot in which only the actor's labels exist. */
import { Kysely, PostgresAdapter, PostgresDriver, PostgresIntrospector, PostgresQueryCompiler } from "kysely";
import type pg from "pg";
import type { Actor } from "../entry.ts";
import { transaction } from "./connect.ts";

/** What queries run on; composed with Kysely's `sql` tag. Row security answers for the actor's labels. */
export interface Reader {
  // Queries are written as SQL with typed rows; the tables of the kinds are not known here.
  readonly db: Kysely<unknown>;
}

/** Opens a snapshot for an actor: no labels, no rows. */
export function beginReading(actor: Pick<Actor, "labels">): string {
  const labels = actor.labels.map((label) => Math.trunc(label)).join(",");
  return `begin isolation level repeatable read read only; select set_config('jd.labels', '{${labels}}', true)`;
}

function kyselyOn(client: pg.PoolClient): Kysely<unknown> {
  // The driver borrows this one connection, already inside its transaction, and never gives it back itself.
  const borrowed = { connect: async () => ({ ...borrowedClient(client) }), end: async () => undefined };
  return new Kysely<unknown>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new PostgresDriver({ pool: borrowed as never }),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  });
}

function borrowedClient(client: pg.PoolClient) {
  return { query: client.query.bind(client), release: () => undefined };
}

/** Runs `work` in one snapshot as the actor. */
export async function reading<T>(
  pool: pg.Pool,
  actor: Pick<Actor, "labels">,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  return transaction(pool, beginReading(actor), (client) => work({ db: kyselyOn(client) }));
}
