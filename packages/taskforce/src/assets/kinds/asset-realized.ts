/** What became of a forfeited asset, and the net sum that the United States realized from it: the basis of an award. */
import { defineKind, type Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { sayMoney, sumOfMoney } from "../../court/pure.ts";
import { choice, sayWhenKnown, type Words } from "../../sources/pure.ts";
import { checkAmounts, checkOrdered } from "../realization.ts";
import { ordersOf, seizureOf } from "../standing.ts";

const disposals = {
  sold: { en: "sold", es: "vendido" },
  deposited: { en: "deposited", es: "depositado" },
  shared: { en: "shared with another government", es: "compartido con otro gobierno" },
  "paid-to-victims": { en: "paid to victims", es: "pagado a víctimas" },
  "official-use": { en: "kept for official use", es: "conservado para uso oficial" },
  destroyed: { en: "destroyed", es: "destruido" },
} satisfies Words;

const funds = {
  justice: {
    en: "Justice Department's Assets Forfeiture Fund",
    es: "Fondo de Bienes Decomisados de Justicia",
  },
  treasury: { en: "Treasury Forfeiture Fund", es: "Fondo de Decomisos del Tesoro" },
  other: { en: "another fund", es: "otro fondo" },
} satisfies Words;

const schema = z.strictObject({
  disposal: choice(disposals, {
    title: "What became of it",
    titleEs: "Qué se hizo con él",
    description: "Sold, deposited, shared, paid to victims, kept for official use, or destroyed",
    descriptionEs: "Vendido, depositado, compartido, pagado a víctimas, conservado o destruido",
    law: "21 U.S.C. § 881(e); 28 U.S.C. § 524(c)",
  }),
  gross: sumOfMoney({
    title: "Gross proceeds",
    titleEs: "Producto bruto",
    description: "What it brought before costs",
    descriptionEs: "Lo que produjo antes de gastos",
  }).optional(),
  costs: sumOfMoney({
    title: "Costs and liens",
    titleEs: "Gastos y gravámenes",
    description: "Costs of keeping and selling it, and liens paid",
    descriptionEs: "Gastos de conservarlo y venderlo, y gravámenes pagados",
  }).optional(),
  realized: sumOfMoney({
    title: "Amount realized",
    titleEs: "Importe obtenido",
    description: "The net sum that the United States kept; left out where no source gives it",
    descriptionEs: "La suma neta que conservaron los Estados Unidos; se omite si ninguna fuente la da",
    law: "28 U.S.C. § 524(c)(2)",
  }).optional(),
  fund: choice(funds, {
    title: "Fund",
    titleEs: "Fondo",
    description: "The fund it went to; each has its own rules on awards",
    descriptionEs: "El fondo al que fue; cada uno tiene sus reglas sobre recompensas",
    law: "28 U.S.C. § 524(c); 31 U.S.C. § 9705",
  }).optional(),
});

export type AssetRealized = z.infer<typeof schema>;

const said = {
  sold: { en: "The forfeited asset was sold", es: "El bien decomisado fue vendido" },
  deposited: { en: "The forfeited money was deposited", es: "El dinero decomisado fue depositado" },
  shared: {
    en: "The forfeited asset was shared with another government",
    es: "El bien decomisado se compartió con otro gobierno",
  },
  "paid-to-victims": {
    en: "The forfeited asset was paid to victims",
    es: "El bien decomisado se pagó a víctimas",
  },
  "official-use": {
    en: "The forfeited asset was kept for official use",
    es: "El bien decomisado se conservó para uso oficial",
  },
  destroyed: { en: "The forfeited asset was destroyed", es: "El bien decomisado fue destruido" },
} satisfies Words<AssetRealized["disposal"]>;

function sentence(body: AssetRealized, occurred: string | undefined, language: Language): string {
  const es = language === "es";
  const { gross, costs, realized, fund } = body;
  const money = [
    realized && `${es ? "se obtuvieron" : "realized"} ${sayMoney(realized, language)}`,
    gross && `${es ? "bruto" : "gross"} ${sayMoney(gross, language)}`,
    costs && `${es ? "gastos" : "costs"} ${sayMoney(costs, language)}`,
  ].filter((part) => part !== undefined);
  return [
    said[body.disposal][language],
    sayWhenKnown(occurred, language),
    money.length === 0 ? "" : `: ${money.join(", ")}`,
    fund === undefined ? "" : ` (${funds[fund][language]})`,
    ".",
  ].join("");
}

export const assetRealized = defineKind({
  kind: "asset.realized",
  version: 1,
  record: "asset",
  opens: false,
  title: { en: "Asset realized", es: "Producto del bien obtenido" },
  schema,
  rule: ({ body, subject, occurred }, standing) => {
    const asset = standing.record(subject);
    checkOrdered({ body, occurred }, ordersOf(asset));
    checkAmounts(body, seizureOf(asset)?.body);
  },
  projection: {
    table: "realization",
    columns: {
      disposal: "text",
      gross_minor: "bigint",
      costs_minor: "bigint",
      realized_minor: "bigint",
      currency: "text",
      fund: "text",
    },
    row: (body) => ({
      disposal: body.disposal,
      gross_minor: body.gross?.minor ?? null,
      costs_minor: body.costs?.minor ?? null,
      realized_minor: body.realized?.minor ?? null,
      currency: (body.realized ?? body.gross ?? body.costs)?.currency ?? null,
      fund: body.fund ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
