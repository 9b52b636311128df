/** The product asked beside its pages, each question only once. */

export interface Asset {
  value: { minor: number; currency: string } | null;
  quantity: { amount: number; unit: string } | null;
  realizations: { body: { realized?: { minor: number; currency: string } } }[];
}

/** What stands at the end of a way: the numbers it may be said with, none where it counts nothing, and what is wrong there. */
export interface End {
  numbers: number[] | null;
  wrong: string[];
}

interface Page<Item> {
  items: Item[];
  next: string | null;
}

/** Most lines of a page. */
const LIMIT = "200";

export class Product {
  readonly at: string;
  readonly #answers = new Map<string, Promise<unknown>>();

  constructor(at: string) {
    this.at = at;
  }

  ask<Answer>(path: string, query = new URLSearchParams()): Promise<Answer> {
    const address = `${this.at}/api${path}${query.size > 0 ? `?${query}` : ""}`;
    const answer =
      this.#answers.get(address) ??
      fetch(address).then(async (response) => {
        if (!response.ok) throw new Error(`${address} answered ${response.status}: ${await response.text()}`);
        return response.json();
      });
    this.#answers.set(address, answer);
    return answer as Promise<Answer>;
  }

  /** A list from its first page to its last. */
  async all<Item>(path: string, query: URLSearchParams): Promise<Item[]> {
    const items: Item[] = [];
    const place = new URLSearchParams(query);
    place.set("limit", LIMIT);
    for (;;) {
      const page = await this.ask<Page<Item>>(path, place);
      items.push(...page.items);
      if (page.next === null) return items;
      place.set("cursor", page.next);
    }
  }
}

export const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);

export const counts = (...numbers: number[]): End => ({ numbers, wrong: [] });
