/** Countries and territories by ISO 3166-1, with English and Spanish names that do not change with the browser. */
import { countryRows } from "./countries.generated.ts";

export interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
  /** Three digits, leading zeros kept. */
  readonly numeric: string;
  readonly name: { readonly en: string; readonly es: string };
}

export const countries: readonly Country[] = countryRows.map(([alpha2, alpha3, numeric, en, es]) => ({
  alpha2,
  alpha3,
  numeric,
  name: { en, es },
}));

const byAlpha2 = new Map(countries.map((country) => [country.alpha2, country]));
const byCode = new Map(
  countries.flatMap((country) =>
    [country.alpha2, country.alpha3, country.numeric].map((code) => [code, country] as const),
  ),
);

export function countryByAlpha2(alpha2: string): Country | undefined {
  return byAlpha2.get(alpha2);
}

/** By two letters, three letters or three digits, as ISO writes them: `GT`, `GTM`, `320`. No code means two countries. */
export function countryByCode(code: string): Country | undefined {
  return byCode.get(code);
}

/** The country's short name; the code itself where it is none. */
export function countryName(alpha2: string, language: "en" | "es"): string {
  return byAlpha2.get(alpha2)?.name[language] ?? alpha2;
}
