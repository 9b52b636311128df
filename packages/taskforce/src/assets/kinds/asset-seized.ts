/**
 * An asset that the government seized, or holds another way until its forfeiture is decided: a court restrained it,
 * notice was posted on land, or a charge names it. Only `seized` is a seizure; forfeiture asks which it was.
 */
import {
  defineKind,
  defineRefusal,
  impreciseDate,
  type Language,
  ref,
  type StandingRecord,
  sayDate,
} from "@joint-docket/ledger/pure";
import { z } from "zod";
import { country, district, requireInCase, sayCountry, sayDistrict } from "../../cases/pure.ts";
import { requireCurrency, sayMoney, sumOfMoney } from "../../court/pure.ts";
import { choice, dateColumns, quote, sayList, says, sayWhenKnown, text } from "../../sources/pure.ts";
import { checkOrder } from "../forfeiture.ts";
import { quantity, quantityColumns, sayQuantity } from "../quantity.ts";
import { checkAmounts } from "../realization.ts";
import { claimsOf, ordersOf, realizationsOf, type Step } from "../standing.ts";
import {
  type AssetKind,
  assetKinds,
  drugs,
  holds,
  isCountedWhole,
  measuredIn,
  type Unit,
  units,
  unitsOf,
} from "../words.ts";
import { checkClaim } from "./asset-claimed.ts";

const value = z
  .strictObject({
    amount: sumOfMoney({
      title: "Amount",
      titleEs: "Importe",
      description: "What it is worth, or the sum where it is cash",
      descriptionEs: "Lo que vale, o la suma si es dinero en efectivo",
    }),
    asOf: impreciseDate
      .meta({
        title: "Valued on",
        titleEs: "Fecha de la valoración",
        description: "The day for which the value was given, or cash was counted",
        descriptionEs: "El día para el que se dio el valor, o en que se contó el dinero",
      })
      .optional(),
  })
  .meta(
    says({
      title: "Value",
      titleEs: "Valor",
      description: "The value with its currency and its date; left out where no source gives one",
      descriptionEs: "El valor con su moneda y su fecha; se omite si ninguna fuente lo da",
    }),
  );

const schema = z.strictObject({
  case: ref("case").meta(
    says({
      title: "Case",
      titleEs: "Caso",
      description: "The case that the asset belongs to",
      descriptionEs: "El caso al que pertenece el bien",
    }),
  ),
  asset: choice(assetKinds, {
    title: "Kind of asset",
    titleEs: "Clase de bien",
    description: "Cash, real property, vehicle, firearms or ammunition, drugs, or other property",
    descriptionEs:
      "Dinero en efectivo, bien inmueble, vehículo, armas de fuego o municiones, drogas, u otro bien",
    law: "8 U.S.C. § 1324(b); 18 U.S.C. § 982(a)(6)",
  }),
  hold: choice(holds, {
    title: "How it is held",
    titleEs: "Cómo se retiene",
    description: "Seized; or restrained, under posted notice, or only named for forfeiture",
    descriptionEs: "Incautado; o inmovilizado, con aviso fijado, o solo señalado para decomiso",
    law: "18 U.S.C. §§ 981(b), 983(j) and 985; Fed. R. Crim. P. 32.2(a)",
  }),
  description: text(500, {
    title: "Description",
    titleEs: "Descripción",
    description: "What it is, without names, addresses, plates or serial numbers",
    descriptionEs: "Qué es, sin nombres, direcciones, matrículas ni números de serie",
  }).optional(),
  drug: choice(drugs, {
    title: "Drug",
    titleEs: "Droga",
    description: "Which drug it is",
    descriptionEs: "Qué droga es",
    law: "21 U.S.C. § 812",
  }).optional(),
  quantity: quantity.optional(),
  value: value.optional(),
  defendant: ref("defendant")
    .meta(
      says({
        title: "Defendant",
        titleEs: "Persona acusada",
        description: "The defendant from whom it was taken, where the source tells which",
        descriptionEs: "La persona acusada a quien se le quitó, si la fuente dice cuál",
      }),
    )
    .optional(),
  district: district().optional(),
  country: country().optional(),
});

export type AssetSeized = z.infer<typeof schema>;

const unitNotOfAsset = defineRefusal<{ kind: AssetKind; unit: Unit }>({
  code: "unit-not-of-asset",
  status: 422,
  en: {
    sentence: ({ kind, unit }) =>
      `An asset of the kind “${assetKinds[kind].en}” is not measured in ${units[unit].en}.`,
    remedy: ({ kind }) =>
      kind === "cash"
        ? "Leave the quantity out and give the sum with its currency as the value."
        : `Give the quantity in ${sayList(unitsOf(kind, "en"), "en")}, or correct the kind of asset.`,
  },
  es: {
    sentence: ({ kind, unit }) =>
      `Un bien de la clase «${assetKinds[kind].es}» no se mide en ${units[unit].es}.`,
    remedy: ({ kind }) =>
      kind === "cash"
        ? "Omita la cantidad e indique la suma con su moneda como valor."
        : `Indique la cantidad en ${sayList(unitsOf(kind, "es"), "es")}, o corrija la clase de bien.`,
  },
});

