/** When and in what sums a forfeited asset can be realized: after the order, in one currency, adding up. */
import { defineRefusal, type Money, sayDate } from "@joint-docket/ledger/pure";
import { requireCurrency, sayMoney } from "../court/pure.ts";
import { surelyBefore } from "../sources/pure.ts";
import type { AssetForfeited } from "./kinds/asset-forfeited.ts";
import type { AssetRealized } from "./kinds/asset-realized.ts";
import type { AssetSeized } from "./kinds/asset-seized.ts";
import type { Step } from "./standing.ts";

const realizedBeforeOrdered = defineRefusal<{ realized: string | undefined; ordered: string | undefined }>({
  code: "realized-before-ordered",
  status: 409,
  en: {
    sentence: ({ realized, ordered }) =>
      realized === undefined || ordered === undefined
        ? "Nothing is realized from an asset before its forfeiture is finally ordered, and no such order stands."
        : `The asset was realized (${sayDate(realized, "en")}) before its forfeiture was ordered (${sayDate(ordered, "en")}).`,
    remedy: () => "Record the order first, or correct the date of one of the two.",
  },
  es: {
    sentence: ({ realized, ordered }) =>
      realized === undefined || ordered === undefined
        ? "De un bien no se obtiene nada antes de la orden definitiva de decomiso, y no hay ninguna vigente."
        : `El producto del bien (${sayDate(realized, "es")}) es anterior a la orden de decomiso (${sayDate(ordered, "es")}).`,
    remedy: () => "Registre primero la orden, o corrija la fecha de uno de los dos.",
  },
});

const amountsInTwoCurrencies = defineRefusal<{ one: string; other: string }>({
  code: "amounts-in-two-currencies",
  status: 422,
  en: {
    sentence: ({ one, other }) => `The amounts are in ${one} and in ${other}.`,
    remedy: () => "Give all of them in one currency, as the source does; nothing is converted.",
  },
  es: {
    sentence: ({ one, other }) => `Los importes están en ${one} y en ${other}.`,
    remedy: () => "Indíquelos todos en una moneda, como la fuente; nada se convierte.",
  },
});

const realizedInOtherCurrency = defineRefusal<{ given: string; seized: string }>({
  code: "realized-in-other-currency",
  status: 422,
  en: {
    sentence: ({ given, seized }) =>
      `The amount is in ${given}, which is neither U.S. dollars nor ${seized}, in which the asset was valued.`,
    remedy: () => "Give the amount in the currency that was received; nothing is converted.",
  },
  es: {
    sentence: ({ given, seized }) =>
      `El importe está en ${given}, que no son dólares ni ${seized}, la moneda en que se valoró el bien.`,
    remedy: () => "Indique el importe en la moneda que se recibió; nada se convierte.",
  },
});

const netDoesNotAddUp = defineRefusal<{ gross: Money; costs: Money; realized: Money }>({
  code: "net-does-not-add-up",
  status: 422,
  en: {
    sentence: ({ gross, costs, realized }) =>
      `The sums do not add up: ${sayMoney(gross, "en")} less ${sayMoney(costs, "en")} is not ${sayMoney(realized, "en")}.`,
    remedy: () =>
      "Correct one of the three amounts, or leave one out; costs above the proceeds leave nothing.",
  },
  es: {
    sentence: ({ gross, costs, realized }) =>
      `Las sumas no cuadran: ${sayMoney(gross, "es")} menos ${sayMoney(costs, "es")} no son ${sayMoney(realized, "es")}.`,
    remedy: () =>
      "Corrija uno de los tres importes, u omita uno; si los gastos superan el producto, no queda nada.",
  },
});

const nothingRealizedByKeeping = defineRefusal({
  code: "nothing-realized-by-keeping",
  status: 422,
  en: {
    sentence: () => "An asset that was kept or destroyed brings no money.",
    remedy: () => "Leave the amounts out, or correct what became of the asset.",
  },
  es: {
    sentence: () => "Un bien conservado o destruido no produce dinero.",
    remedy: () => "Omita los importes, o corrija qué se hizo con el bien.",
  },
});

const AMOUNTS = ["gross", "costs", "realized"] as const;

/** Refuses sums that do not go together, or in a currency of neither the asset nor the United States. */
export function checkAmounts(body: AssetRealized, seized: AssetSeized | undefined): void {
  const valuedIn = seized?.value?.amount.currency;
  const given = AMOUNTS.flatMap((field) => {
    const sum = body[field];
    return sum ? [{ field, sum }] : [];
  });
  for (const { field, sum } of given) {
    requireCurrency(sum, field);
    const place = { field: `${field}.currency`, value: sum.currency };
    const one = given[0]?.sum.currency ?? sum.currency;
    if (sum.currency !== one) throw amountsInTwoCurrencies({ one, other: sum.currency, ...place });
    if (valuedIn !== undefined && sum.currency !== "USD" && sum.currency !== valuedIn)
      throw realizedInOtherCurrency({ given: sum.currency, seized: valuedIn, ...place });
    if (
      (body.disposal === "official-use" || body.disposal === "destroyed") &&
      field !== "costs" &&
      sum.minor > 0
    )
      throw nothingRealizedByKeeping({ field, value: sum });
  }
  const { gross, costs, realized } = body;
  if (gross && costs && realized && realized.minor !== Math.max(0, gross.minor - costs.minor))
    throw netDoesNotAddUp({ gross, costs, realized, field: "realized", value: realized });
}

/**
 * Refuses an asset realized before its forfeiture was ordered. One sold before the order
 * (Fed. R. Crim. P. 32.2(b)(7)) is held as money in its place, and not yet realized.
 */
export function checkOrdered(
  { occurred }: Step<AssetRealized>,
  standing: readonly Step<AssetForfeited>[],
  place: { readonly field: string; readonly value: unknown } = { field: "occurred", value: occurred },
): void {
  const orders = standing.filter(({ body }) => body.stage !== "preliminary");
  if (orders.every((order) => surelyBefore(occurred, order.occurred)))
    throw realizedBeforeOrdered({ realized: occurred, ordered: orders[0]?.occurred, ...place });
}
