/** What stands where the way to a list or to a record's page ends: how many lines there are, or what they come to. */
import { type Asset, counts, type End, type Product, total } from "./product.ts";

/** A record's page, and how many lines the part has that the address names. */
export async function recordEnd(
  product: Product,
  room: string,
  id: string,
  search: URLSearchParams,
  part: string,
): Promise<End> {
  if (room === "sources") {
    await product.ask("/entries", new URLSearchParams({ source: id }));
    return { numbers: null, wrong: [] };
  }
  if (room === "organizations" && part.startsWith("people")) {
    const people = await product.ask<{ total: number }>(`/organizations/${id}/people`, search);
    return counts(people.total);
  }
  const page = await product.ask<Record<string, unknown>>(`/${room}/${id}`, new URLSearchParams(search));
  if (part === "by-entry") return differenceEnd(product, id);
  const lines: unknown = page[part];
  if (!Array.isArray(lines)) return { numbers: null, wrong: [] };
  // The list of organizations counts those listed of the organization itself; its page adds those of its people.
  if (part === "targets") return counts(0, ...lines.map((_, at) => at + 1));
  if (part === "timeline") return counts(lines.length, ...tally(lines.map(({ source }) => source?.id)));
  const done = (deed: string) => lines.filter((line) => hasDone(line, deed)).length;
  return counts(lines.length, ...(part === "defendants" ? [done("convicted"), done("sentenced")] : []));
}

/** What lies between a figure and today: how many entries by each reason, and how much they change. */
async function differenceEnd(product: Product, figure: string): Promise<End> {
  interface Change {
    title: { en: string };
    change: number | null;
  }
  const items = await product.all<Change>(`/figures/${figure}/difference`, new URLSearchParams());
  const reasons = [...new Set(items.map(({ title }) => title.en))];
  const by = reasons.map((reason) => items.filter(({ title }) => title.en === reason));
  const changes = by.map((own) => total(own.map(({ change }) => change ?? 0)));
  return counts(...by.map((own) => own.length), ...changes.map(Math.abs));
}

/** How many assets, or what they come to in the currency or unit that the address names. */
export async function assetsEnd(product: Product, search: URLSearchParams): Promise<End> {
  const [currency, unit] = [search.get("currency"), search.get("unit")];
  const assets = await product.all<Asset>("/assets", search);
  const sum = (of: (asset: Asset) => number) => total(assets.map(of));
  if (currency !== null)
    return counts(
      sum(({ value }) => (value?.currency === currency ? value.minor : 0)) / 100,
      sum(({ realizations }) =>
        realizations.reduce(
          (all, { body }) => all + (body.realized?.currency === currency ? body.realized.minor : 0),
          0,
        ),
      ) / 100,
    );
  if (unit !== null) return counts(sum(({ quantity }) => (quantity?.unit === unit ? quantity.amount : 0)));
  return counts(assets.length);
}

/** How often each occurs. */
const tally = (all: readonly unknown[]): number[] =>
  [...new Set(all)].map((one) => all.filter((other) => other === one).length);

function hasDone(
  line: { counts?: { outcome: string | null }[]; sentences?: unknown[] },
  deed: string,
): boolean {
  return deed === "convicted"
    ? (line.counts ?? []).some(({ outcome }) => outcome?.startsWith("convicted"))
    : (line.sentences ?? []).length > 0;
}
