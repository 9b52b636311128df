/** Districts and countries as bodies name them, and how a sentence says them. */
import { type Language, wrong } from "@joint-docket/ledger/pure";
import { z } from "zod";
import { countryByAlpha2, countryName, districtByKey } from "../reference/pure.ts";
import { says, type Says } from "../sources/pure.ts";

/**
 * The country codes of places inside the United States: the country itself and the four territories
 * that have a federal district court of their own. Source: 8 U.S.C. § 1101(a)(38).
 */
const HOME = new Set(["US", "PR", "GU", "VI", "MP"]);

/** Whether a country code means a place outside the United States. */
export function isAbroad(code: string): boolean {
  return !HOME.has(code);
}

/** A federal judicial district by its key, such as `TXS`: a state, and a direction where the state has several. */
export function district(about: Partial<Says> = {}) {
  return z
    .string()
    .refine(
      (key) => districtByKey(key) !== undefined,
      wrong(
        "is not a district's key, such as TXS, AZ or CAS",
        "no es la clave de un distrito, como TXS, AZ o CAS",
      ),
    )
    .meta(
      says({
        title: "District",
        titleEs: "Distrito",
        description:
          "The federal judicial district by its key, such as TXS for the Southern District of Texas",
        descriptionEs: "El distrito judicial federal por su clave, como TXS para el Distrito Sur de Texas",
        law: "28 U.S.C. §§ 81-131",
        offers: "districts",
        ...about,
      }),
    );
}

/** A country by its two letters, as in ISO 3166-1. */
export function country() {
  return z
    .string()
    .refine(
      (code) => countryByAlpha2(code) !== undefined,
      wrong(
        "is not a country's two capital letters, as in ISO 3166-1: GT for Guatemala",
        "no son las dos letras mayúsculas de un país, como en ISO 3166-1: GT para Guatemala",
      ),
    )
    .meta(
      says({
        title: "Country",
        titleEs: "País",
        description: "The country by its two letters (ISO 3166-1), such as GT for Guatemala",
        descriptionEs: "El país por sus dos letras (ISO 3166-1), como GT para Guatemala",
        offers: "countries",
      }),
    );
}

/** The country's name; its code where the language data knows none. */
export function sayCountry(code: string, language: Language): string {
  return countryName(code, language);
}

/** Where a district is meant: “in the Southern District of Texas”. */
export function sayDistrict(key: string, language: Language): string {
  const name = districtByKey(key)?.name[language] ?? key;
  return language === "en" ? `in the ${name}` : `en el ${name}`;
}
