/** Totals of assets: every currency and unit for itself, nothing lost between the states. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AssetTotal, assetKinds, assetStates } from "../../docket/index.ts";
import { linesOf, stages } from "./totals.ts";

const sums = fc.uniqueArray(
  fc.record({ currency: fc.constantFrom("USD", "MXN", "GTQ"), assets: fc.nat(9), minor: fc.nat(1_000_000) }),
  { selector: ({ currency }) => currency, maxLength: 3 },
);
const total: fc.Arbitrary<AssetTotal> = fc.record({
  kind: fc.constantFrom(...assetKinds),
  state: fc.constantFrom(...assetStates),
  assets: fc.integer({ min: 1, max: 1000 }),
  values: sums,
  quantities: fc.constant([]),
  realized: sums,
});
const totals = fc.uniqueArray(total, { selector: ({ kind, state }) => `${kind} ${state}`, maxLength: 20 });

describe("totals of assets", () => {
  it("add up to what each state came to, and never over two currencies", () => {
    fc.assert(
      fc.property(totals, (given) => {
        const lines = linesOf(given);
        for (const kind of assetKinds)
          for (const currency of ["USD", "MXN", "GTQ"]) {
            const [line, ...more] = lines.filter((one) => one.kind === kind && one.currency === currency);
            expect(more).toEqual([]);
            const own = given.filter((one) => one.kind === kind);
            const sum = (of: "values" | "realized") =>
              own
                .flatMap((one) => one[of])
                .reduce((all, one) => all + (one.currency === currency ? one.minor : 0), 0);
            expect(stages.reduce((all, stage) => all + (line?.at[stage] ?? 0), 0)).toBe(sum("values"));
            expect(line?.proceeds ?? 0).toBe(sum("realized"));
          }
        const counted = lines.filter(({ currency, unit }) => currency === null && unit === null);
        expect(counted.flatMap(({ at }) => stages.map((stage) => at[stage])).reduce((a, b) => a + b, 0)).toBe(
          given.reduce((all, one) => all + one.assets, 0),
        );
      }),
    );
  });
});
