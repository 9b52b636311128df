/** Which forfeitures of an asset can be: of what is held, after it is, in its own currency and unit, and once. */
import { defineRefusal } from "@joint-docket/ledger/pure";
import { requireCurrency } from "../court/pure.ts";
import { inOrder } from "../sources/pure.ts";
import type { AssetForfeited } from "./kinds/asset-forfeited.ts";
import type { AssetSeized } from "./kinds/asset-seized.ts";
import type { Quantity } from "./quantity.ts";
import type { Step } from "./standing.ts";
import { units } from "./words.ts";

/*
 * Of which assets may a forfeiture be ordered that were never seized? In a criminal case of any: the preliminary order
 * is what lets the government seize them (Fed. R. Crim. P. 32.2(b)(3), read). In a civil case of land, which is not
 * seized before the order but has notice posted (18 U.S.C. § 985(b) and (c), read), and of what a court restrained.
 * By the agency itself of none.
 */
const assetNeverSeized = defineRefusal<{ proceeding: "administrative" | "civil" }>({
  code: "asset-never-seized",
  status: 422,
  en: {
    sentence: ({ proceeding }) =>
      proceeding === "administrative"
        ? "An agency can declare forfeit only what was seized, and this asset was not."
        : "A civil court can order forfeit only what is held, and this asset was only named.",
    remedy: () => "Record the seizure by correcting how the asset is held, or correct the proceeding.",
  },
  es: {
    sentence: ({ proceeding }) =>
      proceeding === "administrative"
        ? "Una agencia solo puede declarar decomisado lo que se incautó, y este bien no se incautó."
        : "Un tribunal civil solo puede decomisar lo que se retiene, y este bien solo fue señalado.",
    remedy: () => "Registre la incautación corrigiendo cómo se retiene el bien, o corrija el procedimiento.",
  },
});

const realPropertyNeedsCourt = defineRefusal({
  code: "real-property-needs-court",
  status: 422,
  en: {
    sentence: () => "Real property can be forfeited by a court only (18 U.S.C. § 985(a)).",
    remedy: () => "Correct the proceeding, or the kind of asset.",
  },
  es: {
    sentence: () => "Un bien inmueble solo puede decomisarlo un tribunal (18 U.S.C. § 985(a)).",
    remedy: () => "Corrija el procedimiento, o la clase de bien.",
  },
});

const preliminaryOutsideCrime = defineRefusal({
  code: "preliminary-order-not-criminal",
  status: 422,
  en: {
    sentence: () => "A preliminary order of forfeiture is made in a criminal case only.",
    remedy: () => "Correct the stage, or the proceeding.",
  },
  es: {
    sentence: () => "Una orden preliminar de decomiso solo se dicta en un caso penal.",
    remedy: () => "Corrija la etapa, o el procedimiento.",
  },
});

const forfeitureAfterSeizure = inOrder(
  "forfeiture-before-seizure",
  { en: "the forfeiture", es: "el decomiso" },
  { en: "the hold on the asset", es: "la retención del bien" },
);

const assetAlreadyForfeited = defineRefusal({
  code: "asset-already-forfeited",
  status: 409,
  en: {
    sentence: () => "A final order already stands for the whole asset.",
    remedy: () => "Correct the order that stands, or say of which part each of the two is.",
  },
  es: {
    sentence: () => "Ya hay una orden definitiva por todo el bien.",
    remedy: () => "Corrija la orden vigente, o indique de qué parte es cada una.",
  },
});

const currencyOfOtherSeizure = defineRefusal<{ given: string; seized: string }>({
  code: "currency-not-as-seized",
  status: 422,
  en: {
    sentence: ({ given, seized }) => `The amount is in ${given}, but the asset's value is in ${seized}.`,
    remedy: ({ seized }) => `Give the amount in ${seized}; nothing is converted.`,
  },
  es: {
    sentence: ({ given, seized }) => `El importe está en ${given}, pero el valor del bien está en ${seized}.`,
    remedy: ({ seized }) => `Indique el importe en ${seized}; nada se convierte.`,
  },
});

