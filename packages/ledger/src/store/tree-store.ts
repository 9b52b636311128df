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
    async nodes(level, from, to) {
      const text =
        "select hash from ledger.node where level = $1 and index >= $2 and index < $3 order by index";
      const { rows } = await ask<{ hash: Buffer }>(text, [level, from, to]);
      if (rows.length !== to - from)
        throw new Error(`The tree lacks a node of ${level}/${from} to ${level}/${to - 1}.`);
      return rows.map(({ hash }) => hash);
    },
  };
}

/** The right edge of the tree of the first `size` entries, ready to be appended to. */
export async function loadRange(client: Pick<pg.ClientBase, "query">, size: number): Promise<CompactRange> {
  return CompactRange.load(size, treeReader(client));
}
