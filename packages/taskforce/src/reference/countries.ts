/** Countries and territories by ISO 3166-1, named by the runtime's own tables in English and Spanish. */
import { countryRows } from "./countries.generated.ts";

export interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly numeric: string;
}

export const countries: readonly Country[] = countryRows.map(([alpha2, alpha3, numeric]) => ({ alpha2, alpha3, numeric }));

const byAlpha2 = new Map(countries.map((country) => [country.alpha2, country]));

export function countryByAlpha2(alpha2: string): Country | undefined {
  return byAlpha2.get(alpha2);
}

const names = { en: new Intl.DisplayNames("en", { type: "region" }), es: new Intl.DisplayNames("es", { type: "region" }) };

/** The country's short name; the code itself where it is none. */
export function countryName(alpha2: string, language: "en" | "es"): string {
  return byAlpha2.has(alpha2) ? (names[language].of(alpha2) ?? alpha2) : alpha2;
}
