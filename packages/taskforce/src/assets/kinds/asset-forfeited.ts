/** An order that an asset, or part of it, belongs to the United States: by the agency, by a civil or by a criminal court. */
import { defineKind, type Language, type Money } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { sayMoney, sumOfMoney } from "../../court/pure.ts";
import { choice, sayWhenKnown, type Words } from "../../sources/pure.ts";
import { checkOrder } from "../forfeiture.ts";
import { type Quantity, quantity, quantityColumns, sayQuantity } from "../quantity.ts";
import { checkOrdered } from "../realization.ts";
import { ordersOf, realizationsOf, seizureOf } from "../standing.ts";
import { proceedings } from "../words.ts";

const stages = {
  preliminary: { en: "preliminary order", es: "orden preliminar" },
  final: { en: "final order or declaration", es: "orden o declaración definitiva" },
  "not-stated": { en: "not stated", es: "no se indica" },
} satisfies Words;

const schema = z.strictObject({
  proceeding: choice(proceedings, {
    title: "Proceeding",
    titleEs: "Procedimiento",
    description: "Administrative by the agency, civil against the asset, or criminal against a defendant",
    descriptionEs: "Administrativo por la agencia, civil contra el bien, o penal contra una persona acusada",
    law: "18 U.S.C. §§ 981, 982 and 983; 19 U.S.C. § 1607",
  }),
  stage: choice(stages, {
    title: "Stage",
    titleEs: "Etapa",
    description: "Whether the order was final; only a criminal court makes a preliminary one",
    descriptionEs: "Si la orden fue definitiva; solo un tribunal penal dicta una preliminar",
    law: "Fed. R. Crim. P. 32.2(b) and (c)",
  }),
  amount: sumOfMoney({
    title: "Amount forfeited",
    titleEs: "Importe decomisado",
    description: "The sum forfeited, where it is money; all of it where left out",
    descriptionEs: "La suma decomisada, si es dinero; toda si se omite",
  }).optional(),
  quantity: quantity.optional(),
});

export type AssetForfeited = z.infer<typeof schema>;

const steps = {
  preliminary: { en: "preliminarily ", es: "de forma preliminar " },
  final: { en: "finally ", es: "de forma definitiva " },
  "not-stated": { en: "", es: "" },
} satisfies Words<AssetForfeited["stage"]>;

function sayParts(amount: Money | undefined, part: Quantity | undefined, language: Language): string {
  const parts = [amount && sayMoney(amount, language), part && sayQuantity(part, language)].filter(
    (one) => one !== undefined,
  );
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

function sentence(body: AssetForfeited, occurred: string | undefined, language: Language): string {
  const es = language === "es";
  const { proceeding, stage } = body;
  const rest = `${sayWhenKnown(occurred, language)}${sayParts(body.amount, body.quantity, language)}`;
  if (proceeding === "administrative")
    return es
      ? `La agencia declaró decomisado el bien${rest}.`
      : `The agency declared the asset forfeited${rest}.`;
  const how = steps[stage][language];
  const court = proceedings[proceeding][language];
  return es
    ? `Un tribunal ordenó ${how}el decomiso del bien en un caso ${court}${rest}.`
    : `A court ${how}ordered the asset forfeited in a ${court} case${rest}.`;
}

export const assetForfeited = defineKind({
  kind: "asset.forfeited",
  version: 1,
  record: "asset",
  opens: false,
  title: { en: "Asset forfeited", es: "Bien decomisado" },
  schema,
  rule: ({ body, subject, occurred, replaces }, standing) => {
    const asset = standing.record(subject);
    const [order, others] = [{ body, occurred }, ordersOf(asset)];
    checkOrder(order, seizureOf(asset), others);
    if (replaces === undefined) return;
    for (const realization of realizationsOf(asset)) checkOrdered(realization, [...others, order]);
  },
  ending: ({ id, subject }, instead, standing) => {
    if (instead) return;
    const asset = standing.record(subject);
    for (const realization of realizationsOf(asset))
      checkOrdered(realization, ordersOf(asset), { field: "body.withdraws", value: id });
  },
  projection: {
    table: "forfeiture",
    columns: {
      proceeding: "text",
      stage: "text",
      amount_minor: "bigint",
      amount_currency: "text",
      quantity_thousandths: "bigint",
      unit: "text",
    },
    row: (body) => ({
      proceeding: body.proceeding,
      stage: body.stage,
      amount_minor: body.amount?.minor ?? null,
      amount_currency: body.amount?.currency ?? null,
      ...quantityColumns(body.quantity),
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
