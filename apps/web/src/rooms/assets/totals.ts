/** Adds totals up over states, each currency and unit for itself: a sum over two of them is never made. */
import { type AssetKind, type AssetTotal, assetKinds, type Unit } from "../../docket/index.ts";

/** Held until forfeiture is decided; decided by a final order; and turned into money or otherwise disposed of. */
export const stages = ["held", "forfeited", "realized"] as const;
export type Stage = (typeof stages)[number];

export const stageOf = (state: AssetTotal["state"]): Stage =>
  state === "forfeited" || state === "realized" ? state : "held";

export interface TotalLine {
  kind: AssetKind;
  /** A currency or a unit; null for the number of assets. */
  currency: string | null;
  unit: Unit | null;
  /** What they came to when they came to be held, by where they stand now. */
  at: Record<Stage, number>;
  /** The net sum realized, in this currency. */
  proceeds: number;
}

/** A line of numbers for each kind, then one for each of its currencies and units. */
export function linesOf(totals: readonly AssetTotal[]): TotalLine[] {
  return assetKinds.flatMap((kind) => {
    const own = totals.filter((one) => one.kind === kind);
    if (own.length === 0) return [];
    const currencies = new Set(
      own.flatMap(({ values, realized }) => [...values, ...realized].map((one) => one.currency)),
    );
    const units = new Set(own.flatMap(({ quantities }) => quantities.map((one) => one.unit)));
    const line = (
      of: { currency?: string; unit?: Unit },
      amount: (total: AssetTotal) => number,
      proceeds: (total: AssetTotal) => number = () => 0,
    ): TotalLine => ({
      kind,
      currency: of.currency ?? null,
      unit: of.unit ?? null,
      at: Object.fromEntries(
        stages.map((stage) => [
          stage,
          own.filter(({ state }) => stageOf(state) === stage).reduce((sum, total) => sum + amount(total), 0),
        ]),
      ) as Record<Stage, number>,
      proceeds: own.reduce((sum, total) => sum + proceeds(total), 0),
    });
    const inCurrency = (list: readonly { currency: string; minor: number }[], currency: string) =>
      list.find((one) => one.currency === currency)?.minor ?? 0;
    return [
      line({}, ({ assets }) => assets),
      ...[...currencies].sort().map((currency) =>
        line(
          { currency },
          ({ values }) => inCurrency(values, currency),
          ({ realized }) => inCurrency(realized, currency),
        ),
      ),
      ...[...units]
        .sort()
        .map((unit) =>
          line({ unit }, ({ quantities }) => quantities.find((one) => one.unit === unit)?.amount ?? 0),
        ),
    ];
  });
}
