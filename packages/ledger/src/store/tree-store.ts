/** The tree as stored: leaves beside their entries, roots of complete subtrees of 256 and up in a table of their own. */
import type pg from "pg";
import { CompactRange, type TreeReader } from "../proof/tree.ts";

/** Reads leaves and subtree roots from the database. */
export function treeReader(client: Pick<pg.ClientBase, "query">): TreeReader {
  let before: Promise<unknown> = Promise.resolve();
  /** The tree asks for many nodes at once, and one connection answers one question at a time. */
  const ask = <R extends pg.QueryResultRow>(text: string, values: number[]): Promise<pg.QueryResult<R>> => {
    const answer = before.then(() => client.query<R>(text, values));
    before = answer.catch(() => undefined);
    return answer;
  };
  return {
    async leaves(from, to) {
      const { rows } = await ask<{ leaf: Buffer }>("select leaf from ledger.leaves($1, $2)", [from, to]);
      return rows.map(({ leaf }) => leaf);
    },
    async node(level, index) {
      const text = "select hash from ledger.node where level = $1 and index = $2";
      const { rows } = await ask<{ hash: Buffer }>(text, [level, index]);
      const hash = rows[0]?.hash;
      if (!hash) throw new Error(`The tree lacks its node ${level}/${index}.`);
      return hash;
    },
  };
}

/** The right edge of the tree of the first `size` entries, ready to be appended to. */
export async function loadRange(client: Pick<pg.ClientBase, "query">, size: number): Promise<CompactRange> {
  return CompactRange.load(size, treeReader(client));
}