const unitNotAsSeized = defineRefusal<{ given: keyof typeof units; seized: keyof typeof units | undefined }>({
  code: "unit-not-as-seized",
  status: 422,
  en: {
    sentence: ({ given, seized }) =>
      seized === undefined
        ? `The quantity is in ${units[given].en}, but none was recorded when the asset was seized.`
        : `The quantity is in ${units[given].en}, but the asset was measured in ${units[seized].en}.`,
    remedy: () => "Give the quantity in the unit of the seizure, or correct the seizure.",
  },
  es: {
    sentence: ({ given, seized }) =>
      seized === undefined
        ? `La cantidad está en ${units[given].es}, pero no se registró ninguna al incautar el bien.`
        : `La cantidad está en ${units[given].es}, pero el bien se midió en ${units[seized].es}.`,
    remedy: () => "Indique la cantidad en la unidad de la incautación, o corrija la incautación.",
  },
});

const moreForfeitedThanSeized = defineRefusal({
  code: "more-forfeited-than-seized",
  status: 422,
  en: {
    sentence: () => "More is forfeited than was seized.",
    remedy: () => "Correct the part forfeited, or the seizure.",
  },
  es: {
    sentence: () => "Se decomisa más de lo que se incautó.",
    remedy: () => "Corrija la parte decomisada, o la incautación.",
  },
});

type Held = Step<AssetSeized>;

function checkHold({ proceeding, stage }: AssetForfeited, { body }: Held): void {
  if (proceeding === "criminal") return;
  const place = { field: "proceeding", value: proceeding };
  if (stage === "preliminary") throw preliminaryOutsideCrime({ field: "stage", value: stage });
  if (proceeding === "administrative" && body.asset === "real-property") throw realPropertyNeedsCourt(place);
  if (body.hold === "named" || (proceeding === "administrative" && body.hold !== "seized"))
    throw assetNeverSeized({ proceeding, ...place });
}

/** Criminal orders, and civil orders against land, come before the seizure that they allow. */
function checkDate(
  { proceeding }: AssetForfeited,
  occurred: string | undefined,
  { body, occurred: held }: Held,
): void {
  const orderFirst = proceeding === "criminal" || (body.asset === "real-property" && body.hold === "seized");
  if (!orderFirst) forfeitureAfterSeizure(occurred, [held]);
}

function checkUnits(
  { amount, quantity: part }: AssetForfeited,
  { body: { value, quantity: seized } }: Held,
): void {
  requireCurrency(amount, "amount");
  if (amount && value && amount.currency !== value.amount.currency)
    throw currencyOfOtherSeizure({
      given: amount.currency,
      seized: value.amount.currency,
      field: "amount.currency",
      value: amount.currency,
    });
  if (part && part.unit !== seized?.unit)
    throw unitNotAsSeized({
      given: part.unit,
      seized: seized?.unit,
      field: "quantity.unit",
      value: part.unit,
    });
}

/** A preliminary order and the final one speak of the same thing, so only final ones are added up. */
function checkWhole(body: AssetForfeited, { body: seized }: Held, standing: readonly AssetForfeited[]): void {
  if (body.stage !== "final") return checkPart([body], body, seized);
  const final = standing.filter(({ stage }) => stage === "final");
  const isWhole = (order: AssetForfeited) => order.amount === undefined && order.quantity === undefined;
  if (final.length > 0 && (isWhole(body) || final.some(isWhole)))
    throw assetAlreadyForfeited({ field: "stage", value: body.stage });
  checkPart([...final, body], body, seized);
}

/** The value of anything but cash is an estimate that an order may pass; cash and quantities are what they are. */
function checkPart(orders: readonly AssetForfeited[], body: AssetForfeited, seized: AssetSeized): void {
  const sum = orders.reduce((total, { amount }) => total + (amount?.minor ?? 0), 0);
  if (body.amount && seized.asset === "cash" && seized.value && sum > seized.value.amount.minor)
    throw moreForfeitedThanSeized({ field: "amount", value: body.amount });
  const thousandths = (of: Quantity | undefined) => Math.round((of?.amount ?? 0) * 1000);
  const parts = orders.reduce((total, { quantity: part }) => total + thousandths(part), 0);
  if (body.quantity && parts > thousandths(seized.quantity))
    throw moreForfeitedThanSeized({ field: "quantity", value: body.quantity });
}

/** Refuses an order that the way the asset is held, or the other orders that stand, rule out. */
export function checkOrder(
  { body, occurred }: Step<AssetForfeited>,
  seizure: Held | undefined,
  others: readonly Step<AssetForfeited>[],
): void {
  if (!seizure) return;
  checkHold(body, seizure);
  checkDate(body, occurred, seizure);
  checkUnits(body, seizure);
  checkWhole(
    body,
    seizure,
    others.map((order) => order.body),
  );
}
