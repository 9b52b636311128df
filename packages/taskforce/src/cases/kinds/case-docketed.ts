/** A docket number of a case: the court's district and its number, of which a case can have several. */
import { defineKind, defineRefusal, type Language } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { sayWhenKnown } from "../../sources/pure.ts";
import { docketKey, docketNumber, readDocketNumber } from "../docket-number.ts";
import { district, sayDistrict } from "../place.ts";
import { docketsOf } from "../standing.ts";

const schema = z.strictObject({
  district: district({
    description: "The district of the court that gave the number, by its key, such as TXS",
    descriptionEs: "El distrito del tribunal que asignó el número, por su clave, como TXS",
  }),
  number: docketNumber,
});

export type CaseDocketed = z.infer<typeof schema>;

export const docketNumberTwice = defineRefusal<{ number: string }>({
  code: "docket-number-twice",
  status: 409,
  en: {
    sentence: ({ number }) => `The case already has the docket number ${number} in this district.`,
    remedy: () => "Nothing needs to be recorded; to write it otherwise, correct the entry that stands.",
  },
  es: {
    sentence: ({ number }) => `El caso ya tiene el número de expediente ${number} en este distrito.`,
    remedy: () => "No hace falta registrar nada; para escribirlo de otro modo, corrija el asiento vigente.",
  },
});

/*
 * Each court numbers its own cases, so two cases in two districts may well bear one number.
 * But one case that comes to a second court (Fed. R. Crim. P. 5(c), 20, 21) gets that court's own number there:
 * the same number in two districts for the same case is one of them typed wrong.
 */
export const docketNumberInTwoDistricts = defineRefusal<{ number: string; other: string }>({
  code: "docket-number-in-two-districts",
  status: 422,
  en: {
    sentence: ({ number, other }) =>
      `The case already has the docket number ${number} ${sayDistrict(other, "en")}, and each court gives numbers of its own.`,
    remedy: () => "Check the district and the number, or correct the entry that names the other district.",
  },
  es: {
    sentence: ({ number, other }) =>
      `El caso ya tiene el número de expediente ${number} ${sayDistrict(other, "es")}, y cada tribunal asigna sus propios números.`,
    remedy: () => "Revise el distrito y el número, o corrija el asiento que indica el otro distrito.",
  },
});

function sentence(body: CaseDocketed, occurred: string | undefined, language: Language): string {
  const where = sayDistrict(body.district, language);
  const when = sayWhenKnown(occurred, language);
  return language === "es"
    ? `El caso recibió el número de expediente ${body.number} ${where}${when}.`
    : `The case was given docket number ${body.number} ${where}${when}.`;
}

export const caseDocketed = defineKind({
  kind: "case.docketed",
  version: 1,
  record: "case",
  opens: false,
  title: { en: "Case docketed", es: "Caso con número de expediente" },
  schema,
  rule: ({ body, subject }, standing) => {
    const same = docketsOf(standing.record(subject)).filter(
      ({ number }) => docketKey(number) === docketKey(body.number),
    );
    if (same.some(({ district: where }) => where === body.district))
      throw docketNumberTwice({ number: body.number, field: "number", value: body.number });
    const [other] = same;
    if (other)
      throw docketNumberInTwoDistricts({
        number: body.number,
        other: other.district,
        field: "district",
        value: body.district,
      });
  },
  projection: {
    table: "docket_number",
    columns: { district: "text", number: "text", docket_key: "text", docket_type: "text" },
    indexed: ["district", "docket_key"],
    row: ({ district: where, number }) => ({
      district: where,
      number,
      docket_key: docketKey(number),
      docket_type: readDocketNumber(number)?.type ?? null,
    }),
  },
  sentence: {
    en: ({ body, occurred }) => sentence(body, occurred, "en"),
    es: ({ body, occurred }) => sentence(body, occurred, "es"),
  },
});
