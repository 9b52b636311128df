/** The tree as stored: leaves beside their entries, roots of complete subtrees of 256 and up in a table of their own. */
import type pg from "pg";
import { CompactRange, type TreeReader } from "../proof/tree.ts";

/** Reads leaves and subtree roots from the database. */
export function treeReader(client: Pick<pg.ClientBase, "query">): TreeReader {
  return {
    async leaves(from, to) {
      const { rows } = await client.query<{ leaf: Buffer }>(
        "select leaf from ledger.entry where seq >= $1 and seq < $2 order by seq",
        [from, to],
      );
      return rows.map(({ leaf }) => leaf);
    },
    async node(level, index) {
      const { rows } = await client.query<{ hash: Buffer }>("select hash from ledger.node where level = $1 and index = $2", [level, index]);
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