const quantityNotWhole = defineRefusal<{ unit: Unit }>({
  code: "quantity-not-whole",
  status: 422,
  en: {
    sentence: ({ unit }) => `There is no part of one when ${units[unit].en} are counted.`,
    remedy: () => "Give a whole number, or another unit.",
  },
  es: {
    sentence: ({ unit }) => `No hay fracciones cuando se cuentan ${units[unit].es}.`,
    remedy: () => "Indique un número entero, u otra unidad.",
  },
});

const drugOfOtherAsset = defineRefusal({
  code: "drug-of-other-asset",
  status: 422,
  en: {
    sentence: () => "A drug is named although the asset is none.",
    remedy: () => "Leave the drug out, or correct the kind of asset.",
  },
  es: {
    sentence: () => "Se indica una droga aunque el bien no lo es.",
    remedy: () => "Omita la droga, o corrija la clase de bien.",
  },
});

const noticeOnMovable = defineRefusal({
  code: "notice-posted-on-movable",
  status: 422,
  en: {
    sentence: () => "Notice is posted on real property only (18 U.S.C. § 985(c)).",
    remedy: () => "Say how the asset is held, or correct the kind of asset.",
  },
  es: {
    sentence: () => "El aviso solo se fija en bienes inmuebles (18 U.S.C. § 985(c)).",
    remedy: () => "Indique cómo se retiene el bien, o corrija la clase de bien.",
  },
});

function checkQuantity({ asset, quantity: of }: AssetSeized): void {
  if (!of) return;
  if (!measuredIn(asset, of.unit))
    throw unitNotOfAsset({ kind: asset, unit: of.unit, field: "quantity.unit", value: of.unit });
  if (isCountedWhole(of.unit) && !Number.isInteger(of.amount))
    throw quantityNotWhole({ unit: of.unit, field: "quantity.amount", value: of.amount });
}

/** A correction of what was seized must leave what was done to it since possible. */
function checkLaterSteps(seizure: Step<AssetSeized>, asset: StandingRecord | undefined): void {
  const orders = ordersOf(asset);
  for (const claim of claimsOf(asset)) checkClaim(claim, seizure);
  for (const order of orders)
    checkOrder(
      order,
      seizure,
      orders.filter((other) => other !== order),
    );
  for (const { body } of realizationsOf(asset)) checkAmounts(body, seizure.body);
}

const said = {
  seized: { en: "An asset was seized", es: "Se incautó un bien" },
  restrained: {
    en: "An asset was restrained by a court",
    es: "Un tribunal inmovilizó un bien",
  },
  "notice-posted": {
    en: "Notice of forfeiture was posted on an asset",
    es: "Se fijó aviso de decomiso en un bien",
  },
  named: { en: "An asset was named for forfeiture", es: "Se señaló un bien para decomiso" },
} as const;

function sayWhere({ district: where, country: code }: AssetSeized, language: Language): string {
  if (where !== undefined) return ` ${sayDistrict(where, language)}`;
  return code === undefined ? "" : ` (${sayCountry(code, language)})`;
}

function sayValue({ value: worth }: AssetSeized, language: Language): string {
  if (!worth) return "";
  const date = worth.asOf === undefined ? "" : ` (${sayDate(worth.asOf, language)})`;
  return `, ${sayMoney(worth.amount, language)}${date}`;
}

function sentence(body: AssetSeized, occurred: string | undefined, language: Language): string {
  return [
    said[body.hold][language],
    sayWhere(body, language),
    sayWhenKnown(occurred, language),
    `: ${assetKinds[body.asset][language]}`,
    body.drug === undefined ? "" : ` (${drugs[body.drug][language]})`,
    body.description === undefined ? "" : `, ${quote(body.description, language)}`,
    body.quantity === undefined ? "" : `, ${sayQuantity(body.quantity, language)}`,
    sayValue(body, language),
    ".",
  ].join("");
}

export const assetSeized = defineKind({
  kind: "asset.seized",
  version: 1,
  record: "asset",
  opens: true,
  title: { en: "Asset seized", es: "Bien incautado" },
  schema,
  rule: ({ body, subject, occurred }, standing) => {
    requireInCase(standing, body.defendant, body.case, "defendant");
    requireCurrency(body.value?.amount, "value.amount");
    checkQuantity(body);
    if (body.drug !== undefined && body.asset !== "drug")
      throw drugOfOtherAsset({ field: "drug", value: body.drug });
    if (body.hold === "notice-posted" && body.asset !== "real-property")
      throw noticeOnMovable({ field: "hold", value: body.hold });
    checkLaterSteps({ body, occurred }, standing.record(subject));
  },
  projection: {
    table: "seizure",
    columns: {
      case_id: "uuid",
      asset: "text",
      hold: "text",
      description: "text",
      drug: "text",
      quantity_thousandths: "bigint",
      unit: "text",
      value_minor: "bigint",
      value_currency: "text",
      valued: "text",
      valued_from: "date",
      valued_to: "date",
      defendant: "uuid",
      district: "text",
      country: "text",
    },
    indexed: ["case_id", "asset"],
    row: (body) => ({
      case_id: body.case,
      asset: body.asset,
      hold: body.hold,
      description: body.description ?? null,
      drug: body.drug ?? null,
      ...quantityColumns(body.quantity),
      value_minor: body.value?.amount.minor ?? null,
      value_currency: body.value?.amount.currency ?? null,
      ...dateColumns("valued", body.value?.asOf),
      defendant: body.defendant ?? null,
      district: body.district ?? null,
      country: body.country ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
