/** Somebody's claim to an asset that the government means to forfeit; who it is stays a kind of claimant, never a name. */
import { defineKind, type Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { choice, inOrder, sayWhenKnown, type Words, yesNo } from "../../sources/pure.ts";
import { type Step, seizureOf } from "../standing.ts";
import { proceedings } from "../words.ts";
import type { AssetSeized } from "./asset-seized.ts";

const claimants = {
  defendant: { en: "a defendant", es: "una persona acusada" },
  owner: { en: "another owner", es: "otro propietario" },
  lienholder: { en: "a lienholder", es: "un acreedor con garantía" },
  victim: { en: "a victim", es: "una víctima" },
  "not-stated": { en: "somebody whom the source does not tell", es: "alguien que la fuente no indica" },
} satisfies Words;

const schema = z.strictObject({
  claimant: choice(claimants, {
    title: "Claimant",
    titleEs: "Reclamante",
    description: "What the claimant is to the asset; never a name",
    descriptionEs: "Qué es quien reclama respecto del bien; nunca un nombre",
    law: "18 U.S.C. § 983(a)(2); 21 U.S.C. § 853(n)",
  }),
  proceeding: choice(proceedings, {
    title: "Proceeding",
    titleEs: "Procedimiento",
    description: "Where the claim was filed: with the agency, in a civil case, or in the criminal case",
    descriptionEs: "Dónde se presentó: ante la agencia, en un caso civil o en el caso penal",
    law: "18 U.S.C. § 983(a)(2) and (4); 21 U.S.C. § 853(n)",
  }).optional(),
  innocentOwner: yesNo({
    title: "Innocent owner",
    titleEs: "Propietario inocente",
    description: "Whether the claim says that the owner did not know or did what was reasonable",
    descriptionEs: "Si el reclamo dice que el propietario no sabía o hizo lo razonable",
    law: "18 U.S.C. § 983(d)",
  }).optional(),
});

export type AssetClaimed = z.infer<typeof schema>;

const claimAfterSeizure = inOrder(
  "claim-before-seizure",
  { en: "the claim", es: "el reclamo" },
  { en: "the hold on the asset", es: "la retención del bien" },
);

/** Refuses a claim before the asset was held. */
export function checkClaim({ occurred }: Step<AssetClaimed>, seizure: Step<AssetSeized> | undefined): void {
  claimAfterSeizure(occurred, [seizure?.occurred]);
}

const by = {
  administrative: { en: " with the agency", es: " ante la agencia" },
  civil: { en: " in a civil case", es: " en un caso civil" },
  criminal: { en: " in the criminal case", es: " en el caso penal" },
} as const;

function sentence(body: AssetClaimed, occurred: string | undefined, language: Language): string {
  const es = language === "es";
  const where = body.proceeding === undefined ? "" : by[body.proceeding][language];
  const innocent =
    body.innocentOwner === true ? (es ? ", como propietario inocente" : ", as an innocent owner") : "";
  const rest = `${where}${sayWhenKnown(occurred, language)}${innocent}`;
  return es
    ? `Reclamó el bien ${claimants[body.claimant].es}${rest}.`
    : `The asset was claimed by ${claimants[body.claimant].en}${rest}.`;
}

export const assetClaimed = defineKind({
  kind: "asset.claimed",
  version: 1,
  record: "asset",
  opens: false,
  title: { en: "Asset claimed", es: "Bien reclamado" },
  schema,
  rule: ({ body, subject, occurred }, standing) => {
    checkClaim({ body, occurred }, seizureOf(standing.record(subject)));
  },
  projection: {
    table: "asset_claim",
    columns: { claimant: "text", proceeding: "text", innocent_owner: "boolean" },
    row: (body) => ({
      claimant: body.claimant,
      proceeding: body.proceeding ?? null,
      innocent_owner: body.innocentOwner ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
