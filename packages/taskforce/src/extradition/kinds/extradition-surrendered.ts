/** The person was handed over to the United States: the step that counts as an extradition. */
import { defineKind, type Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { district, sayDistrict } from "../../cases/pure.ts";
import { sayWhenKnown, yesNo } from "../../sources/pure.ts";
import { checkSurrender, checkSurrenderedOnce } from "../steps.ts";
import { decisionsOf, requestOf, surrendersOf } from "../standing.ts";

const schema = z.strictObject({
  district: district({
    title: "Brought to",
    titleEs: "Llevada a",
    description: "The district where the person first came before a court, by its key, such as TXS",
    descriptionEs: "El distrito donde compareció por primera vez, por su clave, como TXS",
    law: "Fed. R. Crim. P. 5(a)(1)(B)",
  }).optional(),
  temporary: yesNo({
    title: "Temporary",
    titleEs: "Temporal",
    description: "Whether the person is to be returned after trial to end a sentence abroad",
    descriptionEs: "Si la persona debe regresar tras el juicio para cumplir una pena en el extranjero",
  }).optional(),
});

export type ExtraditionSurrendered = z.infer<typeof schema>;

function sentence(body: ExtraditionSurrendered, occurred: string | undefined, language: Language): string {
  const where = body.district === undefined ? "" : ` ${sayDistrict(body.district, language)}`;
  const rest = `${where}${sayWhenKnown(occurred, language)}`;
  if (language === "es")
    return `La persona fue entregada${body.temporary === true ? " temporalmente" : ""} a los Estados Unidos${rest}.`;
  return `The person was${body.temporary === true ? " temporarily" : ""} surrendered to the United States${rest}.`;
}

export const extraditionSurrendered = defineKind({
  kind: "extradition.surrendered",
  version: 1,
  record: "extradition",
  opens: false,
  title: { en: "Extradition carried out", es: "Extradición cumplida" },
  schema,
  rule: ({ body, subject, occurred }, standing) => {
    const extradition = standing.record(subject);
    const surrender = { body, occurred };
    checkSurrender(surrender, requestOf(extradition), decisionsOf(extradition));
    checkSurrenderedOnce(surrender, surrendersOf(extradition));
  },
  projection: {
    table: "surrender",
    columns: { district: "text", temporary: "boolean" },
    indexed: ["district"],
    row: (body) => ({ district: body.district ?? null, temporary: body.temporary ?? null }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
