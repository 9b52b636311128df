/** Follows the way from a number, an address of the workbench, to what the product itself says there. */
import { figureEnd, sheetEnd } from "./figures.ts";
import { counts, type End, type Product } from "./product.ts";
import { assetsEnd, recordEnd } from "./records.ts";

export class Ways {
  readonly #product: Product;
  readonly #ends = new Map<string, Promise<End>>();

  constructor(product: Product) {
    this.#product = product;
  }

  /** Follows an address; each only once. */
  follow(path: string): Promise<End> {
    const known = this.#ends.get(path) ?? endOf(this.#product, new URL(path, this.#product.at));
    this.#ends.set(path, known);
    return known;
  }
}

async function endOf(product: Product, { pathname, searchParams, hash }: URL): Promise<End> {
  const [, room = "", id = ""] = pathname.split("/");
  try {
    if (id === "fact-sheet") return await sheetEnd(product, searchParams);
    if (room === "results") return await figureEnd(product, id, searchParams);
    if (id !== "") return await recordEnd(product, room, id, searchParams, hash.slice(1));
    if (room === "record") {
      const entries = await product.all("/entries", searchParams);
      return searchParams.has("subject") ? { numbers: null, wrong: [] } : counts(entries.length);
    }
    if (room === "assets") return await assetsEnd(product, searchParams);
    return counts((await product.ask<{ total: number }>(`/${room}`, searchParams)).total);
  } catch (error) {
    return { numbers: null, wrong: [String(error)] };
  }
}
