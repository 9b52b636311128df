/** The bare SQL beside which we measure: copies of the ledger's tables with their keys, indexes and checks, but without its triggers, policies and references. */
import { Client } from "pg";

/** Every value stays the text it came as, so that the very same bytes are written again. */
const AS_TEXT = { getTypeParser: () => String };

/** The tables of the ledger that an append writes to. */
const OWN = ["entry", "body", "mention", "row_key"];

const UUID = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";

/** @typedef {{ columns: string[], types: string[] }} Shape */

/** So many rows at most go as plain VALUES. */
const FEW = 8;

/** @param {string} copy @param {readonly (string | null)[][]} rows @returns {import("pg").QueryConfig} */
function fewRows(copy, rows) {
  let place = 0;
  const values = rows.map((row) => `(${row.map(() => `$${++place}`).join(", ")})`).join(", ");
  return {
    name: `write ${rows.length} ${copy}`,
    text: `insert into ${copy} values ${values}`,
    values: rows.flat(),
  };
}

/** @param {string} copy @param {Shape} shape @param {readonly (string | null)[][]} rows @returns {import("pg").QueryConfig} */
function manyRows(copy, { columns, types }, rows) {
  const names = columns.map((_, index) => `c${index}`);
  const picked = types.map((type, index) => `c${index}::${type}`).join(", ");
  const arrays = columns.map((_, index) => `$${index + 1}::text[]`).join(", ");
  return {
    name: `write many ${copy}`,
    text: `insert into ${copy} (${columns.join(", ")}) select ${picked} from unnest(${arrays}) as u(${names.join(", ")})`,
    values: columns.map((_, index) => rows.map((row) => row[index])),
  };
}

/** @param {string} url @param {readonly import("@joint-docket/ledger").Kind[]} kinds */
export async function openBare(url, kinds) {
  const client = new Client({ connectionString: url, types: AS_TEXT });
  // Where the bench fails the database ends under this connection; the failure is what should be read.
  client.on("error", () => undefined);
  await client.connect();
  const tables = [
    ...OWN.map((name) => ({ name: `ledger.${name}`, copy: `bare.${name}` })),
    ...kinds.map(({ projection: { table } }) => ({ name: `docket.${table}`, copy: `bare.docket_${table}` })),
  ];
  // The embedded database's superuser, whom row security lets past, reads back what was written.
  await client.query("create schema bare");
  /** @type {Map<string, Shape>} */
  const shapes = new Map();
  for (const { name, copy } of tables) {
    await client.query(`create table ${copy} (like ${name} including all)`);
    const { rows } = await client.query(
      "select attname, format_type(atttypid, atttypmod) as type from pg_attribute where attrelid = $1::regclass and attnum > 0 order by attnum",
      [name],
    );
    shapes.set(copy, {
      columns: rows.map(({ attname }) => `"${attname}"`),
      types: rows.map(({ type }) => type),
    });
  }

  const shapeOf = (/** @type {string} */ copy) => /** @type {Shape} */ (shapes.get(copy));

  /** Which rows of a table the entries from position $1 to $2 left, found by the table's own key. @param {string} name */
  const place = (name) => {
    const entries = "(select label, id from ledger.entry where seq >= $1 and seq < $2)";
    if (name === "ledger.entry" || name === "ledger.body") return "seq >= $1 and seq < $2";
    if (name === "ledger.row_key")
      return `(label, key) in (select label, content::jsonb ->> 'key' from ledger.body where seq >= $1 and seq < $2)`;
    if (name === "ledger.mention")
      return `(label, entry) in ${entries} and record in (
        select subject from ledger.entry where seq >= $1 and seq < $2
        union select (regexp_matches(content, '${UUID}', 'g'))[1]::uuid from ledger.body where seq >= $1 and seq < $2)`;
    return `(label, entry) in ${entries}`;
  };

  return {
    client,
    /** The rows that the entries of these positions left in every table. @param {number} from @param {number} to */
    async rowsOf(from, to) {
      /** @type {{ copy: string, rows: (string | null)[][] }[]} */
      const found = [];
      for (const { name, copy } of tables) {
        const { rows } = await client.query({
          text: `select * from ${name} where ${place(name)}`,
          values: [from, to],
          rowMode: "array",
        });
        if (rows.length > 0) found.push({ copy, rows });
      }
      return found;
    },
    /**
     * Writes such rows again: one prepared INSERT a table, in one transaction, committed to disk.
     * @param {readonly { copy: string, rows: readonly (string | null)[][] }[]} written
     */
    async write(written) {
      await client.query("begin");
      for (const { copy, rows } of written) {
        await client.query(rows.length <= FEW ? fewRows(copy, rows) : manyRows(copy, shapeOf(copy), rows));
      }
      await client.query("commit");
    },
    /** Copies every row of every table inside the server, one INSERT … SELECT a table, in one transaction. */
    async copyAll() {
      await client.query("begin");
      for (const { name, copy } of tables) await client.query(`insert into ${copy} select * from ${name}`);
      await client.query("commit");
    },
    async empty() {
      await client.query(`truncate ${tables.map(({ copy }) => copy).join(", ")}`);
    },
    async close() {
      await client.query("drop schema bare cascade");
      await client.end();
    },
  };
}

/** @typedef {Awaited<ReturnType<typeof openBare>>} Bare */
